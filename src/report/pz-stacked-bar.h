/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-spark.h"

G_BEGIN_DECLS

/**
 * PzBarPart:
 * @value: how long, in any unit; 0 or more
 * @color: of the part
 * @planned: drawn as an outline with a thin fill: it did not happen yet
 */
typedef struct
{
  double value;
  PzSparkColor color;
  gboolean planned;
} PzBarPart;

/**
 * PzBarSpan:
 * @x: px from the left
 * @width: px; 0 for a part without a value
 */
typedef struct
{
  double x;
  double width;
} PzBarSpan;

void pz_stacked_bar_lay_out (const PzBarPart *parts,
                             guint            n_parts,
                             double           most,
                             double           width,
                             gboolean         right_to_left,
                             PzBarSpan       *spans);
void pz_stacked_bar_draw    (cairo_t         *cr,
                             const PzBarPart *parts,
                             const PzBarSpan *spans,
                             guint            n_parts,
                             double           height);

G_END_DECLS
