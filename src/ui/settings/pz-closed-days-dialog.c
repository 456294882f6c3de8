/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-closed-days-dialog.h"

#include "pz-calendar.h"
#include "pz-class-rules.h"
#include "pz-columns-layout.h"
#include "pz-span-words.h"

#include <glib/gi18n-lib.h>

#define CALENDAR_WIDTH 260 /* px, least width of each while they stand side by side */

struct _PzClosedDaysDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;

  GtkWidget *add_button;
  GtkWidget *calendars;
  GtkWidget *first;
  GtkWidget *last;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (PzClosedDaysDialog, pz_closed_days_dialog, ADW_TYPE_WINDOW)

static PzDaySpan
get_days (PzClosedDaysDialog *self)
{
  g_autofree char *first = pz_calendar_dup_day (PZ_CALENDAR (self->first));
  g_autofree char *last = pz_calendar_dup_day (PZ_CALENDAR (self->last));

  return (PzDaySpan) { pz_day_from_text (first), pz_day_from_text (last) };
}

static void
show_summary (PzClosedDaysDialog *self)
{
  PzDaySpan days = get_days (self);
  g_autofree char *words = pz_span_dup_words (&days);
  g_autofree char *length = pz_span_dup_length (&days);
  g_autofree char *text = NULL;

  /* Translators: some closed days, and how many these are: Mon 12 October – Fri 16 October 2026 · 5 days */
  text = g_strdup_printf (C_("closed days", "%1$s · %2$s"), words, length);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
}

/* The day that was not chosen just now follows, so that the last is never before the first. */
static void
follow (PzClosedDaysDialog *self,
        GtkWidget          *chosen,
        GtkWidget          *other)
{
  PzDaySpan days = get_days (self);
  g_autofree char *day = pz_calendar_dup_day (PZ_CALENDAR (chosen));

  if (days.first > days.last)
    pz_calendar_set_day (PZ_CALENDAR (other), day);
  show_summary (self);
}

static void
first_selected_cb (PzClosedDaysDialog *self)
{
  follow (self, self->first, self->last);
}

static void
last_selected_cb (PzClosedDaysDialog *self)
{
  follow (self, self->last, self->first);
}

static void
pz_closed_days_dialog_dispose (GObject *object)
{
  PzClosedDaysDialog *self = PZ_CLOSED_DAYS_DIALOG (object);

  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_closed_days_dialog_parent_class)->dispose (object);
}

static void
pz_closed_days_dialog_class_init (PzClosedDaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_closed_days_dialog_dispose;
  g_type_ensure (PZ_TYPE_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-closed-days-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzClosedDaysDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzClosedDaysDialog, calendars);
  gtk_widget_class_bind_template_child (widget_class, PzClosedDaysDialog, first);
  gtk_widget_class_bind_template_child (widget_class, PzClosedDaysDialog, last);
  gtk_widget_class_bind_template_child (widget_class, PzClosedDaysDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, first_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, pz_closed_days_dialog_accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_closed_days_dialog_init (PzClosedDaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->calendars, pz_columns_layout_new (18, CALENDAR_WIDTH, 2));
}

/**
 * pz_closed_days_dialog_new:
 * @classroom: saves what is added
 *
 * Returns: (transfer none): a window, not yet shown, for today
 */
GtkWidget *
pz_closed_days_dialog_new (PzClassroom *classroom)
{
  PzClosedDaysDialog *self;
  char day[PZ_DAY_TEXT_SIZE];
  GDate today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CLOSED_DAYS_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  pz_day_to_text (g_date_get_julian (&today), day);
  pz_closed_days_dialog_set_days (self, day, day);
  return GTK_WIDGET (self);
}

/**
 * pz_closed_days_dialog_set_days:
 * @self: the dialog
 * @first: YYYY-MM-DD
 * @last: the same
 *
 * Chooses both days.
 */
void
pz_closed_days_dialog_set_days (PzClosedDaysDialog *self,
                                const char         *first,
                                const char         *last)
{
  g_return_if_fail (PZ_IS_CLOSED_DAYS_DIALOG (self));
  g_return_if_fail (pz_date_is_valid (first) && pz_date_is_valid (last));

  pz_calendar_set_day (PZ_CALENDAR (self->first), first);
  pz_calendar_set_day (PZ_CALENDAR (self->last), last);
  follow (self, self->first, self->last);
}

/**
 * pz_closed_days_dialog_accept:
 * @self: the dialog
 *
 * Closes the days and the dialog.
 */
void
pz_closed_days_dialog_accept (PzClosedDaysDialog *self)
{
  PzDaySpan days;

  g_return_if_fail (PZ_IS_CLOSED_DAYS_DIALOG (self));

  days = get_days (self);
  if (pz_class_close_days (pz_document_get_owner (pz_classroom_get_document (self->classroom)), &days))
    pz_classroom_queue_save (self->classroom, C_("undo", "New closed days"));
  gtk_window_destroy (GTK_WINDOW (self));
}
