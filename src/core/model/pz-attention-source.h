/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

/**
 * PzAttentionContact:
 * @day: of the check-in, as GDate counts days; never 0
 * @minutes: how long it took; NaN when that was not noted
 * @one_to_one: whether it was a talk with this learner alone
 */
typedef struct
{
  guint32 day;
  double minutes;
  gboolean one_to_one;
} PzAttentionContact;

/**
 * PzAttentionSource:
 * @id: of the learner
 * @contacts: (element-type PzAttentionContact): in any order, maybe none
 * @absences: the days away, maybe none
 *
 * What is noted of the attention one learner had. Never changes once made, so threads may hand it over.
 */
typedef struct
{
  char *id;
  GArray *contacts;
  PzDaySpans *absences;
} PzAttentionSource;

PzAttentionSource *pz_attention_source_new  (const char        *id);
void               pz_attention_source_add  (PzAttentionSource *self,
                                             const char        *day,
                                             double             minutes,
                                             gboolean           one_to_one);
void               pz_attention_source_free (PzAttentionSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzAttentionSource, pz_attention_source_free)

G_END_DECLS
