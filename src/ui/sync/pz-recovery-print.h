/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-recovery-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *pz_recovery_print_new (const PzRecoveryFacts *facts);

G_END_DECLS
