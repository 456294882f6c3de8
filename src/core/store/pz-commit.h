/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-store.h"

G_BEGIN_DECLS

#define PZ_TYPE_COMMIT (pz_commit_get_type ())
G_DECLARE_FINAL_TYPE (PzCommit, pz_commit, PZ, COMMIT, GObject)

PzCommit *pz_commit_new            (PzStore              *store);
void      pz_commit_put            (PzCommit             *self,
                                    const char           *name,
                                    GBytes               *content,
                                    const PzVersion      *seen);
void      pz_commit_delete         (PzCommit             *self,
                                    const char           *name,
                                    const PzVersion      *seen);
void      pz_commit_append_history (PzCommit             *self,
                                    const char           *name,
                                    GBytes               *lines);
guint     pz_commit_get_n_files    (PzCommit             *self);
gboolean  pz_commit_run            (PzCommit             *self,
                                    GError              **error);
void      pz_commit_run_async      (PzCommit             *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean  pz_commit_run_finish     (PzCommit             *self,
                                    GAsyncResult         *result,
                                    GError              **error);
gboolean  pz_commit_get_version    (PzCommit             *self,
                                    const char           *name,
                                    PzVersion            *version);

G_END_DECLS
