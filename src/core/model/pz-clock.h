/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-stamp.h"

G_BEGIN_DECLS

/* The hybrid clock of one device in one classroom: gives every write its stamp and every record its id. */
#define PZ_TYPE_CLOCK (pz_clock_get_type ())
G_DECLARE_FINAL_TYPE (PzClock, pz_clock, PZ, CLOCK, GObject)

PzClock       *pz_clock_new             (PzEnvironment *environment,
                                         guint64        device);
PzEnvironment *pz_clock_get_environment (PzClock       *self);
guint64        pz_clock_get_device      (PzClock       *self);
/* a pending stamp, later than every stamp given before and than seen, the latest clock of the values it replaces (0: none) */
PzStamp        pz_clock_next            (PzClock       *self,
                                         PzHlc          seen);

G_END_DECLS
