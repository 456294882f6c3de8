/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What the closed rows of a learner's page say in one line. Never NULL. */
gboolean pz_details_is_field_on (PzClassroom *classroom,
                                 guint        field);
char    *pz_details_dup_names   (PzClassroom *classroom,
                                 PzRecord    *learner);
char    *pz_details_dup_home    (PzRecord    *learner);
char    *pz_details_dup_lenses  (PzClassroom *classroom,
                                 PzRecord    *learner);
char    *pz_details_dup_notes   (PzRecord    *learner);

G_END_DECLS
