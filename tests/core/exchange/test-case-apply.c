/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-plan-fixture.h"
#include "pz-case-plan-private.h"
#include "pz-error.h"
#include "pz-standard-tree.h"

static void
test_update_loses_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;
  PzRecord *goal;
  guint item;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  goal = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Together");
  pz_record_set_text (goal, PZ_GOAL_STANDARD, "b");
  case_import (classroom, PLAN_SECOND, "+1 ~1 =1 ^0 -1, +2 ~0 =1 ^0 -1");
  document = case_load (classroom, PLAN_ROOT);
  g_assert_cmpstr (case_text_of (document, "a", PZ_STANDARD_STATEMENT), ==, "Reads well");
  g_assert_cmpstr (case_text_of (document, "b", PZ_STANDARD_RETIRED), ==, "2026-11-23");
  /* what is retired keeps its place, what was moved has left the old one */
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 4);
  g_assert_true (pz_standard_tree_find (tree, "c", &item));
  item = pz_standard_order_get_first_parent (pz_standard_tree_get_order (tree), item);
  g_assert_cmpstr (pz_record_get_id (pz_standard_tree_get_record (tree, item)), ==, "d");
  case_assert_check_finds (classroom, 0);
  case_import (classroom, PLAN_SECOND, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  case_import (classroom, PLAN_FIRST, "+0 ~1 =1 ^1 -1, +0 ~0 =2 ^1 -1");
  g_assert_null (case_text_of (document, "b", PZ_STANDARD_RETIRED));
  g_assert_cmpstr (case_text_of (document, "d", PZ_STANDARD_RETIRED), ==, "2026-11-23");
}

static void
test_undo_and_again (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (PLAN_FIRST);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  g_assert_true (pz_classroom_undo (classroom, &error));
  g_assert_no_error (error);
  document = case_load (classroom, PLAN_ROOT);
  g_assert_true (pz_record_is_deleted (pz_document_get_owner (document)));
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpint (pz_case_plan_get_kind (plan), ==, PZ_IMPORT_BACK);
  case_import (classroom, PLAN_FIRST, "+0 ~0 =0 ^3 -0, +0 ~0 =0 ^3 -0");
  g_assert_false (pz_record_is_deleted (pz_document_get_owner (document)));
  g_assert_false (pz_record_is_deleted (pz_document_find (document, "b")));
}

