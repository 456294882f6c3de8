/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activities-view-private.h"

#include "pz-action-watch.h"
#include "pz-activity-words.h"
#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-menu-choice.h"
#include "pz-position.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

static void pz_activities_view_view_init (PzViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzActivitiesView, pz_activities_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_VIEW, pz_activities_view_view_init))

/* ---- what is shown ---- */

static const char *
choose_page (PzActivitiesView *self)
{
  if (pz_activity_list_get_error (self->list) != NULL)
    return "failed";
  if (!pz_activity_list_is_read (self->list))
    return "waiting";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return "empty";
  return g_list_model_get_n_items (self->found) == 0 ? "nothing-found" : "list";
}

static void
update_title (PzActivitiesView *self)
{
  guint32 today = pz_activity_list_get_today (self->list);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr(PzActivityItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      n += pz_activity_item_get_day (item) == today;
    }
  if (pz_activity_list_is_read (self->list))
    text = g_strdup_printf (ngettext ("%u today", "%u today", n), n);
  adw_window_title_set_subtitle (self->title, text != NULL ? text : "");
}

/* large icons are only asked for now: loading them takes long */
static void
prepare_page (PzActivitiesView *self,
              const char       *page)
{
  if (g_str_equal (page, "failed"))
    pz_status_show (self->failed, "dialog-warning-symbolic", NULL, pz_activity_list_get_error (self->list)->message);
  else if (g_str_equal (page, "empty"))
    pz_status_show (self->empty, "view-app-grid-symbolic", NULL, NULL);
  else if (g_str_equal (page, "nothing-found"))
    pz_status_show (self->nothing_found, "system-search-symbolic", NULL, NULL);
}

static void
offer_settings (PzActivitiesView *self)
{
  const char *ids[PZ_N_SETTINGS + 1] = { NULL }, *labels[PZ_N_SETTINGS + 1] = { NULL };

  for (guint i = 0; i < PZ_N_SETTINGS; i++)
    {
      ids[i] = pz_setting_get_name ((PzSetting) i);
      labels[i] = pz_activity_words_get_setting ((PzSetting) i);
    }
  pz_menu_choice_set_choices (PZ_MENU_CHOICE (self->setting), ids, labels);
}

static void
offer_strategies (PzActivitiesView *self)
{
  g_autoptr(GPtrArray) records = pz_position_list (pz_classroom_get_document (self->classroom), PZ_RECORD_STRATEGY);
  g_autoptr(GPtrArray) ids = g_ptr_array_new (), labels = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (!pz_record_is_empty (records->pdata[i], PZ_STRATEGY_NAME))
      {
        g_ptr_array_add (ids, (gpointer) pz_record_get_id (records->pdata[i]));
        g_ptr_array_add (labels, (gpointer) pz_record_get_text (records->pdata[i], PZ_STRATEGY_NAME));
      }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  pz_menu_choice_set_choices (PZ_MENU_CHOICE (self->strategy), (const char * const *) ids->pdata,
                              (const char * const *) labels->pdata);
  gtk_widget_set_visible (self->strategy, ids->len > 1);
}

