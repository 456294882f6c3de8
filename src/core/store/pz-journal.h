/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where commit records lie; normally it is empty. */
#define PZ_JOURNAL_FOLDER "journal"
#define PZ_JOURNAL_SUFFIX ".journal"
#define PZ_JOURNAL_DAMAGED ".journal.damaged"

/**
 * PzJournalEntry:
 * @path: the file, below the folder of the class
 * @is_delete: whether the file goes; otherwise the staged file takes its place
 * @size: of the new content in bytes, or of the content that goes
 * @crc: CRC-32C of the same content
 */
typedef struct
{
  char    *path;
  gboolean is_delete;
  guint64  size;
  guint32  crc;
} PzJournalEntry;

/**
 * PzJournalRecord:
 * @id: number of the transaction; part of the names of the record and of all staged files
 * @entries: (element-type PzJournalEntry): at least one, no path twice
 *
 * What one commit of several files does. Once its file is on the disk the commit has happened, and whoever comes next
 * finishes it.
 */
typedef struct
{
  guint64    id;
  GPtrArray *entries;
} PzJournalRecord;

PzJournalRecord *pz_journal_record_new         (guint64          id);
void             pz_journal_record_free        (PzJournalRecord *self);
void             pz_journal_record_add_put     (PzJournalRecord *self,
                                                const char      *path,
                                                guint64          size,
                                                guint32          crc);
void             pz_journal_record_add_delete  (PzJournalRecord *self,
                                                const char      *path,
                                                guint64          size,
                                                guint32          crc);
GBytes          *pz_journal_record_format      (PzJournalRecord *self);
PzJournalRecord *pz_journal_record_parse       (GBytes          *bytes,
                                                GError         **error);
gboolean         pz_journal_may_hold           (const char      *path);
char            *pz_journal_record_name        (guint64          id);
gboolean         pz_journal_parse_name         (const char      *name,
                                                guint64         *id);
char            *pz_journal_staged_name        (const char      *base,
                                                guint64          id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzJournalRecord, pz_journal_record_free)

G_END_DECLS
