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
  GHashTable *ahead; /* PzHlc, owned: stamps given beyond last, for values from a computer whose clock is ahead */
};

G_DEFINE_FINAL_TYPE (PzClock, pz_clock, G_TYPE_OBJECT)

static void
pz_clock_finalize (GObject *object)
{
  PzClock *self = PZ_CLOCK (object);

  g_object_unref (self->environment);
  g_mutex_clear (&self->mutex);
  g_hash_table_unref (self->ahead);
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
  self->ahead = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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
  g_return_val_if_fail (device != 0, NULL);

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

static guint
draw (PzClock *self)
{
  guint8 bytes[2];

  pz_environment_fill_random (self->environment, bytes, sizeof bytes);
  return (guint) (bytes[0] << 8 | bytes[1]) & 0x7fff;
}

static PzHlc
next_in_time (PzClock *self)
{
  /* a clock before 1970 is not worth more than the beginning of time */
  guint64 now = (guint64) CLAMP (pz_environment_get_now (self->environment), 0, (G_GINT64_CONSTANT (1) << 48) - 1);

  if (now > PZ_HLC_MS (self->last))
    self->last = PZ_HLC (now, draw (self));
  else
    self->last++;
  return self->last;
}

/* Values of one import share their stamp: two of them written over must not get the same one. */
static PzHlc
next_ahead (PzClock *self,
            PzHlc    seen)
{
  PzHlc next = seen < G_MAXUINT64 - 0xffff ? seen + 1 + draw (self) : seen;

  while (next < G_MAXUINT64 && g_hash_table_contains (self->ahead, &next))
    next++;
  g_hash_table_add (self->ahead, g_memdup2 (&next, sizeof next));
  return next;
}

/**
 * pz_clock_next:
 * @seen: the latest clock of the values that the write takes the place of; 0 when there is none
 *
 * A far-future @seen, from a computer whose clock is wrong, raises only this stamp and not the clock itself.
 * Two programs of one device may write in the same millisecond: the counter of each begins at a random number, so that
 * their tags differ; pz_document_rejoin() sees to it when they do not.
 *
 * Returns: a pending stamp, later than every own one before and than @seen
 */
PzStamp
pz_clock_next (PzClock *self,
               PzHlc    seen)
{
  PzStamp stamp = { 0 };

  g_return_val_if_fail (PZ_IS_CLOCK (self), stamp);

  g_mutex_lock (&self->mutex);
  stamp.clock = next_in_time (self);
  if (stamp.clock <= seen)
    stamp.clock = next_ahead (self, seen);
  g_mutex_unlock (&self->mutex);
  stamp.device = self->device;
  return stamp;
}
