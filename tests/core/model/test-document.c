/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-learner.h"

static void
test_new_document_waits_to_be_saved (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  PzDocument *document = pz_document_new (PZ_DOCUMENT_ACTIVITY, FIXTURE_ID, clock);

  g_assert_cmpint (pz_document_get_kind (document), ==, PZ_DOCUMENT_ACTIVITY);
  g_assert_cmpstr (pz_document_get_id (document), ==, FIXTURE_ID);
  g_assert_cmpuint (pz_document_get_revision (document), ==, 0);
  g_assert_true (pz_document_get_clock (document) == clock);
  g_assert_true (pz_document_is_dirty (document));
  g_assert_cmpint (pz_record_get_record_type (pz_document_get_owner (document)), ==, PZ_RECORD_ACTIVITY);
  g_assert_cmpstr (pz_record_get_id (pz_document_get_owner (document)), ==, FIXTURE_ID);
  g_assert_cmpuint (pz_document_count_pending (document), ==, 1);
  pz_document_set_revision (document, 7);
  g_assert_cmpuint (pz_document_get_revision (document), ==, 7);
  g_assert_finalize_object (document);
}

static void
count_items_cb (GListModel *model,
                guint       position,
                guint       removed,
                guint       added,
                int        *n)
{
  *n += (int) added - (int) removed;
}

static void
test_records_are_a_list_model (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  GListModel *goals = pz_document_get_records (document, PZ_RECORD_GOAL);
  g_autoptr(PzRecord) last = NULL;
  PzRecord *one, *two;
  int n = 0;

  g_assert_true (goals == pz_document_get_records (document, PZ_RECORD_GOAL));
  g_assert_true (g_list_model_get_item_type (goals) == PZ_TYPE_GOAL);
  g_signal_connect (goals, "items-changed", G_CALLBACK (count_items_cb), &n);
  one = pz_document_add (document, PZ_RECORD_GOAL);
  two = pz_document_add (document, PZ_RECORD_GOAL);
  g_assert_cmpint (n, ==, 2);
  last = g_list_model_get_item (goals, 1);
  g_assert_true (last == two);
  g_assert_true (pz_id_is_valid (pz_record_get_id (one)));
  g_assert_cmpstr (pz_record_get_id (one), !=, pz_record_get_id (two));
  g_assert_true (pz_document_is_dirty (document));
  pz_document_remove (document, one);
  pz_document_remove (document, pz_document_get_owner (document)); /* not of a list: stays */
  g_assert_cmpint (n, ==, 1);
}

static void
test_records_are_found_by_id (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(PzRecord) record = pz_record_new (PZ_RECORD_CONTACT, "x1");

  g_assert_null (pz_document_find (document, "x1"));
  g_assert_true (pz_document_find (document, FIXTURE_ID) == pz_document_get_owner (document));
  pz_document_insert (document, record);
  g_assert_true (pz_document_find (document, "x1") == record);
  g_assert_true (pz_record_get_document (record) == document);
  pz_document_remove (document, record);
  g_assert_null (pz_document_find (document, "x1"));
  g_assert_null (pz_record_get_document (record));
}

static void
test_all_records_begin_with_the_owner (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) all = NULL;

  pz_document_add (document, PZ_RECORD_GOAL);
  pz_document_add (document, PZ_RECORD_CONTACT);
  all = pz_document_get_all (document);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (g_ptr_array_index (all, 0) == pz_document_get_owner (document));
  g_assert_cmpint (pz_record_get_record_type (g_ptr_array_index (all, 1)), ==, PZ_RECORD_CONTACT);
}

static void
test_stamps_come_from_the_clock (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzStamp stamp = pz_document_next_stamp (document, PZ_HLC (FIXTURE_NOW + 5, 0));

  g_assert_cmpuint (stamp.device, ==, FIXTURE_DEVICE);
  g_assert_cmpuint (stamp.clock, >, PZ_HLC (FIXTURE_NOW + 5, 0));
}

static void
test_records_outlive_their_document (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  PzDocument *document = fixture_learner (clock);
  g_autoptr(PzRecord) owner = g_object_ref (pz_document_get_owner (document));
  g_autoptr(PzRecord) goal = g_object_ref (pz_document_add (document, PZ_RECORD_GOAL));

  g_assert_finalize_object (document);
  g_assert_null (pz_record_get_document (owner));
  g_assert_null (pz_record_get_document (goal));
  pz_record_set_text (goal, PZ_GOAL_TITLE, "too late");
  g_assert_null (pz_record_get_text (goal, PZ_GOAL_TITLE));
}

/* as those of an imported framework */
static void
test_records_keep_the_id_they_have_elsewhere (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_FRAMEWORK, FIXTURE_ID, clock);
  PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, "0b9d4a52-7c11-4e0f-9a3e-2f6c1d8e5b70");
  g_autofree char *text = NULL;

  pz_record_set_text (record, PZ_STANDARD_CODE, "R.1");
  g_assert_true (pz_document_find (document, "0b9d4a52-7c11-4e0f-9a3e-2f6c1d8e5b70") == record);
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_STANDARD)), ==, 1);
  text = fixture_text (document);
  g_assert_nonnull (strstr (text, "{\"id\":\"0b9d4a52-7c11-4e0f-9a3e-2f6c1d8e5b70\",\"code\":\"R.1\"}"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document/new-document-waits-to-be-saved", test_new_document_waits_to_be_saved);
  g_test_add_func ("/core/document/records-are-a-list-model", test_records_are_a_list_model);
  g_test_add_func ("/core/document/records-are-found-by-id", test_records_are_found_by_id);
  g_test_add_func ("/core/document/records-keep-the-id-they-have-elsewhere", test_records_keep_the_id_they_have_elsewhere);
  g_test_add_func ("/core/document/all-records-begin-with-the-owner", test_all_records_begin_with_the_owner);
  g_test_add_func ("/core/document/stamps-come-from-the-clock", test_stamps_come_from_the_clock);
  g_test_add_func ("/core/document/records-outlive-their-document", test_records_outlive_their_document);
  return g_test_run ();
}
