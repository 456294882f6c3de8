/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window that brings a roster in: OneRoster zip or folder, any table, or names typed or pasted; or a framework; shows what would
 * happen, and does it as one step. Modal, closes itself.
 * Signal: "imported" (PzClassroom *classroom, const char *message): done; the class to show, and a sentence for a toast
 * that offers Undo. With several classes it comes once, for the first of them.
 * Signal: "imported-framework" (const char *id, const char *message): the same for a framework of competencies, which
 * went into the open class. */
#define PZ_TYPE_IMPORT_ASSISTANT (pz_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (PzImportAssistant, pz_import_assistant, PZ, IMPORT_ASSISTANT, AdwWindow)

/* classroom: the open class, offered as the place for tables and names; NULL: there is none */
PzImportAssistant *pz_import_assistant_new       (GtkWindow         *parent,
                                                  PzEnvironment     *environment,
                                                  PzClassroom       *classroom);
/* goes straight to the preview of a file or folder */
void               pz_import_assistant_open_file (PzImportAssistant *self,
                                                  GFile             *file);

G_END_DECLS
