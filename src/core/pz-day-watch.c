/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-watch.h"

/* How often to look: a timer until midnight would not count while the machine sleeps. */
#define LOOK_EVERY_S 30

struct _PzDayWatch
{
  GObject parent_instance;

  PzEnvironment *environment;
  GDate today;
  guint clock;
};

G_DEFINE_FINAL_TYPE (PzDayWatch, pz_day_watch, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
tick_cb (gpointer user_data)
{
  pz_day_watch_look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
pz_day_watch_finalize (GObject *object)
{
  PzDayWatch *self = PZ_DAY_WATCH (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->environment);
  G_OBJECT_CLASS (pz_day_watch_parent_class)->finalize (object);
}

static void
pz_day_watch_class_init (PzDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_day_watch_finalize;
  /**
   * PzDayWatch::changed:
   *
   * It is another day than it was.
   */
  changed_signal = g_signal_new ("changed", PZ_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pz_day_watch_init (PzDayWatch *self)
{
  self->clock = g_timeout_add_seconds (LOOK_EVERY_S, tick_cb, self);
}

/**
 * pz_day_watch_new:
 * @environment: the clock
 *
 * Returns: (transfer full): looks at the clock every half minute
 */
PzDayWatch *
pz_day_watch_new (PzEnvironment *environment)
{
  PzDayWatch *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_DAY_WATCH, NULL);
  self->environment = g_object_ref (environment);
  pz_environment_get_today (environment, &self->today);
  return self;
}

/**
 * pz_day_watch_look:
 * @self: the watch
 *
 * Tells by "changed" when it is another day than before. Happens by itself, too.
 */
void
pz_day_watch_look (PzDayWatch *self)
{
  g_autoptr(PzDayWatch) alive = NULL;
  GDate today;

  g_return_if_fail (PZ_IS_DAY_WATCH (self));

  pz_environment_get_today (self->environment, &today);
  if (g_date_compare (&today, &self->today) == 0)
    return;
  alive = g_object_ref (self);
  self->today = today;
  g_signal_emit (self, changed_signal, 0);
}
