/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-world-private.h"

#include "pz-sync-error.h"

#include <string.h>

/* The end of a run: all goes well from now on, and the oracle looks at what came of it. */

/* At most so many rounds in which every device synchronises at the end: one that was closed has to publish first. */
#define LAST_ROUNDS 14

/* So many in a row in which nobody does anything are taken for the end. Not the first one: of those who see something to
 * tidy one half waits each time. */
#define QUIET_ROUNDS 3

/* one that is still of the class */
static SimDevice *
get_first (SimWorld *w)
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
check_private (SimWorld *w)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather (w->remote, all);
  if (strstr (all->str, "private") != NULL)
    sim_world_fail (w, "what never leaves the device was on the server");
  if (w->keys != NULL && sim_remote_has_open (w->remote))
    sim_world_fail (w, "something was not sealed");
}

static void
check_equal (SimWorld   *w,
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
          sim_world_fail (w, "the devices differ");
        }
      if (pz_syncer_get_status (device->syncer)->n_waiting > 0)
        sim_world_fail (w, "something still waits");
      w->result->n_aside = MAX (w->result->n_aside, pz_syncer_get_status (device->syncer)->aside->len);
    }
}

static void
check_newcomer (SimWorld   *w,
                const char *state)
{
  SimDevice *device = sim_world_add_device (w);
  g_autofree char *other = NULL;

  for (guint i = 0; i < 4; i++)
    sim_world_synchronise (w, device);
  other = sim_device_dup_state (device);
  if (strcmp (state, other) != 0)
    {
      g_test_message ("device new:\n%s\nand the first:\n%s", other, state);
      sim_world_fail (w, "a new device differs");
    }
}

/* What was said of learners who were removed for good stands nowhere any more: not on the server, but for objects that
 * could not be placed, are left alone and shown, and not on any disk. */
static void
check_erased (SimWorld *w)
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
    sim_world_fail (w, "something of a learner who was removed for good is still there");
}

static void
synchronise_all (SimWorld *w,
                 guint     rounds)
{
  for (guint i = 0; i < rounds * w->devices->len; i++)
    {
      sim_world_synchronise (w, g_ptr_array_index (w->devices, i % w->devices->len));
      sim_world_advance_all (w, 1000);
    }
}

static guint
count_lost (SimWorld   *w,
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
check_removed (SimWorld *w)
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
        sim_world_fail (w, "a device that does not know the key synchronised");
    }
  all = sim_world_gather_all (w);
  if (strstr (all, text) != NULL)
    sim_world_fail (w, "what a lost device wrote reached somebody");
}

/* what the lost device has not sent is on it alone */
static void
leave_removed (SimWorld *w)
{
  g_autoptr(GString) unsent = g_string_new (NULL);

  if (w->removed == NULL)
    return;
  sim_device_gather_unsent (w->removed, unsent);
  sim_values_excuse_in (&w->values, unsent->str);
}

static gboolean
knows_newest (SimWorld  *w,
              SimDevice *device)
{
  return pz_keyring_find (device->keyring, pz_sync_key_get_id (pz_keyring_get_current (w->keys, NULL))) != NULL;
}

/* Somebody writes with the newest key. It may be known to the lost device: when two made one at the same time, and the lost
 * one knew that which counts. */
static void
close_to_removed (SimWorld *w)
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

static gboolean
is_erasing (SimWorld *w)
{
  for (guint i = 0; i < w->devices->len; i++)
    if (pz_syncer_get_status (((SimDevice *) g_ptr_array_index (w->devices, i))->syncer)->is_erasing)
      return TRUE;
  return FALSE;
}

static void
synchronise_until_quiet (SimWorld *w)
{
  guint n_quiet = 0;

  for (guint i = 0; i < LAST_ROUNDS && n_quiet < QUIET_ROUNDS; i++)
    {
      guint before = sim_remote_get_count (w->remote);

      synchronise_all (w, 1);
      n_quiet = sim_remote_get_count (w->remote) - before > w->devices->len || is_erasing (w) ? 0 : n_quiet + 1;
    }
}

/* requests of one synchronisation, once nobody has anything to do any more */
static guint
count_idle (SimWorld *w)
{
  guint before = 0;

  for (guint i = 0; i < LAST_ROUNDS && sim_remote_get_count (w->remote) - before != 1; i++)
    {
      synchronise_all (w, QUIET_ROUNDS);
      before = sim_remote_get_count (w->remote);
      sim_world_synchronise (w, get_first (w));
    }
  return sim_remote_get_count (w->remote) - before;
}

void
sim_world_finish (SimWorld *w)
{
  SimDevice *first = get_first (w);
  g_autofree char *state = NULL;

  sim_remote_calm_down (w->remote);
  w->is_calm = TRUE;
  leave_removed (w);
  synchronise_until_quiet (w);
  close_to_removed (w);
  sim_world_advance_all (w, DAY + DAY / 24); /* what has waited for so long is shown */
  synchronise_all (w, 1);
  state = sim_device_dup_state (first);
  check_erased (w);
  w->result->n_lost = count_lost (w, state);
  w->result->n_siblings = count_siblings (state);
  check_equal (w, state);
  check_removed (w);
  check_newcomer (w, state);
  check_private (w);
  w->result->n_idle = count_idle (w);
  w->result->n_values = w->values.n;
  w->result->n_files = sim_remote_get_n_files (w->remote);
  w->result->n_forks = w->n_forks;
}
