/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-seats.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>

/* from 1; 0 for none of the groups */
static guint
find_place (GPtrArray  *groups,
            const char *id)
{
  for (guint i = 0; i < groups->len && id != NULL; i++)
    if (g_str_equal (pz_record_get_id (groups->pdata[i]), id))
      return i + 1;
  return 0;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
lock (PzGroupSeats *self,
      GHashTable   *locked,
      const char   *learner,
      guint         place)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (locked, learner));

  if (before == 0)
    g_hash_table_insert (locked, g_strdup (learner), GUINT_TO_POINTER (place));
  else if (before != place && self->torn == NULL)
    self->torn = g_strdup (learner);
}

/* those who are locked in a round that may change stay in the same group in all that may */
static void
read_round (PzGroupSeats *self,
            PzDocument   *activity,
            guint         round)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (activity, round);
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, round);
  g_autoptr(GHashTable) locked = table_new ();
  GHashTable *places = table_new ();
  GHashTableIter iter;
  gpointer learner, place;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *id = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);
      guint at = find_place (groups, pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP));

      if (id == NULL || at == 0)
        continue;
      g_hash_table_insert (places, g_strdup (id), GUINT_TO_POINTER (at));
      if (pz_record_get_flag (parts->pdata[i], PZ_PARTICIPATION_LOCKED))
        g_hash_table_insert (locked, g_strdup (id), GUINT_TO_POINTER (at));
    }
  self->n_groups = MAX (self->n_groups, groups->len);
  g_ptr_array_add (self->places, places);
  if (self->n_rounds > 1 && self->n_locked == round - 1 && g_hash_table_size (places) > 0
      && g_hash_table_size (locked) == g_hash_table_size (places))
    {
      self->n_locked = round;
      return;
    }
  g_hash_table_iter_init (&iter, locked);
  while (g_hash_table_iter_next (&iter, &learner, &place))
    lock (self, self->pins, learner, GPOINTER_TO_UINT (place));
}

static GStrv
list_absent (PzDocument *activity)
{
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (activity, 0);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && g_strcmp0 (pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_PRESENT), "no") == 0)
        g_strv_builder_add (ids, learner);
    }
  return g_strv_builder_end (ids);
}

/**
 * pz_group_seats_new:
 * @activity: the document of an activity
 * @n_rounds: 1 or more
 *
 * Returns: (transfer full): who is where in these rounds
 */
PzGroupSeats *
pz_group_seats_new (PzDocument *activity,
                    guint       n_rounds)
{
  PzGroupSeats *self;

  g_return_val_if_fail (PZ_IS_DOCUMENT (activity) && n_rounds > 0, NULL);

  self = g_new0 (PzGroupSeats, 1);
  self->n_rounds = n_rounds;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->pins = table_new ();
  for (guint round = 1; round <= n_rounds; round++)
    read_round (self, activity, round);
  self->absent = list_absent (activity);
  return self;
}

/**
 * pz_group_seats_free:
 * @self: (transfer full): seats
 *
 * Ends them.
 */
void
pz_group_seats_free (PzGroupSeats *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->pins);
  g_free (self->torn);
  g_strfreev (self->absent);
  g_free (self);
}

/**
 * pz_group_seats_get_place:
 * @self: seats
 * @round: from 1
 * @learner: id of a learner
 *
 * Returns: the place of the learner's group among those of the round, from 1; 0 for none
 */
guint
pz_group_seats_get_place (const PzGroupSeats *self,
                          guint               round,
                          const char         *learner)
{
  g_return_val_if_fail (self != NULL && round > 0 && round <= self->n_rounds && learner != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places->pdata[round - 1], learner));
}

/* which of the groups have somebody who stays in them, from 1 */
static GHashTable *
list_needed (const PzGroupSeats *self)
{
  GHashTable *needed = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_hash_table_add (needed, place);
  for (guint round = 0; round < self->n_locked; round++)
    {
      g_hash_table_iter_init (&iter, self->places->pdata[round]);
      while (g_hash_table_iter_next (&iter, NULL, &place))
        g_hash_table_add (needed, place);
    }
  return needed;
}

/**
 * pz_group_seats_arrange:
 * @self: seats
 * @n_groups: how many groups there shall be
 * @error: %PZ_ERROR_INVALID when learners are locked in more groups than that
 *
 * Which of the groups of now are which of those to come: those somebody is locked in stay, then the first of the others,
 * all in their order; further ones are new.
 *
 * Returns: (transfer full) (element-type guint): for each group to come the place it has now, from 1; 0 for a new one
 */
GArray *
pz_group_seats_arrange (const PzGroupSeats  *self,
                        guint                n_groups,
                        GError             **error)
{
  g_autoptr(GHashTable) needed = NULL;
  GArray *kept;
  guint n_spare, none = 0;

  g_return_val_if_fail (self != NULL && n_groups > 0, NULL);

  needed = list_needed (self);
  if (g_hash_table_size (needed) > n_groups)
    {
      /* Translators: in how many groups learners are locked, and how many groups are asked for */
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID,
                   _("Learners are locked in %1$u groups, but %2$u groups are asked for. Unlock some, or ask for more groups."),
                   g_hash_table_size (needed), n_groups);
      return NULL;
    }
  n_spare = n_groups - g_hash_table_size (needed);
  kept = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint place = 1; place <= self->n_groups; place++)
    {
      gboolean is_needed = g_hash_table_contains (needed, GUINT_TO_POINTER (place));

      if (!is_needed && n_spare == 0)
        continue;
      n_spare -= !is_needed;
      g_array_append_val (kept, place);
    }
  while (kept->len < n_groups)
    g_array_append_val (kept, none);
  return kept;
}
