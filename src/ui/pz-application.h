/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PZ_TYPE_APPLICATION (pz_application_get_type ())
G_DECLARE_FINAL_TYPE (PzApplication, pz_application, PZ, APPLICATION, AdwApplication)

GApplication  *pz_application_new             (void);
PzEnvironment *pz_application_get_environment (PzApplication *self);

G_END_DECLS
