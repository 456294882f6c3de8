/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/**
 * PzDraft:
 * @record: the values as they are being typed; belongs to the draft
 *
 * A record that belongs to no class: for a dialog that may be cancelled, and for fields whose values are checked together
 * before any of them counts.
 */
typedef struct
{
  PzRecord *record;
  PzDocument *document;
} PzDraft;

PzDraft  *pz_draft_new         (PzEnvironment *environment,
                                PzRecordType   type);
void      pz_draft_free        (PzDraft       *self);
gboolean  pz_draft_copy        (PzRecord      *from,
                                PzRecord      *to);
gboolean  pz_draft_copy_changes (PzRecord     *base,
                                PzRecord      *from,
                                PzRecord      *to);
gboolean  pz_draft_copy_field  (PzRecord      *from,
                                PzRecord      *to,
                                guint          field);
gboolean  pz_draft_check       (PzRecord      *draft,
                                PzDocument    *document,
                                PzRecord      *original,
                                guint         *field,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzDraft, pz_draft_free)

G_END_DECLS
