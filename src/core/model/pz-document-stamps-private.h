/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document-private.h"

G_BEGIN_DECLS

/* Reading of the `stamps` member, which needs the values to be there. */
typedef struct
{
  PzJsonReader *reader;
  const char *data;
  PzDocument *document;
  guint n_listed[PZ_MAX_FIELDS]; /* of the record being read: elements the list of each set has; they stand first, sorted */
} PzStampsReading;

/**
 * PzReadStamp:
 * @entry: its stamp, replaces, gone, extra and, for siblings, value
 * @stamped: whether there is a stamp in it
 *
 * What stands behind the name of a field, once or in a list.
 */
typedef struct
{
  PzEntry entry;
  gboolean stamped;
} PzReadStamp;

/* pz-document-stamp-reader.c: transfer full, element-type PzReadStamp: all behind the name of a member */
GArray *pz_stamps_reading_read_field (PzStampsReading *self,
                                      PzFieldKind      kind);
void    pz_stamps_reading_fail       (PzStampsReading *self,
                                      const char      *text);

G_END_DECLS
