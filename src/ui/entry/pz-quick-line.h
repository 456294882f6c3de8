/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-write.h"

G_BEGIN_DECLS

/**
 * PzQuickLineState:
 * @PZ_QUICK_LINE_OPENING: its class is being opened
 * @PZ_QUICK_LINE_SAVING: on the way to the disk
 * @PZ_QUICK_LINE_SAVED: on the disk
 * @PZ_QUICK_LINE_UNSAVED: kept in memory, because it could not be written to the disk
 * @PZ_QUICK_LINE_REFUSED: nothing was written
 * @PZ_QUICK_LINE_TAKEN_BACK: undone
 */
typedef enum
{
  PZ_QUICK_LINE_OPENING,
  PZ_QUICK_LINE_SAVING,
  PZ_QUICK_LINE_SAVED,
  PZ_QUICK_LINE_UNSAVED,
  PZ_QUICK_LINE_REFUSED,
  PZ_QUICK_LINE_TAKEN_BACK
} PzQuickLineState;

/* One entry that was written in quick entry. Property (notify): state. */
#define PZ_TYPE_QUICK_LINE (pz_quick_line_get_type ())
G_DECLARE_FINAL_TYPE (PzQuickLine, pz_quick_line, PZ, QUICK_LINE, GObject)

PzQuickLine      *pz_quick_line_new         (PzQuickReading   *reading,
                                             const char       *typed);
PzQuickReading   *pz_quick_line_get_reading (PzQuickLine      *self);
const char       *pz_quick_line_get_typed   (PzQuickLine      *self);
PzQuickLineState  pz_quick_line_get_state   (PzQuickLine      *self);
const char       *pz_quick_line_get_problem (PzQuickLine      *self);
PzQuickWritten   *pz_quick_line_get_written (PzQuickLine      *self);
void              pz_quick_line_set_written (PzQuickLine      *self,
                                             PzQuickWritten   *written);
void              pz_quick_line_set_state   (PzQuickLine      *self,
                                             PzQuickLineState  state,
                                             const char       *problem);
gboolean          pz_quick_line_can_undo    (PzQuickLine      *self);

G_END_DECLS
