/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/**
 * PzAimline:
 * @start: day of the baseline
 * @baseline: value on that day
 * @due: day the goal is to be reached by
 * @target: value on that day
 * @pace: change per day that the goal asks for
 *
 * The straight way from the baseline to the goal.
 */
typedef struct
{
  double start;
  double baseline;
  double due;
  double target;
  double pace;
} PzAimline;

PzRefusal pz_aimline_init      (PzAimline       *aimline,
                                double           start,
                                double           baseline,
                                double           due,
                                double           target);
double    pz_aimline_get_value (const PzAimline *aimline,
                                double           day);
void      pz_aimline_turn      (PzAimline       *aimline);

G_END_DECLS
