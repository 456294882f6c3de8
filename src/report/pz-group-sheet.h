/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-cards.h"
#include "pz-sheet-text.h"
#include "pz-spark.h"

G_BEGIN_DECLS

/**
 * PzGroupSheetStyle:
 * @width: of a page without its margins, in points
 * @height: of a page
 * @largest: letters of the names, in points, where there is room
 * @smallest: letters that can still be read from where the page hangs; what has no room then stands on the next page
 *
 * What cards are laid out for: paper, or a projector, whose points are px.
 */
typedef struct
{
  double width;
  double height;
  double largest;
  double smallest;
} PzGroupSheetStyle;

#define PZ_GROUP_SHEET_ON_PAPER(width, height) ((PzGroupSheetStyle) { (width), (height), 24, 11 })

/* The frame of a card. */
typedef struct
{
  double x, y, width, height;
} PzGroupSheetBox;

/**
 * PzGroupSheetPage:
 * @round: place of its round among those of the cards
 * @texts: (element-type PzSheetText): everything that is written
 * @boxes: (element-type PzGroupSheetBox): the cards
 */
typedef struct
{
  guint round;
  GArray *texts;
  GArray *boxes;
} PzGroupSheetPage;

/**
 * PzGroupSheet:
 * @width: of a page, in points
 * @height: of a page
 * @pages: (element-type PzGroupSheetPage): at least one; each round begins a new one
 *
 * Group cards, laid out in columns and rows, in letters as large as the page allows.
 */
typedef struct
{
  double width;
  double height;
  GPtrArray *pages;
} PzGroupSheet;

PzGroupSheet *pz_group_sheet_new  (const PzGroupCards      *cards,
                                   PangoContext            *context,
                                   const PzGroupSheetStyle *style);
void          pz_group_sheet_free (PzGroupSheet            *self);
void          pz_group_sheet_draw (const PzGroupSheet      *self,
                                   guint                    page,
                                   cairo_t                 *cr,
                                   const PzSparkColor      *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupSheet, pz_group_sheet_free)

G_END_DECLS
