/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-spark.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Steps of colour: once, twice, three times, four times or more. */
#define PZ_HEAT_STEPS 4

/**
 * PzHeatMap:
 * @n: learners, one row and one column each
 * @cell: width of a cell, px
 * @line: height of a cell, px
 * @names: room for the names before the rows, px
 * @tail: room for the name behind the last cell of a row, px
 * @width: of everything, px
 * @height: of everything, px
 * @right_to_left: whether rows begin at the right
 *
 * Where everything stands in a picture of pairs: the lower triangle, the learner of a row before it and behind it.
 */
typedef struct
{
  guint n;
  double cell;
  double line;
  double names;
  double tail;
  double width;
  double height;
  gboolean right_to_left;
} PzHeatMap;

typedef struct
{
  double x, y, width, height; /* px from the upper left corner */
} PzHeatBox;

/**
 * PzHeatColors:
 * @steps: grounds of the cells
 * @low: text on the first two steps
 * @high: text on the others
 * @text: names
 * @dim: what says never
 * @mark: the frame of what is chosen
 */
typedef struct
{
  PzSparkColor steps[PZ_HEAT_STEPS];
  PzSparkColor low;
  PzSparkColor high;
  PzSparkColor text;
  PzSparkColor dim;
  PzSparkColor mark;
} PzHeatColors;

/**
 * PzHeatPicture:
 * @times: (array length=n*n): how often each pair met
 * @names: (array length=n): what stands before the rows
 * @row: of the pair that is chosen; 0: none
 * @column: of the pair that is chosen, less than @row
 */
typedef struct
{
  const guint *times;
  const char * const *names;
  guint row;
  guint column;
} PzHeatPicture;

void     pz_heat_map_lay_out  (PzHeatMap           *self,
                               guint                n,
                               const char * const  *names,
                               PangoContext        *context,
                               double               room,
                               gboolean             right_to_left);
void     pz_heat_map_get_cell (const PzHeatMap     *self,
                               guint                row,
                               guint                column,
                               PzHeatBox           *box);
gboolean pz_heat_map_find     (const PzHeatMap     *self,
                               double               x,
                               double               y,
                               guint               *row,
                               guint               *column);
guint    pz_heat_map_get_step (guint                times);
void     pz_heat_map_draw     (const PzHeatMap     *self,
                               cairo_t             *cr,
                               PangoContext        *context,
                               const PzHeatPicture *picture,
                               const PzHeatColors  *colors);

G_END_DECLS
