/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-formation-private.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between an activity and the numbers of a problem: groups are written into it, and those in it are looked at. */

static PzRecord *
add_group (PzDocument *activity,
           guint       round,
           guint       h)
{
  /* Translators: the name of a new group; %u is its number */
  g_autofree char *name = g_strdup_printf (C_("activity", "Group %u"), h + 1);

  return pz_activity_add_group (activity, round, name);
}

/* The group of each number: the one whose place it keeps, else one of those that are there and nobody keeps, else a new
 * one. While a search goes on better groups are written again and again: they are the same records each time. */
static PzRecord **
need_groups (const PzGroupFormation *self,
             PzDocument             *activity,
             GPtrArray              *groups,
             guint                   round)
{
  guint m = pz_group_problem_get_n_groups (self->problem), next = 0;
  PzRecord **records = g_new0 (PzRecord *, m + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, groups->len + 1);

  for (guint h = 0; h < m; h++)
    {
      guint place = self->kept != NULL ? g_array_index (self->kept, guint, h) : 0;

      if (place == 0 || place > groups->len)
        continue;
      records[h] = groups->pdata[place - 1];
      taken[place - 1] = TRUE;
    }
  for (guint h = 0; h < m; h++)
    {
      if (records[h] != NULL)
        continue;
      while (next < groups->len && taken[next])
        next++;
      records[h] = next < groups->len ? groups->pdata[next++] : add_group (activity, round, h);
    }
  return records;
}

static gboolean
is_there (const PzGroupFormation *self,
          const char             *learner)
{
  guint number;

  return pz_group_class_find (self->load.learners, learner, &number);
}

/* id of a learner -> (transfer none) the participation in the round; those who are not among the grouped are in no group
 * from now on */
static GHashTable *
list_places (const PzGroupFormation *self,
             GPtrArray              *parts)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner == NULL)
        continue;
      if (!is_there (self, learner))
        pz_record_set_text (parts->pdata[i], PZ_PARTICIPATION_GROUP, NULL);
      else if (!g_hash_table_contains (places, learner))
        g_hash_table_insert (places, (gpointer) learner, parts->pdata[i]);
    }
  return places;
}

static void
apply_round (const PzGroupFormation *self,
             const guint            *groups,
             PzDocument             *activity,
             guint                   round)
{
  g_autoptr(GPtrArray) before = pz_activity_list_groups (activity, round);
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, round);
  g_autoptr(GHashTable) places = list_places (self, parts);
  g_autofree PzRecord **records = need_groups (self, activity, before, round);

  for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
    {
      const char *learner = pz_group_class_get_ids (self->load.learners)[i];
      PzRecord *part = g_hash_table_lookup (places, learner);

      if (part == NULL)
        part = pz_activity_add_part (activity, learner, round);
      pz_record_set_text (part, PZ_PARTICIPATION_GROUP, pz_record_get_id (records[groups[i]]));
    }
  for (guint k = 0; k < before->len; k++)
    {
      guint h = 0;

      while (records[h] != NULL && records[h] != before->pdata[k])
        h++;
      if (records[h] == NULL)
        pz_activity_remove_group (activity, before->pdata[k]);
    }
}

/**
 * pz_group_formation_apply:
 * @self: groups
 * @groups: (array) (nullable): a number of a group per learner; %NULL: those that were found, in all rounds
 * @activity: the document of the activity
 *
 * Writes the groups into the activity, with the seed they follow from: groups that are there keep their names and those
 * who are locked, new ones are added, those left over go to the trash. Who calls saves it.
 */
void
pz_group_formation_apply (const PzGroupFormation *self,
                          const guint            *groups,
                          PzDocument             *activity)
{
  PzRecord *owner;
  g_autofree char *criteria = NULL;

  g_return_if_fail (self != NULL && PZ_IS_DOCUMENT (activity));
  g_return_if_fail (groups != NULL || self->result != NULL || self->rotation != NULL);

  owner = pz_document_get_owner (activity);
  criteria = pz_group_request_to_text (self->order->request);
  pz_record_set_text (owner, PZ_ACTIVITY_CRITERIA, criteria);
  pz_record_set_number (owner, PZ_ACTIVITY_SEED, (double) self->order->seed);
  if (groups == NULL && self->rotation != NULL)
    for (guint r = 0; r < self->rotation->n_rounds; r++)
      apply_round (self, self->rotation->groups + (gsize) r * self->rotation->n, activity, r + 1);
  else
    apply_round (self, groups != NULL ? groups : self->result->groups, activity, 1);
}

/**
 * pz_group_formation_place:
 * @self: groups
 * @activity: the document of the activity
 * @round: from 1
 * @groups: (array) (out caller-allocates): a number of a group per learner
 *
 * Finds out who is where now.
 *
 * Returns: %FALSE when somebody is in no group, or in one that is not among those of @self
 */
gboolean
pz_group_formation_place (const PzGroupFormation *self,
                          PzDocument             *activity,
                          guint                   round,
                          guint                  *groups)
{
  g_autoptr(PzGroupSeats) seats = NULL;

  g_return_val_if_fail (self != NULL && PZ_IS_DOCUMENT (activity) && round > 0 && groups != NULL, FALSE);

  seats = pz_group_seats_new (activity, round);
  for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
    {
      guint place = pz_group_seats_get_place (seats, round, pz_group_class_get_ids (self->load.learners)[i]);
      guint h = 0;

      while (self->kept != NULL && h < self->kept->len && g_array_index (self->kept, guint, h) != place)
        h++;
      if (place == 0 || self->kept == NULL || h == self->kept->len)
        return FALSE;
      groups[i] = h;
    }
  return TRUE;
}

