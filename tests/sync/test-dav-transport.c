/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests under way: whatever a server answers comes back, and whatever does not come is said. */
#include "config.h"

#include "fault-server.h"
#include "pz-dav-transport.h"
#include "pz-sync-error.h"

#include <string.h>

typedef struct
{
  FaultServer *server;
  PzDavTransport *transport;
  GUri *uri; /* of a file "old" */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  timeout_ms)
{
  g_autofree char *address = NULL;

  self->server = fault_server_new ();
  fault_server_set_file (self->server, "old", "0123456789");
  address = g_strconcat (fault_server_get_address (self->server), "old", NULL);
  self->uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  self->transport = pz_dav_transport_new (NULL, NULL, TRUE, NULL, timeout_ms != NULL ? GPOINTER_TO_UINT (timeout_ms) : 20000);
}

static void
tear_down (Fixture       *self,
           gconstpointer  timeout_ms)
{
  pz_dav_transport_free (self->transport);
  fault_server_free (self->server);
  g_uri_unref (self->uri);
}

static PzDavReply *
ask (Fixture       *self,
     const char    *method,
     GBytes        *body,
     gsize          most,
     GCancellable  *cancellable,
     GError       **error)
{
  PzDavRequest request = { method, self->uri, NULL, body != NULL ? "application/octet-stream" : NULL, body, most };

  return pz_dav_transport_send (self->transport, &request, cancellable, error);
}

static void
test_answers (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GBytes) body = g_bytes_new_static ("new text", 8), held = NULL;
  g_autoptr(PzDavReply) got = NULL, part = NULL, put = NULL, refused = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *headers = NULL;

  got = ask (self, "GET", NULL, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (got->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (got->body, NULL), g_bytes_get_size (got->body), "0123456789", 10);
  g_assert_false (got->cut || got->by_proxy);
  g_assert_nonnull (got->date);
  part = ask (self, "GET", NULL, 4, NULL, &error); /* no more than that is read */
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (part->body, NULL), g_bytes_get_size (part->body), "0123", 4);
  g_assert_true (part->cut);

  put = ask (self, "PUT", body, 100, NULL, &error);
  g_assert_no_error (error);
  held = fault_server_dup_file (self->server, "old");
  g_assert_true (g_bytes_equal (held, body));
  headers = fault_server_dup_headers (self->server, "PUT");
  g_assert_nonnull (strstr (headers, "Content-Length: 8")); /* its length is said before it */
  g_assert_null (strstr (headers, "Expect"));

  fault_server_set (self->server, FAULT_STATUS_503, 1); /* an answer like any other, on this level */
  refused = ask (self, "GET", NULL, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refused->status, ==, 503);
  g_assert_nonnull (refused->retry_after);
}

static void
test_no_answer (Fixture       *self,
                gconstpointer  data)
{
  static const Fault faults[] = { FAULT_DROP_BEFORE_BODY, FAULT_DROP_AFTER_STORING };
  g_autoptr(GBytes) body = g_bytes_new_static ("new text", 8);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;

      fault_server_set (self->server, faults[i], 1);
      fault_server_reset_count (self->server);
      g_assert_null (ask (self, "PUT", body, 100, NULL, &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
      g_assert_cmpuint (fault_server_count (self->server, "PUT"), ==, 1); /* it may be stored: not a second time */
    }
  {
    g_autoptr(GError) error = NULL;

    fault_server_set (self->server, FAULT_CUT, 1);
    g_assert_null (ask (self, "GET", NULL, 100, NULL, &error));
    g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  }
}

static void
test_silence (Fixture       *self,
              gconstpointer  timeout_ms)
{
  g_autofree char *text = g_strnfill (64 * 1024, 'x');
  g_autoptr(GError) error = NULL;

  fault_server_set_file (self->server, "old", text);
  fault_server_set (self->server, FAULT_SILENT, 1);
  g_assert_null (ask (self, "GET", NULL, 100, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) before = g_cancellable_new (), meanwhile = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread;

  g_cancellable_cancel (before);
  g_assert_null (ask (self, "GET", NULL, 100, before, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  fault_server_set (self->server, FAULT_SILENT, 1);
  thread = g_thread_new ("cancel", cancel_soon, meanwhile);
  g_assert_null (ask (self, "GET", NULL, 100, meanwhile, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static gpointer
ask_in_thread (gpointer fixture)
{
  g_autoptr(PzDavReply) reply = ask (fixture, "GET", NULL, 100, NULL, NULL);

  return GUINT_TO_POINTER (reply != NULL ? reply->status : 0);
}

/* from many threads at once, so many at a time as are agreed */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  GThread *threads[12];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_in_thread, self);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 200);
  g_assert_cmpuint (fault_server_most_held (self->server), <=, PZ_DAV_MAX_IN_FLIGHT);
}

#define add(path, timeout_ms, func) g_test_add ("/dav-transport/" path, Fixture, GUINT_TO_POINTER (timeout_ms), set_up, func, \
                                                tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("whatever-is-answered-comes-back", 0, test_answers);
  add ("what-breaks-off-is-not-sent-twice", 0, test_no_answer);
  add ("silence-has-an-end", 200, test_silence);
  add ("stops-when-told", 0, test_cancelled);
  add ("from-many-threads", 0, test_many);
  return g_test_run ();
}
