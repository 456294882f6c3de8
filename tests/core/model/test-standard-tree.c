/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-list.h"
#include "pz-standard-node.h"
#include "standard-fixture.h"

static void
append_list (GString    *text,
             GListModel *list)
{
  g_assert_true (g_list_model_get_item_type (list) == PZ_TYPE_STANDARD_NODE);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PzStandardNode) node = g_list_model_get_item (list, i);
      g_autofree char *label = pz_standard_node_dup_label (node);
      g_autoptr(GListModel) children = pz_standard_node_list_children (node);

      g_assert_true (pz_standard_node_is_heading (node) == (pz_standard_node_get_record (node) == NULL));
      g_assert_true (pz_standard_node_is_heading (node) == (pz_standard_node_get_item (node) == PZ_STANDARD_ROOT));
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
      if (children == NULL)
        continue;
      g_string_append (text, " (");
      append_list (text, children);
      g_string_append (text, ")");
    }
  g_assert_null (g_list_model_get_item (list, g_list_model_get_n_items (list)));
}

static void
assert_tree (PzStandardTree *tree,
             const char     *expected)
{
  g_autoptr(GListModel) top = pz_standard_tree_list_top (tree);
  g_autoptr(GString) text = g_string_new (NULL);

  append_list (text, top);
  g_assert_cmpstr (text->str, ==, expected);
}

static char *
ids_of (PzStandardTree *tree,
        GArray         *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            pz_record_get_id (pz_standard_tree_get_record (tree, g_array_index (items, guint, i))));
  return g_string_free (text, FALSE);
}

static void
test_associations (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (
      "{\"id\":\"a\",\"code\":\"A\"},{\"id\":\"b\",\"code\":\"B\",\"statement\":\"Reads\\naloud\"},{\"id\":\"c\",\"code\":\"C\"},"
      "{\"id\":\"d\",\"abbreviated\":\"Lost\"},{\"id\":\"e\"},{\"id\":\"f\",\"code\":\"F\",\"deleted\":\"2026-11-02T10:00\"}",
      "{\"id\":\"1\",\"kind\":\"isChildOf\",\"origin\":\"a\",\"destination\":\"" FIXTURE_ID "\",\"sequence\":\"2\"},"
      "{\"id\":\"2\",\"kind\":\"isChildOf\",\"origin\":\"b\",\"destination\":\"" FIXTURE_ID "\",\"sequence\":\"10\"},"
      "{\"id\":\"3\",\"kind\":\"isChildOf\",\"origin\":\"c\",\"destination\":\"a\",\"sequence\":\"soon\"},"
      "{\"id\":\"4\",\"kind\":\"isChildOf\",\"origin\":\"c\",\"destination\":\"b\"},"
      "{\"id\":\"5\",\"kind\":\"precedes\",\"origin\":\"d\",\"destination\":\"a\"},"
      "{\"id\":\"6\",\"kind\":\"isChildOf\",\"origin\":\"d\",\"destination\":\"a\",\"deleted\":\"2026-11-02T10:00\"},"
      "{\"id\":\"7\",\"kind\":\"isChildOf\",\"origin\":\"e\",\"destination\":\"elsewhere\"},"
      "{\"id\":\"8\",\"kind\":\"isChildOf\",\"origin\":\"gone\",\"destination\":\"a\"},"
      "{\"id\":\"9\",\"kind\":\"isChildOf\",\"origin\":\"d\"}");
  guint item;

  assert_tree (tree, "A (C), B  Reads aloud (C), Not placed (Lost, No text)");
  g_assert_cmpuint (pz_standard_tree_get_n_items (tree), ==, 5);
  g_assert_true (pz_standard_tree_find (tree, "c", &item));
  g_assert_cmpstr (pz_record_get_text (pz_standard_tree_get_record (tree, item), PZ_STANDARD_CODE), ==, "C");
  g_assert_false (pz_standard_tree_find (tree, "f", &item));
  g_assert_false (pz_standard_tree_find (tree, NULL, &item));
  g_assert_cmpuint (pz_standard_order_get_n_placed (pz_standard_tree_get_order (tree)), ==, 3);
  g_assert_cmpstr (pz_document_get_id (pz_standard_tree_get_framework (tree)), ==, FIXTURE_ID);
}

