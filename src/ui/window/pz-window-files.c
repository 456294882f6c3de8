/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-compat.h"
#include "pz-export-task.h"
#include "pz-sample.h"

#include <glib/gi18n-lib.h>

/* What an export needs while the file chooser is open. */
typedef struct
{
  PzWindow *window;
  PzClassroom *classroom;
  PzExportKind kind;
  GStrv learners; /* NULL: all */
  GFile *file;
} Export;

static void
free_export (Export *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->classroom);
  g_clear_object (&self->file);
  g_strfreev (self->learners);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = NULL;
  g_autofree char *uri = NULL;
  AdwToast *toast;

  if (!pz_export_task_finish (PZ_CLASSROOM (source), result, &error))
    {
      pz_window_show_error (self->window, error);
      return;
    }
  folder = g_file_get_parent (self->file);
  uri = g_file_get_uri (folder);
  toast = adw_toast_new (_("The file is written"));
  adw_toast_set_button_label (toast, _("_Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->window->toasts, toast);
}

static void
export_to_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;

  self->file = pz_choose_file_finish (result, &error);
  if (self->file == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        pz_window_show_error (self->window, error);
      return;
    }
  pz_export_task_async (self->classroom, self->kind, (const char * const *) self->learners, self->file, NULL, exported_cb, self);
  g_steal_pointer (&self);
}

static void
start_export (PzWindow     *self,
              PzExportKind  kind,
              GStrv         learners,
              const char   *title)
{
  g_autofree char *name = pz_export_task_dup_name (self->classroom, kind);
  Export *export = g_new0 (Export, 1);

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  export->window = g_object_ref (self);
  export->classroom = g_object_ref (self->classroom);
  export->kind = kind;
  export->learners = g_strdupv (learners);
  pz_choose_file_async (GTK_WINDOW (self), PZ_CHOOSE_SAVE, title, name, NULL, export_to_cb, export);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  gboolean table = g_strcmp0 (g_variant_get_string (parameter, NULL), "csv") == 0;

  start_export (PZ_WINDOW (user_data), table ? PZ_EXPORT_TABLE : PZ_EXPORT_EVERYTHING, NULL,
                table ? _("Export as table") : _("Export everything"));
}

static void
export_learner_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  PzLearnerPage *page = pz_learners_view_get_page (pz_window_get_learners_view (self));
  char *learners[] = { page != NULL ? (char *) pz_learner_page_get_id (page) : NULL, NULL };

  if (page != NULL)
    start_export (self, PZ_EXPORT_PERSON, learners, _("Export all data of this learner"));
}

static void
export_selected_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_auto(GStrv) learners = pz_learners_view_dup_selected (pz_window_get_learners_view (self));

  if (learners[0] != NULL)
    start_export (self, PZ_EXPORT_TABLE, learners, _("Export the selected learners"));
}

static void
open_folder_cb (GSimpleAction *action,
                GVariant      *uri,
                gpointer       user_data)
{
  g_app_info_launch_default_for_uri_async (g_variant_get_string (uri, NULL), NULL, NULL, NULL, NULL);
}

static void
sample_thread (GTask        *task,
               gpointer      source,
               gpointer      environment,
               GCancellable *cancellable)
{
  PzSampleOptions options;
  GError *error = NULL;
  PzClassroom *classroom;

  pz_sample_options_init (&options, environment);
  classroom = pz_sample_create (environment, &options, cancellable, &error);
  if (classroom != NULL)
    g_task_return_pointer (task, classroom, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  PzWindow *self = PZ_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = g_task_propagate_pointer (G_TASK (result), &error);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "sample-class")), TRUE);
  if (classroom == NULL || !pz_window_let_class_go (self, &error))
    pz_window_show_error (self, error);
  else
    pz_window_show_class (self, classroom, NULL);
}

static void
sample_class_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autoptr(GTask) task = g_task_new (self, NULL, sample_made_cb, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_task_set_source_tag (task, sample_class_cb);
  g_task_set_task_data (task, g_object_ref (self->environment), g_object_unref);
  g_task_run_in_thread (task, sample_thread);
}

/**
 * pz_window_add_file_actions:
 * @self: the window
 *
 * The commands that write files for use elsewhere, and the sample class.
 */
void
pz_window_add_file_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "export", .activate = export_cb, .parameter_type = "s" },
    { .name = "export-learner", .activate = export_learner_cb },
    { .name = "export-selected", .activate = export_selected_cb },
    { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" },
    { .name = "sample-class", .activate = sample_class_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
