/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Every sensitive field of the schema with a switch: off until the teacher turns it on. Signal: "hidden" (char *label)
 * after one was turned off. */
#define PZ_TYPE_PRIVACY_GROUP (pz_privacy_group_get_type ())
G_DECLARE_FINAL_TYPE (PzPrivacyGroup, pz_privacy_group, PZ, PRIVACY_GROUP, AdwPreferencesGroup)

GtkWidget *pz_privacy_group_new        (PzClassroom    *classroom);
GtkWidget *pz_privacy_group_get_switch (PzPrivacyGroup *self,
                                        const char     *name);
GtkWidget *pz_privacy_local_group_new  (void);

G_END_DECLS
