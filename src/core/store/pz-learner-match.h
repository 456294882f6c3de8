/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-traits.h"

G_BEGIN_DECLS

typedef enum
{
  PZ_MATCH_NO,
  PZ_MATCH_YES,
  PZ_MATCH_UNKNOWN, /* nothing speaks against it, but a value that is asked for is not known */
} PzMatch;

/* A filter and a search, made ready to be asked of every row of an index. Good until the class or the traits change. */
typedef struct _PzLearnerMatch PzLearnerMatch;

PzLearnerMatch *pz_learner_match_new        (PzIndex               *index,
                                             PzClassroomTraits     *traits,
                                             const PzLearnerFilter *filter,
                                             const char            *search);
void            pz_learner_match_free       (PzLearnerMatch        *self);
gboolean        pz_learner_match_is_pending (PzLearnerMatch        *self);
gboolean        pz_learner_match_is_trivial (PzLearnerMatch        *self);
PzMatch         pz_learner_match_test       (PzLearnerMatch        *self,
                                             guint                  position,
                                             guint64               *unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzLearnerMatch, pz_learner_match_free)

G_END_DECLS
