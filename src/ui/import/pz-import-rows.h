/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-row.h"

G_BEGIN_DECLS

/* The preview of a session as one list, in the order it is read: what is odd, then each class with its learners, then
 * what an undo takes back. A group's rows are in the list while it is expanded. */
GListStore *pz_import_rows_new    (PzImportSession *session);
void        pz_import_rows_toggle (GListStore      *rows,
                                   PzImportRow     *group);

G_END_DECLS
