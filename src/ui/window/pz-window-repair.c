/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-check-window.h"
#include "pz-compat.h"

#include <glib/gi18n-lib.h>

static void
check_class_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *check;
  g_autoptr(GError) error = NULL;

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (!pz_classroom_is_read_only (self->classroom) && !pz_classroom_save (self->classroom, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  check = pz_check_window_new (self->classroom);
  gtk_window_set_transient_for (GTK_WINDOW (check), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (check));
}

/* the one learner that is selected; transfer full, nullable */
static char *
dup_selected (PzWindow *self)
{
  g_auto(GStrv) selected = self->list != NULL ? pz_learner_list_dup_selected (self->list) : NULL;

  return selected != NULL && g_strv_length (selected) == 1 ? g_strdup (selected[0]) : NULL;
}

static void
restore_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  PzWindow *self = PZ_WINDOW (source);
  g_autofree char *id = user_data;
  g_autoptr(GError) error = NULL;

  if (!pz_ask_finish (result) || self->classroom == NULL)
    return;
  if (!pz_classroom_restore_file (self->classroom, PZ_DOCUMENT_LEARNER, id, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  pz_learner_list_select_id (self->list, NULL);
  pz_learners_view_show (pz_window_get_learners_view (self), id);
  pz_window_show_message (self, _("The learner is back from the snapshot"));
}

/* "2026-11-23T1600-import" as the day and the time it was made; transfer full */
static char *
dup_snapshot_words (const char *snapshot)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GDateTime) local = NULL;
  int year, month, day, clock;

  if (sscanf (snapshot, "%4d-%2d-%2dT%4d", &year, &month, &day, &clock) != 4)
    return g_strdup (snapshot);
  time = g_date_time_new (utc, year, month, day, clock / 100, clock % 100, 0);
  local = time != NULL ? g_date_time_to_local (time) : NULL;
  return local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (snapshot);
}

static void
restore_learner_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autofree char *id = dup_selected (self);
  g_autoptr(GPtrArray) snapshots = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;

  if (id == NULL)
    return;
  snapshots = pz_classroom_list_snapshots (self->classroom, PZ_DOCUMENT_LEARNER, id, &error);
  if (snapshots == NULL || snapshots->len == 0)
    {
      if (error != NULL)
        pz_window_show_error (self, error);
      else
        pz_window_show_message (self, _("No snapshot has a good copy of this learner"));
      return;
    }
  when = dup_snapshot_words (g_ptr_array_index (snapshots, 0));
  /* Translators: %s is a day and a time */
  body = g_strdup_printf (_("The learner comes back as the snapshot of %s has it. The damaged file is kept under another "
                            "name."), when);
  pz_ask_async (GTK_WINDOW (self), _("Restore from the snapshot?"), body, _("_Cancel"), _("_Restore"),
                restore_answered_cb, g_steal_pointer (&id));
}

static void
rescue_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  PzWindow *self = PZ_WINDOW (source);
  g_autofree char *path = user_data;
  g_autoptr(GError) error = NULL;

  if (!pz_ask_finish (result))
    return;
  if (!pz_classroom_rescue (self->environment, path, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  pz_window_open (self, path);
  pz_window_show_message (self, _("The class is back from the snapshot"));
}

static void
rescue_class_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  char *path;

  if (self->opening_id == NULL)
    return;
  path = g_build_filename (pz_environment_get_data_dir (self->environment), "classrooms", self->opening_id, NULL);
  pz_ask_async (GTK_WINDOW (self), _("Restore from the newest snapshot?"),
                _("The settings of the class come back as they were then. Learners stay as they are. The damaged file is "
                  "kept under another name."),
                _("_Cancel"), _("_Restore"), rescue_answered_cb, path);
}

/**
 * pz_window_add_repair_actions:
 * @self: the window
 *
 * The commands that help when a file is damaged.
 */
void
pz_window_add_repair_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "check-class", .activate = check_class_cb },
    { .name = "restore-learner", .activate = restore_learner_cb },
    { .name = "rescue-class", .activate = rescue_class_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
