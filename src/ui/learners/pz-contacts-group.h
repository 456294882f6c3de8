/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The contacts of a learner: a row each, a button that adds one. */
#define PZ_TYPE_CONTACTS_GROUP (pz_contacts_group_get_type ())
G_DECLARE_FINAL_TYPE (PzContactsGroup, pz_contacts_group, PZ, CONTACTS_GROUP, AdwPreferencesGroup)

GtkWidget *pz_contacts_group_new    (PzClassroom     *classroom,
                                     PzDocument      *document);
void       pz_contacts_group_update (PzContactsGroup *self);

G_END_DECLS
