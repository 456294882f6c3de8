/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-source.h"
#include "pz-regular-week.h"

G_BEGIN_DECLS

/* How learning is alone or together, as the balance of a class looks at it. */
typedef enum
{
  PZ_BALANCE_ALONE,
  PZ_BALANCE_TOGETHER,    /* in pairs and groups */
  PZ_BALANCE_WHOLE_CLASS,
  PZ_BALANCE_ONE_TO_ONE,  /* with the teacher */
  PZ_N_BALANCE_KINDS,
} PzBalanceKind;

/**
 * PzBalanceCell:
 * @observed: minutes of each kind in what was held, and in check-ins one to one
 * @planned: minutes of each kind in what is only planned; never counted as observed
 */
typedef struct
{
  double observed[PZ_N_BALANCE_KINDS];
  double planned[PZ_N_BALANCE_KINDS];
} PzBalanceCell;

/**
 * PzBalanceInput:
 * @occurrences: (element-type PzOccurrence): the calendar, see pz_regular_week_expand(); days outside are left out
 * @contacts: (element-type PzAttentionSource): check-ins and absences of the learners
 * @learners: (array zero-terminated=1): ids of those to look at, each once
 * @first: the Monday of the first week, as GDate counts days
 * @n_weeks: how many weeks
 */
typedef struct
{
  GPtrArray *occurrences;
  GPtrArray *contacts;
  const char * const *learners;
  guint32 first;
  guint n_weeks;
} PzBalanceInput;

/**
 * PzBalance:
 * @n_learners: of the input
 * @n_weeks: of the input
 * @first: of the input
 * @n_unknown: activities held in these weeks that cannot be counted: they say no minutes or no setting
 */
typedef struct
{
  guint n_learners;
  guint n_weeks;
  guint32 first;
  guint n_unknown;
  PzBalanceCell *cells; /* n_learners rows of n_weeks */
} PzBalance;

PzBalance           *pz_balance_new       (const PzBalanceInput *input);
void                 pz_balance_free      (PzBalance            *self);
const PzBalanceCell *pz_balance_peek      (const PzBalance      *self,
                                           guint                 learner,
                                           guint                 week);
void                 pz_balance_get_mean  (const PzBalance      *self,
                                           guint                 week,
                                           PzBalanceCell        *mean);
guint32              pz_balance_get_monday (guint32              day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzBalance, pz_balance_free)

G_END_DECLS
