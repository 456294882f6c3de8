/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-commit.h"
#include "pz-error.h"
#include "pz-store-private.h"

G_BEGIN_DECLS

/**
 * StoreFixture:
 *
 * A temporary folder with one class in it, opened. It is removed with all it holds, whatever its modes.
 */
typedef struct
{
  char *folder; /* the temporary one */
  char *path;   /* of the class, below it */
  PzEnvironment *environment;
  PzStore *store;
} StoreFixture;

void      store_fixture_set_up    (StoreFixture  *self,
                                   gconstpointer  data);
void      store_fixture_tear_down (StoreFixture  *self,
                                   gconstpointer  data);
void      store_fixture_reopen    (StoreFixture  *self);
char     *store_fixture_path      (StoreFixture  *self,
                                   const char    *name);
void      store_fixture_write     (StoreFixture  *self,
                                   const char    *name,
                                   const char    *text);
char     *store_fixture_read      (StoreFixture  *self,
                                   const char    *name);
gboolean  store_fixture_exists    (StoreFixture  *self,
                                   const char    *name);
guint     store_fixture_mode      (StoreFixture  *self,
                                   const char    *name);
GPtrArray *store_fixture_left_over (StoreFixture *self);
gboolean  store_fixture_save      (StoreFixture  *self,
                                   const char    *name,
                                   const char    *text,
                                   GError       **error);
void      store_fixture_plant_record (StoreFixture *self,
                                      guint64       id,
                                      const char   *lines);

void      store_save              (StoreFixture  *fixture,
                                   const char    *name,
                                   const char    *text);
void      store_assert_holds      (StoreFixture  *fixture,
                                   const char    *name,
                                   const char    *expected);
void      store_assert_tidy       (StoreFixture  *fixture);
void      commit_put_text         (PzCommit      *commit,
                                   const char    *name,
                                   const char    *text,
                                   const PzVersion *seen);
void      commit_run_well         (PzCommit      *commit);
void      commit_run_badly        (PzCommit      *commit,
                                   PzError        code);

/**
 * PlaceFixture:
 *
 * A temporary folder and its descriptor, for what works below the store.
 */
typedef struct
{
  char *path;
  int folder;
} PlaceFixture;

void      place_fixture_set_up    (PlaceFixture  *self,
                                   gconstpointer  data);
void      place_fixture_tear_down (PlaceFixture  *self,
                                   gconstpointer  data);
char     *place_path              (PlaceFixture  *self,
                                   const char    *name);
gboolean  place_has               (PlaceFixture  *self,
                                   const char    *name);
void      place_write             (PlaceFixture  *self,
                                   const char    *name,
                                   const char    *text);
void      place_assert_holds      (PlaceFixture  *self,
                                   const char    *name,
                                   const char    *expected);

void      remove_tree             (const char    *path);
GBytes   *bytes_of                (const char    *text);
guint64   crc_of                  (const char    *text);

#define store_test_add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

#define place_test_add(path, function) \
  g_test_add (path, PlaceFixture, NULL, place_fixture_set_up, function, place_fixture_tear_down)

G_END_DECLS