/* whether the learner, by number in self, is among those of other */
static gboolean
find_other (const PzGroupFormation *self,
            const PzGroupFormation *other,
            guint                   i,
            guint                  *number)
{
  return pz_group_class_find (other->load.learners, pz_group_class_get_ids (self->load.learners)[i], number);
}

static gboolean
is_same_round (const PzGroupFormation *self,
               const PzGroupFormation *other,
               guint                   round)
{
  const guint *ours = pz_group_formation_peek_round (self, round), *theirs = pz_group_formation_peek_round (other, round);

  for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
    for (guint j = 0; j <= i; j++)
      {
        guint a, b;

        if (!find_other (self, other, i, &a) || !find_other (self, other, j, &b)
            || (ours[i] == ours[j]) != (theirs[a] == theirs[b]))
          return FALSE;
      }
  return TRUE;
}

/**
 * pz_group_formation_is_same:
 * @self: groups that were found
 * @other: others that were found
 *
 * Returns: whether the same learners are together in both, in each round, whatever the groups are called
 */
gboolean
pz_group_formation_is_same (const PzGroupFormation *self,
                            const PzGroupFormation *other)
{
  guint n_rounds;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  n_rounds = pz_group_formation_get_n_rounds (self);
  if (n_rounds == 0 || n_rounds != pz_group_formation_get_n_rounds (other)
      || pz_group_problem_get_n (self->problem) != pz_group_problem_get_n (other->problem))
    return FALSE;
  for (guint round = 1; round <= n_rounds; round++)
    if (!is_same_round (self, other, round))
      return FALSE;
  return TRUE;
}

/* ---- groups as they are ---- */

/* leaves out who is in no group */
static void
leave_out_unplaced (PzGroupFormation      *self,
                    const PzClassroomCopy *copy,
                    guint                  round)
{
  g_autoptr(GStrvBuilder) without = g_strv_builder_new ();

  for (guint i = 0; i < copy->learners->len; i++)
    {
      const char *id = pz_document_get_id (copy->learners->pdata[i]);

      if (pz_group_seats_get_place (self->order->seats, round, id) == 0)
        g_strv_builder_add (without, id);
    }
  for (char **id = self->load.without; id != NULL && *id != NULL; id++)
    g_strv_builder_add (without, *id);
  g_strfreev (self->load.without);
  self->load.without = g_strv_builder_end (without);
}

/* groups of now that have anybody, in their order, and who is in which of them */
static guint *
number_groups (PzGroupFormation *self,
               guint             round,
               GArray           *counts)
{
  guint n = pz_group_class_get_n (self->load.learners);
  guint *groups = g_new0 (guint, n + 1);

  self->kept = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint place = 1; place <= self->order->seats->n_groups; place++)
    {
      guint count = 0;

      for (guint i = 0; i < n; i++)
        if (pz_group_seats_get_place (self->order->seats, round, pz_group_class_get_ids (self->load.learners)[i]) == place)
          {
            groups[i] = self->kept->len;
            count++;
          }
      if (count == 0)
        continue;
      g_array_append_val (self->kept, place);
      g_array_append_val (counts, count);
    }
  return groups;
}

static PzGroupProblem *
compose_around (PzGroupFormation  *self,
                const GArray      *counts,
                guint              slack,
                GError           **error)
{
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));

  for (guint h = 0; h < counts->len; h++)
    {
      guint count = g_array_index (counts, guint, h);
      PzGroupSize size = { MAX (count, slack + 1) - slack, count + slack };

      g_array_append_val (sizes, size);
    }
  return pz_group_settings_compose (self->settings, self->load.learners, self->load.history, sizes, error);
}

/**
 * pz_group_formation_of_seats:
 * @order: (transfer full): what is asked for, with seats
 * @round: from 1
 * @copy: the class
 * @error: nobody is in a group, or what is asked for is not there
 *
 * Takes the groups of now as the result, however they came to be, so that they can be judged: of those who are in one, and
 * with their sizes. Who is locked has to stay.
 *
 * Returns: (transfer full): groups that were found, or %NULL
 */
PzGroupFormation *
pz_group_formation_of_seats (PzGroupOrder           *order,
                             guint                   round,
                             const PzClassroomCopy  *copy,
                             GError                **error)
{
  g_autoptr(PzGroupFormation) self = NULL;
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *groups = NULL;

  g_return_val_if_fail (order != NULL && order->seats != NULL && round > 0 && copy != NULL, NULL);

  self = pz_group_formation_new (order);
  leave_out_unplaced (self, copy, round);
  if (!pz_group_formation_load (self, copy, error))
    return NULL;
  groups = number_groups (self, round, counts);
  self->loose = compose_around (self, counts, 1, NULL); /* a single move may be that of somebody locked */
  if (!pz_group_formation_add_pins (self, error))
    return NULL;
  self->problem = compose_around (self, counts, 0, error);
  if (self->problem == NULL)
    return NULL;
  self->result = g_new0 (PzGroupResult, 1);
  self->result->n = pz_group_class_get_n (self->load.learners);
  self->result->groups = g_steal_pointer (&groups);
  self->result->total = pz_group_problem_get_total (self->problem, self->result->groups);
  self->result->broken = pz_group_problem_count_broken (self->problem, self->result->groups);
  return g_steal_pointer (&self);
}
