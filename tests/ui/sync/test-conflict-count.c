/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conflict-fixture.h"
#include "pz-conflict-count.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Tom & Ann"

static void
differ (UiFixture *fixture,
        guint      place)
{
  g_autofree char *name = g_strdup_printf ("learners/%s.json",
                                           pz_index_peek_id (pz_classroom_get_index (fixture->classroom), place));

  conflict_fixture_write (pz_classroom_get_path (fixture->classroom), name, NULL, "given-name", "Aminah", CONFLICT_DEVICE, 1000);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
}

static gboolean
is_one (gpointer count)
{
  return pz_conflict_count_get (count) == 1;
}

static gboolean
is_two (gpointer count)
{
  return pz_conflict_count_get (count) == 2;
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

static void
test_counts_again_when_files_change (UiFixture     *fixture,
                                     gconstpointer  names)
{
  g_autoptr(PzConflictCount) count = NULL;
  guint n = 0;

  differ (fixture, 0);
  count = pz_conflict_count_share (fixture->classroom, 0);
  g_signal_connect_swapped (count, "changed", G_CALLBACK (changed_cb), &n);
  g_assert_cmpuint (pz_conflict_count_get (count), ==, 0); /* nobody looked */
  g_assert_true (ui_wait (is_one, count));
  g_assert_cmpuint (n, ==, 1);
  differ (fixture, 1);
  g_assert_true (ui_wait (is_two, count));
  g_assert_cmpuint (n, >, 1);
}

static void
test_is_one_for_all (UiFixture     *fixture,
                     gconstpointer  names)
{
  PzConflictCount *count, *other;

  differ (fixture, 0);
  count = pz_conflict_count_share (fixture->classroom, 0);
  g_assert_true (ui_wait (is_one, count));
  other = pz_conflict_count_share (fixture->classroom, 0);
  g_assert_true (other == count);
  g_assert_cmpuint (pz_conflict_count_get (other), ==, 1); /* without another look */
  g_object_unref (other);
  g_assert_finalize_object (count);
  count = pz_conflict_count_share (fixture->classroom, 0); /* the one that went is not remembered */
  g_assert_cmpuint (pz_conflict_count_get (count), ==, 0);
  g_object_unref (count); /* which stops the look that was to come */
  ui_settle ();
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/ui/conflict-count/counts-again-when-files-change", test_counts_again_when_files_change);
  add_test ("/ui/conflict-count/is-one-for-all", test_is_one_for_all);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
