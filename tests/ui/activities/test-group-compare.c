/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-compare.h"

#define PEOPLE "Ana A;Ben B;Cleo C;Dan D;Eli E;Fay F"

static gboolean
has_proposal (gpointer forming)
{
  return pz_group_forming_get_proposal (forming) != NULL;
}

static void
test_others_beside_those_of_now (UiFixture     *fixture,
                                 gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  PzGroupForming *forming = pz_group_forming_new (fixture->classroom, activity);
  g_autofree char *before = NULL, *kept = NULL, *after = NULL;
  GtkWidget *window;

  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_CRITERIA, "size 2\nnew-partners 1\n");
  activities_form (forming, 1);
  activities_wait_account (forming);
  before = activities_dup_groups (fixture, activity);
  window = pz_group_compare_new (forming, 5);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (activities_find_button (window, "_Keep These"));
  g_assert_null (activities_find_button (window, "_Use These")); /* they are looked for */
  g_assert_true (ui_wait (has_proposal, forming));
  g_signal_emit_by_name (activities_find_button (window, "_Others"), "clicked");
  g_assert_true (ui_wait (has_proposal, forming));
  g_assert_false (pz_group_forming_is_same (forming));
  kept = activities_dup_groups (fixture, activity);
  g_assert_cmpstr (kept, ==, before);
  g_signal_emit_by_name (activities_find_button (window, "_Use These"), "clicked");
  after = activities_dup_groups (fixture, activity);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (activity), PZ_ACTIVITY_SEED), ==, 6);
  activities_wait_account (forming);
  pz_group_forming_propose (forming, 6); /* what was taken */
  g_assert_true (ui_wait (has_proposal, forming));
  g_assert_true (pz_group_forming_is_same (forming));
  ui_settle ();
  pz_group_forming_stop (forming);
  ui_assert_finalized_soon (forming);
  ui_save (fixture->classroom);
}

/* Rounds that were planned together are compared as a whole, and taken as a whole. */
static void
test_compares_several_rounds (UiFixture     *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  PzRecord *owner = pz_document_get_owner (activity);
  PzGroupForming *forming = pz_group_forming_new (fixture->classroom, activity);
  g_autofree char *before = NULL, *second = NULL, *other = NULL, *after = NULL;
  GtkWidget *window;

  pz_record_set_text (owner, PZ_ACTIVITY_CRITERIA, "size 2\nnew-partners 1\n");
  pz_record_set_number (owner, PZ_ACTIVITY_ROUNDS, 2);
  activities_form (forming, 1);
  before = activities_dup_groups (fixture, activity);
  g_assert_null (pz_group_forming_get_present (forming)); /* until others stand beside them */
  window = pz_group_compare_new (forming, 5);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_wait (has_proposal, forming));
  g_assert_cmpuint (pz_group_forming_get_n_rounds (forming, FALSE), ==, 2);
  g_assert_cmpuint (pz_group_forming_get_n_rounds (forming, TRUE), ==, 2);
  g_assert_nonnull (strstr (pz_group_forming_get_present (forming)->summary, "0 repeats"));
  g_assert_nonnull (strstr (pz_group_forming_get_proposal (forming)->summary, "0 repeats"));
  second = pz_group_forming_dup_groups (forming, TRUE, 2);
  other = pz_group_forming_dup_groups (forming, FALSE, 2);
  g_assert_cmpstr (second, !=, other);
  g_assert_false (pz_group_forming_is_same (forming));
  g_signal_emit_by_name (activities_find_button (window, "_Use These"), "clicked");
  after = activities_dup_groups (fixture, activity);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpfloat (pz_record_get_number (owner, PZ_ACTIVITY_SEED), ==, 5);
  pz_group_forming_propose (forming, 5); /* what was taken */
  g_assert_true (ui_wait (has_proposal, forming));
  g_assert_true (pz_group_forming_is_same (forming));
  ui_settle ();
  pz_group_forming_stop (forming);
  ui_assert_finalized_soon (forming);
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
  g_test_add ("/ui/group-compare/others-beside-those-of-now", UiFixture, PEOPLE, ui_fixture_set_up,
              test_others_beside_those_of_now, ui_fixture_tear_down);
  g_test_add ("/ui/group-compare/several-rounds", UiFixture, PEOPLE, ui_fixture_set_up, test_compares_several_rounds,
              ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
