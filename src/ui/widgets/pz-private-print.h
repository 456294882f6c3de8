/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is printed to a file is for nobody else on the computer: the toolkit leaves that to the umask. */
void pz_private_print_guard (GtkPrintOperation *print);

G_END_DECLS
