/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a class from a name and a list of names, or gives a class another name.
 * Signal: "made" (PzClassroom *classroom), when a new class is on disk. */
#define PZ_TYPE_CLASS_DIALOG (pz_class_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzClassDialog, pz_class_dialog, PZ, CLASS_DIALOG, AdwWindow)

GtkWidget *pz_class_dialog_new        (PzEnvironment *environment);
GtkWidget *pz_class_dialog_new_rename (PzClassroom   *classroom);
void       pz_class_dialog_set_texts  (PzClassDialog *self,
                                       const char    *name,
                                       const char    *names);
void       pz_class_dialog_accept     (PzClassDialog *self);

G_END_DECLS
