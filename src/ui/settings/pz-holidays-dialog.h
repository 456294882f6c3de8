/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a calendar file says, to be looked at and taken over as closed days. */
#define PZ_TYPE_HOLIDAYS_DIALOG (pz_holidays_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzHolidaysDialog, pz_holidays_dialog, PZ, HOLIDAYS_DIALOG, AdwWindow)

GtkWidget  *pz_holidays_dialog_new      (PzClassroom      *classroom,
                                         GFile            *file);
const char *pz_holidays_dialog_get_page (PzHolidaysDialog *self);
GtkWidget  *pz_holidays_dialog_get_row  (PzHolidaysDialog *self,
                                         int               place);
void        pz_holidays_dialog_accept   (PzHolidaysDialog *self);

G_END_DECLS
