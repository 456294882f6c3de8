/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/* The goals of a learner: their own, and those of the class they share. */
GPtrArray *pz_goal_list                  (PzDocument *learner,
                                          PzDocument *classroom,
                                          const char *keep);
PzRecord  *pz_goal_find_measure          (PzRecord   *goal,
                                          PzDocument *classroom);
gboolean   pz_goal_counts_measurement    (PzRecord   *measurement,
                                          const char *goal);
PzRecord  *pz_goal_find_last_measurement (PzDocument *learner,
                                          const char *goal);

G_END_DECLS
