/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Nobody is kept waiting longer than this by a server, in s. */
#define PZ_DAV_MAX_WAIT (24 * 60 * 60)

/**
 * PzDavReply:
 * @status: as the server said it
 * @content_type: (nullable): of the body, without parameters
 * @location: (nullable): where it leads to
 * @retry_after: (nullable): when to come back, as it was said
 * @date: (nullable): the clock of the server, as it was said
 * @body: the first bytes of it
 * @cut: whether there was more of it than was to be read
 * @by_proxy: whether a proxy gave it, which did not let the request through: then it tells nothing of the server
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
  gboolean by_proxy;
} PzDavReply;

void      pz_dav_reply_free        (PzDavReply       *self);
gint64    pz_dav_reply_get_wait    (const PzDavReply *self);
gboolean  pz_dav_reply_get_time    (const PzDavReply *self,
                                    gint64           *seconds);
gboolean  pz_dav_reply_is_redirect (const PzDavReply *self);
GUri     *pz_dav_reply_find_target (const PzDavReply *self,
                                    GUri             *from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDavReply, pz_dav_reply_free)

G_END_DECLS
