/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What 1/05/2023 means. */
typedef enum
{
  PZ_DAY_ORDER_UNKNOWN,
  PZ_DAY_ORDER_DAY_FIRST,
  PZ_DAY_ORDER_MONTH_FIRST,
} PzDayOrder;

typedef enum
{
  PZ_ROSTER_DATE_EMPTY,
  PZ_ROSTER_DATE_FINE,
  PZ_ROSTER_DATE_AMBIGUOUS, /* day or month first, and the order was not given */
  PZ_ROSTER_DATE_UNREADABLE,
} PzRosterDateResult;

PzRosterDateResult pz_roster_date_parse (const char *text,
                                         PzDayOrder  order,
                                         char        iso[11]);
PzDayOrder         pz_roster_date_hint  (const char *text);

G_END_DECLS
