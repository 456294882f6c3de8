/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-measure-value.h"

G_BEGIN_DECLS

/**
 * PzScore:
 * @day: when it was measured, in days; for a date, its Julian day
 * @value: what counts, see pz_measure_value_count(); not finite: none
 * @not_valid: kept, but never counted
 *
 * One score as it was written down.
 */
typedef struct
{
  double day;
  double value;
  gboolean not_valid;
} PzScore;

gsize  pz_series_collect     (PzScore      *scores,
                              gsize         n_scores,
                              PzDirection   direction,
                              double       *x,
                              double       *y);
double pz_series_get_span    (const double *x,
                              gsize         n);
double pz_series_get_spacing (const double *x,
                              gsize         n);
gsize  pz_series_find        (const double *x,
                              gsize         n,
                              double        day);

G_END_DECLS
