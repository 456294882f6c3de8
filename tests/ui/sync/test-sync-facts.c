/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-facts.h"

#include <locale.h>

#define NOW (G_GINT64_CONSTANT (1795442400000)) /* in the afternoon, wherever this runs in Europe */
#define MINUTE (60 * 1000)
#define AGO(minutes) (NOW - (gint64) (minutes) * MINUTE)

/* how it stands -> title and foot of the side bar */
static const struct
{
  PzSyncFacts facts;
  const char *title;
  const char *foot;
} titles[] = {
  { { 0 }, "This class is on this computer only", NULL },
  { { .is_set_up = TRUE }, "Not synchronised yet", "Not synchronised yet" },
  { { .is_set_up = TRUE, .is_running = TRUE, .stored = AGO (9) }, "Synchronising…", "Synchronising…" },
  { { .is_set_up = TRUE, .stored = AGO (2), .pulled = AGO (2) }, "All changes stored on the server", "Synced 2 minutes ago" },
  { { .is_set_up = TRUE, .stored = AGO (0), .pulled = AGO (0) }, "All changes stored on the server", "Synced just now" },
  { { .is_set_up = TRUE, .stored = AGO (2), .n_waiting = 1 }, "1 change waits here.", "1 change waits here." },
  { { .is_set_up = TRUE, .stored = AGO (2), .n_waiting = 3 }, "3 changes wait here.", "3 changes wait here." },
  { { .is_set_up = TRUE, .is_paused = TRUE, .stored = AGO (2) }, "Synchronisation is paused", NULL },
  { { .is_set_up = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_OFFLINE, .n_waiting = 3, .stored = AGO (2) },
    "Offline. 3 changes wait here.", "Offline. 3 changes wait here." },
  { { .is_set_up = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_OFFLINE, .stored = AGO (2) }, "Offline.", "Offline." },
  { { .is_set_up = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_SIGN_IN, .n_waiting = 1 },
    "Sign in again. 1 change waits here.", "Sign in again. 1 change waits here." },
  { { .is_set_up = TRUE, .is_read_only = TRUE, .stored = AGO (2) }, "Read only: you may not change this class.",
    "Read only: you may not change this class." },
  { { .is_set_up = TRUE, .is_full = TRUE, .n_waiting = 2 }, "The server is full. 2 changes wait here.",
    "The server is full. 2 changes wait here." },
  { { .is_set_up = TRUE, .is_too_new = TRUE }, "Update Personalize to change this class.",
    "Update Personalize to change this class." },
  /* the bar above the class says what to do */
  { { .is_set_up = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_PASSPHRASE }, "Enter the passphrase of this class.",
    "Synchronisation is locked" },
  { { .is_set_up = TRUE, .has_failed = TRUE, .is_local = TRUE, .code = PZ_SYNC_ERROR_FAILED, .sentence = (char *) "Disk full" },
    "Disk full", "Disk full" },
};

static void
test_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = pz_sync_facts_dup_title (&titles[i].facts);
      g_autofree char *foot = pz_sync_facts_dup_foot (&titles[i].facts, NOW);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (title, ==, titles[i].title);
      if (titles[i].foot != NULL || !titles[i].facts.is_set_up)
        g_assert_cmpstr (foot, ==, titles[i].foot);
    }
}

/* "All stored" is only ever said when nothing is wrong, nothing waits and a listing has shown it. */
static void
test_fine_is_never_said_too_early (void)
{
  for (guint bits = 0; bits < 1 << 8; bits++)
    {
      PzSyncFacts facts = {
        .is_set_up = TRUE, .has_failed = bits & 1, .code = PZ_SYNC_ERROR_OFFLINE, .n_waiting = bits & 2,
        .stored = bits & 4 ? AGO (3) : 0, .is_read_only = (bits & 8) != 0, .is_full = (bits & 16) != 0,
        .is_too_new = (bits & 32) != 0, .n_aside = (bits & 64) != 0, .pulled = bits & 128 ? AGO (3) : 0,
      };
      g_autofree char *title = pz_sync_facts_dup_title (&facts);
      gboolean all_stored = (bits & (1 | 2 | 8 | 16 | 32)) == 0 && (bits & 4) != 0;

      g_assert_cmpint (g_str_equal (title, "All changes stored on the server"), ==, all_stored);
      g_assert_cmpint (pz_sync_facts_get_mood (&facts) == PZ_SYNC_FINE, ==, all_stored && facts.n_aside == 0);
    }
}

