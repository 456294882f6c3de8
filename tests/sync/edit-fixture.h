/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync-fixture.h"

#include "pz-syncer-private.h"

G_BEGIN_DECLS

/* What another device might have sent, made by hand. */

#define EDIT_DEVICE G_GUINT64_CONSTANT (0x77c0de1b9a3e4f02)
#define EDIT_DOCUMENT "learners/" FIXTURE_LEARNER
#define EDIT_PATH EDIT_DOCUMENT "/" FIXTURE_LEARNER

/* a segment without edits, from the beginning, or behind another one of the device */
PzSegment *edit_fixture_begin (guint64      device);
PzSegment *edit_fixture_after (PzSegment   *before);
/* adds an edit of the learner; value: (nullable): JSON; replaces: (nullable): the tag it takes the place of */
void       edit_fixture_add   (PzSegment   *segment,
                               const char  *field,
                               const char  *value,
                               const PzReplaced *replaces);
/* the learner, and a name */
void       edit_fixture_add_learner (PzSegment *segment,
                               const char  *given_name);
/* takes it in, and finds out what became of it; must not fail */
PzPlacing  edit_fixture_apply (SyncFixture *fixture,
                               guint        device,
                               PzSegment   *segment);
PzSyncState *edit_fixture_read_state (SyncFixture *fixture,
                               guint        device);
/* puts it on the server; transfer full: its name */
char      *edit_fixture_put   (SyncFixture *fixture,
                               PzSegment   *segment);
char      *edit_fixture_put_snapshot (SyncFixture *fixture,
                               guint64      device,
                               guint64      number,
                               const PzKnowledge *snapshot);
/* JSON under a name that is completed; transfer full: that name */
char      *edit_fixture_put_json (SyncFixture *fixture,
                               PzObjectName *name,
                               GBytes      *json);
/* cuts a file on the server */
void       edit_fixture_tear  (SyncFixture *fixture,
                               const char  *name);
/* the syncer of a device as after the beginning of a run: it knows what is known, and what the server shows */
PzSyncer  *edit_fixture_look  (SyncFixture *fixture,
                               guint        device);
/* (transfer none) (nullable): in what the server showed */
PzListed  *edit_fixture_find_listed (PzSyncer *syncer,
                               const char  *name);
/* changes the class as a part of synchronisation does; must not fail */
void       edit_fixture_change (SyncFixture *fixture,
                               guint        device,
                               PzTurnFunc   func,
                               gpointer     user_data);
/* puts a file into the class behind everybody's back; text: NULL: removes it */
void       edit_fixture_set_file (SyncFixture *fixture,
                               guint        device,
                               const char  *name,
                               const char  *text);

G_END_DECLS
