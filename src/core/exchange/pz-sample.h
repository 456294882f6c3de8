/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-environment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PZ_SAMPLE_MAX_LEARNERS 100000
#define PZ_SAMPLE_MAX_WEEKS 104
#define PZ_SAMPLE_MAX_GOALS 12
#define PZ_SAMPLE_MAX_MEASUREMENTS 400

/**
 * PzSampleOptions:
 * @n_learners: 1 to %PZ_SAMPLE_MAX_LEARNERS
 * @n_weeks: how long the class has been at work, 1 to %PZ_SAMPLE_MAX_WEEKS
 * @seed: another number gives other people
 * @today: the last day anything was written
 * @name: of the class; not owned
 * @n_goals: goals of each learner, to %PZ_SAMPLE_MAX_GOALS; 0: a natural number, not the same for all
 * @n_measurements: measurements of each goal, to %PZ_SAMPLE_MAX_MEASUREMENTS; 0: a natural number
 *
 * What the sample class should be. The same options give the same documents, to the byte.
 */
typedef struct
{
  guint n_learners;
  guint n_weeks;
  guint64 seed;
  GDate today;
  const char *name;
  guint n_goals;
  guint n_measurements;
} PzSampleOptions;

void         pz_sample_options_init (PzSampleOptions       *options,
                                     PzEnvironment         *environment);
PzClassroom *pz_sample_create       (PzEnvironment         *environment,
                                     const PzSampleOptions *options,
                                     GCancellable          *cancellable,
                                     GError               **error);

G_END_DECLS
