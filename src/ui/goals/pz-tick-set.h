/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A set of a draft whose values are ticked rather than typed: those that are offered, and those that are in it. */
#define PZ_TYPE_TICK_SET (pz_tick_set_get_type ())
G_DECLARE_FINAL_TYPE (PzTickSet, pz_tick_set, PZ, TICK_SET, AdwPreferencesRow)

GtkWidget *pz_tick_set_new         (PzRecord           *draft,
                                    guint               field);
void       pz_tick_set_set_offered (PzTickSet          *self,
                                    const char * const *values);

G_END_DECLS
