/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-server-private.h"

#include <string.h>

/* Which requests a fault affects. */
static gboolean
affects (Fault       fault,
         const char *method)
{
  gboolean get = g_str_equal (method, "GET"), put = g_str_equal (method, "PUT"), list = g_str_equal (method, "PROPFIND");

  switch (fault)
    {
    case FAULT_DROP_BEFORE_BODY:
    case FAULT_DROP_IN_BODY:
    case FAULT_DROP_AFTER_STORING:
    case FAULT_TORN:
    case FAULT_TORN_201:
    case FAULT_STATUS_413:
    case FAULT_STATUS_507:
      return put;
    case FAULT_STATUS_403:
    case FAULT_STATUS_423:
      return !get && !list;
    case FAULT_WRONG_LENGTH:
    case FAULT_SLOW:
      return get;
    case FAULT_CUT:
    case FAULT_CONSTANT_ETAG:
    case FAULT_GZIP_ETAG:
      return get || list;
    case FAULT_STALE_LISTING:
    case FAULT_NO_ETAG:
    case FAULT_NO_LENGTH:
    case FAULT_HREF_UPPER:
    case FAULT_HREF_LOWER:
    case FAULT_HREF_ABSOLUTE:
    case FAULT_HREF_OTHER:
      return list;
    case FAULT_REPLAY_PUT:
      return g_str_equal (method, "DELETE");
    default:
      return fault != FAULT_NONE;
    }
}

static void
note_header (const char *name,
             const char *value,
             gpointer    user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

static void
note_request (FaultServer       *self,
              SoupServerMessage *message)
{
  const char *method = soup_server_message_get_method (message);
  GString *headers = g_string_new (NULL);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, method));

  soup_message_headers_foreach (soup_server_message_get_request_headers (message), note_header, headers);
  g_hash_table_insert (self->headers, g_strdup (method), g_string_free (headers, FALSE));
  g_hash_table_insert (self->counts, g_strdup (method), GUINT_TO_POINTER (n + 1));
}

static void
got_chunk_cb (SoupServerMessage *message,
              GBytes            *chunk,
              gpointer           user_data)
{
  g_signal_handlers_disconnect_by_func (message, got_chunk_cb, user_data);
  fault_answers_drop (message);
}

static void
use_up (FaultServer *self)
{
  if (self->times != G_MAXUINT && --self->times == 0)
    self->fault = FAULT_NONE;
}

/* The headers are here, the body is not. An early handler would not see what an account is asked for. */
static void
got_headers_cb (SoupServerMessage *message,
                gpointer           user_data)
{
  FaultServer *self = user_data;

  g_mutex_lock (&self->lock);
  note_request (self, message);
  if (affects (self->fault, soup_server_message_get_method (message)))
    {
      if (self->fault == FAULT_DROP_BEFORE_BODY)
        {
          use_up (self);
          fault_answers_drop (message);
        }
      else if (self->fault == FAULT_DROP_IN_BODY)
        {
          use_up (self);
          g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), self);
        }
    }
  g_mutex_unlock (&self->lock);
}

static void
started_cb (SoupServer        *server,
            SoupServerMessage *message,
            gpointer           user_data)
{
  g_signal_connect_after (message, "got-headers", G_CALLBACK (got_headers_cb), user_data);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  FaultServer *self = user_data;
  Fault fault = FAULT_NONE;

  g_mutex_lock (&self->lock);
  if (affects (self->fault, soup_server_message_get_method (message)) && !g_str_has_prefix (path, MOVED_PATH)
      && !g_str_equal (path, LOGIN_PATH))
    {
      fault = self->fault;
      use_up (self);
    }
  fault_answers_handle (self, message, path, fault);
  g_mutex_unlock (&self->lock);
}

static gboolean
basic_cb (SoupAuthDomain    *domain,
          SoupServerMessage *message,
          const char        *user,
          const char        *password,
          gpointer           user_data)
{
  FaultServer *self = user_data;
  gboolean ok;

  g_mutex_lock (&self->lock);
  ok = g_str_equal (user, "ada") && g_strcmp0 (password, self->password) == 0;
  g_mutex_unlock (&self->lock);
  return ok;
}

static char *
digest_cb (SoupAuthDomain    *domain,
           SoupServerMessage *message,
           const char        *user,
           gpointer           user_data)
{
  FaultServer *self = user_data;
  char *digest = NULL;

  g_mutex_lock (&self->lock);
  if (g_str_equal (user, "ada"))
    digest = soup_auth_domain_digest_encode_password (user, "class", self->password);
  g_mutex_unlock (&self->lock);
  return digest;
}

