/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-window-private.h"

#include "pz-compat.h"
#include "pz-framework-words.h"
#include "pz-lazy-menu.h"
#include "pz-standard-node.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

/* How long to wait for more changes of the class before its files are read again, in ms. */
#define QUIET_MS 200
/* How long the rows are there before something stands beside them, in ms: as long as they come. */
#define HINT_MS 200

G_DEFINE_FINAL_TYPE (PzFrameworksWindow, pz_frameworks_window, ADW_TYPE_WINDOW)

enum
{
  OPEN_LEARNER,
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- from the files to the page ---- */

static void
show_page (PzFrameworksWindow *self,
           const char         *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  pz_frameworks_window_update_back (self);
  pz_frameworks_window_update_actions (self);
}

/* a narrow window has no room for long titles */
static void
set_title (PzFrameworksWindow *self,
           const char         *title,
           const char         *subtitle)
{
  g_autofree char *tip = *subtitle != '\0' ? g_strdup_printf ("%s\n%s", title, subtitle) : g_strdup (title);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), tip);
}

static void
show_list (PzFrameworksWindow *self)
{
  set_title (self, gtk_window_get_title (GTK_WINDOW (self)), "");
  if (self->reading->infos->len == 0)
    {
      pz_status_show (ADW_STATUS_PAGE (self->empty), "view-list-symbolic", NULL, NULL);
      show_page (self, "empty");
      return;
    }
  pz_frameworks_window_fill_list (self);
  show_page (self, "list");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
fill_standards (PzFrameworksWindow *self)
{
  g_autofree char *selected = g_steal_pointer (&self->to_select);
  guint item;

  pz_frameworks_window_fill_learners (self);
  pz_frameworks_window_show_learner (self);
  pz_standard_browser_set_tree (self->browser, self->reading->tree);
  if (pz_standard_tree_find (self->reading->tree, selected, &item))
    pz_standard_browser_select (self->browser, item);
}

static gboolean
show_hint_cb (gpointer user_data)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (user_data);

  self->fill_source = 0;
  pz_standard_details_show_hint (self->details);
  return G_SOURCE_REMOVE;
}

static gboolean
fill_cb (gpointer user_data)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (user_data);

  fill_standards (self);
  self->fill_source = g_timeout_add_full (G_PRIORITY_LOW, HINT_MS, show_hint_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* the page comes first, its rows in the turn after it was drawn, and what stands beside them after that; a page that is
 * shown does not go away for that */
static void
show_standards (PzFrameworksWindow *self,
                const char         *selected)
{
  const PzFrameworkInfo *info = pz_framework_reading_get_info (self->reading);
  g_autofree char *summary = pz_framework_words_summary (info, self->reading->coverage);

  set_title (self, info->title != NULL ? info->title : info->id, summary);
  self->to_select = g_strdup (selected);
  if (g_str_equal (pz_frameworks_window_get_page (self), "standards"))
    {
      fill_standards (self);
      pz_standard_details_show_hint (self->details);
      show_page (self, "standards");
      return;
    }
  show_page (self, "standards");
  pz_standard_browser_start_search (self->browser);
  self->fill_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, fill_cb, self, NULL);
}

/* the standard that is selected, to be found again in another reading */
static char *
dup_selected (PzFrameworksWindow *self)
{
  guint item;

  if (self->reading == NULL || self->reading->tree == NULL)
    return NULL;
  item = pz_standard_browser_get_selected (self->browser);
  if (item == PZ_STANDARD_ROOT)
    return NULL;
  return g_strdup (pz_record_get_id (pz_standard_tree_get_record (self->reading->tree, item)));
}

static gpointer
free_reading (gpointer data)
{
  pz_framework_reading_free (data);
  return NULL;
}

/* thousands of records go in a thread of their own: nobody else holds them any more */
static void
let_reading_go (PzFrameworksWindow *self)
{
  PzFrameworkReading *reading = g_steal_pointer (&self->reading);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->to_select, g_free);
  if (reading == NULL)
    return;
  pz_standard_browser_set_tree (self->browser, NULL);
  pz_standard_details_show_learner (self->details, NULL, NULL);
  pz_standard_details_clear (self->details);
  g_clear_pointer (&self->learner_coverage, pz_coverage_free);
  g_thread_unref (g_thread_new ("framework", free_reading, reading));
}

static void
take_reading (PzFrameworksWindow *self,
              PzFrameworkReading *reading)
{
  g_autofree char *selected = self->to_select != NULL ? g_strdup (self->to_select) : dup_selected (self);

  let_reading_go (self);
  self->reading = reading;
  if (reading->tree != NULL && !self->listing)
    show_standards (self, selected);
  else
    show_list (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzFrameworksWindow) self = PZ_FRAMEWORKS_WINDOW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  PzFrameworkReading *reading = pz_classroom_read_framework_finish (PZ_CLASSROOM (source), result, &error);

  self->n_reading--;
  if (self->classroom == NULL || self->n_reading > 0)
    {
      /* the window is gone, or another reading comes */
      g_clear_pointer (&reading, pz_framework_reading_free);
      return;
    }
  pz_frameworks_window_make_pages (self);
  if (reading != NULL)
    take_reading (self, reading);
  else
    {
      pz_status_show (ADW_STATUS_PAGE (self->error), "dialog-warning-symbolic", NULL, error->message);
      show_page (self, "error");
    }
}

