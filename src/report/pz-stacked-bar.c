/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-stacked-bar.h"

/* px between two parts; what is planned is filled with a part of its colour */
#define GAP 1
#define PLANNED_ALPHA 0.25

/**
 * pz_stacked_bar_lay_out:
 * @parts: (array length=n_parts): from where the bar begins
 * @n_parts: how many
 * @most: the value that is as long as @width; every bar of a picture has the same
 * @width: px
 * @right_to_left: whether the bar begins at the right
 * @spans: (out caller-allocates) (array length=n_parts): where each part stands
 *
 * A part with a value keeps a pixel at least, so that it is not lost.
 */
void
pz_stacked_bar_lay_out (const PzBarPart *parts,
                        guint            n_parts,
                        double           most,
                        double           width,
                        gboolean         right_to_left,
                        PzBarSpan       *spans)
{
  double at = 0;

  g_return_if_fail ((parts != NULL && spans != NULL) || n_parts == 0);

  for (guint i = 0; i < n_parts; i++)
    {
      double length = most > 0 ? parts[i].value / most * width : 0;

      spans[i].width = length > 0 ? MAX (1, length - GAP) : 0;
      spans[i].x = right_to_left ? width - at - spans[i].width : at;
      at += length;
    }
}

/**
 * pz_stacked_bar_draw:
 * @cr: to draw on
 * @parts: (array length=n_parts): what to draw
 * @spans: (array length=n_parts): where
 * @n_parts: how many
 * @height: px
 */
void
pz_stacked_bar_draw (cairo_t         *cr,
                     const PzBarPart *parts,
                     const PzBarSpan *spans,
                     guint            n_parts,
                     double           height)
{
  g_return_if_fail (cr != NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      const PzSparkColor *color = &parts[i].color;

      if (spans[i].width <= 0)
        continue;
      cairo_set_source_rgba (cr, color->red, color->green, color->blue,
                             parts[i].planned ? color->alpha * PLANNED_ALPHA : color->alpha);
      cairo_rectangle (cr, spans[i].x, 0, spans[i].width, height);
      cairo_fill (cr);
      if (!parts[i].planned)
        continue;
      cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, spans[i].x + 0.5, 0.5, MAX (0, spans[i].width - 1), height - 1);
      cairo_stroke (cr);
    }
}
