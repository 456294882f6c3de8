/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-pane-private.h"

#include "pz-compat.h"
#include "pz-learner-cell.h"

/* The row of a list view that a cell is bound to. */
#define ITEM_KEY "pz-item"

/**
 * pz_learners_pane_fill_when_quiet:
 * @self: the pane
 *
 * Gives the list the rows behind the first ones, some time after the last key.
 */
void
pz_learners_pane_fill_when_quiet (PzLearnersPane *self)
{
  pz_row_filler_when_quiet (self->filler);
}

static gboolean
watch_goals_cb (gpointer user_data)
{
  PzLearnersPane *self = PZ_LEARNERS_PANE (user_data);

  self->goals_source = 0;
  self->goals = pz_goal_watch_new (pz_filter_model_get_traits (self->filters));
  return G_SOURCE_REMOVE;
}

/**
 * pz_learners_pane_watch_goals:
 * @self: the pane
 *
 * Begins to read what the goals of the class wait for, once, when there is nothing else to do.
 */
void
pz_learners_pane_watch_goals (PzLearnersPane *self)
{
  if (self->filters != NULL && self->goals == NULL && self->goals_source == 0)
    self->goals_source = g_idle_add_full (G_PRIORITY_LOW, watch_goals_cb, self, NULL);
}

static void
after_paint_cb (GdkFrameClock  *clock,
                PzLearnersPane *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  pz_row_filler_start (self->filler);
  pz_learners_pane_watch_goals (self);
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
row_selected_cb (GtkListItem   *item,
                 GParamSpec    *pspec,
                 PzLearnerCell *cell)
{
  pz_learner_cell_set_selected (cell, gtk_list_item_get_selected (item));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PzLearnersPane           *self)
{
  GtkWidget *cell = pz_learner_cell_new ();

  gtk_list_item_set_child (item, cell);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (row_selected_cb), cell, 0);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             PzLearnersPane           *self)
{
  PzLearnerCell *cell = PZ_LEARNER_CELL (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  pz_learner_cell_bind (cell, gtk_list_item_get_item (item), self->facts);
  pz_learner_cell_set_selecting (cell, self->selecting);
  pz_learner_cell_set_selected (cell, gtk_list_item_get_selected (item));
  g_object_set_data (G_OBJECT (cell), ITEM_KEY, item); /* its parent's: cleared with the row */
  label = pz_learner_cell_dup_label (cell);
  pz_list_item_set_label (item, label);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PzLearnersPane           *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), ITEM_KEY, NULL);
  pz_learner_cell_bind (PZ_LEARNER_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

/**
 * pz_learners_pane_bind_rows:
 * @widget_class: the class of the pane
 *
 * Binds what the template calls for its rows.
 */
void
pz_learners_pane_bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_mapped_cb);
}

/**
 * pz_learners_pane_rank_levels:
 * @self: the pane, with a class
 *
 * Tells the list the order of the levels.
 */
void
pz_learners_pane_rank_levels (PzLearnersPane *self)
{
  g_autoptr(GHashTable) ranks = pz_filter_model_rank_levels (self->classroom);

  pz_learner_list_set_levels (self->list, ranks);
}

static void
refresh_row (PzLearnersPane *self,
             PzLearnerCell  *cell)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (cell), ITEM_KEY);
  g_autofree char *label = NULL;

  pz_learner_cell_set_selecting (cell, self->selecting);
  pz_learner_cell_refresh (cell);
  if (item == NULL)
    return;
  label = pz_learner_cell_dup_label (cell);
  pz_list_item_set_label (item, label);
}

/**
 * pz_learners_pane_refresh:
 * @self: the pane
 *
 * Asks who passes the filters and draws the rows again, after the facts changed.
 */
void
pz_learners_pane_refresh (PzLearnersPane *self)
{
  g_return_if_fail (PZ_IS_LEARNERS_PANE (self));

  if (self->list != NULL)
    {
      pz_learners_pane_rank_levels (self);
      pz_learner_list_refilter (self->list);
    }
  for (GtkWidget *row = gtk_widget_get_first_child (self->list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (PZ_IS_LEARNER_CELL (gtk_widget_get_first_child (row)))
      refresh_row (self, PZ_LEARNER_CELL (gtk_widget_get_first_child (row)));
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
  pz_row_filler_finish (self->filler);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
}
