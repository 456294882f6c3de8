/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-words.h"

#include "pz-device-names.h"

/* 23 November 2026, 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1795428000000)
#define DAY G_GINT64_CONSTANT (86400000)

static void
assert_when (gint64      ms,
             const char *expected)
{
  g_autofree char *words = pz_conflict_words_when (ms, NOW);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_days_are_said_as_people_do (void)
{
  assert_when (NOW - 48 * 60000, "today, 09:12");
  assert_when (NOW - DAY + 520 * 60000, "yesterday, 18:40");
  assert_when (NOW - 3 * DAY, "20 November, 10:00");
  assert_when (NOW - 365 * DAY, "23 November 2025, 10:00");
  assert_when (G_MAXINT64, ""); /* a clock gone mad */
}

static void
test_a_badge_counts (void)
{
  g_autofree char *words = pz_conflict_words_badge (3);

  g_assert_cmpstr (words, ==, "3 values");
}

static void
assert_hint (gboolean    deleted_here,
             gboolean    edited_here,
             const char *expected)
{
  PzConflictValue deleted = { .device = (char *) "77c0de1b9a3e4f02", .here = deleted_here };
  PzConflictValue edited = { .device = (char *) "5d80b71e4c9a2f03", .here = edited_here };
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  g_autoptr(PzEnvironment) environment = pz_environment_new_system ("/nowhere");
  g_autoptr(PzDeviceNames) names = pz_device_names_read (environment, "b7q2mx5k9d0hw4vt", "/nowhere/at/all");
  PzConflict conflict = { .kind = PZ_CONFLICT_IN_TRASH, .values = values };
  g_autofree char *hint = NULL;

  g_ptr_array_add (values, &deleted);
  g_ptr_array_add (values, &edited);
  hint = pz_conflict_words_hint (&conflict, names);
  g_assert_cmpstr (hint, ==, expected);
}

static void
test_who_deleted_and_who_edited (void)
{
  assert_hint (TRUE, FALSE, "Edited on \u2068Another computer (5d80)\u2069 after you deleted it");
  assert_hint (FALSE, TRUE, "Edited here after it was deleted on \u2068Another computer (77c0)\u2069");
  assert_hint (FALSE, FALSE, "Edited on \u2068Another computer (5d80)\u2069 after it was deleted on "
                             "\u2068Another computer (77c0)\u2069");
}

static void
test_the_place_leaves_out_what_has_no_name (void)
{
  PzConflict conflict = { .document_title = (char *) "Noor <b>", .record_title = NULL, .archived = TRUE };
  g_autofree char *place = pz_conflict_words_place (&conflict);

  g_assert_cmpstr (place, ==, "\u2068Noor <b>\u2069 · \u2068archived\u2069");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/conflict-words/days-are-said-as-people-do", test_days_are_said_as_people_do);
  g_test_add_func ("/ui/conflict-words/a-badge-counts", test_a_badge_counts);
  g_test_add_func ("/ui/conflict-words/who-deleted-and-who-edited", test_who_deleted_and_who_edited);
  g_test_add_func ("/ui/conflict-words/the-place-leaves-out-what-has-no-name", test_the_place_leaves_out_what_has_no_name);
  return g_test_run ();
}
