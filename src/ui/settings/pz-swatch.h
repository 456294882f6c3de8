/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A round spot of a colour with a symbol on it: how a level looks. */
#define PZ_TYPE_SWATCH (pz_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PzSwatch, pz_swatch, PZ, SWATCH, GtkWidget)

GtkWidget *pz_swatch_new  (void);
void       pz_swatch_show (PzSwatch   *self,
                           const char *colour,
                           const char *icon);

/* What a level may look like, to choose from. */
typedef struct
{
  const char *value; /* as it stands in the field */
  const char *word;  /* untranslated, context "colour" or "symbol" */
} PzLook;

extern const PzLook pz_look_colours[8];
extern const PzLook pz_look_icons[12];

G_END_DECLS
