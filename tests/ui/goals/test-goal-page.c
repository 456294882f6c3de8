/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "pz-classroom-private.h"
#include "pz-goal-dot.h"
#include "pz-goal-page.h"
#include "pz-goal-sentence.h"
#include "pz-measurement-dialog.h"
#include "pz-measurement-panel.h"
#include "pz-privacy.h"

#define PEOPLE "Amina Yusuf"

typedef struct
{
  GoalFixture goal;
  GtkWidget *window;
  GtkWidget *page;
  char *toast; /* said last */
} Case;

static void
toast_cb (GSimpleAction *action,
          GVariant      *message,
          gpointer       user_data)
{
  Case *self = user_data;

  g_free (self->toast);
  self->toast = g_variant_dup_string (message, NULL);
}

static void
begin (Case      *self,
       UiFixture *ui)
{
  static const GActionEntry entries[] = { { .name = "show-undo", .parameter_type = "s", .activate = toast_cb } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  goal_fixture_load (&self->goal, ui);
  self->toast = NULL;
  self->page = pz_goal_page_new (ui->classroom, self->goal.learner, self->goal.id);
  self->window = ui_present (self->page, 1060, 800);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
end (Case      *self,
     UiFixture *ui)
{
  gtk_widget_insert_action_group (self->window, "win", NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->toast);
  goal_fixture_unload (&self->goal, ui);
}

static PzMeasurementPanel *
get_panel (Case *self)
{
  return PZ_MEASUREMENT_PANEL (ui_find (self->page, PZ_TYPE_MEASUREMENT_PANEL, 0));
}

static guint
count_points (Case *self)
{
  guint n = 0;
  GtkWidget *parent = gtk_widget_get_parent (ui_find (self->page, PZ_TYPE_GOAL_DOT, 0));

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += PZ_IS_GOAL_DOT (child);
  return n;
}

static void
test_says_what_the_goal_is (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;
  g_autofree char *sentence = NULL;

  begin (&self, ui);
  g_assert_true (goal_fixture_says (self.page, "Reads aloud fluently"));
  g_assert_true (goal_fixture_says (self.page, "Amina Yusuf"));
  sentence = pz_goal_dup_sentence (self.goal.goal, self.goal.measure, "Amina");
  g_assert_nonnull (strstr (sentence, "three days in a row"));
  g_assert_true (goal_fixture_says (self.page, sentence));
  g_assert_true (goal_fixture_says (self.page, "Need: decoding long words"));
  g_assert_true (goal_fixture_says (self.page, "Interest: birds of prey"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self.page), GTK_ACCESSIBLE_PROPERTY_LABEL, "Reads aloud fluently");
  g_assert_cmpstr (pz_goal_page_get_goal (PZ_GOAL_PAGE (self.page)), ==, self.goal.id);
  g_assert_true (pz_goal_page_get_learner (PZ_GOAL_PAGE (self.page)) == self.goal.learner);
  end (&self, ui);
}

static gboolean
says_the_standard (gpointer page)
{
  return goal_fixture_says (page, "Standard: R.2 · Reads simple texts aloud");
}

/* its name comes from a file of its own, and is there a moment later */
static void
test_says_the_standard (UiFixture     *ui,
                        gconstpointer  names)
{
  Case self;
  g_autoptr(PzDocument) framework = pz_classroom_add_with_id (ui->classroom, PZ_DOCUMENT_FRAMEWORK, "reading", NULL);
  PzRecord *standard = pz_document_add_with_id (framework, PZ_RECORD_STANDARD, "r-2");

  pz_record_set_text (standard, PZ_STANDARD_CODE, "R.2");
  pz_record_set_text (standard, PZ_STANDARD_STATEMENT, "Reads simple texts aloud");
  ui_save (ui->classroom);
  begin (&self, ui);
  pz_record_set_text (self.goal.goal, PZ_GOAL_STANDARD, "r-2");
  g_assert_true (ui_wait (says_the_standard, self.page));
  end (&self, ui);
}

static void
test_says_where_it_stands_and_why (UiFixture     *ui,
                                   gconstpointer  names)
{
  Case self;
  GtkWidget *revealer;

  begin (&self, ui);
  g_assert_true (goal_fixture_says (self.page, "Cannot tell"));
  revealer = ui_find (self.page, GTK_TYPE_REVEALER, 0);
  while (!goal_fixture_says (revealer, "Pace the target asks for"))
    revealer = ui_find (self.page, GTK_TYPE_REVEALER, 1);
  g_assert_true (goal_fixture_says (revealer, "15 points, over 13 weeks"));
  g_assert_true (goal_fixture_says (revealer, "At this pace on 18 December"));
  end (&self, ui);
}

static void
test_adds_a_measurement (UiFixture     *ui,
                         gconstpointer  names)
{
  Case self;
  PzMeasurementForm *form;

  begin (&self, ui);
  form = pz_measurement_panel_get_form (get_panel (&self));
  pz_measurement_form_set_value (form, "81");
  pz_measurement_form_set_note (form, "With the class listening");
  pz_measurement_panel_add (get_panel (&self));
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 16);
  g_assert_cmpstr (self.toast, ==, "Measurement added");
  g_assert_true (pz_measurement_form_is_empty (form));
  g_assert_true (goal_fixture_says (self.page, "With the class listening"));
  g_assert_cmpstr (pz_goal_dot_get_name (PZ_GOAL_DOT (ui_find (self.page, PZ_TYPE_GOAL_DOT, 15))), ==,
                   "23 November: 81 words a minute");
  end (&self, ui);
}

static void
test_a_new_measurement_can_be_undone (UiFixture     *ui,
                                      gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_measurement_form_set_value (pz_measurement_panel_get_form (get_panel (&self)), "81");
  pz_measurement_panel_add (get_panel (&self));
  ui_save (ui->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (ui->classroom), ==, "New measurement");
  g_assert_true (pz_classroom_undo (ui->classroom, NULL));
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 15);
  end (&self, ui);
}

