/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#define TWO_TARGETS                                                                                                      \
  "\"goals\":[\n{\"id\":\"g1\",\"title\":\"Reads\",\"target\":60}\n]",                                                   \
      "{\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"],\"records\":{\"g1\":{\"*\":\"0.9.019924a01b88-0\","      \
      "\"target\":[\"0.131.019a3c77e001-0\",{\"stamp\":\"1.22.019a3c7710aa-0\",\"value\":65},"                           \
      "{\"stamp\":\"1.23.019a3c7710a9-0\",\"value\":60},{\"stamp\":\"1.24.019a3c7710a8-0\"}]}}}"

static void
test_values_are_counted_and_shown (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  PzRecord *goal = pz_document_find (document, "g1");
  g_autofree char *first = pz_record_dup_value (goal, PZ_GOAL_TARGET, 0);
  g_autofree char *second = pz_record_dup_value (goal, PZ_GOAL_TARGET, 1);

  /* 60 twice is one value; the last one is empty */
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 3);
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 1);
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_NOTES), ==, 0);
  g_assert_cmpuint (pz_record_count_conflicts (goal), ==, 1);
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, 1);
  g_assert_cmpuint (pz_record_count_pending (goal), ==, 0);
  g_assert_cmpstr (first, ==, "60");
  g_assert_cmpstr (second, ==, "65");
  g_assert_null (pz_record_dup_value (goal, PZ_GOAL_TARGET, 2));
  g_assert_null (pz_record_dup_value (goal, PZ_GOAL_TARGET, 3));
}

static void
check_choice (guint  position,
              double expected)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  PzRecord *goal = pz_document_find (document, "g1");
  const PzSlot *slot = pz_record_get_slot (goal, PZ_GOAL_TARGET);

  pz_record_set_number (goal, PZ_GOAL_TARGET, 60); /* leaving an entry decides nothing */
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 3);
  pz_record_choose_value (goal, PZ_GOAL_TARGET, position);
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 4);
  g_assert_true (pz_stamp_is_pending (&slot->entries[0].stamp));
  if (position < 2)
    g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, expected);
  else
    g_assert_true (pz_record_is_empty (goal, PZ_GOAL_TARGET));
  pz_record_choose_value (goal, PZ_GOAL_TARGET, 0);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 4);
  g_assert_cmpuint (pz_record_count_conflicts (goal), ==, 0);
}

static void
test_any_value_can_be_chosen (void)
{
  check_choice (0, 60);
  check_choice (1, 65);
  check_choice (2, 0);
}

static void
test_a_new_value_takes_the_place_of_all (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (TWO_TARGETS, clock);
  PzRecord *goal = pz_document_find (document, "g1");

  pz_record_set_number (goal, PZ_GOAL_TARGET, 70);
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 1);
  g_assert_cmpuint (pz_record_get_slot (goal, PZ_GOAL_TARGET)->entries[0].replaces->len, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record-conflicts/values-are-counted-and-shown", test_values_are_counted_and_shown);
  g_test_add_func ("/core/record-conflicts/any-value-can-be-chosen", test_any_value_can_be_chosen);
  g_test_add_func ("/core/record-conflicts/a-new-value-takes-the-place-of-all", test_a_new_value_takes_the_place_of_all);
  return g_test_run ();
}
