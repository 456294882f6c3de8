/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-index-private.h"
#include "pz-json-reader.h"

G_BEGIN_DECLS

void pz_index_scan_stamps (PzJsonReader *reader,
                           PzIndexDraft *entry);

G_END_DECLS
