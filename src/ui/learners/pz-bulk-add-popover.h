/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-filter-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for one strength, need, interest, support or language to add to the selected learners, with what the class has
 * already as suggestions. Activates win.add-to-learners with the name of the field and the text. */
#define PZ_TYPE_BULK_ADD_POPOVER (pz_bulk_add_popover_get_type ())
G_DECLARE_FINAL_TYPE (PzBulkAddPopover, pz_bulk_add_popover, PZ, BULK_ADD_POPOVER, GtkPopover)

GtkWidget *pz_bulk_add_popover_new (PzFilterModel *model);

G_END_DECLS
