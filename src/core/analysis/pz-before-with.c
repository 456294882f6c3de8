/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-before-with.h"

#include "pz-series.h"
#include "pz-statistics.h"

#include <math.h>

#define NEAR_DAYS 14       /* another change so near is one to name */
#define NOVELTY_DAYS 14
#define LIMIT_SHARE 0.25
#define ABSENCE_SHARE 0.20
#define DAYS_OF_WEEK 7.0

/* What is asked about, and the values turned so that more is better. */
typedef struct
{
  const PzGoalProgress *progress;
  const PzTalk *talks;
  gsize n_talks;
  const PzSchoolDays *school_days;
  guint32 today;
  double *y;
} Question;

/* From one change to the next: days from start to before end; points from first to before last. */
typedef struct
{
  const char *strategy;
  guint32 start;
  guint32 end;
  gsize first;
  gsize last;
} Part;

static gsize
find_point (const Question *question,
            guint32         day)
{
  const PzGoalProgress *progress = question->progress;

  return pz_series_find (progress->x, progress->n, (double) day - progress->first_day);
}

/* What was measured before the first change is a part of its own, when there is anything. */
static GArray *
make_parts (const Question *question)
{
  const PzGoalProgress *progress = question->progress;
  const GArray *phases = progress->source->phases;
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  Part part = { .start = progress->first_day };

  if (progress->n > 0 && phases->len > 0 && g_array_index (phases, PzGoalPhase, 0).start > progress->first_day)
    g_array_append_val (parts, part);
  for (guint i = 0; i < phases->len; i++)
    {
      const PzGoalPhase *phase = &g_array_index (phases, PzGoalPhase, i);

      if (phase->start > question->today)
        break;
      part = (Part) { phase->strategy, phase->start, 0, 0, 0 };
      if (parts->len > 0 && g_array_index (parts, Part, parts->len - 1).start == phase->start)
        g_array_set_size (parts, parts->len - 1);
      g_array_append_val (parts, part);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      Part *made = &g_array_index (parts, Part, i);

      made->end = i + 1 < parts->len ? g_array_index (parts, Part, i + 1).start : question->today + 1;
      made->first = progress->n > 0 ? find_point (question, made->start) : 0;
      made->last = i + 1 < parts->len && progress->n > 0 ? find_point (question, made->end) : progress->n;
    }
  return parts;
}

static gboolean
has_near_phase (const Question *question,
                guint32         start)
{
  const GArray *phases = question->progress->source->phases;
  guint n_same = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      guint32 other = g_array_index (phases, PzGoalPhase, i).start;

      n_same += other == start;
      /* the first phase begins with the goal: nothing changed by it */
      if (other != start && i > 0 && MAX (other, start) - MIN (other, start) <= NEAR_DAYS)
        return TRUE;
    }
  return n_same > 1;
}

static gboolean
is_at_limit (const Question *question,
             const Part     *part)
{
  const PzMeasureRange *range = &question->progress->range;
  double minimum, maximum, best;
  gsize n = 0;

  pz_measure_range_get_bounds (range, &minimum, &maximum);
  best = range->direction == PZ_DIRECTION_DECREASE ? minimum : maximum;
  if (!isfinite (best) || part->first == part->last)
    return FALSE;
  best = pz_measure_value_turn (best, range->direction);
  for (gsize i = part->first; i < part->last; i++)
    n += question->y[i] >= best - 1e-9 * MAX (1, fabs (best));
  return (double) n >= LIMIT_SHARE * (double) (part->last - part->first);
}

static gboolean
was_away (const Question *question,
          const Part     *part)
{
  GDate before, last;
  guint all, there;

  if (question->school_days == NULL || part->start <= 1)
    return FALSE;
  g_date_clear (&before, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&before, part->start - 1);
  g_date_set_julian (&last, part->end - 1);
  all = pz_school_days_count (question->school_days, &before, &last, NULL);
  there = pz_school_days_count (question->school_days, &before, &last, question->progress->source->absences);
  return all > there && all - there > ABSENCE_SHARE * all;
}

static gboolean
is_novel (const Question *question,
          const Part     *part)
{
  const PzGoalProgress *progress = question->progress;

  return part->last > part->first
         && progress->first_day + progress->x[part->last - 1] < part->start + NOVELTY_DAYS;
}

static guint
find_confounders (const Question     *question,
                  const Part         *with,
                  const PzBeforeWith *found)
{
  guint bits = 0;

  if (has_near_phase (question, with->start))
    bits |= 1u << PZ_CONFOUNDER_OTHER_PHASE;
  if (found->tau.corrected)
    bits |= 1u << PZ_CONFOUNDER_TREND;
  if (is_at_limit (question, with))
    bits |= 1u << PZ_CONFOUNDER_LIMIT;
  if (was_away (question, with))
    bits |= 1u << PZ_CONFOUNDER_ABSENCES;
  if (is_novel (question, with))
    bits |= 1u << PZ_CONFOUNDER_NOVELTY;
  return bits;
}

