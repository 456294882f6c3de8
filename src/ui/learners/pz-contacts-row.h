/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The contacts of a learner: a row that opens, a row for each of them, one that adds one. */
#define PZ_TYPE_CONTACTS_ROW (pz_contacts_row_get_type ())
G_DECLARE_FINAL_TYPE (PzContactsRow, pz_contacts_row, PZ, CONTACTS_ROW, AdwExpanderRow)

GtkWidget *pz_contacts_row_new    (PzClassroom   *classroom,
                                   PzDocument    *document);
void       pz_contacts_row_update (PzContactsRow *self);

G_END_DECLS
