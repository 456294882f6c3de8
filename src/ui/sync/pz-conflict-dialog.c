/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-dialog.h"

#include "pz-conflict-row.h"
#include "pz-device-names.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

/* Where the names of devices are read from, in a thread. */
typedef struct
{
  PzEnvironment *environment;
  char *classroom;
  char *path;
} Source;

struct _PzConflictDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  char *record; /* of the decision to begin with; NULL: the first one */
  char *field;
  PzDeviceNames *names;      /* NULL until they were read */
  GPtrArray *conflicts;      /* PzConflict; NULL until they were read */
  GCancellable *cancellable; /* of the reading, if any */

  GtkWidget *title;
  GtkWidget *keep_button;
  GtkWidget *later_label;
  GtkWidget *error_label;
  GtkWidget *stack;
  GtkWidget *rows;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (PzConflictDialog, pz_conflict_dialog, ADW_TYPE_WINDOW)

static void
source_free (Source *source)
{
  g_object_unref (source->environment);
  g_free (source->classroom);
  g_free (source->path);
  g_free (source);
}

static void
show_error (PzConflictDialog *self,
            const GError     *error)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
}

/* ---- what is shown ---- */

static gboolean
is_wanted (PzConflictDialog *self,
           const PzConflict *conflict)
{
  const char *field = pz_schema_get_record (conflict->type)->fields[conflict->field].name;

  return g_strcmp0 (conflict->record, self->record) == 0 && (self->field == NULL || g_strcmp0 (field, self->field) == 0);
}

static void
fill_rows (PzConflictDialog *self)
{
  GtkWidget *wanted = NULL;

  while (gtk_widget_get_first_child (self->rows) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), gtk_widget_get_first_child (self->rows));
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      GtkWidget *row = pz_conflict_row_new (self->classroom, self->conflicts, i, self->names);

      gtk_box_append (GTK_BOX (self->rows), row);
      if (wanted == NULL && is_wanted (self, g_ptr_array_index (self->conflicts, i)))
        wanted = row;
    }
  if (wanted == NULL)
    wanted = gtk_widget_get_first_child (self->rows);
  if (wanted != NULL)
    pz_conflict_row_focus (PZ_CONFLICT_ROW (wanted));
}

static void
update_page (PzConflictDialog *self)
{
  guint n = pz_conflict_dialog_get_n_shown (self);
  /* Translators: the title of a dialog; %u is how many fields hold several values */
  g_autofree char *title = n > 0 ? g_strdup_printf (ngettext ("%u Field Differs", "%u Fields Differ", n), n)
                                 : g_strdup (_("Nothing Differs"));

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->keep_button, n > 0);
  gtk_widget_set_sensitive (self->keep_button, !pz_classroom_is_read_only (self->classroom));
  gtk_label_set_label (GTK_LABEL (self->later_label), n > 0 ? C_("conflict", "Decide Later") : _("Close"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "empty");
}

/* ---- reading ---- */

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzConflictDialog *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) conflicts = pz_classroom_list_conflicts_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    show_error (self, error);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = conflicts != NULL ? g_steal_pointer (&conflicts) : g_ptr_array_new ();
  update_page (self);
  fill_rows (self);
}

static void
names_thread (GTask        *task,
              gpointer      unused,
              gpointer      data,
              GCancellable *cancellable)
{
  Source *source = data;

  g_task_return_pointer (task, pz_device_names_read (source->environment, source->classroom, source->path),
                         (GDestroyNotify) pz_device_names_free);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  PzDeviceNames *names = g_task_propagate_pointer (G_TASK (result), &error);
  PzConflictDialog *self = user_data; /* gone when it was cancelled */

  if (names == NULL)
    return;
  g_clear_pointer (&self->names, pz_device_names_free);
  self->names = names;
  pz_classroom_list_conflicts_async (self->classroom, self->cancellable, listed_cb, self);
}

