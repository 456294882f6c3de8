/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A badge for each field of a document, or of some of its records, that holds several values; hidden when none does. */
#define PZ_TYPE_CONFLICT_STRIP (pz_conflict_strip_get_type ())
G_DECLARE_FINAL_TYPE (PzConflictStrip, pz_conflict_strip, PZ, CONFLICT_STRIP, GtkWidget)

GtkWidget *pz_conflict_strip_new    (PzDocument      *document);
void       pz_conflict_strip_follow (PzConflictStrip *self,
                                     PzDocument      *document,
                                     const char      *record);

G_END_DECLS
