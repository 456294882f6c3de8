/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the system says of proxies is done, and what a proxy says is not taken for an answer of the server. */
#include "config.h"

#include "pz-dav-remote-private.h"
#include "pz-sync-error.h"

#include <string.h>

/* The system's settings: everything through the proxy of the test. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GObject)

struct _TestResolver
{
  GObject parent_instance;
};

static void test_resolver_iface_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestResolver, test_resolver, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_resolver_iface_init)
                               g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, g_define_type_id,
                                                               "test", 1000))

static char *proxy; /* address of the proxy */

static char **
test_resolver_lookup (GProxyResolver  *resolver,
                      const char      *uri,
                      GCancellable    *cancellable,
                      GError         **error)
{
  return g_strsplit (proxy, " ", 1);
}

static void
test_resolver_lookup_async (GProxyResolver      *resolver,
                            const char          *uri,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, g_strsplit (proxy, " ", 1), (GDestroyNotify) g_strfreev);
}

static char **
test_resolver_lookup_finish (GProxyResolver  *resolver,
                             GAsyncResult    *result,
                             GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
test_resolver_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static void
test_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = test_resolver_is_supported;
  iface->lookup = test_resolver_lookup;
  iface->lookup_async = test_resolver_lookup_async;
  iface->lookup_finish = test_resolver_lookup_finish;
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
}

static void
test_resolver_init (TestResolver *self)
{
}

/* A proxy that gives one answer to everybody and keeps what it was asked. */
static GMutex lock;
static const char *answer;
static GString *asked;

static gboolean
proxy_run_cb (GThreadedSocketService *service,
              GSocketConnection      *connection,
              GObject                *source,
              gpointer                user_data)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096];
  gssize n = g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL);

  g_mutex_lock (&lock);
  g_string_append_len (asked, buffer, MAX (n, 0));
  g_mutex_unlock (&lock);
  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
  return FALSE;
}

static GSocketService *
start_proxy (void)
{
  GSocketService *service = g_threaded_socket_service_new (4);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  g_socket_listener_add_address (G_SOCKET_LISTENER (service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &bound, &error);
  g_assert_no_error (error);
  g_signal_connect (service, "run", G_CALLBACK (proxy_run_cb), NULL);
  proxy = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return service;
}

static char *
take_asked (void)
{
  char *text;

  g_mutex_lock (&lock);
  text = g_strdup (asked->str);
  g_string_truncate (asked, 0);
  g_mutex_unlock (&lock);
  return text;
}

typedef struct
{
  const char *address;
  int code;
  gboolean done;
  gboolean removed;
} Try;

static gpointer
try_thread (gpointer data)
{
  Try *try = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRemote) remote = PZ_REMOTE (pz_dav_remote_new (try->address, "ada", "secret", &error));

  g_assert_no_error (error);
  pz_dav_remote_set_timeout (PZ_DAV_REMOTE (remote), 5000);
  try->removed = pz_remote_remove (remote, "seg-1", NULL, &error);
  try->code = error != NULL && error->domain == PZ_SYNC_ERROR ? error->code : -1;
  g_atomic_int_set (&try->done, TRUE);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* The service of the proxy takes connections in this thread's main context. */
static Try
try_to_remove (const char *address)
{
  Try try = { .address = address };
  GThread *thread = g_thread_new ("try", try_thread, &try);

  while (!g_atomic_int_get (&try.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  return try;
}

static const struct
{
  const char *answer;
  PzSyncError code;
} answers[] = {
  { "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"school\"\r\nContent-Length: 0\r\n\r\n",
    PZ_SYNC_ERROR_NOT_THE_SERVER },
  { "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", PZ_SYNC_ERROR_OFFLINE },
  { "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", PZ_SYNC_ERROR_OFFLINE },
  { "HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/\r\nContent-Length: 0\r\n\r\n",
    PZ_SYNC_ERROR_NOT_THE_SERVER },
  { "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", PZ_SYNC_ERROR_OFFLINE },
};

/* A file is not gone because a proxy has never heard of the server. */
static void
test_the_answer_of_a_proxy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *request = NULL;
      Try try;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      answer = answers[i].answer;
      try = try_to_remove ("https://cloud.school.example/dav/5b/");
      request = take_asked ();
      g_assert_false (try.removed);
      g_assert_cmpint (try.code, ==, (int) answers[i].code);
      g_assert_true (g_str_has_prefix (request, "CONNECT cloud.school.example:443 "));
      g_assert_null (strstr (request, "uthorization"));
    }
}

/* This computer is not asked through another one, which would see the password. */
static void
test_this_computer_needs_no_proxy (void)
{
  g_autofree char *request = NULL;
  Try try;

  answer = answers[0].answer;
  try = try_to_remove ("http://127.0.0.1:1/dav/5b/");
  request = take_asked ();
  g_assert_cmpint (try.code, ==, PZ_SYNC_ERROR_OFFLINE);
  g_assert_cmpstr (request, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GSocketService) service = NULL;
  int result;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  /* makes the extension point known, before the system's resolver is chosen */
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_type_ensure (TEST_TYPE_RESOLVER);
  g_assert_true (TEST_IS_RESOLVER (g_proxy_resolver_get_default ()));
  asked = g_string_new (NULL);
  service = start_proxy ();

  g_test_add_func ("/dav-proxy/answer-of-a-proxy", test_the_answer_of_a_proxy);
  g_test_add_func ("/dav-proxy/this-computer-needs-no-proxy", test_this_computer_needs_no_proxy);
  result = g_test_run ();
  g_socket_service_stop (service);
  g_string_free (asked, TRUE);
  g_free (proxy);
  return result;
}
