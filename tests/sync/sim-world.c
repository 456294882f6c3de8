/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-world.h"

#include "pz-error.h"
#include "pz-sync-error.h"
#include "sim-device.h"
#include "sim-keys.h"
#include "sim-remote.h"

#include <string.h>

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define START G_GINT64_CONSTANT (1795428000000)
#define MAX_DEVICES 7
/* Rounds in which every device synchronises at the end: one that was closed has to publish first. */
#define LAST_ROUNDS 14

typedef struct
{
  char *data_dir;
  guint64 seed;
  PzRandom random;
  SimDisaster disaster;
  gboolean of_laptop; /* which one SIM_ONE means */
  SimRemote *remote;
  GPtrArray *devices; /* SimDevice */
  SimValues values;
  PzKeyring *keys;    /* (nullable): every key there was; NULL: nothing is encrypted */
  SimDevice *removed; /* (nullable): whose person gets no new key any more */
  gboolean removed_knows; /* the key that counts in the end: it can go on */
  gboolean is_calm;
  guint n_busy;
  guint n_places;
  guint n_forks;
  SimResult *result;
} World;

static void
fail (World      *w,
      const char *what)
{
  if (w->result->fault == NULL)
    w->result->fault = g_strdup (what);
}

/* The class has a key that is not known on this computer: its person types the passphrase, at once or some time. */
static void
mind_unknown_key (World     *w,
                  SimDevice *device)
{
  if (device != w->removed && (w->is_calm || pz_random_below (&w->random, 100) < 60))
    sim_device_learn_keys (device, w->keys);
}

static void
synchronise (World     *w,
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
    fail (w, error->message);
}

static SimDevice *
choose (World *w)
{
  return g_ptr_array_index (w->devices, pz_random_below (&w->random, w->devices->len));
}

/* Between two requests of one device another synchronises, or somebody types. */
static void
meanwhile (gpointer user_data)
{
  World *w = user_data;
  SimDevice *device;

  if (w->devices->len == 0)
    return;
  if (w->n_busy < 3 && pz_random_below (&w->random, 100) < 15)
    {
      device = choose (w);
      if (!device->busy)
        synchronise (w, device);
    }
  if (pz_random_below (&w->random, 100) < 5)
    sim_device_edit (choose (w), &w->random, &w->values);
}

static SimDevice *
add_device (World *w)
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

static void
advance_all (World  *w,
             gint64  ms)
{
  for (guint i = 0; i < w->devices->len; i++)
    pz_environment_advance (((SimDevice *) g_ptr_array_index (w->devices, i))->environment, ms);
}

static char *
gather_all (World    *w,
            gboolean  with_late)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather (w->remote, with_late, all);
  for (guint i = 0; i < w->devices->len; i++)
    if (g_ptr_array_index (w->devices, i) != w->removed) /* which is not there for anybody */
      sim_device_gather (g_ptr_array_index (w->devices, i), TRUE, all);
  return g_strdup (all->str);
}

/* values that lie nowhere any more, whatever the protocol does, or are on their way at most */
static void
excuse (World *w)
{
  g_autofree char *all = gather_all (w, TRUE);
  g_autofree char *firm = gather_all (w, FALSE);

  sim_values_excuse_gone (&w->values, all);
  sim_values_note_adrift (&w->values, firm);
}

/* What was said to wait may go with the laptop, and nothing else may: whatever it had let go of could be taken in by
 * others from one listing, so that it is still there unless the server came back as it was before, too. */
