/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* Conditions and behaviours that were written in goals, and how often: read in one strict pass over the bytes of documents,
 * without a model of them. */
typedef struct _PzGoalPhrases PzGoalPhrases;

PzGoalPhrases *pz_goal_phrases_new  (void);
void           pz_goal_phrases_free (PzGoalPhrases       *self);
gboolean       pz_goal_phrases_read (PzGoalPhrases       *self,
                                     PzDocumentKind       kind,
                                     const char          *data,
                                     gsize                length,
                                     GError             **error);
GStrv          pz_goal_phrases_dup  (const PzGoalPhrases *self,
                                     guint                field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalPhrases, pz_goal_phrases_free)

G_END_DECLS
