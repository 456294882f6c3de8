/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *pz_class_menu_new (PzEnvironment *environment);

G_END_DECLS
