/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-check-window.h"

#include "pz-privacy.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEARNERS "learners/"

struct _PzCheckWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable;
  guint n_shown;

  GtkWidget *stack;
  GtkWidget *rows;
  GtkWidget *well; /* status page */
};

G_DEFINE_FINAL_TYPE (PzCheckWindow, pz_check_window, ADW_TYPE_WINDOW)

/* What the thread needs: it opens the class once more, so that it shares nothing with the window. */
typedef struct
{
  PzEnvironment *environment;
  char *path;
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->environment);
  g_free (check->path);
  g_free (check);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;
  g_autoptr(PzClassroom) classroom = pz_classroom_open (check->environment, check->path, &error);
  GPtrArray *findings = classroom != NULL ? pz_classroom_check (classroom, &error) : NULL;

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* (transfer full): whose file it is; the name of the file when it is nobody's */
static char *
dup_document_name (PzCheckWindow *self,
                   const char    *document)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autofree char *id = NULL;
  guint position;

  if (strcmp (document, "classroom.json") == 0)
    return g_strdup (pz_classroom_get_name (self->classroom));
  if (g_str_has_prefix (document, LEARNERS) && g_str_has_suffix (document, ".json"))
    id = g_strndup (document + strlen (LEARNERS), strlen (document) - strlen (LEARNERS ".json"));
  if (id != NULL && pz_index_find (index, id, &position)) /* knows the name of a damaged one, too */
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);

      return pz_privacy_dup_row_name (row);
    }
  return g_strdup (document);
}

static void
add_finding (PzCheckWindow   *self,
             const PzFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dup_document_name (self, finding->document);
  g_autofree char *what = pz_privacy_is_hidden () ? NULL : g_strdup (finding->text);
  g_autofree char *line = what != NULL && finding->advice != NULL ? g_strdup_printf ("%s\n%s", what, finding->advice)
                                                                  : g_strdup (what != NULL ? what : finding->advice);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line != NULL ? line : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (finding->level == PZ_FINDING_NOTE
                                                             ? "dialog-information-symbolic" : "dialog-warning-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
  self->n_shown++;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PzCheckWindow *self = PZ_CHECK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    add_finding (self, g_ptr_array_index (findings, i));
  if (error != NULL)
    pz_status_show (ADW_STATUS_PAGE (self->well), "dialog-warning-symbolic", _("The check could not be done"),
                    error->message);
  else
    pz_status_show (ADW_STATUS_PAGE (self->well), "object-select-symbolic", NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->n_shown > 0 ? "list" : "well");
}

static void
pz_check_window_dispose (GObject *object)
{
  PzCheckWindow *self = PZ_CHECK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_check_window_parent_class)->dispose (object);
}

static void
pz_check_window_finalize (GObject *object)
{
  g_object_unref (PZ_CHECK_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (pz_check_window_parent_class)->finalize (object);
}

static void
pz_check_window_class_init (PzCheckWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_check_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_check_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-check-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzCheckWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzCheckWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, PzCheckWindow, well);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_check_window_init (PzCheckWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->well));
}

/**
 * pz_check_window_new:
 * @classroom: a class, saved
 *
 * Returns: (transfer none): a window that reads every file of the class in a thread and says what it found
 */
GtkWidget *
pz_check_window_new (PzClassroom *classroom)
{
  PzCheckWindow *self;
  g_autoptr(GTask) task = NULL;
  Check *check;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CHECK_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  check = g_new0 (Check, 1);
  check->environment = g_object_ref (pz_classroom_get_environment (classroom));
  check->path = g_strdup (pz_classroom_get_path (classroom));
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_source_tag (task, pz_check_window_new);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, check_thread);
  return GTK_WIDGET (self);
}

/**
 * pz_check_window_get_page:
 * @self: the window
 *
 * Returns: "working", "well" or "list"
 */
const char *
pz_check_window_get_page (PzCheckWindow *self)
{
  g_return_val_if_fail (PZ_IS_CHECK_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/**
 * pz_check_window_get_n_shown:
 * @self: the window
 *
 * Returns: how many findings are listed
 */
guint
pz_check_window_get_n_shown (PzCheckWindow *self)
{
  g_return_val_if_fail (PZ_IS_CHECK_WINDOW (self), 0);
  return self->n_shown;
}
