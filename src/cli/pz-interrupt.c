/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

struct _PzInterrupt
{
  GCancellable *cancellable;
  pthread_t thread;
  gboolean waiting; /* whether there is a thread */
  int done;         /* atomic: the signal that comes now is our own */
};

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

/* the first signal asks, the second one ends */
static void *
wait_for_signals (void *data)
{
  PzInterrupt *self = data;
  sigset_t signals;
  int number;

  fill_signals (&signals);
  for (guint i = 0; sigwait (&signals, &number) == 0 && !g_atomic_int_get (&self->done); i++)
    {
      if (i > 0)
        _exit (128 + number);
      g_cancellable_cancel (self->cancellable);
    }
  return NULL;
}

/**
 * pz_interrupt_new:
 *
 * Call it before any other thread is started: threads inherit that the signals are blocked.
 *
 * Returns: (transfer full): waits for signals from now on
 */
PzInterrupt *
pz_interrupt_new (void)
{
  PzInterrupt *self = g_new0 (PzInterrupt, 1);
  sigset_t signals, before;

  self->cancellable = g_cancellable_new ();
  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, &before);
  self->waiting = pthread_create (&self->thread, NULL, wait_for_signals, self) == 0;
  /* without a thread the signals end the program as they always did */
  if (!self->waiting)
    pthread_sigmask (SIG_SETMASK, &before, NULL);
  return self;
}

/**
 * pz_interrupt_free:
 * @self: (transfer full): signals stay blocked until the program ends
 */
void
pz_interrupt_free (PzInterrupt *self)
{
  g_atomic_int_set (&self->done, TRUE);
  if (self->waiting)
    {
      pthread_kill (self->thread, SIGTERM);
      pthread_join (self->thread, NULL);
    }
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * pz_interrupt_get_cancellable:
 *
 * Returns: (transfer none): cancelled by the first signal
 */
GCancellable *
pz_interrupt_get_cancellable (PzInterrupt *self)
{
  return self->cancellable;
}
