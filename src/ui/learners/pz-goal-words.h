/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-course.h"

G_BEGIN_DECLS

/* What is said of a goal beside its title. Lines hold parts in any direction and keep them together. */
const char *
      pz_goal_words_get_title  (PzRecord           *goal);
char *pz_goal_words_dup_line   (PzRecord           *goal,
                                PzRecord           *measure,
                                const GDate        *today);
char *pz_goal_words_dup_course (const PzGoalCourse *course,
                                PzRecord           *measure);

G_END_DECLS
