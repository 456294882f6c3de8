/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-history.h"

#include "pz-day-spans.h"

#include <math.h>
#include <string.h>

/* A lesson counts once, a day of work together three times. */
#define LESSON_WEIGHT 1.0
#define PROJECT_WEIGHT 3.0
#define PROJECT_MINUTES 180.0

typedef struct
{
  guint times;
  guint32 last; /* day, 0 for never */
  double memory;
} Meeting;

struct _PzGroupHistory
{
  guint n;
  GHashTable *numbers; /* by id of a learner */
  guint32 today;
  double half_life;    /* weeks; 0: nothing is forgotten */
  Meeting *meetings;   /* n x n, the same both ways */
};

/**
 * pz_group_history_new:
 * @learners: (array zero-terminated=1): ids; their order gives the numbers
 * @today: as GDate counts days; what is later does not count yet
 * @half_life: weeks after which a meeting counts half; 0: all year the same
 *
 * Returns: (transfer full): a history in which nobody has met
 */
PzGroupHistory *
pz_group_history_new (const char *const *learners,
                      guint32            today,
                      double             half_life)
{
  PzGroupHistory *self = g_new0 (PzGroupHistory, 1);

  g_return_val_if_fail (learners != NULL && half_life >= 0, self);

  self->n = g_strv_length ((char **) learners);
  self->today = today;
  self->half_life = half_life;
  self->meetings = g_new0 (Meeting, (gsize) self->n * self->n + 1);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->n; i++)
    g_hash_table_insert (self->numbers, g_strdup (learners[i]), GUINT_TO_POINTER (i));
  return self;
}

/**
 * pz_group_history_free:
 * @self: (transfer full): a history
 *
 * Ends it.
 */
void
pz_group_history_free (PzGroupHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self->meetings);
  g_free (self);
}

/* 0.5 to the power of x, from square roots, which every machine rounds the same way */
static double
halve (double x)
{
  double power = ldexp (1, -(int) floor (x)), root = 0.5;

  x -= floor (x);
  for (int bit = 0; bit < 30; bit++)
    {
      root = sqrt (root);
      x *= 2;
      if (x >= 1)
        {
          power *= root;
          x -= 1;
        }
    }
  return power;
}

/**
 * pz_group_history_add_meeting:
 * @self: a history
 * @people: (array length=n_people): learners who were together
 * @n_people: how many
 * @day: when, as GDate counts days
 * @weight: 1 for a lesson
 *
 * Adds a meeting of each two of them; later than today it does not count.
 */
void
pz_group_history_add_meeting (PzGroupHistory *self,
                              const guint    *people,
                              guint           n_people,
                              guint32         day,
                              double          weight)
{
  double kept;

  g_return_if_fail (self != NULL && (people != NULL || n_people == 0));

  if (day == 0 || day > self->today)
    return;
  kept = self->half_life > 0 ? weight * halve (MIN ((self->today - day) / 7.0 / self->half_life, 1000)) : weight;
  for (guint k = 0; k < n_people; k++)
    for (guint l = 0; l < n_people; l++)
      {
        Meeting *meeting;

        g_return_if_fail (people[k] < self->n && people[l] < self->n);
        if (people[k] == people[l])
          continue;
        meeting = &self->meetings[(gsize) people[k] * self->n + people[l]];
        meeting->times++;
        meeting->last = MAX (meeting->last, day);
        meeting->memory += kept;
      }
}

/* of one group in one round; groups: id of a group and round -> GArray of learners */
static void
add_participation (PzGroupHistory *self,
                   PzRecord       *record,
                   GHashTable     *groups)
{
  const char *learner = pz_record_get_text (record, PZ_PARTICIPATION_LEARNER);
  const char *group = pz_record_get_text (record, PZ_PARTICIPATION_GROUP);
  g_autofree char *key = NULL;
  gpointer number;
  GArray *people;
  guint who;

  if (pz_record_is_deleted (record) || learner == NULL || group == NULL
      || g_strcmp0 (pz_record_get_text (record, PZ_PARTICIPATION_PRESENT), "no") == 0
      || !g_hash_table_lookup_extended (self->numbers, learner, NULL, &number))
    return;
  key = g_strdup_printf ("%s %g", group, pz_record_get_number (record, PZ_PARTICIPATION_ROUND));
  people = g_hash_table_lookup (groups, key);
  if (people == NULL)
    {
      people = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (groups, g_steal_pointer (&key), people);
    }
  who = GPOINTER_TO_UINT (number);
  for (guint k = 0; k < people->len; k++)
    if (g_array_index (people, guint, k) == who)
      return; /* noted twice */
  g_array_append_val (people, who);
}

