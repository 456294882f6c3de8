/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of a WebDAV server, and what is told of each thing that servers and networks do wrong. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-remote-private.h"
#include "pz-sync-error.h"

#include <string.h>

typedef enum
{
  LIST,
  GET,
  PUT,
  REMOVE,
  MAKE,
} Call;

#define FINE (-1)

static PzRemote *
connect_to (FaultServer *server)
{
  g_autoptr(GError) error = NULL;
  PzDavRemote *remote = pz_dav_remote_new (fault_server_get_address (server), NULL, NULL, &error);

  g_assert_no_error (error);
  return PZ_REMOTE (remote);
}

static gboolean
put (PzRemote    *remote,
     const char  *name,
     const char  *text,
     GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pz_remote_put (remote, name, bytes, NULL, error);
}

/* Whether the call did not fail; what it gave is thrown away. */
static gboolean
call (PzRemote  *remote,
      Call       which,
      GError   **error)
{
  g_autoptr(GPtrArray) objects = NULL;
  g_autoptr(GBytes) bytes = NULL;

  switch (which)
    {
    case LIST:
      objects = pz_remote_list (remote, NULL, error);
      return objects != NULL;
    case GET:
      bytes = pz_remote_get (remote, "old", 1000, NULL, error);
      return bytes != NULL;
    case PUT:
      return put (remote, "new", "0123456789", error);
    case REMOVE:
      return pz_remote_remove (remote, "old", NULL, error);
    case MAKE:
    default:
      return pz_remote_make_folder (remote, NULL, error);
    }
}

static void
assert_held (FaultServer *server,
             const char  *name,
             const char  *text)
{
  g_autoptr(GBytes) bytes = fault_server_dup_file (server, name);

  g_assert_true ((bytes == NULL) == (text == NULL));
  if (text != NULL)
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_five_calls (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GPtrArray) objects = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  fault_server_drop_folder (server);
  g_assert_true (pz_remote_make_folder (remote, NULL, &error));
  g_assert_true (put (remote, "seg-1", "twelve bytes", &error));
  objects = pz_remote_list (remote, NULL, &error);
  bytes = pz_remote_get (remote, "seg-1", 12, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (objects->len, ==, 1);
  g_assert_cmpstr (((PzRemoteObject *) objects->pdata[0])->name, ==, "seg-1");
  g_assert_cmpint (((PzRemoteObject *) objects->pdata[0])->size, ==, 12);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "twelve bytes", 12);
  g_assert_true (pz_remote_remove (remote, "seg-1", NULL, &error));
  g_assert_no_error (error);
  assert_held (server, "seg-1", NULL);
  g_assert_cmpuint (fault_server_count (server, NULL), ==, 6); /* a folder that was made is looked at */
}

static void
test_what_is_sent (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;
  g_autofree char *sent = NULL, *listed = NULL;

  g_assert_true (put (remote, "new", "0123456789", &error));
  g_assert_true (call (remote, LIST, &error));
  sent = fault_server_dup_headers (server, "PUT");
  listed = fault_server_dup_headers (server, "PROPFIND");

  g_assert_nonnull (strstr (sent, "Content-Length: 10\n"));
  g_assert_null (strstr (sent, "Expect"));
  g_assert_null (strstr (sent, "Content-Range"));
  g_assert_null (strstr (sent, "Transfer-Encoding"));
  g_assert_null (strstr (sent, "If-"));
  g_assert_nonnull (strstr (listed, "Depth: 1\n"));
}

static void
test_an_empty_file_has_a_length (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;
  g_autofree char *sent = NULL;

  g_assert_true (put (remote, "new", "", &error));
  sent = fault_server_dup_headers (server, "PUT");

  g_assert_nonnull (strstr (sent, "Content-Length: 0\n"));
  assert_held (server, "new", "");
}

