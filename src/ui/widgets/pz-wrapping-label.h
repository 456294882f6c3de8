/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that takes as many lines as its text needs, from the start edge, and breaks a word that is too long for one. */
GtkWidget *pz_wrapping_label_new (const char *text,
                                  const char *css_class);

G_END_DECLS
