/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-dialog.h"

#include "pz-goal-words.h"
#include "pz-goal.h"
#include "pz-learner.h"
#include "pz-privacy.h"
#include "pz-timeline-row.h"

struct _PzGoalDialog
{
  AdwWindow parent_instance;

  PzTimeline *timeline;
  PzDocument *learner;
  PzRecord *goal;
  GtkWidget *edit_button;
  GtkWidget *menu_button;
  AdwWindowTitle *title;
  GtkWidget *goal_title;
  GtkWidget *goal_line;
  AdwPreferencesGroup *fields;
  GtkWidget *entries;
};

G_DEFINE_FINAL_TYPE (PzGoalDialog, pz_goal_dialog, ADW_TYPE_WINDOW)

/* What a goal says beside its title, in this order. */
static const guint shown[] = { PZ_GOAL_CONDITION, PZ_GOAL_BEHAVIOUR, PZ_GOAL_CRITERION, PZ_GOAL_NOTES };

static void
add_fields (PzGoalDialog *self)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *text = pz_record_get_text (self->goal, shown[i]);
      const PzField *field = &pz_schema_get_record (PZ_RECORD_GOAL)->fields[shown[i]];
      GtkWidget *row;

      if (text == NULL || (shown[i] == PZ_GOAL_NOTES && pz_privacy_is_hidden ()))
        continue;
      any = TRUE;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_field_get_label (field));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->fields, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields), any);
}

/* The window below does it, so that the dialog it opens stands on that window and not on this one. */
static void
run_below (PzGoalDialog *self,
           const char   *action,
           GVariant     *parameter)
{
  GtkWindow *transient_for = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GtkWindow) below = transient_for != NULL ? g_object_ref (transient_for) : NULL;
  g_autoptr(GVariant) ids = g_variant_ref_sink (parameter);

  if (below == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (below), action, ids);
}

static GVariant *
make_ids (PzGoalDialog *self)
{
  return g_variant_new ("(ss)", pz_document_get_id (self->learner), pz_record_get_id (self->goal));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  run_below (PZ_GOAL_DIALOG (widget), "win.edit-goal", make_ids (PZ_GOAL_DIALOG (widget)));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  run_below (PZ_GOAL_DIALOG (widget), "win.delete-goal", make_ids (PZ_GOAL_DIALOG (widget)));
}

static void
chart_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  run_below (PZ_GOAL_DIALOG (widget), "win.show-goal", make_ids (PZ_GOAL_DIALOG (widget)));
}

static void
new_phase_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  run_below (PZ_GOAL_DIALOG (widget), "win.new-phase", make_ids (PZ_GOAL_DIALOG (widget)));
}

static gboolean
is_phase (PzTimelineItem *item)
{
  PzRecord *record = pz_timeline_item_get_record (item);

  return record != NULL && pz_record_get_record_type (record) == PZ_RECORD_PHASE;
}

/* Changes of the teaching can be corrected here; the rest is here to be read, the page opens it. */
static GtkWidget *
make_entry (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = pz_timeline_row_new (PZ_GOAL_DIALOG (user_data)->timeline, item);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_phase (item));
  return row;
}

static void
entry_activated_cb (PzGoalDialog  *self,
                    GtkListBoxRow *row)
{
  PzTimelineItem *item = PZ_IS_TIMELINE_ROW (row) ? pz_timeline_row_get_item (PZ_TIMELINE_ROW (row)) : NULL;

  if (item != NULL && is_phase (item))
    run_below (self, "win.edit-phase",
               g_variant_new ("(sss)", pz_document_get_id (self->learner), pz_record_get_id (self->goal),
                              pz_record_get_id (pz_timeline_item_get_record (item))));
}

static void
add_entries (PzGoalDialog *self)
{
  pz_timeline_set_goal (self->timeline, pz_record_get_id (self->goal));
  while (!pz_timeline_is_complete (self->timeline))
    pz_timeline_load_more (self->timeline);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->entries), G_LIST_MODEL (self->timeline), make_entry, self, NULL);
}

/* Names and notes are hidden now, or shown again: what stands here is not what may be seen. */
static void
hidden_cb (PzGoalDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
pz_goal_dialog_dispose (GObject *object)
{
  PzGoalDialog *self = PZ_GOAL_DIALOG (object);

  gtk_list_box_bind_model (GTK_LIST_BOX (self->entries), NULL, NULL, NULL, NULL);
  g_clear_object (&self->timeline);
  g_clear_object (&self->learner);
  g_clear_object (&self->goal);
  G_OBJECT_CLASS (pz_goal_dialog_parent_class)->dispose (object);
}

static void
pz_goal_dialog_class_init (PzGoalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-goal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, goal_title);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, goal_line);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, entries);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalDialog, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "goal.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "goal.chart", NULL, chart_action);
  gtk_widget_class_install_action (widget_class, "goal.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "goal.new-phase", NULL, new_phase_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_goal_dialog_init (PzGoalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_goal_dialog_new:
 * @classroom: the class
 * @learner: the document of a learner
 * @goal: a goal of the learner or of the class
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_goal_dialog_new (PzClassroom *classroom,
                    PzDocument  *learner,
                    PzRecord    *goal)
{
  PzGoalDialog *self;
  g_autofree char *line = NULL;
  g_autofree char *real_name = NULL;
  g_autofree char *name = NULL;
  GDate today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (goal), NULL);

  self = g_object_new (PZ_TYPE_GOAL_DIALOG, NULL);
  self->timeline = pz_timeline_new (classroom, learner);
  self->learner = g_object_ref (learner);
  self->goal = g_object_ref (goal);
  gtk_widget_set_visible (self->edit_button, !pz_classroom_is_read_only (classroom));
  gtk_widget_set_visible (self->menu_button, !pz_classroom_is_read_only (classroom));
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  line = pz_goal_words_dup_line (goal, pz_goal_find_measure (goal, pz_classroom_get_document (classroom)), &today);
  real_name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  name = pz_privacy_dup_name (pz_document_get_id (learner), real_name);
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
  gtk_label_set_label (GTK_LABEL (self->goal_title), pz_goal_words_get_title (goal));
  gtk_label_set_label (GTK_LABEL (self->goal_line), line);
  gtk_widget_set_visible (self->goal_line, line != NULL);
  add_fields (self);
  add_entries (self);
  return GTK_WIDGET (self);
}

/* Nothing happens when it is not among the entries. */
static void
focus_entry (PzGoalDialog *self,
             PzRecord     *record)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->entries); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PZ_IS_TIMELINE_ROW (row) && pz_timeline_item_get_record (pz_timeline_row_get_item (PZ_TIMELINE_ROW (row))) == record)
      gtk_window_set_focus (GTK_WINDOW (self), row);
}

/**
 * pz_goal_dialog_present:
 * @from: a widget of the window below
 * @classroom: the class
 * @learner: the document of a learner
 * @goal: a goal of the learner or of the class
 * @record: (nullable): a measurement or a change that belongs to the goal, to put the focus on
 *
 * Opens the window.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
pz_goal_dialog_present (GtkWidget   *from,
                        PzClassroom *classroom,
                        PzDocument  *learner,
                        PzRecord    *goal,
                        PzRecord    *record)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *dialog = pz_goal_dialog_new (classroom, learner, goal);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  if (record != NULL)
    focus_entry (PZ_GOAL_DIALOG (dialog), record);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
