/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners.h"

#include <string.h>

/* Place of a learner who does not belong to the class (any more). */
#define NOWHERE G_MAXUINT

/* Returns: (transfer full): for each part the place of its learner, or NOWHERE */
static guint *
find_places (const PzActivity *activity,
             GHashTable       *places)
{
  guint *found = g_new (guint, activity->parts->len + 1);

  for (guint i = 0; i < activity->parts->len; i++)
    {
      gpointer place;

      found[i] = NOWHERE;
      if (g_hash_table_lookup_extended (places, g_array_index (activity->parts, PzActivityPart, i).learner, NULL, &place))
        found[i] = GPOINTER_TO_UINT (place);
    }
  return found;
}

static gboolean
are_together (const PzActivityPart *a,
              const PzActivityPart *b)
{
  return !a->absent && !b->absent && a->group != NULL && b->group != NULL && a->round == b->round
         && strcmp (a->group, b->group) == 0;
}

static void
meet (PzPartners *self,
      guint       a,
      guint       b,
      guint32     day)
{
  const guint cells[] = { a * self->n + b, b * self->n + a };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      self->times[cells[i]]++;
      self->last[cells[i]] = MAX (self->last[cells[i]], day);
    }
}

/* FALSE: nobody was together with anybody */
static gboolean
count_activity (PzPartners       *self,
                const PzActivity *activity,
                GHashTable       *places)
{
  g_autofree guint *place = find_places (activity, places);
  gboolean counted = FALSE;

  for (guint i = 0; i < activity->parts->len; i++)
    for (guint k = i + 1; k < activity->parts->len; k++)
      if (place[i] != NOWHERE && place[k] != NOWHERE && place[i] != place[k]
          && are_together (&g_array_index (activity->parts, PzActivityPart, i),
                           &g_array_index (activity->parts, PzActivityPart, k)))
        {
          meet (self, place[i], place[k], activity->day);
          counted = TRUE;
        }
  return counted;
}

/**
 * pz_partners_new:
 * @activities: (element-type PzActivity): of the class, in any order
 * @learners: (array zero-terminated=1): ids of those to look at, each once
 *
 * Counts, over what was held, in which rounds two learners were in one group, both of them present.
 *
 * Returns: (transfer full): the counts
 */
PzPartners *
pz_partners_new (GPtrArray          *activities,
                 const char * const *learners)
{
  g_autoptr(GHashTable) places = NULL;
  PzPartners *self;

  g_return_val_if_fail (activities != NULL && learners != NULL, NULL);

  places = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_new0 (PzPartners, 1);
  self->learners = g_strdupv ((char **) learners);
  self->n = g_strv_length (self->learners);
  self->times = g_new0 (guint, (gsize) self->n * self->n + 1);
  self->last = g_new0 (guint32, (gsize) self->n * self->n + 1);
  for (guint i = 0; i < self->n; i++)
    g_hash_table_insert (places, self->learners[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < activities->len; i++)
    {
      const PzActivity *activity = activities->pdata[i];

      if (!activity->held || activity->every > 0 || activity->day == 0 || !count_activity (self, activity, places))
        continue;
      self->n_activities++;
      self->first = self->first == 0 ? activity->day : MIN (self->first, activity->day);
    }
  return self;
}

/**
 * pz_partners_free:
 * @self: (transfer full): the counts
 */
void
pz_partners_free (PzPartners *self)
{
  g_strfreev (self->learners);
  g_free (self->times);
  g_free (self->last);
  g_free (self);
}

/**
 * pz_partners_get_times:
 * @self: the counts
 * @a: place of a learner
 * @b: place of another one
 *
 * Returns: in how many rounds both were in one group
 */
guint
pz_partners_get_times (const PzPartners *self,
                       guint             a,
                       guint             b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);
  return self->times[a * self->n + b];
}

/**
 * pz_partners_get_last:
 * @self: the counts
 * @a: place of a learner
 * @b: place of another one
 *
 * Returns: the day both were in one group for the last time, as GDate counts days; 0: never
 */
guint32
pz_partners_get_last (const PzPartners *self,
                      guint             a,
                      guint             b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);
  return self->last[a * self->n + b];
}

/**
 * pz_partners_count:
 * @self: the counts
 * @learner: place of a learner
 *
 * Returns: with how many others the learner was in a group, once or more
 */
guint
pz_partners_count (const PzPartners *self,
                   guint             learner)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && learner < self->n, 0);

  for (guint i = 0; i < self->n; i++)
    n += self->times[learner * self->n + i] > 0;
  return n;
}

static int
compare_left_out (gconstpointer a,
                  gconstpointer b)
{
  const PzLeftOut *x = a, *y = b;
  int order = (x->n_partners > y->n_partners) - (x->n_partners < y->n_partners);

  return order != 0 ? order : (x->learner > y->learner) - (x->learner < y->learner);
}

/* everybody, those with the fewest partners first */
static GArray *
list_by_partners (const PzPartners *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PzLeftOut));

  for (guint i = 0; i < self->n; i++)
    {
      PzLeftOut one = { i, pz_partners_count (self, i) };

      g_array_append_val (all, one);
    }
  g_array_sort (all, compare_left_out);
  return all;
}

/**
 * pz_partners_get_median:
 * @self: the counts
 *
 * Returns: partners of the learner in the middle of the class; of two in the middle, the one with fewer
 */
guint
pz_partners_get_median (const PzPartners *self)
{
  g_autoptr(GArray) all = NULL;

  g_return_val_if_fail (self != NULL, 0);

  all = list_by_partners (self);
  return all->len > 0 ? g_array_index (all, PzLeftOut, (all->len - 1) / 2).n_partners : 0;
}

/**
 * pz_partners_get_share_met:
 * @self: the counts
 *
 * Returns: which share of all pairs of the class were in one group at least once, 0 to 1; 0 when there is no pair
 */
double
pz_partners_get_share_met (const PzPartners *self)
{
  guint n_met = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n; i++)
    n_met += pz_partners_count (self, i);
  return self->n > 1 ? (double) n_met / ((double) self->n * (self->n - 1)) : 0; /* each pair is counted twice */
}

/**
 * pz_partners_list_left_out:
 * @self: the counts
 *
 * Those with the fewest partners: a quarter of the class, and all others with as few as the last of them; only those with
 * fewer than the middle of the class.
 *
 * Returns: (transfer full) (element-type PzLeftOut): the fewest partners first; empty when nothing was held in groups
 */
GArray *
pz_partners_list_left_out (const PzPartners *self)
{
  GArray *all;
  guint quarter, median, n;

  g_return_val_if_fail (self != NULL, NULL);

  all = list_by_partners (self);
  quarter = (self->n + 3) / 4;
  median = pz_partners_get_median (self);
  for (n = 0; n < all->len && self->n_activities > 0; n++)
    {
      guint n_partners = g_array_index (all, PzLeftOut, n).n_partners;

      if (n_partners >= median || (n >= quarter && n_partners > g_array_index (all, PzLeftOut, n - 1).n_partners))
        break;
    }
  return g_array_set_size (all, n);
}
