/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-class-settings-window.h"
#include "pz-compat.h"
#include "pz-recovery-print.h"
#include "pz-sync-assistant.h"
#include "pz-sync-secret-dialog.h"
#include "pz-sync-share-dialog.h"

#include <glib/gi18n-lib.h>

/* The first moment after a class was opened belongs to drawing it, ms. */
#define BEGIN_DELAY 1000

/* Over the settings when they are open: what is done there belongs to them. */
static GtkWindow *
get_parent (PzWindow *self)
{
  return self->settings != NULL ? GTK_WINDOW (self->settings) : GTK_WINDOW (self);
}

static void
set_enabled (PzWindow   *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
sync_changed_cb (PzWindow *self)
{
  g_autofree char *foot = pz_sync_facts_dup_foot (pz_sync_keeper_get_facts (self->keeper),
                                                  pz_environment_get_now (self->environment));

  pz_sidebar_set_sync_words (self->sidebar, foot);
  pz_window_update_banner (self);
  pz_window_update_sync (self);
}

static void
sync_now_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (!pz_classroom_is_read_only (self->classroom))
    pz_classroom_save (self->classroom, NULL, NULL); /* how it went shows in the save state */
  pz_sync_keeper_run (self->keeper);
}

static void
set_up_done_cb (PzWindow   *self,
                const char *path)
{
  if (self->keeper == NULL)
    return;
  pz_window_show_message (self, _("The class is on the server now"));
  pz_sync_keeper_start (self->keeper);
}

/* passphrase: (nullable): of the class, when it is known */
static void
present_set_up (PzWindow   *self,
                const char *passphrase)
{
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);
  g_autoptr(PzSyncSetup) setup = pz_sync_setup_new (self->environment, pz_classroom_get_path (self->classroom), self->secrets);
  GtkWidget *assistant;

  if (place != NULL)
    pz_sync_setup_set_place (setup, place, passphrase);
  else
    pz_sync_setup_set_text (setup, PZ_SYNC_FIELD_FOLDER, pz_classroom_get_name (self->classroom));
  assistant = pz_sync_assistant_new (get_parent (self), setup);
  g_signal_connect_object (assistant, "done", G_CALLBACK (set_up_done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
}

static void
passphrase_found_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(PzWindow) self = PZ_WINDOW (user_data); /* the reference handed over */
  PzSyncKeeper *keeper = PZ_SYNC_KEEPER (source);
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (keeper, result, NULL);

  if (self->keeper == keeper) /* another class may be open by now */
    present_set_up (self, answer != NULL ? answer->text : NULL);
}

/* Also for a class that is on a server: its folder may be gone, or it shall lie elsewhere. */
static void
sync_set_up_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);
  g_autoptr(GError) error = NULL;

  /* what is being typed goes to the server with the rest */
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (!pz_classroom_is_read_only (self->classroom) && !pz_classroom_save (self->classroom, NULL, &error))
    pz_window_show_error (self, error);
  else if (place != NULL && place->encrypted)
    pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_SHOW_PASSPHRASE, NULL, NULL, passphrase_found_cb, g_object_ref (self));
  else
    present_set_up (self, NULL);
}

static void
joined_cb (PzWindow   *self,
           const char *path)
{
  pz_window_open (self, path);
  pz_window_show_message (self, _("The class is on this computer now"));
}

static void
join_class_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autoptr(PzSyncSetup) setup = pz_sync_setup_new (self->environment, NULL, self->secrets);
  GtkWidget *assistant = pz_sync_assistant_new (GTK_WINDOW (self), setup);

  g_signal_connect_object (assistant, "done", G_CALLBACK (joined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
}

static void
ask_secret (PzWindow  *self,
            PzSyncJob  job)
{
  gtk_window_present (GTK_WINDOW (pz_sync_secret_dialog_new (get_parent (self), self->keeper, job)));
}

static void
sign_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ask_secret (PZ_WINDOW (user_data), PZ_SYNC_JOB_SIGN_IN);
}

static void
passphrase_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ask_secret (PZ_WINDOW (user_data), PZ_SYNC_JOB_UNLOCK);
}

static void
change_passphrase_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ask_secret (PZ_WINDOW (user_data), PZ_SYNC_JOB_CHANGE_PASSPHRASE);
}

static void
share_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (pz_sync_share_dialog_new (get_parent (self), self->keeper)));
}

