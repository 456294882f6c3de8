/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rules.h"

#include <string.h>

static const char *const names[] = { "Ana", "Ben", "Caro", "Dan" };

static void
test_names_are_listed_as_people_do (void)
{
  static const struct { guint people[4], n; const char *text; } rows[] = {
    { { 0 }, 0, "" }, { { 2 }, 1, "Caro" }, { { 3, 0 }, 2, "Dan and Ana" }, { { 0, 1, 2 }, 3, "Ana, Ben and Caro" },
    { { 3, 2, 1, 0 }, 4, "Dan, Caro, Ben and Ana" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = pz_group_dup_names (rows[i].people, rows[i].n, names);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_every_clash_has_a_name_and_a_sentence (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint clash = 0; clash < PZ_N_CLASHES; clash++)
    {
      PzGroupFinding finding = { (PzGroupClash) clash, g_array_new (FALSE, FALSE, sizeof (guint)), 3, 2, 0, 0 };
      g_autofree char *text = NULL;

      for (guint i = 0; i < 2; i++)
        g_array_append_val (finding.people, i);
      g_assert_true (g_hash_table_add (seen, (gpointer) pz_group_finding_get_name (&finding)));
      text = pz_group_finding_dup_text (&finding, names);
      g_test_message ("%s", text);
      /* whole sentences: what is wrong, and a way out of it */
      g_assert_true (g_str_has_suffix (text, "."));
      if (clash == PZ_CLASH_SIZES)
        g_assert_null (strstr (text, "Ana"));
      else
        g_assert_nonnull (strstr (text, "Ana"));
      g_array_unref (finding.people);
    }
}

static void
assert_says (PzGroupFinding finding,
             guint          n_people,
             const char    *expected)
{
  g_autofree char *text = NULL;

  finding.people = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_people; i++)
    g_array_append_val (finding.people, i);
  text = pz_group_finding_dup_text (&finding, names);
  g_assert_cmpstr (text, ==, expected);
  g_array_unref (finding.people);
}

static void
test_numbers_stand_where_they_belong (void)
{
  assert_says ((PzGroupFinding) { PZ_CLASH_SIZES, NULL, 28, 24, -1, -1 }, 0,
               "The groups have places for 24 learners, but there are 28. Allow larger groups, or more of them.");
  assert_says ((PzGroupFinding) { PZ_CLASH_SIZES, NULL, 28, 30, -1, -1 }, 0,
               "The groups need 30 learners, but there are 28. Allow smaller groups, or fewer of them.");
  assert_says ((PzGroupFinding) { PZ_CLASH_TOO_MANY_PINNED, NULL, 4, 2, 2, -1 }, 4,
               "Ana, Ben, Caro and Dan stay in group 3, which holds 2 at most. Release 2 of them.");
  assert_says ((PzGroupFinding) { PZ_CLASH_ALL_APART, NULL, 2, 1, -1, -1 }, 2,
               "Ana and Ben must all be apart, but there is only 1 group. Make 2 groups, or let two of them work together.");
  assert_says ((PzGroupFinding) { PZ_CLASH_TOO_FEW, NULL, 2, 3, -1, 0 }, 2,
               "Each of the 3 groups needs one of a kind, but there are only Ana and Ben. Make fewer groups, "
               "or do not insist on this rule.");
}

static void
test_those_in_between_are_named_with_the_two (void)
{
  assert_says ((PzGroupFinding) { PZ_CLASH_TOGETHER_AND_APART, NULL, 0, 0, -1, -1 }, 2,
               "Ana and Ben must be together, and they must be apart. Drop one of the two rules.");
  assert_says ((PzGroupFinding) { PZ_CLASH_TOGETHER_AND_APART, NULL, 0, 0, -1, -1 }, 4,
               "Ana and Ben must be together (through Caro and Dan), and they must be apart. Drop one of these rules.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-rules-words/names-are-listed-as-people-do", test_names_are_listed_as_people_do);
  g_test_add_func ("/core/group-rules-words/every-clash-has-a-name-and-a-sentence",
                   test_every_clash_has_a_name_and_a_sentence);
  g_test_add_func ("/core/group-rules-words/numbers-stand-where-they-belong", test_numbers_stand_where_they_belong);
  g_test_add_func ("/core/group-rules-words/those-in-between-are-named-with-the-two",
                   test_those_in_between_are_named_with_the_two);
  return g_test_run ();
}
