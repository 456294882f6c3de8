/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-schema.h"
#include "pz-stamp.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A record of a document. Every field of its type is a GObject property of the same name: texts, dates, choices and
 * references are strings (NULL when empty), numbers doubles (NaN when empty), flags booleans, sets string arrays
 * (sorted, never NULL). Setting a property stamps the write, tells the document and notifies; setting the value that is
 * there does nothing. */
#define PZ_TYPE_RECORD (pz_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (PzRecord, pz_record, PZ, RECORD, GObject)

struct _PzRecordClass
{
  GObjectClass parent_class;
  PzRecordType type;
};

PzRecordType        pz_record_get_record_type (PzRecord    *self);
const char         *pz_record_get_id          (PzRecord    *self);
const char         *pz_record_get_text        (PzRecord    *self,
                                               guint        field);
void                pz_record_set_text        (PzRecord    *self,
                                               guint        field,
                                               const char  *text);
void                pz_record_revise_text     (PzRecord    *self,
                                               guint        field,
                                               const char  *text,
                                               const char  *seen);
double              pz_record_get_number      (PzRecord    *self,
                                               guint        field);
void                pz_record_set_number      (PzRecord    *self,
                                               guint        field,
                                               double       number);
gboolean            pz_record_get_flag        (PzRecord    *self,
                                               guint        field);
void                pz_record_set_flag        (PzRecord    *self,
                                               guint        field,
                                               gboolean     flag);
/* sets: elements as text; numbers are not used in sets */
GStrv               pz_record_dup_set         (PzRecord    *self,
                                               guint        field);
gboolean            pz_record_set_has         (PzRecord    *self,
                                               guint        field,
                                               const char  *element);
void                pz_record_set_add         (PzRecord    *self,
                                               guint        field,
                                               const char  *element);
void                pz_record_set_remove      (PzRecord    *self,
                                               guint        field,
                                               const char  *element);
void                pz_record_set_assign      (PzRecord           *self,
                                               guint               field,
                                               const char * const *elements);
/* any single field as it is written for people and in CSV (sets: elements joined by "; "); NULL when empty */
char               *pz_record_dup_as_text     (PzRecord    *self,
                                               guint        field);
/* checks by the schema first; sets are split at ";" */
gboolean            pz_record_set_from_text   (PzRecord    *self,
                                               guint        field,
                                               const char  *text,
                                               GError     **error);
gboolean            pz_record_is_empty        (PzRecord    *self,
                                               guint        field);
/* how many values wait for a decision: 1 or 0 = none */
guint               pz_record_get_n_values    (PzRecord    *self,
                                               guint        field);
/* one of them, the shown one first, as pz_record_dup_as_text() writes it; NULL: the field was emptied there */
char               *pz_record_dup_value       (PzRecord    *self,
                                               guint        field,
                                               guint        position);
/* the decision: that value alone stays, also when it is the one shown */
void                pz_record_choose_value    (PzRecord    *self,
                                               guint        field,
                                               guint        position);
gboolean            pz_record_is_deleted      (PzRecord    *self);
/* who wrote that value and when */
const PzStamp      *pz_record_get_value_stamp (PzRecord    *self,
                                               guint        field,
                                               guint        position);
/* the same decision with a text that somebody put together from the values */
void                pz_record_choose_text     (PzRecord    *self,
                                               guint        field,
                                               const char  *text);
guint               pz_record_count_pending   (PzRecord    *self);
guint               pz_record_count_conflicts (PzRecord    *self);

G_END_DECLS
