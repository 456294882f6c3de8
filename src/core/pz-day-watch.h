/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

G_BEGIN_DECLS

/* Notices that a new day has begun. Signal: "changed". */
#define PZ_TYPE_DAY_WATCH (pz_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (PzDayWatch, pz_day_watch, PZ, DAY_WATCH, GObject)

PzDayWatch *pz_day_watch_new  (PzEnvironment *environment);
void        pz_day_watch_look (PzDayWatch    *self);

G_END_DECLS
