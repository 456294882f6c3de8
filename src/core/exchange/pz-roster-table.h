/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-file.h"
#include "pz-roster-message.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PzRosterTable PzRosterTable;

PzRosterTable *pz_roster_table_new          (const PzRosterFile *file,
                                             PzRosterMessages   *messages);
void           pz_roster_table_free         (PzRosterTable      *self);
void           pz_roster_table_expect       (PzRosterTable      *self,
                                             const char         *columns);
guint          pz_roster_table_get_n_columns (PzRosterTable     *self);
const char    *pz_roster_table_get_header   (PzRosterTable      *self,
                                             guint               column);
gboolean       pz_roster_table_next         (PzRosterTable      *self);
guint          pz_roster_table_get_line     (PzRosterTable      *self);
const char    *pz_roster_table_get_cell     (PzRosterTable      *self,
                                             guint               column);
gboolean       pz_roster_table_has          (PzRosterTable      *self,
                                             const char         *column);
const char    *pz_roster_table_get          (PzRosterTable      *self,
                                             const char         *column);
char          *pz_roster_table_dup          (PzRosterTable      *self,
                                             const char         *column);
char         **pz_roster_table_dup_list     (PzRosterTable      *self,
                                             const char         *column);
void           pz_roster_table_report       (PzRosterTable      *self,
                                             PzRosterCode        code,
                                             const char         *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRosterTable, pz_roster_table_free)

G_END_DECLS
