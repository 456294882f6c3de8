/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-plan-fixture.h"
#include "pz-case-plan-private.h"
#include "pz-standard-tree.h"

/* two frameworks share an item: a goal means one of them */
static void
test_shared_items (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *other = "{\"CFDocument\":{\"identifier\":\"other\",\"title\":\"Other\"},\"CFItems\":[" PLAN_ITEM ("a", "Reads") ","
                      PLAN_ITEM ("x", "X") "],\"CFAssociations\":[" CASE_CHILD ("a-1", "a", "other", "") "," CASE_CHILD ("x-1", "x", "a", "")
                      "]}";
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (other);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_ID_ELSEWHERE), ==, 2);
  case_import (classroom, other, "+2 ~0 =0 ^0 -0, +2 ~0 =0 ^0 -0");
  document = case_load (classroom, "other");
  tree = pz_standard_tree_new (document);
  g_assert_null (pz_document_find (document, "a"));
  g_assert_cmpuint (pz_standard_order_get_depth (pz_standard_tree_get_order (tree)), ==, 2);
  case_assert_check_finds (classroom, 0);
  case_import (classroom, other, "+0 ~0 =2 ^0 -0, +0 ~0 =2 ^0 -0");
  case_import (classroom, PLAN_FIRST, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
}

/* an identifier that something else in the class has is no file of that */
static void
test_framework_called_as_an_item (Fixture       *fixture,
                                  gconstpointer  data)
{
  const char *other = "{\"CFDocument\":{\"identifier\":\"b\",\"title\":\"Other\"},\"CFItems\":[" PLAN_ITEM ("x", "X") "],"
                      "\"CFAssociations\":[" CASE_CHILD ("x-1", "x", "b", "") "]}";
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (other);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpstr (pz_case_plan_get_id (plan), !=, "b");
  case_import (classroom, other, "+1 ~0 =0 ^0 -0, +1 ~0 =0 ^0 -0");
  document = case_load (classroom, pz_case_plan_get_id (plan));
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 1);
  case_assert_check_finds (classroom, 0);
  case_import (classroom, other, "+0 ~0 =1 ^0 -0, +0 ~0 =1 ^0 -0");
}

/* a framework of its own identifier with one item, and what the item is called in the class */
static char *
import_item (PzClassroom *classroom,
             const char  *framework,
             const char  *item,
             guint        n_elsewhere)
{
  g_autofree char *text = g_strdup_printf ("{\"CFDocument\":{\"identifier\":\"%s\",\"title\":\"T\"},"
                                           "\"CFItems\":[{\"identifier\":\"%s\",\"fullStatement\":\"S\"}]}", framework, item);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, &error);
  char *id;

  g_assert_no_error (error);
  g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_ID_ELSEWHERE), ==, n_elsewhere);
  id = g_strdup (pz_case_plan_get_item (plan, 0)->id);
  g_assert_true (pz_case_plan_apply (plan, &error));
  g_assert_no_error (error);
  return id;
}

/* a goal points to a standard by its id: nothing else in the class may have it */
static void
test_learners_and_records_of_the_class_come_first (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  PzRecord *goal = pz_document_add_with_id (pz_classroom_get_document (classroom), PZ_RECORD_GOAL, "of-the-class");
  g_autoptr(PzDocument) learner = pz_classroom_add_with_id (classroom, PZ_DOCUMENT_LEARNER, "noor", NULL);
  g_autofree char *free_one = NULL;
  g_autofree char *as_goal = NULL;
  g_autofree char *as_learner = NULL;
  g_autofree char *as_learner_again = NULL;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Together");
  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Noor");
  g_assert_true (pz_classroom_save (classroom, NULL, NULL));
  free_one = import_item (classroom, "f1", "nobody-has-it", 0);
  as_goal = import_item (classroom, "f2", "of-the-class", 1);
  as_learner = import_item (classroom, "f3", "noor", 1);
  as_learner_again = import_item (classroom, "f3", "noor", 1);
  g_assert_cmpstr (free_one, ==, "nobody-has-it");
  g_assert_cmpuint (strlen (as_goal), ==, 16);
  g_assert_cmpuint (strlen (as_learner), ==, 16);
  g_assert_cmpstr (as_learner, ==, as_learner_again);
  case_assert_check_finds (classroom, 0);
}

