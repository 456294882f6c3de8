/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-learner.h"

#include "pz-search-fold.h"

#include <math.h>

/* (transfer full): the words of a text, each folded, none empty */
static char **
fold_words (const char *text)
{
  g_autofree char *folded = pz_search_fold (text);

  return *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/**
 * pz_quick_goal_new:
 * @id: of the goal
 * @title: (nullable): what it is called
 * @measure_name: (nullable): what is counted; the goal is found by these words, too
 *
 * Returns: (transfer full): a goal without bounds that was never measured
 */
PzQuickGoal *
pz_quick_goal_new (const char *id,
                   const char *title,
                   const char *measure_name)
{
  PzQuickGoal *self;
  g_autofree char *all = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (PzQuickGoal, 1);
  all = g_strconcat (title != NULL ? title : "", " ", measure_name, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->words = fold_words (all);
  self->minimum = self->maximum = self->last_value = self->last_out_of = NAN;
  return self;
}

/**
 * pz_quick_goal_free:
 */
void
pz_quick_goal_free (PzQuickGoal *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->measure);
  g_free (self->kind);
  g_free (self->unit);
  g_free (self->last_date);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * pz_quick_learner_new:
 * @class_id: of the class
 * @class_name: of the class
 * @id: of the learner
 * @name: the name to show
 * @given_name: (nullable): as shown
 * @family_name: (nullable): of the learner
 * @names: everything the learner may be called by, words in any order
 *
 * Returns: (transfer full): a learner whose goals are not known yet
 */
PzQuickLearner *
pz_quick_learner_new (const char *class_id,
                      const char *class_name,
                      const char *id,
                      const char *name,
                      const char *given_name,
                      const char *family_name,
                      const char *names)
{
  PzQuickLearner *self;

  g_return_val_if_fail (class_id != NULL && class_name != NULL && id != NULL && name != NULL && names != NULL, NULL);

  self = g_new0 (PzQuickLearner, 1);
  g_ref_count_init (&self->ref_count);
  self->class_id = g_strdup (class_id);
  self->class_name = g_strdup (class_name);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->given_name = g_strdup (given_name != NULL ? given_name : "");
  self->family_name = g_strdup (family_name != NULL ? family_name : "");
  self->words = fold_words (names);
  self->letters = g_strjoinv ("", self->words);
  self->class_words = fold_words (class_name);
  self->sort_key = g_utf8_collate_key (name, -1);
  return self;
}

/**
 * pz_quick_learner_ref:
 *
 * Returns: (transfer full): @self
 */
PzQuickLearner *
pz_quick_learner_ref (PzQuickLearner *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_quick_learner_unref:
 */
void
pz_quick_learner_unref (PzQuickLearner *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_free (self->class_id);
  g_free (self->class_name);
  g_free (self->id);
  g_free (self->name);
  g_free (self->given_name);
  g_free (self->family_name);
  g_strfreev (self->words);
  g_free (self->letters);
  g_strfreev (self->class_words);
  g_free (self->sort_key);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_free (self);
}

/**
 * pz_quick_learner_set_goals:
 * @goals: (transfer full) (element-type PzQuickGoal): what can be measured now
 * @absent: whether the learner is away today
 *
 * Tells what was found in the learner's document. Readings made before hold the goals they were made of.
 */
void
pz_quick_learner_set_goals (PzQuickLearner *self,
                            GPtrArray      *goals,
                            gboolean        absent)
{
  g_return_if_fail (self != NULL && goals != NULL);

  g_clear_pointer (&self->goals, g_ptr_array_unref);
  self->goals = goals;
  self->absent = absent;
}
