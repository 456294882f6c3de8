/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence-dialog.h"

#include "pz-absence.h"
#include "pz-day-row.h"
#include "pz-learner.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

struct _PzAbsenceDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *learner;
  PzRecord *absence; /* NULL: a new one */

  AdwWindowTitle *title;
  GtkWidget *group;
  GtkWidget *save_button;
  GtkWidget *delete_button;
  GtkWidget *from;
  GtkWidget *to;
};

G_DEFINE_FINAL_TYPE (PzAbsenceDialog, pz_absence_dialog, ADW_TYPE_WINDOW)

/* The days follow each other: the end that was not chosen moves along. */
static void
keep_order (PzAbsenceDialog *self,
            GtkWidget       *chosen)
{
  GDate from, to;

  pz_day_row_get_day (PZ_DAY_ROW (self->from), &from);
  pz_day_row_get_day (PZ_DAY_ROW (self->to), &to);
  if (g_date_compare (&from, &to) <= 0)
    return;
  if (chosen == self->from)
    pz_day_row_set_day (PZ_DAY_ROW (self->to), &from);
  else
    pz_day_row_set_day (PZ_DAY_ROW (self->from), &to);
}

static void
day_changed_cb (PzDayRow        *row,
                PzAbsenceDialog *self)
{
  keep_order (self, GTK_WIDGET (row));
}

static void
finish (PzAbsenceDialog *self,
        const char      *label,
        const char      *message)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  pz_classroom_queue_save (self->classroom, label);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_clicked_cb (PzAbsenceDialog *self)
{
  pz_document_delete (self->learner, self->absence);
  finish (self, C_("undo", "Deletion of an absence"), _("Absence deleted"));
}

static void
pz_absence_dialog_dispose (GObject *object)
{
  PzAbsenceDialog *self = PZ_ABSENCE_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->learner);
  g_clear_object (&self->absence);
  G_OBJECT_CLASS (pz_absence_dialog_parent_class)->dispose (object);
}

static void
pz_absence_dialog_class_init (PzAbsenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_absence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-absence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzAbsenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzAbsenceDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PzAbsenceDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzAbsenceDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, pz_absence_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_absence_dialog_init (PzAbsenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->save_button); /* today is right mostly, and Enter must not cancel */
}

static GtkWidget *
add_day (PzAbsenceDialog *self,
         guint            field,
         const GDate     *today)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_ABSENCE)->fields[field];
  GtkWidget *row = pz_day_row_new (pz_field_get_label (schema), today);

  g_signal_connect_object (row, "changed", G_CALLBACK (day_changed_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->group), row);
  return row;
}

/**
 * pz_absence_dialog_new:
 * @classroom: saves what is changed
 * @learner: the document of the learner
 * @absence: (nullable): the absence to change; %NULL for a new one
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_absence_dialog_new (PzClassroom *classroom,
                       PzDocument  *learner,
                       PzRecord    *absence)
{
  PzAbsenceDialog *self;
  g_autofree char *real_name = NULL;
  g_autofree char *name = NULL;
  GDate from, to, today;
  gboolean locked;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner), NULL);

  self = g_object_new (PZ_TYPE_ABSENCE_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  g_set_object (&self->absence, absence);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  self->from = add_day (self, PZ_ABSENCE_FROM, &today);
  self->to = add_day (self, PZ_ABSENCE_TO, &today);
  if (absence != NULL && pz_absence_get_days (absence, &from, &to))
    {
      pz_day_row_set_day (PZ_DAY_ROW (self->from), &from);
      pz_day_row_set_day (PZ_DAY_ROW (self->to), &to);
    }
  real_name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  name = pz_privacy_dup_name (pz_document_get_id (learner), real_name);
  gtk_window_set_title (GTK_WINDOW (self), absence != NULL ? _("Absence") : _("New Absence"));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
  locked = pz_classroom_is_read_only (classroom);
  gtk_widget_set_visible (self->save_button, !locked);
  gtk_widget_set_visible (self->delete_button, !locked && absence != NULL);
  gtk_widget_set_sensitive (self->group, !locked);
  return GTK_WIDGET (self);
}

/**
 * pz_absence_dialog_save:
 * @self: the dialog
 *
 * Marks the days that are shown, in the place of those of the absence that was opened, and closes.
 */
void
pz_absence_dialog_save (PzAbsenceDialog *self)
{
  GDate from, to;
  gboolean is_new;

  g_return_if_fail (PZ_IS_ABSENCE_DIALOG (self));

  is_new = self->absence == NULL;
  pz_day_row_get_day (PZ_DAY_ROW (self->from), &from);
  pz_day_row_get_day (PZ_DAY_ROW (self->to), &to);
  if (!is_new)
    pz_absence_move (self->learner, self->absence, &from, &to);
  else
    pz_absence_mark (self->learner, &from, &to);
  finish (self, is_new ? C_("undo", "New absence") : C_("undo", "Change of an absence"),
          is_new ? _("Absence added") : _("Absence changed"));
}
