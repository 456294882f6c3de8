/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

G_BEGIN_DECLS

char *pz_record_line_dup (PzRecord *record);

G_END_DECLS
