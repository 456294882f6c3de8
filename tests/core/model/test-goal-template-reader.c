/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-draft-fixture.h"
#include "pz-goal-template.h"

#include <math.h>
#include <string.h>

#define WHOLE \
  "{\"title\":\"Reads \\\"well\\\"\",\"condition\":\"Given a text\",\"behaviour\":\"reads aloud\"," \
  "\"criterion\":\"60 words\",\"occasions\":3,\"measure\":\"w7n2c5xk9d0hq4vt\",\"target\":60.5," \
  "\"standard\":\"s5h1zt8q3c6mn0vd\",\"review-every\":7,\"days\":100," \
  "\"milestones\":[{\"text\":\"Short words\",\"days\":30},{\"text\":\"Long words\"}]," \
  "\"levels\":[\"None\",\"\",\"Expected\",\"\",\"All\"]}"

static void
test_sets_what_the_template_says (GoalDraftFixture *fixture,
                                  gconstpointer     data)
{
  PzRecord *goal = draft_goal (fixture->draft);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads \"well\"");
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_MEASURE), ==, "w7n2c5xk9d0hq4vt");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60.5);
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_OCCASIONS), ==, 3);
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_level (fixture->draft, -2), PZ_GAS_LEVEL_TEXT), ==, "None");
  g_assert_null (pz_record_get_text (pz_goal_draft_get_level (fixture->draft, -1), PZ_GAS_LEVEL_TEXT));
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_level (fixture->draft, 2), PZ_GAS_LEVEL_TEXT), ==, "All");
}

static void
test_counts_days_from_the_start_of_the_goal (GoalDraftFixture *fixture,
                                             gconstpointer     data)
{
  GPtrArray *steps = pz_goal_draft_get_milestones (fixture->draft);

  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_START, "2027-01-01");
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_START), ==, "2027-01-01");
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_TARGET_DATE), ==, "2027-04-11");
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (steps->pdata[0], PZ_MILESTONE_DATE), ==, "2027-01-31");
  g_assert_null (pz_record_get_text (steps->pdata[1], PZ_MILESTONE_DATE));
}

static void
test_takes_the_place_of_steps_and_levels (GoalDraftFixture *fixture,
                                          gconstpointer     data)
{
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_true (pz_goal_template_apply ("{\"title\":\"Other\"}", fixture->draft, NULL));
  g_assert_cmpuint (pz_goal_draft_get_milestones (fixture->draft)->len, ==, 0);
  g_assert_null (pz_record_get_text (pz_goal_draft_get_level (fixture->draft, 0), PZ_GAS_LEVEL_TEXT));
  g_assert_true (isnan (pz_record_get_number (draft_goal (fixture->draft), PZ_GOAL_TARGET)));
}

/* one line per malformed content; all but the last word of the file is a goal that would be fine */
static const struct
{
  const char *text;
  gint code;
} rejects[] = {
  { "", PZ_ERROR_SYNTAX },
  { "Given a text, reads aloud.", PZ_ERROR_SYNTAX },
  { "[]", PZ_ERROR_INVALID },
  { "{\"title\":\"a\"", PZ_ERROR_SYNTAX },
  { "{\"title\":\"a\"}{}", PZ_ERROR_SYNTAX },
  { "{\"title\":\"a\",\"title\":\"b\"}", PZ_ERROR_SYNTAX },
  { "{\"title\":3}", PZ_ERROR_INVALID },
  { "{\"title\":null}", PZ_ERROR_INVALID },
  { "{\"title\":\"a\\u0001b\"}", PZ_ERROR_INVALID },
  { "{\"title\":\"\\ud800\"}", PZ_ERROR_SYNTAX },
  { "{\"measure\":\"../../etc/passwd\"}", PZ_ERROR_INVALID },
  { "{\"target\":\"60\"}", PZ_ERROR_INVALID },
  { "{\"target\":1e300}", PZ_ERROR_INVALID },
  { "{\"occasions\":0}", PZ_ERROR_INVALID },
  { "{\"review-every\":-7}", PZ_ERROR_INVALID },
  { "{\"days\":-1}", PZ_ERROR_INVALID },
  { "{\"days\":1.5}", PZ_ERROR_INVALID },
  { "{\"days\":99999999}", PZ_ERROR_INVALID },
  { "{\"milestones\":{}}", PZ_ERROR_INVALID },
  { "{\"milestones\":[\"a\"]}", PZ_ERROR_INVALID },
  { "{\"milestones\":[{\"text\":[]}]}", PZ_ERROR_INVALID },
  { "{\"milestones\":[{\"days\":true}]}", PZ_ERROR_INVALID },
  { "{\"levels\":[\"a\"]}", PZ_ERROR_INVALID },
  { "{\"levels\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}", PZ_ERROR_INVALID },
  { "{\"levels\":[\"a\",\"b\",\"c\",\"d\",5]}", PZ_ERROR_INVALID },
};

