/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_GROUP_MAX_LEARNERS 4000

/* What 1 of a weighted criterion is in the integers the search works with. */
#define PZ_GROUP_UNIT 100000

/**
 * PzCriterionKind:
 * @PZ_CRITERION_MIXED: numbers; every group mirrors the class: the share of their scatter that is between the groups
 * @PZ_CRITERION_SIMILAR: numbers; 1 less that share: groups of learners with like numbers
 * @PZ_CRITERION_SPREAD: values; each as often as the size of the group would have it, squares of what is over or missing
 * @PZ_CRITERION_GATHER: values; the opposite of @PZ_CRITERION_SPREAD
 * @PZ_CRITERION_NOT_ALONE: values; how often somebody is the only one in the group with the value
 * @PZ_CRITERION_COVER: values; how many of the values are missing in the groups
 * @PZ_CRITERION_AT_MOST: values; how many learners with one value are over the limit in the groups
 * @PZ_CRITERION_PAIRS: a number for each two learners, added up over those who share a group
 *
 * What is asked of a grouping. The value of a criterion is smaller the better it is met.
 */
typedef enum
{
  PZ_CRITERION_MIXED,
  PZ_CRITERION_SIMILAR,
  PZ_CRITERION_SPREAD,
  PZ_CRITERION_GATHER,
  PZ_CRITERION_NOT_ALONE,
  PZ_CRITERION_COVER,
  PZ_CRITERION_AT_MOST,
  PZ_CRITERION_PAIRS,
  PZ_N_CRITERION_KINDS
} PzCriterionKind;

/**
 * PzGroupSize:
 * @least: learners the group has at least
 * @most: and at most
 */
typedef struct
{
  guint least;
  guint most;
} PzGroupSize;

/**
 * PzGroupProblem:
 *
 * Everything about one grouping to be found, in numbers: immutable, so that any number of threads may work on it.
 * Learners are numbered from 0 to n - 1, groups from 0 to m - 1, criteria in the order they were added. A grouping is an
 * array of n group numbers.
 */
typedef struct _PzGroupProblem PzGroupProblem;

PzGroupProblem    *pz_group_problem_ref            (PzGroupProblem       *self);
void               pz_group_problem_unref          (PzGroupProblem       *self);
guint              pz_group_problem_get_n          (const PzGroupProblem *self);
guint              pz_group_problem_get_n_groups   (const PzGroupProblem *self);
const PzGroupSize *pz_group_problem_get_sizes      (const PzGroupProblem *self);
guint              pz_group_problem_get_n_criteria (const PzGroupProblem *self);
PzCriterionKind    pz_group_problem_get_kind       (const PzGroupProblem *self,
                                                    guint                 criterion);
double             pz_group_problem_get_importance (const PzGroupProblem *self,
                                                    guint                 criterion);
gboolean           pz_group_problem_is_must        (const PzGroupProblem *self,
                                                    guint                 criterion);
gboolean           pz_group_problem_has_effect     (const PzGroupProblem *self,
                                                    guint                 criterion);
double             pz_group_problem_get_chance     (const PzGroupProblem *self,
                                                    guint                 criterion);
double             pz_group_problem_get_factor     (const PzGroupProblem *self,
                                                    guint                 criterion);
guint              pz_group_problem_get_n_missing  (const PzGroupProblem *self,
                                                    guint                 criterion);

gint64             pz_group_problem_get_total      (const PzGroupProblem *self,
                                                    const guint          *groups);
void               pz_group_problem_measure        (const PzGroupProblem *self,
                                                    const guint          *groups,
                                                    double               *values);
double             pz_group_problem_get_score      (const PzGroupProblem *self,
                                                    const double         *values);
gboolean           pz_group_problem_is_grouping    (const PzGroupProblem *self,
                                                    const guint          *groups);
gint64             pz_group_problem_count_broken   (const PzGroupProblem *self,
                                                    const guint          *groups);
PzGroupProblem    *pz_group_problem_reweigh        (const PzGroupProblem *self,
                                                    const double         *factors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupProblem, pz_group_problem_unref)

G_END_DECLS
