/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which roles learners held how often, and who has never: by role, or as a table by learner. */
#define PZ_TYPE_ROLES_CARD (pz_roles_card_get_type ())
G_DECLARE_FINAL_TYPE (PzRolesCard, pz_roles_card, PZ, ROLES_CARD, GtkBox)

GtkWidget *pz_roles_card_new (PzPartnersFacts *facts);

G_END_DECLS
