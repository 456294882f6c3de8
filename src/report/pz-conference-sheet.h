/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"
#include "pz-conference.h"
#include "pz-sheet-text.h"

G_BEGIN_DECLS

/* Charts are laid out as for a window and made smaller by this as a whole: dots and lines, too. */
#define PZ_SHEET_CHART_SCALE 0.7

/* A chart, in its own units, and its upper left corner in points. */
typedef struct
{
  PzChart *chart;
  double x, y;
} PzSheetChart;

/* A line to write on by hand. */
typedef struct
{
  double x, y, width;
} PzSheetRule;

/**
 * PzConferenceSheet:
 * @width: of the page, in points, without its margins
 * @height: of the page
 * @texts: (element-type PzSheetText): everything that is written
 * @charts: (element-type PzSheetChart): of the goals, in their order
 * @rules: (element-type PzSheetRule): where the learner can write
 * @n_shown: how many goals are on the page
 * @n_cut: texts that end in "…"
 * @n_without_chart: goals on the page whose chart had no room
 * @n_left_out: goals that had no room
 *
 * One page of a conference, laid out. What had no room is said at its foot.
 */
typedef struct
{
  double width;
  double height;
  GArray *texts;
  GArray *charts;
  GArray *rules;
  guint n_shown;
  guint n_cut;
  guint n_without_chart;
  guint n_left_out;
} PzConferenceSheet;

PzConferenceSheet *pz_conference_sheet_new  (const PzConference      *conference,
                                             PangoContext            *context,
                                             double                   width,
                                             double                   height);
void               pz_conference_sheet_free (PzConferenceSheet       *self);
void               pz_conference_sheet_draw (const PzConferenceSheet *self,
                                             cairo_t                 *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzConferenceSheet, pz_conference_sheet_free)

G_END_DECLS
