/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-trend.h"

G_BEGIN_DECLS

/* How far ahead it is counted, in points, when more of them are needed: half a year of weeks. */
#define PZ_FORECAST_MAX_MORE 26
/* The least points and days on which growth is compared with the pace of the goal. */
#define PZ_FORECAST_MIN_POINTS 8
#define PZ_FORECAST_MIN_DAYS   28

/* Growth beside the pace the goal asks for. */
typedef enum
{
  PZ_GROWTH_CANNOT_TELL, /* the interval of the slope contains the pace */
  PZ_GROWTH_FASTER,      /* all of it is above */
  PZ_GROWTH_SLOWER,
  PZ_N_GROWTHS,
} PzGrowth;

/**
 * PzForecast:
 * @refusal: why there is none; the other members are then 0
 * @day: the day it is for
 * @value: height of the line on that day
 * @se_mean: standard error of that height
 * @no_error: why it cannot be said how sure it is; the members below are then 0
 * @se: standard error of one new score on that day
 * @lower: lower end of the 95 % interval of one new score
 * @upper: its upper end
 * @chance: probability that one new score on that day reaches the target, 0 to 1
 *
 * The line drawn out to a day to come.
 */
typedef struct
{
  PzRefusal refusal;
  double day;
  double value;
  double se_mean;
  PzRefusal no_error;
  double se;
  double lower;
  double upper;
  double chance;
} PzForecast;

void        pz_forecast_make       (const PzLine *line,
                                    double        day,
                                    double        target,
                                    double        step,
                                    PzForecast   *forecast);
void        pz_forecast_turn       (PzForecast   *forecast);
PzRefusal   pz_forecast_compare    (const PzLine *line,
                                    double        pace,
                                    PzGrowth     *growth);
PzRefusal   pz_forecast_count_more (const double *x,
                                    const PzLine *line,
                                    double        pace,
                                    guint        *n_more);
char       *pz_forecast_dup_chance (double        chance);
const char *pz_growth_get_name     (PzGrowth      growth);
const char *pz_growth_get_label    (PzGrowth      growth);

G_END_DECLS
