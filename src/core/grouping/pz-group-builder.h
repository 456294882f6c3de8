/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-problem.h"

G_BEGIN_DECLS

/**
 * PzGroupBuilder:
 *
 * Collects what is asked of a grouping, and makes the problem of it. Whatever is wrong with what it is told, it keeps
 * and reports once, when the problem is asked for: nothing it is given can make it crash.
 */
typedef struct _PzGroupBuilder PzGroupBuilder;

PzGroupBuilder *pz_group_builder_new         (guint               n_learners);
void            pz_group_builder_free        (PzGroupBuilder     *self);
void            pz_group_builder_set_sizes   (PzGroupBuilder     *self,
                                              const PzGroupSize  *sizes,
                                              guint               n_groups);
void            pz_group_builder_set_raw     (PzGroupBuilder     *self);
guint           pz_group_builder_add_numbers (PzGroupBuilder     *self,
                                              PzCriterionKind     kind,
                                              double              importance,
                                              const double       *numbers);
guint           pz_group_builder_add_values  (PzGroupBuilder     *self,
                                              PzCriterionKind     kind,
                                              double              importance,
                                              const int          *values);
guint           pz_group_builder_add_tags    (PzGroupBuilder     *self,
                                              PzCriterionKind     kind,
                                              double              importance,
                                              const guint64      *tags);
guint           pz_group_builder_add_pairs   (PzGroupBuilder     *self,
                                              double              importance,
                                              const double       *pairs);
void            pz_group_builder_set_must    (PzGroupBuilder     *self,
                                              guint               criterion);
void            pz_group_builder_set_limit   (PzGroupBuilder     *self,
                                              guint               criterion,
                                              guint               limit);
void            pz_group_builder_together    (PzGroupBuilder     *self,
                                              guint               a,
                                              guint               b);
void            pz_group_builder_apart       (PzGroupBuilder     *self,
                                              guint               a,
                                              guint               b);
void            pz_group_builder_pin         (PzGroupBuilder     *self,
                                              guint               learner,
                                              guint               group);
PzGroupProblem *pz_group_builder_build       (PzGroupBuilder     *self,
                                              GError            **error);

void            pz_group_sizes_even          (guint               n_learners,
                                              guint               n_groups,
                                              GArray             *sizes);
guint           pz_group_sizes_for           (guint               n_learners,
                                              guint               size,
                                              GArray             *sizes);
gboolean        pz_group_sizes_between       (guint               n_learners,
                                              guint               least,
                                              guint               most,
                                              GArray             *sizes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupBuilder, pz_group_builder_free)

G_END_DECLS
