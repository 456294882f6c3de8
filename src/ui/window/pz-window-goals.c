/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-goals-view.h"
#include "pz-round-page.h"

#define PAGE "round"

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
  pz_window_show_view (self, g_object_get_data (G_OBJECT (page), "pz-before"));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (page), g_object_unref);
}

static void
begin (PzWindow   *self,
       const char *measure)
{
  PzView *view = pz_window_get_view (self);
  GtkWidget *page;

  if (self->classroom == NULL || view == NULL || PZ_IS_ROUND_PAGE (view))
    return;
  pz_view_commit (view);
  page = pz_round_page_new (self->classroom, measure);
  g_object_set_data_full (G_OBJECT (page), "pz-before", g_strdup (gtk_stack_get_visible_child_name (self->views)), g_free);
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->views, page, PAGE);
  pz_view_set_leading (PZ_VIEW (page), pz_split_get_collapsed (self->split));
  gtk_stack_set_visible_child (self->views, page);
  pz_split_set_show_content (self->split, TRUE);
}

static void
round_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  begin (PZ_WINDOW (user_data), NULL);
}

static void
round_of_cb (GSimpleAction *action,
             GVariant      *measure,
             gpointer       user_data)
{
  begin (PZ_WINDOW (user_data), g_variant_get_string (measure, NULL));
}

/* ids of a learner and a goal */
static void
show_goal_cb (GSimpleAction *action,
              GVariant      *ids,
              gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  const char *learner, *goal;

  if (self->classroom == NULL)
    return;
  g_variant_get (ids, "(&s&s)", &learner, &goal);
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  pz_window_show_view (self, "goals");
  pz_split_set_show_content (self->split, TRUE);
  if (PZ_IS_GOALS_VIEW (pz_window_get_view (self)))
    pz_goals_view_show_goal (PZ_GOALS_VIEW (pz_window_get_view (self)), learner, goal);
}

/**
 * pz_window_add_goals_actions:
 * @self: the window
 *
 * The commands that begin a Round, of the measure most goals have or of one whose id is given, and the one that shows the
 * page of a goal.
 */
void
pz_window_add_goals_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "round", .activate = round_cb },
    { .name = "round-of", .activate = round_of_cb, .parameter_type = "s" },
    { .name = "show-goal", .activate = show_goal_cb, .parameter_type = "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
