/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* Who of the class has a value in a set (strengths, needs, interests, supports, home-languages): neither case nor accents
 * matter. Read from the files in a thread; what waits to be saved is not among it. */
void  pz_classroom_find_sharing_async  (PzClassroom          *self,
                                        guint                 field,
                                        const char           *value,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GStrv pz_classroom_find_sharing_finish (PzClassroom          *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
