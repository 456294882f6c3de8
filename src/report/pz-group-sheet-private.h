/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-sheet.h"

G_BEGIN_DECLS

/**
 * PzGroupSheetCard:
 * @texts: (element-type PzSheetText): from the upper left corner of the card
 * @height: with its padding, in points
 *
 * A card before it has its place, or a part of one that is too high for a page.
 */
typedef struct
{
  GArray *texts;
  double height;
} PzGroupSheetCard;

/**
 * PzGroupSheetRoom:
 * @width: of a card
 * @most: how high a card may be
 *
 * In points.
 */
typedef struct
{
  double width;
  double most;
} PzGroupSheetRoom;

GArray *pz_group_sheet_new_texts  (void);
void    pz_group_sheet_limit      (PangoLayout             *layout,
                                   int                      lines);
void    pz_group_sheet_card_free  (PzGroupSheetCard        *self);
void    pz_group_sheet_add_cards  (GPtrArray               *cards,
                                   const PzGroupCardsGroup *group,
                                   const PzSheetFonts      *fonts,
                                   const PzGroupSheetRoom  *room);

G_END_DECLS
