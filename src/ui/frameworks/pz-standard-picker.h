/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A window to choose one standard of the frameworks of a class, by tree or search. Modal, closes itself.
 * Signal: "chosen" (const char *id): the standard; %NULL: none any more. */
#define PZ_TYPE_STANDARD_PICKER (pz_standard_picker_get_type ())
G_DECLARE_FINAL_TYPE (PzStandardPicker, pz_standard_picker, PZ, STANDARD_PICKER, AdwWindow)

/* chosen: id of the standard that is chosen now, or NULL */
GtkWidget  *pz_standard_picker_new      (GtkWindow        *parent,
                                         PzClassroom      *classroom,
                                         const char       *chosen);
gboolean    pz_standard_picker_is_ready (PzStandardPicker *self);
const char *pz_standard_picker_get_page (PzStandardPicker *self);

G_END_DECLS
