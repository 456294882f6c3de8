/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A set of references of a draft, as records to tick. */
#define PZ_TYPE_REFERENCE_SET (pz_reference_set_get_type ())
G_DECLARE_FINAL_TYPE (PzReferenceSet, pz_reference_set, PZ, REFERENCE_SET, AdwPreferencesRow)

GtkWidget *pz_reference_set_new (PzRecord  *draft,
                                 guint      field,
                                 GPtrArray *records,
                                 guint      name);

G_END_DECLS