static void
test_says_what_is_wrong_with_a_value (UiFixture     *ui,
                                      gconstpointer  names)
{
  static const struct { const char *typed, *problem; } rows[] = {
    { "abc", "A number is needed." },
    { "-1", "The least value of this measure is 0." },
    { "500", "The greatest value of this measure is 120." },
  };
  Case self;
  PzMeasurementForm *form;

  begin (&self, ui);
  form = pz_measurement_panel_get_form (get_panel (&self));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pz_measurement_form_set_value (form, rows[i].typed);
      pz_measurement_panel_add (get_panel (&self));
      g_assert_cmpstr (pz_measurement_form_get_problem (form), ==, rows[i].problem);
      g_assert_true (goal_fixture_says (self.page, rows[i].problem));
    }
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 15);
  g_assert_null (self.toast);
  end (&self, ui);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (PZ_IS_MEASUREMENT_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_a_point_opens_its_measurement (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;
  PzMeasurementDialog *dialog;

  begin (&self, ui);
  gtk_widget_activate (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13));
  dialog = PZ_MEASUREMENT_DIALOG (find_dialog ());
  g_assert_nonnull (dialog);
  pz_measurement_form_set_value (pz_measurement_dialog_get_form (dialog), "70");
  pz_measurement_dialog_save (dialog);
  ui_settle ();
  g_assert_cmpstr (pz_goal_dot_get_name (PZ_GOAL_DOT (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13))), ==,
                   "19 November: 70 words a minute, alone");
  g_assert_cmpstr (self.toast, ==, "Measurement changed");
  end (&self, ui);
}

static void
test_state_of_the_goal_changes (UiFixture     *ui,
                                gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  gtk_widget_activate_action (self.page, "goal.take-up", NULL); /* it is worked on */
  g_assert_true (pz_record_is_empty (self.goal.goal, PZ_GOAL_STATE));
  g_assert_true (gtk_widget_activate_action (self.page, "goal.pause", NULL));
  ui_settle ();
  g_assert_cmpstr (pz_record_get_text (self.goal.goal, PZ_GOAL_STATE), ==, "paused");
  g_assert_true (goal_fixture_says (self.page, "This goal is paused."));
  g_assert_cmpstr (self.toast, ==, "Goal paused");
  g_assert_true (gtk_widget_activate_action (self.page, "goal.close", NULL));
  ui_settle ();
  g_assert_true (goal_fixture_says (self.page, "This goal is closed."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_panel (&self))));
  g_assert_true (gtk_widget_activate_action (self.page, "goal.take-up", NULL));
  ui_settle ();
  g_assert_cmpstr (pz_record_get_text (self.goal.goal, PZ_GOAL_STATE), ==, "active");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_panel (&self))));
  end (&self, ui);
}

