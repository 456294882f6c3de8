/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conference-sheet.h"

G_BEGIN_DECLS

/**
 * PzSheetCell:
 * @goal: what it shows; borrowed
 * @fonts: how it is written; borrowed
 * @width: in points
 * @texts: sentence, what was measured last, own words; the last may be only a heading above lines to write on
 * @least_chart: lowest height of a chart that can be read; 0: without one
 * @chart_left_out: whether there is a chart, but no room for it
 * @n_rules: lines to write on that it needs at least
 *
 * One goal on a sheet, before it has its place.
 */
typedef struct
{
  const PzConferenceGoal *goal;
  const PzSheetFonts *fonts;
  double width;
  PangoLayout *texts[3];
  double least_chart;
  gboolean chart_left_out;
  guint n_rules;
} PzSheetCell;

void     pz_sheet_cell_init   (PzSheetCell            *self,
                                   const PzConferenceGoal *goal,
                                   const PzSheetFonts     *fonts,
                                   double                  width);
void     pz_sheet_cell_clear  (PzSheetCell            *self);
double   pz_sheet_cell_get_height (const PzSheetCell  *self);
gboolean pz_sheet_cell_shorten (PzSheetCell           *self,
                                    double                 height);
void     pz_sheet_cell_place  (PzSheetCell            *self,
                                   PzConferenceSheet      *sheet,
                                   double                  x,
                                   double                  y,
                                   double                  height);

G_END_DECLS
