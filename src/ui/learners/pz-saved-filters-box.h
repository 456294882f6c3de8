/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The saved filters of a class, each with a button to rename and one to delete it, and a way to save the present
 * conditions. Stands below the values of a filter menu. */
#define PZ_TYPE_SAVED_FILTERS_BOX (pz_saved_filters_box_get_type ())
G_DECLARE_FINAL_TYPE (PzSavedFiltersBox, pz_saved_filters_box, PZ, SAVED_FILTERS_BOX, GtkBox)

GtkWidget *pz_saved_filters_box_new (PzFilterModel *model);

G_END_DECLS
