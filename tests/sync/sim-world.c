/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-world-private.h"

#include "pz-error.h"
#include "pz-sync-error.h"
#include "sim-keys.h"

#include <string.h>

#define START G_GINT64_CONSTANT (1795428000000)
#define MAX_DEVICES 7

void
sim_world_fail (SimWorld   *w,
                const char *what)
{
  if (w->result->fault == NULL)
    w->result->fault = g_strdup (what);
}

/* The class has a key that is not known on this computer: its person types the passphrase, at once or some time. */
static void
mind_unknown_key (SimWorld  *w,
                  SimDevice *device)
{
  if (device != w->removed && (w->is_calm || pz_random_below (&w->random, 100) < 60))
    sim_device_learn_keys (device, w->keys);
}

void
sim_world_synchronise (SimWorld  *w,
                       SimDevice *device)
{
  g_autoptr(GError) error = NULL;

  w->n_busy++;
  sim_device_sync (device, &error);
  w->n_busy--;
  w->n_forks += pz_syncer_get_status (device->syncer)->new_device;
  if (w->keys != NULL && g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE))
    mind_unknown_key (w, device);
  else if (error != NULL && !g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE)
           && !g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OTHER_CLASS)
           && !g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED)) /* the marker came cut */
    sim_world_fail (w, error->message);
}

static SimDevice *
choose (SimWorld *w)
{
  return g_ptr_array_index (w->devices, pz_random_below (&w->random, w->devices->len));
}

/* Between two requests of one device another synchronises, or somebody types. */
static void
meanwhile (gpointer user_data)
{
  SimWorld *w = user_data;
  SimDevice *device;

  if (w->devices->len == 0)
    return;
  if (w->n_busy < 3 && pz_random_below (&w->random, 100) < 15)
    {
      device = choose (w);
      if (!device->busy)
        sim_world_synchronise (w, device);
    }
  if (pz_random_below (&w->random, 100) < 5)
    sim_device_edit (choose (w), &w->random, &w->values);
}

SimDevice *
sim_world_add_device (SimWorld *w)
{
  static const int skews[] = { 0, 0, 0, -3, 5, 40 };
  int skew = skews[pz_random_below (&w->random, G_N_ELEMENTS (skews))];
  SimDevice *device
    = sim_device_new (w->data_dir, w->devices->len, START + skew * DAY, w->seed, PZ_REMOTE (w->remote));

  device->skew = skew;
  if (w->keys != NULL)
    {
      device->all_keys = w->keys;
      sim_device_learn_keys (device, w->keys);
    }
  g_ptr_array_add (w->devices, device);
  return device;
}

void
sim_world_advance_all (SimWorld *w,
                       gint64    ms)
{
  for (guint i = 0; i < w->devices->len; i++)
    pz_environment_advance (((SimDevice *) g_ptr_array_index (w->devices, i))->environment, ms);
}

static void
gather_devices (SimWorld *w,
                GString  *out)
{
  for (guint i = 0; i < w->devices->len; i++)
    if (g_ptr_array_index (w->devices, i) != w->removed) /* which is not there for anybody */
      sim_device_gather (g_ptr_array_index (w->devices, i), TRUE, out);
}

char *
sim_world_gather_all (SimWorld *w)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather (w->remote, all);
  gather_devices (w, all);
  return g_strdup (all->str);
}

/* (transfer container): names of what some device has set aside */
static GPtrArray *
list_aside (SimWorld *w)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < w->devices->len; i++)
    {
      SimDevice *device = g_ptr_array_index (w->devices, i);

      g_ptr_array_extend (names, pz_syncer_get_status (device->syncer)->aside, NULL, NULL);
    }
  return names;
}

/* Values that lie nowhere any more, whatever the protocol does; that are on their way at most; or in an object set aside,
 * of which its device had not heard when it came back from a backup, so that it cannot send them once more. */
static void
excuse (SimWorld *w)
{
  g_autofree char *all = sim_world_gather_all (w);
  g_autoptr(GPtrArray) aside = list_aside (w);
  g_autoptr(GString) firm = g_string_new (NULL), placed = g_string_new (NULL);

  gather_devices (w, firm);
  g_string_append (placed, firm->str);
  sim_remote_gather_firm (w->remote, NULL, firm);
  sim_remote_gather_firm (w->remote, aside, placed);
  sim_values_excuse_gone (&w->values, all);
  sim_values_note_adrift (&w->values, firm->str);
  sim_values_note_apart (&w->values, placed->str);
}

/* What was said to wait may go with the laptop, and nothing else may: whatever it had let go of could be taken in by
 * others from one listing, so that it is still there unless the server came back as it was before, too. */
static void
restore_laptop (SimWorld  *w,
                SimDevice *device)
{
  g_autofree char *place = g_strdup_printf ("q%u", w->n_places++);
  g_autoptr(GString) unsent = g_string_new (NULL);
  gboolean notices = w->disaster != SIM_FORK || pz_random_below (&w->random, 2) == 0;

  if (w->disaster == SIM_NONE || device->backup == NULL || device->busy || (w->disaster == SIM_ONE && !w->of_laptop))
    return;
  sim_device_gather_unsent (device, unsent);
  sim_values_excuse_in (&w->values, unsent->str);
  sim_device_restore (device, PZ_REMOTE (w->remote), notices ? place : NULL);
  excuse (w);
}

