/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-balance.h"

#include <math.h>

static PzBalanceKind
get_kind (PzSetting setting)
{
  switch (setting)
    {
    case PZ_SETTING_ALONE:
      return PZ_BALANCE_ALONE;
    case PZ_SETTING_PAIRS:
    case PZ_SETTING_GROUPS:
      return PZ_BALANCE_TOGETHER;
    case PZ_SETTING_WHOLE_CLASS:
      return PZ_BALANCE_WHOLE_CLASS;
    case PZ_SETTING_ONE_TO_ONE:
      return PZ_BALANCE_ONE_TO_ONE;
    case PZ_N_SETTINGS:
    default:
      return PZ_N_BALANCE_KINDS;
    }
}

static PzBalanceCell *
get_cell (PzBalance *self,
          guint      learner,
          guint32    day)
{
  return &self->cells[learner * self->n_weeks + (day - self->first) / 7];
}

static gboolean
is_inside (const PzBalance *self,
           guint32          day)
{
  return day >= self->first && day < self->first + 7 * self->n_weeks;
}

static gboolean
is_away (const PzAttentionSource *source,
         guint32                  day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return source != NULL && pz_day_spans_contains (source->absences, &date);
}

/* The time of the teacher is shared by those who come one after the other. */
static double
get_minutes (const PzActivity *activity)
{
  guint n_there = activity->setting == PZ_SETTING_ONE_TO_ONE ? pz_activity_count_there (activity) : 1;

  return n_there > 0 ? activity->minutes / n_there : 0;
}

static void
add_occurrence (PzBalance            *self,
                const PzBalanceInput *input,
                const PzOccurrence   *occurrence,
                GPtrArray            *sources)
{
  const PzActivity *activity = occurrence->activity;
  PzBalanceKind kind = get_kind (activity->setting);
  gboolean held = pz_occurrence_is_held (occurrence);

  if (!is_inside (self, occurrence->day))
    return;
  if (kind == PZ_N_BALANCE_KINDS || isnan (activity->minutes))
    {
      self->n_unknown += held;
      return;
    }
  for (guint i = 0; i < self->n_learners; i++)
    {
      PzBalanceCell *cell = get_cell (self, i, occurrence->day);

      if (!pz_activity_was_there (activity, input->learners[i]))
        continue;
      if (activity->parts->len == 0 && is_away (sources->pdata[i], occurrence->day))
        continue; /* nobody is named, so the list of absences says it */
      if (held)
        cell->observed[kind] += get_minutes (activity);
      else
        cell->planned[kind] += get_minutes (activity);
    }
}

static void
add_contacts (PzBalance               *self,
              guint                    learner,
              const PzAttentionSource *source)
{
  for (guint i = 0; source != NULL && i < source->contacts->len; i++)
    {
      const PzAttentionContact *contact = &g_array_index (source->contacts, PzAttentionContact, i);

      if (contact->one_to_one && !isnan (contact->minutes) && is_inside (self, contact->day))
        get_cell (self, learner, contact->day)->observed[PZ_BALANCE_ONE_TO_ONE] += contact->minutes;
    }
}

/* Returns: (transfer full): for each learner what is noted of the attention, NULL where nothing is */
static GPtrArray *
find_sources (const PzBalanceInput *input)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < input->contacts->len; i++)
    g_hash_table_insert (by_id, ((PzAttentionSource *) input->contacts->pdata[i])->id, input->contacts->pdata[i]);
  for (guint i = 0; input->learners[i] != NULL; i++)
    g_ptr_array_add (sources, g_hash_table_lookup (by_id, input->learners[i]));
  return sources;
}

/**
 * pz_balance_new:
 * @input: activities, check-ins, learners and weeks
 *
 * Adds up the minutes of each learner and week. An activity counts for those who take part in it and are not noted as
 * absent; when nobody is named, for everybody who is not away. The minutes of one that is one to one are shared by those
 * who come to it. Each minute is either observed or planned, never both.
 *
 * Returns: (transfer full): the minutes
 */
PzBalance *
pz_balance_new (const PzBalanceInput *input)
{
  g_autoptr(GPtrArray) sources = NULL;
  PzBalance *self;

  g_return_val_if_fail (input != NULL && input->first > 0 && input->learners != NULL, NULL);

  sources = find_sources (input);
  self = g_new0 (PzBalance, 1);
  self->n_learners = sources->len;
  self->n_weeks = input->n_weeks;
  self->first = input->first;
  self->cells = g_new0 (PzBalanceCell, (gsize) self->n_learners * self->n_weeks + 1);
  for (guint i = 0; i < input->occurrences->len; i++)
    add_occurrence (self, input, input->occurrences->pdata[i], sources);
  for (guint i = 0; i < self->n_learners; i++)
    add_contacts (self, i, sources->pdata[i]);
  return self;
}

/**
 * pz_balance_free:
 * @self: (transfer full): the minutes
 */
void
pz_balance_free (PzBalance *self)
{
  g_free (self->cells);
  g_free (self);
}

/**
 * pz_balance_peek:
 * @self: the minutes
 * @learner: place of a learner in the input
 * @week: place of a week, from 0
 *
 * Returns: (transfer none): the minutes of that learner in that week
 */
const PzBalanceCell *
pz_balance_peek (const PzBalance *self,
                 guint            learner,
                 guint            week)
{
  g_return_val_if_fail (self != NULL && learner < self->n_learners && week < self->n_weeks, NULL);
  return &self->cells[learner * self->n_weeks + week];
}

/**
 * pz_balance_get_mean:
 * @self: the minutes
 * @week: place of a week, from 0
 * @mean: (out caller-allocates): minutes of one learner on average; all 0 when there is no learner
 */
void
pz_balance_get_mean (const PzBalance *self,
                     guint            week,
                     PzBalanceCell   *mean)
{
  g_return_if_fail (self != NULL && week < self->n_weeks && mean != NULL);

  *mean = (PzBalanceCell) { { 0 }, { 0 } };
  for (guint i = 0; i < self->n_learners; i++)
    for (guint kind = 0; kind < PZ_N_BALANCE_KINDS; kind++)
      {
        mean->observed[kind] += pz_balance_peek (self, i, week)->observed[kind] / self->n_learners;
        mean->planned[kind] += pz_balance_peek (self, i, week)->planned[kind] / self->n_learners;
      }
}

/**
 * pz_balance_get_monday:
 * @day: as GDate counts days
 *
 * Returns: the Monday of its week
 */
guint32
pz_balance_get_monday (guint32 day)
{
  g_return_val_if_fail (day > 0, 0);
  return day - (day - 1) % 7;
}
