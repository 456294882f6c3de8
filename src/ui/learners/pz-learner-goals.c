/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-goals.h"

#include "pz-goal-dialog.h"
#include "pz-goal-row.h"
#include "pz-goal.h"

#include <glib/gi18n-lib.h>

struct _PzLearnerGoals
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  GPtrArray *rows;      /* borrowed from the widget tree */
  GtkSizeGroup *values; /* of the last values of all rows */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (PzLearnerGoals, pz_learner_goals, ADW_TYPE_PREFERENCES_GROUP)

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *id)
{
  PzLearnerGoals *self = PZ_LEARNER_GOALS (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PzRecord *goal = pz_goal_row_get_goal (self->rows->pdata[i]);

      if (g_str_equal (pz_record_get_id (goal), g_variant_get_string (id, NULL)))
        pz_goal_dialog_present (widget, self->classroom, self->document, goal, NULL);
    }
}

static void
document_changed_cb (PzLearnerGoals *self,
                     PzRecord       *record)
{
  PzRecordType type = pz_record_get_record_type (record);

  if (type == PZ_RECORD_GOAL || type == PZ_RECORD_MEASUREMENT || type == PZ_RECORD_MEASURE || type == PZ_RECORD_PHASE
      || type == PZ_RECORD_ABSENCE || type == PZ_RECORD_CLASSROOM)
    pz_learner_goals_update (self);
}

static void
pz_learner_goals_dispose (GObject *object)
{
  PzLearnerGoals *self = PZ_LEARNER_GOALS (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->values);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_learner_goals_parent_class)->dispose (object);
}

static void
pz_learner_goals_class_init (PzLearnerGoalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_goals_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "goals.open", "s", open_action);
}

static void
pz_learner_goals_init (PzLearnerGoals *self)
{
  self->rows = g_ptr_array_new ();
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Goals"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "win.new-goal");
  gtk_widget_set_tooltip_text (self->add_button, _("Add Goal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Goal"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

/**
 * pz_learner_goals_new:
 * @classroom: the class
 * @document: the learner
 *
 * Returns: (transfer floating): the goals of the learner that are not closed
 */
GtkWidget *
pz_learner_goals_new (PzClassroom *classroom,
                      PzDocument  *document)
{
  PzLearnerGoals *self;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_GOALS, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  own = pz_classroom_get_document (classroom);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_learner_goals_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "reloaded", G_CALLBACK (pz_learner_goals_update), self, G_CONNECT_SWAPPED);
  pz_learner_goals_update (self);
  return GTK_WIDGET (self);
}

static void
add_row (PzLearnerGoals    *self,
         PzRecord          *goal,
         const PzGoalRules *rules)
{
  GtkWidget *row = pz_goal_row_new (self->classroom, self->document, goal, rules, self->values);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "goals.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", pz_record_get_id (goal));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * pz_learner_goals_update:
 * @self: the goals
 *
 * Shows what the documents say now.
 */
void
pz_learner_goals_update (PzLearnerGoals *self)
{
  g_autoptr(GPtrArray) goals = NULL;
  g_autoptr(PzGoalRules) rules = NULL;
  GDate today;

  g_return_if_fail (PZ_IS_LEARNER_GOALS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  goals = pz_goal_list (self->document, pz_classroom_get_document (self->classroom), NULL);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  rules = goals->len > 0 ? pz_goal_rules_new (pz_classroom_get_document (self->classroom), &today) : NULL;
  for (guint i = 0; i < goals->len; i++)
    add_row (self, goals->pdata[i], rules);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         goals->len == 0 ? C_("goal", "No goals yet.") : NULL);
  gtk_widget_set_visible (self->add_button, !pz_classroom_is_read_only (self->classroom));
  gtk_widget_set_visible (GTK_WIDGET (self), goals->len > 0 || !pz_classroom_is_read_only (self->classroom));
}