static void
test_follows_the_documents (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_record_set_text (self.goal.goal, PZ_GOAL_TITLE, "<b>Reads</b> & sings");
  pz_record_set_text (self.goal.measure, PZ_MEASURE_NAME, "Words");
  pz_record_set_text (self.goal.goal, PZ_GOAL_TARGET_DATE, "2026-11-20");
  ui_settle ();
  g_assert_true (goal_fixture_says (self.page, "<b>Reads</b> & sings"));
  g_assert_true (goal_fixture_says (self.page, "Words"));
  g_assert_true (goal_fixture_says (self.page, "The day of this goal, 20 November, has passed"));
  pz_document_delete (self.goal.learner, self.goal.goal);
  ui_settle ();
  g_assert_true (goal_fixture_says (self.page, "This goal was deleted."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_panel (&self))));
  pz_document_restore (self.goal.learner, self.goal.goal);
  ui_settle ();
  g_assert_false (goal_fixture_says (self.page, "This goal was deleted."));
  end (&self, ui);
}

static void
test_notes_stand_beside_the_data (UiFixture     *ui,
                                  gconstpointer  names)
{
  Case self;
  GtkWidget *button = NULL;

  begin (&self, ui);
  g_assert_true (goal_fixture_says (self.page, "Two long words sounded out without a prompt."));
  g_assert_true (goal_fixture_says (self.page, "Now with: Partner, repeated reading. The app did the reading for her"));
  g_assert_false (goal_fixture_says (self.page, "Reads menus aloud"));
  for (guint i = 0; button == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Show All 7 Notes") != 0; i++)
    button = ui_find (self.page, GTK_TYPE_BUTTON, i);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (goal_fixture_says (self.page, "Reads menus aloud to her little brother."));
  end (&self, ui);
}

static void
test_keeps_quiet_while_names_are_hidden (UiFixture     *ui,
                                         gconstpointer  names)
{
  static const char *const hidden[] = { "Amina", "decoding", "birds of prey", "Two long words", "The app did the reading",
                                        "likes it" };
  Case self;

  begin (&self, ui);
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_test_message ("%s", hidden[i]);
      g_assert_false (goal_fixture_says (self.page, hidden[i]));
    }
  g_assert_true (goal_fixture_says (self.page, "Learner 1"));
  gtk_widget_activate (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13));
  g_assert_null (find_dialog ());
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  g_assert_true (goal_fixture_says (self.page, "Amina Yusuf"));
  end (&self, ui);
}

static void
test_a_class_to_look_at_is_not_changed (UiFixture     *ui,
                                        gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_classroom_set_read_only (ui->classroom, "Only to look at");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_panel (&self))));
  gtk_widget_activate_action (self.page, "goal.pause", NULL);
  g_assert_true (pz_record_is_empty (self.goal.goal, PZ_GOAL_STATE));
  g_signal_emit_by_name (gtk_widget_get_parent (ui_find (self.page, PZ_TYPE_GOAL_DOT, 0)), "remove",
                         pz_goal_dot_get_measurement (PZ_GOAL_DOT (ui_find (self.page, PZ_TYPE_GOAL_DOT, 0))));
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 15);
  gtk_widget_activate (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13)); /* can be read */
  pz_measurement_form_set_value (pz_measurement_dialog_get_form (PZ_MEASUREMENT_DIALOG (find_dialog ())), "1");
  pz_measurement_dialog_save (PZ_MEASUREMENT_DIALOG (find_dialog ()));
  g_assert_cmpfloat (pz_record_get_number (pz_goal_dot_get_measurement (PZ_GOAL_DOT (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13))),
                                           PZ_MEASUREMENT_VALUE), ==, 76);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_destroy (GTK_WINDOW (self.window));
  g_clear_object (&self.goal.learner); /* and nothing to be saved */
}

