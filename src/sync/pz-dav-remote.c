/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-remote-private.h"

#include "pz-dav-client.h"
#include "pz-href.h"
#include "pz-multistatus.h"
#include "pz-server-address.h"

#include <libsoup/soup.h>
#include <string.h>

/* Silence that ends a request, in ms. */
#define TIMEOUT_MS (60 * 1000)
/* Of an answer that is not wanted so much is read, in bytes, so that the connection can be kept. */
#define MAX_REST (64 * 1024)

struct _PzDavRemote
{
  GObject parent_instance;

  GUri *folder;          /* (owned): ends with a slash */
  char *user;            /* (owned) (nullable) */
  char *password;        /* (owned) (nullable) */
  guint timeout_ms;
  GTlsDatabase *trusted; /* (owned) (nullable): instead of the system's */

  GMutex lock;           /* of the client, which several threads may need first */
  PzDavClient *client;   /* (owned) (nullable): from the first request on */
};

static void pz_dav_remote_iface_init (PzRemoteInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzDavRemote, pz_dav_remote, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_REMOTE, pz_dav_remote_iface_init))

/* NULL when nothing was asked yet, unless it is to be made. */
static PzDavClient *
get_client (PzDavRemote *self,
            gboolean     make)
{
  gboolean loopback = pz_server_address_is_loopback (g_uri_get_host (self->folder));
  PzDavClient *client;

  g_mutex_lock (&self->lock);
  if (self->client == NULL && make)
    self->client = pz_dav_client_new (pz_dav_transport_new (self->user, self->password, loopback, self->trusted,
                                                            self->timeout_ms));
  client = self->client;
  g_mutex_unlock (&self->lock);
  return client;
}

static PzDavReply *
ask (PzDavRemote         *self,
     PzDavVerb            verb,
     const PzDavRequest  *request,
     GCancellable        *cancellable,
     GError             **error)
{
  return pz_dav_client_ask (get_client (self, TRUE), verb, request, cancellable, error);
}

static GUri *
make_file_uri (PzDavRemote *self,
               const char  *name)
{
  g_autofree char *encoded = g_uri_escape_string (name, NULL, FALSE);

  return g_uri_parse_relative (self->folder, encoded, SOUP_HTTP_URI_FLAGS, NULL);
}

static PzDavReply *
ask_of_file (PzDavRemote   *self,
             PzDavVerb      verb,
             const char    *name,
             GBytes        *body,
             gsize          most,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GUri) uri = NULL;
  PzDavRequest request = { .body = body, .content_type = "application/octet-stream", .most = most };

  if (!pz_href_is_name (name, PZ_MULTISTATUS_MAX_NAME))
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NO_FILE);
      return NULL;
    }
  uri = make_file_uri (self, name);
  request.uri = uri;
  return ask (self, verb, &request, cancellable, error);
}

static GPtrArray *
list_kind (PzDavRemote        *self,
           PzMultistatusKind   kind,
           GCancellable       *cancellable,
           GError            **error)
{
  static const char wanted[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                               "<propfind xmlns=\"DAV:\"><prop><resourcetype/><getcontentlength/></prop></propfind>";
  g_autoptr(GBytes) body = g_bytes_new_static (wanted, strlen (wanted));
  g_autoptr(PzDavReply) reply = NULL;
  PzDavRequest request = { .uri = self->folder, .depth = "1", .content_type = "application/xml; charset=utf-8",
                           .body = body, .most = PZ_MULTISTATUS_MAX_SIZE };

  reply = ask (self, PZ_DAV_LIST, &request, cancellable, error);
  if (reply == NULL)
    return NULL;
  if (reply->cut)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
      return NULL;
    }
  return pz_multistatus_parse (reply->body, g_uri_get_path (self->folder), kind, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
pz_dav_remote_list (PzRemote      *remote,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return list_kind (PZ_DAV_REMOTE (remote), PZ_MULTISTATUS_FILES, cancellable, error);
}

static GBytes *
pz_dav_remote_get (PzRemote      *remote,
                   const char    *name,
                   gsize          most,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(PzDavReply) reply = ask_of_file (PZ_DAV_REMOTE (remote), PZ_DAV_GET, name, NULL, most, cancellable, error);

  if (reply == NULL)
    return NULL;
  if (reply->cut)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_LARGE);
      return NULL;
    }
  return g_bytes_ref (reply->body);
}

static gboolean
pz_dav_remote_put (PzRemote      *remote,
                   const char    *name,
                   GBytes        *bytes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(PzDavReply) reply = ask_of_file (PZ_DAV_REMOTE (remote), PZ_DAV_PUT, name, bytes, MAX_REST, cancellable, error);

  return reply != NULL;
}

static gboolean
pz_dav_remote_remove (PzRemote      *remote,
                      const char    *name,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(PzDavReply) reply = ask_of_file (PZ_DAV_REMOTE (remote), PZ_DAV_DELETE, name, NULL, MAX_REST, cancellable, error);

  return reply != NULL;
}

