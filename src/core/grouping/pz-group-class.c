/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-class-private.h"

#include "pz-goal-source.h"
#include "pz-learner.h"
#include "pz-position.h"

#include <math.h>
#include <string.h>

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (pz_document_get_id (*(PzDocument *const *) a), pz_document_get_id (*(PzDocument *const *) b));
}

/**
 * pz_group_class_new:
 * @learners: (element-type PzDocument): of those to be grouped
 * @classroom: the document of the class
 *
 * Returns: (transfer full): the learners, numbered by their ids, so that no locale and no order of a list changes groups
 */
PzGroupClass *
pz_group_class_new (GPtrArray  *learners,
                    PzDocument *classroom)
{
  PzGroupClass *self;

  g_return_val_if_fail (learners != NULL && PZ_IS_DOCUMENT (classroom), NULL);

  self = g_new0 (PzGroupClass, 1);
  self->learners = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < learners->len; i++)
    g_ptr_array_add (self->learners, g_object_ref (g_ptr_array_index (learners, i)));
  g_ptr_array_sort (self->learners, compare_ids);
  self->classroom = g_object_ref (classroom);
  self->ids = g_new0 (char *, learners->len + 1);
  self->names = g_new0 (char *, learners->len + 1);
  for (guint i = 0; i < learners->len; i++)
    {
      PzDocument *document = g_ptr_array_index (self->learners, i);

      self->ids[i] = g_strdup (pz_document_get_id (document));
      self->names[i] = pz_learner_dup_display_name (pz_document_get_owner (document));
    }
  return self;
}

/**
 * pz_group_class_free:
 * @self: (transfer full): a class
 *
 * Ends it.
 */
void
pz_group_class_free (PzGroupClass *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->learners);
  g_object_unref (self->classroom);
  g_strfreev (self->ids);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * pz_group_class_get_n:
 * @self: a class
 *
 * Returns: the number of learners
 */
guint
pz_group_class_get_n (const PzGroupClass *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->learners->len;
}

/**
 * pz_group_class_get_ids:
 * @self: a class
 *
 * Returns: (array zero-terminated=1): of the learners
 */
const char *const *
pz_group_class_get_ids (const PzGroupClass *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->ids;
}

/**
 * pz_group_class_get_names:
 * @self: a class
 *
 * Returns: (array zero-terminated=1): of the learners, to be shown
 */
const char *const *
pz_group_class_get_names (const PzGroupClass *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->names;
}

/**
 * pz_group_class_rename:
 * @self: a class
 * @names: (element-type utf8 utf8): for the ids in it, what the learners are called from now on
 *
 * For words that others may see.
 */
void
pz_group_class_rename (PzGroupClass *self,
                       GHashTable   *names)
{
  g_return_if_fail (self != NULL && names != NULL);

  for (guint i = 0; i < self->learners->len; i++)
    {
      const char *name = g_hash_table_lookup (names, self->ids[i]);

      if (name == NULL)
        continue;
      g_free (self->names[i]);
      self->names[i] = g_strdup (name);
    }
}

/**
 * pz_group_class_find:
 * @self: a class
 * @id: of a learner
 * @number: (out): the learner's number; unchanged when not found
 *
 * Returns: whether the learner is one of those to be grouped
 */
gboolean
pz_group_class_find (const PzGroupClass *self,
                     const char         *id,
                     guint              *number)
{
  g_return_val_if_fail (self != NULL && id != NULL && number != NULL, FALSE);

  for (guint i = 0; i < self->learners->len; i++)
    if (strcmp (self->ids[i], id) == 0)
      {
        *number = i;
        return TRUE;
      }
  return FALSE;
}

/* of a learner, by number */
PzRecord *
pz_group_class_get_record (const PzGroupClass *self,
                           guint               learner)
{
  return pz_document_get_owner (g_ptr_array_index (self->learners, learner));
}

/**
 * pz_group_class_dup_levels:
 * @self: a class
 *
 * Returns: (transfer full) (array): the place of each learner's level in the order of the class, from 1; NAN without one
 */
double *
pz_group_class_dup_levels (const PzGroupClass *self)
{
  g_autoptr(GPtrArray) levels = NULL;
  double *numbers;

  g_return_val_if_fail (self != NULL, NULL);

  levels = pz_position_list (self->classroom, PZ_RECORD_LEVEL);
  numbers = g_new (double, self->learners->len + 1);
  for (guint i = 0; i < self->learners->len; i++)
    {
      const char *level = pz_record_get_text (pz_group_class_get_record (self, i), PZ_LEARNER_LEVEL);

      numbers[i] = NAN;
      for (guint k = 0; k < levels->len && level != NULL; k++)
        if (g_str_equal (pz_record_get_id (g_ptr_array_index (levels, k)), level))
          numbers[i] = k + 1;
    }
  return numbers;
}

/* day: when it was measured, 0 for never */
static double
find_latest (GPtrArray  *goals,
             const char *measure,
             guint32    *day)
{
  double latest = NAN;

  *day = 0;

  for (guint k = 0; k < goals->len; k++)
    {
      const PzGoalSource *goal = g_ptr_array_index (goals, k);
      const PzGoalScore *score;

      if (g_strcmp0 (goal->measure, measure) != 0 || goal->scores->len == 0)
        continue;
      score = &g_array_index (goal->scores, PzGoalScore, goal->scores->len - 1);
      if (score->day > *day)
        {
          *day = score->day;
          latest = score->out_of > 0 ? score->value / score->out_of : score->value;
        }
    }
  return latest;
}

/**
 * pz_group_class_dup_measured:
 * @self: a class
 * @measure: id of a measure
 *
 * Returns: (transfer full) (array): the latest value of each learner, as a share where it is a part of a whole; NAN where
 *   nothing was measured
 */
double *
pz_group_class_dup_measured (const PzGroupClass *self,
                             const char         *measure)
{
  double *numbers;

  g_return_val_if_fail (self != NULL && measure != NULL, NULL);

  numbers = g_new (double, self->learners->len + 1);
  for (guint i = 0; i < self->learners->len; i++)
    {
      g_autoptr(GPtrArray) goals = pz_goal_sources_of_documents (g_ptr_array_index (self->learners, i), self->classroom);
      guint32 day;

      numbers[i] = find_latest (goals, measure, &day);
    }
  return numbers;
}

/**
 * pz_group_class_count_older:
 * @self: a class
 * @measure: id of a measure
 * @day: as GDate counts days
 *
 * Returns: of how many learners the latest value is from before that day; those without one are not among them
 */
guint
pz_group_class_count_older (const PzGroupClass *self,
                            const char         *measure,
                            guint32             day)
{
  guint n_older = 0;

  g_return_val_if_fail (self != NULL && measure != NULL, 0);

  for (guint i = 0; i < self->learners->len; i++)
    {
      g_autoptr(GPtrArray) goals = pz_goal_sources_of_documents (g_ptr_array_index (self->learners, i), self->classroom);
      guint32 latest;

      find_latest (goals, measure, &latest);
      n_older += latest > 0 && latest < day;
    }
  return n_older;
}
