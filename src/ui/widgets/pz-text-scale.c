/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-text-scale.h"

#include <math.h>
#include <pango/pangocairo.h>

#define USUAL_RESOLUTION 96.0

/**
 * pz_text_scale:
 * @widget: whose text it is about
 * @length: px, as chosen for text of the usual size
 *
 * Returns: px for text as large as the settings of the desktop make it; @length at the least
 */
int
pz_text_scale (GtkWidget *widget,
               int        length)
{
  double resolution;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), length);

  resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));
  return (int) lround (length * MAX (1, resolution / USUAL_RESOLUTION));
}
