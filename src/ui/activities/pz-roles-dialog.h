/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which roles each group of an activity needs, and shares them out so that they go round. Signal: "shared" (guint
 * n_given), as a step that can be undone. */
#define PZ_TYPE_ROLES_DIALOG (pz_roles_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzRolesDialog, pz_roles_dialog, PZ, ROLES_DIALOG, AdwWindow)

GtkWidget *pz_roles_dialog_new       (PzClassroom   *classroom,
                                      PzDocument    *activity);
gboolean   pz_roles_dialog_is_read   (PzRolesDialog *self);
GStrv      pz_roles_dialog_dup_roles (PzRolesDialog *self);
void       pz_roles_dialog_share     (PzRolesDialog *self);

G_END_DECLS
