/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"

/* placed, at the top, deep, not placed, circles */
static void
assert_places (const PzCasePackage *package,
               const char          *expected)
{
  g_autofree char *found = g_strdup_printf ("%u placed, %u at the top, %u deep, %u not placed, %u circles", package->n_placed,
                                            package->n_top, package->depth, package->n_not_placed, package->n_circles);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_a_tree (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", "") "," CASE_ITEM ("b", "") "," CASE_ITEM ("c", "") "," CASE_ITEM ("d", ""),
      CASE_CHILD ("1", "a", CASE_ROOT, "") "," CASE_CHILD ("2", "b", "a", "") "," CASE_CHILD ("3", "c", "b", "") ","
      CASE_CHILD ("4", "d", CASE_ROOT, "")));

  assert_places (package, "4 placed, 2 at the top, 3 deep, 0 not placed, 0 circles");
  case_assert_messages (package, "");
}

static void
test_everything_that_is_odd (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", "") "," CASE_ITEM ("b", "") "," CASE_ITEM ("c", "") "," CASE_ITEM ("d", "") "," CASE_ITEM ("e", ""),
      CASE_CHILD ("1", "a", CASE_ROOT, "") "," CASE_CHILD ("2", "b", "a", ",\"sequenceNumber\":\"2\"") ","
      CASE_CHILD ("3", "a", "b", "") "," CASE_CHILD ("4", "d", "c", "") "," CASE_CHILD ("5", "nobody", CASE_ROOT, "") ","
      CASE_CHILD ("6", "e", "nowhere", "")));

  assert_places (package, "2 placed, 1 at the top, 2 deep, 2 not placed, 1 circles");
  case_assert_messages (package, "case-no-origin 3 originNodeURI, case-no-destination 3 destinationNodeURI, "
                                 "case-not-placed 2, case-not-placed 2, case-circle 2");
}

/* it is shown at each of them, and is one item all the same; the longest way down counts */
static void
test_several_parents (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", "") "," CASE_ITEM ("b", "") "," CASE_ITEM ("c", ""),
      CASE_CHILD ("1", "a", CASE_ROOT, "") "," CASE_CHILD ("2", "b", "a", "") "," CASE_CHILD ("3", "c", CASE_ROOT, "") ","
      CASE_CHILD ("4", "c", "a", "") "," CASE_CHILD ("5", "c", "b", "") "," CASE_CHILD ("6", "c", "b", "")));

  assert_places (package, "3 placed, 2 at the top, 3 deep, 0 not placed, 0 circles");
  case_assert_messages (package, "");
}

/* whoever goes round in a circle finds no way in: it is cut somewhere, and nothing of it is lost */
static void
test_circles_without_a_way_in (void)
{
  g_autoptr(PzCasePackage) itself = case_parse (CASE_PACKAGE (CASE_ITEM ("a", ""), CASE_CHILD ("1", "a", "a", "")));
  g_autoptr(PzCasePackage) ring = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", "") ",\n" CASE_ITEM ("b", "") ",\n" CASE_ITEM ("c", "") ",\n" CASE_ITEM ("below", ""),
      CASE_CHILD ("1", "a", "b", "") "," CASE_CHILD ("2", "b", "c", "") "," CASE_CHILD ("3", "c", "a", "") ","
      CASE_CHILD ("4", "below", "b", "")));

  assert_places (itself, "0 placed, 0 at the top, 0 deep, 1 not placed, 1 circles");
  case_assert_messages (itself, "case-not-placed 2, case-circle 2");
  assert_places (ring, "0 placed, 0 at the top, 0 deep, 1 not placed, 1 circles");
}

/* the framework below one of its own items would be a circle around everything */
static void
test_nothing_stands_above_the_framework (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", ""), CASE_CHILD ("1", "a", CASE_ROOT, "") "," CASE_CHILD ("2", CASE_ROOT, "a", "")));

  assert_places (package, "1 placed, 1 at the top, 1 deep, 0 not placed, 0 circles");
  case_assert_messages (package, "case-no-origin 3 originNodeURI");
}

static void
test_other_kinds_place_nothing (void)
{
  static const char *const others[] = { "isPartOf", "isPeerOf", "precedes", "ext:isChildOf", "ISCHILDOFF" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = g_strdup_printf ("{" CASE_DOCUMENT ",\"CFItems\":[" CASE_ITEM ("a", "") "],\"CFAssociations\":["
                                               "{\"identifier\":\"1\",\"associationType\":\"%s\",\"originNodeURI\":\"a\","
                                               "\"destinationNodeURI\":\"" CASE_ROOT "\"}]}", others[i]);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("%s", others[i]);
      assert_places (package, "0 placed, 0 at the top, 0 deep, 1 not placed, 0 circles");
    }
}

/* as many below each other as a file may hold: no way down is too long for the stack */
static void
test_the_longest_chain (void)
{
  GString *items = g_string_new (NULL), *associations = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("%u placed, 1 at the top, %u deep, 0 not placed, 0 circles", PZ_CASE_MAX_ITEMS,
                                               PZ_CASE_MAX_ITEMS);
  g_autoptr(PzCasePackage) package = NULL;

  for (guint i = 0; i < PZ_CASE_MAX_ITEMS; i++)
    {
      g_autofree char *parent = i > 0 ? g_strdup_printf ("i%u", i - 1) : g_strdup (CASE_ROOT);

      g_string_append_printf (items, "%s{\"identifier\":\"i%u\",\"fullStatement\":\"S\"}", i > 0 ? "," : "", i);
      g_string_append_printf (associations, "%s{\"identifier\":\"a%u\",\"associationType\":\"isChildOf\",\"originNodeURI\":"
                              "{\"identifier\":\"i%u\"},\"destinationNodeURI\":{\"identifier\":\"%s\"}}", i > 0 ? "," : "", i, i,
                              parent);
    }
  text = g_strdup_printf ("{" CASE_DOCUMENT ",\"CFItems\":[%s],\"CFAssociations\":[%s]}", items->str, associations->str);
  package = case_parse (text);
  assert_places (package, expected);
  g_string_free (items, TRUE);
  g_string_free (associations, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-place/" path, function)
  ADD ("a-tree", test_a_tree);
  ADD ("everything-that-is-odd", test_everything_that_is_odd);
  ADD ("several-parents", test_several_parents);
  ADD ("circles-without-a-way-in", test_circles_without_a_way_in);
  ADD ("nothing-stands-above-the-framework", test_nothing_stands_above_the_framework);
  ADD ("other-kinds-place-nothing", test_other_kinds_place_nothing);
  ADD ("the-longest-chain", test_the_longest_chain);
#undef ADD
  return g_test_run ();
}
