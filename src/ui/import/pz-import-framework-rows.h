/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-row.h"

G_BEGIN_DECLS

/* element-type PzImportRow: a heading, then what would happen to the standards of a framework */
GPtrArray *pz_import_framework_rows_new (PzImportSession *session);

G_END_DECLS
