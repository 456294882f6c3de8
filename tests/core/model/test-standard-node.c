/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-node.h"
#include "standard-fixture.h"

#define FEW \
  "{\"id\":\"a\",\"code\":\"A\",\"statement\":\"Reads\\n\\taloud\",\"position\":\"t\"},{\"id\":\"b\",\"statement\":\"Writes\",\"parents\":[\"a\"]}," \
  "{\"id\":\"c\",\"code\":\"C\",\"abbreviated\":\"Short\",\"parents\":[\"a\"]},{\"id\":\"d\"}"

static PzStandardNode *
find (PzStandardTree *tree,
      const char     *id)
{
  guint item = G_MAXUINT;

  g_assert_true (pz_standard_tree_find (tree, id, &item));
  return pz_standard_node_new (tree, item);
}

static void
test_a_row_is_a_standard (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (FEW, "");
  g_autoptr(PzStandardNode) node = find (tree, "b");

  g_assert_false (pz_standard_node_is_heading (node));
  g_assert_cmpstr (pz_record_get_id (pz_standard_node_get_record (node)), ==, "b");
  g_assert_true (pz_standard_tree_get_record (tree, pz_standard_node_get_item (node)) == pz_standard_node_get_record (node));
}

static void
test_labels_are_one_line (void)
{
  static const struct { const char *id, *label; } rows[]
      = { { "a", "A  Reads  aloud" }, { "b", "Writes" }, { "c", "C  Short" }, { "d", "No text" } };
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (FEW, "");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzStandardNode) node = find (tree, rows[i].id);
      g_autofree char *label = pz_standard_node_dup_label (node);
      g_autofree char *of_record = pz_standard_dup_label (pz_standard_node_get_record (node));

      g_assert_cmpstr (label, ==, rows[i].label);
      g_assert_cmpstr (of_record, ==, rows[i].label);
    }
}

static void
test_what_stands_below (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (FEW, "");
  g_autoptr(PzStandardNode) node = find (tree, "a");
  g_autoptr(PzStandardNode) leaf = find (tree, "b");
  g_autoptr(GListModel) children = pz_standard_node_list_children (node);

  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 2);
  g_assert_null (pz_standard_node_list_children (leaf));
}

static void
test_the_heading_is_no_standard (void)
{
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (FEW, "");
  g_autoptr(PzStandardNode) heading = pz_standard_node_new (tree, PZ_STANDARD_ROOT);
  g_autoptr(GListModel) not_placed = pz_standard_node_list_children (heading);
  g_autofree char *label = pz_standard_node_dup_label (heading);

  g_assert_true (pz_standard_node_is_heading (heading));
  g_assert_cmpuint (pz_standard_node_get_item (heading), ==, PZ_STANDARD_ROOT);
  g_assert_null (pz_standard_node_get_record (heading));
  g_assert_cmpstr (label, ==, "Not placed");
  /* the one that stands nowhere */
  g_assert_cmpuint (g_list_model_get_n_items (not_placed), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standard-node/a-row-is-a-standard", test_a_row_is_a_standard);
  g_test_add_func ("/core/standard-node/labels-are-one-line", test_labels_are_one_line);
  g_test_add_func ("/core/standard-node/what-stands-below", test_what_stands_below);
  g_test_add_func ("/core/standard-node/the-heading-is-no-standard", test_the_heading_is_no_standard);
  return g_test_run ();
}
