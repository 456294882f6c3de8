/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"
#include "pz-phase-effect.h"
#include "pz-phase-verdict.h"

G_BEGIN_DECLS

/* Some time with one learner alone. */
typedef struct
{
  guint32 day;    /* as GDate counts days */
  double minutes; /* above 0 */
} PzTalk;

/* How sure a finding is. */
typedef enum
{
  PZ_SURE_NOT_ENOUGH, /* below the least data of the rule */
  PZ_SURE_EARLY_SIGN, /* the interval still contains no difference */
  PZ_SURE_LIKELY,     /* it does not */
  PZ_SURE_FIRM,       /* likely, and seen twice: before, with, before, with */
  PZ_N_SURE,
} PzSure;

/* What else could be behind a difference. */
typedef enum
{
  PZ_CONFOUNDER_OTHER_PHASE, /* something else changed within 14 days */
  PZ_CONFOUNDER_TREND,       /* it was rising or falling before */
  PZ_CONFOUNDER_LIMIT,       /* at least a quarter of the values is the best there can be */
  PZ_CONFOUNDER_ABSENCES,    /* away on more than a fifth of the school days */
  PZ_CONFOUNDER_NOVELTY,     /* nothing but the first 14 days */
  PZ_N_CONFOUNDERS,
} PzConfounder;

/**
 * PzBeforeWith:
 * @before: (nullable): id of the strategy before; belongs to the progress
 * @with: (nullable): id of the strategy since; belongs to the progress
 * @start: day of the change, as GDate counts days
 * @verdict: what can be said
 * @tau: Tau without the trend before
 * @sure: how sure
 * @confounders: bits, 1 << #PzConfounder
 * @median_before: of the values, as they are written; NaN without any
 * @median_with: the same
 * @has_minutes: whether time was noted before or with
 * @minutes_before: with the learner alone, a week
 * @minutes_with: the same
 *
 * Two adjacent phases of one goal of one learner. Several changes on one day are one, with the strategy noted last.
 */
typedef struct
{
  const char *before;
  const char *with;
  guint32 start;
  PzPhaseVerdict verdict;
  PzCorrectedTau tau;
  PzSure sure;
  guint confounders;
  double median_before;
  double median_with;
  gboolean has_minutes;
  double minutes_before;
  double minutes_with;
} PzBeforeWith;

GArray     *pz_before_with_list             (const PzGoalProgress *progress,
                                             const PzTalk         *talks,
                                             gsize                 n_talks,
                                             const PzSchoolDays   *school_days,
                                             const GDate          *today);
char       *pz_before_with_dup_sentence     (const PzBeforeWith   *self,
                                             PzDirection           direction,
                                             const char           *strategy);
char       *pz_before_with_dup_counts       (const PzBeforeWith   *self);
char       *pz_before_with_dup_numbers      (const PzBeforeWith   *self);
char       *pz_before_with_dup_missing      (const PzBeforeWith   *self);
char       *pz_before_with_dup_minutes      (const PzBeforeWith   *self);
const char *pz_before_with_get_next         (const PzBeforeWith   *self);
const char *pz_confounder_get_label         (PzConfounder          confounder);
const char *pz_sure_get_label               (PzSure                sure);

G_END_DECLS
