/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-commit.h"
#include "pz-document.h"

G_BEGIN_DECLS

/* What a document leaves behind beside its own file, and has to go with it when it is removed for good. */

gboolean pz_purge_clean_histories (PzStore            *store,
                                   PzCommit           *commit,
                                   const char *const  *ids,
                                   GError            **error);
gboolean pz_purge_delete_copies   (PzStore            *store,
                                   PzCommit           *commit,
                                   PzDocumentKind      kind,
                                   const char         *id,
                                   GError            **error);
gboolean pz_purge_delete_staged   (PzStore            *store,
                                   PzDocumentKind      kind,
                                   const char *const  *ids,
                                   GError            **error);

G_END_DECLS
