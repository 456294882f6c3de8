/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-plan-fixture.h"
#include "pz-standard-tree.h"

static void
test_twice_changes_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Import of a framework");
  first = case_read_file (classroom, PLAN_ROOT);
  g_assert_nonnull (strstr (first, "\"statement\":\"Reads aloud\""));
  case_assert_check_finds (classroom, 0);
  case_import (classroom, PLAN_FIRST, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  second = case_read_file (classroom, PLAN_ROOT);
  g_assert_cmpstr (first, ==, second);
}

static void
test_plan_says_and_writes_nothing (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (PLAN_FIRST);
  g_autoptr(PzCasePackage) other = case_parse (PLAN_SECOND);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);
  g_autoptr(PzCasePlan) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *gone = NULL;

  g_assert_cmpstr (pz_case_plan_get_id (plan), ==, PLAN_ROOT);
  g_assert_cmpint (pz_case_plan_get_kind (plan), ==, PZ_IMPORT_NEW);
  g_assert_false (pz_case_plan_is_empty (plan));
  g_assert_cmpuint (pz_case_plan_get_n_items (plan), ==, 6);
  g_assert_cmpstr (pz_case_plan_get_item (plan, 1)->id, ==, "b");
  label = pz_case_plan_dup_label (plan, 1);
  g_assert_cmpstr (label, ==, "b  Reads aloud");
  text = case_read_file (classroom, PLAN_ROOT);
  g_assert_null (text);

  g_assert_true (pz_case_plan_apply (plan, NULL));
  again = pz_case_plan_new (classroom, other, NULL);
  g_assert_cmpint (pz_case_plan_get_kind (again), ==, PZ_IMPORT_CHANGED);
  g_assert_cmpuint (pz_case_plan_get_item (again, 0)->fields, ==, 1u << PZ_STANDARD_STATEMENT);
  g_assert_cmpint (pz_case_plan_get_item (again, 6)->kind, ==, PZ_IMPORT_GONE);
  g_assert_null (pz_case_plan_get_item (again, 6)->source);
  gone = pz_case_plan_dup_label (again, 6);
  g_assert_cmpstr (gone, ==, "b  Reads aloud");
}

/* what is gone is gone once, and comes back as what it was */
static void
test_gone_once_and_back (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) first = case_parse (PLAN_FIRST);
  g_autoptr(PzCasePackage) second = case_parse (PLAN_SECOND);
  g_autoptr(PzCasePlan) same = NULL;
  g_autoptr(PzCasePlan) back = NULL;

  case_import (classroom, PLAN_FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  /* where b stood is kept, though the file has neither b nor its place any longer */
  case_import (classroom, PLAN_SECOND, "+1 ~1 =1 ^0 -1, +2 ~0 =1 ^0 -1");
  same = pz_case_plan_new (classroom, second, NULL);
  case_assert_plan (same, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  g_assert_true (pz_case_plan_is_empty (same));
  g_assert_cmpint (pz_case_plan_get_kind (same), ==, PZ_IMPORT_SAME);
  back = pz_case_plan_new (classroom, first, NULL);
  case_assert_plan (back, "+0 ~1 =1 ^1 -1, +0 ~0 =2 ^1 -1");
  g_assert_false (pz_case_plan_is_empty (back));
}

/* that others came between is no change of an item, but written it is */
static void
test_another_order (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autoptr(PzCasePackage) turned = case_parse (PLAN_PACKAGE (PLAN_ITEM ("b", "B") "," PLAN_ITEM ("a", "A"), ""));
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzCasePlan) again = NULL;

  case_import (classroom, PLAN_PACKAGE (PLAN_ITEM ("a", "A") "," PLAN_ITEM ("b", "B"), ""), "+2 ~0 =0 ^0 -0, +0 ~0 =0 ^0 -0");
  plan = pz_case_plan_new (classroom, turned, NULL);
  case_assert_plan (plan, "+0 ~0 =2 ^0 -0, +0 ~0 =0 ^0 -0");
  g_assert_false (pz_case_plan_is_empty (plan));
  g_assert_true (pz_case_plan_apply (plan, NULL));
  again = pz_case_plan_new (classroom, turned, NULL);
  g_assert_true (pz_case_plan_is_empty (again));
}

/* width: how many stand below each */
static void
import_generated (Fixture *fixture,
                  guint    width,
                  guint    depth)
{
  g_autoptr(PzClassroom) classroom = case_new_class (fixture);
  g_autofree char *path = g_strdup (pz_classroom_get_path (classroom));
  g_autofree char *text = case_make_tree (5000, width);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;
  g_autoptr(GArray) found = NULL;
  const guint *children;
  guint n;

  case_import (classroom, text, "+5000 ~0 =0 ^0 -0, +5000 ~0 =0 ^0 -0");
  g_clear_object (&classroom);
  classroom = pz_classroom_open (fixture->environment, path, NULL);
  document = case_load (classroom, "00000000-0000-4000-8000-000000000000");
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_tree_get_n_items (tree), ==, 5000);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 5000);
  g_assert_cmpuint (pz_standard_order_get_depth (pz_standard_tree_get_order (tree)), ==, depth);
  children = pz_standard_order_get_children (pz_standard_tree_get_order (tree), PZ_STANDARD_ROOT, &n);
  g_assert_cmpuint (n, ==, 1);
  children = pz_standard_order_get_children (pz_standard_tree_get_order (tree), children[0], &n);
  g_assert_cmpuint (n, ==, MIN (width, 4999));
  /* the sequence runs backwards */
  g_assert_true (g_str_has_suffix (case_text_of (document, pz_record_get_id (pz_standard_tree_get_record (tree, children[0])),
                                            PZ_STANDARD_ABBREVIATED), width == 1 ? " 1" : width == 10 ? " 10" : " 4999"));
  found = pz_standard_tree_search (tree, "PROBLEM 4321");
  g_assert_cmpuint (found->len, ==, 1);
  case_import (classroom, text, "+0 ~0 =5000 ^0 -0, +0 ~0 =5000 ^0 -0");
}

static void
test_five_thousand (Fixture       *fixture,
                    gconstpointer  data)
{
  import_generated (fixture, 1, 5000);
  import_generated (fixture, 10, 5);
  import_generated (fixture, 5000, 2);
}

#define ADD(path, function) \
  g_test_add ("/core/case-plan/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("twice-changes-nothing", test_twice_changes_nothing);
  ADD ("plan-says-and-writes-nothing", test_plan_says_and_writes_nothing);
  ADD ("gone-once-and-back", test_gone_once_and_back);
  ADD ("another-order", test_another_order);
  ADD ("five-thousand", test_five_thousand);
  return g_test_run ();
}
