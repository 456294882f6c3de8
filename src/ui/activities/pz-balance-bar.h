/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-balance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The minutes of one week as a bar: what was observed, then what is planned. */
#define PZ_TYPE_BALANCE_BAR (pz_balance_bar_get_type ())
G_DECLARE_FINAL_TYPE (PzBalanceBar, pz_balance_bar, PZ, BALANCE_BAR, GtkWidget)

GtkWidget  *pz_balance_bar_new       (const PzBalanceCell *cell,
                                      double               most);
const char *pz_balance_bar_get_class (PzBalanceKind        kind);

G_END_DECLS