static gpointer
run_server (gpointer data)
{
  FaultServer *self = data;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  g_signal_connect (self->server, "request-started", G_CALLBACK (started_cb), self);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);

  g_mutex_lock (&self->lock);
  self->port = (guint) g_uri_get_port (uris->data);
  self->address = g_strdup_printf ("http://127.0.0.1:%u/dav/class%%205b/", self->port);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->stolen, g_ptr_array_unref);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

FaultServer *
fault_server_new (void)
{
  FaultServer *self = g_new0 (FaultServer, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->stolen = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("fault-server", run_server, self);
  g_mutex_lock (&self->lock);
  while (self->address == NULL)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (((FaultServer *) user_data)->loop);
  return G_SOURCE_REMOVE;
}

/* Runs in the thread of the server, after what it does now. */
static void
run_in_thread (FaultServer *self,
               GSourceFunc  func,
               gpointer     data)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, self->context);
}

void
fault_server_free (FaultServer *self)
{
  run_in_thread (self, quit_cb, self);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->headers);
  g_free (self->address);
  g_free (self->password);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self);
}

const char *
fault_server_get_address (FaultServer *self)
{
  return self->address;
}

static GHashTable *
copy_files (GHashTable *files)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (copy, g_strdup (name), g_bytes_ref (bytes));
  return copy;
}

void
fault_server_set (FaultServer *self,
                  Fault        fault,
                  guint        times)
{
  g_mutex_lock (&self->lock);
  self->fault = fault;
  self->times = times;
  self->most_held = 0;
  g_clear_pointer (&self->stale, g_hash_table_unref);
  if (fault == FAULT_STALE_LISTING)
    self->stale = copy_files (self->files);
  g_mutex_unlock (&self->lock);
}

typedef struct
{
  FaultServer *server;
  gboolean digest;
  gboolean done;
} Account;

static gboolean
add_account_cb (gpointer user_data)
{
  Account *account = user_data;
  FaultServer *self = account->server;
  g_autoptr(SoupAuthDomain) domain = NULL;

  if (account->digest)
    domain = soup_auth_domain_digest_new ("realm", "class", "auth-callback", digest_cb, "auth-data", self, NULL);
  else
    domain = soup_auth_domain_basic_new ("realm", "class", "auth-callback", basic_cb, "auth-data", self, NULL);
  soup_auth_domain_add_path (domain, "/");
  soup_server_add_auth_domain (self->server, domain);
  g_mutex_lock (&self->lock);
  account->done = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  return G_SOURCE_REMOVE;
}

void
fault_server_set_account (FaultServer *self,
                          const char  *scheme,
                          const char  *password)
{
  Account account = { self, g_str_equal (scheme, "digest"), FALSE };
  gboolean first;

  g_mutex_lock (&self->lock);
  first = self->password == NULL;
  g_free (self->password);
  self->password = g_strdup (password);
  g_mutex_unlock (&self->lock);
  if (!first)
    return; /* only the password is another */
  run_in_thread (self, add_account_cb, &account);
  g_mutex_lock (&self->lock);
  while (!account.done)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
}

GBytes *
fault_server_dup_file (FaultServer *self,
                       const char  *name)
{
  GBytes *bytes;

  g_mutex_lock (&self->lock);
  bytes = self->files != NULL ? g_hash_table_lookup (self->files, name) : NULL;
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_mutex_unlock (&self->lock);
  return bytes;
}

void
fault_server_set_file (FaultServer *self,
                       const char  *name,
                       const char  *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  fault_server_set_bytes (self, name, bytes);
}

void
fault_server_set_bytes (FaultServer *self,
                        const char  *name,
                        GBytes      *bytes)
{
  g_mutex_lock (&self->lock);
  g_hash_table_insert (self->files, g_strdup (name), g_bytes_ref (bytes));
  g_mutex_unlock (&self->lock);
}

void
fault_server_drop_folder (FaultServer *self)
{
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_mutex_unlock (&self->lock);
}

guint
fault_server_count (FaultServer *self,
                    const char  *method)
{
  GHashTableIter iter;
  gpointer name, n;
  guint count = 0;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &name, &n))
    if (method == NULL || g_str_equal (name, method))
      count += GPOINTER_TO_UINT (n);
  g_mutex_unlock (&self->lock);
  return count;
}

void
fault_server_reset_count (FaultServer *self)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->counts);
  g_mutex_unlock (&self->lock);
}

guint
fault_server_most_held (FaultServer *self)
{
  guint most;

  g_mutex_lock (&self->lock);
  most = self->most_held;
  g_mutex_unlock (&self->lock);
  return most;
}

char *
fault_server_dup_headers (FaultServer *self,
                          const char  *method)
{
  char *headers;

  g_mutex_lock (&self->lock);
  headers = g_strdup (g_hash_table_lookup (self->headers, method));
  g_mutex_unlock (&self->lock);
  return headers;
}
