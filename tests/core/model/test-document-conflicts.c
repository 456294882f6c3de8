/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-conflicts.h"

#include "model-fixture.h"

#define DEVICES "{\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"],\"records\":{"
#define TWO_TARGETS                                                                                                      \
  "\"goals\":[\n{\"id\":\"g1\",\"title\":\"Reads\",\"target\":60}\n]",                                                   \
      DEVICES "\"g1\":{\"*\":\"0.9.019924a01b88-0\","                                                                    \
      "\"target\":[\"0.131.019a3c77e001-0\",{\"stamp\":\"1.22.019a3c7710aa-0\",\"value\":65}]}}}"
/* the goal went to the trash on device 0; a measurement of it came from elsewhere, before or after */
#define TRASHED(measured)                                                                                                \
  "\"goals\":[\n{\"id\":\"g1\",\"title\":\"Reads\",\"deleted\":\"2026-11-20T10:00\"}\n],"                                \
  "\"measurements\":[\n{\"id\":\"m1\",\"goal\":\"g1\",\"value\":5}\n]",                                                  \
      DEVICES "\"g1\":{\"*\":\"0.9.019924a01b88-0\",\"deleted\":\"0.10.019a3c77e001-0\"},"                               \
      "\"m1\":{\"*\":\"" measured "\"}}}"

static GArray *
find (PzDocument *document,
      guint       expected)
{
  GArray *found = pz_document_find_conflicts (document);

  g_assert_cmpuint (found->len, ==, expected);
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, expected);
  return found;
}

static gboolean
may_conflict (PzDocument *document)
{
  g_autoptr(GBytes) bytes = pz_document_serialize (document);

  return pz_document_may_conflict (bytes);
}

static void
test_values_that_differ_are_found (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  g_autoptr(GArray) found = find (document, 1);
  const PzFoundConflict *conflict = &g_array_index (found, PzFoundConflict, 0);

  g_assert_true (conflict->kind == PZ_CONFLICT_VALUES);
  g_assert_true (conflict->record == pz_document_find (document, "g1"));
  g_assert_cmpuint (conflict->field, ==, PZ_GOAL_TARGET);
  g_assert_true (may_conflict (document));
}

static void
test_nothing_is_asked_about_the_trash (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  PzRecord *goal = pz_document_find (document, "g1");

  pz_document_delete (document, goal);
  g_array_unref (find (document, 0));
  pz_document_restore (document, goal);
  g_array_unref (find (document, 1));
  pz_document_delete (document, pz_document_get_owner (document));
  g_array_unref (find (document, 0));
}

static void
test_sets_and_single_values_do_not_conflict (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document
    = fixture_parse_learner ("\"learner\":{\"given-name\":\"Noor\",\"needs\":[\"quiet\",\"time\"]}",
                             DEVICES "\"" FIXTURE_ID "\":{\"*\":\"0.9.019924a01b88-0\","
                                     "\"needs/quiet\":[\"0.10.019a3c77e001-0\",\"1.7.019a3c77e002-0\"]}}}", clock);
  g_autoptr(PzDocument) plain = fixture_learner (clock);

  g_array_unref (find (document, 0));
  pz_record_set_text (pz_document_get_owner (plain), PZ_LEARNER_NOTES, "says \"a\":[1] and [2]");
  pz_record_set_text (pz_document_get_owner (plain), PZ_LEARNER_GIVEN_NAME, "Ilse");
  g_assert_false (may_conflict (plain));
}

static void
test_what_a_write_replaces_is_no_sibling (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);

  pz_record_set_number (pz_document_find (document, "g1"), PZ_GOAL_TARGET, 70);
  g_assert_false (may_conflict (document));
}

static void
test_edits_after_the_deletion_are_asked_about (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) before = fixture_parse_learner (TRASHED ("1.7.019a3c77e000-0"), clock);
  g_autoptr(PzDocument) same = fixture_parse_learner (TRASHED ("0.11.019a3c77e002-0"), clock);
  g_autoptr(PzDocument) after = fixture_parse_learner (TRASHED ("1.7.019a3c77e002-0"), clock);
  g_autoptr(GArray) found = NULL;
  const PzFoundConflict *conflict;

  g_array_unref (find (before, 0));
  g_array_unref (find (same, 0));
  found = find (after, 1);
  conflict = &g_array_index (found, PzFoundConflict, 0);
  g_assert_true (conflict->kind == PZ_CONFLICT_IN_TRASH);
  g_assert_true (conflict->record == pz_document_find (after, "g1"));
  g_assert_cmpuint (conflict->edited.device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_true (may_conflict (after));
}

