/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"

static PzLearnerRow *
make_row (PzIndexDraft *open)
{
  PzIndexEntry *sealed;
  PzLearnerRow *row;

  pz_index_draft_set_text (open, PZ_INDEX_ID, "d4m7kq2x9v5t0rhb");
  sealed = pz_index_draft_seal (open);
  row = pz_learner_row_get (sealed);
  pz_index_entry_unref (sealed);
  return row;
}

static void
test_says_what_the_entry_says (void)
{
  g_auto(PzIndexDraft) entry = { .counts = { 8, 5, 40, 2, 1 }, .flags = PZ_INDEX_ARCHIVED };
  g_autoptr(PzLearnerRow) row = NULL;

  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, "Noor");
  pz_index_draft_set_text (&entry, PZ_INDEX_FAMILY_NAME, "Jansen");
  pz_index_draft_set_text (&entry, PZ_INDEX_LEVEL, "b1");
  pz_index_draft_set_text (&entry, PZ_INDEX_SOURCED_ID, "roster-17");
  pz_index_draft_set_text (&entry, PZ_INDEX_LAST, "2026-11-20");
  pz_index_draft_set_text (&entry, PZ_INDEX_CHECK_IN, "2026-11-21");
  pz_index_draft_set_text (&entry, PZ_INDEX_ABSENCES, "2026-11-02");
  row = make_row (&entry);

  g_assert_cmpstr (pz_learner_row_get_id (row), ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (pz_learner_row_get_display_name (row), ==, "Noor Jansen");
  g_assert_cmpstr (pz_learner_row_get_given_name (row), ==, "Noor");
  g_assert_cmpstr (pz_learner_row_get_family_name (row), ==, "Jansen");
  g_assert_cmpstr (pz_learner_row_get_level (row), ==, "b1");
  g_assert_cmpstr (pz_learner_row_get_sourced_id (row), ==, "roster-17");
  g_assert_cmpstr (pz_learner_row_get_last_measured (row), ==, "2026-11-20");
  g_assert_cmpstr (pz_learner_row_get_last_check_in (row), ==, "2026-11-21");
  g_assert_cmpstr (pz_learner_row_get_absences (row), ==, "2026-11-02");
  g_assert_cmpuint (pz_learner_row_get_n_goals (row), ==, 8);
  g_assert_cmpuint (pz_learner_row_get_n_active_goals (row), ==, 5);
  g_assert_cmpuint (pz_learner_row_get_n_measurements (row), ==, 40);
  g_assert_cmpuint (pz_learner_row_get_n_conflicts (row), ==, 1);
  g_assert_true (pz_learner_row_is_archived (row));
  g_assert_false (pz_learner_row_is_deleted (row));
  g_assert_false (pz_learner_row_is_damaged (row));
}

