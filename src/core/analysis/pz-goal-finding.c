/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-finding.h"

#include "pz-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
dup_day (guint32 day)
{
  char text[128];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* xgettext:no-c-format
   * Translators: a day in a sentence, for strftime: 18 December */
  g_date_strftime (text, sizeof text, C_("day", "%-d %B"), &date);
  return g_strdup (text);
}

/* the day on which there will be enough when measuring goes on as before; 0: not known */
static guint32
guess_day (const PzGoalProgress *progress)
{
  const PzRefusal missing = progress->decision.refusal;
  double last, days;

  if (progress->n == 0)
    return 0;
  last = progress->first_day + progress->x[progress->n - 1];
  if (missing.reason == PZ_REFUSAL_MORE_DAYS)
    return (guint32) (last + missing.n);
  if (missing.reason != PZ_REFUSAL_MORE_POINTS)
    return 0;
  days = MAX (1, progress->n > 1 ? pz_series_get_spacing (progress->x, progress->n) : progress->source->review_every);
  return (guint32) (last + MAX (ceil (missing.n * days), PZ_FORECAST_MIN_DAYS - progress->decision.span));
}

static char *
dup_early (const PzGoalProgress *progress,
           const GDate          *today)
{
  guint32 day = guess_day (progress);
  g_autofree char *words = NULL;

  switch (progress->decision.four_point)
    {
    case PZ_PROPOSAL_RAISE_GOAL:
      return g_strdup (C_("finding", "Too early for a trend, but the last four points are all better than the aimline: "
                                     "the goal could be raised."));
    case PZ_PROPOSAL_CHANGE_SUPPORT:
      return g_strdup (C_("finding", "Too early for a trend, but the last four points are all on the worse side of the "
                                     "aimline: try a change of support."));
    case PZ_PROPOSAL_NONE:
    case PZ_PROPOSAL_GO_ON:
    default:
      break;
    }
  if (day <= g_date_get_julian (today))
    return g_strdup (C_("finding", "Too early to say. Keep going, and measure again soon."));
  words = dup_day (day);
  /* Translators: %s is a day, such as 18 December */
  return g_strdup_printf (C_("finding", "Too early to say. Keep going until %s."), words);
}

static const char *
get_needs_data (const PzGoalProgress *progress)
{
  if (progress->n == 0)
    return C_("finding", "Nothing was measured yet. Begin with a first measurement.");
  if (progress->decision.refusal.reason == PZ_REFUSAL_OLD)
    return C_("finding", "The last measurement is a while ago. Measure again, then decide.");
  return C_("finding", "There are not enough points for a line yet. Measure again.");
}

static const char *
get_cannot_tell (const PzDecision *decision)
{
  switch (decision->refusal.reason)
    {
    case PZ_REFUSAL_NOT_IN_TIME:
      return C_("finding", "Cannot tell: the pace is close to the one the target asks for, and the points scatter. Several "
                          "scores a day, or a steadier task, would tell sooner.");
    case PZ_REFUSAL_DISAGREE:
      return C_("finding", "Cannot tell: the points show no clear direction. Keep going, with the same kind of task each time.");
    case PZ_REFUSAL_NO_TARGET:
    case PZ_REFUSAL_DUE_TOO_EARLY:
    case PZ_REFUSAL_AT_TARGET:
      return C_("finding", "Cannot tell: the goal has no number and day to compare with. Add them to the goal.");
    case PZ_REFUSAL_MORE_POINTS:
    default:
      return C_("finding", "Cannot tell yet whether the pace is enough. Keep going, and look again after the next points.");
    }
}

static const char *
get_trend_sentence (const PzDecision *decision)
{
  if (decision->status == PZ_STATUS_NOT_ON_THE_WAY)
    return C_("finding", "Slower than the goal asks. Try a change of support.");
  if (decision->growth == PZ_GROWTH_FASTER)
    return C_("finding", "Faster than the goal asks. Keep going; the goal could be raised.");
  return C_("finding", "At this pace the target is reached in time. Keep going, and look again after the next points.");
}

/**
 * pz_goal_finding_is_overdue:
 * @progress: how far a learner is
 * @today: the day it is
 *
 * Returns: whether the day the goal was due has passed, and it is not met
 */
gboolean
pz_goal_finding_is_overdue (const PzGoalProgress *progress,
                            const GDate          *today)
{
  g_return_val_if_fail (progress != NULL && today != NULL && g_date_valid (today), FALSE);
  return progress->source->due > 0 && progress->source->due < g_date_get_julian (today)
         && progress->decision.status != PZ_STATUS_MET;
}

/**
 * pz_goal_finding_dup_sentence:
 * @progress: how far a learner is with a goal
 * @today: the day it is
 *
 * Returns: (transfer full): where the goal stands and what could be done next; the teacher decides
 */
char *
pz_goal_finding_dup_sentence (const PzGoalProgress *progress,
                              const GDate          *today)
{
  g_return_val_if_fail (progress != NULL && today != NULL && g_date_valid (today), NULL);

  if (pz_goal_finding_is_overdue (progress, today))
    {
      g_autofree char *day = dup_day (progress->source->due);

      /* Translators: %s is a day, such as 18 December */
      return g_strdup_printf (C_("finding", "The day of this goal, %s, has passed, and the target is not held yet. "
                                            "Set a new day, or close the goal."), day);
    }
  switch (progress->decision.status)
    {
    case PZ_STATUS_MET:
      return g_strdup (C_("finding", "The target is held as often as was agreed. Close the goal, or aim higher."));
    case PZ_STATUS_NEEDS_DATA:
      return g_strdup (get_needs_data (progress));
    case PZ_STATUS_TOO_EARLY:
      return dup_early (progress, today);
    case PZ_STATUS_ON_THE_WAY:
    case PZ_STATUS_NOT_ON_THE_WAY:
      return g_strdup (get_trend_sentence (&progress->decision));
    case PZ_STATUS_CANNOT_TELL:
    case PZ_N_STATUSES:
    default:
      return g_strdup (get_cannot_tell (&progress->decision));
    }
}

/**
 * pz_goal_finding_dup_note:
 * @progress: how far a learner is with a goal
 *
 * Returns: (transfer full) (nullable): what the last four points say where it differs from the trend, which leads; %NULL
 *   when there is nothing to add
 */
char *
pz_goal_finding_dup_note (const PzGoalProgress *progress)
{
  const PzDecision *decision;

  g_return_val_if_fail (progress != NULL, NULL);

  decision = &progress->decision;
  if (decision->trend == PZ_PROPOSAL_NONE || decision->four_point == decision->trend
      || decision->status == PZ_STATUS_MET)
    return NULL;
  if (decision->four_point == PZ_PROPOSAL_CHANGE_SUPPORT)
    return g_strdup (C_("finding", "The last four points, though, are all on the worse side of the aimline."));
  if (decision->four_point == PZ_PROPOSAL_RAISE_GOAL)
    return g_strdup (C_("finding", "The last four points, though, are all better than the aimline."));
  return NULL;
}
