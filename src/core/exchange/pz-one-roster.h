/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-date.h"
#include "pz-roster-source.h"
#include "pz-roster.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzOneRosterOptions:
 * @demographics: (nullable) (array zero-terminated=1): columns of demographics.csv to read, as the header has them
 *   (birthDate, sex, ...); no other column of that file is looked at
 * @day_order: answer to "day or month first?"; unknown at first
 */
typedef struct
{
  const char *const *demographics;
  PzDayOrder day_order;
} PzOneRosterOptions;

PzRoster *pz_one_roster_load              (const PzRosterSource     *source,
                                           const PzOneRosterOptions *options,
                                           GError                  **error);
char    **pz_one_roster_list_demographics (const PzRosterSource     *source);

G_END_DECLS
