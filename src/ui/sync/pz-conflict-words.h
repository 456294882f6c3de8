/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conflict.h"
#include "pz-device-names.h"

G_BEGIN_DECLS

char *pz_conflict_words_place  (const PzConflict    *conflict);
char *pz_conflict_words_when   (gint64               ms,
                                gint64               now);
char *pz_conflict_words_hint   (const PzConflict    *conflict,
                                const PzDeviceNames *names);
char *pz_conflict_words_badge  (guint                n_values);

G_END_DECLS
