/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-decision.h"
#include "pz-json-writer.h"
#include "pz-overlap.h"
#include "pz-series-file.h"

G_BEGIN_DECLS

/**
 * PzAnalysis:
 * @file: the series
 * @wanted: whether the phases are compared with more, and with less, as better
 * @has_goal: whether a goal was given
 * @direction: which way the goal leads
 * @start: time of the first point
 * @due: time the goal is due
 * @decision: where it stands; times count from @start
 *
 * What is printed of one series.
 */
typedef struct
{
  const PzSeriesFile *file;
  gboolean wanted[2];
  gboolean has_goal;
  PzDirection direction;
  double start;
  double due;
  PzDecision decision;
} PzAnalysis;

extern const char *const pz_analysis_directions[2];

gboolean pz_analysis_compare (const PzAnalysis *analysis,
                              PzDirection       direction,
                              PzOverlap        *overlap);
void     pz_analysis_write   (const PzAnalysis *analysis,
                              PzJsonWriter     *writer);
void     pz_analysis_print   (const PzAnalysis *analysis);

G_END_DECLS
