/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-pane-private.h"

#include "pz-compat.h"
#include "pz-filter-bar.h"
#include "pz-filter-words.h"
#include "pz-lazy-menu.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzLearnersPane, pz_learners_pane, ADW_TYPE_BIN)

static guint open_signal;

static void
filters_changed_cb (PzLearnersPane *self)
{
  const PzLearnerFilter *filter = pz_filter_model_peek (self->filters);

  pz_learner_facts_set_reason_first (self->facts, pz_learner_filter_find (filter, PZ_FILTER_ATTENTION, NULL) != NULL);
  if (!pz_learner_filter_equal (filter, pz_learner_list_peek_filter (self->list)))
    {
      pz_learner_list_set_filter (self->list, filter, PZ_FIRST_ROWS);
      pz_learners_pane_fill_when_quiet (self);
    }
  pz_learners_pane_update_state (self);
}

/* what waits with a learner is drawn in the row */
static void
traits_changed_cb (PzLearnersPane *self)
{
  PzGoalNeeds *goals = pz_classroom_traits_get_goals (pz_filter_model_get_traits (self->filters));

  if (goals == self->goals_shown)
    return;
  self->goals_shown = goals;
  pz_learners_pane_refresh (self);
}

static void
unknown_toggled_cb (PzLearnersPane *self)
{
  if (self->list == NULL)
    return;
  pz_learner_list_set_show_unknown (self->list, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unknown_button)),
                                    PZ_FIRST_ROWS);
  pz_learners_pane_fill_when_quiet (self);
  pz_learners_pane_update_state (self);
}

static void
search_changed_cb (PzLearnersPane *self)
{
  if (self->list == NULL)
    return;
  pz_classroom_traits_load (pz_filter_model_get_traits (self->filters)); /* needs and interests are searched, too */
  pz_learner_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), PZ_FIRST_ROWS);
  pz_learners_pane_fill_when_quiet (self);
  pz_learners_pane_update_state (self);
}

static void
search_activated_cb (PzLearnersPane *self)
{
  const char *id = self->list != NULL ? pz_learner_list_peek_id (self->list, 0) : NULL;

  if (id == NULL)
    return;
  pz_learner_list_select_id (self->list, id);
  g_signal_emit (self, open_signal, 0);
}

/* Escape takes back what was typed, or else one thing after the other. */
static void
stop_search_cb (PzLearnersPane *self)
{
  if (pz_learners_pane_is_searching (self))
    pz_learners_pane_clear_search (self);
  else
    pz_learners_pane_escape (self);
}

static void
row_activated_cb (GtkListView    *view,
                  guint           position,
                  PzLearnersPane *self)
{
  if (self->selecting)
    {
      pz_learners_pane_toggle (self, position);
      return;
    }
  pz_learner_list_select_id (self->list, pz_learner_list_peek_id (self->list, position)); /* the focus may be ahead of it */
  g_signal_emit (self, open_signal, 0);
}

/* A letter typed on the list begins a search. GtkSearchEntry could do that itself, but it would take Delete as well. */
static gboolean
search_typed (PzLearnersPane *self,
              GdkEvent       *event)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  gunichar letter = gdk_keyval_to_unicode (gdk_key_event_get_keyval (event));
  char text[7] = { 0 };
  int end = -1;

  if ((gdk_event_get_modifier_state (event) & others) != 0 || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  gtk_widget_grab_focus (self->search_entry);
  gtk_editable_insert_text (GTK_EDITABLE (self->search_entry), text, -1, &end);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  return GDK_EVENT_STOP;
}

static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          PzLearnersPane     *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      self->by_pointer = TRUE;
      pz_learners_pane_update_selection (self);
      break;
    case GDK_KEY_PRESS:
      self->by_pointer = FALSE;
      pz_learners_pane_update_selection (self);
      return search_typed (self, event);
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
selection_changed_cb (PzLearnersPane *self)
{
  guint n = pz_learner_list_count_selected (self->list);

  if (n > 1 && !self->selecting)
    pz_learners_pane_set_selecting (self, TRUE); /* begun with Ctrl or Shift */
  pz_learners_pane_update_selection (self);
  pz_learners_pane_update_title (self);
  if (self->by_pointer && n == 1 && !self->selecting)
    g_signal_emit (self, open_signal, 0);
}

static void
pz_learners_pane_dispose (GObject *object)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (object);

  g_clear_handle_id (&self->goals_source, g_source_remove);
  g_clear_pointer (&self->goals, pz_goal_watch_free);
  g_clear_pointer (&self->filler, pz_row_filler_free);
  if (self->list_view != NULL)
    pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  self->list_view = NULL;
  g_clear_object (&self->classroom);
  g_clear_object (&self->facts);
  g_clear_object (&self->list);
  g_clear_object (&self->filters);
  g_clear_object (&self->progress);
  G_OBJECT_CLASS (pz_learners_pane_parent_class)->dispose (object);
}

static void
pz_learners_pane_class_init (PzLearnersPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (klass)->dispose = pz_learners_pane_dispose;
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-learners-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, header);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, title);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, sort_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, empty);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, new_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, entry_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, select_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, all_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, status);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, status_label);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, unknown_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, set_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzLearnersPane, selection_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  pz_learners_pane_bind_rows (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete-learner", NULL);
}

static void
set_limit (guint    limit,
           gpointer user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);

  if (self->list != NULL)
    pz_learner_list_set_limit (self->list, limit);
}

static void
pz_learners_pane_init (PzLearnersPane *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->filler = pz_row_filler_new (set_limit, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (self->empty);
  pz_status_init (self->nothing_found);
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->sort_button), "/org/example/Personalize/menus.ui", "sort_menu");
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (self->list_view, events);
  pz_learners_pane_init_selection (self);
}

