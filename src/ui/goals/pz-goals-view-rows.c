/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goals-view-private.h"

#include "pz-compat.h"
#include "pz-goal-cell.h"
#include "pz-goal-item-words.h"

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PzGoalsView              *self)
{
  gtk_list_item_set_child (item, pz_goal_cell_new ());
}

static void
show_label (PzGoalsView *self,
            GtkListItem *item)
{
  g_autofree char *label = pz_goal_item_words_dup_label (gtk_list_item_get_item (item), self->classroom);

  pz_list_item_set_label (item, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             PzGoalsView              *self)
{
  pz_goal_cell_bind (PZ_GOAL_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), self->classroom);
  show_label (self, item);
  g_hash_table_add (self->bound, item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PzGoalsView              *self)
{
  g_hash_table_remove (self->bound, item);
  pz_goal_cell_bind (PZ_GOAL_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

/**
 * pz_goals_view_bind_rows:
 * @widget_class: the class of the view
 *
 * Binds what the template calls for its rows.
 */
void
pz_goals_view_bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

/**
 * pz_goals_view_refresh_rows:
 * @self: the view
 *
 * Lets the rows say what they stand for again: names changed or were hidden, or it is another day.
 */
void
pz_goals_view_refresh_rows (PzGoalsView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (PZ_IS_GOALS_VIEW (self));

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      pz_goal_cell_refresh (PZ_GOAL_CELL (gtk_list_item_get_child (item)));
      show_label (self, item);
    }
}
