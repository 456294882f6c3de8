/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-steps.h"

#include "pz-compat.h"
#include "pz-date-row.h"
#include "pz-draft-entry.h"
#include "pz-flow-layout.h"
#include "pz-learner-details.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _PzGoalSteps
{
  AdwPreferencesGroup parent_instance;

  PzGoalDraft *draft;
  GPtrArray *rows; /* of the steps, in their order; borrowed from the widget tree */
  GtkWidget *add_row;
};

G_DEFINE_FINAL_TYPE (PzGoalSteps, pz_goal_steps, ADW_TYPE_PREFERENCES_GROUP)

static PzRecord *
get_step (gpointer widget)
{
  return g_object_get_data (widget, "pz-step");
}

static char *
dup_day (const char *day)
{
  g_autoptr(GDateTime) date = day != NULL ? g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0)
                                          : NULL;

  /* Translators: a day, as strftime writes it: 23 November 2026 */
  return date != NULL ? g_date_time_format (date, C_("day", "%-d %B %Y")) : NULL;
}

static void
show_step (GtkWidget *row)
{
  PzRecord *step = get_step (row);
  const char *text = pz_record_get_text (step, PZ_MILESTONE_TEXT);
  g_autofree char *date = dup_day (pz_record_get_text (step, PZ_MILESTONE_DATE));
  g_autofree char *reached = dup_day (pz_record_get_text (step, PZ_MILESTONE_REACHED));
  g_autofree char *line = NULL;

  if (reached != NULL)
    /* Translators: %s is a day, when a step of a goal was reached */
    line = g_strdup_printf (C_("step", "Reached on %s"), reached);
  else if (date != NULL)
    /* Translators: %s is a day, until when a step of a goal shall be reached */
    line = g_strdup_printf (C_("step", "By %s"), date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : C_("step", "New step"));
  pz_details_name_lists (row, text != NULL ? text : C_("step", "New step"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), line != NULL ? line : "");
}

static GtkWidget *
find_row (PzGoalSteps *self,
          PzRecord    *step)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_step (self->rows->pdata[i]) == step)
      return self->rows->pdata[i];
  return NULL;
}

static void
move (PzGoalSteps *self,
      PzRecord    *step,
      int          by)
{
  if (!pz_goal_draft_move_milestone (self->draft, step, by))
    return;
  pz_goal_steps_update (self);
  gtk_widget_child_focus (find_row (self, step), GTK_DIR_TAB_FORWARD);
}

static void
up_clicked_cb (PzGoalSteps *self,
               GtkWidget   *button)
{
  move (self, get_step (button), -1);
}

static void
down_clicked_cb (PzGoalSteps *self,
                 GtkWidget   *button)
{
  move (self, get_step (button), 1);
}

static void
remove_clicked_cb (PzGoalSteps *self,
                   GtkWidget   *button)
{
  pz_goal_draft_remove_milestone (self->draft, get_step (button));
  pz_goal_steps_update (self);
  gtk_widget_grab_focus (self->add_row);
}

static gboolean
key_move_cb (GtkWidget *row,
             GVariant  *by,
             gpointer   user_data)
{
  move (PZ_GOAL_STEPS (gtk_widget_get_ancestor (row, PZ_TYPE_GOAL_STEPS)), get_step (row), g_variant_get_int32 (by));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (PzGoalSteps *self,
             PzRecord    *step,
             const char  *label,
             GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pz-choice");
  g_object_set_data (G_OBJECT (button), "pz-step", step); /* the draft holds it */
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_buttons (PzGoalSteps *self,
              PzRecord    *step,
              gboolean     is_first,
              gboolean     is_last)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *up = make_button (self, step, _("Move Up"), G_CALLBACK (up_clicked_cb));
  GtkWidget *down = make_button (self, step, _("Move Down"), G_CALLBACK (down_clicked_cb));

  gtk_widget_set_layout_manager (box, pz_flow_layout_new (6));
  gtk_widget_add_css_class (box, "pz-form-box");
  gtk_widget_set_sensitive (up, !is_first);
  gtk_widget_set_sensitive (down, !is_last);
  gtk_box_append (GTK_BOX (box), up);
  gtk_box_append (GTK_BOX (box), down);
  gtk_box_append (GTK_BOX (box), make_button (self, step, C_("step", "Remove Step"), G_CALLBACK (remove_clicked_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  pz_widget_set_spoken_name (row, C_("step", "Move or remove"));
  return row;
}

static void
add_keys (GtkWidget *row)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK), gtk_callback_action_new (key_move_cb, NULL, NULL), "i", -1));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK), gtk_callback_action_new (key_move_cb, NULL, NULL), "i", 1));
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_row (PzGoalSteps *self,
          guint        place)
{
  GPtrArray *steps = pz_goal_draft_get_milestones (self->draft);
  PzRecord *step = steps->pdata[place];
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *text;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "pz-step", g_object_ref (step), g_object_unref);
  text = pz_draft_entry_new (step, PZ_MILESTONE_TEXT);
  g_object_set_data (G_OBJECT (row), "pz-text", text); /* lives in the row */
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), pz_date_row_new (step, PZ_MILESTONE_DATE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), pz_date_row_new (step, PZ_MILESTONE_REACHED));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_buttons (self, step, place == 0, place + 1 == steps->len));
  g_signal_connect_object (step, "notify", G_CALLBACK (show_step), row, G_CONNECT_SWAPPED);
  show_step (row);
  add_keys (row);
  return row;
}

static void
pz_goal_steps_dispose (GObject *object)
{
  PzGoalSteps *self = PZ_GOAL_STEPS (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_goal_steps_parent_class)->dispose (object);
}

static void
pz_goal_steps_class_init (PzGoalStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_steps_dispose;
}

static void
pz_goal_steps_init (PzGoalSteps *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), C_("goal", "Steps"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         C_("goal", "What is reached first, and what comes then."));
  self->add_row = adw_action_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add_row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add S_tep"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add_row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (pz_goal_steps_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

/**
 * pz_goal_steps_new:
 * @draft: a goal
 *
 * Returns: (transfer floating): its steps
 */
GtkWidget *
pz_goal_steps_new (PzGoalDraft *draft)
{
  PzGoalSteps *self;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (draft), NULL);

  self = g_object_new (PZ_TYPE_GOAL_STEPS, NULL);
  self->draft = g_object_ref (draft);
  pz_goal_steps_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_steps_update:
 * @self: the steps
 *
 * Shows the steps the draft has now; those that were open stay open.
 */
void
pz_goal_steps_update (PzGoalSteps *self)
{
  g_autoptr(GHashTable) open = g_hash_table_new (NULL, NULL);
  GPtrArray *steps;

  g_return_if_fail (PZ_IS_GOAL_STEPS (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (adw_expander_row_get_expanded (self->rows->pdata[i]))
        g_hash_table_add (open, get_step (self->rows->pdata[i]));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add_row); /* stays the last one */
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  steps = pz_goal_draft_get_milestones (self->draft);
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = make_row (self, i);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (open, steps->pdata[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
}

/**
 * pz_goal_steps_add:
 * @self: the steps
 *
 * Adds a step and puts the focus into its text.
 */
void
pz_goal_steps_add (PzGoalSteps *self)
{
  PzRecord *step;
  GtkWidget *row;

  g_return_if_fail (PZ_IS_GOAL_STEPS (self));

  step = pz_goal_draft_add_milestone (self->draft);
  pz_goal_steps_update (self);
  row = find_row (self, step);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "pz-text"));
}
