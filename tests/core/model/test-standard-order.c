/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-random.h"
#include "pz-standard-order.h"

#include <math.h>

#define ROOT PZ_STANDARD_ROOT
#define NONE ((double) INFINITY)

/* "0(1 2(3)) 4", from the top; an item comes at each of its places */
static void
append_below (GString               *text,
              const PzStandardOrder *order,
              guint                  parent)
{
  guint n;
  const guint *children = pz_standard_order_get_children (order, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_below;

      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", children[i]);
      pz_standard_order_get_children (order, children[i], &n_below);
      if (n_below == 0)
        continue;
      g_string_append_c (text, '(');
      append_below (text, order, children[i]);
      g_string_append_c (text, ')');
    }
}

static void
assert_tree (const PzStandardOrder *order,
             const char            *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_below (text, order, ROOT);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_items (const guint *items,
              guint        n_items,
              const char  *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", items[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_not_placed (const PzStandardOrder *order,
                   const char            *expected)
{
  guint n;
  const guint *items = pz_standard_order_get_not_placed (order, &n);

  assert_items (items, n, expected);
}

static void
assert_cut (const PzStandardOrder *order,
            const char            *expected)
{
  guint n;
  const guint *items = pz_standard_order_get_cut (order, &n);

  assert_items (items, n, expected);
}

static void
test_siblings (void)
{
  static const PzStandardKey keys[] = {
    { "b.", NULL, 0 }, { "a.", "Z", 1 }, { NULL, "R.10", 2 }, { NULL, "R.9", 3 }, { NULL, NULL, 5 }, { NULL, NULL, 4 },
    { NULL, "A", 6 },  { "z.", "A", 7 }, { "10.", NULL, 8 },  { "9.", NULL, 9 },
  };
  static const PzStandardEdge edges[] = {
    { 0, ROOT, NONE }, { 1, ROOT, NONE }, { 2, ROOT, NONE }, { 3, ROOT, NONE }, { 4, ROOT, NONE }, { 5, ROOT, NONE },
    { 6, ROOT, 10 },   { 7, ROOT, 2.5 },  { 8, ROOT, NONE }, { 9, ROOT, NONE },
  };
  g_autoptr(PzStandardOrder) order = pz_standard_order_new (keys, G_N_ELEMENTS (keys), edges, G_N_ELEMENTS (edges));

  /* place, number in the list, code, order of the file; what says nothing comes behind what says something */
  assert_tree (order, "7 6 9 8 1 0 3 2 5 4");
  g_assert_cmpuint (pz_standard_order_get_n_items (order), ==, 10);
  g_assert_cmpuint (pz_standard_order_get_n_placed (order), ==, 10);
  g_assert_cmpuint (pz_standard_order_get_depth (order), ==, 1);
  assert_not_placed (order, "");
  assert_cut (order, "");
}

static void
test_several_parents (void)
{
  static const PzStandardKey keys[6] = { { NULL, NULL, 0 }, { NULL, NULL, 1 }, { NULL, NULL, 2 }, { NULL, NULL, 3 },
                                         { NULL, NULL, 4 }, { NULL, NULL, 5 } };
  /* 3 is the first below 0 and the last below 1; the second edge from it to 1 says a place, the first none */
  static const PzStandardEdge edges[] = {
    { 0, ROOT, 1 }, { 1, ROOT, 2 }, { 3, 0, 1 }, { 2, 0, 2 }, { 3, 1, NONE }, { 4, 1, 1 }, { 3, 1, 9 }, { 5, 3, NONE },
    { 9, 0, 1 },    { 0, 9, 1 },
  };
  g_autoptr(PzStandardOrder) order = pz_standard_order_new (keys, 6, edges, G_N_ELEMENTS (edges));
  const guint *from_bottom = pz_standard_order_get_from_bottom (order);

  assert_tree (order, "0(3(5) 2) 1(4 3(5))");
  g_assert_cmpuint (pz_standard_order_get_depth (order), ==, 3);
  g_assert_cmpuint (pz_standard_order_get_n_placed (order), ==, 6);
  g_assert_cmpuint (pz_standard_order_get_first_parent (order, 5), ==, 3);
  g_assert_cmpuint (pz_standard_order_get_first_parent (order, 3), ==, 0);
  g_assert_cmpuint (pz_standard_order_get_first_parent (order, 0), ==, ROOT);
  assert_items (pz_standard_order_get_in_order (order), 6, "0 3 5 2 1 4");
  assert_items (from_bottom, 6, "5 3 2 0 4 1");
}

static void
test_orphans (void)
{
  static const PzStandardKey keys[5] = { { NULL, NULL, 4 }, { NULL, NULL, 3 }, { NULL, NULL, 2 }, { NULL, NULL, 1 },
                                         { NULL, NULL, 0 } };
  static const PzStandardEdge edges[] = { { 0, ROOT, NONE }, { 2, 1, NONE } };
  g_autoptr(PzStandardOrder) order = pz_standard_order_new (keys, 5, edges, G_N_ELEMENTS (edges));
  guint n;

  assert_tree (order, "0");
  /* in the order of the file; what stands below an orphan stays there */
  assert_not_placed (order, "4 3 1");
  g_assert_cmpuint (pz_standard_order_get_children (order, 1, &n)[0], ==, 2);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (pz_standard_order_get_n_placed (order), ==, 1);
  g_assert_cmpuint (pz_standard_order_get_depth (order), ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr(PzStandardOrder) order = pz_standard_order_new (NULL, 0, NULL, 0);

  assert_tree (order, "");
  assert_not_placed (order, "");
  g_assert_cmpuint (pz_standard_order_get_depth (order), ==, 0);
}

static void
test_circles_are_cut (void)
{
  static const PzStandardKey keys[5] = { { NULL, NULL, 0 }, { NULL, NULL, 1 }, { NULL, NULL, 2 }, { NULL, NULL, 3 },
                                         { NULL, NULL, 4 } };
  static const PzStandardEdge placed[] = { { 0, ROOT, NONE }, { 1, 0, NONE }, { 2, 1, NONE }, { 0, 2, NONE }, { 3, 2, NONE },
                                           { 4, 4, NONE } };
  /* 0 hangs on the circle of 2 and 3, and comes first in the file */
  static const PzStandardEdge lost[] = { { 0, 1, NONE }, { 1, 2, NONE }, { 2, 3, NONE }, { 3, 2, NONE }, { 4, ROOT, NONE } };
  g_autoptr(PzStandardOrder) first = pz_standard_order_new (keys, 5, placed, G_N_ELEMENTS (placed));
  g_autoptr(PzStandardOrder) second = pz_standard_order_new (keys, 5, lost, G_N_ELEMENTS (lost));
  guint n;

  assert_tree (first, "0(1(2(3)))");
  assert_not_placed (first, "4");
  assert_cut (first, "0 4");
  assert_tree (second, "4");
  assert_not_placed (second, "2");
  assert_cut (second, "2");
  g_assert_cmpuint (pz_standard_order_get_children (second, 2, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 2);
}

/* no recursion: as deep as a file allows; then as wide */
static void
test_deep_and_wide (void)
{
  const guint n_items = 200000;
  g_autofree PzStandardKey *keys = g_new0 (PzStandardKey, n_items);
  g_autofree PzStandardEdge *edges = g_new0 (PzStandardEdge, n_items);
  g_autoptr(PzStandardOrder) deep = NULL;
  g_autoptr(PzStandardOrder) wide = NULL;
  const guint *children;
  guint n;

  for (guint i = 0; i < n_items; i++)
    edges[i] = (PzStandardEdge) { i, i > 0 ? i - 1 : ROOT, NONE };
  deep = pz_standard_order_new (keys, n_items, edges, n_items);
  g_assert_cmpuint (pz_standard_order_get_depth (deep), ==, n_items);
  for (guint i = 0; i < n_items; i++)
    edges[i] = (PzStandardEdge) { i, ROOT, n_items - i };
  wide = pz_standard_order_new (keys, n_items, edges, n_items);
  children = pz_standard_order_get_children (wide, ROOT, &n);
  g_assert_cmpuint (n, ==, n_items);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (children[i], ==, n_items - 1 - i);
}

/* visits every item once, and never comes back to one that is being visited */
static void
assert_no_circle (const PzStandardOrder *order,
                  guint8                *state,
                  guint                  item)
{
  guint n;
  const guint *children = pz_standard_order_get_children (order, item, &n);

  state[item] = 1;
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (state[children[i]], !=, 1);
      if (state[children[i]] == 0)
        assert_no_circle (order, state, children[i]);
    }
  state[item] = 2;
}

/* whatever the edges are, each item can be reached, and no walk goes round */
static void
test_no_item_is_lost (void)
{
  PzStandardKey keys[12] = { 0 };
  PzRandom random;

  pz_random_init (&random, 7);
  for (guint round = 0; round < 5000; round++)
    {
      PzStandardEdge edges[30];
      guint8 state[12] = { 0 }, seen[12] = { 0 };
      guint n_edges = pz_random_below (&random, 30), n_top, n_lost;
      g_autoptr(PzStandardOrder) order = NULL;
      const guint *top, *lost, *in_order, *from_bottom;

      for (guint i = 0; i < n_edges; i++)
        {
          guint parent = pz_random_below (&random, 15);

          edges[i] = (PzStandardEdge) { pz_random_below (&random, 13), parent == 14 ? ROOT : parent, pz_random_below (&random, 3) };
        }
      order = pz_standard_order_new (keys, 12, edges, n_edges);
      top = pz_standard_order_get_children (order, ROOT, &n_top);
      lost = pz_standard_order_get_not_placed (order, &n_lost);
      for (guint i = 0; i < n_top + n_lost; i++)
        if (state[i < n_top ? top[i] : lost[i - n_top]] == 0)
          assert_no_circle (order, state, i < n_top ? top[i] : lost[i - n_top]);
      in_order = pz_standard_order_get_in_order (order);
      from_bottom = pz_standard_order_get_from_bottom (order);
      for (guint i = 0; i < 12; i++)
        {
          guint n;
          const guint *children = pz_standard_order_get_children (order, from_bottom[i], &n);

          g_assert_cmpuint (state[i], ==, 2);
          for (guint j = 0; j < n; j++)
            g_assert_true (seen[children[j]] & 1);
          seen[from_bottom[i]] |= 1;
          seen[in_order[i]] |= 2;
        }
      for (guint i = 0; i < 12; i++)
        g_assert_cmpuint (seen[i], ==, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standard-order/siblings", test_siblings);
  g_test_add_func ("/core/standard-order/several-parents", test_several_parents);
  g_test_add_func ("/core/standard-order/orphans", test_orphans);
  g_test_add_func ("/core/standard-order/nothing", test_nothing);
  g_test_add_func ("/core/standard-order/circles-are-cut", test_circles_are_cut);
  g_test_add_func ("/core/standard-order/deep-and-wide", test_deep_and_wide);
  g_test_add_func ("/core/standard-order/no-item-is-lost", test_no_item_is_lost);
  return g_test_run ();
}
