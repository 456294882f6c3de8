/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that says what is chosen, and a menu to choose something else; the first line of it takes the choice back.
 * Signal: "chosen" when a person chose. */
#define PZ_TYPE_MENU_CHOICE (pz_menu_choice_get_type ())
G_DECLARE_FINAL_TYPE (PzMenuChoice, pz_menu_choice, PZ, MENU_CHOICE, AdwBin)

GtkWidget  *pz_menu_choice_new         (const char         *name,
                                        const char         *any);
void        pz_menu_choice_set_choices (PzMenuChoice       *self,
                                        const char * const *ids,
                                        const char * const *labels);
void        pz_menu_choice_select      (PzMenuChoice       *self,
                                        const char         *id);
const char *pz_menu_choice_get_id      (PzMenuChoice       *self);

G_END_DECLS
