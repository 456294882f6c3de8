/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goals-view-private.h"

#include "pz-action-watch.h"
#include "pz-compat.h"
#include "pz-goal-head.h"
#include "pz-privacy.h"
#include "pz-status.h"

/* Below so many lines of text in width, filters stand in lines that are pushed sideways. */
#define NARROW_LINES 22

static void pz_goals_view_view_init (PzViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzGoalsView, pz_goals_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_VIEW, pz_goals_view_view_init))

static guint goal_chosen_signal;

static void
set_limit (guint    limit,
           gpointer user_data)
{
  PzGoalsView *self = PZ_GOALS_VIEW (user_data);

  if (self->found != NULL)
    pz_goal_found_set_limit (self->found, limit);
}

static void
filter_changed_cb (PzGoalsView *self)
{
  if (self->found == NULL)
    return;
  pz_goal_found_set_filter (self->found, pz_goal_bar_peek_filter (PZ_GOAL_BAR (self->bar)), PZ_FIRST_ROWS);
  pz_row_filler_when_quiet (self->filler);
  pz_goals_view_update_state (self);
}

static void
choose (PzGoalsView *self,
        guint        position)
{
  g_autoptr(PzGoalItem) item = self->found != NULL ? g_list_model_get_item (G_LIST_MODEL (self->found), position) : NULL;

  if (item != NULL)
    g_signal_emit (self, goal_chosen_signal, 0, pz_goal_item_get_learner (item), pz_goal_item_get_goal (item));
}

static void
row_activated_cb (GtkListView *list,
                  guint        position,
                  PzGoalsView *self)
{
  choose (self, position);
}

static void
search_activated_cb (PzGoalsView *self)
{
  choose (self, 0);
}

static void
focus_list (PzGoalsView *self)
{
  /* to the row, not to the list around the rows */
  if (!gtk_widget_get_mapped (self->list_view) || !gtk_widget_child_focus (self->list_view, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
clear_cb (PzGoalsView *self)
{
  pz_goal_bar_clear (PZ_GOAL_BAR (self->bar));
  focus_list (self); /* the button is gone */
}

static void
retry_cb (PzGoalsView *self)
{
  if (self->list != NULL)
    pz_goal_list_retry (self->list);
}

static gboolean
follow_width_cb (gpointer user_data)
{
  PzGoalsView *self = PZ_GOALS_VIEW (user_data);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  gboolean narrow;

  pango_font_metrics_unref (metrics);
  self->layout_source = 0;
  narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_LINES * line;
  pz_goal_bar_set_narrow (PZ_GOAL_BAR (self->bar), narrow);
  if (narrow)
    gtk_widget_add_css_class (self->pages_box, "pz-narrow");
  else
    gtk_widget_remove_css_class (self->pages_box, "pz-narrow");
  if (gtk_widget_get_mapped (self->list_view))
    pz_goal_head_follow_width (PZ_GOAL_HEAD (self->head), gtk_widget_get_width (self->list_view));
  return G_SOURCE_REMOVE;
}

static void
list_mapped_cb (PzGoalsView *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (follow_width_cb, self);
  pz_row_filler_start (self->filler);
}

/* A letter typed on the list begins a search, as in the list of learners. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzGoalsView           *self)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if ((state & others) != 0 || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  pz_goal_bar_start_search (PZ_GOAL_BAR (self->bar), text);
  return GDK_EVENT_STOP;
}

static GtkSizeRequestMode
pz_goals_view_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (PZ_GOALS_VIEW (widget)->stack));
}

static void
pz_goals_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (PZ_GOALS_VIEW (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
pz_goals_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PzGoalsView *self = PZ_GOALS_VIEW (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->layout_source == 0) /* not now: it asks for another size */
    self->layout_source = g_idle_add (follow_width_cb, self);
}

/* ---- the class ---- */

static void
list_changed_cb (PzGoalsView *self)
{
  pz_goals_view_refresh_rows (self);
  pz_goals_view_update_state (self);
}

static void
let_class_go (PzGoalsView *self)
{
  pz_goals_view_close_page (self);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patient_no_more = FALSE;
  pz_goal_bar_set_list (PZ_GOAL_BAR (self->bar), NULL, NULL);
  pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  if (self->classroom != NULL)
    {
      g_signal_handlers_disconnect_by_data (pz_classroom_get_index (self->classroom), self);
      g_signal_handlers_disconnect_by_data (pz_classroom_get_document (self->classroom), self);
      g_signal_handlers_disconnect_by_data (self->classroom, self);
    }
  g_clear_object (&self->found);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->classroom);
}

static void
pz_goals_view_set_class (PzView        *view,
                         PzClassroom   *classroom,
                         PzLearnerList *learners)
{
  PzGoalsView *self = PZ_GOALS_VIEW (view);
  GtkNoSelection *model;

  let_class_go (self);
  if (classroom == NULL)
    return;
  self->classroom = g_object_ref (classroom);
  self->list = pz_goal_list_get (classroom);
  self->found = pz_goal_found_new (self->list);
  pz_goal_found_set_limit (self->found, PZ_FIRST_ROWS);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (pz_goals_view_refresh_rows),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (pz_goals_view_refresh_rows),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::name", G_CALLBACK (pz_goals_view_update_state), self, G_CONNECT_SWAPPED);
  pz_goal_bar_set_list (PZ_GOAL_BAR (self->bar), self->list, self->found);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  if (gtk_widget_get_mapped (self->list_view))
    pz_row_filler_start (self->filler);
  pz_goals_view_update_state (self);
}

static void
pz_goals_view_set_leading (PzView   *view,
                           gboolean  leading)
{
  PzGoalsView *self = PZ_GOALS_VIEW (view);

  gtk_widget_set_visible (self->back_button, leading);
  gtk_widget_set_visible (self->round_box, !leading);
  adw_header_bar_set_show_start_title_buttons (self->header, leading);
  self->leading = leading;
  pz_goals_view_set_page_collapsed (self);
}

static gboolean
pz_goals_view_go_back (PzView *view)
{
  PzGoalsView *self = PZ_GOALS_VIEW (view);

  return pz_goals_view_close_page (self) || pz_goal_bar_escape (PZ_GOAL_BAR (self->bar));
}

static void
pz_goals_view_start_search (PzView *view)
{
  pz_goals_view_close_page (PZ_GOALS_VIEW (view));
  pz_goal_bar_start_search (PZ_GOAL_BAR (PZ_GOALS_VIEW (view)->bar), NULL);
}

static gboolean
pz_goals_view_move_focus (PzView   *view,
                          gboolean  forward)
{
  PzGoalsView *self = PZ_GOALS_VIEW (view);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return FALSE;
  focus_list (self);
  return TRUE;
}

static void
pz_goals_view_commit (PzView *view)
{
}

static void
pz_goals_view_view_init (PzViewInterface *iface)
{
  iface->set_class = pz_goals_view_set_class;
  iface->set_leading = pz_goals_view_set_leading;
  iface->go_back = pz_goals_view_go_back;
  iface->start_search = pz_goals_view_start_search;
  iface->move_focus = pz_goals_view_move_focus;
  iface->commit = pz_goals_view_commit;
  iface->dup_place = pz_goals_view_dup_place;
  iface->show_place = pz_goals_view_show_place;
}

static void
pz_goals_view_dispose (GObject *object)
{
  PzGoalsView *self = PZ_GOALS_VIEW (object);

  if (self->filler != NULL)
    let_class_go (self);
  g_clear_pointer (&self->filler, pz_row_filler_free);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  G_OBJECT_CLASS (pz_goals_view_parent_class)->dispose (object);
}

static void
pz_goals_view_finalize (GObject *object)
{
  g_hash_table_unref (PZ_GOALS_VIEW (object)->bound);
  G_OBJECT_CLASS (pz_goals_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, header);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, title);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, new_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, round_box);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, round_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, bar);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, pages);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, pages_box);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, head);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, spinner);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, empty);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, PzGoalsView, failed);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
