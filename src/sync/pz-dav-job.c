/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-job-private.h"

#include "pz-dav-trouble.h"
#include "pz-server-address.h"
#include "pz-soup.h"
#include "pz-sync-words.h"

#include <string.h>

static char *
dup_header (SoupMessageHeaders *headers,
            const char         *name)
{
  return g_strdup (pz_soup (NULL)->soup_message_headers_get_one (headers, name));
}

/* Without a certificate there was no secure connection: the answer came from a proxy on the way. */
static gboolean
is_by_proxy (PzDavJob *self)
{
  const PzSoup *soup = pz_soup (NULL);

  return g_str_equal (g_uri_get_scheme (self->request->uri), "https")
         && soup->soup_message_get_tls_peer_certificate (self->message) == NULL;
}

static PzDavReply *
make_reply (PzDavJob *self,
            gboolean  cut)
{
  const PzSoup *soup = pz_soup (NULL);
  SoupMessageHeaders *headers = soup->soup_message_get_response_headers (self->message);
  PzDavReply *reply = g_new0 (PzDavReply, 1);

  reply->status = soup->soup_message_get_status (self->message);
  reply->content_type = g_strdup (soup->soup_message_headers_get_content_type (headers, NULL));
  reply->location = dup_header (headers, "Location");
  reply->retry_after = dup_header (headers, "Retry-After");
  reply->date = dup_header (headers, "Date");
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  reply->cut = cut;
  reply->by_proxy = is_by_proxy (self);
  return reply;
}

static void
finish (PzDavJob *self,
        GError   *error)
{
  g_source_destroy (self->watchdog);
  g_clear_object (&self->stream);
  if (error != NULL && self->timed_out)
    pz_sync_words_set_error (&self->error, PZ_SYNC_TROUBLE_TIME_OUT);
  else if (error != NULL && self->sent_again)
    pz_sync_words_set_error (&self->error, PZ_SYNC_TROUBLE_BROKEN_OFF);
  else if (error != NULL)
    pz_dav_trouble_translate (&self->error, error,
                              pz_soup (NULL)->soup_message_get_tls_peer_certificate_errors (self->message));
  g_clear_error (&error);
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
  self->done (self); /* from here on it belongs to the caller */
}

static void
progress_cb (PzDavJob *self)
{
  g_source_set_ready_time (self->watchdog, g_get_monotonic_time () + (gint64) self->terms->timeout_ms * 1000);
}

static gboolean
watchdog_cb (gpointer user_data)
{
  PzDavJob *self = user_data;

  self->timed_out = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

/* The library sends a request again with an account, and also when a kept connection closes before an answer. A file that
 * was perhaps stored must not be written a second time under its name: then the caller is told that it is not known.
 * A body has been read to its end and must be given again: else the length is announced and nothing follows. */
static void
restarted_cb (SoupMessage *message,
              gpointer     user_data)
{
  const PzSoup *soup = pz_soup (NULL);
  PzDavJob *self = user_data;

  if (self->request->body != NULL)
    soup->soup_message_set_request_body_from_bytes (message, self->request->content_type, self->request->body);
  if (!g_str_equal (soup->soup_message_get_method (message), "PUT")
      || soup->soup_message_get_status (message) == SOUP_STATUS_UNAUTHORIZED)
    return;
  self->sent_again = TRUE;
  g_cancellable_cancel (self->stop);
}

static gboolean
authenticate_cb (SoupMessage *message,
                 SoupAuth    *auth,
                 gboolean     retrying,
                 gpointer     user_data)
{
  const PzSoup *soup = pz_soup (NULL);
  PzDavJob *self = user_data;
  GUri *uri = soup->soup_message_get_uri (message);
  gboolean safe = g_str_equal (g_uri_get_scheme (uri), "https") || pz_server_address_is_loopback (g_uri_get_host (uri))
                  || G_TYPE_CHECK_INSTANCE_TYPE (auth, soup->soup_auth_digest_get_type ());

  /* the password of the server is nothing for a proxy, and a wrong one is not tried again */
  if (retrying || soup->soup_auth_is_for_proxy (auth) || self->terms->user == NULL || !safe)
    return FALSE;
  soup->soup_auth_authenticate (auth, self->terms->user, self->terms->password != NULL ? self->terms->password : "");
  return TRUE;
}

/* The library takes an early end for the end. What was packed for the way is checked by what unpacks it. */
static gboolean
is_short (PzDavJob *self)
{
  const PzSoup *soup = pz_soup (NULL);
  SoupMessageHeaders *headers = soup->soup_message_get_response_headers (self->message);

  return soup->soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && soup->soup_message_headers_get_one (headers, "Content-Encoding") == NULL
         && (goffset) self->body->len < soup->soup_message_headers_get_content_length (headers);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  PzDavJob *self = user_data;
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (self->stream, result, &error);
  gboolean cut;

  if (n < 0)
    return finish (self, error);
  progress_cb (self);
  g_byte_array_append (self->body, self->buffer, (guint) n);
  cut = self->body->len > self->request->most;
  if (cut)
    g_byte_array_set_size (self->body, (guint) self->request->most);
  if (n == 0 && is_short (self))
    return finish (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "short"));
  if (n == 0 || cut)
    {
      self->reply = make_reply (self, cut);
      return finish (self, NULL);
    }
  g_input_stream_read_async (self->stream, self->buffer, sizeof self->buffer, G_PRIORITY_DEFAULT, self->stop, read_cb, self);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  const PzSoup *soup = pz_soup (NULL);
  PzDavJob *self = user_data;
  GError *error = NULL;

  self->stream = soup->soup_session_send_finish ((SoupSession *) source, result, &error);
  if (self->stream == NULL)
    return finish (self, error);
  progress_cb (self);
  g_input_stream_read_async (self->stream, self->buffer, sizeof self->buffer, G_PRIORITY_DEFAULT, self->stop, read_cb, self);
}

