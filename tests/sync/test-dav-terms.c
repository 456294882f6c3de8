/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Accounts, clocks, waiting, stopping and asking at the same time. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-remote-private.h"
#include "pz-dav-transport.h"
#include "pz-sync-error.h"

#include <string.h>

static PzRemote *
connect_as (FaultServer *server,
            const char  *user,
            const char  *password,
            guint        timeout_ms)
{
  g_autoptr(GError) error = NULL;
  PzDavRemote *remote = pz_dav_remote_new (fault_server_get_address (server), user, password, &error);

  g_assert_no_error (error);
  pz_dav_remote_set_timeout (remote, timeout_ms);
  return PZ_REMOTE (remote);
}

static gboolean
list (PzRemote      *remote,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GPtrArray) objects = pz_remote_list (remote, cancellable, error);

  return objects != NULL;
}

static void
test_account (gconstpointer scheme)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, "ada", "correct horse", 20000);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr(GBytes) held = NULL;
  g_autoptr(GError) error = NULL;
  guint n_first;

  fault_server_set_account (server, scheme, "correct horse");
  g_assert_true (list (remote, NULL, &error));
  g_assert_no_error (error);
  n_first = fault_server_count (server, NULL);

  /* the server asks once who it is, not at every request */
  g_assert_true (pz_remote_put (remote, "new", bytes, NULL, &error));
  g_assert_true (list (remote, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fault_server_count (server, NULL), ==, n_first + 2);
  held = fault_server_dup_file (server, "new");
  g_assert_true (g_bytes_equal (held, bytes));
}

static void
test_a_digest_tells_no_password (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, "ada", "correct horse", 20000);
  g_autoptr(GError) error = NULL;
  g_autofree char *headers = NULL;

  fault_server_set_account (server, "digest", "correct horse");
  g_assert_true (list (remote, NULL, &error));
  headers = fault_server_dup_headers (server, "PROPFIND");

  g_assert_nonnull (strstr (headers, "Authorization: Digest "));
  g_assert_null (strstr (headers, "Basic"));
}

static void
test_wrong_password (gconstpointer scheme)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, "ada", "wrong", 20000);
  g_autoptr(PzRemote) nobody = connect_as (server, NULL, NULL, 20000);
  g_autoptr(GError) error = NULL;

  fault_server_set_account (server, scheme, "correct horse");
  g_assert_false (list (remote, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
  g_clear_error (&error);
  g_assert_false (list (nobody, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
}

/* The password is changed at the server while a synchronisation is under way. */
static void
test_password_changed_meanwhile (gconstpointer scheme)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, "ada", "correct horse", 20000);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr(GBytes) held = NULL;
  g_autoptr(GError) error = NULL;

  fault_server_set_account (server, scheme, "correct horse");
  g_assert_true (list (remote, NULL, &error));
  fault_server_set_account (server, scheme, "another");
  g_assert_false (pz_remote_put (remote, "new", bytes, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
  held = fault_server_dup_file (server, "new");
  g_assert_null (held);
}

static void
test_told_to_come_back (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 20000);
  PzDavRemote *dav = PZ_DAV_REMOTE (remote);

  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), ==, 0);
  fault_server_set (server, FAULT_STATUS_429, 1);
  g_assert_false (list (remote, NULL, NULL));
  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), >, 100);
  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), <=, 120);

  /* as a moment of the server's clock */
  fault_server_set (server, FAULT_STATUS_503, 1);
  g_assert_false (list (remote, NULL, NULL));
  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), >, 70);
  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), <=, 90);

  g_assert_true (list (remote, NULL, NULL));
  g_assert_cmpuint (pz_dav_remote_get_retry_after (dav), ==, 0);
}

static void
test_clock (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 20000);
  PzDavRemote *dav = PZ_DAV_REMOTE (remote);
  gint64 offset = 0;

  g_assert_false (pz_dav_remote_get_clock_offset (dav, &offset));
  g_assert_false (pz_dav_remote_is_clock_wrong (dav));
  g_assert_true (list (remote, NULL, NULL));
  g_assert_true (pz_dav_remote_get_clock_offset (dav, &offset));
  g_assert_cmpint (ABS (offset), <, 60);
  g_assert_false (pz_dav_remote_is_clock_wrong (dav));

  fault_server_set (server, FAULT_DATE, 1);
  g_assert_true (list (remote, NULL, NULL));
  g_assert_true (pz_dav_remote_get_clock_offset (dav, &offset));
  g_assert_cmpint (ABS (offset - 400 * 24 * 60 * 60), <, 60);
  g_assert_true (pz_dav_remote_is_clock_wrong (dav));
}

