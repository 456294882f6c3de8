/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A set of a draft: a toggle button for each choice, or chips for free texts. */
#define PZ_TYPE_DRAFT_SET (pz_draft_set_get_type ())
G_DECLARE_FINAL_TYPE (PzDraftSet, pz_draft_set, PZ, DRAFT_SET, AdwPreferencesRow)

GtkWidget *pz_draft_set_new (PzRecord *draft,
                             guint     field);

G_END_DECLS
