/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measurement-dialog.h"

#include "pz-goal-edit.h"
#include "pz-learner.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

struct _PzMeasurementDialog
{
  AdwWindow parent_instance;

  PzGoalFacts *facts;
  PzRecord *measurement;
  GtkWidget *form;

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkWidget *delete_button;
  GtkWidget *form_bin;
  GtkWidget *counts_list;
  GtkWidget *counts;
};

G_DEFINE_FINAL_TYPE (PzMeasurementDialog, pz_measurement_dialog, ADW_TYPE_WINDOW)

/* the toast belongs to the window below, which stays */
static GtkWidget *
get_below (PzMeasurementDialog *self)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  return below != NULL ? GTK_WIDGET (below) : GTK_WIDGET (self);
}

static void
delete_clicked_cb (PzMeasurementDialog *self)
{
  pz_goal_edit_remove (get_below (self), self->facts, self->measurement);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Another program deleted it, or the names are hidden now: what stands here is not what may be seen. */
static void
close_cb (PzMeasurementDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (PzMeasurementDialog *self)
{
  if (pz_record_is_deleted (self->measurement) || pz_goal_facts_get_goal (self->facts) == NULL)
    close_cb (self);
}

static void
pz_measurement_dialog_dispose (GObject *object)
{
  PzMeasurementDialog *self = PZ_MEASUREMENT_DIALOG (object);

  g_clear_object (&self->facts);
  g_clear_object (&self->measurement);
  G_OBJECT_CLASS (pz_measurement_dialog_parent_class)->dispose (object);
}

static void
pz_measurement_dialog_class_init (PzMeasurementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_measurement_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-measurement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, counts_list);
  gtk_widget_class_bind_template_child (widget_class, PzMeasurementDialog, counts);
  gtk_widget_class_bind_template_callback (widget_class, pz_measurement_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_measurement_dialog_init (PzMeasurementDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_measurement_dialog_new:
 * @facts: of the goal
 * @measurement: one of its measurements
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_measurement_dialog_new (PzGoalFacts *facts,
                           PzRecord    *measurement)
{
  PzMeasurementDialog *self;
  PzDocument *learner;
  g_autofree char *real_name = NULL;
  g_autofree char *name = NULL;
  gboolean locked;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement), NULL);

  self = g_object_new (PZ_TYPE_MEASUREMENT_DIALOG, NULL);
  self->facts = g_object_ref (facts);
  self->measurement = g_object_ref (measurement);
  learner = pz_goal_facts_get_learner (facts);
  real_name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  name = pz_privacy_dup_name (pz_document_get_id (learner), real_name);
  adw_window_title_set_subtitle (self->title, name);
  self->form = pz_measurement_form_new (facts);
  adw_bin_set_child (ADW_BIN (self->form_bin), self->form);
  pz_measurement_form_show (PZ_MEASUREMENT_FORM (self->form), measurement);
  gtk_switch_set_active (GTK_SWITCH (self->counts), !pz_record_get_flag (measurement, PZ_MEASUREMENT_NOT_VALID));
  locked = pz_classroom_is_read_only (pz_goal_facts_get_classroom (facts));
  gtk_widget_set_visible (self->save_button, !locked);
  gtk_widget_set_visible (self->delete_button, !locked);
  gtk_widget_set_sensitive (self->form, !locked);
  gtk_widget_set_sensitive (self->counts_list, !locked);
  g_signal_connect_object (self->form, "done", G_CALLBACK (pz_measurement_dialog_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facts, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  pz_measurement_form_focus (PZ_MEASUREMENT_FORM (self->form));
  return GTK_WIDGET (self);
}

/**
 * pz_measurement_dialog_get_form:
 * @self: the dialog
 *
 * Returns: (transfer none): its fields
 */
PzMeasurementForm *
pz_measurement_dialog_get_form (PzMeasurementDialog *self)
{
  g_return_val_if_fail (PZ_IS_MEASUREMENT_DIALOG (self), NULL);
  return PZ_MEASUREMENT_FORM (self->form);
}

/**
 * pz_measurement_dialog_set_counts:
 * @self: the dialog
 * @counts: whether the measurement shall count
 */
void
pz_measurement_dialog_set_counts (PzMeasurementDialog *self,
                                  gboolean             counts)
{
  g_return_if_fail (PZ_IS_MEASUREMENT_DIALOG (self));
  gtk_switch_set_active (GTK_SWITCH (self->counts), counts);
}

/**
 * pz_measurement_dialog_save:
 * @self: the dialog
 *
 * Writes what was typed and closes, or says what is wrong with it.
 */
void
pz_measurement_dialog_save (PzMeasurementDialog *self)
{
  PzMeasurementDraft draft;

  g_return_if_fail (PZ_IS_MEASUREMENT_DIALOG (self));

  if (pz_classroom_is_read_only (pz_goal_facts_get_classroom (self->facts))
      || !pz_measurement_form_check (PZ_MEASUREMENT_FORM (self->form), &draft))
    return;
  pz_goal_edit_change (get_below (self), self->facts, self->measurement, &draft,
                       gtk_switch_get_active (GTK_SWITCH (self->counts)));
  gtk_window_destroy (GTK_WINDOW (self));
}
