/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls, and three clients that exchange files, at a real WebDAV server: with-server.sh starts it. */
#include "config.h"

#include "pz-dav-remote-private.h"
#include "pz-sync-words.h"

#include <string.h>

#define N_CLIENTS 3
#define N_FILES 20 /* that each client writes */

static PzRemote *
connect_as (const char *folder,
            const char *user,
            const char *password)
{
  const char *cacert = g_getenv ("PZ_DAV_CACERT");
  g_autofree char *address = g_strconcat (g_getenv ("PZ_DAV_URL"), folder, "/", NULL);
  g_autoptr(GError) error = NULL;
  PzDavRemote *remote = pz_dav_remote_new (address, user, password, &error);

  g_assert_no_error (error);
  if (*cacert != '\0')
    {
      g_autoptr(GTlsDatabase) trusted = g_tls_file_database_new (cacert, &error);

      g_assert_no_error (error);
      pz_dav_remote_set_trusted (remote, trusted);
    }
  return PZ_REMOTE (remote);
}

static PzRemote *
connect_to (const char *folder)
{
  return connect_as (folder, g_getenv ("PZ_DAV_USER"), g_getenv ("PZ_DAV_PASSWORD"));
}

static const PzRemoteObject *
find (GPtrArray  *objects,
      const char *name)
{
  for (guint i = 0; i < objects->len; i++)
    if (g_str_equal (((PzRemoteObject *) objects->pdata[i])->name, name))
      return objects->pdata[i];
  return NULL;
}

static void
assert_stored (PzRemote   *remote,
               const char *name,
               GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = pz_remote_list (remote, NULL, &error);
  g_autoptr(GBytes) got = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (find (objects, name));
  g_assert_cmpint (find (objects, name)->size, ==, (gint64) g_bytes_get_size (bytes));
  got = pz_remote_get (remote, name, g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, bytes));
}

