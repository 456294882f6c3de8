/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-source.h"
#include "pz-school-days.h"

G_BEGIN_DECLS

/* The first of the facts on equity: whom the teacher has seen, and for how long. Facts of the whole class, no inference;
 * they are for the teacher who noted them: nothing here is exported, and teachers are not compared. */

typedef enum
{
  PZ_ATTENTION_DAYS,    /* school days since the learner was last seen */
  PZ_ATTENTION_MINUTES, /* one-to-one minutes in the period */
} PzAttentionQuantity;

typedef enum
{
  PZ_PERIOD_THIS_WEEK,
  PZ_PERIOD_FOUR_WEEKS, /* today and the 27 days before */
  PZ_PERIOD_TERM,
  PZ_PERIOD_ALL,
  PZ_N_PERIODS,
} PzPeriod;

/**
 * PzAttentionFact:
 * @source: position of the learner in the sources
 * @days: school days since the newest check-in, days away left out; -1: never seen
 * @absent: whether the learner is away today
 * @n_contacts: check-ins of every kind in the period
 * @n_talks: one-to-one check-ins in the period
 * @n_untimed: of the talks: without minutes
 * @minutes: of the talks in the period, as far as noted
 */
typedef struct
{
  guint source;
  int days;
  gboolean absent;
  guint n_contacts;
  guint n_talks;
  guint n_untimed;
  double minutes;
} PzAttentionFact;

/**
 * PzAttentionSummary:
 * @n_learners: all of them
 * @n_never: never seen at all
 * @n_over: seen, but more than the limit of school days ago
 * @n_without_talk: without a one-to-one check-in in the period
 * @median_minutes: of all learners in the period; 0 without learners
 * @greatest: the greatest value of the quantity; 0 when nobody has one
 */
typedef struct
{
  guint n_learners;
  guint n_never;
  guint n_over;
  guint n_without_talk;
  double median_minutes;
  double greatest;
} PzAttentionSummary;

PzDaySpan pz_period_to_days      (PzPeriod             period,
                                  const GDate         *today,
                                  GDateWeekday         week_start,
                                  const char          *term_start);
GArray   *pz_attention_measure   (const GPtrArray     *sources,
                                  const PzSchoolDays  *school_days,
                                  const GDate         *today,
                                  const PzDaySpan     *period);
void      pz_attention_sort      (GArray              *facts,
                                  PzAttentionQuantity  quantity);
void      pz_attention_summarise (const GArray        *facts,
                                  PzAttentionQuantity  quantity,
                                  guint                limit,
                                  PzAttentionSummary  *summary);
double    pz_attention_get_value (const PzAttentionFact *fact,
                                  PzAttentionQuantity  quantity);

G_END_DECLS
