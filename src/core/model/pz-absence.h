/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* The days a learner was away: spans that neither touch nor overlap. These edits change the document; who calls saves
 * it. Days may be given in either order. */
gboolean pz_absence_mark     (PzDocument  *learner,
                              const GDate *from,
                              const GDate *to);
gboolean pz_absence_clear    (PzDocument  *learner,
                              const GDate *from,
                              const GDate *to);
void     pz_absence_move     (PzDocument  *learner,
                              PzRecord    *absence,
                              const GDate *from,
                              const GDate *to);
gboolean pz_absence_covers   (PzDocument  *learner,
                              const GDate *day);
gboolean pz_absence_get_days (PzRecord    *absence,
                              GDate       *from,
                              GDate       *to);

G_END_DECLS