static void
assert_detail (const PzSyncFacts *facts,
               const char        *expected)
{
  g_autofree char *detail = pz_sync_facts_dup_detail (facts, NOW);

  g_assert_cmpstr (detail, ==, expected);
}

static void
test_detail_tells_both_directions_when_they_differ (void)
{
  PzSyncFacts facts = { .is_set_up = TRUE, .stored = AGO (4), .pulled = AGO (4) };

  assert_detail (&facts, "Last synchronised: 4 minutes ago");
  facts.stored = AGO (50);
  assert_detail (&facts, "Last stored on the server: 50 minutes ago. Last received: 4 minutes ago.");
  facts.stored = 0;
  assert_detail (&facts, "Last stored on the server: never. Last received: 4 minutes ago.");
}

static void
test_detail_gives_the_reason_and_what_is_odd (void)
{
  PzSyncFacts facts = { .is_set_up = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_OFFLINE,
                        .sentence = (char *) "The server did not answer in time.", .stored = AGO (4), .pulled = AGO (4) };

  assert_detail (&facts, "The server did not answer in time.\nLast synchronised: 4 minutes ago");
  facts.code = PZ_SYNC_ERROR_PASSPHRASE;
  facts.sentence = (char *) "Enter the passphrase of this class."; /* is the title already */
  assert_detail (&facts, "Without it nothing is sent or received. What you change is kept on this computer.\n"
                         "Last synchronised: 4 minutes ago");
  facts.has_failed = FALSE;
  facts.n_incomplete = 1;
  facts.n_aside = 2;
  facts.is_clock_wrong = TRUE;
  assert_detail (&facts, "Last synchronised: 4 minutes ago\n"
                         "Check this computer’s clock: it differs from the server’s by more than five minutes.\n"
                         "1 file of another device is incomplete; it will be sent again.\n"
                         "2 files could not be placed; they stay on the server.");
  facts = (PzSyncFacts) { .is_set_up = TRUE, .stored = AGO (4), .pulled = AGO (4), .n_refused = 1 };
  g_assert_cmpint (pz_sync_facts_get_mood (&facts), ==, PZ_SYNC_NEEDS_HELP);
  assert_detail (&facts, "Last synchronised: 4 minutes ago\n"
                         "1 file is damaged, or was changed by somebody without the key; it is not used.");
}

/* Nothing is wrong with what was written here, and still it has to be said. */
static void
test_detail_tells_what_cannot_be_done_from_here (void)
{
  PzSyncFacts facts = { .is_set_up = TRUE, .stored = AGO (4), .pulled = AGO (4), .is_erasing = TRUE };

  assert_detail (&facts, "Last synchronised: 4 minutes ago\n"
                         "Something of what was deleted for good may still be on the server; it goes in one of the next "
                         "synchronisations.");
  facts.is_erasing = FALSE;
  facts.holds_newer = TRUE;
  assert_detail (&facts, "Last synchronised: 4 minutes ago\n"
                         "A newer version of Personalize wrote something into the class on this computer. Your changes are "
                         "sent, but the server cannot be tidied from here: update Personalize.");
  g_assert_cmpint (pz_sync_facts_get_mood (&facts), ==, PZ_SYNC_FINE);
}

static void
test_moments (void)
{
  g_autofree char *now = pz_sync_words_dup_moment (NOW, NOW);
  g_autofree char *ahead = pz_sync_words_dup_moment (NOW + 5 * MINUTE, NOW);
  g_autofree char *one = pz_sync_words_dup_moment (AGO (1), NOW);
  g_autofree char *most = pz_sync_words_dup_moment (AGO (59), NOW);
  g_autofree char *yesterday = pz_sync_words_dup_moment (AGO (24 * 60), NOW);

  g_assert_cmpstr (now, ==, "just now");
  g_assert_cmpstr (ahead, ==, "just now"); /* a clock that was set back is not told about the future */
  g_assert_cmpstr (one, ==, "1 minute ago");
  g_assert_cmpstr (most, ==, "59 minutes ago");
  g_assert_true (g_str_has_prefix (yesterday, "Yesterday, "));
}

