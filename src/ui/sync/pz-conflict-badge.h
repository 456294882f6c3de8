/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PzBadgeName:
 * @PZ_BADGE_BARE: "2 values": the name of the field stands beside it
 * @PZ_BADGE_FIELD: "Target: 2 values"
 * @PZ_BADGE_RECORD: "Goal, Target: 2 values"
 */
typedef enum
{
  PZ_BADGE_BARE,
  PZ_BADGE_FIELD,
  PZ_BADGE_RECORD,
} PzBadgeName;

/* Says that a field holds several values, and opens the choice between them. Hidden while it does not. */
#define PZ_TYPE_CONFLICT_BADGE (pz_conflict_badge_get_type ())
G_DECLARE_FINAL_TYPE (PzConflictBadge, pz_conflict_badge, PZ, CONFLICT_BADGE, GtkButton)

GtkWidget *pz_conflict_badge_new    (PzRecord        *record,
                                     guint            field,
                                     PzBadgeName      name);
void       pz_conflict_badge_update (PzConflictBadge *self);

G_END_DECLS
