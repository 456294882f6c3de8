/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints a conference on one sheet. */
GtkPrintOperation *pz_conference_print_new (PzConference *conference);

G_END_DECLS
