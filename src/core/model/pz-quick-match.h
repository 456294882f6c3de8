/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-learner.h"
#include "pz-quick-text.h"

G_BEGIN_DECLS

/**
 * PzQuickGrade:
 * @PZ_QUICK_BEGINS: each word that was typed begins a word of the name
 * @PZ_QUICK_INITIALS: the letters begin several words of the name: "ay" or "amyu" for Amina Yusuf
 * @PZ_QUICK_LETTERS: the letters stand in the name, in this order
 * @PZ_QUICK_NO_MATCH: the name is not meant
 *
 * How well what was typed fits a name; the smaller, the better.
 */
typedef enum
{
  PZ_QUICK_BEGINS,
  PZ_QUICK_INITIALS,
  PZ_QUICK_LETTERS,
  PZ_QUICK_NO_MATCH
} PzQuickGrade;

/* How many tokens a name may be typed in. */
#define PZ_QUICK_MAX_NAME_TOKENS 4

PzQuickGrade pz_quick_match_name (const PzQuickLearner *learner,
                                  const PzQuickText    *text,
                                  guint                 n_tokens,
                                  guint                *n_whole);
guint        pz_quick_match_goal (const PzQuickGoal    *goal,
                                  const PzQuickText    *text,
                                  guint                 from,
                                  guint                *n_tokens);

G_END_DECLS
