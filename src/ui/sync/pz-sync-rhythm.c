/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-rhythm.h"

/**
 * pz_sync_rhythm_start:
 * @self: a rhythm
 * @now: ms
 *
 * At once: the class was opened, or somebody has done what was needed.
 */
void
pz_sync_rhythm_start (PzSyncRhythm *self,
                      gint64        now)
{
  g_return_if_fail (self != NULL);

  self->due = now;
  self->n_failures = 0;
  self->is_stuck = FALSE;
}

/**
 * pz_sync_rhythm_edit:
 * @self: a rhythm
 * @now: ms
 *
 * Something was changed: half a minute after the last change it goes to the server. Who types without a pause does not put
 * it off for ever, and a server that does not answer is not asked more often for it.
 */
void
pz_sync_rhythm_edit (PzSyncRhythm *self,
                     gint64        now)
{
  g_return_if_fail (self != NULL);

  if (self->n_failures > 0 || self->is_stuck)
    return;
  self->due = MIN (now + PZ_SYNC_AFTER_EDIT_MS, MAX (self->ended + PZ_SYNC_EVERY_MS, now));
}

/**
 * pz_sync_rhythm_focus:
 * @self: a rhythm
 * @now: ms
 *
 * The window came to the front: somebody wants to see what is new.
 *
 * Returns: whether to synchronise now
 */
gboolean
pz_sync_rhythm_focus (PzSyncRhythm *self,
                      gint64        now)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_failures > 0 || self->is_stuck || (self->ended > 0 && now - self->ended < PZ_SYNC_FOCUS_MS))
    return FALSE;
  self->due = now;
  return TRUE;
}

/* Twice as long each time, and not in step with other computers that lost the same server. */
static gint64
back_off (guint  n_failures,
          double chance)
{
  gint64 wait = PZ_SYNC_AFTER_EDIT_MS;

  for (guint i = 1; i < n_failures && wait < PZ_SYNC_LONGEST_MS; i++)
    wait *= 2;
  wait = MIN (wait, PZ_SYNC_LONGEST_MS);
  return wait / 2 + (gint64) ((double) (wait - wait / 2) * CLAMP (chance, 0, 1));
}

/**
 * pz_sync_rhythm_end:
 * @self: a rhythm
 * @now: ms
 * @turnout: how the synchronisation ended
 * @retry_after: when the server wants to be asked again, s from now; 0: it did not say
 * @chance: from 0 to 1, anew each time
 *
 * Says when the next one is due. What the server says wins over everything else.
 */
void
pz_sync_rhythm_end (PzSyncRhythm  *self,
                    gint64         now,
                    PzSyncTurnout  turnout,
                    guint          retry_after,
                    double         chance)
{
  g_return_if_fail (self != NULL);

  self->ended = now;
  self->is_stuck = turnout == PZ_SYNC_TURNOUT_STUCK;
  self->n_failures = turnout == PZ_SYNC_TURNOUT_FAILED ? self->n_failures + 1 : 0;
  if (self->is_stuck)
    self->due = G_MAXINT64;
  else if (retry_after > 0)
    self->due = now + (gint64) retry_after * 1000;
  else if (turnout == PZ_SYNC_TURNOUT_FAILED)
    self->due = now + back_off (self->n_failures, chance);
  else
    self->due = now + (turnout == PZ_SYNC_TURNOUT_SENT ? PZ_SYNC_CONFIRM_MS : PZ_SYNC_EVERY_MS);
}
