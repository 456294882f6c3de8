/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chip-editor.h"

G_BEGIN_DECLS

/* A set of short texts as chips. F2 changes one, and so do Enter and a click when "opened" shows nothing else; Delete
 * removes it, the last button adds. Signals: "added" (char *text), "removed" (char *text), "replaced" (char *old,
 * char *text), "opened" (char *text, GtkWidget *chip): boolean, "wants-suggestions". The box changes nothing itself: whoever holds the values answers with pz_chip_box_set_values(). */
#define PZ_TYPE_CHIP_BOX (pz_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (PzChipBox, pz_chip_box, PZ, CHIP_BOX, GtkWidget)

GtkWidget    *pz_chip_box_new             (const char         *title);
void          pz_chip_box_set_values      (PzChipBox          *self,
                                           const char * const *values);
void          pz_chip_box_set_suggestions (PzChipBox          *self,
                                           const char * const *suggestions);
void          pz_chip_box_set_editable    (PzChipBox          *self,
                                           gboolean            editable);
void          pz_chip_box_edit            (PzChipBox          *self,
                                           const char         *text);
void          pz_chip_box_add             (PzChipBox          *self);
PzChipEditor *pz_chip_box_get_editor      (PzChipBox          *self);

G_END_DECLS
