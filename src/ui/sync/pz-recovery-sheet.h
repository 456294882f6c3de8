/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page with all that is needed to get a class back from its server, for a drawer with a lock. */
char              *pz_recovery_sheet_dup_text (const char        *class_name,
                                               const PzSyncPlace *place,
                                               const char        *passphrase);
GtkPrintOperation *pz_recovery_sheet_new      (const char        *text);

G_END_DECLS
