/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The days of the week with school, a toggle button each, beginning with the first day of the week. */
#define PZ_TYPE_SCHOOL_DAYS_ROW (pz_school_days_row_get_type ())
G_DECLARE_FINAL_TYPE (PzSchoolDaysRow, pz_school_days_row, PZ, SCHOOL_DAYS_ROW, AdwPreferencesRow)

GtkWidget *pz_school_days_row_new     (PzClassroom     *classroom);
GtkWidget *pz_school_days_row_get_day (PzSchoolDaysRow *self,
                                       GDateWeekday     day);

G_END_DECLS
