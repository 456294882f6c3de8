/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static const char *
deleted_on (PzRecord *record)
{
  return pz_record_get_text (record, pz_schema_get_deleted (pz_record_get_record_type (record)));
}

static void
test_says_when_it_was (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) learner = fixture_learner (clock);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  pz_document_delete (learner, goal);
  g_assert_true (pz_record_is_deleted (goal));
  g_assert_cmpstr (deleted_on (goal), ==, "2026-11-23T10:00");
  g_assert_true (pz_document_is_dirty (learner));
  /* nothing is lost */
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
  g_assert_true (pz_document_find (learner, pz_record_get_id (goal)) == goal);
}

static void
test_the_first_time_counts (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) learner = fixture_learner (clock);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);

  pz_document_delete (learner, goal);
  fixture_wait (clock, 3600 * 1000);
  pz_document_delete (learner, goal);
  g_assert_cmpstr (deleted_on (goal), ==, "2026-11-23T10:00");
}

static void
test_comes_back_as_it_was (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) learner = fixture_learner (clock);
  PzRecord *owner = pz_document_get_owner (learner);

  pz_record_set_text (owner, PZ_LEARNER_GIVEN_NAME, "Noor");
  pz_document_delete (learner, owner);
  g_assert_true (pz_record_is_deleted (owner));
  pz_document_restore (learner, owner);
  g_assert_false (pz_record_is_deleted (owner));
  g_assert_null (deleted_on (owner));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
}

static void
test_what_is_not_in_the_trash_stays (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) learner = fixture_learner (clock);
  PzRecord *owner = pz_document_get_owner (learner);

  pz_document_restore (learner, owner);
  g_assert_false (pz_document_is_dirty (learner));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-trash/says-when-it-was", test_says_when_it_was);
  g_test_add_func ("/core/document-trash/the-first-time-counts", test_the_first_time_counts);
  g_test_add_func ("/core/document-trash/comes-back-as-it-was", test_comes_back_as_it_was);
  g_test_add_func ("/core/document-trash/what-is-not-in-the-trash-stays", test_what_is_not_in_the_trash_stays);
  return g_test_run ();
}
