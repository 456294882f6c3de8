/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line that says which keys do what, as many side by side as find room. */
void pz_key_hints_init (GtkWidget  *box);
void pz_key_hints_add  (GtkWidget  *box,
                        const char *key,
                        const char *meaning);

G_END_DECLS
