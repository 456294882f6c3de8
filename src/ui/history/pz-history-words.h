/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-history-entry.h"

G_BEGIN_DECLS

char *pz_history_words_title  (PzHistoryEntry *entry,
                               gboolean        names_learner);
char *pz_history_words_change (PzHistoryEntry *entry);
char *pz_history_words_where  (PzHistoryEntry *entry);
char *pz_history_words_day    (PzHistoryEntry *entry);
char *pz_history_words_button (PzHistoryEntry *entry);

G_END_DECLS