static void
test_written_here (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (
      "{\"id\":\"a\",\"code\":\"A\",\"position\":\"t\"},{\"id\":\"b\",\"code\":\"B\",\"position\":\"g\"},"
      "{\"id\":\"c\",\"code\":\"C\",\"parents\":[\"a\",\"b\"],\"position\":\"x\"},"
      "{\"id\":\"d\",\"code\":\"D\",\"parents\":[\"a\"],\"position\":\"m\"},"
      "{\"id\":\"e\",\"code\":\"E\",\"parents\":[\"b\"]},{\"id\":\"f\",\"code\":\"F\"}", "");

  assert_tree (tree, "B (C, E), A (D, C), Not placed (F)");
}

static void
test_search (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (
      "{\"id\":\"a\",\"code\":\"R.2\",\"statement\":\"Liest einfache Sätze\",\"position\":\"b\"},"
      "{\"id\":\"b\",\"code\":\"R.1\",\"statement\":\"Liest SÄTZE <b>laut</b>\",\"position\":\"a\"},"
      "{\"id\":\"c\",\"code\":\"W.1\",\"abbreviated\":\"satze\",\"parents\":[\"a\"]},"
      "{\"id\":\"d\",\"alternative\":\"Satzbau\",\"parents\":[\"c\"]},{\"id\":\"e\",\"statement\":\"Rechnet\"}", "");
  const struct { const char *typed, *found; } rows[] = {
    { "satze", "b a c" }, { "sätze R.1", "b" }, { "satz w1", "" }, { "SATZ", "b a c d" }, { "rechnet", "e" },
    { "r 2", "a" },       { "", "b a c d e" },  { "nothing", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) items = pz_standard_tree_search (tree, rows[i].typed);
      g_autofree char *ids = ids_of (tree, items);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (ids, ==, rows[i].found);
    }
}

static void
test_path (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (
      "{\"id\":\"a\",\"position\":\"b\"},{\"id\":\"b\",\"parents\":[\"a\"]},{\"id\":\"c\",\"parents\":[\"b\"]},"
      "{\"id\":\"d\",\"parents\":[\"c\"]}", "");
  g_autoptr(GArray) none = NULL;
  g_autoptr(GArray) path = NULL;
  g_autofree char *ids = NULL;
  guint item;

  g_assert_true (pz_standard_tree_find (tree, "d", &item));
  path = pz_standard_tree_dup_path (tree, item);
  ids = ids_of (tree, path);
  g_assert_cmpstr (ids, ==, "a b c");
  g_assert_true (pz_standard_tree_find (tree, "a", &item));
  none = pz_standard_tree_dup_path (tree, item);
  g_assert_cmpuint (none->len, ==, 0);
}

/* rows are made when asked for, and do not keep each other */
static void
test_rows_come_and_go (void)
{
  PzStandardTree *tree = standard_fixture_tree ("{\"id\":\"a\",\"position\":\"b\"},{\"id\":\"b\",\"parents\":[\"a\"]}", "");
  GListModel *top = pz_standard_tree_list_top (tree);
  PzStandardNode *first = g_list_model_get_item (top, 0);
  PzStandardNode *again = g_list_model_get_item (top, 0);
  GListModel *below = pz_standard_node_list_children (first);
  PzStandardNode *alone = pz_standard_node_new (tree, PZ_STANDARD_ROOT);

  g_assert_true (first != again);
  g_assert_true (pz_standard_node_get_record (first) == pz_standard_node_get_record (again));
  g_assert_true (PZ_IS_STANDARD_LIST (below));
  g_assert_null (pz_standard_node_list_children (alone));
  g_object_add_weak_pointer (G_OBJECT (tree), (gpointer *) &tree);
  g_object_unref (tree);
  g_assert_nonnull (tree);
  g_object_unref (top);
  g_object_unref (first);
  g_object_unref (again);
  g_object_unref (alone);
  g_assert_nonnull (tree);
  g_assert_cmpuint (g_list_model_get_n_items (below), ==, 1);
  g_object_unref (below);
  g_assert_null (tree);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standard-tree/associations", test_associations);
  g_test_add_func ("/core/standard-tree/written-here", test_written_here);
  g_test_add_func ("/core/standard-tree/search", test_search);
  g_test_add_func ("/core/standard-tree/path", test_path);
  g_test_add_func ("/core/standard-tree/rows-come-and-go", test_rows_come_and_go);
  return g_test_run ();
}
