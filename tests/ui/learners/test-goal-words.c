/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-goal-words.h"

#include <locale.h>

static const struct
{
  const char *condition, *behaviour, *criterion, *date, *sentence;
} goals[] = {
  { NULL, "reads aloud", NULL, NULL, "Amina reads aloud." },
  { NULL, "reads aloud", "84 words", NULL, "Amina reads aloud, 84 words." },
  { "Given a text", "reads aloud", NULL, NULL, "Given a text, Amina reads aloud." },
  { "Given a text", "reads aloud", "84 words", "2026-11-18", "Given a text, Amina reads aloud, 84 words, by 18 November." },
  { "Given %s", "reads %d <b>", NULL, NULL, "Given %s, Amina reads %d <b>." },
  { "Given a text", NULL, "84 words", "2026-11-18", NULL },
};

static void
test_a_goal_is_one_sentence (UiFixture     *fixture,
                             gconstpointer  names)
{
  setlocale (LC_TIME, "C"); /* the day is compared with an English word */
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      PzRecord *goal = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_GOAL);
      g_autofree char *sentence = NULL;

      pz_record_set_text (goal, PZ_GOAL_CONDITION, goals[i].condition);
      pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, goals[i].behaviour);
      pz_record_set_text (goal, PZ_GOAL_CRITERION, goals[i].criterion);
      pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, goals[i].date);
      sentence = pz_goal_words_dup_sentence (goal, "Amina");
      g_assert_cmpstr (sentence, ==, goals[i].sentence);
    }
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
  g_test_add ("/ui/goal-words/a-goal-is-one-sentence", UiFixture, NULL, ui_fixture_set_up, test_a_goal_is_one_sentence,
              ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
