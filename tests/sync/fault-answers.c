/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the fault server answers one request, rightly or as its switch says. All in its thread, under its lock. */
#include "config.h"

#include "fault-server-private.h"

#include <string.h>

static const char page[] = "<!DOCTYPE html><html><body>Welcome to our network. Please sign in.</body></html>";

/* Closes the connection as it is. */
void
fault_answers_drop (SoupServerMessage *message)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
set_body (SoupServerMessage *message,
          guint              status,
          const char        *type,
          GBytes            *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, data, length);
}

/* Writes an answer by hand: as many bytes as announced, or fewer, or slowly. */
static void
write_raw (SoupServerMessage *message,
           const char        *head,
           GBytes            *body,
           gsize              announced,
           gsize              sent,
           gboolean           slowly)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  g_autofree char *headers = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Length: %" G_GSIZE_FORMAT
                                              "\r\nConnection: close\r\n\r\n", head, announced);
  const char *data = g_bytes_get_data (body, NULL);
  gsize step = slowly ? 256 : sent;

  g_output_stream_write_all (out, headers, strlen (headers), NULL, NULL, NULL);
  for (gsize i = 0; i < sent; i += step)
    {
      if (slowly)
        g_usleep (250 * 1000);
      g_output_stream_write_all (out, data + i, MIN (step, sent - i), NULL, NULL, NULL);
    }
  g_io_stream_close (stream, NULL, NULL);
}

static void
answer_list (FaultServer       *self,
             SoupServerMessage *message,
             const char        *folder,
             Fault              fault)
{
  GHashTable *files = fault == FAULT_STALE_LISTING ? self->stale : self->files;
  g_autofree char *xml = NULL;
  g_autoptr(GBytes) body = NULL;

  if (files == NULL)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  xml = fault_listing_dup (files, folder, self->port, fault);
  body = g_bytes_new (xml, strlen (xml));
  if (fault == FAULT_CUT)
    write_raw (message, "207 Multi-Status\r\nContent-Type: application/xml", body, g_bytes_get_size (body),
               g_bytes_get_size (body) / 2, FALSE);
  else
    set_body (message, 207, "application/xml; charset=utf-8", body);
}

static void
answer_get (FaultServer       *self,
            SoupServerMessage *message,
            const char        *name,
            Fault              fault)
{
  GBytes *body = self->files != NULL ? g_hash_table_lookup (self->files, name) : NULL;
  gsize size = body != NULL ? g_bytes_get_size (body) : 0;

  if (body == NULL)
    soup_server_message_set_status (message, 404, NULL);
  else if (fault == FAULT_CUT)
    write_raw (message, "200 OK", body, size, size / 2, FALSE);
  else if (fault == FAULT_WRONG_LENGTH)
    write_raw (message, "200 OK", body, size / 2, size / 2, FALSE);
  else if (fault == FAULT_SLOW)
    write_raw (message, "200 OK", body, size, size, TRUE);
  else
    set_body (message, 200, "application/octet-stream", body);
}

static void
answer_put (FaultServer       *self,
            SoupServerMessage *message,
            const char        *name,
            Fault              fault)
{
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  gsize size = g_bytes_get_size (body);
  gboolean torn = fault == FAULT_TORN || fault == FAULT_TORN_201;
  gboolean known;

  if (self->files == NULL)
    {
      soup_server_message_set_status (message, 409, NULL);
      return;
    }
  known = g_hash_table_contains (self->files, name);
  g_hash_table_insert (self->files, g_strdup (name), g_bytes_new_from_bytes (body, 0, torn ? size / 2 : size));
  if (fault == FAULT_TORN || fault == FAULT_DROP_AFTER_STORING)
    fault_answers_drop (message);
  else
    soup_server_message_set_status (message, known ? 204 : 201, NULL);
}

static void
answer_delete (FaultServer       *self,
               SoupServerMessage *message,
               const char        *name,
               Fault              fault)
{
  gboolean known = self->files != NULL && g_hash_table_contains (self->files, name);

  if (known && fault != FAULT_REPLAY_PUT)
    g_hash_table_remove (self->files, name);
  soup_server_message_set_status (message, known ? 204 : 404, NULL);
}

static void
answer_make_folder (FaultServer       *self,
                    SoupServerMessage *message)
{
  gboolean known = self->files != NULL;

  if (!known)
    self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  soup_server_message_set_status (message, known ? 405 : 201, NULL);
}

