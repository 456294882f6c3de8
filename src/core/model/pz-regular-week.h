/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"
#include "pz-school-days.h"

G_BEGIN_DECLS

/**
 * PzOccurrence:
 * @activity: what takes place
 * @day: when, as GDate counts days; 0: no day is set yet
 * @regular: whether it stands in no file of its own: the regular week plans it
 *
 * An activity on its day.
 */
typedef struct
{
  PzActivity *activity;
  guint32 day;
  gboolean regular;
} PzOccurrence;

void       pz_occurrence_free     (PzOccurrence       *self);
gboolean   pz_occurrence_is_held  (const PzOccurrence *self);
GPtrArray *pz_regular_week_expand (GPtrArray          *activities,
                                   const PzSchoolDays *days,
                                   const PzDaySpan    *span);
guint32    pz_regular_week_find_next (const PzActivity *regular,
                                   const PzSchoolDays *days,
                                   guint32             from,
                                   guint32            *without_school);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzOccurrence, pz_occurrence_free)

G_END_DECLS