static void
connect_signals (PzDavJob *self)
{
  static const char *const signs_of_life[] = { "network-event", "wrote-headers", "wrote-body-data", "got-informational",
                                               "got-headers" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs_of_life); i++)
    g_signal_connect_swapped (self->message, signs_of_life[i], G_CALLBACK (progress_cb), self);
  g_signal_connect (self->message, "authenticate", G_CALLBACK (authenticate_cb), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (restarted_cb), self);
}

static SoupMessage *
make_message (const PzDavRequest *request)
{
  const PzSoup *soup = pz_soup (NULL);
  SoupMessage *message = soup->soup_message_new_from_uri (request->method, request->uri);
  SoupMessageHeaders *headers = soup->soup_message_get_request_headers (message);

  /* whether and where to is decided above this */
  soup->soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup->soup_message_headers_replace (headers, "Cache-Control", "no-cache");
  if (request->depth != NULL)
    soup->soup_message_headers_replace (headers, "Depth", request->depth);
  if (request->body != NULL)
    soup->soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  return message;
}

/**
 * pz_dav_job_start:
 * @self: a job that was not started
 * @session: of this thread
 *
 * Runs it; its `done` is called once, in this thread, with a reply or an error in it.
 */
void
pz_dav_job_start (PzDavJob    *self,
                  SoupSession *session)
{
  self->message = make_message (self->request);
  self->watchdog = g_timeout_source_new (self->terms->timeout_ms);
  g_source_set_callback (self->watchdog, watchdog_cb, self, NULL);
  g_source_attach (self->watchdog, self->context);
  connect_signals (self);
  pz_soup (NULL)->soup_session_send_async (session, self->message, G_PRIORITY_DEFAULT, self->stop, sent_cb, self);
}

/**
 * pz_dav_job_init:
 * @self: (out caller-allocates): is filled in
 * @request: what is asked; must outlive the job
 * @terms: must outlive the job
 * @context: of the thread that will run it
 */
void
pz_dav_job_init (PzDavJob           *self,
                 const PzDavRequest *request,
                 const PzDavTerms   *terms,
                 GMainContext       *context)
{
  memset (self, 0, G_STRUCT_OFFSET (PzDavJob, buffer));
  self->request = request;
  self->terms = terms;
  self->context = context;
  self->stop = g_cancellable_new ();
  self->body = g_byte_array_new ();
}

/**
 * pz_dav_job_clear:
 * @self: a job that is done
 *
 * Lets go of all it still holds.
 */
void
pz_dav_job_clear (PzDavJob *self)
{
  g_clear_pointer (&self->watchdog, g_source_unref);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_pointer (&self->reply, pz_dav_reply_free);
  g_clear_object (&self->stop);
  g_clear_error (&self->error);
}
