/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"

G_BEGIN_DECLS

/* What a teacher does to one activity. These edits change the document; who calls saves it. */
void       pz_activity_copy         (PzDocument         *from,
                                     PzDocument         *to);
void       pz_activity_set_day      (PzDocument         *activity,
                                     guint32             day);
void       pz_activity_name_all     (PzDocument         *activity,
                                     const char * const *learners);
void       pz_activity_fill         (PzDocument         *activity,
                                     const char * const *learners,
                                     const char * const *absent);

/* Groups of a round, and who is in them. */
GPtrArray *pz_activity_list_groups  (PzDocument         *activity,
                                     guint               round);
GPtrArray *pz_activity_list_parts   (PzDocument         *activity,
                                     guint               round);
PzRecord  *pz_activity_add_group    (PzDocument         *activity,
                                     guint               round,
                                     const char         *name);
void       pz_activity_remove_group (PzDocument         *activity,
                                     PzRecord           *group);
PzRecord  *pz_activity_find_part    (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round);
PzRecord  *pz_activity_add_part     (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round);
PzRecord  *pz_activity_take_part    (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round);
void       pz_activity_place        (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round,
                                     PzRecord           *group);
void       pz_activity_move         (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round,
                                     PzRecord           *group);
void       pz_activity_swap         (PzDocument         *activity,
                                     const char         *a,
                                     const char         *b,
                                     guint               round);
void       pz_activity_leave        (PzDocument         *activity,
                                     const char         *learner,
                                     guint               round);

G_END_DECLS
