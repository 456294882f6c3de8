/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-keeper-private.h"

#include "pz-index-private.h"

#include <glib/gi18n-lib.h>

/* How often "2 minutes ago" is looked at, in s. */
#define MINUTE_S 60

G_DEFINE_FINAL_TYPE (PzSyncKeeper, pz_sync_keeper, G_TYPE_OBJECT)

static guint changed_signal;
static guint told_signal;

static gint64
get_now (PzSyncKeeper *self)
{
  return pz_environment_get_now (pz_classroom_get_environment (self->classroom));
}

/**
 * pz_sync_keeper_say:
 * @self: the keeper
 *
 * Anything may look different now.
 */
void
pz_sync_keeper_say (PzSyncKeeper *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* ---- what waits ---- */

static guint64
count_pending (PzSyncKeeper *self)
{
  return pz_index_count_pending (pz_classroom_get_index (self->classroom))
         + pz_document_count_pending (pz_classroom_get_document (self->classroom));
}

/* From now on edits are added to what is known to be on its way. */
static void
count_beyond (PzSyncKeeper *self)
{
  guint64 pending = count_pending (self);

  self->n_beyond = self->facts.n_waiting > pending ? self->facts.n_waiting - pending : 0;
}

static void
count_waiting (PzSyncKeeper *self)
{
  guint64 n = count_pending (self) + self->n_beyond;

  if (!self->facts.is_set_up || self->current != NULL || self->is_refreshing)
    return;
  n = MAX (n, self->activity_waits ? 1 : 0);
  if (n == self->facts.n_waiting)
    return;
  self->facts.n_waiting = n;
  pz_sync_keeper_say (self);
}

/* ---- when ---- */

static gboolean
timer_cb (gpointer user_data)
{
  PzSyncKeeper *self = PZ_SYNC_KEEPER (user_data);

  self->timer = 0;
  pz_sync_keeper_check (self);
  if (self->timer == 0) /* the timer and the clock of people are two: it may be early */
    pz_sync_keeper_plan (self);
  return G_SOURCE_REMOVE;
}

/**
 * pz_sync_keeper_plan:
 * @self: the keeper
 *
 * Sets the timer for what is due next.
 */
void
pz_sync_keeper_plan (PzSyncKeeper *self)
{
  gint64 wait;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->is_started || self->place == NULL || self->current != NULL || self->rhythm.due == G_MAXINT64)
    return;
  wait = CLAMP (self->rhythm.due - get_now (self), 0, PZ_SYNC_LONGEST_MS);
  self->timer = g_timeout_add ((guint) MAX (wait, 1), timer_cb, self);
}

static gboolean
clock_cb (gpointer user_data)
{
  PzSyncKeeper *self = PZ_SYNC_KEEPER (user_data);

  if (self->place != NULL)
    pz_sync_keeper_say (self);
  return G_SOURCE_CONTINUE;
}

/* ---- what came of it ---- */

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzSyncKeeper) self = PZ_SYNC_KEEPER (user_data);

  pz_classroom_refresh_finish (self->classroom, result, NULL); /* what cannot be read is told by the class itself */
  self->is_refreshing = FALSE;
  count_beyond (self);
  count_waiting (self);
  pz_sync_keeper_say (self);
}

static void
tell_news (PzSyncKeeper       *self,
           const PzSyncAnswer *answer)
{
  if (answer->new_device)
    g_signal_emit (self, told_signal, 0, _("An older copy of this class was in use; its values were sent again"));
  else if (answer->healed)
    g_signal_emit (self, told_signal, 0, _("The server went back to an older state; your newer data was sent again"));
}

static double
get_chance (PzSyncKeeper *self)
{
  guint8 byte;

  pz_environment_fill_random (pz_classroom_get_environment (self->classroom), &byte, 1);
  return byte / 255.0;
}

static void
take_run (PzSyncKeeper *self,
          PzSyncAnswer *answer)
{
  pz_sync_facts_clear (&self->facts);
  self->facts = answer->facts;
  answer->facts.sentence = NULL;
  answer->facts.files = NULL;
  self->is_refreshing = TRUE;
  pz_sync_rhythm_end (&self->rhythm, get_now (self), answer->turnout, answer->retry_after, get_chance (self));
  pz_classroom_refresh_async (self->classroom, self->cancellable, refreshed_cb, g_object_ref (self));
}

/**
 * pz_sync_keeper_take:
 * @self: the keeper
 * @answer: what a job brought; what it says of the state is taken out of it
 */
void
pz_sync_keeper_take (PzSyncKeeper *self,
                     PzSyncAnswer *answer)
{
  g_clear_pointer (&self->place, pz_sync_place_free);
  self->place = g_steal_pointer (&answer->place);
  if (answer->has_run)
    take_run (self, answer);
  else if (self->place == NULL)
    pz_sync_facts_clear (&self->facts);
  self->facts.is_set_up = self->place != NULL;
  tell_news (self, answer);
}

/* ---- the class ---- */

static void
save_state_cb (PzSyncKeeper *self)
{
  if (self->place == NULL || pz_classroom_get_save_state (self->classroom) != PZ_SAVE_SAVED)
    return;
  count_waiting (self);
  pz_sync_rhythm_edit (&self->rhythm, get_now (self));
  pz_sync_keeper_plan (self);
}

static void
activities_written_cb (PzSyncKeeper *self)
{
  if (pz_classroom_get_save_state (self->classroom) == PZ_SAVE_SAVING) /* else another program wrote them */
    self->activity_waits = TRUE;
}