/* Without a slash at its end a server would send the request on, and the password would be left behind. */
static void
test_the_address_of_a_folder_ends_with_a_slash (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autofree char *address = g_strndup (fault_server_get_address (server), strlen (fault_server_get_address (server)) - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRemote) remote = PZ_REMOTE (pz_dav_remote_new (address, NULL, NULL, &error));

  g_assert_true (call (remote, LIST, &error));
  g_assert_cmpuint (fault_server_count (server, NULL), ==, 1);
}

/* For each fault: what the call says, and what the server holds afterwards: "old" and "new" are never said to be
 * other than they are when the call claims to know. */
static const struct
{
  Fault fault;
  Call call;
  int code; /* of PzSyncError, or FINE */
  const char *held; /* under "new" after a PUT, under "old" after all others */
} rows[] = {
  { FAULT_DROP_BEFORE_BODY, PUT, PZ_SYNC_ERROR_OFFLINE, NULL },
  { FAULT_DROP_IN_BODY, PUT, PZ_SYNC_ERROR_OFFLINE, NULL },
  { FAULT_DROP_AFTER_STORING, PUT, PZ_SYNC_ERROR_OFFLINE, "0123456789" },
  { FAULT_TORN, PUT, PZ_SYNC_ERROR_OFFLINE, "01234" },
  { FAULT_TORN_201, PUT, FINE, "01234" }, /* that it returned TRUE proves nothing: the listing shows 5 bytes */
  { FAULT_STATUS_401, LIST, PZ_SYNC_ERROR_SIGN_IN, "old text" },
  { FAULT_STATUS_401, PUT, PZ_SYNC_ERROR_SIGN_IN, NULL },
  { FAULT_STATUS_403, PUT, PZ_SYNC_ERROR_READ_ONLY, NULL },
  { FAULT_STATUS_403, REMOVE, PZ_SYNC_ERROR_READ_ONLY, "old text" },
  { FAULT_STATUS_403, GET, FINE, "old text" },
  { FAULT_STATUS_413, PUT, PZ_SYNC_ERROR_FULL, NULL },
  { FAULT_STATUS_423, PUT, PZ_SYNC_ERROR_OFFLINE, NULL },
  { FAULT_STATUS_429, LIST, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_STATUS_500, LIST, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_STATUS_500, PUT, PZ_SYNC_ERROR_OFFLINE, NULL },
  { FAULT_STATUS_503, GET, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_STATUS_507, PUT, PZ_SYNC_ERROR_FULL, NULL },
  { FAULT_REDIRECT_HERE, LIST, FINE, "old text" },
  { FAULT_REDIRECT_HERE, GET, FINE, "old text" },
  { FAULT_REDIRECT_HERE, PUT, FINE, "0123456789" },
  { FAULT_REDIRECT_HERE, REMOVE, FINE, NULL },
  { FAULT_REDIRECT_LOOP, LIST, PZ_SYNC_ERROR_FAILED, "old text" },
  { FAULT_REDIRECT_AWAY, LIST, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_REDIRECT_AWAY, PUT, PZ_SYNC_ERROR_NOT_THE_SERVER, NULL },
  { FAULT_REDIRECT_LOGIN, LIST, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_REDIRECT_LOGIN, REMOVE, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_PAGE, LIST, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_PAGE, GET, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_PAGE, PUT, PZ_SYNC_ERROR_NOT_THE_SERVER, NULL },
  { FAULT_PAGE, REMOVE, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_PAGE, MAKE, PZ_SYNC_ERROR_NOT_THE_SERVER, "old text" },
  { FAULT_CUT, GET, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_CUT, LIST, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_HREF_OTHER, LIST, PZ_SYNC_ERROR_FAILED, "old text" },
  { FAULT_SILENT, LIST, PZ_SYNC_ERROR_OFFLINE, "old text" },
  { FAULT_SILENT, PUT, PZ_SYNC_ERROR_OFFLINE, NULL },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(FaultServer) server = fault_server_new ();
      g_autoptr(PzRemote) remote = connect_to (server);
      g_autoptr(GError) error = NULL;
      gboolean ok;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_dav_remote_set_timeout (PZ_DAV_REMOTE (remote), rows[i].fault == FAULT_SILENT ? 200 : 20000);
      fault_server_set_file (server, "old", "old text");
      fault_server_set (server, rows[i].fault, G_MAXUINT);
      ok = call (remote, rows[i].call, &error);

      if (rows[i].code == FINE)
        g_assert_no_error (error);
      else
        g_assert_error (error, PZ_SYNC_ERROR, rows[i].code);
      g_assert_true (ok == (error == NULL));
      assert_held (server, rows[i].call == PUT ? "new" : "old", rows[i].held);
    }
}

