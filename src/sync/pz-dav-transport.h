/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Requests that are under way at the same time; others wait their turn. */
#define PZ_DAV_MAX_IN_FLIGHT 4

/**
 * PzDavRequest:
 * @method: an HTTP method
 * @uri: of what
 * @depth: (nullable): how deep, for PROPFIND
 * @content_type: (nullable): of @body
 * @body: (nullable): what is sent; its length is said before it
 * @most: so many bytes of the answer are read and no more
 */
typedef struct
{
  const char *method;
  GUri *uri;
  const char *depth;
  const char *content_type;
  GBytes *body;
  gsize most;
} PzDavRequest;

/**
 * PzDavReply:
 * @status: as the server said it
 * @content_type: (nullable): of the body, without parameters
 * @location: (nullable): where it leads to
 * @retry_after: (nullable): when to come back, as it was said
 * @date: (nullable): the clock of the server, as it was said
 * @body: the first bytes of it
 * @cut: whether there was more of it than was to be read
 */
typedef struct
{
  guint status;
  char *content_type;
  char *location;
  char *retry_after;
  char *date;
  GBytes *body;
  gboolean cut;
} PzDavReply;

void pz_dav_reply_free (PzDavReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDavReply, pz_dav_reply_free)

typedef struct _PzDavTransport PzDavTransport;

PzDavTransport *pz_dav_transport_new  (const char          *user,
                                       const char          *password,
                                       gboolean             loopback,
                                       GTlsDatabase        *trusted,
                                       guint                timeout_ms);
void            pz_dav_transport_free (PzDavTransport      *self);
PzDavReply     *pz_dav_transport_send (PzDavTransport      *self,
                                       const PzDavRequest  *request,
                                       GCancellable        *cancellable,
                                       GError             **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDavTransport, pz_dav_transport_free)

G_END_DECLS
