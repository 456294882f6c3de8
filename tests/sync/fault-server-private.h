/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-server.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The folder: its name has a blank, so that encodings matter. The second prefix is where redirects lead to. */
#define FOLDER_PATH "/dav/class 5b/"
#define MOVED_PATH "/moved/class 5b/"
#define LOGIN_PATH "/login"
/* Requests that FAULT_HOLD waits for, and how long it waits for more, in ms. */
#define HELD 4
#define HOLD_MS 150

struct _FaultServer
{
  GThread *thread;
  GMainContext *context; /* (owned): of the thread */
  GMainLoop *loop;       /* (owned) */
  char *address;         /* (owned) */
  guint port;

  /* of the thread alone */
  SoupServer *server;
  GPtrArray *held;    /* SoupServerMessage, paused */
  GPtrArray *stolen;  /* GIOStream: connections of silent answers */

  GMutex lock; /* of all below */
  GCond ready;
  GHashTable *files; /* GBytes by name; NULL: there is no folder */
  GHashTable *stale; /* (nullable): the files as they were */
  GHashTable *counts;  /* by method */
  GHashTable *headers; /* by method */
  Fault fault;
  guint times;
  guint most_held;
  char *password; /* (nullable) */
};

char *fault_listing_dup     (GHashTable  *files,
                             const char  *folder,
                             guint        port,
                             Fault        fault);
void  fault_answers_handle  (FaultServer        *self,
                             SoupServerMessage  *message,
                             const char         *path,
                             Fault               fault);
void  fault_answers_drop    (SoupServerMessage  *message);

G_END_DECLS
