/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-entry-private.h"

#include <string.h>

/* The order of readings. Each line decides only where all before it are equal:
 *  1. the grade of the name: begins its words, initials, letters in order
 *  2. more of the typed words say who and what
 *  3. how well the rest fits: named, guessed, forced, offered, incomplete
 *  4. what can be written before what is refused
 *  5. more whole words of the name
 *  6. the class that is shown
 *  7. learners written about most recently
 *  8. the order of names in the locale, then id and class
 *  9. goals, check-ins, absence
 * 10. the measure that was written last
 * 11. the goal measured most recently, then title and id
 * The same text over the same learners always gives the same list. */

#define COMPARE(a, b) \
  G_STMT_START { if ((a) != (b)) return (a) < (b) ? -1 : 1; } G_STMT_END

static int
compare_learners (PzQuickEntry         *self,
                  const PzQuickLearner *a,
                  const PzQuickLearner *b)
{
  int order;

  if (a == b)
    return 0;
  COMPARE (g_strcmp0 (a->class_id, self->shown_class) != 0, g_strcmp0 (b->class_id, self->shown_class) != 0);
  COMPARE (b->written, a->written);
  order = strcmp (a->sort_key, b->sort_key);
  if (order == 0)
    order = strcmp (a->id, b->id);
  return order != 0 ? order : strcmp (a->class_id, b->class_id);
}

static int
compare_goals (PzQuickEntry      *self,
               const PzQuickGoal *a,
               const PzQuickGoal *b)
{
  int order;

  if (a == b)
    return 0;
  COMPARE (self->recent_measure == NULL || g_strcmp0 (a->measure, self->recent_measure) != 0,
           self->recent_measure == NULL || g_strcmp0 (b->measure, self->recent_measure) != 0);
  order = -g_strcmp0 (a->last_date, b->last_date);
  if (order == 0)
    order = strcmp (a->title, b->title);
  return order != 0 ? order : strcmp (a->id, b->id);
}

/**
 * pz_quick_entry_compare_readings:
 * @x: a pointer to a reading
 * @y: a pointer to a reading
 * @user_data: the #PzQuickEntry
 *
 * Returns: which comes first, by the order at the top of the file
 */
int
pz_quick_entry_compare_readings (gconstpointer x,
                                 gconstpointer y,
                                 gpointer      user_data)
{
  const PzQuickReading *a = *(PzQuickReading *const *) x, *b = *(PzQuickReading *const *) y;
  int order;

  COMPARE (a->grade, b->grade);
  COMPARE (b->n_explained, a->n_explained);
  COMPARE (a->fit, b->fit);
  COMPARE (a->state == PZ_QUICK_REFUSED, b->state == PZ_QUICK_REFUSED);
  COMPARE (b->n_whole, a->n_whole);
  order = compare_learners (user_data, a->learner, b->learner);
  if (order != 0)
    return order;
  COMPARE (a->what, b->what);
  if (a->goal != NULL && b->goal != NULL)
    return compare_goals (user_data, a->goal, b->goal);
  COMPARE (b->explicit_kind, a->explicit_kind);
  COMPARE (a->kind, b->kind);
  return 0;
}

static int
compare_matches (gconstpointer x,
                 gconstpointer y,
                 gpointer      user_data)
{
  const PzQuickMatch *a = x, *b = y;

  COMPARE (a->grade, b->grade);
  COMPARE (b->n_tokens, a->n_tokens);
  COMPARE (b->n_whole, a->n_whole);
  return compare_learners (user_data, a->learner, b->learner);
}

/* The best way to take the name, the longest of equal ones. FALSE: nothing of it fits. */
static gboolean
match (PzQuickLearner    *learner,
       const PzQuickText *text,
       PzQuickMatch             *best)
{
  best->grade = PZ_QUICK_NO_MATCH;
  for (guint n = 1; n <= MIN (text->n_tokens, PZ_QUICK_MAX_NAME_TOKENS); n++)
    {
      guint n_whole = 0;
      PzQuickGrade grade = pz_quick_match_name (learner, text, n, &n_whole);

      if (grade < PZ_QUICK_NO_MATCH && grade <= best->grade)
        *best = (PzQuickMatch) { learner, grade, n, n_whole };
      else if (grade == PZ_QUICK_NO_MATCH && n == 1 && text->tokens[0].folded[0] != NULL)
        break;
    }
  return best->grade < PZ_QUICK_NO_MATCH;
}

/* Keeps the best ones sorted: of 10,000 names that begin with one letter few are looked at. */
static void
keep_best (PzQuickEntry       *self,
           GArray             *best,
           const PzQuickMatch *match)
{
  guint place = best->len;

  while (place > 0 && compare_matches (match, &g_array_index (best, PzQuickMatch, place - 1), self) < 0)
    place--;
  if (place < PZ_QUICK_MAX_LEARNERS)
    g_array_insert_val (best, place, *match);
  if (best->len > PZ_QUICK_MAX_LEARNERS)
    g_array_set_size (best, PZ_QUICK_MAX_LEARNERS);
}

/**
 * pz_quick_entry_list_matches:
 * @text: what was typed
 *
 * Names that only have the letters somewhere count when no name begins with them: two letters stand in half of all.
 *
 * Returns: (transfer full) (element-type PzQuickMatch): whom its beginning may name, best first, not more than
 *   %PZ_QUICK_MAX_LEARNERS
 */
GArray *
pz_quick_entry_list_matches (PzQuickEntry      *self,
                             const PzQuickText *text)
{
  GArray *best = g_array_sized_new (FALSE, FALSE, sizeof (PzQuickMatch), PZ_QUICK_MAX_LEARNERS + 1);

  for (guint i = 0; i < self->learners->len; i++)
    {
      PzQuickMatch one;

      if (match (g_ptr_array_index (self->learners, i), text, &one))
        keep_best (self, best, &one);
    }
  while (best->len > 0 && g_array_index (best, PzQuickMatch, 0).grade < PZ_QUICK_LETTERS
         && g_array_index (best, PzQuickMatch, best->len - 1).grade == PZ_QUICK_LETTERS)
    g_array_set_size (best, best->len - 1);
  return best;
}
