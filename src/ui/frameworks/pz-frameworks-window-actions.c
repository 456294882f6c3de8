/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-window-private.h"

#include "pz-compat.h"
#include "pz-import-assistant.h"
#include "pz-step.h"

#include <glib/gi18n-lib.h>

/* Seconds a toast with a way back stays. */
#define UNDO_SECONDS 8

static void
say (PzFrameworksWindow *self,
     const char         *text,
     gboolean            undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "frameworks.undo");
      adw_toast_set_timeout (toast, UNDO_SECONDS);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- import ---- */

static void
imported_framework_cb (PzFrameworksWindow *self,
                       const char         *id,
                       const char         *message)
{
  pz_frameworks_window_show (self, id);
  say (self, message, TRUE);
}

/* a roster: whoever opened this window goes on with the class */
static void
imported_cb (PzFrameworksWindow *self,
             PzClassroom        *classroom,
             const char         *message)
{
  g_object_ref (self);
  g_signal_emit_by_name (self, "imported", classroom, message);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

/**
 * pz_frameworks_window_import_file:
 * @self: the window
 * @file: a framework
 *
 * Opens the import assistant with it.
 */
void
pz_frameworks_window_import_file (PzFrameworksWindow *self,
                                  GFile              *file)
{
  PzImportAssistant *assistant;

  g_return_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self) && G_IS_FILE (file));

  assistant = pz_import_assistant_new (GTK_WINDOW (self), pz_classroom_get_environment (self->classroom), self->classroom);
  g_signal_connect_object (assistant, "imported-framework", G_CALLBACK (imported_framework_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assistant, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
  pz_import_assistant_open_file (assistant, file);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GFile) file = pz_choose_file_finish (result, NULL); /* nothing was chosen: nothing to say */

  if (file != NULL)
    pz_frameworks_window_import_file (PZ_FRAMEWORKS_WINDOW (source), file);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (widget);

  pz_choose_file_async (GTK_WINDOW (self), PZ_CHOOSE_OPEN, _("Choose a Framework"), NULL, self->cancellable,
                        file_chosen_cb, NULL);
}

static gboolean
dropped_cb (PzFrameworksWindow *self,
            const GValue       *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || pz_classroom_is_read_only (self->classroom))
    return FALSE;
  pz_frameworks_window_import_file (self, files->data);
  return TRUE;
}

/*
 * pz_frameworks_window_init_drop:
 *
 * Takes files that are dropped anywhere on the window.
 */
void
pz_frameworks_window_init_drop (PzFrameworksWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- the trash ---- */

/* shows what is on the disk now; id: of the framework to go on with */
static void
end_move (PzFrameworksWindow *self,
          GAsyncResult       *result,
          const char         *id,
          const char         *done)
{
  g_autoptr(GError) error = NULL;
  gboolean moved = pz_classroom_move_framework_finish (self->classroom, result, &error);

  pz_frameworks_window_show (self, moved ? id : self->wanted);
  say (self, moved ? done : error->message, moved);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzFrameworksWindow) self = PZ_FRAMEWORKS_WINDOW (user_data); /* the reference handed over */
  g_autofree char *title = g_steal_pointer (&self->moving);
  g_autofree char *message = NULL;

  self->n_reading--;
  if (self->classroom == NULL)
    return;
  /* Translators: the title of a framework of competencies */
  message = g_strdup_printf (_("“%s” moved to the trash"), title);
  end_move (self, result, NULL, message);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (widget);
  const PzFrameworkInfo *info = self->reading != NULL ? pz_framework_reading_get_info (self->reading) : NULL;

  if (info == NULL || self->moving != NULL)
    return;
  self->moving = g_strdup (info->title != NULL ? info->title : info->id);
  self->n_reading++; /* it is read again when that is done */
  pz_frameworks_window_update_actions (self);
  pz_classroom_delete_framework_async (self->classroom, info->id, self->cancellable, deleted_cb, g_object_ref (self));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PzFrameworksWindow) self = PZ_FRAMEWORKS_WINDOW (user_data); /* the reference handed over */
  g_autofree char *id = g_steal_pointer (&self->moving);

  self->n_reading--;
  if (self->classroom != NULL)
    end_move (self, result, id, _("The framework is back"));
}

/*
 * pz_frameworks_window_restore:
 * @id: of a framework in the trash
 *
 * Brings it back and shows it.
 */
void
pz_frameworks_window_restore (PzFrameworksWindow *self,
                              const char         *id)
{
  if (self->moving != NULL)
    return;
  self->moving = g_strdup (id);
  self->n_reading++; /* it is read again when that is done */
  pz_frameworks_window_update_actions (self);
  pz_classroom_restore_framework_async (self->classroom, id, self->cancellable, restored_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzFrameworksWindow) self = PZ_FRAMEWORKS_WINDOW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  gboolean done = pz_classroom_save_finish (PZ_CLASSROOM (source), result, &error);

  self->n_reading--;
  if (self->classroom == NULL)
    return;
  if (!done)
    say (self, error->message, FALSE);
  pz_frameworks_window_show (self, NULL);
}

/* what is shown here is read from the disk */
static void
stepped_cb (GtkWidget   *widget,
            PzClassroom *classroom,
            const char  *message)
{
  if (PZ_FRAMEWORKS_WINDOW (widget)->classroom == NULL)
    return;
  say (PZ_FRAMEWORKS_WINDOW (widget), message, FALSE);
  pz_classroom_save_async (classroom, NULL, NULL, saved_cb, g_object_ref (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (widget);

  if (pz_step_move (widget, self->classroom, FALSE, stepped_cb))
    self->n_reading++; /* it is read again when that is saved */
}

/* ---- moving about ---- */

static gboolean
go_back (PzFrameworksWindow *self)
{
  if (!g_str_equal (pz_frameworks_window_get_page (self), "standards"))
    return FALSE;
  if (pz_split_get_collapsed (self->split) && pz_split_get_show_content (self->split))
    {
      pz_split_set_show_content (self->split, FALSE);
      gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD);
    }
  else if (self->reading->infos->len > 1)
    {
      self->listing = TRUE;
      pz_frameworks_window_show (self, NULL);
    }
  else
    return FALSE;
  pz_frameworks_window_update_back (self);
  return TRUE;
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go_back (PZ_FRAMEWORKS_WINDOW (widget));
}

/* Escape: out of the details on a narrow window, else out of the window */
static void
escape_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (widget);

  if (self->split == NULL || !pz_split_get_collapsed (self->split) || !pz_split_get_show_content (self->split)
      || !go_back (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (widget);

  pz_split_set_show_content (self->split, FALSE);
  pz_frameworks_window_update_back (self);
  pz_standard_browser_start_search (self->browser);
}

/*
 * pz_frameworks_window_update_actions:
 *
 * Offers what can be done now.
 */
void
pz_frameworks_window_update_actions (PzFrameworksWindow *self)
{
  gboolean writable = !pz_classroom_is_read_only (self->classroom);
  gboolean shown = g_str_equal (pz_frameworks_window_get_page (self), "standards");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.delete", writable && shown && self->moving == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.undo", writable && self->moving == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.search", shown);
}

/*
 * pz_frameworks_window_add_actions:
 *
 * Every command of the window, and its keys.
 */
void
pz_frameworks_window_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "frameworks.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "frameworks.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "frameworks.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "frameworks.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "frameworks.escape", NULL, escape_action);
  gtk_widget_class_install_action (widget_class, "frameworks.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "frameworks.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "frameworks.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "frameworks.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "frameworks.undo", NULL);
}
