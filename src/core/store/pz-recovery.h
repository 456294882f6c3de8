/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-folders.h"
#include "pz-journal.h"

G_BEGIN_DECLS

gboolean   pz_recovery_run          (int              root,
                                     gboolean         left_over,
                                     gboolean         sweep,
                                     GError         **error);
gboolean   pz_recovery_apply        (PzFolders       *folders,
                                     PzJournalRecord *record,
                                     GError         **error);
gboolean   pz_recovery_retire       (PzFolders       *folders,
                                     const char      *record_name,
                                     GError         **error);
GPtrArray *pz_recovery_list_records (int              root,
                                     gboolean         damaged,
                                     GError         **error);

G_END_DECLS
