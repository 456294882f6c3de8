/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-list.h"
#include "pz-standard-node.h"
#include "standard-fixture.h"

#define THREE "{\"id\":\"a\",\"code\":\"A\"},{\"id\":\"b\",\"code\":\"B\"},{\"id\":\"c\",\"code\":\"C\"}"

static void
test_rows_are_made_when_asked_for (void)
{
  static const guint items[] = { 2, 0 };
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (THREE, "");
  g_autoptr(GListModel) list = pz_standard_list_new (tree, items, 2, FALSE);
  g_autoptr(PzStandardNode) first = g_list_model_get_item (list, 0);
  g_autoptr(PzStandardNode) again = g_list_model_get_item (list, 0);
  g_autoptr(PzStandardNode) second = g_list_model_get_item (list, 1);

  g_assert_true (g_list_model_get_item_type (list) == PZ_TYPE_STANDARD_NODE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_cmpuint (pz_standard_node_get_item (first), ==, 2);
  g_assert_cmpuint (pz_standard_node_get_item (second), ==, 0);
  g_assert_true (first != again);
  g_assert_null (g_list_model_get_item (list, 2));
}

static void
test_a_heading_stands_behind_them (void)
{
  static const guint items[] = { 1 };
  g_autoptr(PzStandardTree) tree = standard_fixture_tree (THREE, "");
  g_autoptr(GListModel) list = pz_standard_list_new (tree, items, 1, TRUE);
  g_autoptr(GListModel) alone = pz_standard_list_new (tree, NULL, 0, TRUE);
  g_autoptr(PzStandardNode) first = g_list_model_get_item (list, 0);
  g_autoptr(PzStandardNode) last = g_list_model_get_item (list, 1);
  g_autoptr(PzStandardNode) heading = g_list_model_get_item (alone, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_false (pz_standard_node_is_heading (first));
  g_assert_true (pz_standard_node_is_heading (last));
  g_assert_cmpuint (g_list_model_get_n_items (alone), ==, 1);
  g_assert_true (pz_standard_node_is_heading (heading));
}

static void
test_holds_the_tree (void)
{
  PzStandardTree *tree = standard_fixture_tree (THREE, "");
  GListModel *list = pz_standard_list_new (tree, NULL, 0, FALSE);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_cmpuint (G_OBJECT (tree)->ref_count, ==, 2);
  g_assert_finalize_object (list);
  g_assert_finalize_object (tree);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standard-list/rows-are-made-when-asked-for", test_rows_are_made_when_asked_for);
  g_test_add_func ("/core/standard-list/a-heading-stands-behind-them", test_a_heading_stands_behind_them);
  g_test_add_func ("/core/standard-list/holds-the-tree", test_holds_the_tree);
  return g_test_run ();
}
