/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-dav-transport.h"

#include <libsoup/soup.h> /* its types; what of it is called: pz-soup.h */

G_BEGIN_DECLS

/* Who may use the server, and how long silence is borne. */
typedef struct
{
  char *user;       /* (owned) (nullable) */
  char *password;   /* (owned) (nullable) */
  guint timeout_ms; /* without any progress */
} PzDavTerms;

/* One request under way. It is made by the caller, who waits; the thread of the session alone touches it meanwhile. */
typedef struct _PzDavJob PzDavJob;

struct _PzDavJob
{
  const PzDavRequest *request; /* (not owned) */
  const PzDavTerms *terms;     /* (not owned) */
  GMainContext *context;       /* (not owned): of the thread */
  GCancellable *stop;          /* (owned): ends the request, for whatever reason */
  GSource *watchdog;           /* (owned) (nullable) */
  SoupMessage *message;        /* (owned) (nullable) */
  GInputStream *stream;        /* (owned) (nullable) */
  GByteArray *body;            /* (owned) */
  gboolean timed_out;
  gboolean sent_again;         /* refused to send twice what may be stored already */
  PzDavReply *reply;           /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable) */
  void (*done) (PzDavJob *self);
  guint8 buffer[16 * 1024];
};

void pz_dav_job_init  (PzDavJob           *self,
                       const PzDavRequest *request,
                       const PzDavTerms   *terms,
                       GMainContext       *context);
void pz_dav_job_clear (PzDavJob           *self);
void pz_dav_job_start (PzDavJob           *self,
                       SoupSession        *session);

G_END_DECLS
