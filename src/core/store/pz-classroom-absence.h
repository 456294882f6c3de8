/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* One key for a day away: marks the learners absent that day; when all of them are, takes it back. */
void     pz_classroom_toggle_absence_async  (PzClassroom         *self,
                                            const char * const  *ids,
                                            const GDate         *day,
                                            const char          *label,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean pz_classroom_toggle_absence_finish (PzClassroom         *self,
                                            GAsyncResult        *result,
                                            gboolean            *absent,
                                            GError             **error);

G_END_DECLS
