/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-search-fold.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One learner as lists need it. A snapshot: when the learner changes, the index puts a new row in its place. */
#define PZ_TYPE_LEARNER_ROW (pz_learner_row_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerRow, pz_learner_row, PZ, LEARNER_ROW, GObject)

const char *pz_learner_row_get_id             (PzLearnerRow *self);
const char *pz_learner_row_get_display_name   (PzLearnerRow *self); /* never NULL */
const char *pz_learner_row_get_given_name     (PzLearnerRow *self); /* as shown: preferred or given; "" when none */
const char *pz_learner_row_get_family_name    (PzLearnerRow *self); /* "" when none */
const char *pz_learner_row_get_level          (PzLearnerRow *self); /* id of the level, or NULL */
const char *pz_learner_row_get_sourced_id     (PzLearnerRow *self); /* or NULL */
const char *pz_learner_row_get_last_check_in  (PzLearnerRow *self); /* date, or NULL */
const char *pz_learner_row_get_last_measured  (PzLearnerRow *self); /* date, or NULL */
const char *pz_learner_row_get_absences       (PzLearnerRow *self); /* for pz_day_spans_parse(), or NULL */
guint       pz_learner_row_get_n_goals        (PzLearnerRow *self);
guint       pz_learner_row_get_n_active_goals (PzLearnerRow *self);
guint       pz_learner_row_get_n_measurements (PzLearnerRow *self);
guint       pz_learner_row_get_n_conflicts    (PzLearnerRow *self);
gboolean    pz_learner_row_is_deleted         (PzLearnerRow *self);
gboolean    pz_learner_row_is_archived        (PzLearnerRow *self);
/* the file could not be read; the row has only the id, and what the last good index said */
gboolean    pz_learner_row_is_damaged         (PzLearnerRow *self);

/* All learners of a class, those in the trash and damaged ones included, in no useful order. A GListModel that makes
 * its rows when they are asked for: 10,000 learners cost nothing until they are looked at. */
#define PZ_TYPE_INDEX (pz_index_get_type ())
G_DECLARE_FINAL_TYPE (PzIndex, pz_index, PZ, INDEX, GObject)

/* Plain access without objects, for filters and sorting over all rows. Strings live until the next change. */
typedef enum { PZ_INDEX_SHOWN = 0, PZ_INDEX_DELETED = 1, PZ_INDEX_ARCHIVED = 2, PZ_INDEX_DAMAGED = 4 } PzIndexFlags;
const char  *pz_index_peek_id          (PzIndex *self, guint position);
PzIndexFlags pz_index_peek_flags       (PzIndex *self, guint position);
const char  *pz_index_peek_search_key  (PzIndex *self, guint position); /* folded names: no case, no accents, one blank between words */
const char  *pz_index_peek_given_name  (PzIndex *self, guint position);
const char  *pz_index_peek_family_name (PzIndex *self, guint position);
const char  *pz_index_peek_level       (PzIndex *self, guint position); /* id, or NULL */
const char  *pz_index_peek_last_check_in (PzIndex *self, guint position); /* date, or NULL */
const char  *pz_index_peek_absences    (PzIndex *self, guint position); /* for pz_day_spans_parse(), or NULL */
guint        pz_index_peek_n_conflicts (PzIndex *self, guint position);
gboolean     pz_index_find             (PzIndex *self, const char *id, guint *position);
GHashTable  *pz_index_dup_names        (PzIndex *self); /* id -> name as shown; for work in other threads */
guint        pz_index_count_shown      (PzIndex *self); /* neither deleted nor archived */
guint        pz_index_count_checked_in (PzIndex *self); /* of those shown: with a check-in */

G_END_DECLS
