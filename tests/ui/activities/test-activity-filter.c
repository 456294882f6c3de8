/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-filter.h"

static void
assert_found (GtkFilterListModel *model,
              const char         *expected)
{
  g_autofree char *rows = activities_dup_rows (G_LIST_MODEL (model));

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_words_setting_and_strategy (UiFixture     *fixture,
                                 gconstpointer  data)
{
  g_autoptr(PzDocument) bridges = activities_add (fixture, "Brücken", TODAY, "groups");
  g_autoptr(PzDocument) songs = activities_add (fixture, "Songs", TODAY, "whole-class");
  g_autofree char *stones = activities_add_strategy (fixture, "Talking stones");
  g_autoptr(PzActivityList) list = NULL;
  g_autoptr(PzActivityFilter) filter = pz_activity_filter_new (fixture->classroom);
  g_autoptr(GtkFilterListModel) model = NULL;

  pz_record_set_add (pz_document_get_owner (songs), PZ_ACTIVITY_STRATEGIES, stones);
  ui_save (fixture->classroom);
  list = pz_activity_list_new (fixture->classroom);
  activities_wait (list);
  model = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (list)), GTK_FILTER (g_object_ref (filter)));
  g_assert_true (pz_activity_filter_is_empty (filter));
  assert_found (model, "Brücken 2026-11-23; Songs 2026-11-23");

  pz_activity_filter_set_search (filter, "  BRUCK ");
  g_assert_false (pz_activity_filter_is_empty (filter));
  assert_found (model, "Brücken 2026-11-23");
  pz_activity_filter_set_search (filter, "stones songs"); /* words of the strategy, in any order */
  assert_found (model, "Songs 2026-11-23");
  pz_activity_filter_set_search (filter, "stones bridges");
  assert_found (model, "");
  pz_activity_filter_set_search (filter, NULL);
  pz_activity_filter_set_setting (filter, PZ_SETTING_GROUPS);
  assert_found (model, "Brücken 2026-11-23");
  pz_activity_filter_set_strategy (filter, stones);
  assert_found (model, "");
  pz_activity_filter_set_setting (filter, PZ_N_SETTINGS);
  assert_found (model, "Songs 2026-11-23");
  pz_activity_filter_set_strategy (filter, NULL);
  g_assert_true (pz_activity_filter_is_empty (filter));
}

static void
add_tests (void)
{
  g_test_add ("/ui/activity-filter/words-setting-and-strategy", UiFixture, NULL, ui_fixture_set_up,
              test_words_setting_and_strategy, ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
