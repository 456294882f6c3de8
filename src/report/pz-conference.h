/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart-input.h"

G_BEGIN_DECLS

/**
 * PzConferenceLook:
 * @name: what the learner is called at the top
 * @called: (nullable): what the learner is called in sentences; %NULL: "the learner"
 * @today: the day of the conference
 * @dup_text: (nullable): what is shown of something that was written; %NULL: all of it
 *
 * How a conference is shown: whether names and texts are hidden is said by who shows it, who owns the names, too.
 */
typedef struct
{
  char *name;
  char *called;
  GDate today;
  char *(*dup_text) (const char *text);
} PzConferenceLook;

/* What a learner once said of a goal. */
typedef struct
{
  char *day; /* in words */
  char *text;
} PzConferenceWords;

/**
 * PzConferenceGoal:
 * @id: of the goal
 * @sentence: the goal
 * @latest: what was measured last, in a sentence, or that nothing was yet
 * @measure: (nullable): how it is measured
 * @chart: (nullable): measurements, aimline and target, without any verdict and without a legend; %NULL: there is nothing to draw
 * @words: (element-type PzConferenceWords): self-assessments, newest first
 *
 * A goal as a learner sees it: no trend, no status, nothing the teacher wrote for others.
 */
typedef struct
{
  char *id;
  char *sentence;
  char *latest;
  PzRecord *measure;
  PzChartInput *chart;
  GPtrArray *words;
} PzConferenceGoal;

/**
 * PzConference:
 * @name: of the learner
 * @line: class and day
 * @goals: (element-type PzConferenceGoal): those that are worked on, by start; may be empty
 *
 * What a learner and the teacher look at together.
 */
typedef struct
{
  char *name;
  char *line;
  GPtrArray *goals;
} PzConference;

PzConference     *pz_conference_new        (PzDocument             *learner,
                                            PzDocument             *classroom,
                                            const PzConferenceLook *look);
void              pz_conference_free       (PzConference           *self);
GPtrArray        *pz_conference_list_goals (PzDocument             *learner,
                                            PzDocument             *classroom);
PzConferenceGoal *pz_conference_goal_new   (PzDocument             *learner,
                                            PzDocument             *classroom,
                                            PzRecord               *goal,
                                            const PzConferenceLook *look);
void              pz_conference_goal_free  (PzConferenceGoal       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzConference, pz_conference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzConferenceGoal, pz_conference_goal_free)

G_END_DECLS
