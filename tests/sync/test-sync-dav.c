/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole synchronisations over HTTP: with the server that errs on demand, or, beside with-server.sh, with a real one. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-remote-private.h"
#include "pz-learner.h"
#include "pz-sync-words.h"
#include "sim-device.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

#define LEARNER "d4m7kq2x9v5t0rhb"
#define START G_GINT64_CONSTANT (1795428000000)
#define N_DEVICES 3

typedef struct
{
  char *folder;
  FaultServer *server; /* NULL beside a real one */
  PzRemote *remotes[N_DEVICES];
  SimDevice *devices[N_DEVICES];
} Fixture;

static PzRemote *
connect_to (FaultServer *server)
{
  g_autofree char *address = server != NULL ? g_strdup (fault_server_get_address (server))
                                            : g_strconcat (g_getenv ("PZ_DAV_URL"), "synced/", NULL);
  const char *cacert = g_getenv ("PZ_DAV_CACERT");
  g_autoptr(GError) error = NULL;
  PzDavRemote *remote = pz_dav_remote_new (address, g_getenv ("PZ_DAV_USER"), g_getenv ("PZ_DAV_PASSWORD"), &error);

  g_assert_no_error (error);
  pz_dav_remote_set_timeout (remote, 2000);
  if (cacert != NULL && *cacert != '\0')
    {
      g_autoptr(GTlsDatabase) trusted = g_tls_file_database_new (cacert, &error);

      pz_dav_remote_set_trusted (remote, trusted);
    }
  return PZ_REMOTE (remote);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("pz-sync-XXXXXX", NULL);
  self->server = g_getenv ("PZ_DAV_URL") == NULL ? fault_server_new () : NULL;
  for (guint i = 0; i < N_DEVICES; i++)
    {
      self->remotes[i] = connect_to (self->server);
      self->devices[i] = sim_device_new (self->folder, i, START, 7, self->remotes[i]);
    }
  sim_device_make_class (self->devices[0]);
  pz_syncer_set_up (self->devices[0]->syncer, NULL, &error);
  g_assert_no_error (error);
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < N_DEVICES; i++)
    {
      sim_device_free (self->devices[i]);
      g_object_unref (self->remotes[i]);
    }
  g_clear_pointer (&self->server, fault_server_free);
  nftw (self->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->folder);
}

static void
advance (Fixture *self)
{
  for (guint i = 0; i < N_DEVICES; i++)
    pz_environment_advance (self->devices[i]->environment, 1000);
}

static void
sync_all (Fixture *self,
          guint    rounds)
{
  for (guint i = 0; i < rounds * N_DEVICES; i++)
    {
      g_autoptr(GError) error = NULL;

      sim_device_sync (self->devices[i % N_DEVICES], &error);
      g_assert_no_error (error);
      advance (self);
    }
}

static void
write_name (Fixture    *self,
            guint       device,
            guint       field,
            const char *text)
{
  sim_device_write (self->devices[device], LEARNER, field, text);
  advance (self);
}

static void
assert_all_have (Fixture    *self,
                 const char *text)
{
  g_autofree char *first = sim_device_dup_state (self->devices[0]);

  g_assert_nonnull (strstr (first, text));
  for (guint i = 1; i < N_DEVICES; i++)
    {
      g_autofree char *state = sim_device_dup_state (self->devices[i]);

      g_assert_cmpstr (state, ==, first);
    }
}

static void
test_three_devices (Fixture       *self,
                    gconstpointer  data)
{
  sync_all (self, 2);
  write_name (self, 0, PZ_LEARNER_GIVEN_NAME, "Ada");
  write_name (self, 1, PZ_LEARNER_FAMILY_NAME, "Lovelace");
  sync_all (self, 3);
  assert_all_have (self, "Ada");
  assert_all_have (self, "Lovelace");
  if (self->server != NULL)
    {
      fault_server_reset_count (self->server);
      sync_all (self, 1);
      g_assert_cmpuint (fault_server_count (self->server, NULL), ==, N_DEVICES); /* one each when nothing changed */
    }
}

/* What another computer sees of the first one's edit, with nothing but the server between them. */
static gboolean
is_on_the_server (Fixture    *self,
                  const char *text)
{
  g_autofree char *state = NULL;
  g_autoptr(GError) error = NULL;

  sim_device_sync (self->devices[1], &error);
  g_assert_no_error (error);
  advance (self);
  state = sim_device_dup_state (self->devices[1]);
  return strstr (state, text) != NULL;
}

/* what a person is told while the server goes on doing it; -1: nothing is wrong */
static int
expect_code (Fault fault)
{
  switch (fault)
    {
    case FAULT_DROP_BEFORE_BODY:
    case FAULT_DROP_IN_BODY:
    case FAULT_TORN:
    case FAULT_CUT:
    case FAULT_STATUS_423:
    case FAULT_STATUS_429:
    case FAULT_STATUS_500:
    case FAULT_STATUS_503:
      return PZ_SYNC_ERROR_OFFLINE;
    case FAULT_STATUS_401:
      return PZ_SYNC_ERROR_SIGN_IN;
    case FAULT_STATUS_403:
      return PZ_SYNC_ERROR_READ_ONLY;
    case FAULT_STATUS_413:
    case FAULT_STATUS_507:
      return PZ_SYNC_ERROR_FULL;
    case FAULT_REDIRECT_AWAY:
    case FAULT_REDIRECT_LOGIN:
    case FAULT_PAGE:
      return PZ_SYNC_ERROR_NOT_THE_SERVER;
    case FAULT_REDIRECT_LOOP:
    case FAULT_HREF_OTHER:
      return PZ_SYNC_ERROR_FAILED;
    default:
      return -1;
    }
}

