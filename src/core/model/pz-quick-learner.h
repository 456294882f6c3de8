/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzQuickGoal:
 * @id: of the goal
 * @title: what it is called; "" when it has no title
 * @measure: (nullable): id of its measure
 * @kind: (nullable): kind of the measure, as the schema has it
 * @unit: (nullable): what stands behind a value
 * @minimum: least value; NaN: none
 * @maximum: greatest value; NaN: none
 * @last_value: of the newest measurement that counts; NaN: there is none
 * @last_out_of: NaN: the last value is no share
 * @last_date: (nullable): its day, YYYY-MM-DD
 * @words: (array zero-terminated=1): folded words of title and measure, to find it by
 *
 * A goal as quick entry needs it. Made by pz_quick_goal_new(), filled by who makes it, then never changed.
 */
typedef struct
{
  char *id;
  char *title;
  char *measure;
  char *kind;
  char *unit;
  double minimum;
  double maximum;
  double last_value;
  double last_out_of;
  char *last_date;
  char **words;
} PzQuickGoal;

/**
 * PzQuickLearner:
 * @class_id: of the class
 * @class_name: of the class
 * @id: of the learner
 * @name: the name to show
 * @given_name: as shown: preferred or given; "" when none
 * @family_name: "" when none
 * @words: (array zero-terminated=1): folded words of all names
 * @letters: the folded names without blanks
 * @class_words: (array zero-terminated=1): folded words of the class
 * @sort_key: compares by strcmp() as the name in the locale's order
 * @goals: (element-type PzQuickGoal) (nullable): what can be measured; %NULL: not known yet
 * @absent: whether the learner is away today, as far as known
 * @written: grows with every entry that was written about somebody: the greater, the more recent; 0: never
 *
 * Somebody who can be named in quick entry. Shared by references, used in one thread.
 */
typedef struct
{
  grefcount ref_count;
  char *class_id;
  char *class_name;
  char *id;
  char *name;
  char *given_name;
  char *family_name;
  char **words;
  char *letters;
  char **class_words;
  char *sort_key;
  GPtrArray *goals;
  gboolean absent;
  guint written;
} PzQuickLearner;

PzQuickGoal    *pz_quick_goal_new          (const char     *id,
                                            const char     *title,
                                            const char     *measure_name);
void            pz_quick_goal_free         (PzQuickGoal    *self);

/* names: folded or not, everything the learner may be called by */
PzQuickLearner *pz_quick_learner_new       (const char     *class_id,
                                            const char     *class_name,
                                            const char     *id,
                                            const char     *name,
                                            const char     *given_name,
                                            const char     *family_name,
                                            const char     *names);
PzQuickLearner *pz_quick_learner_ref       (PzQuickLearner *self);
void            pz_quick_learner_unref     (PzQuickLearner *self);
void            pz_quick_learner_set_goals (PzQuickLearner *self,
                                            GPtrArray      *goals,
                                            gboolean        absent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzQuickGoal, pz_quick_goal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzQuickLearner, pz_quick_learner_unref)

G_END_DECLS
