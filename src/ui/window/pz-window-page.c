/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#define BEFORE "pz-before"

/* The page goes when the idle turn comes: it is being looked at while it says that it is done. */
static gboolean
remove_cb (gpointer user_data)
{
  GtkWidget *page = GTK_WIDGET (user_data);
  GtkWidget *stack = gtk_widget_get_parent (page);

  if (GTK_IS_STACK (stack))
    gtk_stack_remove (GTK_STACK (stack), page);
  return G_SOURCE_REMOVE;
}

static void
done_cb (PzWindow  *self,
         GtkWidget *page)
{
  if (gtk_stack_get_visible_child (self->views) == page)
    pz_window_show_view (self, g_object_get_data (G_OBJECT (page), BEFORE));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (page), g_object_unref);
}

/**
 * pz_window_show_page:
 * @self: the window, with a class
 * @page: (transfer floating): a view with a signal "done"
 * @name: what kind of page it is; there is at most one of each
 *
 * Shows a page in the place of the view that is shown, which comes back when the page is done. One of the same kind that
 * was left for another view goes.
 */
void
pz_window_show_page (PzWindow   *self,
                     GtkWidget  *page,
                     const char *name)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->views, name);

  g_return_if_fail (PZ_IS_WINDOW (self) && PZ_IS_VIEW (page) && name != NULL);

  if (old != NULL)
    gtk_stack_remove (self->views, old);
  g_object_set_data_full (G_OBJECT (page), BEFORE, g_strdup (gtk_stack_get_visible_child_name (self->views)), g_free);
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->views, page, name);
  pz_view_set_leading (PZ_VIEW (page), pz_split_get_collapsed (self->split));
  gtk_stack_set_visible_child (self->views, page);
  pz_split_set_show_content (self->split, TRUE);
}
