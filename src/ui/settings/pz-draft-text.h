/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A long text of a draft, several lines. Signals as of PzDraftEntry: "problem" (char *message) and "left". */
#define PZ_TYPE_DRAFT_TEXT (pz_draft_text_get_type ())
G_DECLARE_FINAL_TYPE (PzDraftText, pz_draft_text, PZ, DRAFT_TEXT, AdwPreferencesRow)

GtkWidget *pz_draft_text_new      (PzRecord    *draft,
                                   guint        field);
GtkWidget *pz_draft_text_get_view (PzDraftText *self);

G_END_DECLS