/* a list without a size does not know where its rows are */
static gboolean
tick_cb (GtkWidget     *list_view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (user_data);

  if (gtk_widget_get_height (list_view) <= 1 || !pz_activities_view_go_to_today (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  self->at_today = TRUE;
  return G_SOURCE_REMOVE;
}

static void
update (PzActivitiesView *self)
{
  const char *page;

  if (self->list == NULL)
    return;
  page = choose_page (self);
  prepare_page (self, page);
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->bar, g_str_equal (page, "list") || g_str_equal (page, "nothing-found"));
  offer_strategies (self);
  update_title (self);
  pz_activities_view_refresh_rows (self);
  if (!self->at_today && self->tick == 0 && g_str_equal (page, "list") && gtk_widget_get_mapped (self->list_view))
    self->tick = gtk_widget_add_tick_callback (self->list_view, tick_cb, self, NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (user_data);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* the list tells its rows first, and then what stands beside them is known */
static void
queue_update (PzActivitiesView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/* ---- search and filter ---- */

static void
search_changed_cb (PzActivitiesView *self)
{
  if (self->filter != NULL)
    pz_activity_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
chosen_cb (PzActivitiesView *self)
{
  if (self->filter == NULL)
    return;
  pz_activity_filter_set_setting (self->filter,
                                  pz_setting_from_name (pz_menu_choice_get_id (PZ_MENU_CHOICE (self->setting))));
  pz_activity_filter_set_strategy (self->filter, pz_menu_choice_get_id (PZ_MENU_CHOICE (self->strategy)));
}

/* FALSE: there was nothing to take back */
static gboolean
clear_filter (PzActivitiesView *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)); /* the filter hears of it a moment later */

  if (self->filter == NULL || (pz_activity_filter_is_empty (self->filter) && *typed == '\0'))
    return FALSE;
  pz_menu_choice_select (PZ_MENU_CHOICE (self->setting), NULL);
  pz_menu_choice_select (PZ_MENU_CHOICE (self->strategy), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  pz_activity_filter_set_search (self->filter, NULL); /* the entry tells a moment later */
  chosen_cb (self);
  return TRUE;
}

static void
focus_list (PzActivitiesView *self)
{
  /* to the row, not to the list around the rows */
  if (!gtk_widget_get_mapped (self->list_view) || !gtk_widget_child_focus (self->list_view, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Escape takes back what was typed or chosen first */
static void
stop_search_cb (PzActivitiesView *self)
{
  if (!clear_filter (self))
    focus_list (self);
}

static void
clear_cb (PzActivitiesView *self)
{
  clear_filter (self);
  focus_list (self); /* the button is gone */
}

static void
retry_cb (PzActivitiesView *self)
{
  if (self->list != NULL)
    pz_activity_list_retry (self->list);
}

static void
choose (PzActivitiesView *self,
        guint             position)
{
  g_autoptr(PzActivityItem) item = self->found != NULL ? g_list_model_get_item (self->found, position) : NULL;

  if (item == NULL)
    return;
  if (pz_activity_item_is_regular (item))
    pz_activities_view_show_planned (self, pz_activity_item_get_activity (item)->id, pz_activity_item_get_day (item));
  else
    pz_activities_view_show_activity (self, pz_activity_item_get_activity (item)->id);
}

static void
row_activated_cb (GtkListView      *list,
                  guint             position,
                  PzActivitiesView *self)
{
  choose (self, position);
}

static void
search_activated_cb (PzActivitiesView *self)
{
  choose (self, 0);
}

/* ---- the class ---- */

static void
let_class_go (PzActivitiesView *self)
{
  pz_activities_view_close_page (self);
  clear_filter (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->list_view, self->tick);
  self->tick = 0;
  pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (pz_classroom_get_document (self->classroom), self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->classroom);
  self->at_today = FALSE;
  self->at_end = FALSE;
}

static void
pz_activities_view_set_class (PzView        *view,
                              PzClassroom   *classroom,
                              PzLearnerList *learners)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);
  GtkNoSelection *model;

  let_class_go (self);
  if (classroom == NULL)
    return;
  self->classroom = g_object_ref (classroom);
  self->list = pz_activity_list_new (classroom);
  self->filter = pz_activity_filter_new (classroom);
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->list)),
                                                         GTK_FILTER (g_object_ref (self->filter))));
  g_signal_connect_object (self->list, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  model = gtk_no_selection_new (g_object_ref (self->found));
  pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  update (self);
}

static void
pz_activities_view_set_leading (PzView   *view,
                                gboolean  leading)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);

  gtk_widget_set_visible (self->back_button, leading);
  adw_header_bar_set_show_start_title_buttons (self->header, leading);
  if (leading)
    gtk_widget_add_css_class (self->pages_box, "pz-narrow");
  else
    gtk_widget_remove_css_class (self->pages_box, "pz-narrow");
  self->leading = leading;
  pz_activities_view_set_page_collapsed (self);
}

