/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"

G_BEGIN_DECLS

/**
 * PzPartnersWeek:
 * @monday: the first day of the week, as GDate counts days
 * @share: which share of all pairs were in one group at least once by its end, 0 to 1
 * @ideal: the share there would be if no pair had met twice, with groups of the same sizes; at most 1
 */
typedef struct
{
  guint32 monday;
  double share;
  double ideal;
} PzPartnersWeek;

/**
 * PzPartnersCourse:
 * @n: learners, in the order that was asked for
 * @weeks: (element-type PzPartnersWeek): one after the other, from that of the first group to that of today; may be empty
 * @since_new: (array length=n): in how many groupings since the last new partner the learner worked with others
 *
 * How partners came together.
 */
typedef struct
{
  guint n;
  GArray *weeks;
  guint *since_new;
} PzPartnersCourse;

/* Who has had no new partner in so many groupings is not mixed any more. */
#define PZ_PARTNERS_STALLED 3

PzPartnersCourse *pz_partners_course_new  (GPtrArray          *activities,
                                           const char * const *learners,
                                           guint32             today);
void              pz_partners_course_free (PzPartnersCourse   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzPartnersCourse, pz_partners_course_free)

G_END_DECLS
