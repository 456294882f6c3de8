/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-words.h"

#include "pz-date.h"
#include "pz-day-words.h"
#include "pz-i18n.h"
#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* "31 → 60 words a minute", or what of it is known */
static char *
dup_way (PzRecord *goal,
         PzRecord *measure)
{
  double from = pz_record_get_number (goal, PZ_GOAL_BASELINE), to = pz_record_get_number (goal, PZ_GOAL_TARGET);
  g_autofree char *start = isnan (from) ? NULL : pz_measure_dup_number (measure, from);
  g_autofree char *end = isnan (to) ? NULL : pz_measure_dup_value (measure, to, NAN);
  g_autofree char *start_part = NULL;
  g_autofree char *end_part = NULL;

  if (end == NULL)
    return g_strdup (pz_record_get_text (goal, PZ_GOAL_CRITERION));
  if (start == NULL || g_str_equal (start, end))
    return g_steal_pointer (&end);
  start_part = pz_i18n_dup_part (start);
  end_part = pz_i18n_dup_part (end);
  /* Translators: where a goal began and where it leads: 31 → 60 words a minute; turn the arrow where text runs to the left */
  return pz_i18n_take_line (g_strdup_printf (C_("goal", "%1$s → %2$s"), start_part, end_part));
}

static char *
dup_day (PzRecord    *goal,
         const GDate *today)
{
  GDate day;

  return pz_date_parse (pz_record_get_text (goal, PZ_GOAL_TARGET_DATE), &day) ? pz_day_words (&day, today) : NULL;
}

/* "31 → 60 words a minute by 30 Jun" */
static char *
dup_aim (PzRecord    *goal,
         PzRecord    *measure,
         const GDate *today)
{
  g_autofree char *way = dup_way (goal, measure);
  g_autofree char *day = dup_day (goal, today);
  g_autofree char *day_part = NULL;
  g_autofree char *way_part = NULL;

  if (day == NULL)
    return g_steal_pointer (&way);
  day_part = pz_i18n_dup_part (day);
  if (way == NULL)
    /* Translators: %s is a day */
    return pz_i18n_take_line (g_strdup_printf (C_("goal", "by %s"), day_part));
  way_part = pz_i18n_dup_part (way);
  /* Translators: where a goal leads, and the day until when */
  return pz_i18n_take_line (g_strdup_printf (C_("goal", "%1$s by %2$s"), way_part, day_part));
}

static const char *
get_state_words (PzRecord *goal)
{
  const char *state = pz_record_get_text (goal, PZ_GOAL_STATE);

  if (g_strcmp0 (state, "paused") == 0)
    return C_("goal", "paused");
  return g_strcmp0 (state, "draft") == 0 ? C_("goal", "draft") : NULL;
}

/**
 * pz_goal_words_get_title:
 * @goal: a goal
 *
 * Returns: its title, or words in its place
 */
const char *
pz_goal_words_get_title (PzRecord *goal)
{
  const char *title;

  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  title = pz_record_get_text (goal, PZ_GOAL_TITLE);
  return title != NULL ? title : C_("goal", "Goal without a title");
}

/**
 * pz_goal_words_dup_line:
 * @goal: a goal
 * @measure: (nullable): how it is measured
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): "paused · 31 → 60 words a minute by 30 Jun", or what of it is known
 */
char *
pz_goal_words_dup_line (PzRecord    *goal,
                        PzRecord    *measure,
                        const GDate *today)
{
  g_autofree char *aim = NULL;
  const char *facts[3] = { NULL };
  guint n = 0;

  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  aim = dup_aim (goal, measure, today);
  facts[n] = get_state_words (goal);
  if (facts[n] != NULL)
    n++;
  facts[n] = aim;
  if (facts[n] != NULL)
    n++;
  return n > 0 ? pz_i18n_join_facts (facts) : NULL;
}

/**
 * pz_goal_words_dup_course:
 * @course: what was measured
 * @measure: (nullable): how
 *
 * Returns: (transfer full): what a picture of the course shows, for somebody who does not see it
 */
char *
pz_goal_words_dup_course (const PzGoalCourse *course,
                          PzRecord           *measure)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint n;

  g_return_val_if_fail (course != NULL, NULL);

  n = course->points->len;
  if (n == 0)
    return g_strdup (C_("goal", "Nothing was measured yet"));
  last = pz_measure_dup_value (measure, g_array_index (course->points, PzGoalPoint, n - 1).value, NAN);
  if (n == 1)
    /* Translators: %s is a value, such as 77 words a minute */
    return g_strdup_printf (C_("goal", "Measured once: %s"), last);
  first = pz_measure_dup_number (measure, g_array_index (course->points, PzGoalPoint, 0).value);
  /* Translators: how often something was measured, the first value, and the last with its unit: 77 words a minute */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u measurement, from %2$s to %3$s",
                                       "%1$u measurements, from %2$s to %3$s", n), n, first, last);
}