static void
test_rejects (GoalDraftFixture *fixture,
              gconstpointer     data)
{
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_TITLE, "As it was");
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rejects[i].text);
      g_assert_false (pz_goal_template_apply (rejects[i].text, fixture->draft, &error));
      g_assert_error (error, PZ_ERROR, rejects[i].code);
      g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_TITLE), ==, "As it was");
    }
}

static void
test_unknown_members_are_passed_over (GoalDraftFixture *fixture,
                                      gconstpointer     data)
{
  g_assert_true (pz_goal_template_apply ("{\"later\":{\"a\":[1]},\"title\":\"Reads\",\"milestones\":[{\"later\":1}]}",
                                         fixture->draft, NULL));
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_TITLE), ==, "Reads");
}

static void
test_too_many_steps_are_refused (GoalDraftFixture *fixture,
                                 gconstpointer     data)
{
  g_autoptr(GString) text = g_string_new ("{\"milestones\":[{}");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < PZ_GOAL_TEMPLATE_MAX_STEPS; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  g_assert_false (pz_goal_template_apply (text->str, fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

/* a start that was typed wrong: the day would be none that a field can hold */
static void
test_days_beyond_the_calendar_are_none (GoalDraftFixture *fixture,
                                        gconstpointer     data)
{
  PzRecord *goal = draft_goal (fixture->draft);

  pz_record_set_text (goal, PZ_GOAL_START, "9999-12-01");
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_TARGET_DATE));
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_milestones (fixture->draft)->pdata[0], PZ_MILESTONE_DATE), ==,
                   "9999-12-31");
}

static void
test_without_a_start_there_are_no_days (GoalDraftFixture *fixture,
                                        gconstpointer     data)
{
  PzRecord *goal = draft_goal (fixture->draft);

  pz_record_set_text (goal, PZ_GOAL_START, NULL);
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_TARGET_DATE));
  g_assert_cmpuint (pz_goal_draft_get_milestones (fixture->draft)->len, ==, 2);
}

static void
test_rejects_every_cut (GoalDraftFixture *fixture,
                        gconstpointer     data)
{
  for (gsize length = 0; length < strlen (WHOLE); length++)
    {
      g_autofree char *cut = g_strndup (WHOLE, length);
      g_autoptr(GError) error = NULL;

      g_assert_false (pz_goal_template_apply (cut, fixture->draft, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
    }
  g_assert_true (pz_goal_draft_is_empty (fixture->draft));
}

static void
test_too_long_a_text_is_refused (GoalDraftFixture *fixture,
                                 gconstpointer     data)
{
  g_autofree char *blanks = g_strnfill (PZ_GOAL_TEMPLATE_MAX_SIZE, ' ');
  g_autofree char *text = g_strconcat (blanks, "{}", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_goal_template_apply (text, fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

#define ADD(path, function) goal_draft_test_add ("/core/goal-template-reader/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sets-what-the-template-says", test_sets_what_the_template_says);
  ADD ("counts-days-from-the-start-of-the-goal", test_counts_days_from_the_start_of_the_goal);
  ADD ("takes-the-place-of-steps-and-levels", test_takes_the_place_of_steps_and_levels);
  ADD ("rejects", test_rejects);
  ADD ("unknown-members-are-passed-over", test_unknown_members_are_passed_over);
  ADD ("too-many-steps-are-refused", test_too_many_steps_are_refused);
  ADD ("days-beyond-the-calendar-are-none", test_days_beyond_the_calendar_are_none);
  ADD ("without-a-start-there-are-no-days", test_without_a_start_there_are_no_days);
  ADD ("rejects-every-cut", test_rejects_every_cut);
  ADD ("too-long-a-text-is-refused", test_too_long_a_text_is_refused);
  return g_test_run ();
}
