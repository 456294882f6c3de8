/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "exchange-fixture.h"
#include "pz-case-plan.h"
#include "pz-error.h"
#include "pz-standard-tree.h"

#define ROOT "00000000-0000-4000-8000-00000000000a"
#define DOCUMENT "\"CFDocument\":{\"identifier\":\"" ROOT "\",\"title\":\"Reading\"}"
#define ITEM(id, text) "{\"identifier\":\"" id "\",\"fullStatement\":\"" text "\",\"humanCodingScheme\":\"" id "\"}"
#define CHILD(id, child, parent)                                                                                    \
  "{\"identifier\":\"" id "\",\"associationType\":\"isChildOf\",\"originNodeURI\":{\"identifier\":\"" child "\"},"   \
  "\"destinationNodeURI\":{\"identifier\":\"" parent "\"}}"
#define PACKAGE(items, associations) "{" DOCUMENT ",\"CFItems\":[" items "],\"CFAssociations\":[" associations "]}"

#define FIRST PACKAGE (ITEM ("a", "Reads") "," ITEM ("b", "Reads aloud") "," ITEM ("c", "Spells"), \
                       CHILD ("a-1", "a", ROOT) "," CHILD ("b-1", "b", "a") "," CHILD ("c-1", "c", "a"))
/* a is called otherwise, b is gone, c stands elsewhere, d is new and comes before c */
#define SECOND PACKAGE (ITEM ("a", "Reads well") "," ITEM ("d", "Writes") "," ITEM ("c", "Spells"), \
                        CHILD ("a-1", "a", ROOT) "," CHILD ("d-1", "d", ROOT) "," CHILD ("c-2", "c", "d"))

static PzClassroom *
new_class (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_classroom_create (fixture->environment, "5b", &error);

  g_assert_no_error (error);
  return classroom;
}

static char *
read_file (PzClassroom *classroom,
           const char  *id)
{
  g_autofree char *path = g_strdup_printf ("%s/frameworks/%s.json", pz_classroom_get_path (classroom), id);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* what happens to standards and to associations, as "+1 ~0 =0 ^0 -0, …" */
static void
assert_plan (PzCasePlan *plan,
             const char *expected)
{
  static const struct { PzImportKind kind; char mark; } marks[] = {
    { PZ_IMPORT_NEW, '+' }, { PZ_IMPORT_CHANGED, '~' }, { PZ_IMPORT_SAME, '=' }, { PZ_IMPORT_BACK, '^' }, { PZ_IMPORT_GONE, '-' },
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
      g_string_append_printf (text, "%s%c%u", j > 0 ? " " : i > 0 ? ", " : "", marks[j].mark,
                              pz_case_plan_count (plan, i == 0 ? PZ_RECORD_STANDARD : PZ_RECORD_ASSOCIATION, marks[j].kind));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
import (PzClassroom *classroom,
        const char  *text,
        const char  *expected)
{
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, &error);

  g_assert_no_error (error);
  assert_plan (plan, expected);
  g_assert_true (pz_case_plan_apply (plan, &error));
  g_assert_no_error (error);
}

static PzDocument *
load (PzClassroom *classroom,
      const char  *id)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, id, &error);

  g_assert_no_error (error);
  return document;
}

static const char *
text_of (PzDocument *document,
         const char *id,
         guint       field)
{
  PzRecord *record = pz_document_find (document, id);

  g_assert_nonnull (record);
  return pz_record_get_text (record, field);
}

static void
assert_check_finds (PzClassroom *classroom,
                    guint        n)
{
  g_autoptr(GPtrArray) findings = pz_classroom_check (classroom, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((PzFinding *) g_ptr_array_index (findings, i))->text);
  g_assert_cmpuint (findings->len, ==, n);
}

