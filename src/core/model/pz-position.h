/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* The order people give to records, as text keys: between two of them there is always room for a third, so that moving
 * one record writes one field, and two devices that move different records do not get into each other's way. */
char      *pz_position_between (const char   *before,
                                const char   *after);
GPtrArray *pz_position_list    (PzDocument   *document,
                                PzRecordType  type);
gboolean   pz_position_move    (GPtrArray    *records,
                                guint         from,
                                guint         to);
void       pz_position_append  (PzDocument   *document,
                                PzRecord     *record);

G_END_DECLS
