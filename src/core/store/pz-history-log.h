/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-history-entry.h"

G_BEGIN_DECLS

/**
 * PzHistoryQuery:
 * @kind: of the document, when @document is set
 * @document: (nullable): id of the only document that is asked for; "" for the class itself
 * @record: (nullable): id of the only record
 * @field: (nullable): name of the only field
 *
 * What of the history of a class is asked for. All %NULL: everything.
 */
typedef struct
{
  PzDocumentKind kind;
  const char *document;
  const char *record;
  const char *field;
} PzHistoryQuery;

/* The history of a class, read page by page, the newest first. */
#define PZ_TYPE_HISTORY_LOG (pz_history_log_get_type ())
G_DECLARE_FINAL_TYPE (PzHistoryLog, pz_history_log, PZ, HISTORY_LOG, GObject)

PzHistoryLog *pz_history_log_new           (PzClassroom          *classroom,
                                            const PzHistoryQuery *query);
GPtrArray    *pz_history_log_next          (PzHistoryLog         *self,
                                            guint                 n,
                                            GCancellable         *cancellable,
                                            GError              **error);
void          pz_history_log_next_async    (PzHistoryLog         *self,
                                            guint                 n,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray    *pz_history_log_next_finish   (PzHistoryLog         *self,
                                            GAsyncResult         *result,
                                            GError              **error);
guint         pz_history_log_get_n_skipped (PzHistoryLog         *self);

gboolean      pz_history_restore           (PzClassroom          *classroom,
                                            PzHistoryEntry       *entry,
                                            GError              **error);
gboolean      pz_history_may_restore       (PzHistoryEntry       *entry);

G_END_DECLS