static void
test_twice_changes_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  import (classroom, FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Import of a framework");
  first = read_file (classroom, ROOT);
  g_assert_nonnull (strstr (first, "\"statement\":\"Reads aloud\""));
  assert_check_finds (classroom, 0);
  import (classroom, FIRST, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  second = read_file (classroom, ROOT);
  g_assert_cmpstr (first, ==, second);
}

static void
test_plan_says_and_writes_nothing (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (FIRST);
  g_autoptr(PzCasePackage) other = case_parse (SECOND);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (classroom, package, NULL);
  g_autoptr(PzCasePlan) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *gone = NULL;

  g_assert_cmpstr (pz_case_plan_get_id (plan), ==, ROOT);
  g_assert_cmpint (pz_case_plan_get_kind (plan), ==, PZ_IMPORT_NEW);
  g_assert_false (pz_case_plan_is_empty (plan));
  g_assert_cmpuint (pz_case_plan_get_n_items (plan), ==, 6);
  g_assert_cmpstr (pz_case_plan_get_item (plan, 1)->id, ==, "b");
  label = pz_case_plan_dup_label (plan, 1);
  g_assert_cmpstr (label, ==, "b  Reads aloud");
  text = read_file (classroom, ROOT);
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

static void
test_update_loses_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;
  PzRecord *goal;
  guint item;

  import (classroom, FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  goal = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Together");
  pz_record_set_text (goal, PZ_GOAL_STANDARD, "b");
  import (classroom, SECOND, "+1 ~1 =1 ^0 -1, +2 ~0 =1 ^0 -1");
  document = load (classroom, ROOT);
  g_assert_cmpstr (text_of (document, "a", PZ_STANDARD_STATEMENT), ==, "Reads well");
  g_assert_cmpstr (text_of (document, "b", PZ_STANDARD_RETIRED), ==, "2026-11-23");
  /* what is retired keeps its place, what was moved has left the old one */
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 4);
  g_assert_true (pz_standard_tree_find (tree, "c", &item));
  item = pz_standard_order_get_first_parent (pz_standard_tree_get_order (tree), item);
  g_assert_cmpstr (pz_record_get_id (pz_standard_tree_get_record (tree, item)), ==, "d");
  assert_check_finds (classroom, 0);
  import (classroom, SECOND, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
  import (classroom, FIRST, "+0 ~1 =1 ^1 -1, +0 ~0 =2 ^1 -1");
  g_assert_null (text_of (document, "b", PZ_STANDARD_RETIRED));
  g_assert_cmpstr (text_of (document, "d", PZ_STANDARD_RETIRED), ==, "2026-11-23");
}

static void
test_undo_and_again (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (FIRST);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  import (classroom, FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  g_assert_true (pz_classroom_undo (classroom, &error));
  g_assert_no_error (error);
  document = load (classroom, ROOT);
  g_assert_true (pz_record_is_deleted (pz_document_get_owner (document)));
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpint (pz_case_plan_get_kind (plan), ==, PZ_IMPORT_BACK);
  import (classroom, FIRST, "+0 ~0 =0 ^3 -0, +0 ~0 =0 ^3 -0");
  g_assert_false (pz_record_is_deleted (pz_document_get_owner (document)));
  g_assert_false (pz_record_is_deleted (pz_document_find (document, "b")));
}

/* two frameworks share an item: a goal means one of them */
static void
test_shared_items (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *other = "{\"CFDocument\":{\"identifier\":\"other\",\"title\":\"Other\"},\"CFItems\":[" ITEM ("a", "Reads") ","
                      ITEM ("x", "X") "],\"CFAssociations\":[" CHILD ("a-1", "a", "other") "," CHILD ("x-1", "x", "a") "]}";
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (other);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;

  import (classroom, FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_ID_ELSEWHERE), ==, 2);
  import (classroom, other, "+2 ~0 =0 ^0 -0, +2 ~0 =0 ^0 -0");
  document = load (classroom, "other");
  tree = pz_standard_tree_new (document);
  g_assert_null (pz_document_find (document, "a"));
  g_assert_cmpuint (pz_standard_order_get_depth (pz_standard_tree_get_order (tree)), ==, 2);
  assert_check_finds (classroom, 0);
  import (classroom, other, "+0 ~0 =2 ^0 -0, +0 ~0 =2 ^0 -0");
  import (classroom, FIRST, "+0 ~0 =3 ^0 -0, +0 ~0 =3 ^0 -0");
}

/* an identifier that something else in the class has is no file of that */
static void
test_framework_called_as_an_item (Fixture       *fixture,
                                  gconstpointer  data)
{
  const char *other = "{\"CFDocument\":{\"identifier\":\"b\",\"title\":\"Other\"},\"CFItems\":[" ITEM ("x", "X") "],"
                      "\"CFAssociations\":[" CHILD ("x-1", "x", "b") "]}";
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (other);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;

  import (classroom, FIRST, "+3 ~0 =0 ^0 -0, +3 ~0 =0 ^0 -0");
  plan = pz_case_plan_new (classroom, package, NULL);
  g_assert_cmpstr (pz_case_plan_get_id (plan), !=, "b");
  import (classroom, other, "+1 ~0 =0 ^0 -0, +1 ~0 =0 ^0 -0");
  document = load (classroom, pz_case_plan_get_id (plan));
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 1);
  assert_check_finds (classroom, 0);
  import (classroom, other, "+0 ~0 =1 ^0 -0, +0 ~0 =1 ^0 -0");
}

static void
test_what_cannot_be_kept_is_refused (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (3900000, 'x');
  g_autofree char *text = g_strdup_printf (
      "{" DOCUMENT ",\"CFItems\":[{\"identifier\":\"a\",\"y\":\"%s\"},{\"identifier\":\"b\",\"y\":\"%s\"},"
      "{\"identifier\":\"c\",\"y\":\"%s\"},{\"identifier\":\"d\",\"y\":\"%s\"},"
      "{\"identifier\":\"e\",\"y\":\"%s\"}]}", long_text, long_text, long_text, long_text, long_text);
  g_autoptr(PzClassroom) classroom = new_class (fixture);
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

/* width: how many stand below each */
static void
import_generated (Fixture *fixture,
                  guint    width,
                  guint    depth)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *path = g_strdup (pz_classroom_get_path (classroom));
  g_autofree char *text = case_make_tree (5000, width);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzStandardTree) tree = NULL;
  g_autoptr(GArray) found = NULL;
  const guint *children;
  guint n;

  import (classroom, text, "+5000 ~0 =0 ^0 -0, +5000 ~0 =0 ^0 -0");
  g_clear_object (&classroom);
  classroom = pz_classroom_open (fixture->environment, path, NULL);
  document = load (classroom, "00000000-0000-4000-8000-000000000000");
  tree = pz_standard_tree_new (document);
  g_assert_cmpuint (pz_standard_tree_get_n_items (tree), ==, 5000);
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 5000);
  g_assert_cmpuint (pz_standard_order_get_depth (pz_standard_tree_get_order (tree)), ==, depth);
  children = pz_standard_order_get_children (pz_standard_tree_get_order (tree), PZ_STANDARD_ROOT, &n);
  g_assert_cmpuint (n, ==, 1);
  children = pz_standard_order_get_children (pz_standard_tree_get_order (tree), children[0], &n);
  g_assert_cmpuint (n, ==, MIN (width, 4999));
  /* the sequence runs backwards */
  g_assert_true (g_str_has_suffix (text_of (document, pz_record_get_id (pz_standard_tree_get_record (tree, children[0])),
                                            PZ_STANDARD_ABBREVIATED), width == 1 ? " 1" : width == 10 ? " 10" : " 4999"));
  found = pz_standard_tree_search (tree, "PROBLEM 4321");
  g_assert_cmpuint (found->len, ==, 1);
  import (classroom, text, "+0 ~0 =5000 ^0 -0, +0 ~0 =5000 ^0 -0");
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
  ADD ("update-loses-nothing", test_update_loses_nothing);
  ADD ("undo-and-again", test_undo_and_again);
  ADD ("shared-items", test_shared_items);
  ADD ("framework-called-as-an-item", test_framework_called_as_an_item);
  ADD ("what-cannot-be-kept-is-refused", test_what_cannot_be_kept_is_refused);
  ADD ("five-thousand", test_five_thousand);
  return g_test_run ();
}