/* The clock of a page that came in place of the server is not the server's. */
static void
test_clock_of_another (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 20000);
  gint64 offset;

  fault_server_set (server, FAULT_PAGE, 1);
  g_assert_false (list (remote, NULL, NULL));
  g_assert_false (pz_dav_remote_get_clock_offset (PZ_DAV_REMOTE (remote), &offset));
}

/* 1.25 kB at 1 kB/s take longer than the time-out, but never is it silent for that long. */
static void
test_slow_is_not_dead (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 900);
  g_autofree char *text = g_strnfill (1280, 'x');
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  fault_server_set_file (server, "old", text);
  fault_server_set (server, FAULT_SLOW, 1);
  bytes = pz_remote_get (remote, "old", 2000, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1280);
}

typedef struct
{
  PzRemote *remote;
  GCancellable *cancellable;
  GError *error;
  gboolean ok;
} Ask;

static gpointer
ask_thread (gpointer data)
{
  Ask *ask = data;

  ask->ok = list (ask->remote, ask->cancellable, &ask->error);
  return NULL;
}

/* Waits for something another thread does; a test that hangs is ended from outside. */
static void
wait_for_requests (FaultServer *server,
                   guint        n)
{
  while (fault_server_count (server, NULL) < n)
    g_usleep (1000);
}

static void
test_stopped (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 60000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Ask asks[PZ_DAV_MAX_IN_FLIGHT + 1] = { { NULL } }; /* the last one waits for its turn */
  GThread *threads[G_N_ELEMENTS (asks)];

  fault_server_set (server, FAULT_SILENT, G_MAXUINT);
  for (gsize i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      asks[i] = (Ask) { remote, cancellable, NULL, FALSE };
      threads[i] = g_thread_new ("ask", ask_thread, &asks[i]);
    }
  wait_for_requests (server, PZ_DAV_MAX_IN_FLIGHT);
  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      g_thread_join (threads[i]);
      g_assert_false (asks[i].ok);
      g_assert_error (asks[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&asks[i].error);
    }
  g_assert_cmpuint (fault_server_count (server, NULL), ==, PZ_DAV_MAX_IN_FLIGHT);
}

static void
test_stopped_before (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 60000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (list (remote, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (list (remote, NULL, &error));
  g_assert_no_error (error);
}

static void
test_four_at_the_same_time (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_as (server, NULL, NULL, 20000);
  Ask asks[2 * PZ_DAV_MAX_IN_FLIGHT] = { { NULL } };
  GThread *threads[G_N_ELEMENTS (asks)];

  fault_server_set (server, FAULT_HOLD, G_MAXUINT);
  for (gsize i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      asks[i].remote = remote;
      threads[i] = g_thread_new ("ask", ask_thread, &asks[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      g_thread_join (threads[i]);
      g_assert_no_error (asks[i].error);
      g_assert_true (asks[i].ok);
    }
  g_assert_cmpuint (fault_server_most_held (server), ==, PZ_DAV_MAX_IN_FLIGHT);
  g_assert_cmpuint (fault_server_count (server, NULL), ==, G_N_ELEMENTS (asks));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/dav-terms/account/basic", "basic", test_account);
  g_test_add_data_func ("/dav-terms/account/digest", "digest", test_account);
  g_test_add_func ("/dav-terms/digest-tells-no-password", test_a_digest_tells_no_password);
  g_test_add_data_func ("/dav-terms/wrong-password/basic", "basic", test_wrong_password);
  g_test_add_data_func ("/dav-terms/wrong-password/digest", "digest", test_wrong_password);
  g_test_add_data_func ("/dav-terms/password-changed-meanwhile/basic", "basic", test_password_changed_meanwhile);
  g_test_add_data_func ("/dav-terms/password-changed-meanwhile/digest", "digest", test_password_changed_meanwhile);
  g_test_add_func ("/dav-terms/told-to-come-back", test_told_to_come_back);
  g_test_add_func ("/dav-terms/clock", test_clock);
  g_test_add_func ("/dav-terms/clock-of-another", test_clock_of_another);
  g_test_add_func ("/dav-terms/slow-is-not-dead", test_slow_is_not_dead);
  g_test_add_func ("/dav-terms/stopped", test_stopped);
  g_test_add_func ("/dav-terms/stopped-before", test_stopped_before);
  g_test_add_func ("/dav-terms/four-at-the-same-time", test_four_at_the_same_time);
  return g_test_run ();
}
