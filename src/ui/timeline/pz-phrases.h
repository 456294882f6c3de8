/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The phrases of a class as chips. Signal: "chosen" (content) when one is to be put into a text. */
#define PZ_TYPE_PHRASES (pz_phrases_get_type ())
G_DECLARE_FINAL_TYPE (PzPhrases, pz_phrases, PZ, PHRASES, GtkWidget)

GtkWidget *pz_phrases_new      (PzClassroom *classroom);
/* what "Save as Phrase" keeps; nothing to keep: it is off */
void       pz_phrases_set_text (PzPhrases   *self,
                                const char  *text);

G_END_DECLS