static void
check_settled (gboolean restore)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  /* an edit from a clock that is years ahead */
  g_autoptr(PzDocument) document = fixture_parse_learner (TRASHED ("1.7.01fa3c77e002-0"), clock);
  g_autoptr(GArray) found = find (document, 1);
  PzRecord *goal = pz_document_find (document, "g1");

  pz_document_settle_trash (document, &g_array_index (found, PzFoundConflict, 0), restore);
  g_assert_cmpint (pz_record_is_deleted (goal), ==, !restore);
  g_array_unref (find (document, 0));
  g_assert_true (pz_document_is_dirty (document));
}

static void
test_kept_in_the_trash_or_brought_back (void)
{
  check_settled (FALSE);
  check_settled (TRUE);
}

static void
test_a_decision_can_be_taken_back (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  PzRecord *goal = pz_document_find (document, "g1");
  const PzSlot *slot = pz_record_get_slot (goal, PZ_GOAL_TARGET);
  g_autoptr(GPtrArray) changes = NULL;
  g_autofree char *other = NULL;

  pz_record_choose_value (goal, PZ_GOAL_TARGET, 1);
  changes = pz_document_take_changes (document);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (pz_document_apply_change (document, changes->pdata[0], FALSE));
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 2);
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  other = pz_record_dup_value (goal, PZ_GOAL_TARGET, 1);
  g_assert_cmpstr (other, ==, "65");
  /* both are writes of their own that take the place of what other devices hold */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pz_stamp_is_pending (&slot->entries[i].stamp));
      g_assert_cmpuint (slot->entries[i].replaces->len, ==, 2);
    }
  g_assert_cmpuint (slot->entries[0].stamp.clock, >, slot->entries[1].stamp.clock);
  g_assert_true (pz_document_apply_change (document, changes->pdata[0], TRUE));
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 1);
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 65);
}

/* clocks that are years ahead give stamps in no order of their own */
static void
test_what_was_shown_is_shown_again (void)
{
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, seed);
      g_autoptr(PzDocument) document
        = fixture_parse_learner ("\"goals\":[\n{\"id\":\"g1\",\"title\":\"Reads\",\"target\":60}\n]",
                                 DEVICES "\"g1\":{\"*\":\"0.9.019924a01b88-0\",\"target\":[\"0.131.01fa3c77e001-0\","
                                         "{\"stamp\":\"1.22.01fa3c7710aa-0\",\"value\":65}]}}}", clock);
      PzRecord *goal = pz_document_find (document, "g1");
      g_autoptr(GPtrArray) changes = NULL;

      pz_record_choose_value (goal, PZ_GOAL_TARGET, 1);
      changes = pz_document_take_changes (document);
      g_assert_true (pz_document_apply_change (document, changes->pdata[0], FALSE));
      g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-conflicts/values-that-differ-are-found", test_values_that_differ_are_found);
  g_test_add_func ("/core/document-conflicts/nothing-is-asked-about-the-trash", test_nothing_is_asked_about_the_trash);
  g_test_add_func ("/core/document-conflicts/sets-and-single-values-do-not-conflict",
                   test_sets_and_single_values_do_not_conflict);
  g_test_add_func ("/core/document-conflicts/what-a-write-replaces-is-no-sibling",
                   test_what_a_write_replaces_is_no_sibling);
  g_test_add_func ("/core/document-conflicts/edits-after-the-deletion-are-asked-about",
                   test_edits_after_the_deletion_are_asked_about);
  g_test_add_func ("/core/document-conflicts/kept-in-the-trash-or-brought-back", test_kept_in_the_trash_or_brought_back);
  g_test_add_func ("/core/document-conflicts/a-decision-can-be-taken-back", test_a_decision_can_be_taken_back);
  g_test_add_func ("/core/document-conflicts/what-was-shown-is-shown-again", test_what_was_shown_is_shown_again);
  return g_test_run ();
}
