/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-regular-week.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An activity on its day, as lists need it. Never changes: when the activity does, another item takes its place. */
#define PZ_TYPE_ACTIVITY_ITEM (pz_activity_item_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityItem, pz_activity_item, PZ, ACTIVITY_ITEM, GObject)

PzActivityItem   *pz_activity_item_new          (const PzOccurrence *occurrence);
const PzActivity *pz_activity_item_get_activity (PzActivityItem     *self);
guint32           pz_activity_item_get_day      (PzActivityItem     *self);
gboolean          pz_activity_item_is_regular   (PzActivityItem     *self);
gboolean          pz_activity_item_is_held      (PzActivityItem     *self);
gboolean          pz_activity_item_equal        (PzActivityItem     *a,
                                                 PzActivityItem     *b);

G_END_DECLS
