/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-pane.h"

#include "pz-compat.h"
#include "pz-learner-cell.h"
#include "pz-lazy-menu.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

/* Rows of the first frame, and of the one after a key in the search; the others follow in steps when it is on the
 * screen. Enough for a high screen. From the last step on all are there: GTK does not build more rows than that. */
#define FIRST_ROWS 40
#define LAST_STEP 240
/* So long after the last key, in ms, the other rows follow: somebody who types does not wait for rows to go again. */
#define QUIET_MS 400

struct _PzLearnersPane
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzLearnerFacts *facts;
  PzLearnerList *list;
  guint fill_source;
  guint n_filled;      /* rows the list view has, while it is being filled */
  gboolean by_pointer; /* the last input on the list came from a mouse or a finger */

  GtkWidget *header;
  GtkWidget *back_button;
  AdwWindowTitle *title;
  GtkWidget *sort_button;
  GtkWidget *search_entry;
  GtkWidget *stack;
  GtkWidget *list_view;
  AdwStatusPage *nothing_found;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (PzLearnersPane, pz_learners_pane, ADW_TYPE_BIN)

static guint open_signal;

static void
update_title (PzLearnersPane *self)
{
  guint all = pz_learner_list_count_all (self->list);
  guint shown = pz_learner_list_count_found (self->list);
  g_autofree char *text = NULL;

  if (pz_learners_pane_is_searching (self))
    /* Translators: how many learners the search found, of how many */
    text = g_strdup_printf (ngettext ("%1$u of %2$u learner", "%1$u of %2$u learners", all), shown, all);
  else
    text = g_strdup_printf (ngettext ("%u learner", "%u learners", all), all);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_state (PzLearnersPane *self)
{
  const char *page = "list";

  if (self->list == NULL)
    return;
  /* large icons are only asked for now: loading them costs more than all the rest of the first frame */
  if (pz_learner_list_count_all (self->list) == 0)
    {
      page = "empty";
      pz_status_show (self->empty, "system-users-symbolic", NULL, NULL);
    }
  else if (pz_learner_list_count_found (self->list) == 0)
    {
      page = "nothing-found";
      pz_status_show (self->nothing_found, "system-search-symbolic", NULL, NULL);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_widget_set_sensitive (self->search_entry, g_strcmp0 (page, "empty") != 0);
  update_title (self);
}

/* A step is short, so that a key that comes meanwhile does not wait. */
static gboolean
fill_cb (gpointer user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);

  self->n_filled += FIRST_ROWS;
  if (self->list != NULL)
    pz_learner_list_set_limit (self->list, self->n_filled < LAST_STEP ? self->n_filled : G_MAXUINT);
  if (self->list != NULL && self->n_filled < LAST_STEP)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

/* Idle sources come after painting. */
static gboolean
start_filling_cb (gpointer user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);

  self->n_filled = FIRST_ROWS;
  self->fill_source = g_idle_add (fill_cb, self);
  return G_SOURCE_REMOVE;
}

static void
fill_when_quiet (PzLearnersPane *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->fill_source = g_timeout_add (QUIET_MS, start_filling_cb, self);
}

static void
after_paint_cb (GdkFrameClock  *clock,
                PzLearnersPane *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  start_filling_cb (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL) /* a class begins in its list, not in the class switcher */
    pz_learners_pane_focus_list (self);
}

static void
list_mapped_cb (PzLearnersPane *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (self->list_view), "after-paint", G_CALLBACK (after_paint_cb),
                           self, 0);
}

static void
search_changed_cb (PzLearnersPane *self)
{
  if (self->list == NULL)
    return;
  pz_learner_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), FIRST_ROWS);
  fill_when_quiet (self);
  update_state (self);
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

static void
row_activated_cb (GtkListView    *view,
                  guint           position,
                  PzLearnersPane *self)
{
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
      break;
    case GDK_KEY_PRESS:
      self->by_pointer = FALSE;
      return search_typed (self, event);
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
selection_changed_cb (PzLearnersPane *self)
{
  g_auto(GStrv) selected = pz_learner_list_dup_selected (self->list);

  if (self->by_pointer && g_strv_length (selected) == 1)
    g_signal_emit (self, open_signal, 0);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PzLearnersPane           *self)
{
  gtk_list_item_set_child (item, pz_learner_cell_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             PzLearnersPane           *self)
{
  PzLearnerCell *cell = PZ_LEARNER_CELL (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  pz_learner_cell_bind (cell, gtk_list_item_get_item (item), self->facts);
  label = pz_learner_cell_dup_label (cell);
  pz_list_item_set_label (item, label);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PzLearnersPane           *self)
{
  pz_learner_cell_bind (PZ_LEARNER_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
pz_learners_pane_dispose (GObject *object)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  self->list_view = NULL;
  g_clear_object (&self->classroom);
  g_clear_object (&self->facts);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (pz_learners_pane_parent_class)->dispose (object);
}

static void
pz_learners_pane_class_init (PzLearnersPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pz_learners_pane_clear_search);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_mapped_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete-learner", NULL);
}

static void
pz_learners_pane_init (PzLearnersPane *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (self->empty);
  pz_status_init (self->nothing_found);
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->sort_button), "/org/example/Personalize/menus.ui", "sort_menu");
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (self->list_view, events);
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
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    }
  g_set_object (&self->classroom, classroom);
  g_set_object (&self->facts, facts);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  if (!gtk_widget_get_mapped (self->list_view))
    pz_learner_list_set_limit (list, FIRST_ROWS);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (list));
  update_state (self);
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

  gtk_widget_set_visible (self->back_button, start);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), start);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), end);
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
  pz_learner_list_set_sort (self->list, sort, FIRST_ROWS);
  fill_when_quiet (self);
}

/**
 * pz_learners_pane_refresh:
 * @self: the pane
 *
 * Draws the rows again, after the facts changed.
 */
void
pz_learners_pane_refresh (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PZ_IS_LEARNER_CELL (gtk_widget_get_first_child (row)))
      pz_learner_cell_refresh (PZ_LEARNER_CELL (gtk_widget_get_first_child (row)));
}

/**
 * pz_learners_pane_scroll_to:
 * @self: the pane
 * @position: of a row
 *
 * Brings the row into view.
 */
void
pz_learners_pane_scroll_to (PzLearnersPane *self,
                            guint           position)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->list == NULL)
    return;
  g_clear_handle_id (&self->fill_source, g_source_remove);
  pz_learner_list_set_limit (self->list, G_MAXUINT);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
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
