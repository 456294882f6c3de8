/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"

G_BEGIN_DECLS

/* The row of chips below the search: All, Not Seen, one chip for each field that is used often, More with everything
 * else and the saved filters. In a narrow window one button shows and hides it; conditions that are set stay in sight. */
#define PZ_TYPE_FILTER_BAR (pz_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (PzFilterBar, pz_filter_bar, PZ, FILTER_BAR, GtkWidget)

GtkWidget *pz_filter_bar_new        (void);
void       pz_filter_bar_set_model  (PzFilterBar   *self,
                                     PzFilterModel *model);
void       pz_filter_bar_set_narrow (PzFilterBar   *self,
                                     gboolean       narrow);
void       pz_filter_bar_update     (PzFilterBar   *self);

G_END_DECLS
