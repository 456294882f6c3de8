/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-server.h"
#include "pz-classroom.h"
#include "pz-learner.h"
#include "pz-sync-session.h"
#include "pz-sync-set-up.h"

G_BEGIN_DECLS

/* Computers that share a class by a server in this process. */

#define SESSION_DEVICES 3
/* when the first of them begins, ms since 1970 UTC */
#define SESSION_START G_GINT64_CONSTANT (1795428000000)

/* One computer each: a data folder, a keyring. */
typedef struct
{
  PzEnvironment *environment;
  PzSecrets *secrets;
  char *path; /* of the class, once it is there */
} SessionDevice;

typedef struct
{
  char *folder;
  FaultServer *server;
  char *address;     /* above the folder of the class */
  char *name;        /* of the folder of the class */
  PzSyncAccount account;
  SessionDevice devices[SESSION_DEVICES];
  char *learner;     /* id */
} SessionFixture;

/* The server, a computer with a class of one learner, and others without one. */
void           session_fixture_set_up    (SessionFixture *self,
                                          gconstpointer   data);
void           session_fixture_tear_down (SessionFixture *self,
                                          gconstpointer   data);

/* another server, with nothing on it, in the place of the one that was */
void           session_change_server     (SessionFixture *self);

/* passphrase: NULL when the class is not encrypted */
void           session_put_on_server     (SessionFixture *self,
                                          const char     *passphrase);
void           session_join              (SessionFixture *self,
                                          guint           number,
                                          const char     *passphrase);
PzSyncSession *session_open              (SessionDevice  *device);
PzDocument    *session_load              (SessionFixture *self,
                                          guint           number,
                                          PzClassroom   **classroom);
void           session_rename_learner    (SessionFixture *self,
                                          guint           number,
                                          const char     *name);
void           session_assert_name       (SessionFixture *self,
                                          guint           number,
                                          const char     *name);

G_END_DECLS
