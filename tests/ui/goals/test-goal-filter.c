/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-filter.h"
#include "goals-fixture.h"

static gboolean
passes (UiFixture          *fixture,
        const PzGoalFilter *filter,
        PzGoalItem         *item)
{
  g_autoptr(PzGoalMatch) match = pz_goal_match_new (filter, pz_classroom_get_index (fixture->classroom));

  return pz_goal_match_test (match, item);
}

static void
test_begins_with_what_is_worked_on (UiFixture     *fixture,
                                    gconstpointer  names)
{
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, goals_learner (fixture, "Amina"), "Reads", 2, 0);

  g_assert_true (pz_goal_filter_is_plain (filter));
  g_assert_true (pz_goal_filter_any_status (filter));
  g_assert_cmpuint (pz_goal_filter_get_state (filter), ==, PZ_GOAL_IS_ACTIVE);
  g_assert_true (passes (fixture, filter, item));
  pz_goal_filter_set_state (filter, PZ_GOAL_IS_DRAFT);
  g_assert_false (pz_goal_filter_is_plain (filter));
  g_assert_false (passes (fixture, filter, item));
}

static void
test_search (UiFixture     *fixture,
             gconstpointer  names)
{
  const struct
  {
    const char *text;
    gboolean found;
  } rows[] = {
    { "", TRUE },      { "  ", TRUE },      { "READS", TRUE },       { "chloe", TRUE },        { "dub flu", TRUE },
    { "writes", FALSE }, { "Amina", FALSE }, { "reads amina", FALSE }, { "Chloé reads!", TRUE }, { "fluency", FALSE },
  };
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, goals_learner (fixture, "Chloé"), "Reads fluently", 2, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_goal_filter_set_search (filter, rows[i].text);
      g_assert_cmpint (passes (fixture, filter, item), ==, rows[i].found);
      g_assert_cmpint (pz_goal_filter_has_search (filter), ==, i > 1);
    }
}

/* more words than are looked for: those behind do not count, and nothing breaks */
static void
test_endless_search (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, goals_learner (fixture, "Amina"), "Reads", 2, 0);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "a ");
  pz_goal_filter_set_search (filter, text->str);
  g_assert_true (passes (fixture, filter, item));
}

static void
test_ids (UiFixture     *fixture,
          gconstpointer  names)
{
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalFilter) copy = NULL;
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, goals_learner (fixture, "Amina"), "Reads", 2, 0);

  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    {
      g_assert_null (pz_goal_item_get_id_by (item, by));
      pz_goal_filter_set_id (filter, by, "some-id");
      g_assert_false (passes (fixture, filter, item));
      g_assert_false (pz_goal_filter_is_plain (filter));
      pz_goal_filter_set_id (filter, by, ""); /* those that have none */
      g_assert_true (passes (fixture, filter, item));
      g_clear_pointer (&copy, pz_goal_filter_free);
      copy = pz_goal_filter_copy (filter);
      g_assert_cmpstr (pz_goal_filter_get_id (copy, by), ==, "");
      pz_goal_filter_set_id (filter, by, NULL);
      g_assert_true (pz_goal_filter_is_plain (filter));
    }
}

static void
test_statuses (UiFixture     *fixture,
               gconstpointer  names)
{
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, goals_learner (fixture, "Amina"), "Reads", 2, 0);

  pz_goal_filter_set_status (filter, PZ_STATUS_MET, TRUE);
  pz_goal_filter_set_status (filter, PZ_STATUS_TOO_EARLY, TRUE);
  g_assert_true (pz_goal_filter_has_status (filter, PZ_STATUS_MET));
  g_assert_false (pz_goal_filter_has_status (filter, PZ_STATUS_NEEDS_DATA));
  g_assert_false (pz_goal_filter_any_status (filter));
  g_assert_true (passes (fixture, filter, item)); /* each status is counted, so that it is not asked for here */
  pz_goal_filter_set_status (filter, PZ_STATUS_MET, FALSE);
  g_assert_false (pz_goal_filter_has_status (filter, PZ_STATUS_MET));
  pz_goal_filter_clear_statuses (filter);
  g_assert_true (pz_goal_filter_any_status (filter));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-filter/" path, UiFixture, "Amina Yusuf;Chloé Dubois", ui_fixture_set_up, test, \
              ui_fixture_tear_down)
  ADD ("begins-with-what-is-worked-on", test_begins_with_what_is_worked_on);
  ADD ("search", test_search);
  ADD ("endless-search", test_endless_search);
  ADD ("ids", test_ids);
  ADD ("statuses", test_statuses);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