/* A fault that has passed leaves nothing behind: the same folder works again at once. */
static void
test_after_a_fault_all_is_well (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);

  fault_server_set_file (server, "old", "old text");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      if (rows[i].fault == FAULT_SILENT || rows[i].call == MAKE || rows[i].call == REMOVE)
        continue;
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      fault_server_set (server, rows[i].fault, G_MAXUINT);
      call (remote, rows[i].call, NULL);
      fault_server_set (server, FAULT_NONE, 0);
      g_assert_true (call (remote, GET, &error));
      g_assert_no_error (error);
    }
}

/* The library repeats requests on connections that a server closed: a name must not be written twice by that. */
static void
test_a_name_is_written_once (void)
{
  static const Fault faults[] = { FAULT_DROP_BEFORE_BODY, FAULT_DROP_IN_BODY, FAULT_DROP_AFTER_STORING, FAULT_TORN };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(FaultServer) server = fault_server_new ();
      g_autoptr(PzRemote) remote = connect_to (server);
      g_autoptr(GError) error = NULL;

      g_test_message ("fault %u", faults[i]);
      g_assert_true (call (remote, LIST, &error)); /* a connection is kept */
      fault_server_set (server, faults[i], 1);
      g_assert_false (put (remote, "new", "0123456789", &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
      g_assert_cmpuint (fault_server_count (server, "PUT"), ==, 1);
    }
}

static void
assert_listed (PzRemote *remote,
               gint64    size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = pz_remote_list (remote, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (objects->len, ==, 1);
  g_assert_cmpstr (((PzRemoteObject *) objects->pdata[0])->name, ==, "a b-ü%&");
  g_assert_cmpint (((PzRemoteObject *) objects->pdata[0])->size, ==, size);
}

static void
test_ways_to_write_a_listing (void)
{
  static const Fault faults[] = { FAULT_NONE, FAULT_HREF_UPPER, FAULT_HREF_LOWER, FAULT_HREF_ABSOLUTE,
                                  FAULT_NO_ETAG, FAULT_CONSTANT_ETAG, FAULT_GZIP_ETAG, FAULT_NO_LENGTH };
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;

  g_assert_true (put (remote, "a b-ü%&", "text", &error));
  assert_held (server, "a b-ü%&", "text");
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_test_message ("fault %u", faults[i]);
      fault_server_set (server, faults[i], G_MAXUINT);
      assert_listed (remote, faults[i] == FAULT_NO_LENGTH ? -1 : 4);
    }
}

static void
test_a_torn_file_is_listed_with_what_is_there (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;

  fault_server_set (server, FAULT_TORN_201, 1);
  g_assert_true (put (remote, "a b-ü%&", "0123456789", &error));
  assert_listed (remote, 5);
}

static void
test_a_stale_listing_is_told_as_it_is (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = NULL;

  fault_server_set (server, FAULT_STALE_LISTING, 2);
  g_assert_true (put (remote, "a b-ü%&", "text", &error));
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&objects, g_ptr_array_unref);
      objects = pz_remote_list (remote, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (objects->len, ==, 0);
    }
  assert_listed (remote, 4);
}

static void
test_a_deleted_file_can_come_back (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;

  fault_server_set_file (server, "a b-ü%&", "text");
  fault_server_set (server, FAULT_REPLAY_PUT, 1);
  g_assert_true (pz_remote_remove (remote, "a b-ü%&", NULL, &error));
  assert_listed (remote, 4);
}