static void
test_what_cannot_be_kept_is_refused (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (3900000, 'x');
  g_autofree char *text = g_strdup_printf (
      "{" PLAN_DOCUMENT ",\"CFItems\":[{\"identifier\":\"a\",\"y\":\"%s\"},{\"identifier\":\"b\",\"y\":\"%s\"},"
      "{\"identifier\":\"c\",\"y\":\"%s\"},{\"identifier\":\"d\",\"y\":\"%s\"},"
      "{\"identifier\":\"e\",\"y\":\"%s\"}]}", long_text, long_text, long_text, long_text, long_text);
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;

  g_assert_false (pz_case_plan_apply (plan, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  ids = pz_classroom_list (classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_null (pz_classroom_get_undo_label (classroom));
}

/* names of snapshots that were taken before an import */
static guint
count_snapshots (PzClassroom *classroom)
{
  g_autofree char *path = g_build_filename (pz_classroom_get_path (classroom), "snapshots", NULL);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += strstr (name, "import") != NULL;
  return n;
}

static void
test_everything_of_the_file_is_written (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzDocument) document = NULL;
  PzRecord *standard, *association;

  case_import (classroom,
               "{\"CFDocument\":{\"identifier\":\"f\",\"title\":\"T\",\"creator\":\"C\",\"subject\":[\"s\",\"r\"],\"x\":1},"
               "\"CFItems\":[{\"identifier\":\"a\",\"fullStatement\":\"A\"},"
               "{\"identifier\":\"b\",\"fullStatement\":\"B\",\"conceptKeywords\":[\"k\"],\"statusStartDate\":\"2026-08-01\",\"x\":2}],"
               "\"CFAssociations\":[{\"identifier\":\"1\",\"associationType\":\"isChildOf\",\"originNodeURI\":\"a\","
               "\"destinationNodeURI\":\"f\",\"sequenceNumber\":2}]}",
               "+2 ~0 =0 ^0 -0, +1 ~0 =0 ^0 -0");
  document = case_load (classroom, "f");
  standard = pz_document_find (document, "b");
  association = pz_document_find (document, "1");
  g_assert_cmpstr (case_text_of (document, "f", PZ_FRAMEWORK_CREATOR), ==, "C");
  g_assert_true (pz_record_set_has (pz_document_get_owner (document), PZ_FRAMEWORK_SUBJECTS, "r"));
  g_assert_cmpstr (case_text_of (document, "f", PZ_FRAMEWORK_EXTRA), ==, "{\"x\":1}");
  g_assert_cmpstr (pz_record_get_text (standard, PZ_STANDARD_STATEMENT), ==, "B");
  g_assert_true (pz_record_set_has (standard, PZ_STANDARD_KEYWORDS, "k"));
  g_assert_cmpstr (pz_record_get_text (standard, PZ_STANDARD_STATUS_START), ==, "2026-08-01");
  g_assert_cmpfloat (pz_record_get_number (standard, PZ_STANDARD_FILE_ORDER), ==, 1);
  g_assert_true (pz_record_is_empty (standard, PZ_STANDARD_NOTES));
  g_assert_cmpstr (pz_record_get_text (association, PZ_ASSOCIATION_ORIGIN), ==, "a");
  g_assert_cmpstr (pz_record_get_text (association, PZ_ASSOCIATION_SEQUENCE), ==, "2");
}

static void
test_what_the_file_no_longer_says_is_emptied (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzDocument) document = NULL;

  case_import (classroom, PLAN_PACKAGE (CASE_ITEM ("a", ",\"notes\":\"N\",\"conceptKeywords\":[\"k\",\"l\"]"), ""),
               "+1 ~0 =0 ^0 -0, +0 ~0 =0 ^0 -0");
  case_import (classroom, PLAN_PACKAGE (CASE_ITEM ("a", ",\"conceptKeywords\":[\"l\"]"), ""), "+0 ~1 =0 ^0 -0, +0 ~0 =0 ^0 -0");
  document = case_load (classroom, PLAN_ROOT);
  g_assert_true (pz_record_is_empty (pz_document_find (document, "a"), PZ_STANDARD_NOTES));
  g_assert_false (pz_record_set_has (pz_document_find (document, "a"), PZ_STANDARD_KEYWORDS, "k"));
  g_assert_true (pz_record_set_has (pz_document_find (document, "a"), PZ_STANDARD_KEYWORDS, "l"));
}

/* a copy of the class as it was, edits that waited included; where nothing changes none is needed */
static void
test_a_snapshot_comes_first (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (classroom));

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  g_assert_cmpuint (count_snapshots (classroom), ==, 1);
  case_import (classroom, PLAN_FIRST, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  g_assert_cmpuint (count_snapshots (classroom), ==, 1);
  pz_record_set_text (owner, PZ_CLASSROOM_SUBJECT, "Reading");
  case_import (classroom, PLAN_SECOND, "+1 ~1 =1 ^0 -1, +2 ~0 =1 ^0 -1");
  g_assert_cmpuint (count_snapshots (classroom), ==, 2);
  /* the import alone is one step: the edit before it stays */
  g_assert_true (pz_classroom_undo (classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_CLASSROOM_SUBJECT), ==, "Reading");
}

static void
test_stopped_before_it_is_written (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (PLAN_FIRST);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (classroom, PZ_DOCUMENT_FRAMEWORK, PLAN_ROOT, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (pz_case_plan_write (plan, document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (pz_document_find (document, "a"));
  pz_classroom_abandon (classroom);
}

#define ADD(path, function) fixture_test_add ("/core/case-apply/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("update-loses-nothing", test_update_loses_nothing);
  ADD ("undo-and-again", test_undo_and_again);
  ADD ("what-cannot-be-kept-is-refused", test_what_cannot_be_kept_is_refused);
  ADD ("everything-of-the-file-is-written", test_everything_of_the_file_is_written);
  ADD ("what-the-file-no-longer-says-is-emptied", test_what_the_file_no_longer_says_is_emptied);
  ADD ("a-snapshot-comes-first", test_a_snapshot_comes_first);
  ADD ("stopped-before-it-is-written", test_stopped_before_it_is_written);
  return g_test_run ();
}
