/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-attention-action.h"
#include "pz-class-dialog.h"
#include "pz-compat.h"
#include "pz-frameworks-action.h"
#include "pz-goal-actions.h"
#include "pz-quick-entry-window.h"
#include "pz-learners-actions.h"
#include "pz-settings.h"
#include "pz-step.h"

#include <glib/gi18n-lib.h>

static void
set_enabled (PzWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* ---- moving about ---- */

static void
go_back_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzView *view = pz_window_get_view (self);

  if (pz_split_get_show_content (self->split) && (pz_window_take_way_back (self) || (view != NULL && pz_view_go_back (view))))
    return;
  pz_split_go_back (self->split);
}

static void
move_focus (PzWindow *self,
            gboolean  forward)
{
  PzView *view = pz_window_get_view (self);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar)) != NULL || view == NULL)
    {
      if (view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)))
        pz_view_move_focus (view, forward);
    }
  else if (!pz_view_move_focus (view, forward))
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)))
        gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
      else
        pz_view_move_focus (view, forward);
    }
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  move_focus (PZ_WINDOW (user_data), TRUE);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  move_focus (PZ_WINDOW (user_data), FALSE);
}

/* "show-NAME" of the view that is called NAME */
static void
show_view_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzView *view = pz_window_get_view (self);

  if (view != NULL)
    pz_view_commit (view);
  pz_window_forget_way_back (self);
  pz_window_show_view (self, g_action_get_name (G_ACTION (action)) + strlen ("show-"));
  pz_split_set_show_content (self->split, TRUE);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  pz_window_forget_way_back (self);
  pz_split_set_show_content (self->split, TRUE);
  if (pz_window_get_view (self) != NULL)
    pz_view_start_search (pz_window_get_view (self));
}

/* ---- learners ---- */

static void
new_learner_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!pz_window_needs_names (self))
    return;
  if (!pz_learners_view_add (pz_window_get_learners_view (self), &error))
    pz_window_show_error (self, error);
}

static void
delete_learner_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (pz_learners_view_delete (pz_window_get_learners_view (self), &message, &error) > 0)
    pz_window_show_undo (self, message);
  else if (error != NULL)
    pz_window_show_error (self, error);
}

static void
sort_by_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  const char *sort = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  pz_settings_set_string (PZ_SETTINGS_SORT_BY, sort);
  pz_learners_view_set_sort (pz_window_get_learners_view (self),
                             pz_learner_sort_from_name (sort));
}

/* ---- undo and saving ---- */

static void
stepped_cb (GtkWidget   *widget,
            PzClassroom *classroom,
            const char  *message)
{
  PzWindow *self = PZ_WINDOW (widget);

  if (self->classroom == classroom)
    pz_window_show_message (self, message);
}

static void
step (PzWindow *self,
      gboolean  forward)
{
  PzView *view = pz_window_get_view (self);

  if (view != NULL)
    pz_view_commit (view);
  if (pz_step_move (GTK_WIDGET (self), self->classroom, forward, stepped_cb))
    pz_window_dismiss_undo (self);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  step (PZ_WINDOW (user_data), FALSE);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  step (PZ_WINDOW (user_data), TRUE);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  pz_classroom_save_async (self->classroom, NULL, NULL, NULL, NULL); /* how it went shows in the save state */
}

static void
show_undo_cb (GSimpleAction *action,
              GVariant      *text,
              gpointer       user_data)
{
  pz_window_show_undo (PZ_WINDOW (user_data), g_variant_get_string (text, NULL));
}

static void
show_message_cb (GSimpleAction *action,
                 GVariant      *text,
                 gpointer       user_data)
{
  pz_window_show_message (PZ_WINDOW (user_data), g_variant_get_string (text, NULL));
}

/* ---- classes ---- */

static void
class_made_cb (PzClassDialog *dialog,
               PzClassroom   *classroom,
               PzWindow      *self)
{
  g_autoptr(GError) error = NULL;

  if (pz_window_let_class_go (self, &error))
    pz_window_show_class (self, classroom, NULL);
  else
    pz_window_show_error (self, error);
}

static void
present_dialog (PzWindow  *self,
                GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_class_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *dialog = pz_class_dialog_new (self->environment);

  g_signal_connect_object (dialog, "made", G_CALLBACK (class_made_cb), self, 0);
  present_dialog (self, dialog);
}

static void
rename_class_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  present_dialog (self, pz_class_dialog_new_rename (self->classroom));
}

static void
open_class_cb (GSimpleAction *action,
               GVariant      *path,
               gpointer       user_data)
{
  pz_window_open (PZ_WINDOW (user_data), g_variant_get_string (path, NULL));
}

/* The class goes to the trash; the first of the others takes its place. */
static void
delete_class_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzDocument *document = pz_classroom_get_document (self->classroom);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  /* Translators: %s is the name of a class */
  message = g_strdup_printf (_("%s moved to the deleted classes"), pz_classroom_get_name (self->classroom));
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  pz_document_delete (document, pz_document_get_owner (document));
  if (!pz_classroom_save (self->classroom, C_("undo", "Deletion of the class"), &error))
    {
      pz_document_restore (document, pz_document_get_owner (document));
      pz_window_show_error (self, error);
      return;
    }
  pz_window_open (self, "");
  pz_window_show_message (self, message);
}