/*
 * pz_frameworks_window_reload:
 *
 * Reads the files again.
 */
void
pz_frameworks_window_reload (PzFrameworksWindow *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  self->n_reading++;
  pz_classroom_read_framework_async (self->classroom, self->wanted, self->cancellable, read_cb, g_object_ref (self));
}

/*
 * pz_frameworks_window_show:
 * @id: (nullable): of a framework; %NULL: the only one, or the list
 */
void
pz_frameworks_window_show (PzFrameworksWindow *self,
                           const char         *id)
{
  g_autofree char *wanted = g_strdup (id);

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&wanted);
  if (id != NULL)
    self->listing = FALSE;
  pz_frameworks_window_reload (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (user_data);

  self->reload_source = 0;
  pz_frameworks_window_reload (self);
  return G_SOURCE_REMOVE;
}

static void
class_changed_cb (PzFrameworksWindow *self)
{
  if (self->reload_source == 0 && self->n_reading == 0)
    self->reload_source = g_timeout_add (QUIET_MS, reload_cb, self);
}

/* ---- the window ---- */

/*
 * pz_frameworks_window_update_back:
 *
 * Offers the way back where there is one.
 */
void
pz_frameworks_window_update_back (PzFrameworksWindow *self)
{
  gboolean shown = g_str_equal (pz_frameworks_window_get_page (self), "standards") && self->reading != NULL;
  gboolean in_details = shown && pz_split_get_collapsed (self->split) && pz_split_get_show_content (self->split);

  gtk_widget_set_visible (self->back_button, shown && (in_details || self->reading->infos->len > 1));
}

/* the window comes first, what it is made of in the turn after it was drawn, and what stands in it after that */
static gboolean
make_pages_cb (gpointer user_data)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (user_data);

  pz_frameworks_window_make_pages (self);
  if (self->n_reading == 0)
    pz_frameworks_window_reload (self);
  return G_SOURCE_REMOVE;
}

static void
pz_frameworks_window_dispose (GObject *object)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pages_source, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  let_reading_go (self);
  g_clear_handle_id (&self->select_source, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->moving, g_free);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_frameworks_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzFrameworksWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PzFrameworksWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PzFrameworksWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzFrameworksWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzFrameworksWindow, stack);
}

static void
pz_frameworks_window_class_init (PzFrameworksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_frameworks_window_dispose;
  signals[OPEN_LEARNER] = g_signal_new ("open-learner", PZ_TYPE_FRAMEWORKS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[IMPORTED] = g_signal_new ("imported", PZ_TYPE_FRAMEWORKS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, PZ_TYPE_CLASSROOM, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-frameworks-window.ui");
  bind_children (widget_class);
  pz_frameworks_window_add_actions (widget_class);
}

static void
pz_frameworks_window_init (PzFrameworksWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->menu_button), "/org/example/Personalize/menus.ui", "frameworks_menu");
  pz_frameworks_window_init_drop (self);
  self->pages_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, make_pages_cb, self, NULL);
}

/**
 * pz_frameworks_window_new:
 * @classroom: a class; what waits to be saved is not seen
 * @id: (nullable): of the framework to show; %NULL: the only one, or the list
 *
 * Returns: (transfer none): a window that reads the files of the class in a thread and follows its changes
 */
GtkWidget *
pz_frameworks_window_new (PzClassroom *classroom,
                          const char  *id)
{
  PzFrameworksWindow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_FRAMEWORKS_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  pz_frameworks_window_update_actions (self);
  self->wanted = g_strdup (id);
  return GTK_WIDGET (self);
}

/**
 * pz_frameworks_window_select:
 * @self: the window
 * @standard: id of a standard
 *
 * Selects it when the files are read.
 */
void
pz_frameworks_window_select (PzFrameworksWindow *self,
                             const char         *standard)
{
  g_return_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self) && standard != NULL);

  g_free (self->to_select);
  self->to_select = g_strdup (standard);
}

/**
 * pz_frameworks_window_get_framework:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): id of the framework whose standards are shown
 */
const char *
pz_frameworks_window_get_framework (PzFrameworksWindow *self)
{
  const PzFrameworkInfo *info;

  g_return_val_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self), NULL);

  info = self->reading != NULL ? pz_framework_reading_get_info (self->reading) : NULL;
  return info != NULL ? info->id : NULL;
}

/**
 * pz_frameworks_window_dup_standard:
 * @self: the window
 *
 * Returns: (transfer full) (nullable): id of the standard that is selected
 */
char *
pz_frameworks_window_dup_standard (PzFrameworksWindow *self)
{
  g_return_val_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self), NULL);
  return dup_selected (self);
}

/**
 * pz_frameworks_window_is_ready:
 * @self: the window
 *
 * Returns: whether the files were read, nothing waits to be read, and all that was read is shown
 */
gboolean
pz_frameworks_window_is_ready (PzFrameworksWindow *self)
{
  g_return_val_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self), FALSE);
  return self->n_reading == 0 && self->reload_source == 0 && self->fill_source == 0 && self->pages_source == 0
         && self->select_source == 0;
}

/**
 * pz_frameworks_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none): "loading", "empty", "error", "list" or "standards"
 */
const char *
pz_frameworks_window_get_page (PzFrameworksWindow *self)
{
  g_return_val_if_fail (PZ_IS_FRAMEWORKS_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}
