/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-dav-reply.h"

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
