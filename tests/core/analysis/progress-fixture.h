/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* A goal on a measure from 0 to 100, begun on a Monday, due 98 days later, measured each week from its first day on. */
#define PROGRESS_START "2026-08-31"
#define PROGRESS_DUE   "2026-12-07"

/* what a test changes before the progress is made */
typedef struct
{
  const double *values;
  gsize n;
  double baseline;
  double target;
  const char *today;
  gboolean decrease;
  guint occasions;
  guint32 phases[4];         /* days after the start; 0: no more */
  const char *strategies[4];
  const char *away[2];       /* first and last day */
} ProgressSetting;

PzGoalProgress *progress_fixture_make (const ProgressSetting *setting);
PzSchoolDays   *progress_fixture_days (void);
void            progress_fixture_day  (const char            *text,
                                       GDate                 *day);

G_END_DECLS