static void
restore_laptop (World     *w,
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
restore_server (World *w)
{
  if (w->disaster == SIM_NONE || (w->disaster == SIM_ONE && w->of_laptop) || !sim_remote_restore (w->remote))
    return;
  excuse (w);
}

/* never by more than a year: what is kept for longer than that must not go in a run */
static void
set_clock_wrong (World     *w,
                 SimDevice *device)
{
  static const int skews[] = { -9, 0, 7, 365 };
  int skew = skews[pz_random_below (&w->random, G_N_ELEMENTS (skews))];

  pz_environment_advance (device->environment, (skew - device->skew) * DAY);
  device->skew = skew;
}

/* somebody thinks that a device was lost, rightly or not */
static void
retire (World     *w,
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
rotate (World     *w,
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
step (World *w)
{
  SimDevice *device = choose (w);
  guint x = pz_random_below (&w->random, 1000);

  advance_all (w, 1 + pz_random_below (&w->random, 600000));
  if (x < 550)
    sim_device_edit (device, &w->random, &w->values);
  else if (x < 920)
    synchronise (w, device);
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
    add_device (w);
  else if (x < 990 && !device->busy)
    retire (w, device);
  else if (x >= 990 && w->keys != NULL && !device->busy && device != w->removed)
    rotate (w, device);
}

/* one that is still of the class */
static SimDevice *
get_first (World *w)
{
  SimDevice *first = g_ptr_array_index (w->devices, 0);

  return first != w->removed ? first : g_ptr_array_index (w->devices, 1);
}

static guint
count_siblings (const char *state)
{
  guint n = 0;

  for (const char *at = state; (at = strstr (at, "],[\"")) != NULL; at++)
    n++;
  return n;
}

/* what never leaves a device, and what a person wrote, must not be where they may not */
static void
check_private (World *w)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather (w->remote, TRUE, all);
  if (strstr (all->str, "private") != NULL)
    fail (w, "what never leaves the device was on the server");
  if (w->keys != NULL && sim_remote_has_open (w->remote))
    fail (w, "something was not sealed");
}

static void
check_equal (World      *w,
             const char *state)
{
  for (guint i = 0; i < w->devices->len; i++)
    {
      SimDevice *device = g_ptr_array_index (w->devices, i);
      g_autofree char *other = NULL;

      if (device == w->removed)
        continue;
      other = sim_device_dup_state (device);
      if (strcmp (state, other) != 0)
        {
          g_test_message ("device %u:\n%s\nand the first:\n%s", i, other, state);
          fail (w, "the devices differ");
        }
      if (pz_syncer_get_status (device->syncer)->n_waiting > 0)
        fail (w, "something still waits");
      w->result->n_aside = MAX (w->result->n_aside, pz_syncer_get_status (device->syncer)->aside->len);
    }
}

static void
check_newcomer (World      *w,
                const char *state)
{
  SimDevice *device = add_device (w);
  g_autofree char *other = NULL;

  for (guint i = 0; i < 4; i++)
    synchronise (w, device);
  other = sim_device_dup_state (device);
  if (strcmp (state, other) != 0)
    {
      g_test_message ("device new:\n%s\nand the first:\n%s", other, state);
      fail (w, "a new device differs");
    }
}

/* What was said of learners who were removed for good stands nowhere any more: not on the server, but for objects that
 * could not be placed, are left alone and shown, and not on any disk. */
static void
check_erased (World *w)
{
  SimDevice *first = get_first (w);
  PzVersion seen;
  g_autoptr(PzSyncState) known = pz_replica_read_state (first->replica, &seen, NULL);
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather_files (w->remote, pz_syncer_get_status (first->syncer)->aside, FALSE, all);
  for (guint i = 0; i < w->devices->len; i++)
    if (g_ptr_array_index (w->devices, i) != w->removed)
      sim_device_gather (g_ptr_array_index (w->devices, i), FALSE, all);
  if (sim_values_excuse_erased (&w->values, known->known->purged, all->str) > 0)
    fail (w, "something of a learner who was removed for good is still there");
}

static void
synchronise_all (World *w,
                 guint  rounds)
{
  for (guint i = 0; i < rounds * w->devices->len; i++)
    {
      synchronise (w, g_ptr_array_index (w->devices, i % w->devices->len));
      advance_all (w, 1000);
    }
}

static guint
count_lost (World      *w,
            const char *state)
{
  SimDevice *first = get_first (w);
  GPtrArray *aside = pz_syncer_get_status (first->syncer)->aside;
  g_autoptr(GString) shown = g_string_new (NULL), other = g_string_new (NULL);

  sim_remote_gather_files (w->remote, aside, TRUE, shown);
  sim_remote_gather_files (w->remote, aside, FALSE, other);
  return sim_values_count_lost (&w->values, state, shown->str, other->str);
}

/* Once somebody has written with a key that the lost device does not know, nothing it writes gets to anybody. */
static void
check_removed (World *w)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL, *all = NULL;

  if (w->removed == NULL || w->removed_knows)
    return;
  text = sim_values_new (&w->values, "nobody");
  sim_device_write (w->removed, SIM_CLASSROOM, PZ_LEARNER_NOTES, text);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_error (&error);
      sim_device_sync (w->removed, &error);
      if (!g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE))
        fail (w, "a device that does not know the key synchronised");
    }
  all = gather_all (w, TRUE);
  if (strstr (all, text) != NULL)
    fail (w, "what a lost device wrote reached somebody");
}

