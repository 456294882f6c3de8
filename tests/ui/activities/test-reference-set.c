/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-draft.h"
#include "pz-position.h"
#include "pz-reference-set.h"

static void
test_ticks_records (UiFixture     *fixture,
                    gconstpointer  data)
{
  g_autofree char *stones = activities_add_strategy (fixture, "Talking stones");
  g_autofree char *tablet = activities_add_strategy (fixture, "Tablet & <b>");
  g_autofree char *nameless = activities_add_strategy (fixture, NULL);
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_ACTIVITY);
  g_autoptr(GPtrArray) records = pz_position_list (pz_classroom_get_document (fixture->classroom), PZ_RECORD_STRATEGY);
  GtkWidget *list = gtk_list_box_new (), *row, *first, *second, *window;

  pz_record_set_add (draft->record, PZ_ACTIVITY_STRATEGIES, stones);
  row = pz_reference_set_new (draft->record, PZ_ACTIVITY_STRATEGIES, records, PZ_STRATEGY_NAME);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = ui_present (list, 400, 200);
  first = ui_find (row, GTK_TYPE_TOGGLE_BUTTON, 0); /* by name: Tablet before Talking stones */
  second = ui_find (row, GTK_TYPE_TOGGLE_BUTTON, 1);
  g_assert_null (gtk_widget_get_next_sibling (second)); /* without a name it cannot be offered */
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (second), FALSE);
  g_assert_true (pz_record_set_has (draft->record, PZ_ACTIVITY_STRATEGIES, tablet));
  g_assert_false (pz_record_set_has (draft->record, PZ_ACTIVITY_STRATEGIES, stones));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
  g_test_add ("/ui/reference-set/ticks-records", UiFixture, NULL, ui_fixture_set_up, test_ticks_records,
              ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
