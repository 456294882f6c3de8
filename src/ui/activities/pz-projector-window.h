/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The groups of an activity on the whole screen, for a class that looks for its places; Escape leaves. What it shows is
 * what may be printed: names and roles. */
#define PZ_TYPE_PROJECTOR_WINDOW (pz_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (PzProjectorWindow, pz_projector_window, PZ, PROJECTOR_WINDOW, AdwWindow)

GtkWidget *pz_projector_window_new (PzClassroom *classroom,
                                    PzDocument  *activity);

G_END_DECLS
