/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_SORT_GIVEN,
  PZ_SORT_FAMILY,
  PZ_SORT_LEVEL, /* in the order the class has for its levels; who has none comes last */
  PZ_SORT_SEEN,  /* who was not seen for longest comes first, before them those who never were */
} PzLearnerSort;

typedef enum
{
  PZ_SCOPE_SHOWN,    /* neither in the trash nor archived */
  PZ_SCOPE_ARCHIVED, /* archived, and not in the trash */
  PZ_SCOPE_DELETED,  /* those in the trash */
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
PzLearnerSort   pz_learner_order_get_sort   (PzLearnerOrder *self);
gboolean        pz_learner_order_set_scope  (PzLearnerOrder *self,
                                             PzLearnerScope  scope);
void            pz_learner_order_set_levels (PzLearnerOrder *self,
                                             GHashTable     *ranks);
guint           pz_learner_order_get_length (PzLearnerOrder *self);
guint           pz_learner_order_get        (PzLearnerOrder *self,
                                             guint           place,
                                             guint          *serial);

PzLearnerSort   pz_learner_sort_from_name   (const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzLearnerOrder, pz_learner_order_free)

G_END_DECLS
