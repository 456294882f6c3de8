/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a teacher sees who has no class yet: the ways to get one, nothing asked that is not needed. */
#define PZ_TYPE_START_PAGE (pz_start_page_get_type ())
G_DECLARE_FINAL_TYPE (PzStartPage, pz_start_page, PZ, START_PAGE, AdwBin)

GtkWidget *pz_start_page_new (void);

G_END_DECLS
