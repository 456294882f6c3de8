/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-goal-template.h"

#include <math.h>

typedef struct
{
  PzClock *clock;
  PzDocument *classroom;
  PzGoalDraft *draft; /* begins on 2026-11-23 */
  PzRecord *goal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, fixture->clock);
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

#define WHOLE \
  "{\"title\":\"Reads \\\"well\\\"\",\"condition\":\"Given a text\",\"behaviour\":\"reads aloud\"," \
  "\"criterion\":\"60 words\",\"occasions\":3,\"measure\":\"w7n2c5xk9d0hq4vt\",\"target\":60.5," \
  "\"standard\":\"s5h1zt8q3c6mn0vd\",\"review-every\":7,\"days\":100," \
  "\"milestones\":[{\"text\":\"Short words\",\"days\":30},{\"text\":\"Long words\"}]," \
  "\"levels\":[\"None\",\"\",\"Expected\",\"\",\"All\"]}"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, &error));
  g_assert_no_error (error);
  text = pz_goal_template_to_text (fixture->draft);
  g_assert_cmpstr (text, ==, WHOLE);
}

static void
test_counts_days_from_the_start_of_the_goal (Fixture       *fixture,
                                             gconstpointer  data)
{
  GPtrArray *steps = pz_goal_draft_get_milestones (fixture->draft);

  pz_record_set_text (fixture->goal, PZ_GOAL_START, "2027-01-01");
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_cmpstr (pz_record_get_text (fixture->goal, PZ_GOAL_START), ==, "2027-01-01");
  g_assert_cmpstr (pz_record_get_text (fixture->goal, PZ_GOAL_TARGET_DATE), ==, "2027-04-11");
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (steps->pdata[0], PZ_MILESTONE_DATE), ==, "2027-01-31");
  g_assert_null (pz_record_get_text (steps->pdata[1], PZ_MILESTONE_DATE));
}

static void
test_leaves_alone_what_is_the_learners_own (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *text = NULL;

  pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, 31);
  pz_record_set_add (fixture->goal, PZ_GOAL_NEEDS, "Speed");
  pz_record_set_text (fixture->goal, PZ_GOAL_NOTES, "Private");
  pz_record_set_text (fixture->goal, PZ_GOAL_TITLE, "Reads");
  text = pz_goal_template_to_text (fixture->draft);
  g_assert_cmpstr (text, ==, "{\"title\":\"Reads\"}");
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_cmpfloat (pz_record_get_number (fixture->goal, PZ_GOAL_BASELINE), ==, 31);
  g_assert_true (pz_record_set_has (fixture->goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_cmpstr (pz_record_get_text (fixture->goal, PZ_GOAL_NOTES), ==, "Private");
}

static void
test_takes_the_place_of_steps_and_levels (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_true (pz_goal_template_apply ("{\"title\":\"Other\"}", fixture->draft, NULL));
  g_assert_cmpuint (pz_goal_draft_get_milestones (fixture->draft)->len, ==, 0);
  g_assert_null (pz_record_get_text (pz_goal_draft_get_level (fixture->draft, 0), PZ_GAS_LEVEL_TEXT));
  g_assert_true (isnan (pz_record_get_number (fixture->goal, PZ_GOAL_TARGET)));
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
test_rejects (Fixture       *fixture,
              gconstpointer  data)
{
  pz_record_set_text (fixture->goal, PZ_GOAL_TITLE, "As it was");
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rejects[i].text);
      g_assert_false (pz_goal_template_apply (rejects[i].text, fixture->draft, &error));
      g_assert_error (error, PZ_ERROR, rejects[i].code);
      g_assert_cmpstr (pz_record_get_text (fixture->goal, PZ_GOAL_TITLE), ==, "As it was");
    }
}

static void
test_unknown_members_are_passed_over (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_assert_true (pz_goal_template_apply ("{\"later\":{\"a\":[1]},\"title\":\"Reads\",\"milestones\":[{\"later\":1}]}",
                                         fixture->draft, NULL));
  g_assert_cmpstr (pz_record_get_text (fixture->goal, PZ_GOAL_TITLE), ==, "Reads");
}

static void
test_too_many_steps_are_refused (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("{\"milestones\":[{}");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < PZ_GOAL_TEMPLATE_MAX_STEPS; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  g_assert_false (pz_goal_template_apply (text->str, fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_is_kept_under_its_name (Fixture       *fixture,
                             gconstpointer  data)
{
  PzRecord *first, *phrase = pz_document_add (fixture->classroom, PZ_RECORD_TEMPLATE);
  g_autoptr(GPtrArray) templates = NULL;

  pz_record_set_text (phrase, PZ_TEMPLATE_KIND, "phrase");
  pz_record_set_text (fixture->goal, PZ_GOAL_TITLE, "Reads");
  first = pz_goal_template_save (fixture->classroom, "Reading", fixture->draft, NULL);
  pz_goal_template_save (fixture->classroom, "Counting", fixture->draft, NULL);
  pz_record_set_text (fixture->goal, PZ_GOAL_TITLE, "Reads well");
  g_assert_true (pz_goal_template_save (fixture->classroom, "Reading", fixture->draft, NULL) == first);
  g_assert_cmpstr (pz_record_get_text (first, PZ_TEMPLATE_CONTENT), ==, "{\"title\":\"Reads well\"}");
  templates = pz_goal_template_list (fixture->classroom);
  g_assert_cmpuint (templates->len, ==, 2); /* by name, the phrase is none */
  g_assert_true (templates->pdata[1] == first);
  pz_document_delete (fixture->classroom, first);
  g_clear_pointer (&templates, g_ptr_array_unref);
  templates = pz_goal_template_list (fixture->classroom);
  g_assert_cmpuint (templates->len, ==, 1);
}

static void
test_what_is_too_long_is_not_kept (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (101, 'n');
  g_autofree char *long_text = g_strnfill (500, 's');
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_goal_template_save (fixture->classroom, long_name, fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 25; i++)
    pz_record_set_text (pz_goal_draft_add_milestone (fixture->draft), PZ_MILESTONE_TEXT, long_text);
  g_assert_null (pz_goal_template_save (fixture->classroom, "Long", fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (fixture->classroom, PZ_RECORD_TEMPLATE)), ==, 0);
}

#define ADD(path, function) g_test_add ("/core/goal-template/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("counts-days-from-the-start-of-the-goal", test_counts_days_from_the_start_of_the_goal);
  ADD ("leaves-alone-what-is-the-learners-own", test_leaves_alone_what_is_the_learners_own);
  ADD ("takes-the-place-of-steps-and-levels", test_takes_the_place_of_steps_and_levels);
  ADD ("rejects", test_rejects);
  ADD ("unknown-members-are-passed-over", test_unknown_members_are_passed_over);
  ADD ("too-many-steps-are-refused", test_too_many_steps_are_refused);
  ADD ("is-kept-under-its-name", test_is_kept_under_its_name);
  ADD ("what-is-too-long-is-not-kept", test_what_is_too_long_is_not_kept);
  return g_test_run ();
}
