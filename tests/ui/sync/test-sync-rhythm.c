/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-rhythm.h"

#define NOW (G_GINT64_CONSTANT (1795442400000))
#define S 1000

static void
test_starts_at_once (void)
{
  PzSyncRhythm rhythm = { .n_failures = 3, .is_stuck = TRUE, .due = G_MAXINT64 };

  pz_sync_rhythm_start (&rhythm, NOW);
  g_assert_cmpint (rhythm.due, ==, NOW);
  g_assert_cmpuint (rhythm.n_failures, ==, 0);
  g_assert_false (rhythm.is_stuck);
}

static void
test_regular (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_DONE, 0, 0.5);
  g_assert_cmpint (rhythm.due, ==, NOW + PZ_SYNC_EVERY_MS);
}

static void
test_looks_soon_for_what_was_sent (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_SENT, 0, 0.5);
  g_assert_cmpint (rhythm.due, ==, NOW + PZ_SYNC_CONFIRM_MS);
}

static void
test_after_the_last_edit (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_DONE, 0, 0.5);
  pz_sync_rhythm_edit (&rhythm, NOW + 10 * S);
  g_assert_cmpint (rhythm.due, ==, NOW + 40 * S);
  pz_sync_rhythm_edit (&rhythm, NOW + 25 * S);
  g_assert_cmpint (rhythm.due, ==, NOW + 55 * S);
}

static void
test_typing_without_a_pause_does_not_put_it_off (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_DONE, 0, 0.5);
  for (gint64 at = NOW; at < NOW + PZ_SYNC_EVERY_MS; at += 5 * S)
    pz_sync_rhythm_edit (&rhythm, at);
  g_assert_cmpint (rhythm.due, ==, NOW + PZ_SYNC_EVERY_MS);
  pz_sync_rhythm_edit (&rhythm, NOW + PZ_SYNC_EVERY_MS + 7 * S);
  g_assert_cmpint (rhythm.due, ==, NOW + PZ_SYNC_EVERY_MS + 7 * S);
}

static void
test_backs_off (void)
{
  PzSyncRhythm rhythm = { 0 };
  gint64 before = 0;

  for (guint i = 0; i < 20; i++)
    {
      pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_FAILED, 0, 1);
      g_assert_cmpint (rhythm.due - NOW, >=, before);
      g_assert_cmpint (rhythm.due - NOW, <=, PZ_SYNC_LONGEST_MS);
      before = rhythm.due - NOW;
    }
  g_assert_cmpint (before, ==, PZ_SYNC_LONGEST_MS);
  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_FAILED, 0, 0); /* jitter: between half and all of it */
  g_assert_cmpint (rhythm.due - NOW, ==, PZ_SYNC_LONGEST_MS / 2);
  pz_sync_rhythm_edit (&rhythm, NOW + S); /* nothing hurries it */
  g_assert_false (pz_sync_rhythm_focus (&rhythm, NOW + 30 * S));
  g_assert_cmpint (rhythm.due - NOW, ==, PZ_SYNC_LONGEST_MS / 2);
  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_DONE, 0, 0);
  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_FAILED, 0, 1);
  g_assert_cmpint (rhythm.due - NOW, ==, 30 * S); /* from the beginning */
}

static void
test_retry_after_wins (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_FAILED, 7200, 0.5);
  g_assert_cmpint (rhythm.due, ==, NOW + 7200 * S);
  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_FAILED, 3, 0.5);
  g_assert_cmpint (rhythm.due, ==, NOW + 3 * S);
}

static void
test_stuck_until_somebody_helps (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_STUCK, 0, 0.5);
  pz_sync_rhythm_edit (&rhythm, NOW + S);
  g_assert_false (pz_sync_rhythm_focus (&rhythm, NOW + PZ_SYNC_EVERY_MS));
  g_assert_cmpint (rhythm.due, ==, G_MAXINT64);
}

static void
test_focus (void)
{
  PzSyncRhythm rhythm = { 0 };

  pz_sync_rhythm_end (&rhythm, NOW, PZ_SYNC_TURNOUT_DONE, 0, 0.5);
  g_assert_false (pz_sync_rhythm_focus (&rhythm, NOW + S)); /* it has just been */
  g_assert_true (pz_sync_rhythm_focus (&rhythm, NOW + 60 * S));
  g_assert_cmpint (rhythm.due, ==, NOW + 60 * S);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/sync-rhythm/starts-at-once", test_starts_at_once);
  g_test_add_func ("/ui/sync-rhythm/every-five-minutes", test_regular);
  g_test_add_func ("/ui/sync-rhythm/looks-soon-for-what-was-sent", test_looks_soon_for_what_was_sent);
  g_test_add_func ("/ui/sync-rhythm/half-a-minute-after-the-last-edit", test_after_the_last_edit);
  g_test_add_func ("/ui/sync-rhythm/typing-without-a-pause-does-not-put-it-off", test_typing_without_a_pause_does_not_put_it_off);
  g_test_add_func ("/ui/sync-rhythm/backs-off", test_backs_off);
  g_test_add_func ("/ui/sync-rhythm/what-the-server-says-wins", test_retry_after_wins);
  g_test_add_func ("/ui/sync-rhythm/stuck-until-somebody-helps", test_stuck_until_somebody_helps);
  g_test_add_func ("/ui/sync-rhythm/when-the-window-comes-to-the-front", test_focus);
  return g_test_run ();
}
