/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-forming.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The groups of now beside others, to choose from; as many others as the teacher wants to see. */
#define PZ_TYPE_GROUP_COMPARE (pz_group_compare_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupCompare, pz_group_compare, PZ, GROUP_COMPARE, AdwWindow)

GtkWidget *pz_group_compare_new (PzGroupForming *forming,
                                 guint64         seed);

G_END_DECLS