/* what the lost device has not sent is on it alone */
static void
leave_removed (World *w)
{
  g_autoptr(GString) unsent = g_string_new (NULL);

  if (w->removed == NULL)
    return;
  sim_device_gather_unsent (w->removed, unsent);
  sim_values_excuse_in (&w->values, unsent->str);
}

static gboolean
knows_newest (World     *w,
              SimDevice *device)
{
  return pz_keyring_find (device->keyring, pz_sync_key_get_id (pz_keyring_get_current (w->keys, NULL))) != NULL;
}

/* Somebody writes with the newest key. It may be known to the lost device: when two made one at the same time, and the lost
 * one knew that which counts. */
static void
close_to_removed (World *w)
{
  if (w->removed != NULL && knows_newest (w, w->removed))
    w->removed_knows = TRUE;
  for (guint i = 0; w->removed != NULL && i < w->devices->len; i++)
    {
      SimDevice *device = g_ptr_array_index (w->devices, i);
      g_autofree char *text = NULL;

      if (device == w->removed || !knows_newest (w, device))
        continue;
      text = sim_values_new (&w->values, SIM_CLASSROOM);
      sim_device_write (device, SIM_CLASSROOM, PZ_LEARNER_FAMILY_NAME, text);
      synchronise_all (w, 2);
      return;
    }
}

static void
finish (World *w)
{
  SimDevice *first = get_first (w);
  g_autofree char *state = NULL;
  guint before;

  sim_remote_calm_down (w->remote);
  w->is_calm = TRUE;
  leave_removed (w);
  synchronise_all (w, LAST_ROUNDS);
  close_to_removed (w);
  advance_all (w, DAY + DAY / 24); /* what has waited for so long is shown */
  synchronise_all (w, 1);
  state = sim_device_dup_state (first);
  check_erased (w);
  w->result->n_lost = count_lost (w, state);
  w->result->n_siblings = count_siblings (state);
  check_equal (w, state);
  check_removed (w);
  check_newcomer (w, state);
  check_private (w);
  synchronise_all (w, 3); /* the new one may have published what it knows */
  before = sim_remote_get_count (w->remote);
  synchronise (w, first);
  w->result->n_idle = sim_remote_get_count (w->remote) - before;
  w->result->n_values = w->values.n;
  w->result->n_files = sim_remote_get_n_files (w->remote);
  w->result->n_forks = w->n_forks;
}

/* as a person does it: again and again, until it is there */
static void
set_up_class (World *w)
{
  SimDevice *first = g_ptr_array_index (w->devices, 0);

  sim_remote_plan_puts (w->remote, "s");
  while (!pz_syncer_set_up (first->syncer, NULL, NULL))
    ;
}

static void
begin_keys (World   *w,
            guint64  seed)
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
  World w = { 0 };
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
  sim_device_make_class (add_device (&w));
  for (guint i = 1 + pz_random_below (&w.random, 4); i > 0; i--)
    add_device (&w);
  set_up_class (&w);
  n_steps = 60 + pz_random_below (&w.random, 200);
  for (guint i = 0; i < n_steps; i++)
    step (&w);
  finish (&w);
  result->n_keys = w.keys != NULL ? pz_keyring_get_n_keys (w.keys) : 0;
  pz_keyring_free (w.keys);
  g_ptr_array_unref (w.devices);
  g_object_unref (w.remote);
  sim_values_clear (&w.values);
  g_free (w.data_dir);
}
