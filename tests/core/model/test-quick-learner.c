/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-learner.h"

#include <math.h>
#include <string.h>

static PzQuickLearner *
make (const char *name)
{
  return pz_quick_learner_new ("class", "Class 5b", "learner", name, NULL, "Haddad", "Noor  O’Brien Haddad");
}

static void
test_a_learner_is_found_by_folded_words (void)
{
  g_autoptr(PzQuickLearner) learner = make ("Noor Haddad");
  g_autofree char *all = g_strjoinv ("", learner->words);

  g_assert_cmpstr (learner->class_id, ==, "class");
  g_assert_cmpstr (learner->id, ==, "learner");
  g_assert_cmpstr (learner->name, ==, "Noor Haddad");
  g_assert_cmpstr (learner->given_name, ==, "");
  g_assert_cmpstr (learner->family_name, ==, "Haddad");
  g_assert_true (g_strv_contains ((const char *const *) learner->words, "noor"));
  g_assert_true (g_strv_contains ((const char *const *) learner->words, "haddad"));
  g_assert_cmpstr (learner->letters, ==, all);
  g_assert_true (g_strv_contains ((const char *const *) learner->class_words, "5b"));
  g_assert_null (learner->goals);
  g_assert_false (learner->absent);
  g_assert_cmpuint (learner->written, ==, 0);
}

static void
test_learners_sort_by_name (void)
{
  g_autoptr(PzQuickLearner) first = make ("Amina");
  g_autoptr(PzQuickLearner) last = make ("Zoe");

  g_assert_cmpint (strcmp (first->sort_key, last->sort_key), <, 0);
}

static void
test_no_names_are_no_words (void)
{
  g_autoptr(PzQuickLearner) learner = pz_quick_learner_new ("c", "", "l", "", NULL, NULL, " ");

  g_assert_null (learner->words[0]);
  g_assert_null (learner->class_words[0]);
  g_assert_cmpstr (learner->letters, ==, "");
}

static void
test_goals_are_told_anew (void)
{
  g_autoptr(PzQuickLearner) learner = make ("Noor");
  GPtrArray *none = g_ptr_array_new (), *one = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_goal_free);

  pz_quick_learner_set_goals (learner, none, TRUE);
  g_assert_true (learner->goals == none);
  g_assert_true (learner->absent);
  g_ptr_array_add (one, pz_quick_goal_new ("g", NULL, NULL));
  pz_quick_learner_set_goals (learner, one, FALSE);
  g_assert_cmpuint (learner->goals->len, ==, 1);
  g_assert_false (learner->absent);
}

static void
test_lives_as_long_as_somebody_holds_it (void)
{
  PzQuickLearner *learner = make ("Noor"), *held = pz_quick_learner_ref (learner);

  g_assert_true (held == learner);
  pz_quick_learner_unref (learner);
  g_assert_cmpstr (held->name, ==, "Noor");
  pz_quick_learner_unref (held);
}

static void
test_a_goal_is_found_by_title_and_measure (void)
{
  g_autoptr(PzQuickGoal) goal = pz_quick_goal_new ("g", "Reads ALOUD", "Words");
  g_autoptr(PzQuickGoal) bare = pz_quick_goal_new ("h", NULL, NULL);
  static const char *const words[] = { "reads", "aloud", "words", NULL };

  g_assert_cmpstr (goal->id, ==, "g");
  g_assert_cmpstr (goal->title, ==, "Reads ALOUD");
  g_assert_cmpstrv (goal->words, words);
  g_assert_true (isnan (goal->minimum) && isnan (goal->maximum) && isnan (goal->last_value) && isnan (goal->last_out_of));
  g_assert_null (goal->last_date);
  g_assert_cmpstr (bare->title, ==, "");
  g_assert_null (bare->words[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-learner/a-learner-is-found-by-folded-words", test_a_learner_is_found_by_folded_words);
  g_test_add_func ("/core/quick-learner/learners-sort-by-name", test_learners_sort_by_name);
  g_test_add_func ("/core/quick-learner/no-names-are-no-words", test_no_names_are_no_words);
  g_test_add_func ("/core/quick-learner/goals-are-told-anew", test_goals_are_told_anew);
  g_test_add_func ("/core/quick-learner/lives-as-long-as-somebody-holds-it", test_lives_as_long_as_somebody_holds_it);
  g_test_add_func ("/core/quick-learner/a-goal-is-found-by-title-and-measure",
                   test_a_goal_is_found_by_title_and_measure);
  return g_test_run ();
}
