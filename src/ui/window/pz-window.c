/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-activities-view.h"
#include "pz-compat.h"
#include "pz-goals-view.h"
#include "pz-settings.h"
#include "pz-start-page.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzWindow, pz_window, ADW_TYPE_APPLICATION_WINDOW)

/* The views, in the order of the sidebar. A new view is a line here and a widget that is a PzView. */
static const struct
{
  const char *name;
  const char *icon;
  const char *title;
  GtkWidget *(*create) (void);
} view_table[] = {
  { "learners", "system-users-symbolic", NC_("view", "Learners"), pz_learners_view_new },
  { "goals", "emoji-flags-symbolic", NC_("view", "Goals"), pz_goals_view_new },
  { "activities", "view-app-grid-symbolic", NC_("view", "Activities"), pz_activities_view_new },
};

static void
update_edges (PzWindow *self)
{
  gboolean collapsed = pz_split_get_collapsed (self->split);

  pz_sidebar_set_collapsed (self->sidebar, collapsed);
  gtk_widget_set_visible (self->problem_back, collapsed);
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    if (PZ_IS_VIEW (view))
      pz_view_set_leading (PZ_VIEW (view), collapsed);
}

/* Views are made when they are first looked at; one that there is no more is none. */
void
pz_window_show_view (PzWindow   *self,
                     const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (view_table); i++)
    if (g_strcmp0 (view_table[i].name, name) == 0 && gtk_stack_get_child_by_name (self->views, name) == NULL)
      {
        GtkWidget *view = view_table[i].create ();

        gtk_stack_add_named (self->views, view, name);
        g_signal_connect_object (view, "printing-changed", G_CALLBACK (pz_window_update_actions), self, G_CONNECT_SWAPPED);
        pz_view_set_leading (PZ_VIEW (view), pz_split_get_collapsed (self->split));
        if (self->classroom != NULL)
          pz_view_set_class (PZ_VIEW (view), self->classroom, self->list);
      }
  if (gtk_stack_get_child_by_name (self->views, name) != NULL)
    {
      gtk_stack_set_visible_child_name (self->views, name);
      pz_sidebar_select_view (self->sidebar, name);
    }
}

static void
view_chosen_cb (PzWindow   *self,
                const char *name)
{
  pz_window_forget_way_back (self);
  pz_window_show_view (self, name);
  pz_split_set_show_content (self->split, TRUE);
}

static void
show_page (PzWindow   *self,
           const char *name)
{
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL && g_strcmp0 (name, "start") == 0)
    gtk_stack_add_named (self->stack, pz_start_page_new (), name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* whatever made the file unreadable: for a person it is damaged */
static gboolean
says_damaged (const GError *error)
{
  return g_error_matches (error, PZ_ERROR, PZ_ERROR_CORRUPT) || g_error_matches (error, PZ_ERROR, PZ_ERROR_SYNTAX)
         || g_error_matches (error, PZ_ERROR, PZ_ERROR_INVALID) || g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_LARGE)
         || g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
}

static void
show_problem (PzWindow     *self,
              const GError *error)
{
  const char *title = _("This class cannot be opened");

  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW))
    title = _("This class needs a newer version");
  else if (says_damaged (error))
    title = _("This class is damaged");
  pz_status_show (ADW_STATUS_PAGE (self->problem), "dialog-warning-symbolic", title, error->message);
  gtk_widget_set_visible (self->problem_button, says_damaged (error) && self->opening_id != NULL);
  pz_split_set_show_content (self->split, TRUE);
  show_page (self, "class");
  gtk_stack_set_visible_child_name (self->views, "problem");
}

static void
class_state_changed_cb (PzWindow *self)
{
  pz_window_update_banner (self);
  pz_window_update_actions (self);
}

static void
opening_done_cb (PzOpening *opening,
                 PzWindow  *self)
{
  g_autoptr(PzOpening) done = NULL;

  if (opening != self->opening)
    return;
  done = g_steal_pointer (&self->opening);
  if (pz_opening_get_classroom (done) != NULL)
    pz_window_show_class (self, pz_opening_get_classroom (done), pz_opening_get_list (done));
  else if (pz_opening_get_error (done) != NULL)
    show_problem (self, pz_opening_get_error (done));
  else
    show_page (self, "start");
  pz_window_update_actions (self);
  if (self->to_import != NULL)
    {
      g_autoptr(GFile) file = g_steal_pointer (&self->to_import);

      pz_window_import_file (self, file);
    }
}

