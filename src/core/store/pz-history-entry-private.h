/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-history-entry.h"
#include "pz-history-line.h"
#include "pz-record-names.h"

G_BEGIN_DECLS

PzHistoryEntry *pz_history_entry_new (const PzHistoryLine *line,
                                      const char          *device,
                                      gboolean             here,
                                      PzRecordNames       *names);

G_END_DECLS
