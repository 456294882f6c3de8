/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-dialog.h"

#include "pz-holidays.h"
#include "pz-span-words.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

struct _PzHolidaysDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzHolidays *holidays; /* NULL until the file was read */

  GtkWidget *stack;
  GtkWidget *add_button;
  GtkWidget *problem;
  GtkWidget *summary;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzHolidaysDialog, pz_holidays_dialog, ADW_TYPE_WINDOW)

/* Handed to the thread. */
typedef struct
{
  char *path;
  GDate today;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->path);
  g_free (reading);
}

static PzRecord *
get_record (PzHolidaysDialog *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static guint
count_chosen (PzHolidaysDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->holidays->items->len; i++)
    {
      const PzHoliday *holiday = self->holidays->items->pdata[i];

      n += holiday->chosen && !holiday->known;
    }
  return n;
}

static void
update_summary (PzHolidaysDialog *self)
{
  guint n = count_chosen (self);
  guint n_left_out = self->holidays->n_outside + self->holidays->n_unread + self->holidays->n_too_long;
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: %u is how many holidays */
  g_string_append_printf (text, ngettext ("%u holiday becomes closed days.", "%u holidays become closed days.", n), n);
  if (n_left_out > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: %u is how many entries of a calendar */
      g_string_append_printf (text, ngettext ("%u entry is not offered: too long ago, too far ahead, too long or unreadable.",
                                              "%u entries are not offered: too long ago, too far ahead, too long or unreadable.",
                                              n_left_out), n_left_out);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
  gtk_widget_set_sensitive (self->add_button, n > 0);
}

static void
toggled_cb (GtkCheckButton   *check,
            PzHolidaysDialog *self)
{
  PzHoliday *holiday = g_object_get_data (G_OBJECT (check), "pz-holiday");

  holiday->chosen = gtk_check_button_get_active (check);
  update_summary (self);
}

static char *
dup_line (const PzHoliday *holiday)
{
  g_autofree char *words = pz_span_dup_words (&holiday->days);
  const char *remark = NULL;

  if (holiday->known)
    remark = C_("holiday", "closed already");
  else if (!holiday->whole_days)
    remark = C_("holiday", "does not fill the day");
  if (remark == NULL)
    return g_steal_pointer (&words);
  /* Translators: when a holiday is, and a remark on it */
  return g_strdup_printf (C_("holiday", "%1$s · %2$s"), words, remark);
}

static void
add_row (PzHolidaysDialog *self,
         PzHoliday        *holiday)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *line = dup_line (holiday);
  const char *name = *holiday->summary != '\0' ? holiday->summary : C_("holiday", "No name");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), holiday->chosen || holiday->known);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "pz-holiday", holiday);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_sensitive (row, !holiday->known);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_problem (PzHolidaysDialog *self,
              const char       *title,
              const char       *text)
{
  pz_status_show (ADW_STATUS_PAGE (self->problem), "x-office-calendar-symbolic", title, text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  PzHolidaysDialog *self = PZ_HOLIDAYS_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzHolidays) holidays = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->classroom == NULL) /* closed meanwhile */
    return;
  if (holidays == NULL)
    {
      show_problem (self, _("This calendar cannot be read"), error->message);
      return;
    }
  if (holidays->items->len == 0)
    {
      show_problem (self, _("No holidays in this calendar"),
                    _("It has no entries from last year on. Ask for the calendar of this school year."));
      return;
    }
  self->holidays = g_steal_pointer (&holidays);
  pz_holidays_compare (self->holidays, get_record (self));
  for (guint i = 0; i < self->holidays->items->len; i++)
    add_row (self, self->holidays->items->pdata[i]);
  update_summary (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  PzHolidays *holidays = pz_holidays_load (reading->path, &reading->today, &error);

  if (holidays != NULL)
    g_task_return_pointer (task, holidays, (GDestroyNotify) pz_holidays_free);
  else
    g_task_return_error (task, error);
}

static void
read_file (PzHolidaysDialog *self,
           GFile            *file)
{
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  if (g_file_peek_path (file) == NULL)
    {
      show_problem (self, _("This calendar cannot be read"), _("Copy it to this computer first."));
      return;
    }
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, read_file);
  reading = g_new0 (Reading, 1);
  reading->path = g_file_get_path (file);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &reading->today);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
pz_holidays_dialog_dispose (GObject *object)
{
  PzHolidaysDialog *self = PZ_HOLIDAYS_DIALOG (object);

  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_holidays_dialog_parent_class)->dispose (object);
}

static void
pz_holidays_dialog_finalize (GObject *object)
{
  PzHolidaysDialog *self = PZ_HOLIDAYS_DIALOG (object);

  g_clear_pointer (&self->holidays, pz_holidays_free);
  G_OBJECT_CLASS (pz_holidays_dialog_parent_class)->finalize (object);
}

static void
pz_holidays_dialog_class_init (PzHolidaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_holidays_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_holidays_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-holidays-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzHolidaysDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PzHolidaysDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzHolidaysDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PzHolidaysDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PzHolidaysDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, pz_holidays_dialog_accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_holidays_dialog_init (PzHolidaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->problem));
}

/**
 * pz_holidays_dialog_new:
 * @classroom: gets the closed days
 * @file: a calendar, .ics; is read in a thread
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_holidays_dialog_new (PzClassroom *classroom,
                        GFile       *file)
{
  PzHolidaysDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && G_IS_FILE (file), NULL);

  self = g_object_new (PZ_TYPE_HOLIDAYS_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  read_file (self, file);
  return GTK_WIDGET (self);
}

/**
 * pz_holidays_dialog_get_page:
 * @self: the dialog
 *
 * Returns: "loading", "list" or "problem"
 */
const char *
pz_holidays_dialog_get_page (PzHolidaysDialog *self)
{
  g_return_val_if_fail (PZ_IS_HOLIDAYS_DIALOG (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/**
 * pz_holidays_dialog_get_row:
 * @self: the dialog
 * @place: of a holiday
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
pz_holidays_dialog_get_row (PzHolidaysDialog *self,
                            int               place)
{
  g_return_val_if_fail (PZ_IS_HOLIDAYS_DIALOG (self), NULL);
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place));
}

/**
 * pz_holidays_dialog_accept:
 * @self: the dialog
 *
 * Takes the chosen holidays over, as one step, and closes.
 */
void
pz_holidays_dialog_accept (PzHolidaysDialog *self)
{
  g_return_if_fail (PZ_IS_HOLIDAYS_DIALOG (self));

  if (self->holidays == NULL)
    return;
  if (pz_holidays_apply (self->holidays, get_record (self)) > 0)
    pz_classroom_queue_save (self->classroom, C_("undo", "Import of holidays"));
  gtk_window_destroy (GTK_WINDOW (self));
}
