/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goals-shown.h"

#include "pz-goal-bar.h"
#include "pz-goal-cell.h"
#include "pz-sidebar.h"

static GtkWidget *
find_view (PzWindow *window)
{
  return ui_find (GTK_WIDGET (window), PZ_TYPE_GOALS_VIEW, 0);
}

static void
choose_view (PzWindow *window,
             guint     n)
{
  GtkWidget *sidebar = ui_find (GTK_WIDGET (window), PZ_TYPE_SIDEBAR, 0);
  GtkWidget *row = ui_find (ui_find (sidebar, GTK_TYPE_LIST_BOX, 0), GTK_TYPE_LIST_BOX_ROW, n);

  gtk_widget_activate (row);
  ui_settle ();
}

/* the window of the class with the goals in it, all read */
GoalsShown
goals_show (UiFixture *fixture)
{
  GoalsShown shown;

  ui_save (fixture->classroom);
  shown.window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  pz_window_show_class (shown.window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (shown.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  ui_settle ();
  choose_view (shown.window, 1);
  shown.view = PZ_GOALS_VIEW (find_view (shown.window));
  goals_wait (pz_goals_view_get_list (shown.view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  ui_settle ();
  return shown;
}

/* as a teacher does, and proves that nothing holds the window */
void
goals_close (GoalsShown *shown)
{
  g_object_ref (shown->window);
  gtk_window_close (GTK_WINDOW (shown->window));
  ui_settle ();
  g_assert_finalize_object (shown->window);
}

guint
goals_count_rows (GoalsShown *shown)
{
  return g_list_model_get_n_items (G_LIST_MODEL (pz_goals_view_get_found (shown->view)));
}

/* the stack with the list, or why there is none */
const char *
goals_get_page (GoalsShown *shown)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (shown->view), GTK_TYPE_STACK, 1)));
}

GtkWidget *
goals_get_bar (GoalsShown *shown)
{
  return ui_find (GTK_WIDGET (shown->view), PZ_TYPE_GOAL_BAR, 0);
}

GtkWidget *
goals_get_row (GoalsShown *shown,
         guint  n)
{
  return gtk_widget_get_parent (ui_find (GTK_WIDGET (shown->view), PZ_TYPE_GOAL_CELL, n));
}