static void
restore_class_cb (GSimpleAction *action,
                  GVariant      *path,
                  gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  PzDocument *document;

  classroom = pz_classroom_open (self->environment, g_variant_get_string (path, NULL), &error);
  if (classroom != NULL && pz_window_let_class_go (self, &error))
    {
      document = pz_classroom_get_document (classroom);
      pz_document_restore (document, pz_document_get_owner (document));
      if (pz_classroom_save (classroom, C_("undo", "Return of the class"), &error))
        pz_window_show_class (self, classroom, NULL);
    }
  if (error != NULL)
    pz_window_show_error (self, error);
}

/* ---- quick entry ---- */

static void
quick_entry_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  gtk_window_present (GTK_WINDOW (pz_quick_entry_window_new (GTK_WINDOW (self), self->classroom)));
}

/* ---- help ---- */

static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/Personalize/pz-shortcuts.ui");

  present_dialog (PZ_WINDOW (user_data), GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts")));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  pz_show_about (GTK_WINDOW (user_data));
}

static const GActionEntry actions[] = {
  { .name = "go-back", .activate = go_back_cb },
  { .name = "next-pane", .activate = next_pane_cb },
  { .name = "previous-pane", .activate = previous_pane_cb },
  { .name = "show-learners", .activate = show_view_cb },
  { .name = "show-goals", .activate = show_view_cb },
  { .name = "show-activities", .activate = show_view_cb },
  { .name = "search", .activate = search_cb },
  { .name = "new-learner", .activate = new_learner_cb },
  { .name = "delete-learner", .activate = delete_learner_cb },
  { .name = "sort-by", .parameter_type = "s", .state = "'given'", .change_state = sort_by_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "show-undo", .activate = show_undo_cb, .parameter_type = "s" },
  { .name = "show-message", .activate = show_message_cb, .parameter_type = "s" },
  { .name = "new-class", .activate = new_class_cb },
  { .name = "rename-class", .activate = rename_class_cb },
  { .name = "open-class", .activate = open_class_cb, .parameter_type = "s" },
  { .name = "delete-class", .activate = delete_class_cb },
  { .name = "restore-class", .activate = restore_class_cb, .parameter_type = "s" },
  { .name = "quick-entry", .activate = quick_entry_cb },
  { .name = "show-shortcuts", .activate = show_shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

/**
 * pz_window_add_actions:
 * @self: the window
 *
 * Every command of the window is an action, so that key, menu and button share one way.
 */
void
pz_window_add_actions (PzWindow *self)
{
  g_autofree char *sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  pz_window_add_file_actions (self);
  pz_learners_actions_add (G_ACTION_MAP (self));
  pz_window_add_import_action (self);
  pz_window_add_repair_actions (self);
  pz_window_add_history_actions (self);
  pz_window_add_conflict_actions (self);
  pz_attention_add_action (self);
  pz_frameworks_add_actions (self);
  pz_window_add_learner_actions (self);
  pz_goal_actions_add (self);
  pz_window_add_settings_actions (self);
  pz_window_add_sync_actions (self);
  pz_window_add_goals_actions (self);
  pz_window_add_conference_actions (self);
  pz_window_add_activities_actions (self);
  if (sort != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "sort-by")),
                               g_variant_new_string (sort));
}

/**
 * pz_window_update_actions:
 * @self: the window
 *
 * Offers what can be done now.
 */
void
pz_window_update_actions (PzWindow *self)
{
  gboolean has_class = self->classroom != NULL;
  gboolean writable = has_class && !pz_classroom_is_read_only (self->classroom);
  const char *reading[] = { "quick-entry", "search", "sort-by", "show-trash", "show-attention", "show-frameworks",
                            "show-framework", "show-standard", "conflict", "conflicts", "show-history",
                            "show-class-history", "show-learner", "show-learners", "show-goals", "show-goal", "conference",
                            "show-activities", "show-activity", "show-partners", "edit-names", "check-class", "export",
                            "export-learner", "export-selected", "class-settings" };
  const char *writing[] = { "new-learner", "delete-learner", "rename-class", "delete-class", "save", "check-in",
                            "absence", "absent-today", "new-contact", "keep-class", "round", "round-of", "new-activity" };

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    set_enabled (self, reading[i], has_class);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    set_enabled (self, writing[i], writable);
  pz_learners_actions_set_enabled (G_ACTION_MAP (self), has_class, writable);
  pz_goal_actions_set_enabled (self, writable);
  pz_window_update_sync (self);
  set_enabled (self, "print", has_class && pz_window_can_print (self));
  /* what is being typed is a step too, though the class does not know of it yet: undo stays on */
  set_enabled (self, "undo", writable);
  set_enabled (self, "redo", writable && pz_classroom_get_redo_label (self->classroom) != NULL);
}
