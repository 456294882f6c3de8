/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-account.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *pz_group_met_list_new (const PzGroupAccount *account);

G_END_DECLS