static void
test_properties_are_the_getters (void)
{
  g_auto(PzIndexDraft) entry = { .counts = { 8, 5, 40, 2, 1 }, .flags = PZ_INDEX_DELETED | PZ_INDEX_DAMAGED };
  g_autofree char *id = NULL, *display_name = NULL, *given_name = NULL, *family_name = NULL, *level = NULL;
  g_autofree char *sourced_id = NULL, *check_in = NULL, *measured = NULL, *absences = NULL;
  guint n_goals, n_active, n_measurements, n_conflicts;
  gboolean deleted, archived, damaged;
  g_autoptr(PzLearnerRow) row = NULL;

  pz_index_draft_set_text (&entry, PZ_INDEX_PREFERRED_NAME, "Noortje");
  pz_index_draft_set_text (&entry, PZ_INDEX_FAMILY_NAME, "Jansen");
  pz_index_draft_set_text (&entry, PZ_INDEX_LAST, "2026-11-20");
  pz_index_draft_set_text (&entry, PZ_INDEX_ABSENCES, "2026-11-02/2026-11-04");
  row = make_row (&entry);
  g_object_get (row, "id", &id, "display-name", &display_name, "given-name", &given_name, "family-name", &family_name,
                "level", &level, "sourced-id", &sourced_id, "last-check-in", &check_in, "last-measured", &measured,
                "absences", &absences,
                "n-goals", &n_goals, "n-active-goals", &n_active, "n-measurements", &n_measurements,
                "n-conflicts", &n_conflicts, "deleted", &deleted, "archived", &archived, "damaged", &damaged, NULL);

  g_assert_cmpstr (id, ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpstr (display_name, ==, "Noortje Jansen");
  g_assert_cmpstr (given_name, ==, "Noortje");
  g_assert_cmpstr (family_name, ==, "Jansen");
  g_assert_null (level);
  g_assert_null (sourced_id);
  g_assert_null (check_in);
  g_assert_cmpstr (measured, ==, "2026-11-20");
  g_assert_cmpstr (absences, ==, "2026-11-02/2026-11-04");
  g_assert_cmpuint (n_goals, ==, 8);
  g_assert_cmpuint (n_active, ==, 5);
  g_assert_cmpuint (n_measurements, ==, 40);
  g_assert_cmpuint (n_conflicts, ==, 1);
  g_assert_true (deleted && damaged && !archived);
}

static void
check_display_name (PzIndexText  text,
                    const char  *name,
                    PzIndexFlags flags,
                    const char  *expected)
{
  g_auto(PzIndexDraft) entry = { .flags = flags };
  g_autoptr(PzLearnerRow) row = NULL;

  pz_index_draft_set_text (&entry, text, name);
  row = make_row (&entry);
  g_assert_cmpstr (pz_learner_row_get_display_name (row), ==, expected);
}

static void
test_always_has_a_name_to_show (void)
{
  check_display_name (PZ_INDEX_GIVEN_NAME, "Noor", PZ_INDEX_SHOWN, "Noor");
  check_display_name (PZ_INDEX_FAMILY_NAME, "Jansen", PZ_INDEX_SHOWN, "Jansen");
  check_display_name (PZ_INDEX_LEVEL, "b1", PZ_INDEX_SHOWN, "No name");
  check_display_name (PZ_INDEX_LEVEL, "b1", PZ_INDEX_DAMAGED, "Cannot be read");
}

static void
test_one_row_for_an_entry (void)
{
  PzIndexEntry *entry = fixture_entry (1, "Noor", NULL);
  PzLearnerRow *row = pz_learner_row_get (entry), *again = pz_learner_row_get (entry);

  g_assert_true (row == again);
  g_object_unref (again);
  g_assert_finalize_object (row);
  g_assert_null (entry->row);
  pz_index_entry_unref (entry);
}

static void
test_moved_row_keeps_its_texts (void)
{
  PzIndexEntry *old = fixture_entry (1, "Noor", NULL), *new = fixture_entry (1, "Noor", NULL);
  PzLearnerRow *row = pz_learner_row_get (old);
  const char *name = pz_learner_row_get_given_name (row);

  pz_learner_row_move (row, new);
  pz_index_entry_unref (old);
  g_assert_true (new->row == row);
  g_assert_true (pz_learner_row_get_given_name (row) == name);
  g_assert_cmpstr (name, ==, "Noor");
  g_assert_finalize_object (row);
  g_assert_null (new->row);
  pz_index_entry_unref (new);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/learner-row/says-what-the-entry-says", test_says_what_the_entry_says);
  g_test_add_func ("/core/learner-row/properties-are-the-getters", test_properties_are_the_getters);
  g_test_add_func ("/core/learner-row/always-has-a-name-to-show", test_always_has_a_name_to_show);
  g_test_add_func ("/core/learner-row/one-row-for-an-entry", test_one_row_for_an_entry);
  g_test_add_func ("/core/learner-row/moved-row-keeps-its-texts", test_moved_row_keeps_its_texts);
  return g_test_run ();
}
