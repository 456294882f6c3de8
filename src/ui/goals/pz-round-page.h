/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-round-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A Round: one measure for the whole class on one screen. A PzView that the window shows until "done". */
#define PZ_TYPE_ROUND_PAGE (pz_round_page_get_type ())
G_DECLARE_FINAL_TYPE (PzRoundPage, pz_round_page, PZ, ROUND_PAGE, AdwBin)

GtkWidget   *pz_round_page_new         (PzClassroom *classroom,
                                        const char  *measure);
guint        pz_round_page_get_n_lines (PzRoundPage *self);
PzRoundLine *pz_round_page_get_line    (PzRoundPage *self,
                                        guint        position);
void         pz_round_page_set_measure (PzRoundPage *self,
                                        const char  *measure);

G_END_DECLS
