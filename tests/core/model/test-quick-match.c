/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-match.h"

static const struct { const char *name, *typed; PzQuickGrade grade; } rows[] = {
  { "Amina Yusuf", "am", PZ_QUICK_BEGINS },
  { "Amina Yusuf", "yu", PZ_QUICK_BEGINS },
  { "Amina Yusuf", "yu am", PZ_QUICK_BEGINS },
  { "Amina Yusuf", "amyu", PZ_QUICK_INITIALS },
  { "Amina Yusuf", "ay", PZ_QUICK_INITIALS },
  { "Amina Yusuf", "mns", PZ_QUICK_LETTERS },
  { "Amina Yusuf", "am am", PZ_QUICK_NO_MATCH }, /* each word once */
  { "Amina Yusuf", "am mns", PZ_QUICK_NO_MATCH }, /* a second word must begin one */
  { "Amina Yusuf", "sfy", PZ_QUICK_NO_MATCH },
  { "Amina Yusuf", "am 5b", PZ_QUICK_BEGINS },
  { "Amina Yusuf", "5b am", PZ_QUICK_NO_MATCH },
  { "Amina Amara", "am am", PZ_QUICK_BEGINS },
  { "Anne-Marie O’Brien", "annemarie", PZ_QUICK_INITIALS },
  { "Anne-Marie O’Brien", "o'brien", PZ_QUICK_BEGINS },
  { "Anne-Marie O’Brien", "marie-anne", PZ_QUICK_BEGINS },
  { "İlkay Irmak", "ilk", PZ_QUICK_BEGINS },
  { "İlkay Irmak", "ırm", PZ_QUICK_BEGINS },
  { "Łukasz Żółć", "zolc", PZ_QUICK_BEGINS },
  { "أحمد علي", "احمد", PZ_QUICK_BEGINS },
  { "გიორგი ბერიძე", "ბე გი", PZ_QUICK_BEGINS },
  { "王小明", "小明", PZ_QUICK_LETTERS },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzQuickLearner) learner = pz_quick_learner_new ("c", "Class 5b", "l", rows[i].name, NULL, NULL,
                                                                rows[i].name);
      g_autoptr(PzQuickText) text = pz_quick_text_new (rows[i].typed);
      guint n_whole = 0;

      g_test_message ("%s: %s", rows[i].name, rows[i].typed);
      g_assert_cmpint (pz_quick_match_name (learner, text, text->n_tokens, &n_whole), ==, rows[i].grade);
    }
}

static void
test_whole_words_are_counted (void)
{
  g_autoptr(PzQuickLearner) learner = pz_quick_learner_new ("c", "5b", "l", "Ann Lee", NULL, NULL, "Ann Lee");
  g_autoptr(PzQuickText) text = pz_quick_text_new ("ann le");
  guint n_whole = 0;

  pz_quick_match_name (learner, text, 2, &n_whole);
  g_assert_cmpuint (n_whole, ==, 1);
}

static void
test_goals (void)
{
  g_autoptr(PzQuickGoal) goal = pz_quick_goal_new ("g", "Multiplies two-digit numbers", "Facts");
  g_autoptr(PzQuickText) text = pz_quick_text_new ("am two-dig — MULTI 5 numbers");
  guint n_tokens = 0;

  g_assert_cmpuint (pz_quick_match_goal (goal, text, 1, &n_tokens), ==, 2);
  g_assert_cmpuint (n_tokens, ==, 3);
  g_assert_cmpuint (pz_quick_match_goal (goal, text, 0, &n_tokens), ==, 0);
  g_assert_cmpuint (n_tokens, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quick-match/names", test_names);
  g_test_add_func ("/core/quick-match/whole-words-are-counted", test_whole_words_are_counted);
  g_test_add_func ("/core/quick-match/goals", test_goals);
  return g_test_run ();
}