pz_goals_view_class_init (PzGoalsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_GOAL_BAR);
  g_type_ensure (PZ_TYPE_GOAL_HEAD);
  G_OBJECT_CLASS (klass)->dispose = pz_goals_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goals_view_finalize;
  widget_class->get_request_mode = pz_goals_view_get_request_mode;
  widget_class->measure = pz_goals_view_measure;
  widget_class->size_allocate = pz_goals_view_size_allocate;
  goal_chosen_signal = g_signal_new_class_handler ("goal-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                   G_CALLBACK (pz_goals_view_show_goal), NULL, NULL, NULL, G_TYPE_NONE,
                                                   2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-goals-view.ui");
  bind_children (widget_class);
  pz_goals_view_bind_rows (widget_class);
}

static void
pz_goals_view_init (PzGoalsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filler = pz_row_filler_new (set_limit, self);
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it would not tell of the width */
  pz_status_init (self->empty);
  pz_status_init (self->nothing_found);
  pz_status_init (self->failed);
  pz_action_watch_show (self->new_button, "new-goal");
  pz_action_watch_show (self->empty_button, "new-goal");
  pz_action_watch_show (self->round_button, "round");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list_view, keys);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_goals_view_refresh_rows), self,
                           G_CONNECT_SWAPPED);
}

/**
 * pz_goals_view_new:
 *
 * Returns: (transfer floating): the view, without a class
 */
GtkWidget *
pz_goals_view_new (void)
{
  return g_object_new (PZ_TYPE_GOALS_VIEW, NULL);
}

/**
 * pz_goals_view_get_list:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): all goals of the class
 */
PzGoalList *
pz_goals_view_get_list (PzGoalsView *self)
{
  g_return_val_if_fail (PZ_IS_GOALS_VIEW (self), NULL);
  return self->list;
}

/**
 * pz_goals_view_get_found:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the goals that are shown
 */
PzGoalFound *
pz_goals_view_get_found (PzGoalsView *self)
{
  g_return_val_if_fail (PZ_IS_GOALS_VIEW (self), NULL);
  return self->found;
}
