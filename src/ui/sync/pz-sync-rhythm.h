/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From the last edit to a synchronisation; from one to the next when nothing happens; the longest pause after failures;
 * until what was sent is looked for in a listing; between two that the window asks for by coming to the front. All in ms. */
#define PZ_SYNC_AFTER_EDIT_MS (30 * 1000)
#define PZ_SYNC_EVERY_MS (5 * 60 * 1000)
#define PZ_SYNC_LONGEST_MS (60 * 60 * 1000)
#define PZ_SYNC_CONFIRM_MS (3 * 1000)
#define PZ_SYNC_FOCUS_MS (20 * 1000)

/**
 * PzSyncTurnout:
 * @PZ_SYNC_TURNOUT_DONE: everything is in step
 * @PZ_SYNC_TURNOUT_SENT: something was sent that a listing has yet to show
 * @PZ_SYNC_TURNOUT_FAILED: it may go better later
 * @PZ_SYNC_TURNOUT_STUCK: it goes no better until somebody does something
 *
 * How a synchronisation ended.
 */
typedef enum
{
  PZ_SYNC_TURNOUT_DONE,
  PZ_SYNC_TURNOUT_SENT,
  PZ_SYNC_TURNOUT_FAILED,
  PZ_SYNC_TURNOUT_STUCK,
} PzSyncTurnout;

/**
 * PzSyncRhythm:
 * @due: when to synchronise next, ms; G_MAXINT64: not by itself
 * @ended: when the last one ended, ms; 0: there was none
 * @n_failures: so many failed, one after the other
 * @is_stuck: somebody has to do something first
 *
 * When to synchronise: plain arithmetic over moments that are passed in.
 */
typedef struct
{
  gint64 due;
  gint64 ended;
  guint n_failures;
  gboolean is_stuck;
} PzSyncRhythm;

void     pz_sync_rhythm_start (PzSyncRhythm  *self,
                               gint64         now);
void     pz_sync_rhythm_edit  (PzSyncRhythm  *self,
                               gint64         now);
gboolean pz_sync_rhythm_focus (PzSyncRhythm  *self,
                               gint64         now);
void     pz_sync_rhythm_end   (PzSyncRhythm  *self,
                               gint64         now,
                               PzSyncTurnout  turnout,
                               guint          retry_after,
                               double         chance);

G_END_DECLS