/**
 * pz_learners_pane_new:
 *
 * Returns: (transfer floating): the pane, without a class
 */
GtkWidget *
pz_learners_pane_new (void)
{
  return g_object_new (PZ_TYPE_LEARNERS_PANE, NULL);
}

/**
 * pz_learners_pane_set_class:
 * @self: the pane
 * @classroom: (nullable): the class
 * @facts: (nullable): what the class knows
 * @list: (nullable): its learners
 */
void
pz_learners_pane_set_class (PzLearnersPane *self,
                            PzClassroom    *classroom,
                            PzLearnerFacts *facts,
                            PzLearnerList  *list)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->list != NULL)
    {
      pz_learners_pane_set_selecting (self, FALSE);
      g_signal_handlers_disconnect_by_data (self->list, self);
      pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
      g_signal_handlers_disconnect_by_data (pz_learner_list_get_index (self->list), self->filter_bar);
      pz_filter_bar_set_model (PZ_FILTER_BAR (self->filter_bar), NULL);
      pz_learner_list_set_traits (self->list, NULL);
      g_clear_object (&self->list);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    }
  g_clear_handle_id (&self->goals_source, g_source_remove);
  g_clear_pointer (&self->goals, pz_goal_watch_free);
  self->goals_shown = NULL;
  if (self->filters != NULL)
    {
      g_signal_handlers_disconnect_by_data (pz_filter_model_get_traits (self->filters), self);
      g_signal_handlers_disconnect_by_data (self->filters, self);
    }
  g_clear_object (&self->filters);
  g_set_object (&self->classroom, classroom);
  g_set_object (&self->facts, facts);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  if (!gtk_widget_get_mapped (self->list_view))
    pz_learner_list_set_limit (list, PZ_FIRST_ROWS);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (pz_learners_pane_update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  pz_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (list));
  self->filters = pz_filter_model_new (classroom);
  pz_learner_list_set_traits (list, pz_filter_model_get_traits (self->filters));
  pz_learner_facts_set_traits (facts, pz_filter_model_get_traits (self->filters));
  g_signal_connect_object (pz_filter_model_get_traits (self->filters), "changed", G_CALLBACK (traits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
  pz_filter_bar_set_model (PZ_FILTER_BAR (self->filter_bar), self->filters);
  /* its counts are those of the class, whatever the search leaves */
  g_signal_connect_object (pz_learner_list_get_index (list), "items-changed", G_CALLBACK (pz_filter_bar_update),
                           self->filter_bar, G_CONNECT_SWAPPED);
  pz_learner_facts_set_seen_first (facts, pz_learner_list_get_sort (list) == PZ_SORT_SEEN);
  pz_learners_pane_rank_levels (self);
  pz_learners_pane_update_state (self);
  if (gtk_widget_get_mapped (self->list_view)) /* else after its first rows are painted */
    pz_learners_pane_watch_goals (self);
}

/**
 * pz_learners_pane_set_edges:
 * @self: the pane
 * @start: whether it stands at the start side of the window, with nothing but the sidebar to go back to
 * @end: whether it stands at the end side of the window
 *
 * Shows the window's buttons and the way back where they belong.
 */
void
pz_learners_pane_set_edges (PzLearnersPane *self,
                            gboolean        start,
                            gboolean        end)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  self->leading = start;
  self->narrow = end;
  pz_learners_pane_update_header (self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), start);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), end);
  pz_filter_bar_set_narrow (PZ_FILTER_BAR (self->filter_bar), end);
}

/**
 * pz_learners_pane_set_way_back:
 * @self: the pane
 * @way_back: whether there is a view to go back to
 */
void
pz_learners_pane_set_way_back (PzLearnersPane *self,
                               gboolean        way_back)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  self->way_back = way_back;
  pz_learners_pane_update_header (self);
}

/**
 * pz_learners_pane_start_search:
 * @self: the pane
 *
 * Puts the focus into the search, with what is there selected.
 */
void
pz_learners_pane_start_search (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  gtk_widget_grab_focus (self->search_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * pz_learners_pane_clear_search:
 * @self: the pane
 *
 * Shows all learners again.
 */
void
pz_learners_pane_clear_search (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));
  gtk_editable_delete_text (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * pz_learners_pane_is_searching:
 * @self: the pane
 *
 * Returns: whether something stands in the search
 */
gboolean
pz_learners_pane_is_searching (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), FALSE);
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

/**
 * pz_learners_pane_set_sort:
 * @self: the pane
 * @sort: the order of the list
 */
void
pz_learners_pane_set_sort (PzLearnersPane *self,
                           PzLearnerSort   sort)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->list == NULL)
    return;
  pz_learner_list_set_sort (self->list, sort, PZ_FIRST_ROWS);
  pz_learner_facts_set_seen_first (self->facts, sort == PZ_SORT_SEEN);
  pz_learners_pane_refresh (self);
  pz_learners_pane_fill_when_quiet (self);
}

/**
 * pz_learners_pane_focus_list:
 * @self: the pane
 *
 * Puts the keyboard focus into the list.
 */
void
pz_learners_pane_focus_list (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));
  /* to the row, not to the list around the rows */
  if (!gtk_widget_get_mapped (self->list_view) || !gtk_widget_child_focus (self->list_view, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * pz_learners_pane_get_search_entry:
 * @self: the pane
 *
 * Returns: (transfer none): where a search is typed
 */
GtkWidget *
pz_learners_pane_get_search_entry (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), NULL);
  return self->search_entry;
}

/**
 * pz_learners_pane_get_list_view:
 * @self: the pane
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
pz_learners_pane_get_list_view (PzLearnersPane *self)
{
  g_return_val_if_fail (PZ_IS_LEARNERS_PANE (self), NULL);
  return self->list_view;
}
