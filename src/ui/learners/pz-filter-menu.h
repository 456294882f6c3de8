/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"

G_BEGIN_DECLS

/* Which fields a menu has; a mask of 1 << PzFilterField. */
typedef guint PzFilterFields;

/* What drops down from a filter chip: the values of one field or several with their counts, to be ticked; a search when
 * they are many. */
#define PZ_TYPE_FILTER_MENU (pz_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (PzFilterMenu, pz_filter_menu, PZ, FILTER_MENU, GtkPopover)

GtkWidget *pz_filter_menu_new      (PzFilterModel  *model,
                                    PzFilterFields  fields);
void       pz_filter_menu_set_foot (PzFilterMenu   *self,
                                    GtkWidget      *foot);

G_END_DECLS
