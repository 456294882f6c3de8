/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

G_BEGIN_DECLS

/* A goal in one sentence, made of its parts: the same on the screen, on paper and on the command line. */
char *pz_goal_dup_sentence  (PzRecord   *goal,
                             PzRecord   *measure,
                             const char *who);
char *pz_goal_sentence_begin (const char *text);

G_END_DECLS