static void
sync_settings_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (self->settings == NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "class-settings", NULL);
  pz_class_settings_window_show (PZ_CLASS_SETTINGS_WINDOW (self->settings), "sync");
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzWindow) self = PZ_WINDOW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);

  if (answer != NULL)
    pz_window_show_message (self, _("The class is on this computer only"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pz_window_show_error (self, error);
}

static void
leave_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(PzWindow) self = PZ_WINDOW (user_data); /* the reference handed over */

  if (pz_ask_finish (result) && self->keeper != NULL)
    pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_LEAVE, NULL, NULL, left_cb, g_object_ref (self));
}

static void
leave_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  pz_ask_async (get_parent (self), _("Leave the server?"),
                _("Server, account and keys are forgotten on this computer. The class stays here and on the server, and changes "
                  "no longer cross. What was not sent yet stays here."),
                _("_Stay"), _("_Leave"), leave_answered_cb, g_object_ref (self));
}

static void
sheet_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PzWindow) self = PZ_WINDOW (user_data); /* the reference handed over */
  PzSyncKeeper *keeper = PZ_SYNC_KEEPER (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (keeper, result, &error);
  g_autoptr(GtkPrintOperation) print = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->keeper != keeper)
    return;
  if (error == NULL)
    {
      const PzSyncPlace *place = pz_sync_keeper_get_place (keeper);
      g_autofree char *server = NULL;
      g_autofree char *folder = NULL;

      pz_sync_place_split (place, &server, &folder);
      print = pz_recovery_print_new (&(PzRecoveryFacts) { pz_classroom_get_name (self->classroom), server, folder, place->user,
                                                          answer->text });
      gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_parent (self), &error);
    }
  if (error != NULL)
    pz_window_show_error (self, error);
}

static void
print_sheet_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_SHOW_PASSPHRASE, NULL, NULL, sheet_ready_cb, g_object_ref (self));
}

static gboolean
begin_cb (gpointer user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  self->sync_source = 0;
  pz_sync_keeper_start (self->keeper);
  return G_SOURCE_REMOVE;
}

/**
 * pz_window_start_sync:
 * @self: the window, with a class
 *
 * From now on the class is kept in step with its server, if it has one; the first time when it has been drawn.
 */
void
pz_window_start_sync (PzWindow *self)
{
  pz_window_stop_sync (self);
  self->keeper = pz_sync_keeper_new (self->classroom, self->secrets);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "told", G_CALLBACK (pz_window_show_message), self, G_CONNECT_SWAPPED);
  self->sync_source = g_timeout_add_full (G_PRIORITY_LOW, BEGIN_DELAY, begin_cb, self, NULL);
}

/**
 * pz_window_stop_sync:
 * @self: the window
 *
 * Stops what is under way: the class goes.
 */
void
pz_window_stop_sync (PzWindow *self)
{
  if (self->keeper == NULL)
    return;
  g_clear_handle_id (&self->sync_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->keeper, self);
  pz_sync_keeper_stop (self->keeper);
  g_clear_object (&self->keeper);
  pz_sidebar_set_sync_words (self->sidebar, NULL);
}

/**
 * pz_window_update_sync:
 * @self: the window
 *
 * Offers what can be done now with server and class.
 */
void
pz_window_update_sync (PzWindow *self)
{
  gboolean on_server = self->keeper != NULL && pz_sync_keeper_get_place (self->keeper) != NULL;
  gboolean sealed = on_server && pz_sync_keeper_get_place (self->keeper)->encrypted;

  set_enabled (self, "sync-now", on_server && !pz_sync_keeper_is_busy (self->keeper));
  set_enabled (self, "sync-set-up", self->keeper != NULL);
  set_enabled (self, "sync-settings", self->keeper != NULL);
  set_enabled (self, "sync-sign-in", on_server);
  set_enabled (self, "sync-share", on_server);
  set_enabled (self, "sync-leave", on_server);
  set_enabled (self, "sync-passphrase", sealed);
  set_enabled (self, "sync-change-passphrase", sealed);
  set_enabled (self, "sync-print-sheet", sealed);
}

/**
 * pz_window_add_sync_actions:
 * @self: the window
 *
 * The commands of synchronisation.
 */
void
pz_window_add_sync_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "join-class", .activate = join_class_cb },
    { .name = "sync-now", .activate = sync_now_cb },
    { .name = "sync-set-up", .activate = sync_set_up_cb },
    { .name = "sync-settings", .activate = sync_settings_cb },
    { .name = "sync-sign-in", .activate = sign_in_cb },
    { .name = "sync-passphrase", .activate = passphrase_cb },
    { .name = "sync-change-passphrase", .activate = change_passphrase_cb },
    { .name = "sync-share", .activate = share_cb },
    { .name = "sync-leave", .activate = leave_cb },
    { .name = "sync-print-sheet", .activate = print_sheet_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
