/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The week as the person, or else the locale, has it. */
GDateWeekday  pz_week_get_first_day   (void);
char         *pz_week_dup_short_name  (GDateWeekday day);
char         *pz_week_dup_name        (GDateWeekday day);

G_END_DECLS
