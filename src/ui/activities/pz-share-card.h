/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-share-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PzShareWords:
 * @title: of the card
 * @line: what the line is
 * @beside: what the dashed line is
 */
typedef struct
{
  const char *title;
  const char *line;
  const char *beside;
} PzShareWords;

/* A card with shares over time: a sentence, the line, and the same as a table. To be seen only with points. */
#define PZ_TYPE_SHARE_CARD (pz_share_card_get_type ())
G_DECLARE_FINAL_TYPE (PzShareCard, pz_share_card, PZ, SHARE_CARD, GtkBox)

GtkWidget   *pz_share_card_new      (const PzShareWords *words);
void         pz_share_card_show     (PzShareCard        *self,
                                     const char         *sentence,
                                     GArray             *points);
PzShareLine *pz_share_card_get_line (PzShareCard        *self);

G_END_DECLS
