/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-message.h"
#include "pz-text-decode.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the columns of a file say it holds. */
typedef enum
{
  PZ_ROSTER_KIND_TABLE, /* none of the others: some table */
  PZ_ROSTER_KIND_MANIFEST,
  PZ_ROSTER_KIND_ORGS,
  PZ_ROSTER_KIND_SESSIONS,
  PZ_ROSTER_KIND_COURSES,
  PZ_ROSTER_KIND_CLASSES,
  PZ_ROSTER_KIND_USERS,
  PZ_ROSTER_KIND_ROLES,
  PZ_ROSTER_KIND_ENROLLMENTS,
  PZ_ROSTER_KIND_DEMOGRAPHICS,
  PZ_ROSTER_KIND_PROFILES, /* credentials: its text is never kept */
  PZ_ROSTER_KIND_UNUSED,   /* results, resources and so on: part of OneRoster, not of ours */
  PZ_ROSTER_N_KINDS,
} PzRosterKind;

typedef struct _PzRosterFile PzRosterFile;

PzRosterFile     *pz_roster_file_new               (const char         *name,
                                                    GBytes             *bytes,
                                                    GError            **error);
void              pz_roster_file_free              (PzRosterFile       *self);
const char       *pz_roster_file_get_name          (const PzRosterFile *self);
PzRosterKind      pz_roster_file_get_kind          (const PzRosterFile *self);
gboolean          pz_roster_file_name_differs      (const PzRosterFile *self);
const char       *pz_roster_file_get_text          (const PzRosterFile *self,
                                                    gsize              *length);
const PzTextInfo *pz_roster_file_get_info          (const PzRosterFile *self);
char              pz_roster_file_get_delimiter     (const PzRosterFile *self);
const char       *pz_roster_file_get_dropped       (const PzRosterFile *self);
PzRosterKind      pz_roster_kind_from_file_name    (const char         *name);
const char       *pz_roster_kind_to_file_name      (PzRosterKind        kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRosterFile, pz_roster_file_free)

G_END_DECLS
