/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of several answers as a card: a button of a group, of which one is active. */
GtkWidget *pz_conflict_card_new (GtkCheckButton *group,
                                 const char     *words,
                                 const char     *who,
                                 const char     *when);

G_END_DECLS