static double
sum_minutes (const Question *question,
             const Part     *part,
             gboolean       *any)
{
  double sum = 0;

  for (gsize i = 0; i < question->n_talks; i++)
    if (question->talks[i].day >= part->start && question->talks[i].day < part->end)
      {
        sum += question->talks[i].minutes;
        *any = TRUE;
      }
  return sum * DAYS_OF_WEEK / MAX (1, part->end - part->start);
}

static double
get_median (const Question *question,
            const Part     *part)
{
  if (part->first == part->last)
    return NAN;
  return pz_measure_value_turn (pz_statistics_median (question->y + part->first, part->last - part->first),
                                question->progress->range.direction);
}

static PzSure
get_sure (PzEffect effect)
{
  switch (effect)
    {
    case PZ_EFFECT_BETTER:
    case PZ_EFFECT_WORSE:
      return PZ_SURE_LIKELY;
    case PZ_EFFECT_EARLY_SIGN:
    case PZ_EFFECT_CANNOT_TELL:
      return PZ_SURE_EARLY_SIGN;
    case PZ_EFFECT_NOT_ENOUGH:
    case PZ_N_EFFECTS:
    default:
      return PZ_SURE_NOT_ENOUGH;
    }
}

static PzBeforeWith
compare (const Question *question,
         const Part     *before,
         const Part     *with)
{
  const double *x = question->progress->x;
  const PzPhaseValues a = { x + before->first, question->y + before->first, before->last - before->first };
  const PzPhaseValues b = { x + with->first, question->y + with->first, with->last - with->first };
  PzBeforeWith found = { .before = before->strategy, .with = with->strategy, .start = with->start };

  pz_phase_verdict_make (a.y, a.n, b.y, b.n, &found.verdict);
  pz_phase_effect_correct_tau (&a, &b, &found.tau);
  found.sure = get_sure (found.verdict.effect);
  found.median_before = get_median (question, before);
  found.median_with = get_median (question, with);
  found.minutes_before = sum_minutes (question, before, &found.has_minutes);
  found.minutes_with = sum_minutes (question, with, &found.has_minutes);
  found.confounders = find_confounders (question, with, &found);
  return found;
}

/* One change is never more than likely; the same change made twice, with the same outcome, may be firm. */
static void
find_repeated (GArray *list)
{
  for (guint i = 0; i + 2 < list->len; i++)
    {
      PzBeforeWith *first = &g_array_index (list, PzBeforeWith, i), *again = &g_array_index (list, PzBeforeWith, i + 2);

      if (first->with != NULL && g_strcmp0 (first->with, again->with) == 0
          && g_strcmp0 (first->before, again->before) == 0 && first->sure >= PZ_SURE_LIKELY
          && again->sure >= PZ_SURE_LIKELY && first->verdict.effect == again->verdict.effect)
        first->sure = again->sure = PZ_SURE_FIRM;
    }
}

/**
 * pz_before_with_list:
 * @progress: how far a learner is with a goal; must outlive the list
 * @talks: (array length=n_talks): time with the learner alone, in any order
 * @n_talks: how often
 * @school_days: (nullable): without them, absences are not looked at
 * @today: the day it is
 *
 * Compares each phase that has begun with the one before it.
 *
 * Returns: (transfer full) (element-type PzBeforeWith): by day of the change; empty where nothing changed
 */
GArray *
pz_before_with_list (const PzGoalProgress *progress,
                     const PzTalk         *talks,
                     gsize                 n_talks,
                     const PzSchoolDays   *school_days,
                     const GDate          *today)
{
  Question question = { progress, talks, n_talks, school_days, 0, NULL };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PzBeforeWith));
  g_autoptr(GArray) parts = NULL;
  g_autofree double *y = NULL;

  g_return_val_if_fail (progress != NULL && today != NULL && g_date_valid (today), list);

  question.today = g_date_get_julian (today);
  question.y = y = g_new (double, MAX (progress->n, 1));
  for (gsize i = 0; i < progress->n; i++)
    y[i] = pz_measure_value_turn (progress->y[i], progress->range.direction);
  parts = make_parts (&question);
  for (guint i = 1; i < parts->len; i++)
    {
      PzBeforeWith found = compare (&question, &g_array_index (parts, Part, i - 1), &g_array_index (parts, Part, i));

      g_array_append_val (list, found);
    }
  find_repeated (list);
  return list;
}
