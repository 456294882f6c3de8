/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-clock.h"

struct _PzClock
{
  GObject parent_instance;

  PzEnvironment *environment;
  guint64 device;
  GMutex mutex; /* guards last */
  PzHlc last;   /* of this device's own writes */
};

G_DEFINE_FINAL_TYPE (PzClock, pz_clock, G_TYPE_OBJECT)

static void
pz_clock_finalize (GObject *object)
{
  PzClock *self = PZ_CLOCK (object);

  g_object_unref (self->environment);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (pz_clock_parent_class)->finalize (object);
}

static void
pz_clock_class_init (PzClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_clock_finalize;
}

static void
pz_clock_init (PzClock *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * pz_clock_new:
 * @environment: where the time and chance come from
 * @device: the id of this device in the classroom, 64 random bits
 *
 * Returns: (transfer full): a clock
 */
PzClock *
pz_clock_new (PzEnvironment *environment,
              guint64        device)
{
  PzClock *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_CLOCK, NULL);
  self->environment = g_object_ref (environment);
  self->device = device;
  return self;
}

/**
 * pz_clock_get_environment:
 *
 * Returns: (transfer none): where the time and chance come from
 */
PzEnvironment *
pz_clock_get_environment (PzClock *self)
{
  g_return_val_if_fail (PZ_IS_CLOCK (self), NULL);

  return self->environment;
}

/**
 * pz_clock_get_device:
 *
 * Returns: the device that this clock stamps for
 */
guint64
pz_clock_get_device (PzClock *self)
{
  g_return_val_if_fail (PZ_IS_CLOCK (self), 0);

  return self->device;
}

/**
 * pz_clock_next:
 * @seen: the latest clock of the values that the write takes the place of; 0 when there is none
 *
 * A far-future @seen, from a computer whose clock is wrong, raises only this stamp and not the clock itself.
 * Two programs of one device may write in the same millisecond: the counter of each begins at a random number, so that
 * their tags differ.
 *
 * Returns: a pending stamp, later than every own one before and than @seen
 */
PzStamp
pz_clock_next (PzClock *self,
               PzHlc    seen)
{
  PzStamp stamp = { 0 };
  guint64 now;
  guint8 start[2];

  g_return_val_if_fail (PZ_IS_CLOCK (self), stamp);

  now = (guint64) pz_environment_get_now (self->environment) & ((G_GUINT64_CONSTANT (1) << 48) - 1);
  g_mutex_lock (&self->mutex);
  if (now > PZ_HLC_MS (self->last))
    {
      pz_environment_fill_random (self->environment, start, sizeof start);
      self->last = PZ_HLC (now, (guint) (start[0] << 8 | start[1]) & 0x7fff);
    }
  else
    self->last++;
  stamp.clock = MAX (self->last, seen + 1);
  g_mutex_unlock (&self->mutex);
  stamp.device = self->device;
  return stamp;
}
