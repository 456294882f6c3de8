/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-spark.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * PzShareInput:
 * @values: (array length=n): shares from 0 to 1, one after the other in time; NAN: there is none
 * @beside: (array length=n): what to compare them with, the same way
 * @n: how many
 * @first: what is written below the first
 * @last: what is written below the last
 */
typedef struct
{
  const double *values;
  const double *beside;
  guint n;
  const char *first;
  const char *last;
} PzShareInput;

/* Where a share stands; y is NAN where there is none. px from the upper left corner. */
typedef struct
{
  double x, y;
} PzSharePlace;

/* A text, and its upper left corner. */
typedef struct
{
  PangoLayout *layout;
  double x, y;
} PzShareText;

#define PZ_SHARE_TICKS 3

/**
 * PzShareChart:
 * @width: px
 * @height: px
 * @left: of the field of the lines
 * @right: of the field of the lines
 * @n: shares
 * @values: (array length=n): where they stand
 * @beside: (array length=n): where what they are compared with stands
 * @ticks: 0, 50 and 100 %, in this order; their lines
 * @texts: (element-type PzShareText): what is written
 *
 * Where everything stands in a picture of shares over time, beside those of a comparison.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  guint n;
  PzSharePlace *values;
  PzSharePlace *beside;
  double ticks[PZ_SHARE_TICKS];
  GArray *texts;
} PzShareChart;

/**
 * PzShareColors:
 * @line: of the shares
 * @beside: of what they are compared with
 * @text: of what is written, and of the chosen share
 * @grid: lines at the ticks
 */
typedef struct
{
  PzSparkColor line;
  PzSparkColor beside;
  PzSparkColor text;
  PzSparkColor grid;
} PzShareColors;

/* No share is chosen. */
#define PZ_SHARE_NONE G_MAXUINT

PzShareChart *pz_share_chart_new  (const PzShareInput  *input,
                                   PangoContext        *context,
                                   double               width,
                                   double               height);
void          pz_share_chart_free (PzShareChart        *self);
guint         pz_share_chart_find (const PzShareChart  *self,
                                   double               x);
void          pz_share_chart_draw (const PzShareChart  *self,
                                   cairo_t             *cr,
                                   guint                chosen,
                                   const PzShareColors *colors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzShareChart, pz_share_chart_free)

G_END_DECLS
