/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-phrases.h"

#include <string.h>

#define HEAD(kind) "{\"format\":\"personalize-" kind "\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":1,"

static void
read_learner (PzGoalPhrases *phrases,
              const char    *members)
{
  g_autofree char *text = g_strconcat (HEAD ("learner"), members, "}", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_goal_phrases_read (phrases, PZ_DOCUMENT_LEARNER, text, strlen (text), &error));
  g_assert_no_error (error);
}

static void
assert_phrases (PzGoalPhrases *phrases,
                guint          field,
                const char    *expected)
{
  g_auto(GStrv) found = pz_goal_phrases_dup (phrases, field);
  g_autofree char *joined = g_strjoinv ("; ", found);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_most_used_comes_first (void)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();

  read_learner (phrases, "\"learner\":{},\"goals\":[{\"id\":\"a\",\"behaviour\":\"writes\",\"condition\":\"In pairs\"},"
                         "{\"id\":\"b\",\"behaviour\":\"reads\"}]");
  read_learner (phrases, "\"learner\":{},\"goals\":[{\"id\":\"c\",\"behaviour\":\"reads\"},{\"id\":\"d\",\"title\":\"x\"}]");
  assert_phrases (phrases, PZ_GOAL_BEHAVIOUR, "reads; writes");
  assert_phrases (phrases, PZ_GOAL_CONDITION, "In pairs");
  assert_phrases (phrases, PZ_GOAL_TITLE, ""); /* is not kept */
}

static void
test_each_text_stands_once (void)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();

  read_learner (phrases, "\"learner\":{},\"goals\":[{\"behaviour\":\"Écrit\"},{\"behaviour\":\"writes\"},"
                         "{\"behaviour\":\" ecrit \"},{\"behaviour\":\"  \"}]");
  assert_phrases (phrases, PZ_GOAL_BEHAVIOUR, "Écrit; writes");
}

static void
test_the_trash_has_no_say (void)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();

  read_learner (phrases, "\"learner\":{},\"goals\":[{\"behaviour\":\"reads\",\"deleted\":\"2026-11-01\"},"
                         "{\"behaviour\":\"writes\",\"state\":\"closed\"}]");
  read_learner (phrases, "\"learner\":{\"deleted\":\"2026-11-01\"},\"goals\":[{\"behaviour\":\"counts\"}]");
  assert_phrases (phrases, PZ_GOAL_BEHAVIOUR, "writes");
}

static void
test_goals_of_the_class_count (void)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();
  const char *text = HEAD ("classroom") "\"classroom\":{},\"goals\":[{\"behaviour\":\"listens\"}]}";

  g_assert_true (pz_goal_phrases_read (phrases, PZ_DOCUMENT_CLASSROOM, text, strlen (text), NULL));
  assert_phrases (phrases, PZ_GOAL_BEHAVIOUR, "listens");
}

static void
test_damage_adds_nothing (void)
{
  const char *const damaged[] = {
    "", "{}", HEAD ("learner") "\"goals\":[{\"behaviour\":\"reads\"}", HEAD ("learner") "\"goals\":{}}",
    HEAD ("learner") "\"goals\":[{\"behaviour\":\"reads\"},7]}",
  };
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (pz_goal_phrases_read (phrases, PZ_DOCUMENT_LEARNER, damaged[i], strlen (damaged[i]), &error));
      g_assert_nonnull (error);
    }
  assert_phrases (phrases, PZ_GOAL_BEHAVIOUR, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/goal-phrases/" path, function)
  ADD ("most-used-comes-first", test_most_used_comes_first);
  ADD ("each-text-stands-once", test_each_text_stands_once);
  ADD ("the-trash-has-no-say", test_the_trash_has_no_say);
  ADD ("goals-of-the-class-count", test_goals_of_the_class_count);
  ADD ("damage-adds-nothing", test_damage_adds_nothing);
#undef ADD
  return g_test_run ();
}
