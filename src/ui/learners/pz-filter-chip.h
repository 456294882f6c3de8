/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-menu.h"

G_BEGIN_DECLS

/* A field of the filter bar: a button that drops its menu. While there are conditions on the field it is blue, shows
 * them, and has a cross that removes them; Delete does the same. */
#define PZ_TYPE_FILTER_CHIP (pz_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (PzFilterChip, pz_filter_chip, PZ, FILTER_CHIP, GtkWidget)

GtkWidget *pz_filter_chip_new        (PzFilterModel  *model,
                                      PzFilterField   field,
                                      const char     *lens);
GtkWidget *pz_filter_chip_new_plain  (PzFilterModel  *model,
                                      const char     *label,
                                      PzFilterFields  fields);
void       pz_filter_chip_set_foot   (PzFilterChip   *self,
                                      GtkWidget    *(*make_foot) (PzFilterModel *model));
PzFilterMenu *pz_filter_chip_get_menu (PzFilterChip  *self);
gboolean   pz_filter_chip_is_set     (PzFilterChip   *self);
gboolean   pz_filter_chip_is_for     (PzFilterChip   *self,
                                      PzFilterField   field,
                                      const char     *lens);

G_END_DECLS
