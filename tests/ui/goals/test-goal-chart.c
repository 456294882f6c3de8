/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "pz-goal-chart-card.h"
#include "pz-goal-chart.h"
#include "pz-goal-dot.h"
#include "pz-goal-table.h"

#define PEOPLE "Amina Yusuf"

typedef struct
{
  GoalFixture goal;
  PzGoalFacts *facts;
  GtkWidget *window;
  GtkWidget *chart;
  PzRecord *asked; /* to be opened or removed */
} Case;

static void
ask_cb (GtkWidget *widget,
        PzRecord  *measurement,
        Case      *self)
{
  self->asked = measurement;
}

static void
begin (Case      *self,
       UiFixture *ui)
{
  goal_fixture_load (&self->goal, ui);
  self->facts = pz_goal_facts_new (ui->classroom, self->goal.learner, self->goal.id);
  self->chart = pz_goal_chart_new (self->facts);
  self->window = ui_present (self->chart, 640, 500);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  self->asked = NULL;
}

static void
end (Case      *self,
     UiFixture *ui)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->facts);
  goal_fixture_unload (&self->goal, ui);
}

static PzGoalDot *
get_focus (Case *self)
{
  return PZ_GOAL_DOT (gtk_window_get_focus (GTK_WINDOW (self->window)));
}

/* what the class of the widget does for a key */
static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
            return;
        }
    }
  g_assert_not_reached ();
}

static void
test_each_point_says_its_value (UiFixture     *ui,
                                gconstpointer  names)
{
  static const char *const said[] = {
    [0] = "24 August: 48 words a minute, alone",
    [4] = "24 September: 56 words a minute, with help",
    [13] = "19 November: 76 words a minute, alone",
    [14] = "23 November: 77 words a minute",
  };
  Case self;

  begin (&self, ui);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (said[i] != NULL)
      {
        GtkWidget *dot = ui_find (self.chart, PZ_TYPE_GOAL_DOT, i);

        gtk_test_accessible_assert_role (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_ROLE_BUTTON);
        gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, said[i]);
        g_assert_cmpstr (pz_goal_dot_get_name (PZ_GOAL_DOT (dot)), ==, said[i]);
      }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self.chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Words read per minute, 15 measurements");
  end (&self, ui);
}

static void
test_arrows_go_from_point_to_point (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_assert_true (gtk_widget_child_focus (self.chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 14)); /* the newest */
  g_assert_true (gtk_widget_child_focus (self.chart, GTK_DIR_LEFT));
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 13));
  g_assert_true (goal_fixture_says (self.chart, "19 November · 76 words a minute · alone"));
  press (self.chart, GDK_KEY_Home);
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 0));
  g_assert_true (gtk_widget_child_focus (self.chart, GTK_DIR_LEFT)); /* stays */
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 0));
  press (self.chart, GDK_KEY_End);
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 14));
  g_assert_false (gtk_widget_child_focus (self.chart, GTK_DIR_TAB_FORWARD)); /* one stop: the next Tab leaves */
  end (&self, ui);
}

static void
test_arrows_follow_the_direction_of_time (UiFixture     *ui,
                                          gconstpointer  names)
{
  Case self;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  begin (&self, ui);
  gtk_widget_child_focus (self.chart, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (self.chart, GTK_DIR_RIGHT); /* back in time */
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 13));
  end (&self, ui);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_enter_opens_and_delete_removes (UiFixture     *ui,
                                     gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_signal_connect (self.chart, "open", G_CALLBACK (ask_cb), &self);
  g_signal_connect (self.chart, "remove", G_CALLBACK (ask_cb), &self);
  gtk_widget_child_focus (self.chart, GTK_DIR_TAB_FORWARD);
  gtk_widget_activate (GTK_WIDGET (get_focus (&self)));
  g_assert_cmpstr (pz_record_get_text (self.asked, PZ_MEASUREMENT_DATE), ==, "2026-11-23");
  self.asked = NULL;
  press (self.chart, GDK_KEY_Delete);
  g_assert_cmpstr (pz_record_get_text (self.asked, PZ_MEASUREMENT_DATE), ==, "2026-11-23");
  end (&self, ui);
}

