/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who else has a value; each name leads to the learner. Signals: "edit", "remove" (value). */
#define PZ_TYPE_SHARING_POPOVER (pz_sharing_popover_get_type ())
G_DECLARE_FINAL_TYPE (PzSharingPopover, pz_sharing_popover, PZ, SHARING_POPOVER, GtkPopover)

GtkWidget *pz_sharing_popover_new  (PzClassroom      *classroom);
void       pz_sharing_popover_open (PzSharingPopover *self,
                                    guint             field,
                                    const char       *value,
                                    const char       *learner);

G_END_DECLS
