/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The closed days of a class as people think of them, one row each; more by hand or from a calendar file. */
#define PZ_TYPE_CLOSED_DAYS_GROUP (pz_closed_days_group_get_type ())
G_DECLARE_FINAL_TYPE (PzClosedDaysGroup, pz_closed_days_group, PZ, CLOSED_DAYS_GROUP, AdwPreferencesGroup)

GtkWidget *pz_closed_days_group_new         (PzClassroom       *classroom);
guint      pz_closed_days_group_get_n       (PzClosedDaysGroup *self);
GtkWidget *pz_closed_days_group_get_row     (PzClosedDaysGroup *self,
                                             guint              place);
void       pz_closed_days_group_import_file (PzClosedDaysGroup *self,
                                             GFile             *file);

G_END_DECLS
