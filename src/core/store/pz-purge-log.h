/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-commit.h"
#include "pz-document.h"

G_BEGIN_DECLS

/* Where it lies below the folder of a class; there only while something waits to be told to other devices. */
#define PZ_PURGE_LOG_FILE "outbox/purged.json"

/**
 * PzPurged:
 * @path: `FOLDER/DOCUMENT/RECORD` of a record that was removed for good
 * @tags: (element-type PzStamp): the numbered writes that other devices may still show of it
 */
typedef struct
{
  char *path;
  GArray *tags;
} PzPurged;

void       pz_purged_free     (PzPurged    *self);

/* what has to be told of a document, or of one record in it, that goes; element-type PzPurged */
void       pz_purge_log_note  (GPtrArray   *purged,
                               PzDocument  *document,
                               const char  *record);
/* adds to the file, as a part of the commit */
gboolean   pz_purge_log_add   (PzStore     *store,
                               PzCommit    *commit,
                               GPtrArray   *purged,
                               GError     **error);
/* all that the file holds; empty when there is none */
GPtrArray *pz_purge_log_read  (PzStore     *store,
                               PzVersion   *seen,
                               GError     **error);
GBytes    *pz_purge_log_write (GPtrArray   *purged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzPurged, pz_purged_free)

G_END_DECLS
