/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-source.h"

G_BEGIN_DECLS

gboolean pz_roster_source_add_entry    (PzRosterSource  *self,
                                        const char      *name,
                                        GBytes          *bytes,
                                        GError         **error);
void     pz_roster_source_ignore       (PzRosterSource  *self,
                                        const char      *name);
gboolean pz_roster_source_add_archive  (PzRosterSource  *self,
                                        GBytes          *bytes,
                                        GError         **error);
gboolean pz_roster_source_add_folder   (PzRosterSource  *self,
                                        int              folder,
                                        GError         **error);
GBytes  *pz_roster_read_descriptor     (int              descriptor,
                                        gsize            max_size,
                                        GError         **error);

G_END_DECLS
