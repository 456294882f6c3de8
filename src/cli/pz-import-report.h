/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"
#include "pz-json-writer.h"

G_BEGIN_DECLS

void pz_import_report_messages (PzJsonWriter           *writer,
                                const PzRosterMessages *messages);
void pz_import_report_plan     (PzJsonWriter           *writer,
                                PzImportPlan           *plan,
                                const char             *id,
                                gboolean                in_full);

G_END_DECLS
