/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index.h"
#include "pz-store.h"

G_BEGIN_DECLS

/* Texts of an entry; %NULL when there is none. What is asked of all learners at every key press comes first: see
 * pz_index_entry_get_text(). */
typedef enum
{
  PZ_INDEX_SEARCH_KEY, /* made from the names when a draft is sealed without one */
  PZ_INDEX_ID,
  PZ_INDEX_GIVEN_NAME,
  PZ_INDEX_PREFERRED_NAME,
  PZ_INDEX_MIDDLE_NAME,
  PZ_INDEX_FAMILY_NAME,
  PZ_INDEX_LEVEL,
  PZ_INDEX_SOURCED_ID,
  PZ_INDEX_LAST,     /* date of the newest measurement that counts */
  PZ_INDEX_CHECK_IN, /* date of the newest check-in */
  PZ_INDEX_ABSENCES, /* days away, as pz_day_spans_to_text() writes them */
  PZ_INDEX_N_TEXTS,
} PzIndexText;

/* Numbers of an entry. What is in the trash does not count. */
typedef enum
{
  PZ_INDEX_GOALS,
  PZ_INDEX_ACTIVE, /* goals that are worked on */
  PZ_INDEX_MEASUREMENTS,
  PZ_INDEX_PENDING,   /* stamps without a number: what waits to be sent */
  PZ_INDEX_CONFLICTS, /* fields with more than one value */
  PZ_INDEX_N_COUNTS,
} PzIndexCount;

/**
 * PzIndexDraft:
 * @texts: (array) (transfer full): see #PzIndexText
 * @counts: see #PzIndexCount
 * @flags: a set of #PzIndexFlags
 * @revision: `rev` of the file
 * @version: the file this was read from; one that does not exist, or is not settled, makes the next scan read again
 *
 * What the index shall know of one learner: a variable of the caller, begun as `{ 0 }`, let go by
 * pz_index_draft_clear().
 */
typedef struct
{
  char *texts[PZ_INDEX_N_TEXTS];
  guint32 counts[PZ_INDEX_N_COUNTS];
  guint32 flags;
  guint64 revision;
  PzVersion version;
} PzIndexDraft;

/**
 * PzIndexEntry:
 * @counts: as in the draft, like the next three
 * @flags: a set of #PzIndexFlags
 * @revision: `rev` of the file
 * @version: the file this was read from
 * @ref_count: of references
 * @position: where its index holds it; for that index alone
 * @row: (nullable): the object that shows it now; for the main thread alone
 * @present: bit i: there is the text i
 * @content: the texts that there are, one behind the other, for pz_index_entry_get_text()
 *
 * What the index knows of one learner: one block of memory, shared by references. What came from the draft never
 * changes again, so that threads may read it. A school has thousands of them, so each byte counts.
 */
typedef struct
{
  guint32 counts[PZ_INDEX_N_COUNTS];
  guint32 flags;
  guint64 revision;
  PzVersion version;
  PzLearnerRow *row;
  gatomicrefcount ref_count;
  guint position;
  guint16 present;
  char content[];
} PzIndexEntry;
G_STATIC_ASSERT (PZ_INDEX_N_TEXTS <= 16);

void          pz_index_draft_set_text       (PzIndexDraft       *self,
                                             PzIndexText         text,
                                             const char         *value);
void          pz_index_draft_set_search_key (PzIndexDraft       *self,
                                             const char         *key);
void          pz_index_draft_copy           (PzIndexDraft       *self,
                                             const PzIndexEntry *entry);
void          pz_index_draft_clear          (PzIndexDraft       *self);
char         *pz_index_draft_make_search_key (const PzIndexDraft *self);
PzIndexEntry *pz_index_draft_seal           (const PzIndexDraft *self);

PzIndexEntry *pz_index_entry_ref            (PzIndexEntry       *self);
void          pz_index_entry_unref          (PzIndexEntry       *self);
const char   *pz_index_entry_get_text       (const PzIndexEntry *self,
                                             PzIndexText         text);
gboolean      pz_index_entry_looks_as       (const PzIndexEntry *self,
                                             const PzIndexEntry *other);
gboolean      pz_index_entry_is_shown       (const PzIndexEntry *self);
const char   *pz_index_entry_get_call_name  (const PzIndexEntry *self);

PzLearnerRow *pz_learner_row_get       (PzIndexEntry       *entry);
void          pz_learner_row_move      (PzLearnerRow       *self,
                                        PzIndexEntry       *entry);

PzIndex      *pz_index_new             (void);
void          pz_index_apply           (PzIndex            *self,
                                        GPtrArray          *changed,
                                        GPtrArray          *removed);
GPtrArray    *pz_index_dup_entries     (PzIndex            *self);
guint64       pz_index_count_pending   (PzIndex            *self);
PzIndexEntry *pz_index_peek_entry_at   (PzIndex            *self,
                                        guint               position);
PzIndexEntry *pz_index_peek_entry      (PzIndex            *self,
                                        const char         *id);

/**
 * PzIndexChanges:
 * @changed: (element-type PzIndexEntry): entries that are new or take the place of one
 * @removed: (element-type utf8): ids whose files are gone
 * @n_damaged: learners whose files could not be read, in @changed or known before
 * @too_new: whether a file was written by a newer version of the program
 *
 * What pz_index_scan_store() found; the arrays are for pz_index_apply().
 */
typedef struct
{
  GPtrArray *changed;
  GPtrArray *removed;
  guint n_damaged;
  gboolean too_new;
} PzIndexChanges;

gboolean        pz_index_scan_learner  (GBytes             *bytes,
                                        PzIndexDraft       *entry,
                                        GError            **error);
gboolean        pz_index_scan_newer_learner (GBytes        *bytes,
                                        PzIndexDraft       *entry);
PzIndexChanges *pz_index_scan_store    (PzStore            *store,
                                        GPtrArray          *current,
                                        GCancellable       *cancellable,
                                        GError            **error);
void            pz_index_changes_free  (PzIndexChanges     *self);
void            pz_index_changes_drop_outdated (PzIndexChanges *self,
                                                GPtrArray      *current,
                                                PzIndex        *index);

GBytes         *pz_index_cache_format  (GPtrArray          *entries,
                                        const char         *classroom);
GPtrArray      *pz_index_cache_parse   (GBytes             *bytes,
                                        const char         *classroom,
                                        GError            **error);
gboolean        pz_index_cache_peek    (GBytes             *bytes,
                                        const char         *classroom,
                                        guint              *n_shown);
gboolean        pz_index_cache_save    (PzStore            *store,
                                        GPtrArray          *entries,
                                        const char         *classroom,
                                        GError            **error);
GPtrArray      *pz_index_cache_load    (PzStore            *store,
                                        const char         *classroom);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzIndexDraft, pz_index_draft_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzIndexChanges, pz_index_changes_free)

G_END_DECLS
