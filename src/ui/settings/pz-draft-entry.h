/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A text or a number of a draft. What fits is in the draft with every key; what does not is said by "problem" (char
 * *message, NULL when it fits again). Signal "left": the end of a change, by Enter or by going elsewhere. */
#define PZ_TYPE_DRAFT_ENTRY (pz_draft_entry_get_type ())
G_DECLARE_FINAL_TYPE (PzDraftEntry, pz_draft_entry, PZ, DRAFT_ENTRY, AdwEntryRow)

GtkWidget *pz_draft_entry_new (PzRecord *draft,
                               guint     field);

G_END_DECLS
