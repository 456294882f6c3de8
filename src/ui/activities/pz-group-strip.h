/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-forming.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How good the groups of an activity are: a line or two, and everything else when that is asked for; while groups are
 * formed, that they are. Hidden when there is nothing to say. */
#define PZ_TYPE_GROUP_STRIP (pz_group_strip_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupStrip, pz_group_strip, PZ, GROUP_STRIP, GtkBox)

GtkWidget *pz_group_strip_new        (PzGroupForming *forming);
void       pz_group_strip_set_expanded (PzGroupStrip *self,
                                        gboolean      expanded);

G_END_DECLS