/* what is wrong -> the button that helps; NULL: nobody is needed */
static const struct
{
  PzSyncError code;
  const char *action;
  gboolean needed;
} helps[] = {
  { PZ_SYNC_ERROR_OFFLINE, NULL, FALSE },
  { PZ_SYNC_ERROR_SIGN_IN, "win.sync-sign-in", TRUE },
  { PZ_SYNC_ERROR_PASSPHRASE, "win.sync-passphrase", TRUE },
  { PZ_SYNC_ERROR_NOT_FOUND, "win.sync-set-up", TRUE },
  { PZ_SYNC_ERROR_OTHER_CLASS, "win.sync-set-up", TRUE },
  { PZ_SYNC_ERROR_NOT_THE_SERVER, "win.sync-now", TRUE },
  { PZ_SYNC_ERROR_CERTIFICATE, "win.sync-settings", TRUE },
  { PZ_SYNC_ERROR_FULL, "win.sync-now", TRUE },
  { PZ_SYNC_ERROR_TOO_NEW, NULL, TRUE },
  { PZ_SYNC_ERROR_READ_ONLY, "win.sync-settings", TRUE },
};

static void
test_help (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      PzSyncFacts facts = { .is_set_up = TRUE, .has_failed = TRUE, .code = helps[i].code, .n_waiting = 3 };
      PzSyncHelp help;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_sync_facts_find_help (&facts, &help), ==, helps[i].needed);
      g_assert_cmpstr (help.action, ==, helps[i].action);
      g_assert_cmpint (help.label != NULL, ==, helps[i].action != NULL);
      if (helps[i].needed) /* what was kept is always told */
        g_assert_nonnull (strstr (help.text, "3 changes wait here."));
      g_free (help.text);
    }
}

static void
test_help_for_a_wrong_clock_and_none_without_a_server (void)
{
  PzSyncFacts facts = { .is_clock_wrong = TRUE, .has_failed = TRUE, .code = PZ_SYNC_ERROR_SIGN_IN };
  PzSyncHelp help;

  g_assert_false (pz_sync_facts_find_help (&facts, &help));
  facts.is_set_up = TRUE;
  facts.has_failed = FALSE;
  g_assert_true (pz_sync_facts_find_help (&facts, &help));
  g_assert_nonnull (strstr (help.text, "clock"));
  g_free (help.text);
}

static void
test_icons (void)
{
  PzSyncFacts facts = { .is_set_up = TRUE, .stored = AGO (1) };

  g_assert_cmpstr (pz_sync_facts_get_icon (&facts), ==, "emblem-ok-symbolic");
  facts.n_waiting = 1;
  g_assert_cmpstr (pz_sync_facts_get_icon (&facts), ==, "view-refresh-symbolic");
  facts.is_full = TRUE;
  g_assert_cmpstr (pz_sync_facts_get_icon (&facts), ==, "dialog-warning-symbolic");
}

static void
test_clear (void)
{
  PzSyncFacts facts = { .is_set_up = TRUE, .sentence = g_strdup ("text"), .n_waiting = 2 };

  pz_sync_facts_clear (&facts);
  g_assert_null (facts.sentence);
  g_assert_false (facts.is_set_up);
  g_assert_cmpuint (facts.n_waiting, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/sync-facts/says-in-a-line-how-it-stands", test_titles);
  g_test_add_func ("/ui/sync-facts/never-says-too-early-that-all-is-stored", test_fine_is_never_said_too_early);
  g_test_add_func ("/ui/sync-facts/tells-both-directions-when-they-differ", test_detail_tells_both_directions_when_they_differ);
  g_test_add_func ("/ui/sync-facts/gives-the-reason-and-what-is-odd", test_detail_gives_the_reason_and_what_is_odd);
  g_test_add_func ("/ui/sync-facts/tells-what-cannot-be-done-from-here", test_detail_tells_what_cannot_be_done_from_here);
  g_test_add_func ("/ui/sync-facts/says-when-a-moment-was", test_moments);
  g_test_add_func ("/ui/sync-facts/offers-the-button-that-helps", test_help);
  g_test_add_func ("/ui/sync-facts/mentions-a-wrong-clock", test_help_for_a_wrong_clock_and_none_without_a_server);
  g_test_add_func ("/ui/sync-facts/has-an-icon-for-each-mood", test_icons);
  g_test_add_func ("/ui/sync-facts/clear", test_clear);
  return g_test_run ();
}
