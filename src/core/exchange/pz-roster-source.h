/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-file.h"

#include <glib.h>

G_BEGIN_DECLS

/* Most entries of an archive or folder, and most bytes of all of them together once they are unpacked. */
#define PZ_ROSTER_MAX_ENTRIES 1000
#define PZ_ROSTER_MAX_TOTAL (256 * 1024 * 1024)
/* What unpacks to more than a MiB may be so many times as large as the archive; real rosters stay below 50. */
#define PZ_ROSTER_MAX_RATIO 200

typedef struct _PzRosterSource PzRosterSource;

PzRosterSource         *pz_roster_source_new_from_bytes (const char           *name,
                                                         GBytes               *bytes,
                                                         GError              **error);
PzRosterSource         *pz_roster_source_new_from_path  (const char           *path,
                                                         GError              **error);
void                    pz_roster_source_free           (PzRosterSource       *self);
guint                   pz_roster_source_get_n_files    (const PzRosterSource *self);
const PzRosterFile     *pz_roster_source_get_file       (const PzRosterSource *self,
                                                         guint                 index);
const PzRosterFile     *pz_roster_source_find           (const PzRosterSource *self,
                                                         PzRosterKind          kind);
gboolean                pz_roster_source_is_one_roster  (const PzRosterSource *self);
const PzRosterMessages *pz_roster_source_get_messages   (const PzRosterSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRosterSource, pz_roster_source_free)

G_END_DECLS
