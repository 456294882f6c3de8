/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-watch.h"

#include <math.h>
#include <string.h>

/* A grouping while it is looked at. */
typedef struct
{
  guint32 day;
  const char *activity; /* valid while they are sorted */
  guint round;
  int *groups; /* by learner; -1: was in none */
  guint n_groups;
  guint n_placed;
} Grouping;

static void
clear_grouping (gpointer grouping)
{
  g_free (((Grouping *) grouping)->groups);
}

static int
compare_groupings (gconstpointer a,
                   gconstpointer b)
{
  const Grouping *x = a, *y = b;
  int order = (x->day > y->day) - (x->day < y->day);

  if (order == 0)
    order = strcmp (x->activity, y->activity);
  return order != 0 ? order : (x->round > y->round) - (x->round < y->round);
}

/* the groups of a round: those who were there */
static void
read_round (Grouping         *grouping,
            const PzActivity *activity,
            GHashTable       *places)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < activity->parts->len; i++)
    {
      const PzActivityPart *part = &g_array_index (activity->parts, PzActivityPart, i);
      gpointer place, number;

      if (part->round != grouping->round || part->absent || part->group == NULL
          || !g_hash_table_lookup_extended (places, part->learner, NULL, &place)
          || grouping->groups[GPOINTER_TO_UINT (place)] >= 0)
        continue;
      if (!g_hash_table_lookup_extended (numbers, part->group, NULL, &number))
        {
          number = GUINT_TO_POINTER (grouping->n_groups++);
          g_hash_table_insert (numbers, part->group, number);
        }
      grouping->groups[GPOINTER_TO_UINT (place)] = (int) GPOINTER_TO_UINT (number);
      grouping->n_placed++;
    }
}

static guint
find_last_round (const PzActivity *activity)
{
  guint last = 0;

  for (guint i = 0; i < activity->parts->len; i++)
    last = MAX (last, g_array_index (activity->parts, PzActivityPart, i).round);
  return last;
}

/* one group is no grouping */
static void
add_rounds (GArray           *groupings,
            const PzActivity *activity,
            GHashTable       *places)
{
  guint n = g_hash_table_size (places), last = find_last_round (activity);

  for (guint round = 1; round <= last; round++)
    {
      Grouping grouping = { activity->day, activity->id, round, g_new (int, n + 1), 0, 0 };

      for (guint i = 0; i < n; i++)
        grouping.groups[i] = -1;
      read_round (&grouping, activity, places);
      if (grouping.n_groups > 1)
        g_array_append_val (groupings, grouping);
      else
        clear_grouping (&grouping);
    }
}

static GArray *
list_groupings (GPtrArray          *activities,
                const char * const *learners,
                guint32             today)
{
  GArray *groupings = g_array_new (FALSE, FALSE, sizeof (Grouping));
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (groupings, clear_grouping);
  for (guint i = 0; learners[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) learners[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < activities->len; i++)
    {
      const PzActivity *activity = activities->pdata[i];

      if (activity->held && activity->every == 0 && activity->day != 0 && activity->day <= today)
        add_rounds (groupings, activity, places);
    }
  g_array_sort (groupings, compare_groupings);
  return groupings;
}

/**
 * pz_group_watch_new:
 * @activities: (element-type PzActivity): of the class, in any order
 * @learners: (array zero-terminated=1): ids of those to look at, each once
 * @readiness: (array): of each of them; NAN where it is not known
 * @today: as GDate counts days; what is later does not count yet
 *
 * Looks at every grouping that was held, with those who were present.
 *
 * Returns: (transfer full): what it did with readiness
 */
PzGroupWatch *
pz_group_watch_new (GPtrArray          *activities,
                    const char * const *learners,
                    const double       *readiness,
                    guint32             today)
{
  GArray *groupings;
  g_autofree PzGroupPast *pasts = NULL;
  PzGroupWatch *self;

  g_return_val_if_fail (activities != NULL && learners != NULL && readiness != NULL, NULL);

  self = g_new0 (PzGroupWatch, 1);
  self->n = g_strv_length ((char **) learners);
  self->mixes = g_array_new (FALSE, FALSE, sizeof (PzGroupMix));
  groupings = self->groupings = list_groupings (activities, learners, today);
  pasts = g_new (PzGroupPast, groupings->len + 1);
  for (guint i = 0; i < groupings->len; i++)
    {
      const Grouping *grouping = &g_array_index (groupings, Grouping, i);
      PzGroupMix mix = { grouping->day, 0, pz_group_warnings_chance (grouping->n_placed, grouping->n_groups) };

      pasts[i] = (PzGroupPast) { grouping->groups, grouping->n_groups };
      mix.between = pz_group_warnings_between (readiness, self->n, &pasts[i]);
      g_array_append_val (self->mixes, mix);
    }
  self->lowest = pz_group_warnings_lowest (readiness, self->n, pasts, groupings->len);
  self->tracking = pz_group_warnings_is_tracking (readiness, self->n, pasts, groupings->len);
  self->movement = pz_group_warnings_movement (readiness, self->n, pasts, groupings->len);
  return self;
}

/**
 * pz_group_watch_free:
 * @self: (transfer full): what was seen
 */
void
pz_group_watch_free (PzGroupWatch *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->groupings);
  g_array_unref (self->mixes);
  g_array_unref (self->lowest);
  g_free (self);
}

/* how many of those are in a group, and whether it is one group for all of them */
static guint
count_placed (const Grouping *grouping,
              const gboolean *has,
              guint           n,
              gboolean       *together)
{
  guint n_placed = 0;
  int first = -1;

  *together = TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (!has[i] || grouping->groups[i] < 0)
        continue;
      if (n_placed++ == 0)
        first = grouping->groups[i];
      *together &= grouping->groups[i] == first;
    }
  return n_placed;
}

/**
 * pz_group_watch_is_gathered:
 * @self: what was seen
 * @has: (array): by learner, whether they have a value in common, such as a home language
 * @n_values: how many values are looked at in this way
 * @gathered: (out caller-allocates): how often all of them were in one group
 *
 * Three groupings in a row, or so often that chance would rarely do it with any of the values (Bonferroni 1936); each of
 * those behind the first comes to the group of the first with the chance 1 / groups.
 *
 * Returns: whether they are gathered in one group again and again
 */
gboolean
pz_group_watch_is_gathered (const PzGroupWatch *self,
                            const gboolean     *has,
                            guint               n_values,
                            PzGroupGathered    *gathered)
{
  g_autofree double *chances = NULL;

  g_return_val_if_fail (self != NULL && has != NULL && gathered != NULL, FALSE);

  *gathered = (PzGroupGathered) { 0 };
  chances = g_new (double, self->groupings->len + 1);
  for (guint k = 0; k < self->groupings->len; k++)
    {
      const Grouping *grouping = &g_array_index (self->groupings, Grouping, k);
      gboolean together;
      guint n_placed = count_placed (grouping, has, self->n, &together);

      if (n_placed < 2)
        continue;
      chances[gathered->of++] = pow (1.0 / grouping->n_groups, n_placed - 1);
      gathered->times += together;
      gathered->in_a_row = together ? gathered->in_a_row + 1 : 0;
    }
  return gathered->in_a_row >= PZ_GROUP_IN_A_ROW
         || (gathered->times > 0
             && n_values * pz_group_warnings_tail (chances, gathered->of, gathered->times) <= PZ_GROUP_RARE);
}