static void
test_five_calls (void)
{
  static const gsize sizes[] = { 0, 1, 600, 70000, 3 * 1024 * 1024 };
  g_autoptr(PzRemote) remote = connect_to ("class 5b ü");
  g_autoptr(GPtrArray) objects = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_make_folder (remote, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (pz_remote_make_folder (remote, NULL, &error)); /* is there */
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("seg-3fa94c1d22e0b781-%u-%u-9c4e01b7d2a65f33", (guint) i, (guint) i);
      guint8 *data = g_malloc (sizes[i] + 1);
      g_autoptr(GBytes) bytes = NULL;

      for (gsize j = 0; j < sizes[i]; j++)
        data[j] = (guint8) (j * 31 + j / 251);
      bytes = g_bytes_new_take (data, sizes[i]);
      g_assert_true (pz_remote_put (remote, name, bytes, NULL, &error));
      g_assert_no_error (error);
      assert_stored (remote, name, bytes);
      g_assert_true (pz_remote_remove (remote, name, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (pz_remote_remove (remote, name, NULL, &error)); /* is gone */
      g_assert_no_error (error);
    }
  objects = pz_remote_list (remote, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (objects->len, ==, 0);
}

static void
test_what_is_not_there (void)
{
  g_autoptr(PzRemote) nowhere = connect_to ("nowhere");
  g_autoptr(PzRemote) deeper = connect_to ("nowhere/deeper");
  g_autoptr(PzRemote) here = connect_to ("here");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_remote_list (nowhere, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* nginx calls it a trouble of its own */
  g_assert_false (pz_remote_put (nowhere, "seg-1", bytes, NULL, &error));
  g_assert_true (g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND)
                 || g_error_matches (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE));
  g_clear_error (&error);
  g_assert_false (pz_remote_make_folder (deeper, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (pz_remote_make_folder (here, NULL, &error));
  g_assert_null (pz_remote_get (here, "seg-1", 10, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
}

static void
test_its_clock_is_known (void)
{
  g_autoptr(PzRemote) remote = connect_to ("here");
  gint64 offset = 1000;

  g_assert_true (pz_remote_make_folder (remote, NULL, NULL));
  g_assert_true (pz_dav_remote_get_clock_offset (PZ_DAV_REMOTE (remote), &offset));
  g_assert_cmpint (ABS (offset), <, 60);
}

/* Files are written once and describe themselves: the name ends in the checksum of what is in it. */
typedef struct
{
  guint number;
  PzRemote *remote;
  GHashTable *seen; /* names of files that were read whole */
  guint n_requests;
} Client;

static void
write_file (Client *client,
            guint   i)
{
  g_autofree char *text = g_strdup_printf ("what client %u wrote as its file %u", client->number, i);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *name = g_strdup_printf ("seg-%u-%u-%.32s", client->number, i, sum);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_put (client->remote, name, bytes, NULL, &error));
  g_assert_no_error (error);
  client->n_requests++;
}

static void
read_new_files (Client *client)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = pz_remote_list (client->remote, NULL, &error);

  g_assert_no_error (error);
  client->n_requests++;
  for (guint i = 0; i < objects->len; i++)
    {
      const PzRemoteObject *object = g_ptr_array_index (objects, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *sum = NULL;

      if (g_hash_table_contains (client->seen, object->name))
        continue;
      bytes = pz_remote_get (client->remote, object->name, 1000, NULL, &error);
      g_assert_no_error (error);
      client->n_requests++;
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      /* one that is just being written may be seen torn: it is read again after the next listing */
      if (strncmp (sum, strrchr (object->name, '-') + 1, 32) == 0)
        g_hash_table_add (client->seen, g_strdup (object->name));
    }
}

/* Until all have written. */
static void
wait_for_all (void)
{
  static GMutex lock;
  static GCond cond;
  static guint n_ready = 0;

  g_mutex_lock (&lock);
  n_ready++;
  g_cond_broadcast (&cond);
  while (n_ready < N_CLIENTS)
    g_cond_wait (&cond, &lock);
  g_mutex_unlock (&lock);
}

static gpointer
run_client (gpointer data)
{
  Client *client = data;

  for (guint i = 0; i < N_FILES; i++)
    {
      write_file (client, i);
      if (i % 5 == 4)
        read_new_files (client);
    }
  /* what was stored is listed, at once, by everybody */
  wait_for_all ();
  read_new_files (client);
  return NULL;
}

static void
run_clients (Client *clients)
{
  GThread *threads[N_CLIENTS];

  for (guint i = 0; i < N_CLIENTS; i++)
    threads[i] = g_thread_new ("client", run_client, &clients[i]);
  for (guint i = 0; i < N_CLIENTS; i++)
    g_thread_join (threads[i]);
}

static void
test_three_clients (void)
{
  g_autoptr(PzRemote) folder = connect_to ("shared");
  Client clients[N_CLIENTS];
  gint64 start;
  guint n_requests = 0;

  g_assert_true (pz_remote_make_folder (folder, NULL, NULL));
  for (guint i = 0; i < N_CLIENTS; i++)
    clients[i] = (Client) { i, connect_to ("shared"), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  start = g_get_monotonic_time ();
  run_clients (clients);
  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_assert_cmpuint (g_hash_table_size (clients[i].seen), ==, N_CLIENTS * N_FILES);
      n_requests += clients[i].n_requests;
      g_hash_table_unref (clients[i].seen);
      g_object_unref (clients[i].remote);
    }
  g_test_message ("%s: %u requests of %d clients in %.2f s", g_getenv ("PZ_DAV_SERVER"), n_requests, N_CLIENTS,
                  (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static void
test_folders (void)
{
  g_autoptr(PzRemote) choose = connect_to ("choose");
  g_autoptr(PzRemote) b = connect_to ("choose/class b ü");
  g_autoptr(PzRemote) a = connect_to ("choose/class a");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr(GPtrArray) names = NULL, files = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_make_folder (choose, NULL, &error));
  g_assert_true (pz_remote_make_folder (b, NULL, &error));
  g_assert_true (pz_remote_make_folder (a, NULL, &error));
  g_assert_true (pz_remote_put (choose, "file", bytes, NULL, &error));
  names = pz_dav_remote_list_folders (PZ_DAV_REMOTE (choose), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "class a");
  g_assert_cmpstr (names->pdata[1], ==, "class b ü");
  files = pz_remote_list (choose, NULL, &error);
  g_assert_cmpuint (files->len, ==, 1);
}

static void
test_account (void)
{
  g_autoptr(PzRemote) wrong = connect_as ("", g_getenv ("PZ_DAV_USER"), "wrong");
  g_autoptr(PzRemote) nobody = connect_as ("", NULL, NULL);
  g_autoptr(GError) error = NULL;

  if (*g_getenv ("PZ_DAV_USER") == '\0')
    {
      g_test_skip ("no account");
      return;
    }
  g_assert_null (pz_remote_list (wrong, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
  g_clear_error (&error);
  g_assert_null (pz_remote_list (nobody, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
}

/* Nothing is sent to a server that cannot prove who it is. */
static void
test_certificate (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsDatabase) trusted = NULL;
  g_autoptr(PzRemote) unknown = NULL, other_name = NULL;
  g_autoptr(GUri) uri = g_uri_parse (g_getenv ("PZ_DAV_URL"), G_URI_FLAGS_NONE, NULL);
  g_autofree char *address = NULL;

  if (*g_getenv ("PZ_DAV_CACERT") == '\0')
    {
      g_test_skip ("no TLS");
      return;
    }
  unknown = PZ_REMOTE (pz_dav_remote_new (g_getenv ("PZ_DAV_URL"), "ada", "secret", &error));
  g_assert_null (pz_remote_list (unknown, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_CERTIFICATE);
  g_assert_cmpstr (error->message, ==, pz_sync_words_get_sentence (PZ_SYNC_TROUBLE_CERTIFICATE_ISSUER));
  g_clear_error (&error);

  /* the certificate is for the number of this computer, not for its name */
  address = g_strdup_printf ("https://localhost:%d/dav/", g_uri_get_port (uri));
  other_name = PZ_REMOTE (pz_dav_remote_new (address, "ada", "secret", &error));
  trusted = g_tls_file_database_new (g_getenv ("PZ_DAV_CACERT"), &error);
  pz_dav_remote_set_trusted (PZ_DAV_REMOTE (other_name), trusted);
  g_assert_null (pz_remote_list (other_name, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_CERTIFICATE);
  g_assert_cmpstr (error->message, ==, pz_sync_words_get_sentence (PZ_SYNC_TROUBLE_CERTIFICATE_NAME));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("PZ_DAV_URL") == NULL)
    return 77;

  g_test_add_func ("/real-server/five-calls", test_five_calls);
  g_test_add_func ("/real-server/what-is-not-there", test_what_is_not_there);
  g_test_add_func ("/real-server/its-clock-is-known", test_its_clock_is_known);
  g_test_add_func ("/real-server/three-clients", test_three_clients);
  g_test_add_func ("/real-server/folders", test_folders);
  g_test_add_func ("/real-server/account", test_account);
  g_test_add_func ("/real-server/certificate", test_certificate);
  return g_test_run ();
}
