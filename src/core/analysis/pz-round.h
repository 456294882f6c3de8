/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"
#include "pz-measurement.h"

G_BEGIN_DECLS

/**
 * PzRoundMeasure:
 * @id: of the measure
 * @n_goals: goals that are worked on and measured by it
 *
 * What a Round can be about.
 */
typedef struct
{
  char *id;
  guint n_goals;
} PzRoundMeasure;

/**
 * PzRoundRow:
 * @progress: of the goal
 * @name: of the learner
 * @is_absent: whether the learner is away on the day of the Round
 * @is_measured: whether @value is there
 * @value: what was measured on the day of the Round, the newest; NaN when nothing was
 * @out_of: its whole; NaN: not a share
 * @has_last: whether something was measured before
 * @last_value: the newest before the day of the Round
 * @last_out_of: its whole; NaN: not a share
 *
 * One learner in a Round.
 */
typedef struct
{
  PzGoalProgress *progress;
  char *name;
  gboolean is_absent;
  gboolean is_measured;
  double value;
  double out_of;
  gboolean has_last;
  double last_value;
  double last_out_of;
} PzRoundRow;

/**
 * PzRoundCounts:
 * @n_measured: learners with a value of the day
 * @n_absent: those away without one
 * @n_to_go: the others
 */
typedef struct
{
  guint n_measured;
  guint n_absent;
  guint n_to_go;
} PzRoundCounts;

GPtrArray *pz_round_list_measures (const GPtrArray          *progress);
GPtrArray *pz_round_list_rows     (GPtrArray                *progress,
                                   const char               *measure,
                                   GHashTable               *names,
                                   guint32                   day);
void       pz_round_row_free      (PzRoundRow               *self);
void       pz_round_row_update    (PzRoundRow               *self,
                                   PzDocument               *learner,
                                   guint32                   day);
void       pz_round_count         (const GPtrArray          *rows,
                                   PzRoundCounts            *counts);
guint      pz_round_find_next     (const GPtrArray          *rows,
                                   guint                     position);
gboolean   pz_round_write         (PzDocument               *learner,
                                   const PzMeasurementDraft *draft);
gboolean   pz_round_clear         (PzDocument               *learner,
                                   const char               *goal,
                                   const char               *date);

G_END_DECLS