static void
test_a_removed_point_can_be_undone (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;
  GtkWidget *chart;

  begin (&self, ui);
  chart = gtk_widget_get_parent (ui_find (self.page, PZ_TYPE_GOAL_DOT, 0));
  g_signal_emit_by_name (chart, "remove", pz_goal_dot_get_measurement (PZ_GOAL_DOT (ui_find (self.page, PZ_TYPE_GOAL_DOT, 13))));
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 14);
  g_assert_cmpstr (self.toast, ==, "Measurement deleted");
  ui_save (ui->classroom);
  g_assert_true (pz_classroom_undo (ui->classroom, NULL));
  ui_settle ();
  g_assert_cmpuint (count_points (&self), ==, 15);
  end (&self, ui);
}

/* the commands of others: only where there are such commands, and told which goal it is about */
static void
run_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  char **told = user_data;

  g_free (*told);
  *told = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0
                             ? child
                             : find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_edit_is_there_when_the_window_can (UiFixture     *ui,
                                        gconstpointer  names)
{
  static const GActionEntry entries[] = { { .name = "edit-goal", .parameter_type = "s", .activate = run_cb } };
  g_autofree char *told = NULL;
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL), *page;
  GoalFixture goal;
  Case bare;

  begin (&bare, ui);
  g_assert_false (gtk_widget_get_visible (find_button (bare.page, "Edit Goal")));
  end (&bare, ui);
  goal_fixture_load (&goal, ui);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), &told);
  page = pz_goal_page_new (ui->classroom, goal.learner, goal.id);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), page);
  g_assert_true (gtk_widget_get_visible (find_button (page, "Edit Goal")));
  g_signal_emit_by_name (find_button (page, "Edit Goal"), "clicked");
  g_assert_cmpstr (told, ==, goal.id);
  gtk_window_destroy (GTK_WINDOW (window));
  goal_fixture_unload (&goal, ui);
}

static void
test_the_page_leaves_nothing_behind (UiFixture     *ui,
                                     gconstpointer  names)
{
  GoalFixture goal;
  GtkWidget *page;

  goal_fixture_load (&goal, ui);
  page = g_object_ref_sink (pz_goal_page_new (ui->classroom, goal.learner, goal.id));
  g_assert_finalize_object (page);
  goal_fixture_unload (&goal, ui);
}

static void
test_narrow_pages_have_the_buttons_of_the_window (UiFixture     *ui,
                                                  gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_assert_false (adw_header_bar_get_show_start_title_buttons (ADW_HEADER_BAR (ui_find (self.page, ADW_TYPE_HEADER_BAR, 0))));
  pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (self.page), TRUE);
  g_assert_true (adw_header_bar_get_show_start_title_buttons (ADW_HEADER_BAR (ui_find (self.page, ADW_TYPE_HEADER_BAR, 0))));
  pz_goal_page_focus_value (PZ_GOAL_PAGE (self.page));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)), GTK_WIDGET (get_panel (&self))));
  end (&self, ui);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/goal-page/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("says-what-the-goal-is", test_says_what_the_goal_is);
  ADD ("says-the-standard", test_says_the_standard);
  ADD ("says-where-it-stands-and-why", test_says_where_it_stands_and_why);
  ADD ("adds-a-measurement", test_adds_a_measurement);
  ADD ("a-new-measurement-can-be-undone", test_a_new_measurement_can_be_undone);
  ADD ("says-what-is-wrong-with-a-value", test_says_what_is_wrong_with_a_value);
  ADD ("a-point-opens-its-measurement", test_a_point_opens_its_measurement);
  ADD ("state-of-the-goal-changes", test_state_of_the_goal_changes);
  ADD ("follows-the-documents", test_follows_the_documents);
  ADD ("notes-stand-beside-the-data", test_notes_stand_beside_the_data);
  ADD ("keeps-quiet-while-names-are-hidden", test_keeps_quiet_while_names_are_hidden);
  ADD ("a-class-to-look-at-is-not-changed", test_a_class_to_look_at_is_not_changed);
  ADD ("a-removed-point-can-be-undone", test_a_removed_point_can_be_undone);
  ADD ("edit-is-there-when-the-window-can", test_edit_is_there_when_the_window_can);
  ADD ("the-page-leaves-nothing-behind", test_the_page_leaves_nothing_behind);
  ADD ("narrow-pages-have-the-buttons-of-the-window", test_narrow_pages_have_the_buttons_of_the_window);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