/* One number means "is there" and "cannot be": only a listing tells. */
static gboolean
pz_dav_remote_make_folder (PzRemote      *remote,
                           GCancellable  *cancellable,
                           GError       **error)
{
  PzDavRemote *self = PZ_DAV_REMOTE (remote);
  PzDavRequest request = { .uri = self->folder, .most = MAX_REST };
  g_autoptr(PzDavReply) reply = ask (self, PZ_DAV_MAKE_FOLDER, &request, cancellable, error);
  g_autoptr(GPtrArray) objects = NULL;

  if (reply != NULL)
    objects = pz_dav_remote_list (remote, cancellable, error);
  return objects != NULL;
}

static void
pz_dav_remote_iface_init (PzRemoteInterface *iface)
{
  iface->list = pz_dav_remote_list;
  iface->get = pz_dav_remote_get;
  iface->put = pz_dav_remote_put;
  iface->remove = pz_dav_remote_remove;
  iface->make_folder = pz_dav_remote_make_folder;
}

static void
pz_dav_remote_finalize (GObject *object)
{
  PzDavRemote *self = PZ_DAV_REMOTE (object);

  pz_dav_client_free (self->client);
  g_clear_object (&self->trusted);
  g_clear_pointer (&self->folder, g_uri_unref);
  g_free (self->user);
  if (self->password != NULL)
    explicit_bzero (self->password, strlen (self->password));
  g_free (self->password);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (pz_dav_remote_parent_class)->finalize (object);
}

static void
pz_dav_remote_class_init (PzDavRemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_dav_remote_finalize;
}

static void
pz_dav_remote_init (PzDavRemote *self)
{
  g_mutex_init (&self->lock);
  self->timeout_ms = TIMEOUT_MS;
}

/**
 * pz_dav_remote_new:
 * @address: of the folder of a class: https, or http to this computer itself
 * @user: (nullable): name of the account; %NULL when the server asks for none
 * @password: (nullable): of the account; sent over TLS or as a digest only, or to this computer itself
 * @error: %PZ_SYNC_ERROR_FAILED: what is wrong with the address, for people
 *
 * Nothing is asked of the server yet.
 *
 * Returns: (transfer full) (nullable): that folder
 */
PzDavRemote *
pz_dav_remote_new (const char  *address,
                   const char  *user,
                   const char  *password,
                   GError     **error)
{
  PzDavRemote *self;
  GUri *folder;

  g_return_val_if_fail (address != NULL, NULL);

  folder = pz_server_address_parse (address, error);
  if (folder == NULL)
    return NULL;
  self = g_object_new (PZ_TYPE_DAV_REMOTE, NULL);
  self->folder = folder;
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  return self;
}

/**
 * pz_dav_remote_list_folders:
 * @self: a folder, not that of a class but one where classes may lie
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR with a sentence for people, or %G_IO_ERROR_CANCELLED
 *
 * For people who choose where a class is, or shall be. Blocks.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): names of the folders in it, sorted as in this language
 */
GPtrArray *
pz_dav_remote_list_folders (PzDavRemote   *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(GPtrArray) objects = NULL;
  GPtrArray *names;

  g_return_val_if_fail (PZ_IS_DAV_REMOTE (self), NULL);

  objects = list_kind (self, PZ_MULTISTATUS_FOLDERS, cancellable, error);
  if (objects == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (names, g_strdup (((PzRemoteObject *) g_ptr_array_index (objects, i))->name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * pz_dav_remote_get_retry_after:
 * @self: a folder
 *
 * Returns: seconds that the server, in its last answer, asked to wait before the next request, what has passed since
 *   taken off; at most a day; 0 when it asked for nothing
 */
guint
pz_dav_remote_get_retry_after (PzDavRemote *self)
{
  PzDavClient *client;

  g_return_val_if_fail (PZ_IS_DAV_REMOTE (self), 0);

  client = get_client (self, FALSE);
  return client != NULL ? pz_dav_client_get_retry_after (client) : 0;
}

/**
 * pz_dav_remote_get_clock_offset:
 * @self: a folder
 * @seconds: (out): how far the server's clock is ahead of this computer's; unchanged when not known
 *
 * Returns: whether it is known: the server has told its time
 */
gboolean
pz_dav_remote_get_clock_offset (PzDavRemote *self,
                                gint64      *seconds)
{
  PzDavClient *client;

  g_return_val_if_fail (PZ_IS_DAV_REMOTE (self) && seconds != NULL, FALSE);

  client = get_client (self, FALSE);
  return client != NULL && pz_dav_client_get_clock_offset (client, seconds);
}

/**
 * pz_dav_remote_is_clock_wrong:
 * @self: a folder
 *
 * Returns: whether the clocks are known to differ by so much that people should be told to look at theirs
 */
gboolean
pz_dav_remote_is_clock_wrong (PzDavRemote *self)
{
  gint64 offset = 0;

  return pz_dav_remote_get_clock_offset (self, &offset) && ABS (offset) > PZ_DAV_MAX_CLOCK_OFFSET;
}

/* The first request has not been made. */
void
pz_dav_remote_set_timeout (PzDavRemote *self,
                           guint        timeout_ms)
{
  g_return_if_fail (PZ_IS_DAV_REMOTE (self) && self->client == NULL);
  self->timeout_ms = timeout_ms;
}

void
pz_dav_remote_set_trusted (PzDavRemote  *self,
                           GTlsDatabase *trusted)
{
  g_return_if_fail (PZ_IS_DAV_REMOTE (self) && self->client == NULL);
  g_set_object (&self->trusted, trusted);
}
