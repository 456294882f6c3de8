/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-course.h"

#include "pz-balance.h"

#include <string.h>

/* What is counted, day by day. */
typedef struct
{
  PzPartnersCourse *course;
  GHashTable *places; /* id of a learner -> number */
  gboolean *met;      /* n x n */
  guint n_met;        /* pairs that met */
  guint n_meetings;   /* of pairs, repeated ones, too */
} Count;

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const PzActivity *x = *(PzActivity *const *) a, *y = *(PzActivity *const *) b;
  int order = (x->day > y->day) - (x->day < y->day);

  return order != 0 ? order : strcmp (x->id, y->id);
}

/* Returns: (transfer container): what was held in groups until today, the first first */
static GPtrArray *
list_held (GPtrArray *activities,
           guint32    today)
{
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < activities->len; i++)
    {
      PzActivity *activity = activities->pdata[i];

      if (activity->held && activity->every == 0 && activity->day != 0 && activity->day <= today)
        g_ptr_array_add (held, activity);
    }
  g_ptr_array_sort (held, compare_days);
  return held;
}

static gboolean
find_place (Count                *count,
            const PzActivityPart *part,
            guint                *place)
{
  gpointer found;

  if (part->absent || part->group == NULL || !g_hash_table_lookup_extended (count->places, part->learner, NULL, &found))
    return FALSE;
  *place = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* with_others, has_new: sets of learners of this grouping */
static void
meet (Count    *count,
      guint     a,
      guint     b,
      gboolean *with_others,
      gboolean *has_new)
{
  gsize at = (gsize) MIN (a, b) * count->course->n + MAX (a, b);

  count->n_meetings++;
  with_others[a] = with_others[b] = TRUE;
  if (count->met[at])
    return;
  count->met[at] = TRUE;
  count->n_met++;
  has_new[a] = has_new[b] = TRUE;
}

/* FALSE: nobody was together with anybody */
static gboolean
count_activity (Count            *count,
                const PzActivity *activity)
{
  guint n = count->course->n, before = count->n_meetings;
  g_autofree gboolean *with_others = g_new0 (gboolean, n + 1);
  g_autofree gboolean *has_new = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < activity->parts->len; i++)
    for (guint k = i + 1; k < activity->parts->len; k++)
      {
        const PzActivityPart *a = &g_array_index (activity->parts, PzActivityPart, i);
        const PzActivityPart *b = &g_array_index (activity->parts, PzActivityPart, k);
        guint x, y;

        if (a->round == b->round && g_strcmp0 (a->group, b->group) == 0 && find_place (count, a, &x)
            && find_place (count, b, &y) && x != y)
          meet (count, x, y, with_others, has_new);
      }
  for (guint i = 0; i < n; i++)
    if (has_new[i])
      count->course->since_new[i] = 0;
    else if (with_others[i])
      count->course->since_new[i]++;
  return count->n_meetings > before;
}

/* the weeks from the one to the other, as things stand now */
static void
add_weeks (Count   *count,
           guint32  first,
           guint32  last)
{
  double n_pairs = count->course->n * (count->course->n - 1.0) / 2;
  PzPartnersWeek week = { first, count->n_met / n_pairs, MIN (count->n_meetings / n_pairs, 1) };

  for (; week.monday <= last; week.monday += 7)
    g_array_append_val (count->course->weeks, week);
}

static void
count_all (Count     *count,
           GPtrArray *held,
           guint32    today)
{
  guint32 open = 0; /* the week that is being counted; 0: none yet */

  for (guint i = 0; i < held->len; i++)
    {
      guint32 monday = pz_balance_get_monday (((PzActivity *) held->pdata[i])->day);

      if (open != 0 && monday > open)
        add_weeks (count, open, monday - 7);
      if (count_activity (count, held->pdata[i]) || open != 0)
        open = monday;
    }
  if (open != 0)
    add_weeks (count, open, pz_balance_get_monday (today));
}

/**
 * pz_partners_course_new:
 * @activities: (element-type PzActivity): of the class, in any order
 * @learners: (array zero-terminated=1): ids of those to look at, each once
 * @today: as GDate counts days; what is later does not count yet
 *
 * Counts, over what was held, how pairs came together, of those who were present. Each round counts; an activity is one
 * grouping.
 *
 * Returns: (transfer full): the course
 */
PzPartnersCourse *
pz_partners_course_new (GPtrArray          *activities,
                        const char * const *learners,
                        guint32             today)
{
  g_autoptr(GPtrArray) held = NULL;
  PzPartnersCourse *self;
  Count count;

  g_return_val_if_fail (activities != NULL && learners != NULL && today > 0, NULL);

  self = g_new0 (PzPartnersCourse, 1);
  self->n = g_strv_length ((char **) learners);
  self->weeks = g_array_new (FALSE, FALSE, sizeof (PzPartnersWeek));
  self->since_new = g_new0 (guint, self->n + 1);
  count = (Count) { self, g_hash_table_new (g_str_hash, g_str_equal), g_new0 (gboolean, (gsize) self->n * self->n + 1) };
  for (guint i = 0; i < self->n; i++)
    g_hash_table_insert (count.places, (gpointer) learners[i], GUINT_TO_POINTER (i));
  held = list_held (activities, today);
  count_all (&count, held, today);
  g_hash_table_unref (count.places);
  g_free (count.met);
  return self;
}

/**
 * pz_partners_course_free:
 * @self: (transfer full): the course
 */
void
pz_partners_course_free (PzPartnersCourse *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->weeks);
  g_free (self->since_new);
  g_free (self);
}
