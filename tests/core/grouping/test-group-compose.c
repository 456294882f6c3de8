/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "class-fixture.h"
#include "pz-error.h"
#include "pz-group-settings.h"

#include <string.h>

static PzGroupProblem *
compose (PzGroupSettings  *settings,
         PzGroupClass     *learners,
         GError          **error)
{
  static const guint met[] = { 0, 2 };
  g_autoptr(PzGroupHistory) history = pz_group_history_new (pz_group_class_get_ids (learners), 1000, 0);
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));

  pz_group_history_add_meeting (history, met, 2, 990, 1);
  pz_group_sizes_for (4, 2, sizes);
  return pz_group_settings_compose (settings, learners, history, sizes, error);
}

static void
test_each_wish_becomes_what_it_says (void)
{
  static const guint groups[] = { 0, 1, 0, 1 };
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (
      "readiness mixed:3\nnot-alone home-languages:must\nalike home-languages:1\nnew-partners 3:all-year\n"
      "together ana,ben:2\napart ana,caro\npin dan:1\nat-most Access:1:3\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupProblem) problem = compose (settings, learners, &error);
  double values[8];

  g_assert_no_error (error);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 6);
  for (guint i = 0; i < settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (settings->wishes, i);
      gboolean is_rule = wish->kind == PZ_WISH_APART || wish->kind == PZ_WISH_PIN;

      g_assert_true ((wish->criterion < 0) == is_rule);
    }
  pz_group_problem_measure (problem, groups, values);
  /* levels 2 1 2 and the mean 5/3 for Dan: 2 and 4/3 as means of the groups, all of whose scatter is 2/3 */
  g_assert_cmpfloat_with_epsilon (values[0], (2.0 / 9 + 2.0 / 9) / (2.0 / 3), 1e-9);
  g_assert_cmpfloat (values[1], ==, 4); /* Arabic and Turkish, alone in both */
  g_assert_true (pz_group_problem_is_must (problem, 1));
  g_assert_cmpfloat (values[2], ==, 0);
  g_assert_cmpfloat (values[3], ==, 2);
  g_assert_cmpfloat (values[4], ==, 0);
  g_assert_cmpfloat (values[5], ==, 0);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 1);
}

static void
test_names_what_is_not_there (void)
{
  static const char *const rows[] = { "spread shoe-size", "alike shoe-size", "at-most shoe-size:1" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupClass) learners = fixture_class ();
      g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (rows[i], NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (compose (settings, learners, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
      g_assert_true (strstr (error->message, "shoe-size") != NULL);
    }
}

static void
test_who_is_away_asks_nothing_of_the_others (void)
{
  g_autoptr(PzGroupClass) learners = fixture_class ();
  g_autoptr(PzGroupSettings) settings = pz_group_settings_parse ("together ana,zoe\npin zoe:1\napart ana,zoe,ben\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupProblem) problem = compose (settings, learners, &error);
  static const guint apart[] = { 0, 1, 0, 1 }, together[] = { 0, 0, 1, 1 };

  g_assert_no_error (error);
  g_assert_cmpint (pz_group_problem_get_total (problem, apart), ==, 0);
  g_assert_cmpint (pz_group_problem_get_total (problem, together), >, 0);
}

static void
test_every_wish_has_words (void)
{
  static const struct { const char *text, *label; } rows[] = {
    { "readiness similar", "Readiness: similar" }, { "readiness mixed", "Readiness: mixed" },
    { "spread home-languages", "Languages at home: spread" }, { "gather lens", "Access: gathered" },
    { "not-alone lens", "Access: nobody the only one" }, { "cover lens", "Access: all in each group" },
    { "alike lens", "Access: in common" }, { "different lens", "Access: different" },
    { "together ana,ben", "Ana and Ben together" },
    { "at-most Access:2", "Access: at most 2 of a kind" }, { "apart ana,ben,caro", "Ana, Ben and Caro apart" },
    { "pin dan:2", "Dan in group 2" }, { "new-partners 3", "New partners" },
  };
  g_autoptr(PzGroupClass) learners = fixture_class ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupSettings) settings = pz_group_settings_parse (rows[i].text, NULL);
      g_autofree char *label = pz_group_wish_dup_label (g_ptr_array_index (settings->wishes, 0), learners);

      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-compose/each-wish-becomes-what-it-says", test_each_wish_becomes_what_it_says);
  g_test_add_func ("/core/group-compose/names-what-is-not-there", test_names_what_is_not_there);
  g_test_add_func ("/core/group-compose/who-is-away-asks-nothing-of-the-others",
                   test_who_is_away_asks_nothing_of_the_others);
  g_test_add_func ("/core/group-compose/every-wish-has-words", test_every_wish_has_words);
  return g_test_run ();
}
