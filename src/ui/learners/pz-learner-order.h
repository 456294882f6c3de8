/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_SORT_GIVEN,
  PZ_SORT_FAMILY,
} PzLearnerSort;

typedef enum
{
  PZ_SCOPE_SHOWN,   /* neither in the trash nor archived */
  PZ_SCOPE_DELETED, /* those in the trash */
} PzLearnerScope;

/* The positions of an index in the order of names, by cached collation keys; works without objects, so that 10,000
 * learners are sorted before the first frame. May be made in any thread while nobody else uses the index. */
typedef struct _PzLearnerOrder PzLearnerOrder;

PzLearnerOrder *pz_learner_order_new        (PzIndex        *index,
                                             PzLearnerScope  scope,
                                             PzLearnerSort   sort);
void            pz_learner_order_free       (PzLearnerOrder *self);
void            pz_learner_order_splice     (PzLearnerOrder *self,
                                             guint           position,
                                             guint           removed,
                                             guint           added);
gboolean        pz_learner_order_set_sort   (PzLearnerOrder *self,
                                             PzLearnerSort   sort);
guint           pz_learner_order_get_length (PzLearnerOrder *self);
guint           pz_learner_order_get        (PzLearnerOrder *self,
                                             guint           place,
                                             guint          *serial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzLearnerOrder, pz_learner_order_free)

G_END_DECLS