static void
restore_server (SimWorld *w)
{
  if (w->disaster == SIM_NONE || (w->disaster == SIM_ONE && w->of_laptop) || !sim_remote_restore (w->remote))
    return;
  excuse (w);
}

/* never by more than a year: what is kept for longer than that must not go in a run */
static void
set_clock_wrong (SimWorld  *w,
                 SimDevice *device)
{
  static const int skews[] = { -9, 0, 7, 365 };
  int skew = skews[pz_random_below (&w->random, G_N_ELEMENTS (skews))];

  pz_environment_advance (device->environment, (skew - device->skew) * DAY);
  device->skew = skew;
}

/* somebody thinks that a device was lost, rightly or not */
static void
retire (SimWorld  *w,
        SimDevice *device)
{
  PzVersion seen;
  g_autoptr(PzSyncState) other = pz_replica_read_state (choose (w)->replica, &seen, NULL);

  pz_replica_retire_device (device->replica, other->device, NULL);
}

static gboolean
want_snapshot (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/* Somebody makes a new key, as after a device was lost; which may be so. Others have written with the old key and not sent
 * it yet, and do not know. */
static void
rotate (SimWorld  *w,
        SimDevice *device)
{
  SimDevice *lost = choose (w);

  sim_keys_rotate (device->keyring, w->keys);
  pz_replica_change (device->replica, want_snapshot, NULL, NULL);
  if (w->removed != NULL || lost == device || lost->busy || w->devices->len < 3 || pz_random_below (&w->random, 2) == 0)
    return;
  w->removed = lost;
  excuse (w);
}

static void
step (SimWorld *w)
{
  SimDevice *device = choose (w);
  guint x = pz_random_below (&w->random, 1000);

  sim_world_advance_all (w, 1 + pz_random_below (&w->random, 600000));
  if (x < 550)
    sim_device_edit (device, &w->random, &w->values);
  else if (x < 920)
    sim_world_synchronise (w, device);
  else if (x < 935)
    set_clock_wrong (w, device);
  else if (x < 955)
    sim_device_back_up (device);
  else if (x < 965)
    restore_laptop (w, device);
  else if (x < 972)
    sim_remote_back_up (w->remote);
  else if (x < 978)
    restore_server (w);
  else if (x < 985 && w->devices->len < MAX_DEVICES)
    sim_world_add_device (w);
  else if (x < 990 && !device->busy)
    retire (w, device);
  else if (x >= 990 && w->keys != NULL && !device->busy && device != w->removed)
    rotate (w, device);
}

/* as a person does it: again and again, until it is there */
static void
set_up_class (SimWorld *w)
{
  SimDevice *first = g_ptr_array_index (w->devices, 0);

  sim_remote_plan_puts (w->remote, "s");
  while (!pz_syncer_set_up (first->syncer, NULL, NULL))
    ;
}

static void
begin_keys (SimWorld *w,
            guint64   seed)
{
  g_autoptr(PzKeyring) own = pz_keyring_new ();

  sim_keys_seed (seed);
  w->keys = pz_keyring_new ();
  sim_keys_rotate (own, w->keys);
  sim_remote_set_keyring (w->remote, w->keys);
}

/**
 * sim_run:
 * @data_dir: an empty folder
 * @seed: the same one makes the same run
 * @disaster: what may come back from a backup
 * @is_encrypted: with keys, of which there is a new one now and then
 * @result: (out caller-allocates): how it ended; free its fault
 */
void
sim_run (const char  *data_dir,
         guint64      seed,
         SimDisaster  disaster,
         gboolean     is_encrypted,
         SimResult   *result)
{
  SimWorld w = { 0 };
  guint n_steps;

  memset (result, 0, sizeof *result);
  w.data_dir = g_strdup (data_dir);
  w.seed = seed;
  w.disaster = disaster;
  w.result = result;
  pz_random_init (&w.random, seed);
  sim_values_init (&w.values);
  w.devices = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_device_free);
  w.remote = sim_remote_new (&w.random, meanwhile, &w);
  w.of_laptop = pz_random_below (&w.random, 2) == 0;
  if (is_encrypted)
    begin_keys (&w, seed);
  sim_device_make_class (sim_world_add_device (&w));
  for (guint i = 1 + pz_random_below (&w.random, 4); i > 0; i--)
    sim_world_add_device (&w);
  set_up_class (&w);
  n_steps = 60 + pz_random_below (&w.random, 200);
  for (guint i = 0; i < n_steps; i++)
    step (&w);
  sim_world_finish (&w);
  result->n_keys = w.keys != NULL ? pz_keyring_get_n_keys (w.keys) : 0;
  pz_keyring_free (w.keys);
  g_ptr_array_unref (w.devices);
  g_object_unref (w.remote);
  sim_values_clear (&w.values);
  g_free (w.data_dir);
}
