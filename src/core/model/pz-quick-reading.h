/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-check-in.h"
#include "pz-quick-match.h"

G_BEGIN_DECLS

/**
 * PzQuickWhat:
 * @PZ_QUICK_PERSON: only somebody is named yet
 * @PZ_QUICK_MEASUREMENT: a value of a goal
 * @PZ_QUICK_CHECK_IN: words about the learner, or minutes with them
 * @PZ_QUICK_ABSENCE: away today
 */
typedef enum
{
  PZ_QUICK_PERSON,
  PZ_QUICK_MEASUREMENT,
  PZ_QUICK_CHECK_IN,
  PZ_QUICK_ABSENCE
} PzQuickWhat;

/**
 * PzQuickState:
 * @PZ_QUICK_READY: can be written as it is
 * @PZ_QUICK_MISSING: something is still to be typed
 * @PZ_QUICK_REFUSED: cannot be written so, for instance out of bounds
 */
typedef enum
{
  PZ_QUICK_READY,
  PZ_QUICK_MISSING,
  PZ_QUICK_REFUSED
} PzQuickState;

/**
 * PzQuickReading:
 * @learner: who is meant
 * @goals: (nullable): keeps @goal alive
 * @goal: (nullable): of a measurement
 * @what: what is written
 * @state: whether it can be written
 * @kind: of a check-in
 * @minutes: of a check-in; NaN: none
 * @value: of a measurement; NaN: none
 * @out_of: of a share; NaN: none
 * @text: the note of a measurement or the words of a check-in; "" when none
 * @explicit_kind: a check-in whose kind was typed
 * @grade: how well the name fits
 * @n_explained: how many of the typed words say who and what
 * @n_whole: how many of them are whole words of the name
 * @fit: how well the rest fits what is written; the smaller, the better
 * @name_end: where the name ends in the text that was typed, bytes
 * @what_start: where the words that say what begin
 * @what_end: where they end; @what_start when there are none
 *
 * One way to understand what was typed. The last eight are for the order and for completing the text.
 */
typedef struct
{
  grefcount ref_count;
  PzQuickLearner *learner;
  GPtrArray *goals;
  const PzQuickGoal *goal;
  PzQuickWhat what;
  PzQuickState state;
  PzCheckInKind kind;
  double minutes;
  double value;
  double out_of;
  char *text;
  gboolean explicit_kind;
  PzQuickGrade grade;
  guint n_explained;
  guint n_whole;
  guint fit;
  gsize name_end;
  gsize what_start;
  gsize what_end;
} PzQuickReading;

PzQuickReading *pz_quick_reading_new         (PzQuickLearner       *learner,
                                              PzQuickWhat           what,
                                              const PzQuickGoal    *goal);
PzQuickReading *pz_quick_reading_ref         (PzQuickReading       *self);
void            pz_quick_reading_unref       (PzQuickReading       *self);
gboolean        pz_quick_reading_is_same     (const PzQuickReading *self,
                                              const PzQuickReading *other);
char           *pz_quick_reading_dup_what    (const PzQuickReading *self);
char           *pz_quick_reading_dup_value   (const PzQuickReading *self);
char           *pz_quick_reading_dup_note    (const PzQuickReading *self);
char           *pz_quick_reading_dup_hint    (const PzQuickReading *self);
char           *pz_quick_reading_dup_problem (const PzQuickReading *self);
char           *pz_quick_reading_dup_line    (const PzQuickReading *self,
                                              const char           *who);
char           *pz_quick_reading_dup_brief   (const PzQuickReading *self,
                                              const char           *who);
char           *pz_quick_reading_dup_bare    (const PzQuickReading *self,
                                              const char           *who);
char           *pz_quick_reading_complete    (const PzQuickReading *self,
                                              const char           *typed,
                                              gboolean              with_class);

char           *pz_quick_goal_dup_value      (const PzQuickGoal    *goal,
                                              double                value,
                                              double                out_of);
char           *pz_quick_goal_dup_range      (const PzQuickGoal    *goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzQuickReading, pz_quick_reading_unref)

G_END_DECLS
