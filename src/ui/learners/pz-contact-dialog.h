/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where one contact of a learner is written. Nothing is changed before "Save"; deleting can be undone. */
#define PZ_TYPE_CONTACT_DIALOG (pz_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzContactDialog, pz_contact_dialog, PZ, CONTACT_DIALOG, AdwWindow)

GtkWidget *pz_contact_dialog_new  (PzClassroom     *classroom,
                                   PzDocument      *document,
                                   PzRecord        *contact);
void       pz_contact_dialog_save (PzContactDialog *self);

G_END_DECLS
