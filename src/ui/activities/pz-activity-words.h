/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-item.h"
#include "pz-classroom.h"

G_BEGIN_DECLS

/* What lists and pages say about activities. Days as GDate counts them. */
guint32     pz_activity_words_get_today    (PzClassroom      *classroom);
const char *pz_activity_words_get_title    (const char       *title);
const char *pz_activity_words_get_setting  (PzSetting         setting);
char       *pz_activity_words_dup_date     (guint32           day,
                                            guint32           today);
char       *pz_activity_words_dup_day      (guint32           day,
                                            guint32           today);
char       *pz_activity_words_dup_minutes  (double            minutes);
char       *pz_activity_words_dup_facts    (const PzActivity *activity,
                                            PzDocument       *classroom);
const char *pz_activity_words_get_state    (PzActivityItem   *item,
                                            guint32           today);
char       *pz_activity_words_dup_label    (PzActivityItem   *item,
                                            PzDocument       *classroom,
                                            guint32           today);
char       *pz_activity_words_dup_no_school (PzClassroom     *classroom,
                                            const PzActivity *activity);
char       *pz_activity_words_dup_repeats  (const PzActivity *regular,
                                            guint32           today);

G_END_DECLS
