/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* A text that is laid out, and its upper left corner. */
typedef struct
{
  PangoLayout *layout;
  double x, y;
} PzSheetText;

/**
 * PzSheetFonts:
 * @texts: resolution and direction of the texts
 * @charts: the same, with the font of the charts
 * @size: of the letters of the texts, in points
 *
 * How a sheet is written.
 */
typedef struct
{
  PangoContext *texts;
  PangoContext *charts;
  double size;
} PzSheetFonts;

PangoContext *pz_sheet_make_context (PangoContext       *like,
                                     double              size);
PangoLayout  *pz_sheet_make_text    (const PzSheetFonts *fonts,
                                     const char         *text,
                                     double              size,
                                     gboolean            bold,
                                     double              width);
double        pz_sheet_get_height   (PangoLayout        *layout);

G_END_DECLS