static gboolean
pz_activities_view_go_back (PzView *view)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);

  return pz_activities_view_close_page (self) || clear_filter (self);
}

static void
pz_activities_view_start_search (PzView *view)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);

  pz_activities_view_close_page (self);
  gtk_widget_grab_focus (self->search_entry);
}

static gboolean
pz_activities_view_move_focus (PzView   *view,
                               gboolean  forward)
{
  PzActivitiesView *self = PZ_ACTIVITIES_VIEW (view);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return FALSE;
  focus_list (self);
  return TRUE;
}

static void
pz_activities_view_commit (PzView *view)
{
}

static gboolean
pz_activities_view_can_print (PzView *view)
{
  return pz_activities_view_get_printed (PZ_ACTIVITIES_VIEW (view)) != NULL;
}

static void
pz_activities_view_print (PzView *view)
{
  pz_activity_page_print (pz_activities_view_get_printed (PZ_ACTIVITIES_VIEW (view)));
}

static void
pz_activities_view_view_init (PzViewInterface *iface)
{
  iface->set_class = pz_activities_view_set_class;
  iface->set_leading = pz_activities_view_set_leading;
  iface->go_back = pz_activities_view_go_back;
  iface->start_search = pz_activities_view_start_search;
  iface->move_focus = pz_activities_view_move_focus;
  iface->commit = pz_activities_view_commit;
  iface->dup_place = pz_activities_view_dup_place;
  iface->show_place = pz_activities_view_show_place;
  iface->can_print = pz_activities_view_can_print;
  iface->print = pz_activities_view_print;
}

static void
pz_activities_view_dispose (GObject *object)
{
  let_class_go (PZ_ACTIVITIES_VIEW (object));
  G_OBJECT_CLASS (pz_activities_view_parent_class)->dispose (object);
}

static void
pz_activities_view_finalize (GObject *object)
{
  g_hash_table_unref (PZ_ACTIVITIES_VIEW (object)->bound);
  G_OBJECT_CLASS (pz_activities_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, stack);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, pages_box);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, header);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, title);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, new_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, bar);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, menus);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, pages);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, empty);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, PzActivitiesView, failed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
pz_activities_view_class_init (PzActivitiesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_activities_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_activities_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-activities-view.ui");
  bind_children (widget_class);
  pz_activities_view_bind_rows (widget_class);
}

static GtkWidget *
add_choice (PzActivitiesView *self,
            const char       *name,
            const char       *any)
{
  GtkWidget *choice = pz_menu_choice_new (name, any);

  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->menus), choice);
  return choice;
}

static void
pz_activities_view_init (PzActivitiesView *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->bar, pz_flow_layout_new (9));
  /* one beneath the other where what they choose is long, instead of a page wider than its window */
  gtk_widget_set_layout_manager (self->menus, pz_flow_layout_new (9));
  self->setting = add_choice (self, C_("activities", "Setting"), C_("activities", "Any setting"));
  self->strategy = add_choice (self, C_("activities", "Strategy"), C_("activities", "Any strategy"));
  offer_settings (self);
  pz_status_init (self->empty);
  pz_status_init (self->nothing_found);
  pz_status_init (self->failed);
  pz_action_watch_show (self->new_button, "new-activity");
  pz_action_watch_show (self->empty_button, "new-activity");
}

/**
 * pz_activities_view_new:
 *
 * Returns: (transfer floating): the view, without a class
 */
GtkWidget *
pz_activities_view_new (void)
{
  return g_object_new (PZ_TYPE_ACTIVITIES_VIEW, NULL);
}

/**
 * pz_activities_view_get_list:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the calendar of the class
 */
PzActivityList *
pz_activities_view_get_list (PzActivitiesView *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITIES_VIEW (self), NULL);
  return self->list;
}

/**
 * pz_activities_view_get_found:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what is shown of it
 */
GListModel *
pz_activities_view_get_found (PzActivitiesView *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITIES_VIEW (self), NULL);
  return self->found;
}
