/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim-device.h"
#include "sim-remote.h"

#include "pz-learner.h"

G_BEGIN_DECLS

#define FIXTURE_LEARNER "d4m7kq2x9v5t0rhb"
#define FIXTURE_START G_GINT64_CONSTANT (1795428000000)

/**
 * SyncFixture:
 * @folder: of everything
 * @random: where chance comes from
 * @remote: a server that does all it is asked, but for what is planned
 * @devices: (element-type SimDevice): so many as were asked for; the first has made the class
 *
 * A class on a server and a few computers.
 */
typedef struct
{
  char *folder;
  PzRandom random;
  SimRemote *remote;
  GPtrArray *devices;
} SyncFixture;

typedef struct
{
  const char *path;
  gsize n_devices;
  void (*test) (SyncFixture *fixture, gconstpointer n_devices);
} SyncTest;

void       sync_fixture_set_up    (SyncFixture   *self,
                                   gconstpointer  n_devices);
void       sync_fixture_tear_down (SyncFixture   *self,
                                   gconstpointer  n_devices);
SimDevice *sync_fixture_get       (SyncFixture   *self,
                                   guint          device);
/* a synchronisation that must come to its end */
void       sync_fixture_sync      (SyncFixture   *self,
                                   guint          device);
/* each in turn, a few times */
void       sync_fixture_sync_all  (SyncFixture   *self,
                                   guint          rounds);
/* another computer, without the class */
guint      sync_fixture_add       (SyncFixture   *self);
void       sync_fixture_write     (SyncFixture   *self,
                                   guint          device,
                                   guint          field,
                                   const char    *text);
char      *sync_fixture_read      (SyncFixture   *self,
                                   guint          device,
                                   guint          field);
guint      sync_fixture_count_values (SyncFixture *self,
                                   guint          device,
                                   guint          field);
void       sync_fixture_assert_equal (SyncFixture *self);
void       sync_fixture_assert_shows (SyncFixture *self,
                                   guint          device,
                                   guint          field,
                                   const char    *text);
/* every device publishes a snapshot */
void       sync_fixture_publish_all (SyncFixture  *self);
/* the whole of a test program */
int        sync_fixture_run       (int            argc,
                                   char         **argv,
                                   const SyncTest *tests,
                                   gsize          n_tests);
/* names of files on the server that begin so, sorted */
GPtrArray *sync_fixture_find      (SyncFixture   *self,
                                   const char    *prefix);

G_END_DECLS
