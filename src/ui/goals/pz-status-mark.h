/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-status-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The status word of a goal with its icon and colour. Drawn by hand: a list draws many. */
#define PZ_TYPE_STATUS_MARK (pz_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (PzStatusMark, pz_status_mark, PZ, STATUS_MARK, GtkWidget)

GtkWidget *pz_status_mark_new        (void);
void       pz_status_mark_set_status (PzStatusMark *self,
                                      PzStatus      status);
PzStatus   pz_status_mark_get_status (PzStatusMark *self);
int        pz_status_mark_get_widest (GtkWidget    *widget);

G_END_DECLS