static void
answer_rightly (FaultServer       *self,
                SoupServerMessage *message,
                const char        *path,
                Fault              fault)
{
  const char *method = soup_server_message_get_method (message);
  const char *folder = g_str_has_prefix (path, MOVED_PATH) ? MOVED_PATH : FOLDER_PATH;
  const char *name = g_str_has_prefix (path, folder) ? path + strlen (folder) : NULL;

  if (name == NULL && g_str_equal (path, "/dav/class 5b"))
    soup_server_message_set_redirect (message, 301, "/dav/class%205b/");
  else if (name == NULL && g_str_equal (path, LOGIN_PATH))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, page, strlen (page));
  else if (name == NULL)
    soup_server_message_set_status (message, 404, NULL);
  else if (g_str_equal (method, "PROPFIND") && *name == '\0')
    answer_list (self, message, folder, fault);
  else if (g_str_equal (method, "GET") && *name != '\0')
    answer_get (self, message, name, fault);
  else if (g_str_equal (method, "PUT") && *name != '\0')
    answer_put (self, message, name, fault);
  else if (g_str_equal (method, "DELETE") && *name != '\0')
    answer_delete (self, message, name, fault);
  else if (g_str_equal (method, "MKCOL") && *name == '\0')
    answer_make_folder (self, message);
  else
    soup_server_message_set_status (message, 405, NULL);
}

static void
set_retry_after (SoupServerMessage *message,
                 Fault              fault)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) until = g_date_time_add_seconds (now, 90);
  g_autofree char *text = soup_date_time_to_string (until, SOUP_DATE_HTTP);

  soup_message_headers_replace (headers, "Retry-After", fault == FAULT_STATUS_429 ? "120" : text);
}

static void
redirect (SoupServerMessage *message,
          const char        *path,
          Fault              fault)
{
  const char *name = g_str_has_prefix (path, FOLDER_PATH) ? path + strlen (FOLDER_PATH) : "";
  g_autofree char *here = g_strconcat (fault == FAULT_REDIRECT_HERE ? "/moved/class%205b/" : "/dav/class%205b/", name, NULL);
  g_autofree char *away = g_strconcat ("http://portal.invalid", here, NULL);

  soup_server_message_set_redirect (message, 302, fault == FAULT_REDIRECT_AWAY    ? away
                                                  : fault == FAULT_REDIRECT_LOGIN ? LOGIN_PATH
                                                                                  : here);
}

static guint
status_of (Fault fault)
{
  static const guint statuses[] = { [FAULT_STATUS_401] = 401, [FAULT_STATUS_403] = 403, [FAULT_STATUS_413] = 413,
                                    [FAULT_STATUS_423] = 423, [FAULT_STATUS_429] = 429, [FAULT_STATUS_500] = 500,
                                    [FAULT_STATUS_503] = 503, [FAULT_STATUS_507] = 507 };

  return fault < G_N_ELEMENTS (statuses) ? statuses[fault] : 0;
}

static gboolean
release_cb (gpointer user_data)
{
  FaultServer *self = user_data;

  for (guint i = 0; i < self->held->len; i++)
    soup_server_message_unpause (g_ptr_array_index (self->held, i));
  g_ptr_array_set_size (self->held, 0);
  return G_SOURCE_REMOVE;
}

/* Answered rightly, but only when enough others wait too. */
static void
hold (FaultServer       *self,
      SoupServerMessage *message)
{
  soup_server_message_pause (message);
  g_ptr_array_add (self->held, g_object_ref (message));
  self->most_held = MAX (self->most_held, self->held->len);
  if (self->held->len == HELD)
    {
      g_autoptr(GSource) source = g_timeout_source_new (HOLD_MS);

      g_source_set_callback (source, release_cb, self, NULL);
      g_source_attach (source, self->context);
    }
}

/* @fault: what is done wrong with this request, which it affects */
void
fault_answers_handle (FaultServer       *self,
                      SoupServerMessage *message,
                      const char        *path,
                      Fault              fault)
{
  if (status_of (fault) != 0)
    {
      soup_server_message_set_status (message, status_of (fault), NULL);
      if (fault == FAULT_STATUS_429 || fault == FAULT_STATUS_503)
        set_retry_after (message, fault);
    }
  else if (fault >= FAULT_REDIRECT_HERE && fault <= FAULT_REDIRECT_LOGIN)
    redirect (message, path, fault);
  else if (fault == FAULT_PAGE)
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, page, strlen (page));
    }
  else if (fault == FAULT_SILENT)
    g_ptr_array_add (self->stolen, soup_server_message_steal_connection (message));
  else
    {
      answer_rightly (self, message, path, fault);
      if (fault == FAULT_HOLD)
        hold (self, message);
      if (fault == FAULT_DATE)
        {
          g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
          g_autoptr(GDateTime) then = g_date_time_add_days (now, 400);
          g_autofree char *text = soup_date_time_to_string (then, SOUP_DATE_HTTP);

          soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", text);
        }
    }
}
