/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-reading.h"

G_BEGIN_DECLS

/* How well the rest of a text fits what is written; the smaller, the better. */
enum
{
  PZ_QUICK_FIT_NAMED,      /* what is meant was said: a goal and a number, "family", minutes */
  PZ_QUICK_FIT_GUESSED,    /* a number for a goal that was not named; a sentence */
  PZ_QUICK_FIT_FORCED,     /* a number within a sentence, a sentence that begins with a number */
  PZ_QUICK_FIT_OFFERED,    /* nothing was typed for it */
  PZ_QUICK_FIT_INCOMPLETE, /* words but no number for a goal */
};

void pz_quick_interpret (PzQuickLearner    *learner,
                         const PzQuickText *text,
                         guint              n_name,
                         GPtrArray         *readings);

G_END_DECLS
