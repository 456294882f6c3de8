/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/**
 * PzSteadyLine:
 * @refusal: why there is no line; the other members are then 0
 * @slope: change per day
 * @intercept: value at x = 0
 * @n_pairs: pairs of points on different days
 * @no_interval: why there is no interval; the members below are then 0
 * @lower: lower end of the 95 % interval of the slope
 * @upper: its upper end
 *
 * The line that is drawn: a few wild points do not move it.
 */
typedef struct
{
  PzRefusal refusal;
  double slope;
  double intercept;
  gsize n_pairs;
  PzRefusal no_interval;
  double lower;
  double upper;
} PzSteadyLine;

void pz_theil_sen_fit  (const double *x,
                        const double *y,
                        gsize         n,
                        PzSteadyLine *line);
void pz_theil_sen_turn (PzSteadyLine *line);

G_END_DECLS
