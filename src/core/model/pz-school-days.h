/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

/* Which days have school, as a class said it at one moment. Never changes: share it by reference, also between threads. */
#define PZ_TYPE_SCHOOL_DAYS (pz_school_days_get_type ())
typedef struct _PzSchoolDays PzSchoolDays;

GType             pz_school_days_get_type   (void);
PzSchoolDays     *pz_school_days_new        (PzRecord           *classroom);
PzSchoolDays     *pz_school_days_ref        (PzSchoolDays       *self);
void              pz_school_days_unref      (PzSchoolDays       *self);
gboolean          pz_school_days_is_open    (const PzSchoolDays *self,
                                             const GDate        *day);
guint             pz_school_days_count      (const PzSchoolDays *self,
                                             const GDate        *after,
                                             const GDate        *until,
                                             const PzDaySpans   *absences);
int               pz_school_days_since      (const PzSchoolDays *self,
                                             const char         *day,
                                             const GDate        *today,
                                             const PzDaySpans   *absences);
const PzDaySpans *pz_school_days_get_closed (const PzSchoolDays *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSchoolDays, pz_school_days_unref)

G_END_DECLS
