/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-error.h"
#include "pz-goal-draft.h"

typedef struct
{
  PzClock *clock;
  PzDocument *classroom;
  PzGoalDraft *draft;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "w7n2c5xk9d0hq4vt", fixture->clock);
  fixture->draft = pz_goal_draft_new (pz_clock_get_environment (fixture->clock));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->classroom);
  g_assert_finalize_object (fixture->clock);
}

static void
say (Fixture    *fixture,
     guint       field,
     const char *text)
{
  pz_record_set_text (pz_goal_draft_get_goal (fixture->draft), field, text);
}

static void
assert_title (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *title = pz_goal_draft_dup_title (fixture->draft);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_the_title_or_what_the_learner_does (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (300, 'x');
  g_autofree char *title = NULL;

  assert_title (fixture, NULL);
  say (fixture, PZ_GOAL_BEHAVIOUR, "reads aloud for one minute");
  assert_title (fixture, "Reads aloud for one minute");
  say (fixture, PZ_GOAL_TITLE, "fluency");
  assert_title (fixture, "fluency");
  say (fixture, PZ_GOAL_TITLE, NULL);
  say (fixture, PZ_GOAL_BEHAVIOUR, long_text);
  title = pz_goal_draft_dup_title (fixture->draft);
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 200);
}

/* without the isolates that keep words of any script apart */
static void
assert_sentence (Fixture    *fixture,
                 const char *who,
                 const char *expected)
{
  g_autofree char *sentence = pz_goal_draft_dup_sentence (fixture->draft, fixture->classroom, who);
  g_autoptr(GString) plain = g_string_new (sentence);

  g_string_replace (plain, "\xe2\x81\xa8", "", 0);
  g_string_replace (plain, "\xe2\x81\xa9", "", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
test_a_sentence_about_one_or_several (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char *const two[] = { "ana", "ben", NULL }, *const one[] = { "ana", NULL };

  assert_sentence (fixture, NULL, "");
  say (fixture, PZ_GOAL_BEHAVIOUR, "reads aloud");
  assert_sentence (fixture, "Ana", "Ana reads aloud.");
  pz_goal_draft_set_learners (fixture->draft, two);
  assert_sentence (fixture, NULL, "Each of 2 learners reads aloud.");
  assert_sentence (fixture, "Ana", "Ana reads aloud.");
  pz_goal_draft_set_learners (fixture->draft, one);
  assert_sentence (fixture, NULL, "The learner reads aloud.");
}

static void
assert_missing (Fixture    *fixture,
                const char *expected)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (pz_goal_draft_may_keep (fixture->draft, &error), ==, expected == NULL);
  if (expected == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_says_what_is_missing (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char *const one[] = { "ana", NULL };

  assert_missing (fixture, "A goal needs a title, or what the learner does.");
  say (fixture, PZ_GOAL_BEHAVIOUR, "reads aloud");
  assert_missing (fixture, "Choose a learner for the goal.");
  pz_goal_draft_set_learners (fixture->draft, one);
  assert_missing (fixture, NULL);
  say (fixture, PZ_GOAL_BEHAVIOUR, NULL);
  assert_missing (fixture, "A goal needs a title, or what the learner does.");
  say (fixture, PZ_GOAL_TITLE, "Fluency");
  assert_missing (fixture, NULL);
}

#define ADD(path, function) g_test_add ("/core/goal-draft-words/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-title-or-what-the-learner-does", test_the_title_or_what_the_learner_does);
  ADD ("a-sentence-about-one-or-several", test_a_sentence_about_one_or_several);
  ADD ("says-what-is-missing", test_says_what_is_missing);
  return g_test_run ();
}