/* goals point to it by then: that the first owner of the id is gone changes nothing */
static void
test_what_was_renamed_keeps_its_name (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autofree char *path = NULL;
  g_autofree char *first = import_item (classroom, "f1", "shared", 0);
  g_autofree char *second = import_item (classroom, "f2", "shared", 1);
  g_autofree char *again = NULL;
  g_autofree char *folder = g_strdup (pz_classroom_get_path (classroom));

  path = g_strdup_printf ("%s/frameworks/f1.json", folder);
  g_clear_object (&classroom);
  g_assert_cmpint (g_unlink (path), ==, 0);
  classroom = pz_classroom_open (fixture->environment, folder, NULL);
  again = import_item (classroom, "f2", "shared", 0);
  g_assert_cmpstr (first, ==, "shared");
  g_assert_cmpstr (second, !=, "shared");
  g_assert_cmpstr (again, ==, second);
}

static void
test_framework_called_as_a_learner (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzDocument) learner = pz_classroom_add_with_id (classroom, PZ_DOCUMENT_LEARNER, "noor", NULL);
  g_autoptr(GPtrArray) ids = NULL;
  g_autofree char *item = NULL;
  g_autofree char *again = NULL;

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Noor");
  g_assert_true (pz_classroom_save (classroom, NULL, NULL));
  item = import_item (classroom, "noor", "x", 1);
  again = import_item (classroom, "noor", "x", 1);
  ids = pz_classroom_list (classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), !=, "noor");
  g_assert_cmpstr (item, ==, "x");
  g_assert_cmpstr (again, ==, "x");
}

/* the same identifier for something else now: what was there keeps it */
static void
test_an_item_that_was_an_association (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzDocument) document = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  case_import (classroom, PLAN_PACKAGE (PLAN_ITEM ("a", "Reads") "," PLAN_ITEM ("b-1", "An item"),
                                        CASE_CHILD ("a-1", "a", PLAN_ROOT, "") "," CASE_CHILD ("b", "b-1", "a", "")),
               "+1 ~0 =1 ^0 -2, +1 ~0 =1 ^0 -0");
  document = case_load (classroom, PLAN_ROOT);
  g_assert_cmpint (pz_record_get_record_type (pz_document_find (document, "b-1")), ==, PZ_RECORD_ASSOCIATION);
  g_assert_cmpint (pz_record_get_record_type (pz_document_find (document, "b")), ==, PZ_RECORD_STANDARD);
  g_assert_cmpstr (case_text_of (document, "b", PZ_STANDARD_RETIRED), ==, "2026-11-23");
  case_assert_check_finds (classroom, 0);
}

static void
test_a_damaged_framework_is_passed_over (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autofree char *first = import_item (classroom, "f1", "shared", 0);
  g_autofree char *folder = g_strdup (pz_classroom_get_path (classroom));
  g_autofree char *path = g_strdup_printf ("%s/frameworks/f1.json", folder);
  g_autofree char *second = NULL;

  g_clear_object (&classroom);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  classroom = pz_classroom_open (fixture->environment, folder, NULL);
  second = import_item (classroom, "f2", "other", 0);
  g_assert_cmpstr (second, ==, "other");
}

static void
test_can_be_stopped (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autofree char *item = import_item (classroom, "f1", "a", 0);
  g_autoptr(PzCasePackage) package = case_parse (PLAN_FIRST);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePlan) plan = pz_case_plan_begin (classroom, package, &error);

  g_cancellable_cancel (cancellable);
  g_assert_false (pz_case_plan_rename (plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, function) fixture_test_add ("/core/case-rename/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shared-items", test_shared_items);
  ADD ("framework-called-as-an-item", test_framework_called_as_an_item);
  ADD ("learners-and-records-of-the-class-come-first", test_learners_and_records_of_the_class_come_first);
  ADD ("what-was-renamed-keeps-its-name", test_what_was_renamed_keeps_its_name);
  ADD ("framework-called-as-a-learner", test_framework_called_as_a_learner);
  ADD ("an-item-that-was-an-association", test_an_item_that_was_an_association);
  ADD ("a-damaged-framework-is-passed-over", test_a_damaged_framework_is_passed_over);
  ADD ("can-be-stopped", test_can_be_stopped);
  return g_test_run ();
}
