/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What standards are called in a line, read in a thread. Signal: "changed" when they are there. */
#define PZ_TYPE_STANDARD_NAMES (pz_standard_names_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardNames, pz_standard_names, PZ, STANDARD_NAMES, GObject)

PzStandardNames *pz_standard_names_new       (PzClassroom     *classroom);
gboolean         pz_standard_names_has_any   (PzStandardNames *self);
gboolean         pz_standard_names_is_read   (PzStandardNames *self);
const char      *pz_standard_names_get_label (PzStandardNames *self,
                                              const char      *id);

G_END_DECLS
