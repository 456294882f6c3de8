/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines of text in columns, aligned by what a terminal shows. */
typedef struct _PzTable PzTable;

PzTable *pz_table_new     (const char *first_title,
                           ...) G_GNUC_NULL_TERMINATED;
void     pz_table_free    (PzTable    *self);
void     pz_table_add_row (PzTable    *self,
                           const char *first_cell,
                           ...);
void     pz_table_print   (PzTable    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzTable, pz_table_free)

G_END_DECLS
