/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* Weeks after which a meeting counts half, unless the teacher says otherwise. */
#define PZ_GROUP_HALF_LIFE 6.0

/**
 * PzGroupHistory:
 *
 * Who has worked with whom: of the learners of a class, in groups that were held, those who were present.
 */
typedef struct _PzGroupHistory PzGroupHistory;

PzGroupHistory *pz_group_history_new            (const char *const    *learners,
                                                 guint32               today,
                                                 double                half_life);
void            pz_group_history_free           (PzGroupHistory       *self);
gboolean        pz_group_history_add_activity   (PzGroupHistory       *self,
                                                 PzDocument           *activity);
void            pz_group_history_add_meeting    (PzGroupHistory       *self,
                                                 const guint          *people,
                                                 guint                 n_people,
                                                 guint32               day,
                                                 double                weight);
guint           pz_group_history_get_times      (const PzGroupHistory *self,
                                                 guint                 a,
                                                 guint                 b);
guint32         pz_group_history_get_last       (const PzGroupHistory *self,
                                                 guint                 a,
                                                 guint                 b);
double          pz_group_history_get_memory     (const PzGroupHistory *self,
                                                 guint                 a,
                                                 guint                 b);
guint           pz_group_history_count_partners (const PzGroupHistory *self,
                                                 guint                 learner);
double         *pz_group_history_dup_costs      (const PzGroupHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupHistory, pz_group_history_free)

G_END_DECLS