static void
close_anyway_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  PzWindow *self = PZ_WINDOW (source);

  self->may_close = pz_ask_finish (result);
  if (self->may_close)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_geometry (PzWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  pz_settings_set_flag (PZ_SETTINGS_WINDOW_MAXIMIZED, gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 294)
    {
      pz_settings_set_int (PZ_SETTINGS_WINDOW_WIDTH, width);
      pz_settings_set_int (PZ_SETTINGS_WINDOW_HEIGHT, height);
    }
}

static gboolean
pz_window_close_request (GtkWindow *window)
{
  PzWindow *self = PZ_WINDOW (window);
  g_autoptr(GError) error = NULL;

  save_geometry (self);
  if (!self->may_close && !pz_window_let_class_go (self, &error))
    {
      pz_ask_async (window, _("Close without saving?"), error->message, _("_Keep Open"), _("_Close"), close_anyway_cb,
                    NULL);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (pz_window_parent_class)->close_request (window);
}

static void
pz_window_dispose (GObject *object)
{
  PzWindow *self = PZ_WINDOW (object);

  pz_window_forget_conflicts (self);
  pz_window_stop_sync (self);
  g_clear_weak_pointer (&self->settings);
  g_clear_object (&self->secrets);
  g_clear_object (&self->opening);
  g_clear_object (&self->list);
  g_clear_object (&self->classroom);
  g_clear_object (&self->watch);
  g_clear_object (&self->environment);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->opening_id, g_free);
  pz_window_clear_way_back (self);
  g_clear_object (&self->to_import);
  G_OBJECT_CLASS (pz_window_parent_class)->dispose (object);
}

static void
pz_window_class_init (PzWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_SPLIT);
  g_type_ensure (PZ_TYPE_SIDEBAR);
  G_OBJECT_CLASS (klass)->dispose = pz_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pz_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, split);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, problem_back);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, banner_copy);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, banner_delete);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, hidden_hint);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, drop_area);
  gtk_widget_class_bind_template_child (widget_class, PzWindow, problem_button);
  gtk_widget_class_bind_template_callback (widget_class, update_edges);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.go-back", NULL);
}

/* what the folder of a class does not tell by itself, as on a network disk, is seen when people come back */
static void
is_active_cb (PzWindow *self)
{
  if (self->classroom == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  pz_classroom_watch (self->classroom);
  pz_sync_keeper_focus (self->keeper);
}

static void
pz_window_init (PzWindow *self)
{
  pz_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->problem));
  for (gsize i = 0; i < G_N_ELEMENTS (view_table); i++)
    pz_sidebar_add_view (self->sidebar, view_table[i].name, view_table[i].icon,
                         g_dpgettext2 (GETTEXT_PACKAGE, "view", view_table[i].title));
  gtk_window_set_default_size (GTK_WINDOW (self), pz_settings_get_int (PZ_SETTINGS_WINDOW_WIDTH, 1100),
                               pz_settings_get_int (PZ_SETTINGS_WINDOW_HEIGHT, 720));
  if (pz_settings_get_flag (PZ_SETTINGS_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  pz_split_set_show_content (self->split, TRUE);
  pz_window_init_privacy (self);
  pz_window_init_drop (self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (pz_window_update_actions), self, G_CONNECT_SWAPPED); /* what can be done depends on what is shown */
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
}

/**
 * pz_window_new:
 * @application: (nullable): the application
 * @environment: clock, chance and where the classes are
 *
 * Returns: (transfer none): a window that waits for a class
 */
GtkWidget *
pz_window_new (GtkApplication *application,
               PzEnvironment  *environment)
{
  PzWindow *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_WINDOW, "application", application, NULL);
  self->environment = g_object_ref (environment);
  self->secrets = pz_secrets_new ();
  self->watch = pz_day_watch_new (environment);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (pz_window_update_banner), self, G_CONNECT_SWAPPED);
  pz_window_update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * pz_window_set_opening:
 * @self: the window
 * @opening: a class that is being opened, or was
 *
 * Shows the class now, or as soon as it is open.
 */
void
pz_window_set_opening (PzWindow  *self,
                       PzOpening *opening)
{
  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (PZ_IS_OPENING (opening));

  g_set_object (&self->opening, opening);
  g_free (self->opening_id);
  self->opening_id = g_strdup (pz_opening_get_id (opening));
  if (pz_opening_wait (opening, 0))
    opening_done_cb (opening, self);
  else
    {
      show_page (self, "loading");
      g_signal_connect_object (opening, "done", G_CALLBACK (opening_done_cb), self, 0);
    }
}

/**
 * pz_window_open:
 * @self: the window
 * @path: the folder of a class
 *
 * Lets the class go that is shown, saved, and opens the other one.
 */
