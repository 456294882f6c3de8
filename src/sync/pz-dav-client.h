/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-dav-transport.h"
#include "pz-dav-trouble.h"

G_BEGIN_DECLS

/* A WebDAV server as one talks to it: methods, redirects, what answers mean and what they tell besides. */
typedef struct _PzDavClient PzDavClient;

PzDavClient *pz_dav_client_new              (PzDavTransport      *transport);
void         pz_dav_client_free             (PzDavClient         *self);
PzDavReply  *pz_dav_client_ask              (PzDavClient         *self,
                                             PzDavVerb            verb,
                                             const PzDavRequest  *request,
                                             GCancellable        *cancellable,
                                             GError             **error);
guint        pz_dav_client_get_retry_after  (PzDavClient         *self);
gboolean     pz_dav_client_get_clock_offset (PzDavClient         *self,
                                             gint64              *seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDavClient, pz_dav_client_free)

G_END_DECLS
