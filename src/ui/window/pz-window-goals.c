/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-goals-view.h"
#include "pz-round-page.h"

#define PAGE "round"

static void
begin (PzWindow   *self,
       const char *measure)
{
  PzView *view = pz_window_get_view (self);

  if (self->classroom == NULL || view == NULL || PZ_IS_ROUND_PAGE (view))
    return;
  pz_view_commit (view);
  pz_window_show_page (self, pz_round_page_new (self->classroom, measure), PAGE);
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
  pz_window_lead_to_record (self, "goals");
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