static void
pz_sync_keeper_dispose (GObject *object)
{
  PzSyncKeeper *self = PZ_SYNC_KEEPER (object);

  pz_sync_keeper_stop (self);
  G_OBJECT_CLASS (pz_sync_keeper_parent_class)->dispose (object);
}

static void
pz_sync_keeper_finalize (GObject *object)
{
  PzSyncKeeper *self = PZ_SYNC_KEEPER (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->secrets);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, pz_sync_work_unref);
  g_clear_pointer (&self->place, pz_sync_place_free);
  pz_sync_facts_clear (&self->facts);
  G_OBJECT_CLASS (pz_sync_keeper_parent_class)->finalize (object);
}

static void
pz_sync_keeper_class_init (PzSyncKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_sync_keeper_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  told_signal = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
}

static void
pz_sync_keeper_init (PzSyncKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->rhythm.due = G_MAXINT64;
  g_queue_init (&self->waiting);
}

/**
 * pz_sync_keeper_new:
 * @classroom: an open class
 * @secrets: where passwords and keys are
 *
 * Returns: (transfer full): its keeper, which does nothing yet
 */
PzSyncKeeper *
pz_sync_keeper_new (PzClassroom *classroom,
                    PzSecrets   *secrets)
{
  PzSyncKeeper *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_SECRETS (secrets), NULL);

  self = g_object_new (PZ_TYPE_SYNC_KEEPER, NULL);
  self->classroom = g_object_ref (classroom);
  self->secrets = g_object_ref (secrets);
  self->work = pz_sync_work_new (pz_classroom_get_environment (classroom), pz_classroom_get_path (classroom), secrets);
  g_signal_connect_object (classroom, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "class-written", G_CALLBACK (count_waiting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "learners-written", G_CALLBACK (count_waiting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "activities-written", G_CALLBACK (activities_written_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * pz_sync_keeper_start:
 * @self: the keeper
 *
 * Begins: looks whether the class is on a server and, when it is, synchronises now and whenever there is a reason. Also
 * after the class was put on a server, or on another one.
 */
void
pz_sync_keeper_start (PzSyncKeeper *self)
{
  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  self->is_started = TRUE;
  if (self->clock == 0)
    self->clock = g_timeout_add_seconds (MINUTE_S, clock_cb, self);
  pz_sync_rhythm_start (&self->rhythm, get_now (self));
  pz_sync_keeper_do_async (self, PZ_SYNC_JOB_START, NULL, NULL, NULL, NULL);
}

/**
 * pz_sync_keeper_stop:
 * @self: the keeper
 *
 * Ends: what is under way is cancelled, which leaves everything whole, and nothing is begun any more.
 */
void
pz_sync_keeper_stop (PzSyncKeeper *self)
{
  GTask *task;

  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  self->is_started = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->clock, g_source_remove);
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the class was closed");
      g_object_unref (task);
    }
}

/**
 * pz_sync_keeper_run:
 * @self: the keeper
 *
 * Synchronises now, or right after what is being done.
 */
void
pz_sync_keeper_run (PzSyncKeeper *self)
{
  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  if (self->is_started && !self->run_waits)
    pz_sync_keeper_do_async (self, PZ_SYNC_JOB_RUN, NULL, NULL, NULL, NULL);
}

/**
 * pz_sync_keeper_focus:
 * @self: the keeper
 *
 * The window came to the front.
 */
void
pz_sync_keeper_focus (PzSyncKeeper *self)
{
  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  if (self->place != NULL && self->current == NULL && pz_sync_rhythm_focus (&self->rhythm, get_now (self)))
    pz_sync_keeper_run (self);
}

/**
 * pz_sync_keeper_check:
 * @self: the keeper
 *
 * Synchronises if it is time; what its timer does.
 */
void
pz_sync_keeper_check (PzSyncKeeper *self)
{
  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  if (self->place != NULL && self->current == NULL && self->rhythm.due <= get_now (self))
    pz_sync_keeper_run (self);
}

/**
 * pz_sync_keeper_get_due:
 * @self: the keeper
 *
 * Returns: when it synchronises next by itself, ms since 1970 UTC; G_MAXINT64: not before somebody helps
 */
gint64
pz_sync_keeper_get_due (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), 0);
  return self->rhythm.due;
}

/**
 * pz_sync_keeper_is_busy:
 * @self: the keeper
 *
 * Returns: whether something is being done
 */
gboolean
pz_sync_keeper_is_busy (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), FALSE);
  return self->current != NULL || self->is_refreshing;
}

/**
 * pz_sync_keeper_get_facts:
 * @self: the keeper
 *
 * Returns: (transfer none): how it stands; good until "changed"
 */
const PzSyncFacts *
pz_sync_keeper_get_facts (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), NULL);
  return &self->facts;
}

/**
 * pz_sync_keeper_get_place:
 * @self: the keeper
 *
 * Returns: (transfer none) (nullable): where the class is; %NULL: on no server. Good until "changed"
 */
const PzSyncPlace *
pz_sync_keeper_get_place (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), NULL);
  return self->place;
}

/**
 * pz_sync_keeper_get_classroom:
 * @self: the keeper
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_sync_keeper_get_classroom (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), NULL);
  return self->classroom;
}

/**
 * pz_sync_keeper_get_secrets:
 * @self: the keeper
 *
 * Returns: (transfer none): where passwords and keys are
 */
PzSecrets *
pz_sync_keeper_get_secrets (PzSyncKeeper *self)
{
  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (self), NULL);
  return self->secrets;
}