/* A length that is a lie gives fewer bytes: they are handed on, and what reads them knows better. */
static void
test_a_wrong_length_gives_what_came (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  fault_server_set_file (server, "old", "0123456789");
  fault_server_set (server, FAULT_WRONG_LENGTH, 1);
  bytes = pz_remote_get (remote, "old", 100, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "01234", 5);
}

static void
test_no_more_is_read_than_asked_for (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autofree char *text = g_strnfill (3 * 1000 * 1000, 'x');
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  fault_server_set_file (server, "old", text);
  bytes = pz_remote_get (remote, "old", 100000, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
  g_clear_error (&error);

  bytes = pz_remote_get (remote, "old", strlen (text), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen (text));
}

static void
test_without_a_folder (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);

  fault_server_drop_folder (server);
  for (Call which = LIST; which <= PUT; which++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (call (remote, which, &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
    }
}

static void
test_what_is_gone_is_gone (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_remove (remote, "never-there", NULL, &error));
  g_assert_true (pz_remote_make_folder (remote, NULL, &error)); /* is there already */
  g_assert_no_error (error);
}

static void
test_what_is_no_name (void)
{
  static const char *const names[] = { "", ".", "..", "a/b", "../other class/seg-1" };
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (pz_remote_remove (remote, names[i], NULL, &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
    }
  g_assert_cmpuint (fault_server_count (server, NULL), ==, 0);
}

static void
test_nobody_answers (void)
{
  g_autoptr(FaultServer) server = fault_server_new ();
  g_autoptr(PzRemote) remote = connect_to (server);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&server, fault_server_free);
  g_assert_false (call (remote, LIST, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
}

static void
test_addresses_that_are_refused (void)
{
  static const char *const addresses[] = { "http://cloud.school.example/dav/", "https://ada:secret@cloud.school.example/dav/",
                                           "ftp://cloud.school.example/", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_dav_remote_new (addresses[i], "ada", "secret", &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav-remote/five-calls", test_five_calls);
  g_test_add_func ("/dav-remote/what-is-sent", test_what_is_sent);
  g_test_add_func ("/dav-remote/an-empty-file-has-a-length", test_an_empty_file_has_a_length);
  g_test_add_func ("/dav-remote/address-ends-with-a-slash", test_the_address_of_a_folder_ends_with_a_slash);
  g_test_add_func ("/dav-remote/faults", test_faults);
  g_test_add_func ("/dav-remote/after-a-fault-all-is-well", test_after_a_fault_all_is_well);
  g_test_add_func ("/dav-remote/a-name-is-written-once", test_a_name_is_written_once);
  g_test_add_func ("/dav-remote/ways-to-write-a-listing", test_ways_to_write_a_listing);
  g_test_add_func ("/dav-remote/torn-file-is-listed-as-it-is", test_a_torn_file_is_listed_with_what_is_there);
  g_test_add_func ("/dav-remote/stale-listing-is-told-as-it-is", test_a_stale_listing_is_told_as_it_is);
  g_test_add_func ("/dav-remote/deleted-file-can-come-back", test_a_deleted_file_can_come_back);
  g_test_add_func ("/dav-remote/wrong-length-gives-what-came", test_a_wrong_length_gives_what_came);
  g_test_add_func ("/dav-remote/no-more-than-asked", test_no_more_is_read_than_asked_for);
  g_test_add_func ("/dav-remote/without-a-folder", test_without_a_folder);
  g_test_add_func ("/dav-remote/what-is-gone-is-gone", test_what_is_gone_is_gone);
  g_test_add_func ("/dav-remote/what-is-no-name", test_what_is_no_name);
  g_test_add_func ("/dav-remote/nobody-answers", test_nobody_answers);
  g_test_add_func ("/dav-remote/addresses-that-are-refused", test_addresses_that_are_refused);
  return g_test_run ();
}
