/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* Length of a day as text, "2026-11-23", with the final NUL. */
#define PZ_DAY_TEXT_SIZE 11

/**
 * PzDaySpan:
 * @first: its first day, as GDate counts days (Julian, from 1)
 * @last: its last day, not before @first
 */
typedef struct
{
  guint32 first;
  guint32 last;
} PzDaySpan;

/* A set of days as spans, sorted, neither overlapping nor touching, maybe none. Never changes: share it by reference,
 * also between threads. */
#define PZ_TYPE_DAY_SPANS (pz_day_spans_get_type ())
typedef struct _PzDaySpans PzDaySpans;

GType            pz_day_spans_get_type      (void);
PzDaySpans      *pz_day_spans_new           (const PzDaySpan     *spans,
                                             gsize                n_spans);
PzDaySpans      *pz_day_spans_parse         (const char          *text,
                                             GError             **error);
PzDaySpans      *pz_day_spans_from_texts    (const char * const  *texts);
PzDaySpans      *pz_day_spans_from_absences (PzDocument          *learner);
PzDaySpans      *pz_day_spans_ref           (PzDaySpans          *self);
void             pz_day_spans_unref         (PzDaySpans          *self);
gsize            pz_day_spans_get_n         (const PzDaySpans    *self);
const PzDaySpan *pz_day_spans_get           (const PzDaySpans    *self,
                                             gsize                position);
gboolean         pz_day_spans_contains      (const PzDaySpans    *self,
                                             const GDate         *day);
char            *pz_day_spans_to_text       (const PzDaySpans    *self);
char           **pz_day_spans_to_texts      (const PzDaySpans    *self);

guint32          pz_day_from_text           (const char          *text);
void             pz_day_to_text             (guint32              day,
                                             char                *text);
gboolean         pz_day_span_from_text      (const char          *text,
                                             PzDaySpan           *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDaySpans, pz_day_spans_unref)

G_END_DECLS
