/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-goals-view.h"

/* One who was led from one place to another - from a goal to its learner, from a learner to a goal, from a standard to a
 * learner - comes back by Back, each step once. That ends where something else is looked at on purpose: a view chosen,
 * another learner selected, a search begun. */

/* Nobody walks further back; what is older is forgotten. */
#define MOST_STEPS 30

typedef struct
{
  char *view;       /* its name */
  GVariant *place;  /* what the view showed */
  GtkWidget *focus; /* (weak, nullable): where the keyboard was */
  char *action;     /* (nullable): opens the window over the view that led on */
  GVariant *target; /* (nullable): of the action */
} Step;

static void
step_free (Step *step)
{
  g_clear_weak_pointer (&step->focus);
  g_clear_pointer (&step->target, g_variant_unref);
  g_variant_unref (step->place);
  g_free (step->action);
  g_free (step->view);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static PzLearnersView *
find_learners_view (PzWindow *self)
{
  return PZ_LEARNERS_VIEW (gtk_stack_get_child_by_name (self->views, "learners"));
}

/* offers Back, or does not any more */
static void
arrive (PzWindow *self)
{
  g_free (self->way_to);
  self->way_to = g_strdup (self->way.length > 0 ? gtk_stack_get_visible_child_name (self->views) : NULL);
  if (find_learners_view (self) != NULL)
    pz_learners_view_set_way_back (find_learners_view (self), g_strcmp0 (self->way_to, "learners") == 0);
}

/* the place that is shown now; NULL when no view is */
static Step *
make_step (PzWindow *self)
{
  PzView *view = pz_window_get_view (self);
  Step *step;

  if (view == NULL)
    return NULL;
  step = g_new0 (Step, 1);
  step->view = g_strdup (gtk_stack_get_visible_child_name (self->views));
  step->place = pz_view_dup_place (view);
  g_set_weak_pointer (&step->focus, gtk_window_get_focus (GTK_WINDOW (self)));
  return step;
}

static void
push_step (PzWindow *self)
{
  Step *step = make_step (self);

  if (step == NULL)
    return;
  /* the way ended where somebody went on without being led */
  if (g_strcmp0 (self->way_to, step->view) != 0)
    pz_window_clear_way_back (self);
  g_queue_push_head (&self->way, step);
  while (self->way.length > MOST_STEPS)
    step_free (g_queue_pop_tail (&self->way));
}

static void
show (PzWindow   *self,
      const char *name)
{
  pz_window_show_view (self, name);
  pz_split_set_show_content (self->split, TRUE);
  arrive (self);
}

/**
 * pz_window_clear_way_back:
 * @self: the window
 *
 * Lets go of all steps.
 */
void
pz_window_clear_way_back (PzWindow *self)
{
  g_queue_clear_full (&self->way, (GDestroyNotify) step_free);
  g_clear_pointer (&self->way_to, g_free);
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

  if (self->leading || self->way.length == 0)
    return;
  pz_window_clear_way_back (self);
  arrive (self);
}

/**
 * pz_window_lead_to_view:
 * @self: the window, with a class
 * @name: of a view
 *
 * Shows the view. Back leads to the place that was shown before, if that was in another.
 */
void
pz_window_lead_to_view (PzWindow   *self,
                        const char *name)
{
  g_return_if_fail (PZ_IS_WINDOW (self) && name != NULL);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), name) != 0)
    push_step (self);
  show (self, name);
}

/**
 * pz_window_lead_to_record:
 * @self: the window, with a class
 * @name: of a view, which will show something
 *
 * Shows the view. Back leads to the place that was shown before, also if that was in the same view.
 */
void
pz_window_lead_to_record (PzWindow   *self,
                          const char *name)
{
  g_return_if_fail (PZ_IS_WINDOW (self) && name != NULL);

  push_step (self);
  show (self, name);
}

/**
 * pz_window_lead_through:
 * @self: the window, where somebody was just led
 * @action: of the window, without its "win."
 * @target: (nullable): what the action is given; a floating one is taken
 *
 * A window over the place that was shown before led here. Back opens it again, by the action.
 */
void
pz_window_lead_through (PzWindow   *self,
                        const char *action,
                        GVariant   *target)
{
  g_autoptr(GVariant) held = target != NULL ? g_variant_ref_sink (target) : NULL;
  Step *step;

  g_return_if_fail (PZ_IS_WINDOW (self) && action != NULL);

  step = g_queue_peek_head (&self->way);
  if (step == NULL)
    return;
  g_free (step->action);
  step->action = g_strdup (action);
  g_clear_pointer (&step->target, g_variant_unref);
  step->target = g_steal_pointer (&held);
}

/* whether it is what is shown already: to go there would be no step */
static gboolean
is_here (PzWindow   *self,
         const Step *step)
{
  g_autoptr(GVariant) place = pz_view_dup_place (pz_window_get_view (self));

  return step->action == NULL && g_strcmp0 (step->view, gtk_stack_get_visible_child_name (self->views)) == 0
         && g_variant_equal (step->place, place);
}

static gboolean
go_to (PzWindow   *self,
       const Step *step)
{
  PzView *before = pz_window_get_view (self);
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, step->view);
  gboolean there;

  if (!PZ_IS_VIEW (view) || is_here (self, step))
    return FALSE;
  pz_view_commit (before);
  self->leading = TRUE;
  there = pz_view_show_place (PZ_VIEW (view), step->place);
  self->leading = FALSE;
  if (!there)
    return FALSE;
  /* a page that was opened for that is closed; that of a learner stays selected in the list */
  if (PZ_VIEW (view) != before && !PZ_IS_LEARNERS_VIEW (before))
    pz_view_go_back (before);
  show (self, step->view);
  if (step->focus == NULL || !gtk_widget_get_mapped (step->focus) || !gtk_widget_is_ancestor (step->focus, view)
      || !gtk_widget_grab_focus (step->focus))
    if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL
        || !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), view))
      pz_view_move_focus (PZ_VIEW (view), TRUE);
  if (step->action != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), step->action, step->target);
  return TRUE;
}

/**
 * pz_window_take_way_back:
 * @self: the window
 *
 * Shows the place again from which one was led to this one. Places whose record was deleted meanwhile are passed over.
 *
 * Returns: %FALSE when there is no such way, or a page stands before the view, from which Back leads to it first
 */
gboolean
pz_window_take_way_back (PzWindow *self)
{
  gboolean gone = FALSE;

  g_return_val_if_fail (PZ_IS_WINDOW (self), FALSE);

  if (pz_window_get_view (self) == NULL || g_strcmp0 (self->way_to, gtk_stack_get_visible_child_name (self->views)) != 0)
    return FALSE;
  while (!gone && self->way.length > 0)
    {
      g_autoptr(Step) step = g_queue_pop_head (&self->way);

      gone = go_to (self, step);
    }
  arrive (self);
  return gone;
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
  g_return_if_fail (PZ_IS_WINDOW (self) && id != NULL);

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  pz_window_lead_to_record (self, "learners");
  self->leading = TRUE;
  pz_learners_view_show (find_learners_view (self), id); /* which selects somebody, as a person would */
  self->leading = FALSE;
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