/* whether the edit can be on the server as long as that is so */
static gboolean
expect_stored (Fault fault)
{
  return expect_code (fault) == -1 && fault != FAULT_TORN_201 && fault != FAULT_STALE_LISTING;
}

static int
get_code (PzSyncStatus *status,
          const GError *error)
{
  if (error != NULL)
    return error->code;
  if (status->is_read_only)
    return PZ_SYNC_ERROR_READ_ONLY;
  return status->is_full ? PZ_SYNC_ERROR_FULL : -1;
}

/* the status and its sentence, against what the server does and holds */
static void
assert_true_status (Fixture      *self,
                    Fault         fault,
                    const GError *error,
                    gint64        written)
{
  PzSyncStatus *status = pz_syncer_get_status (self->devices[0]->syncer);
  int code = get_code (status, error);

  g_assert_cmpint (code, ==, expect_code (fault));
  g_assert_cmpint (status->n_waiting == 0, ==, expect_stored (fault));
  g_assert_cmpint (status->stored > written, ==, expect_stored (fault));
  if (code >= 0)
    {
      g_autofree char *words = pz_sync_words_dup_status ((PzSyncError) code, (guint) status->n_waiting);
      g_autofree char *bare = pz_sync_words_dup_status ((PzSyncError) code, 0);

      g_assert_true (g_str_has_prefix (words, bare));
      g_assert_nonnull (strstr (words, "1 change waits here."));
    }
}

static void
try_fault (Fixture *self,
           Fault    fault)
{
  g_autofree char *text = g_strdup_printf ("value-%u", fault);
  gint64 written = pz_environment_get_now (self->devices[0]->environment);
  g_autoptr(GError) error = NULL;

  write_name (self, 0, PZ_LEARNER_GIVEN_NAME, text);
  fault_server_set (self->server, fault, G_MAXUINT);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_error (&error);
      sim_device_sync (self->devices[0], &error);
      sim_device_sync (self->devices[1], NULL);
      advance (self);
    }
  assert_true_status (self, fault, error, written);
  fault_server_set (self->server, FAULT_NONE, 0);
  /* one that says that nothing waits has told the truth */
  g_assert_true (!expect_stored (fault) || is_on_the_server (self, text));
  sync_all (self, 4);
  assert_all_have (self, text);
  g_assert_cmpuint (pz_syncer_get_status (self->devices[0]->syncer)->n_waiting, ==, 0);
}

/* Whatever the server does wrong for a while: nothing is lost, and nothing is said to be stored that is not. */
static void
test_faults (Fixture       *self,
             gconstpointer  data)
{
  sync_all (self, 2);
  for (Fault fault = FAULT_DROP_BEFORE_BODY; fault <= FAULT_DATE; fault++)
    {
      g_test_message ("fault %u", fault);
      if (fault != FAULT_SLOW)
        try_fault (self, fault);
    }
}

/* A server that only gives: what comes in is told apart from what does not go out, also after a day. */
static void
test_one_way (Fixture       *self,
              gconstpointer  data)
{
  PzSyncStatus *status;
  gint64 day = G_GINT64_CONSTANT (25) * 60 * 60 * 1000, now;
  g_autofree char *words = NULL;

  sync_all (self, 2);
  write_name (self, 0, PZ_LEARNER_GIVEN_NAME, "not sent");
  fault_server_set (self->server, FAULT_STATUS_403, G_MAXUINT);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      pz_environment_advance (self->devices[0]->environment, day);
      sim_device_sync (self->devices[0], &error);
      g_assert_no_error (error);
    }
  status = pz_syncer_get_status (self->devices[0]->syncer);
  now = pz_environment_get_now (self->devices[0]->environment);
  g_assert_true (status->is_read_only);
  g_assert_cmpuint (status->n_waiting, >, 0);
  g_assert_cmpint (status->pulled, ==, now);
  g_assert_cmpint (status->stored, <=, now - day);
  g_assert_cmpint (status->stored, >, 0);
  words = pz_sync_words_dup_status (PZ_SYNC_ERROR_READ_ONLY, (guint) status->n_waiting);
  g_assert_nonnull (strstr (words, "Read only"));
  g_assert_nonnull (strstr (words, "wait"));
  fault_server_set (self->server, FAULT_NONE, 0);
  sync_all (self, 3);
  assert_all_have (self, "not sent");
  g_assert_cmpint (pz_syncer_get_status (self->devices[0]->syncer)->stored, >=, now);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sync-dav/three-devices", Fixture, NULL, set_up, test_three_devices, tear_down);
  if (g_getenv ("PZ_DAV_URL") == NULL)
    {
      g_test_add ("/sync-dav/faults", Fixture, NULL, set_up, test_faults, tear_down);
      g_test_add ("/sync-dav/one-way", Fixture, NULL, set_up, test_one_way, tear_down);
    }
  return g_test_run ();
}
