/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-detail-page.h"

G_BEGIN_DECLS

/* One day of the regular week that stands in no file yet: what can become of it. */
#define PZ_TYPE_PLANNED_PAGE (pz_planned_page_get_type ())
G_DECLARE_FINAL_TYPE (PzPlannedPage, pz_planned_page, PZ, PLANNED_PAGE, PzDetailPage)

GtkWidget *pz_planned_page_new (PzClassroom *classroom,
                                PzDocument  *regular,
                                guint32      day);

G_END_DECLS
