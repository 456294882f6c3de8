/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-date.h"

G_BEGIN_DECLS

/* The cells of a series: numbers, days, and what stands where nothing was measured. */
gboolean pz_series_cell_is_empty    (const char *text);
gboolean pz_series_cell_read_number (const char *text,
                                     char        decimal,
                                     double     *number);
gboolean pz_series_cell_read_day    (const char *text,
                                     PzDayOrder  order,
                                     double     *day);

G_END_DECLS
