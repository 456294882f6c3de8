/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

G_BEGIN_DECLS

/* A data folder that goes away, and an import into it. */
typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzImportSession *session;
} ImportFixture;

void         import_fixture_set_up     (ImportFixture   *f,
                                        gconstpointer    data);
void         import_fixture_tear_down  (ImportFixture   *f,
                                        gconstpointer    data);
void         import_fixture_restart    (ImportFixture   *f,
                                        PzClassroom     *open);
GFile       *import_fixture_write      (ImportFixture   *f,
                                        const char      *name,
                                        const char      *text);
GFile       *import_fixture_write_zip  (ImportFixture   *f);
GFile       *import_fixture_get_roster (void);
void         import_wait               (PzImportSession *session);
void         import_open               (ImportFixture   *f,
                                        GFile           *file);
void         import_go_on              (ImportFixture   *f);
PzClassroom *import_find_class         (ImportFixture   *f,
                                        const char      *name);

/* 28 learners as a school writes them, one without a family name; dates that show their order */
extern const char import_table[];

G_END_DECLS
