/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-export.h"

G_BEGIN_DECLS

void    pz_export_begin  (PzJsonWriter *writer,
                          PzClassroom  *classroom);
GBytes *pz_export_finish (PzJsonWriter *writer);

G_END_DECLS