void
pz_window_open (PzWindow   *self,
                const char *path)
{
  g_autofree char *id = NULL;
  g_autofree char *sort = NULL;
  g_autoptr(PzOpening) opening = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (!pz_window_let_class_go (self, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  id = g_path_get_basename (path);
  sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);
  opening = pz_opening_start (self->environment, id, pz_learner_sort_from_name (sort));
  pz_window_set_opening (self, opening);
}

/**
 * pz_window_show_class:
 * @self: the window
 * @classroom: the class to show
 * @list: (nullable): its learners, when they are sorted already
 */
void
pz_window_show_class (PzWindow      *self,
                      PzClassroom   *classroom,
                      PzLearnerList *list)
{
  g_autofree char *sort = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (PZ_IS_CLASSROOM (classroom));

  sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);
  g_set_object (&self->classroom, classroom);
  g_clear_object (&self->list);
  self->list = list != NULL ? g_object_ref (list)
                            : pz_learner_list_new (pz_classroom_get_index (classroom), PZ_SCOPE_SHOWN,
                                                   pz_learner_sort_from_name (sort));
  g_signal_connect_object (classroom, "notify::undo-label", G_CALLBACK (pz_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::redo-label", G_CALLBACK (pz_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::save-state", G_CALLBACK (class_state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (class_state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (pz_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (pz_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  pz_sidebar_set_class (self->sidebar, self->environment, classroom);
  pz_window_forget_way_back (self);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (pz_window_forget_way_back), self, G_CONNECT_SWAPPED);
  /* before the first view is made, which is given the class when it is */
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    if (PZ_IS_VIEW (view))
      pz_view_set_class (PZ_VIEW (view), classroom, self->list);
  pz_window_show_view (self, view_table[0].name);
  pz_split_set_show_content (self->split, TRUE);
  show_page (self, "class");
  pz_settings_set_string (PZ_SETTINGS_CURRENT_CLASS, pz_classroom_get_id (classroom));
  pz_window_return_to_place (self);
  pz_classroom_watch (classroom);
  pz_window_watch_conflicts (self);
  pz_window_start_sync (self);
  class_state_changed_cb (self);
}

/**
 * pz_window_let_class_go:
 * @self: the window
 * @error: why the class could not be saved
 *
 * Takes over what is being typed, saves what waits and shows nothing of the class any more.
 *
 * Returns: %FALSE with @error set when something is not saved; the class then stays
 */
gboolean
pz_window_let_class_go (PzWindow  *self,
                        GError   **error)
{
  PzView *view;

  g_return_val_if_fail (PZ_IS_WINDOW (self), FALSE);

  view = pz_window_get_view (self);
  if (self->classroom == NULL)
    return TRUE;
  if (view != NULL)
    pz_view_commit (view);
  if (!pz_classroom_close (self->classroom, error))
    return FALSE;
  pz_window_stop_sync (self);
  pz_window_remember_place (self);
  g_signal_handlers_disconnect_by_data (pz_classroom_get_document (self->classroom), self);
  g_signal_handlers_disconnect_by_data (pz_classroom_get_index (self->classroom), self);
  g_signal_handlers_disconnect_by_data (self->classroom, self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->views)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PZ_IS_VIEW (child))
      pz_view_set_class (PZ_VIEW (child), NULL, NULL);
  pz_sidebar_set_class (self->sidebar, self->environment, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->classroom);
  pz_window_update_banner (self);
  pz_window_update_actions (self);
  return TRUE;
}

/**
 * pz_window_get_classroom:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the class that is shown
 */
PzClassroom *
pz_window_get_classroom (PzWindow *self)
{
  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);
  return self->classroom;
}

/**
 * pz_window_get_environment:
 * @self: the window
 *
 * Returns: (transfer none): clock, chance and where the classes are
 */
PzEnvironment *
pz_window_get_environment (PzWindow *self)
{
  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);
  return self->environment;
}

/**
 * pz_window_get_view:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the view that is shown
 */
PzView *
pz_window_get_view (PzWindow *self)
{
  GtkWidget *view;

  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);
  view = gtk_stack_get_visible_child (self->views);
  return PZ_IS_VIEW (view) ? PZ_VIEW (view) : NULL;
}

/**
 * pz_window_get_page:
 * @self: the window
 *
 * Returns: "loading", "start", "class" or "problem"
 */
const char *
pz_window_get_page (PzWindow *self)
{
  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "class") == 0
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "problem") == 0)
    return "problem";
  return gtk_stack_get_visible_child_name (self->stack);
}