static void
read_all (PzConflictDialog *self)
{
  Source *source = g_new0 (Source, 1);
  g_autoptr(GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  source->environment = g_object_ref (pz_classroom_get_environment (self->classroom));
  source->classroom = g_strdup (pz_classroom_get_id (self->classroom));
  source->path = g_strdup (pz_classroom_get_path (self->classroom));
  task = g_task_new (NULL, self->cancellable, named_cb, self);
  g_task_set_source_tag (task, read_all);
  g_task_set_task_data (task, source, (GDestroyNotify) source_free);
  g_task_run_in_thread (task, names_thread);
}

/* ---- choosing ---- */

static gboolean
collect (PzConflictDialog  *self,
         GArray            *choices,
         GError           **error)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      PzConflictChoice choice;

      if (!pz_conflict_row_get_choice (PZ_CONFLICT_ROW (row), &choice, error))
        return FALSE;
      g_array_append_val (choices, choice);
    }
  return TRUE;
}

static void
tell_window (PzConflictDialog *self,
             guint             n)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  /* Translators: %u is how many fields somebody chose a value for */
  g_autofree char *text = g_strdup_printf (ngettext ("%u choice kept", "%u choices kept", n), n);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-undo", "s", text);
}

static void
pz_conflict_dialog_dispose (GObject *object)
{
  PzConflictDialog *self = PZ_CONFLICT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->names, pz_device_names_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->record, g_free);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (pz_conflict_dialog_parent_class)->dispose (object);
}

static void
pz_conflict_dialog_class_init (PzConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_conflict_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, later_label);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, PzConflictDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, pz_conflict_dialog_keep);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_conflict_dialog_init (PzConflictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_show (ADW_STATUS_PAGE (self->empty), "emblem-ok-symbolic", NULL, NULL);
}

/**
 * pz_conflict_dialog_new:
 * @classroom: a class, saved
 * @record: (nullable): id of the record to begin with
 * @field: (nullable): name of the field to begin with
 *
 * Returns: (transfer none): a window with all that waits for a decision; it reads them first
 */
GtkWidget *
pz_conflict_dialog_new (PzClassroom *classroom,
                        const char  *record,
                        const char  *field)
{
  PzConflictDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CONFLICT_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->record = g_strdup (record);
  self->field = g_strdup (field);
  read_all (self);
  return GTK_WIDGET (self);
}

/**
 * pz_conflict_dialog_get_n_shown:
 * @self: the dialog
 *
 * Returns: how many decisions it shows; 0 before they were read
 */
guint
pz_conflict_dialog_get_n_shown (PzConflictDialog *self)
{
  g_return_val_if_fail (PZ_IS_CONFLICT_DIALOG (self), 0);
  return self->conflicts != NULL ? self->conflicts->len : 0;
}

/**
 * pz_conflict_dialog_get_page:
 * @self: the dialog
 *
 * Returns: "loading", "list" or "empty"
 */
const char *
pz_conflict_dialog_get_page (PzConflictDialog *self)
{
  g_return_val_if_fail (PZ_IS_CONFLICT_DIALOG (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/**
 * pz_conflict_dialog_keep:
 * @self: the dialog
 *
 * Keeps what is chosen, as one step that can be undone, and closes. Where other values came meanwhile, those are shown.
 *
 * Returns: whether all was kept; the dialog says why when it was not
 */
gboolean
pz_conflict_dialog_keep (PzConflictDialog *self)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (PzConflictChoice));
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (PZ_IS_CONFLICT_DIALOG (self), FALSE);

  if (!collect (self, choices, &error) || choices->len == 0
      || !pz_classroom_choose (self->classroom, (PzConflictChoice *) choices->data, choices->len, &error))
    {
      show_error (self, error);
      if (g_error_matches (error, PZ_ERROR, PZ_ERROR_CHANGED))
        read_all (self);
      return FALSE;
    }
  tell_window (self, choices->len);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}
