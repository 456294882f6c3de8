/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-detail-page.h"

G_BEGIN_DECLS

/* The page of an activity, or of one of the regular week: what is planned, who works with whom, and who is there. */
#define PZ_TYPE_ACTIVITY_PAGE (pz_activity_page_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityPage, pz_activity_page, PZ, ACTIVITY_PAGE, PzDetailPage)

GtkWidget         *pz_activity_page_new          (PzClassroom    *classroom,
                                                  PzDocument     *activity);
PzDocument        *pz_activity_page_get_document (PzActivityPage *self);
gboolean           pz_activity_page_can_print    (PzActivityPage *self);
GtkPrintOperation *pz_activity_page_make_print   (PzActivityPage *self);
void               pz_activity_page_print        (PzActivityPage *self);

G_END_DECLS