static void
test_focus_stays_when_points_come_and_go (UiFixture     *ui,
                                          gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  gtk_widget_child_focus (self.chart, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (self.chart, GTK_DIR_LEFT);
  goal_fixture_measure (&self.goal, "2026-11-17", 74, NULL, NULL); /* before it */
  ui_settle ();
  g_assert_cmpstr (pz_goal_dot_get_name (get_focus (&self)), ==, "19 November: 76 words a minute, alone");
  pz_document_delete (self.goal.learner, pz_goal_dot_get_measurement (get_focus (&self)));
  ui_settle ();
  g_assert_cmpstr (pz_goal_dot_get_name (get_focus (&self)), ==, "23 November: 77 words a minute");
  end (&self, ui);
}

static void
test_zoom_keeps_to_its_days (UiFixture     *ui,
                             gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_goal_chart_set_days (PZ_GOAL_CHART (self.chart), pz_day_from_text ("2026-11-02"), pz_day_from_text ("2026-12-18"));
  gtk_test_widget_wait_for_draw (self.window);
  ui_settle ();
  g_assert_false (gtk_widget_get_child_visible (ui_find (self.chart, PZ_TYPE_GOAL_DOT, 9)));
  g_assert_true (gtk_widget_get_child_visible (ui_find (self.chart, PZ_TYPE_GOAL_DOT, 10)));
  press (self.chart, GDK_KEY_Home);
  g_assert_true (GTK_WIDGET (get_focus (&self)) == ui_find (self.chart, PZ_TYPE_GOAL_DOT, 10));
  pz_goal_chart_set_days (PZ_GOAL_CHART (self.chart), 0, 0);
  gtk_test_widget_wait_for_draw (self.window);
  ui_settle ();
  g_assert_true (gtk_widget_get_child_visible (ui_find (self.chart, PZ_TYPE_GOAL_DOT, 9)));
  end (&self, ui);
}

static void
test_time_runs_to_the_left_where_text_does (UiFixture     *ui,
                                            gconstpointer  names)
{
  Case self;
  graphene_rect_t first, last;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  begin (&self, ui);
  g_assert_true (gtk_widget_compute_bounds (ui_find (self.chart, PZ_TYPE_GOAL_DOT, 0), self.chart, &first));
  g_assert_true (gtk_widget_compute_bounds (ui_find (self.chart, PZ_TYPE_GOAL_DOT, 14), self.chart, &last));
  g_assert_cmpfloat (first.origin.x, >, last.origin.x);
  end (&self, ui);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* each value of the chart, and what does not count, stands in the table with day, help, phase and note */
static void
test_the_table_carries_every_value (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;
  GtkWidget *table, *window, *list;
  PzRecord *aside;
  guint n = 0;

  begin (&self, ui);
  aside = goal_fixture_measure (&self.goal, "2026-11-20", 31, NULL, "Fire drill");
  pz_record_set_flag (aside, PZ_MEASUREMENT_NOT_VALID, TRUE);
  pz_goal_facts_update (self.facts);
  table = pz_goal_table_new (self.facts);
  window = ui_present (table, 640, 900);
  list = ui_find (table, GTK_TYPE_LIST_BOX, 0);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += GTK_IS_LIST_BOX_ROW (row);
  g_assert_cmpuint (n, ==, pz_goal_facts_get_measurements (self.facts)->len);
  for (guint i = 0; i < n; i++)
    {
      PzRecord *record = pz_goal_facts_get_measurements (self.facts)->pdata[n - 1 - i]; /* the newest first */
      GtkWidget *row = ui_find (table, GTK_TYPE_LIST_BOX_ROW, i);
      g_autofree char *value = g_strdup_printf ("%g words a minute", pz_record_get_number (record, PZ_MEASUREMENT_VALUE));

      g_assert_true (goal_fixture_says (row, value));
    }
  g_assert_true (goal_fixture_says (table, "31 words a minute"));
  g_assert_true (goal_fixture_says (table, "Partner, repeated reading · does not count · Fire drill"));
  g_assert_true (goal_fixture_says (table, "with help · Read-aloud app · Tired after sport. App on, finger under the line."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (table, GTK_TYPE_LIST_BOX_ROW, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "23 November, 77 words a minute, Partner, repeated reading");
  gtk_window_destroy (GTK_WINDOW (window));
  end (&self, ui);
}

static void
choose (GtkWidget  *card,
        const char *label)
{
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *button = ui_find (card, GTK_TYPE_TOGGLE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    }
  ui_settle ();
}

static void
test_the_card_switches_between_twins (UiFixture     *ui,
                                      gconstpointer  names)
{
  Case self;
  GtkWidget *card, *window, *stack;

  begin (&self, ui);
  card = pz_goal_chart_card_new (self.facts);
  window = ui_present (card, 640, 700);
  stack = ui_find (card, GTK_TYPE_STACK, 0);
  g_signal_connect (card, "open", G_CALLBACK (ask_cb), &self);
  g_assert_true (PZ_IS_GOAL_CHART (gtk_stack_get_visible_child (GTK_STACK (stack))));
  g_assert_true (goal_fixture_says (card, "Term"));
  choose (card, "Table");
  g_assert_true (PZ_IS_GOAL_TABLE (gtk_stack_get_visible_child (GTK_STACK (stack))));
  g_assert_false (goal_fixture_says (card, "Term")); /* days are chosen for the chart */
  gtk_widget_activate (ui_find (card, GTK_TYPE_LIST_BOX_ROW, 0));
  g_assert_cmpstr (pz_record_get_text (self.asked, PZ_MEASUREMENT_DATE), ==, "2026-11-23");
  choose (card, "Chart");
  choose (card, "Term");
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  g_assert_false (gtk_widget_get_child_visible (ui_find (card, PZ_TYPE_GOAL_DOT, 0)));
  gtk_window_destroy (GTK_WINDOW (window));
  end (&self, ui);
}

/* a goal that has nothing but a day: an axis of days that nobody chose would be no picture */
static void
test_the_card_says_how_to_begin (UiFixture     *ui,
                                 gconstpointer  names)
{
  GoalFixture goal;
  g_autoptr(PzGoalFacts) facts = NULL;
  GtkWidget *card, *window;

  goal_fixture_load (&goal, ui);
  {
    PzRecord *only_due = pz_document_add (goal.learner, PZ_RECORD_GOAL);

    pz_record_set_text (only_due, PZ_GOAL_TITLE, "Reads to the first-graders");
    pz_record_set_text (only_due, PZ_GOAL_TARGET_DATE, "2027-01-08");
    goal.id = pz_record_get_id (only_due);
  }
  facts = pz_goal_facts_new (ui->classroom, goal.learner, goal.id);
  card = pz_goal_chart_card_new (facts);
  window = ui_present (card, 640, 700);
  g_assert_true (goal_fixture_says (card, "Nothing was measured yet"));
  g_assert_true (goal_fixture_says (card, "The first measurement begins the chart."));
  g_assert_false (gtk_widget_get_mapped (ui_find (card, PZ_TYPE_GOAL_CHART, 0)));
  g_assert_false (gtk_widget_get_mapped (ui_find (card, GTK_TYPE_TOGGLE_BUTTON, 0)));
  goal_fixture_measure (&goal, "2026-11-20", 40, NULL, NULL);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (ui_find (card, PZ_TYPE_GOAL_CHART, 0)));
  choose (card, "Table");
  g_assert_true (gtk_widget_get_mapped (ui_find (card, PZ_TYPE_GOAL_TABLE, 0)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&facts);
  goal_fixture_unload (&goal, ui);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/goal-chart/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("each-point-says-its-value", test_each_point_says_its_value);
  ADD ("arrows-go-from-point-to-point", test_arrows_go_from_point_to_point);
  ADD ("arrows-follow-the-direction-of-time", test_arrows_follow_the_direction_of_time);
  ADD ("enter-opens-and-delete-removes", test_enter_opens_and_delete_removes);
  ADD ("focus-stays-when-points-come-and-go", test_focus_stays_when_points_come_and_go);
  ADD ("zoom-keeps-to-its-days", test_zoom_keeps_to_its_days);
  ADD ("time-runs-to-the-left-where-text-does", test_time_runs_to_the_left_where_text_does);
  ADD ("the-table-carries-every-value", test_the_table_carries_every_value);
  ADD ("the-card-switches-between-twins", test_the_card_switches_between_twins);
  ADD ("the-card-says-how-to-begin", test_the_card_says_how_to_begin);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
