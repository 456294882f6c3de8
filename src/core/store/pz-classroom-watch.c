/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-watch.h"

#include "pz-position.h"

#include <math.h>

static PzRecord *
get_owner (PzClassroom *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self));
}

/**
 * pz_classroom_dup_readiness:
 * @self: a class
 * @learners: (array zero-terminated=1): ids
 *
 * Returns: (transfer full) (array): the place of each learner's level in the order of the class, from 1; NAN without one
 */
double *
pz_classroom_dup_readiness (PzClassroom        *self,
                            const char * const *learners)
{
  g_autoptr(GPtrArray) levels = NULL;
  PzIndex *index;
  double *numbers;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && learners != NULL, NULL);

  levels = pz_position_list (pz_classroom_get_document (self), PZ_RECORD_LEVEL);
  index = pz_classroom_get_index (self);
  numbers = g_new (double, g_strv_length ((char **) learners) + 1);
  for (guint i = 0; learners[i] != NULL; i++)
    {
      guint position;
      const char *level = pz_index_find (index, learners[i], &position) ? pz_index_peek_level (index, position) : NULL;

      numbers[i] = NAN;
      for (guint k = 0; k < levels->len && level != NULL; k++)
        if (g_str_equal (pz_record_get_id (levels->pdata[k]), level))
          numbers[i] = k + 1;
    }
  return numbers;
}

/* Returns: (transfer container): goals of the class that are worked on */
static GPtrArray *
list_shared_goals (PzClassroom *self)
{
  GListModel *records = pz_document_get_records (pz_classroom_get_document (self), PZ_RECORD_GOAL);
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (records, i);
      const char *state = pz_record_get_text (goal, PZ_GOAL_STATE);

      if (!pz_record_is_deleted (goal) && g_strcmp0 (state, "draft") != 0 && g_strcmp0 (state, "closed") != 0)
        g_ptr_array_add (goals, g_steal_pointer (&goal));
    }
  return goals;
}

/* one that names nobody is for everybody */
static gboolean
is_for (PzRecord   *goal,
        const char *learner)
{
  return pz_record_is_empty (goal, PZ_GOAL_LEARNERS) || pz_record_set_has (goal, PZ_GOAL_LEARNERS, learner);
}

/**
 * pz_classroom_list_without_shared_goal:
 * @self: a class
 * @learners: (array zero-terminated=1): ids
 *
 * Returns: (transfer full) (element-type guint): places of those who have no goal together with others; empty where nobody
 *   has one, because the class does not work in that way
 */
GArray *
pz_classroom_list_without_shared_goal (PzClassroom        *self,
                                       const char * const *learners)
{
  GArray *without = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) goals = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && learners != NULL, without);

  goals = list_shared_goals (self);
  for (guint i = 0; learners[i] != NULL && goals->len > 0; i++)
    {
      gboolean has = FALSE;

      for (guint k = 0; k < goals->len && !has; k++)
        has = is_for (goals->pdata[k], learners[i]);
      if (!has)
        g_array_append_val (without, i);
    }
  return without;
}

/**
 * pz_classroom_wants_warning:
 * @self: a class
 * @kind: of a warning
 *
 * Returns: whether the teacher wants to be warned of that in this class
 */
gboolean
pz_classroom_wants_warning (PzClassroom *self,
                            const char  *kind)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && kind != NULL, FALSE);
  return !pz_record_set_has (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF, kind);
}

/**
 * pz_classroom_set_wants_warning:
 * @self: a class; the caller saves it
 * @kind: of a warning
 * @wanted: whether the teacher wants to be warned of that
 */
void
pz_classroom_set_wants_warning (PzClassroom *self,
                                const char  *kind,
                                gboolean     wanted)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self) && kind != NULL);

  if (wanted)
    pz_record_set_remove (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF, kind);
  else
    pz_record_set_add (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF, kind);
}

/**
 * pz_classroom_count_unwanted_warnings:
 * @self: a class
 *
 * Returns: how many kinds of warnings the teacher does not want
 */
guint
pz_classroom_count_unwanted_warnings (PzClassroom *self)
{
  g_auto(GStrv) kinds = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), 0);

  kinds = pz_record_dup_set (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF);
  return g_strv_length (kinds);
}

/**
 * pz_classroom_want_all_warnings:
 * @self: a class; the caller saves it
 *
 * Every warning is wanted again.
 */
void
pz_classroom_want_all_warnings (PzClassroom *self)
{
  g_auto(GStrv) kinds = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  kinds = pz_record_dup_set (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF);
  for (gsize i = 0; kinds[i] != NULL; i++)
    pz_record_set_remove (get_owner (self), PZ_CLASSROOM_WARNINGS_OFF, kinds[i]);
}
