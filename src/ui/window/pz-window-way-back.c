/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-goals-view.h"

/* One who was led from one view into another - from a goal to its learner, from a learner to a goal - comes back by Back.
 * That ends where something else is looked at on purpose: a view chosen, another learner selected, a search begun. */

static PzLearnersView *
find_learners_view (PzWindow *self)
{
  return PZ_LEARNERS_VIEW (gtk_stack_get_child_by_name (self->views, "learners"));
}

static void
set_way_back (PzWindow   *self,
              const char *before)
{
  g_free (self->way_back);
  self->way_back = g_strdup (before);
  g_free (self->way_back_from);
  self->way_back_from = g_strdup (before != NULL ? gtk_stack_get_visible_child_name (self->views) : NULL);
  if (find_learners_view (self) != NULL)
    pz_learners_view_set_way_back (find_learners_view (self), before != NULL);
}

/**
 * pz_window_forget_way_back:
 * @self: the window
 *
 * What is shown was chosen: there is nothing to come back to.
 */
void
pz_window_forget_way_back (PzWindow *self)
{
  g_return_if_fail (PZ_IS_WINDOW (self));

  if (self->way_back != NULL)
    set_way_back (self, NULL);
}

/**
 * pz_window_lead_to_view:
 * @self: the window, with a class
 * @name: of a view
 *
 * Shows the view. Back leads to the one that was shown before, if that was another.
 */
void
pz_window_lead_to_view (PzWindow   *self,
                        const char *name)
{
  g_autofree char *before = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self) && name != NULL);

  if (pz_window_get_view (self) != NULL)
    before = g_strdup (gtk_stack_get_visible_child_name (self->views));
  pz_window_show_view (self, name);
  pz_split_set_show_content (self->split, TRUE);
  if (before != NULL && g_strcmp0 (before, name) != 0)
    set_way_back (self, before);
}

/**
 * pz_window_take_way_back:
 * @self: the window
 *
 * Shows the view again from which one was led to this one. A page that was opened for that is closed; that of a learner
 * stays selected in the list.
 *
 * Returns: %FALSE when there is no such way, or a page stands before the view, from which Back leads to it first
 */
gboolean
pz_window_take_way_back (PzWindow *self)
{
  g_autofree char *before = NULL;
  PzView *view;

  g_return_val_if_fail (PZ_IS_WINDOW (self), FALSE);

  if (g_strcmp0 (self->way_back_from, gtk_stack_get_visible_child_name (self->views)) != 0)
    return FALSE;
  view = pz_window_get_view (self);
  before = g_strdup (self->way_back);
  pz_window_forget_way_back (self);
  if (view == NULL || before == NULL || gtk_stack_get_child_by_name (self->views, before) == NULL)
    return FALSE;
  pz_view_commit (view);
  if (!PZ_IS_LEARNERS_VIEW (view))
    pz_view_go_back (view);
  pz_window_show_view (self, before);
  pz_view_move_focus (pz_window_get_view (self), TRUE);
  return TRUE;
}

/**
 * pz_window_show_learner:
 * @self: the window, with a class
 * @id: of a learner
 *
 * Leads to the page of the learner.
 */
void
pz_window_show_learner (PzWindow   *self,
                        const char *id)
{
  g_autofree char *before = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self) && id != NULL);

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (PZ_IS_LEARNERS_VIEW (pz_window_get_view (self)))
    pz_window_forget_way_back (self);
  pz_window_lead_to_view (self, "learners");
  before = g_steal_pointer (&self->way_back);
  pz_learners_view_show (find_learners_view (self), id); /* which selects somebody, as a person would */
  set_way_back (self, before);
}

/**
 * pz_window_get_shown_learner:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the learner whose page is shown, or whose goal is
 */
PzDocument *
pz_window_get_shown_learner (PzWindow *self)
{
  PzView *view;
  PzLearnerPage *page;

  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);

  view = pz_window_get_view (self);
  if (PZ_IS_GOALS_VIEW (view))
    return pz_goals_view_get_learner (PZ_GOALS_VIEW (view));
  page = PZ_IS_LEARNERS_VIEW (view) ? pz_learners_view_get_page (PZ_LEARNERS_VIEW (view)) : NULL;
  return page != NULL ? pz_learner_page_get_document (page) : NULL;
}

/**
 * pz_window_get_learners_view:
 * @self: the window, with a class
 *
 * Returns: (transfer none): the view of the learners, shown now if another was
 */
PzLearnersView *
pz_window_get_learners_view (PzWindow *self)
{
  g_return_val_if_fail (PZ_IS_WINDOW (self), NULL);
  pz_window_lead_to_view (self, "learners");
  return find_learners_view (self);
}
