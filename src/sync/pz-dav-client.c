/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-dav-client.h"

/* So many times a request follows where a server sends it. */
#define MAX_REDIRECTS 5

struct _PzDavClient
{
  PzDavTransport *transport; /* (owned) */

  GMutex lock; /* of all below; answers come to several threads */
  gint64 retry_at; /* monotonic, in us; 0: whenever */
  gboolean has_offset;
  gint64 offset; /* of the server's clock, in s */
};

static const char *const methods[] = { [PZ_DAV_LIST] = "PROPFIND",
                                       [PZ_DAV_GET] = "GET",
                                       [PZ_DAV_PUT] = "PUT",
                                       [PZ_DAV_DELETE] = "DELETE",
                                       [PZ_DAV_MAKE_FOLDER] = "MKCOL" };

/* What an answer tells besides: of one that came from the server itself. */
static void
note_headers (PzDavClient      *self,
              const PzDavReply *reply)
{
  gint64 wait = pz_dav_reply_get_wait (reply), time;

  g_mutex_lock (&self->lock);
  self->retry_at = wait > 0 ? g_get_monotonic_time () + wait * G_USEC_PER_SEC : 0;
  if (pz_dav_reply_get_time (reply, &time))
    {
      self->has_offset = TRUE;
      self->offset = time - g_get_real_time () / G_USEC_PER_SEC;
    }
  g_mutex_unlock (&self->lock);
}

/* @reply: (transfer full): is returned when it is what was asked for */
static PzDavReply *
judge (PzDavClient  *self,
       PzDavVerb     verb,
       PzDavReply   *reply,
       GError      **error)
{
  PzSyncTrouble trouble;
  gboolean wrong = TRUE;

  if (reply->by_proxy)
    trouble = pz_dav_trouble_of_proxy (reply->status);
  else
    wrong = pz_dav_trouble_find (verb, reply->status, reply->content_type, &trouble);
  if (!wrong || (!reply->by_proxy && pz_sync_trouble_get_code (trouble) != PZ_SYNC_ERROR_NOT_THE_SERVER))
    note_headers (self, reply);
  if (!wrong)
    return reply;
  pz_dav_reply_free (reply);
  pz_sync_words_set_error (error, trouble);
  return NULL;
}

/**
 * pz_dav_client_ask:
 * @self: a server
 * @verb: what is asked
 * @request: of what, and with what; the method is filled in
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR with a sentence for people, or %G_IO_ERROR_CANCELLED
 *
 * Asks, follows where that is safe, and judges the answer. Blocks; any thread may call it.
 *
 * Returns: (transfer full) (nullable): an answer that means success, as far as a server's word goes
 */
PzDavReply *
pz_dav_client_ask (PzDavClient         *self,
                   PzDavVerb            verb,
                   const PzDavRequest  *request,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr(PzDavReply) reply = NULL;
  g_autoptr(GUri) uri = NULL;
  PzDavRequest asked;
  PzSyncTrouble trouble = PZ_SYNC_TROUBLE_ANSWER; /* sent round in a circle */

  g_return_val_if_fail (self != NULL && request != NULL, NULL);

  uri = g_uri_ref (request->uri);
  asked = *request;
  asked.method = methods[verb];
  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      GUri *target;

      asked.uri = uri;
      g_clear_pointer (&reply, pz_dav_reply_free);
      reply = pz_dav_transport_send (self->transport, &asked, cancellable, error);
      if (reply == NULL)
        return NULL;
      if (reply->by_proxy || !pz_dav_reply_is_redirect (reply))
        return judge (self, verb, g_steal_pointer (&reply), error);
      target = pz_dav_reply_find_target (reply, uri);
      if (target == NULL)
        {
          trouble = PZ_SYNC_TROUBLE_OTHER_HOST;
          break;
        }
      g_uri_unref (uri);
      uri = target;
    }
  pz_sync_words_set_error (error, trouble);
  return NULL;
}

/**
 * pz_dav_client_get_retry_after:
 * @self: a server
 *
 * Returns: seconds that it asked to wait in its last answer, what has passed since taken off; 0 when it asked for nothing
 */
guint
pz_dav_client_get_retry_after (PzDavClient *self)
{
  gint64 left;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  left = self->retry_at != 0 ? self->retry_at - g_get_monotonic_time () : 0;
  g_mutex_unlock (&self->lock);
  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

/**
 * pz_dav_client_get_clock_offset:
 * @self: a server
 * @seconds: (out): how far its clock is ahead of this computer's; unchanged when not known
 *
 * Returns: whether it is known: the server has told its time
 */
gboolean
pz_dav_client_get_clock_offset (PzDavClient *self,
                                gint64      *seconds)
{
  gboolean known;

  g_return_val_if_fail (self != NULL && seconds != NULL, FALSE);

  g_mutex_lock (&self->lock);
  known = self->has_offset;
  if (known)
    *seconds = self->offset;
  g_mutex_unlock (&self->lock);
  return known;
}

/**
 * pz_dav_client_new:
 * @transport: (transfer full): the way to the server
 *
 * Returns: (transfer full): that server, which was not asked anything yet
 */
PzDavClient *
pz_dav_client_new (PzDavTransport *transport)
{
  PzDavClient *self;

  g_return_val_if_fail (transport != NULL, NULL);

  self = g_new0 (PzDavClient, 1);
  self->transport = transport;
  g_mutex_init (&self->lock);
  return self;
}

/**
 * pz_dav_client_free:
 * @self: (transfer full) (nullable): a server that nobody waits for any more
 */
void
pz_dav_client_free (PzDavClient *self)
{
  if (self == NULL)
    return;
  pz_dav_transport_free (self->transport);
  g_mutex_clear (&self->lock);
  g_free (self);
}
