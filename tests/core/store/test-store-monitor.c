/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-store-monitor.h"

#include <string.h>

/* Collects what the monitor tells until every name that is waited for has come; the test's own time limit is the
 * only clock. */
typedef struct
{
  GHashTable *told;
  guint n_signals;
} Listener;

static void
changed_cb (PzStoreMonitor     *monitor,
            const char *const  *names,
            gpointer            user_data)
{
  Listener *listener = user_data;

  listener->n_signals++;
  g_assert_nonnull (names[0]);
  for (gsize i = 0; names[i] != NULL; i++)
    g_hash_table_add (listener->told, g_strdup (names[i]));
}

static void
wait_for (Listener   *listener,
          const char *name)
{
  while (!g_hash_table_contains (listener->told, name))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (StoreFixture *fixture,
      const char   *name)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (store_fixture_save (fixture, name, "x", &error));
  g_assert_no_error (error);
}

static void
test_tells_what_changed (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(PzStoreMonitor) monitor = NULL;
  Listener listener = { told, 0 };
  GHashTableIter iter;
  gpointer name;

  save (fixture, "learners/before.json");
  monitor = pz_store_monitor_new (fixture->store);
  pz_store_monitor_watch_learners (monitor);
  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), &listener);
  save (fixture, "learners/a.json");
  save (fixture, "classroom.json");
  save (fixture, "activities/b.json");
  save (fixture, "frameworks/in-a-new-folder.json");
  wait_for (&listener, "learners/a.json");
  wait_for (&listener, "classroom.json");
  wait_for (&listener, "activities/b.json");
  wait_for (&listener, "frameworks/in-a-new-folder.json");
  /* the four saves make dozens of events */
  g_assert_cmpuint (listener.n_signals, <=, 4);
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_assert_null (strstr (name, ".tmp"));
      g_assert_cmpstr (name, !=, "lock");
      g_assert_cmpstr (name, !=, "learners/before.json");
    }
}

static void
test_learners_are_watched_when_asked (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(PzStoreMonitor) monitor = NULL;
  Listener listener = { told, 0 };

  save (fixture, "learners/before.json");
  monitor = pz_store_monitor_new (fixture->store);
  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), &listener);
  save (fixture, "learners/not-yet.json");
  save (fixture, "classroom.json");
  wait_for (&listener, "classroom.json");
  g_assert_false (g_hash_table_contains (told, "learners/not-yet.json"));
  pz_store_monitor_watch_learners (monitor);
  pz_store_monitor_watch_learners (monitor); /* is watched already */
  save (fixture, "learners/now.json");
  wait_for (&listener, "learners/now.json");
}

static void
test_goes_away_with_something_to_tell (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  PzStoreMonitor *monitor = pz_store_monitor_new (fixture->store);

  pz_store_monitor_watch_learners (monitor);
  save (fixture, "learners/a.json");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (monitor);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/store-monitor/tells-what-changed", test_tells_what_changed);
  store_test_add ("/core/store-monitor/learners-are-watched-when-asked", test_learners_are_watched_when_asked);
  store_test_add ("/core/store-monitor/goes-away-with-something-to-tell", test_goes_away_with_something_to_tell);
  return g_test_run ();
}
