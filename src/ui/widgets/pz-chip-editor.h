/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where one chip is written: an entry with values to choose from.
 * Signals: "accepted" (char *text), "remove". */
#define PZ_TYPE_CHIP_EDITOR (pz_chip_editor_get_type ())
G_DECLARE_FINAL_TYPE (PzChipEditor, pz_chip_editor, PZ, CHIP_EDITOR, GtkPopover)

GtkWidget *pz_chip_editor_new             (void);
void       pz_chip_editor_open            (PzChipEditor       *self,
                                           const char         *title,
                                           const char         *text);
void       pz_chip_editor_set_suggestions (PzChipEditor       *self,
                                           const char * const *suggestions);
GtkWidget *pz_chip_editor_get_entry       (PzChipEditor       *self);

G_END_DECLS
