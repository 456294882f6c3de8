/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-list.h"
#include "pz-detail-page.h"

G_BEGIN_DECLS

/* Who has worked with whom, who is left out, and how learning alone and together balance. */
#define PZ_TYPE_PARTNERS_PAGE (pz_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (PzPartnersPage, pz_partners_page, PZ, PARTNERS_PAGE, PzDetailPage)

GtkWidget *pz_partners_page_new (PzActivityList *list);

G_END_DECLS
