/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"
#include "pz-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One learner in a Round: what was before, and the field for the value of the day.
 * Signals: "typed" (text; answers whether it was taken) when the field is left with another text, "move" (-1, 1) to the line
 * before or the next one, "absent" when the learner goes or comes, "note" when something is to be written beside it. */
#define PZ_TYPE_ROUND_LINE (pz_round_line_get_type ())
G_DECLARE_FINAL_TYPE (PzRoundLine, pz_round_line, PZ, ROUND_LINE, GtkListBoxRow)

GtkWidget  *pz_round_line_new         (PzRoundRow   *row,
                                       PzLearnerRow *learner,
                                       PzRecord     *measure);
void        pz_round_line_update      (PzRoundLine  *self);
PzRoundRow *pz_round_line_get_row     (PzRoundLine  *self);
gboolean    pz_round_line_commit      (PzRoundLine  *self);
void        pz_round_line_set_problem (PzRoundLine  *self,
                                       const char   *words);
void        pz_round_line_set_narrow  (PzRoundLine  *self,
                                       gboolean      narrow);
gboolean    pz_round_line_focus       (PzRoundLine  *self);
GtkWidget  *pz_round_line_get_field   (PzRoundLine  *self);

G_END_DECLS
