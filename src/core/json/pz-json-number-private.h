/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest number that is read, in characters; a double needs 17 digits, and 309 before the point. */
#define PZ_JSON_MAX_NUMBER_LENGTH 1000

typedef enum
{
  PZ_JSON_NUMBER_GOOD,
  PZ_JSON_NUMBER_MALFORMED,
  PZ_JSON_NUMBER_TOO_LARGE, /* beyond the largest double */
  PZ_JSON_NUMBER_TOO_LONG,
} PzJsonNumberFault;

PzJsonNumberFault pz_json_number_scan (const guint8 **cursor,
                                       const guint8  *end,
                                       double        *number);

G_END_DECLS
