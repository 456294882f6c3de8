/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PzSharePoint:
 * @value: a share from 0 to 1; NAN: there is none
 * @beside: what to compare it with, the same way
 * @title: when it was
 * @words: what both say
 */
typedef struct
{
  double value;
  double beside;
  char *title;
  char *words;
} PzSharePoint;

void    pz_share_point_clear (PzSharePoint *self);
GArray *pz_share_points_new  (void);

/* Shares over time as a line, beside a dashed one. Arrow keys choose a point, and so does the pointer. Signal: "chosen". */
#define PZ_TYPE_SHARE_LINE (pz_share_line_get_type ())
G_DECLARE_FINAL_TYPE (PzShareLine, pz_share_line, PZ, SHARE_LINE, GtkWidget)

GtkWidget  *pz_share_line_new        (const char  *name);
void        pz_share_line_set_points (PzShareLine *self,
                                      GArray      *points);
void        pz_share_line_choose     (PzShareLine *self,
                                      guint        point);
const char *pz_share_line_get_label  (PzShareLine *self);

G_END_DECLS
