/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activities-view-private.h"

#include "pz-activity-cell.h"
#include "pz-activity-words.h"
#include "pz-compat.h"

/* the day of a row of those shown; G_MAXUINT32 where there is none */
static guint32
get_day (PzActivitiesView *self,
         guint             position)
{
  g_autoptr(PzActivityItem) item = g_list_model_get_item (self->found, position);

  return item != NULL ? pz_activity_item_get_day (item) : G_MAXUINT32;
}

static void
show_row (PzActivitiesView *self,
          GtkListItem      *list_item)
{
  PzActivityCell *cell = PZ_ACTIVITY_CELL (gtk_list_item_get_child (list_item));
  PzActivityItem *item = gtk_list_item_get_item (list_item);
  guint position = gtk_list_item_get_position (list_item);
  guint32 day = pz_activity_item_get_day (item);
  g_autofree char *label = NULL;

  label = pz_activity_words_dup_label (item, pz_classroom_get_document (self->classroom),
                                       pz_activity_list_get_today (self->list));
  pz_activity_cell_bind (cell, item, self->classroom);
  pz_activity_cell_set_place (cell, position == 0 || get_day (self, position - 1) != day,
                              get_day (self, position + 1) != day);
  pz_list_item_set_label (list_item, label);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PzActivitiesView         *self)
{
  gtk_list_item_set_child (item, pz_activity_cell_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             PzActivitiesView         *self)
{
  g_hash_table_add (self->bound, item);
  if (self->found != NULL)
    show_row (self, item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PzActivitiesView         *self)
{
  g_hash_table_remove (self->bound, item);
}

/**
 * pz_activities_view_bind_rows:
 * @widget_class: the class of the view
 *
 * Binds what the template calls for its rows.
 */
void
pz_activities_view_bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

/**
 * pz_activities_view_refresh_rows:
 * @self: the view
 *
 * Lets the rows say what they stand for again: what stands beside them changed, a strategy has another name, or it is
 * another day.
 */
void
pz_activities_view_refresh_rows (PzActivitiesView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (PZ_IS_ACTIVITIES_VIEW (self));

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (self->found != NULL && gtk_list_item_get_item (item) != NULL)
      show_row (self, item);
}

/**
 * pz_activities_view_go_to_today:
 * @self: the view, with a class
 *
 * Brings today, or the next day there is something, to the upper edge of the list: what was lies above. A list moves no
 * further than it must, so it is brought to its end first, and from there, a frame later, up to the row.
 *
 * Returns: whether it is there; %FALSE: to be called again in the next frame
 */
gboolean
pz_activities_view_go_to_today (PzActivitiesView *self)
{
  guint n, at = 0;

  g_return_val_if_fail (PZ_IS_ACTIVITIES_VIEW (self), TRUE);

  n = self->found != NULL ? g_list_model_get_n_items (self->found) : 0;
  while (at + 1 < n && get_day (self, at) < pz_activity_list_get_today (self->list))
    at++;
  if (n > 0)
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", self->at_end ? at : n - 1);
  self->at_end = !self->at_end;
  return !self->at_end || n == 0;
}
