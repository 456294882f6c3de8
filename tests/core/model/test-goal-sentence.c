/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-goal-draft.h"
#include "pz-goal-sentence.h"

typedef struct
{
  PzClock *clock;
  PzDocument *classroom;
  PzRecord *measure;
  PzGoalDraft *draft;
  PzRecord *goal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, fixture->clock);
  fixture->measure = pz_document_add (fixture->classroom, PZ_RECORD_MEASURE);
  pz_record_set_text (fixture->measure, PZ_MEASURE_NAME, "Words");
  pz_record_set_text (fixture->measure, PZ_MEASURE_UNIT, "words a minute");
  fixture->draft = pz_goal_draft_new (pz_clock_get_environment (fixture->clock));
  fixture->goal = pz_goal_draft_get_goal (fixture->draft);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->classroom);
  g_assert_finalize_object (fixture->clock);
}

/* the sentence without the signs that keep its parts together */
static void
assert_says (Fixture    *fixture,
             const char *who,
             const char *wanted)
{
  g_autofree char *sentence = pz_goal_draft_dup_sentence (fixture->draft, fixture->classroom, who);
  g_autoptr(GString) plain = g_string_new (sentence);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  g_assert_cmpstr (sentence != NULL ? plain->str : NULL, ==, wanted);
}

static void
test_grows_with_its_parts (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *wanted = NULL;
  char day[64];
  GDate date;

  /* months have the names of the locale */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_JUNE, 2027);
  g_date_strftime (day, sizeof day, "%-d %B %Y", &date);
  assert_says (fixture, "Noor", NULL);
  pz_record_set_text (fixture->goal, PZ_GOAL_TITLE, "Fluent reading");
  assert_says (fixture, "Noor", "Noor: Fluent reading.");
  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  assert_says (fixture, "Noor", "Noor reads aloud.");
  pz_record_set_text (fixture->goal, PZ_GOAL_CONDITION, "given a new text");
  assert_says (fixture, "Noor", "Given a new text, Noor reads aloud.");
  pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (fixture->goal, PZ_GOAL_MEASURE, pz_record_get_id (fixture->measure));
  assert_says (fixture, "Noor", "Given a new text, Noor reads aloud, 60 words a minute.");
  pz_record_set_number (fixture->goal, PZ_GOAL_OCCASIONS, 3);
  assert_says (fixture, "Noor", "Given a new text, Noor reads aloud, 60 words a minute, 3 times in a row.");
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "95 of 100 words right");
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2027-06-30");
  wanted = g_strdup_printf ("Given a new text, Noor reads aloud, 95 of 100 words right, 3 times in a row, by %s.", day);
  assert_says (fixture, "Noor", wanted);
}

static void
test_signs_at_the_end_of_a_part_go (Fixture       *fixture,
                                    gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_CONDITION, " given a text, ");
  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "reads aloud.");
  assert_says (fixture, "Noor", "Given a text, Noor reads aloud.");
  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, " ., ");
  assert_says (fixture, "Noor", "Given a text.");
}

static void
test_what_the_criterion_says_is_not_said_twice (Fixture       *fixture,
                                                gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "answers");
  pz_record_set_number (fixture->goal, PZ_GOAL_OCCASIONS, 3);
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "8 of 10 on 3 occasions");
  assert_says (fixture, "Noor", "Noor answers, 8 of 10 on 3 occasions.");
  pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, "13 of 30"); /* no 3 */
  assert_says (fixture, "Noor", "Noor answers, 13 of 30, 3 times in a row.");
}

/* criterion, how often in a row, and what the sentence ends with behind the criterion */
static const struct
{
  const char *criterion;
  double occasions;
  const char *rest;
} in_words[] = {
  { "the expected level, twice in a row", 2, "" },
  { "Twice in a row the expected level", 2, "" },
  { "on two days", 2, "" },
  { "on TWO days", 2, "" },
  { "on both days", 2, "" },
  { "three times in a row", 3, "" },
  { "thrice", 3, "" },
  { "in four lessons", 4, "" },
  { "five times", 5, "" },
  { "six times", 6, "" },
  { "seven times", 7, "" },
  { "eight times", 8, "" },
  { "nine times", 9, "" },
  { "ten times in a row", 10, "" },
  { "twice", 3, ", 3 times in a row" },
  { "all eight questions", 3, ", 3 times in a row" },
  { "of two-digit numbers, twice", 2, "" },
  { "of two-digit numbers", 2, ", 2 times in a row" },
  { "in a network", 2, ", 2 times in a row" }, /* no "two" */
  { "for a tenth of a mile", 10, ", 10 times in a row" },
  { "often", 10, ", 10 times in a row" },
  { "on many days", 11, ", 11 times in a row" },
  { "every time", 1, "" },
};

static void
test_number_in_words_is_not_said_twice (Fixture       *fixture,
                                        gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "answers");
  for (gsize i = 0; i < G_N_ELEMENTS (in_words); i++)
    {
      g_autofree char *wanted = g_strdup_printf ("Noor answers, %s%s.", in_words[i].criterion, in_words[i].rest);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_record_set_text (fixture->goal, PZ_GOAL_CRITERION, in_words[i].criterion);
      pz_record_set_number (fixture->goal, PZ_GOAL_OCCASIONS, in_words[i].occasions);
      assert_says (fixture, "Noor", wanted);
    }
}

static void
test_says_for_how_many (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *three[] = { "a9k4hv2m7c0wr5xe", "c2q8nf5j1x4mw9td", "f6t1xw8b3n9kq5zc", NULL };

  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  assert_says (fixture, NULL, "The learner reads aloud.");
  pz_goal_draft_set_learners (fixture->draft, three);
  assert_says (fixture, NULL, "Each of 3 learners reads aloud.");
}

static void
test_parts_of_other_directions_are_kept_together (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *sentence = NULL;

  pz_record_set_text (fixture->goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  sentence = pz_goal_dup_sentence (fixture->goal, NULL, "نور");
  g_assert_cmpstr (sentence, ==, "\u2068نور\u2069 \u2068reads aloud\u2069.");
}

static void
test_a_sentence_begins_with_a_capital (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const char *const rows[][2] = {
    { "reads", "Reads" }, { "Reads", "Reads" }, { "éclair", "Éclair" }, { "\u2068reads\u2069", "\u2068Reads\u2069" },
    { "", "" }, { "نور", "نور" }, { "60 words", "60 words" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *begun = pz_goal_sentence_begin (rows[i][0]);

      g_assert_cmpstr (begun, ==, rows[i][1]);
    }
}

#define ADD(path, function) g_test_add ("/core/goal-sentence/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("grows-with-its-parts", test_grows_with_its_parts);
  ADD ("signs-at-the-end-of-a-part-go", test_signs_at_the_end_of_a_part_go);
  ADD ("what-the-criterion-says-is-not-said-twice", test_what_the_criterion_says_is_not_said_twice);
  ADD ("number-in-words-is-not-said-twice", test_number_in_words_is_not_said_twice);
  ADD ("says-for-how-many", test_says_for_how_many);
  ADD ("parts-of-other-directions-are-kept-together", test_parts_of_other_directions_are_kept_together);
  ADD ("a-sentence-begins-with-a-capital", test_a_sentence_begins_with_a_capital);
  return g_test_run ();
}
