/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A WebDAV server as one talks to it. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-client.h"
#include "pz-sync-error.h"

#include <string.h>

typedef struct
{
  FaultServer *server;
  PzDavClient *client;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->server = fault_server_new ();
  fault_server_set_file (self->server, "old", "0123456789");
  self->client = pz_dav_client_new (pz_dav_transport_new (NULL, NULL, TRUE, NULL, 20000));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  pz_dav_client_free (self->client);
  fault_server_free (self->server);
}

static PzDavReply *
ask (Fixture       *self,
     PzDavVerb      verb,
     const char    *name,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autofree char *address = g_strconcat (fault_server_get_address (self->server), name, NULL);
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr(GBytes) body = verb == PZ_DAV_PUT ? g_bytes_new_static ("text", 4) : NULL;
  PzDavRequest request = { NULL, uri, verb == PZ_DAV_LIST ? "1" : NULL, body != NULL ? "text/plain" : NULL, body, 100000 };

  return pz_dav_client_ask (self->client, verb, &request, cancellable, error);
}

/* each verb has its method, and an answer that means success */
static void
test_verbs (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    PzDavVerb verb;
    const char *name;
    const char *method;
    guint status;
  } rows[] = {
    { PZ_DAV_LIST, "", "PROPFIND", 207 },  { PZ_DAV_GET, "old", "GET", 200 },     { PZ_DAV_PUT, "new", "PUT", 201 },
    { PZ_DAV_DELETE, "old", "DELETE", 204 }, { PZ_DAV_MAKE_FOLDER, "", "MKCOL", 405 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PzDavReply) reply = NULL;

      fault_server_reset_count (self->server);
      reply = ask (self, rows[i].verb, rows[i].name, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reply->status, ==, rows[i].status);
      g_assert_cmpuint (fault_server_count (self->server, rows[i].method), ==, 1);
    }
}

/* where that is safe, and not for ever */
static void
test_redirects (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDavReply) reply = NULL;

  fault_server_set (self->server, FAULT_REDIRECT_HERE, 1);
  reply = ask (self, PZ_DAV_GET, "old", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "0123456789", 10);
  fault_server_set (self->server, FAULT_REDIRECT_LOOP, G_MAXUINT);
  fault_server_reset_count (self->server);
  g_assert_null (ask (self, PZ_DAV_GET, "old", NULL, &error));
  g_assert_cmpint (error->domain, ==, PZ_SYNC_ERROR);
  g_assert_cmpuint (fault_server_count (self->server, NULL), <=, 6);
  g_clear_error (&error);
  fault_server_set (self->server, FAULT_REDIRECT_AWAY, 1);
  g_assert_null (ask (self, PZ_DAV_GET, "old", NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_THE_SERVER);
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    Fault fault;
    PzDavVerb verb;
    int code;
  } rows[] = {
    { FAULT_STATUS_401, PZ_DAV_GET, PZ_SYNC_ERROR_SIGN_IN },    { FAULT_STATUS_403, PZ_DAV_PUT, PZ_SYNC_ERROR_READ_ONLY },
    { FAULT_STATUS_507, PZ_DAV_PUT, PZ_SYNC_ERROR_FULL },       { FAULT_STATUS_500, PZ_DAV_LIST, PZ_SYNC_ERROR_OFFLINE },
    { FAULT_PAGE, PZ_DAV_LIST, PZ_SYNC_ERROR_NOT_THE_SERVER },  { FAULT_DROP_IN_BODY, PZ_DAV_PUT, PZ_SYNC_ERROR_OFFLINE },
  };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) cancelled = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      fault_server_set (self->server, rows[i].fault, 1);
      g_assert_null (ask (self, rows[i].verb, rows[i].verb == PZ_DAV_LIST ? "" : "old", NULL, &error));
      g_assert_error (error, PZ_SYNC_ERROR, rows[i].code);
    }
  fault_server_set (self->server, FAULT_NONE, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (ask (self, PZ_DAV_GET, "old", cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* what its answers tell besides; a page that came in its place tells nothing of it */
static void
test_tells (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(PzDavReply) reply = NULL;
  gint64 offset = 7;

  g_assert_cmpuint (pz_dav_client_get_retry_after (self->client), ==, 0);
  fault_server_set (self->server, FAULT_PAGE, 1);
  g_assert_null (ask (self, PZ_DAV_LIST, "", NULL, NULL));
  g_assert_false (pz_dav_client_get_clock_offset (self->client, &offset));
  g_assert_cmpint (offset, ==, 7);
  fault_server_set (self->server, FAULT_STATUS_429, 1);
  g_assert_null (ask (self, PZ_DAV_GET, "old", NULL, NULL));
  g_assert_cmpuint (pz_dav_client_get_retry_after (self->client), >, 100);
  g_assert_cmpuint (pz_dav_client_get_retry_after (self->client), <=, 120);
  fault_server_set (self->server, FAULT_DATE, 1);
  reply = ask (self, PZ_DAV_GET, "old", NULL, NULL);
  g_assert_cmpuint (pz_dav_client_get_retry_after (self->client), ==, 0);
  g_assert_true (pz_dav_client_get_clock_offset (self->client, &offset));
  g_assert_cmpint (ABS (offset - 400 * 24 * 60 * 60), <, 60);
}

#define add(path, func) g_test_add ("/dav-client/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("each-verb-is-a-method", test_verbs);
  add ("follows-where-that-is-safe", test_redirects);
  add ("a-refusal-is-an-error", test_refusals);
  add ("answers-tell-when-to-come-back-and-what-time-it-is", test_tells);
  return g_test_run ();
}
