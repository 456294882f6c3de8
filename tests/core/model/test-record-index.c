/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-join-private.h"

static void
test_finds_the_same_record_in_another_copy (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) ours = fixture_learner (clock);
  PzRecord *goal = pz_document_add (ours, PZ_RECORD_GOAL), *other_goal;
  g_autoptr(PzDocument) theirs = fixture_copy (ours);
  g_autoptr(PzRecordIndex) index = pz_record_index_new (ours);
  g_autoptr(PzRecordIndex) other = pz_record_index_new (theirs);

  /* the owner first, each with its key */
  g_assert_cmpuint (index->records->len, ==, 2);
  g_assert_true (g_ptr_array_index (index->records, 0) == pz_document_get_owner (ours));
  g_assert_cmpuint (index->keys->len, ==, 2);
  other_goal = pz_record_index_find (other, g_ptr_array_index (index->keys, 1));
  g_assert_nonnull (other_goal);
  g_assert_true (other_goal != goal);
  g_assert_cmpstr (pz_record_get_id (other_goal), ==, pz_record_get_id (goal));
  g_assert_null (pz_record_index_find (other, "nothing"));
}

/* a damaged file may have an id twice, also in records of two types: the first of a type is the first of theirs, and so on */
static void
test_one_id_more_than_once (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  static const char text[] = "\"learner\":{},\"goals\":[{\"id\":\"same\",\"title\":\"A\"},{\"id\":\"same\",\"title\":\"B\"}],"
                             "\"phases\":[{\"id\":\"same\",\"note\":\"C\"}]";
  g_autoptr(PzDocument) ours = fixture_parse_learner (text, NULL, clock);
  g_autoptr(PzDocument) theirs = fixture_parse_learner (text, NULL, clock);
  g_autoptr(PzRecordIndex) index = pz_record_index_new (ours);
  g_autoptr(PzRecordIndex) other = pz_record_index_new (theirs);

  g_assert_cmpuint (index->records->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (pz_record_index_find (other, g_ptr_array_index (index->keys, i)) == g_ptr_array_index (other->records, i));
}

static void
test_what_a_field_holds (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *owner = pz_document_get_owner (document);
  g_autoptr(PzRecordIndex) index = NULL;
  const PzSlot *slot;

  pz_record_set_text (owner, PZ_LEARNER_GIVEN_NAME, "Noor");
  index = pz_record_index_new (document);
  slot = pz_record_index_get_slot (index, g_ptr_array_index (index->keys, 0), PZ_LEARNER_GIVEN_NAME);
  g_assert_true (slot == pz_record_get_slot (owner, PZ_LEARNER_GIVEN_NAME));
  g_assert_cmpuint (slot->n_entries, ==, 1);
  slot = pz_record_index_get_slot (index, "nothing", PZ_LEARNER_GIVEN_NAME);
  g_assert_nonnull (slot);
  g_assert_cmpuint (slot->n_entries, ==, 0);
}

static void
test_nothing_has_no_records (void)
{
  g_autoptr(PzRecordIndex) index = pz_record_index_new (NULL);

  g_assert_cmpuint (index->records->len, ==, 0);
  g_assert_null (pz_record_index_find (index, "1/same"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record-index/finds-the-same-record-in-another-copy",
                   test_finds_the_same_record_in_another_copy);
  g_test_add_func ("/core/record-index/one-id-more-than-once", test_one_id_more_than_once);
  g_test_add_func ("/core/record-index/what-a-field-holds", test_what_a_field_holds);
  g_test_add_func ("/core/record-index/nothing-has-no-records", test_nothing_has_no_records);
  return g_test_run ();
}
