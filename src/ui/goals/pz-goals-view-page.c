/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goals-view-private.h"

#include "pz-goal-page.h"

#define PAGE "goal"

/* The page of one goal in the place of the list. */

static GtkWidget *
get_page (PzGoalsView *self)
{
  return gtk_stack_get_child_by_name (self->stack, PAGE);
}

/**
 * pz_goals_view_close_page:
 * @self: the view
 *
 * Shows the list again.
 *
 * Returns: %FALSE when it was shown already
 */
gboolean
pz_goals_view_close_page (PzGoalsView *self)
{
  GtkWidget *page = get_page (self);

  if (page == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "goals");
  gtk_stack_remove (self->stack, page); /* takes over what was being typed */
  gtk_widget_grab_focus (self->list_view);
  return TRUE;
}

/**
 * pz_goals_view_set_page_collapsed:
 * @self: the view
 *
 * Tells the page of a goal whether something stands beside it.
 */
void
pz_goals_view_set_page_collapsed (PzGoalsView *self)
{
  if (get_page (self) != NULL)
    pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (get_page (self)), self->leading);
}

/**
 * pz_goals_view_show_goal:
 * @self: the view, with a class
 * @learner: id of a learner
 * @goal: id of a goal
 *
 * Opens the page of the goal in the place of the list. When the file of the learner cannot be read, the page of the
 * learner is opened instead, which says so.
 */
void
pz_goals_view_show_goal (PzGoalsView *self,
                         const char  *learner,
                         const char  *goal)
{
  g_autoptr(PzDocument) document = NULL;
  GtkWidget *page;

  g_return_if_fail (PZ_IS_GOALS_VIEW (self) && learner != NULL && goal != NULL && self->classroom != NULL);

  document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, learner, NULL);
  if (document == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-learner", "s", learner);
      return;
    }
  if (get_page (self) != NULL)
    gtk_stack_remove (self->stack, get_page (self));
  page = pz_goal_page_new (self->classroom, document, goal);
  gtk_stack_add_named (self->stack, page, PAGE);
  pz_goals_view_set_page_collapsed (self);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * pz_goals_view_dup_place:
 * @view: the view
 *
 * Returns: (transfer floating): ids of the learner and the goal whose page is shown, both "" while the list is
 */
GVariant *
pz_goals_view_dup_place (PzView *view)
{
  PzGoalPage *page = (PzGoalPage *) get_page (PZ_GOALS_VIEW (view));

  return g_variant_new ("(ss)", page != NULL ? pz_document_get_id (pz_goal_page_get_learner (page)) : "",
                        page != NULL ? pz_goal_page_get_goal (page) : "");
}

/* a goal of several stands in the document of the class */
static gboolean
is_there (PzGoalsView *self,
          const char  *learner,
          const char  *goal)
{
  g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, learner, NULL);
  PzRecord *record;

  if (document == NULL || pz_record_is_deleted (pz_document_get_owner (document)))
    return FALSE;
  record = pz_document_find (document, goal);
  if (record == NULL)
    record = pz_document_find (pz_classroom_get_document (self->classroom), goal);
  return record != NULL && !pz_record_is_deleted (record);
}

/**
 * pz_goals_view_show_place:
 * @view: the view
 * @place: from pz_goals_view_dup_place()
 *
 * Shows that again; a page that is still there stays as it was left.
 *
 * Returns: %FALSE when the goal or its learner was deleted
 */
gboolean
pz_goals_view_show_place (PzView   *view,
                          GVariant *place)
{
  PzGoalsView *self = PZ_GOALS_VIEW (view);
  g_autoptr(GVariant) shown = g_variant_ref_sink (pz_goals_view_dup_place (view));
  const char *learner, *goal;

  g_variant_get (place, "(&s&s)", &learner, &goal);
  if (self->classroom == NULL || (*goal != '\0' && !is_there (self, learner, goal)))
    return FALSE;
  if (*goal == '\0')
    pz_goals_view_close_page (self);
  else if (!g_variant_equal (place, shown))
    pz_goals_view_show_goal (self, learner, goal);
  return TRUE;
}

/**
 * pz_goals_view_get_learner:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the learner whose goal is shown; %NULL while the list is
 */
PzDocument *
pz_goals_view_get_learner (PzGoalsView *self)
{
  g_return_val_if_fail (PZ_IS_GOALS_VIEW (self), NULL);
  return get_page (self) != NULL ? pz_goal_page_get_learner (PZ_GOAL_PAGE (get_page (self))) : NULL;
}
