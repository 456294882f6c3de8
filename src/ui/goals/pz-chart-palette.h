/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart-draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colours of a picture as the style sheet gives them to children nobody sees. */
typedef struct
{
  GtkWidget *ground;
  GtkWidget *dim;
  GtkWidget *series;
} PzChartPalette;

void pz_chart_palette_init (PzChartPalette       *palette,
                            GtkWidget            *parent);
void pz_chart_palette_read (const PzChartPalette *palette,
                            GtkWidget            *parent,
                            PzChartColors        *colors);

G_END_DECLS
