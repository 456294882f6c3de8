/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Size of the school the maker invents. */
#define ROSTER_MAKER_CLASSES 40
#define ROSTER_MAKER_STUDENTS 1120
#define ROSTER_MAKER_TEACHERS 80
#define ROSTER_MAKER_PEOPLE (ROSTER_MAKER_STUDENTS + ROSTER_MAKER_TEACHERS)
#define ROSTER_MAKER_CLASS_SIZE 28

/* One entry of an archive. */
typedef struct
{
  const char *name;
  const char *text;
  const char *link; /* NULL for a file */
} RosterEntry;

char      **roster_make      (gboolean           version_1_2);
GBytes     *roster_make_zip  (gboolean           version_1_2);
GBytes     *roster_pack      (const RosterEntry *entries,
                              gsize              n_entries,
                              const char        *password);

G_END_DECLS
