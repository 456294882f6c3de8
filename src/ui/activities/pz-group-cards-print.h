/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-cards.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints group cards, on as many pages as they need. */
GtkPrintOperation *pz_group_cards_print_new (PzGroupCards *cards);

G_END_DECLS
