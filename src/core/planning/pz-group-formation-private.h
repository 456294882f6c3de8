/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-formation.h"

G_BEGIN_DECLS

PzGroupFormation *pz_group_formation_new      (PzGroupOrder           *order);
gboolean          pz_group_formation_load     (PzGroupFormation       *self,
                                               const PzClassroomCopy  *copy,
                                               GError                **error);
gboolean          pz_group_formation_add_pins (PzGroupFormation       *self,
                                               GError                **error);

G_END_DECLS