/**
 * pz_group_history_add_activity:
 * @self: a history
 * @activity: a document of an activity
 *
 * Adds who was together in it: in each group and round, those not noted as absent. What is planned, in the trash or still
 * to come does not count. A lesson weighs 1, three hours or more weigh 3.
 *
 * Returns: whether it counts
 */
gboolean
pz_group_history_add_activity (PzGroupHistory *self,
                               PzDocument     *activity)
{
  PzRecord *owner;
  GListModel *records;
  g_autoptr(GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer people;
  const char *date;
  guint32 day;
  double minutes, weight;

  g_return_val_if_fail (self != NULL && pz_document_get_kind (activity) == PZ_DOCUMENT_ACTIVITY, FALSE);

  owner = pz_document_get_owner (activity);
  date = pz_record_get_text (owner, PZ_ACTIVITY_DATE);
  day = date != NULL ? pz_day_from_text (date) : 0;
  if (pz_record_is_deleted (owner) || day == 0 || day > self->today
      || g_strcmp0 (pz_record_get_text (owner, PZ_ACTIVITY_STATE), "held") != 0)
    return FALSE;
  groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  records = pz_document_get_records (activity, PZ_RECORD_PARTICIPATION);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      add_participation (self, record, groups);
    }
  minutes = pz_record_get_number (owner, PZ_ACTIVITY_MINUTES);
  weight = minutes >= PROJECT_MINUTES ? PROJECT_WEIGHT : LESSON_WEIGHT;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &people))
    pz_group_history_add_meeting (self, (const guint *) ((GArray *) people)->data, ((GArray *) people)->len, day, weight);
  return TRUE;
}

static const Meeting *
get_meeting (const PzGroupHistory *self,
             guint                 a,
             guint                 b)
{
  return &self->meetings[(gsize) a * self->n + b];
}

/**
 * pz_group_history_get_times:
 * @self: a history
 * @a: a learner
 * @b: another one
 *
 * Returns: how often the two were together, however long ago
 */
guint
pz_group_history_get_times (const PzGroupHistory *self,
                            guint                 a,
                            guint                 b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);

  return get_meeting (self, a, b)->times;
}

/**
 * pz_group_history_get_last:
 * @self: a history
 * @a: a learner
 * @b: another one
 *
 * Returns: the day they were together last, as GDate counts days; 0 for never
 */
guint32
pz_group_history_get_last (const PzGroupHistory *self,
                           guint                 a,
                           guint                 b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);

  return get_meeting (self, a, b)->last;
}

/**
 * pz_group_history_get_memory:
 * @self: a history
 * @a: a learner
 * @b: another one
 *
 * Returns: what is left of their meetings: weight x 0.5 ^ (weeks ago / half life), summed
 */
double
pz_group_history_get_memory (const PzGroupHistory *self,
                             guint                 a,
                             guint                 b)
{
  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);

  return get_meeting (self, a, b)->memory;
}

/**
 * pz_group_history_count_partners:
 * @self: a history
 * @learner: a learner
 *
 * Returns: with how many of the others the learner has ever worked
 */
guint
pz_group_history_count_partners (const PzGroupHistory *self,
                                 guint                 learner)
{
  guint n_partners = 0;

  g_return_val_if_fail (self != NULL && learner < self->n, 0);

  for (guint i = 0; i < self->n; i++)
    n_partners += get_meeting (self, learner, i)->times > 0;
  return n_partners;
}

/**
 * pz_group_history_dup_costs:
 * @self: a history
 *
 * What it costs to pair two again: the growth of the square of their meetings beyond that of a first one,
 * (M + 1)^2 - M^2 - 1 = 2 M, so that repeats spread evenly.
 *
 * Returns: (transfer full) (array): n x n, for pz_group_builder_add_pairs()
 */
double *
pz_group_history_dup_costs (const PzGroupHistory *self)
{
  double *costs;

  g_return_val_if_fail (self != NULL, NULL);

  costs = g_new0 (double, (gsize) self->n * self->n + 1);
  for (gsize k = 0; k < (gsize) self->n * self->n; k++)
    costs[k] = 2 * self->meetings[k].memory;
  return costs;
}
