/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-list.h"
#include "pz-group-watch.h"
#include "pz-partners-course.h"
#include "pz-partners.h"

G_BEGIN_DECLS

/* Who has worked with whom, and how to call them: what the page of partners shows. Signal: "changed". */
#define PZ_TYPE_PARTNERS_FACTS (pz_partners_facts_get_type ())
G_DECLARE_FINAL_TYPE (PzPartnersFacts, pz_partners_facts, PZ, PARTNERS_FACTS, GObject)

/* More than so many learners are no picture any more. */
#define PZ_PARTNERS_MOST 60

PzPartnersFacts    *pz_partners_facts_new            (PzActivityList  *list);
PzActivityList     *pz_partners_facts_get_list       (PzPartnersFacts *self);
const PzPartners   *pz_partners_facts_get_partners   (PzPartnersFacts *self);
const PzPartnersCourse *pz_partners_facts_get_course (PzPartnersFacts *self);
PzGroupWatch       *pz_partners_facts_make_watch     (PzPartnersFacts *self);
const char * const *pz_partners_facts_get_names      (PzPartnersFacts *self);
const char * const *pz_partners_facts_get_short_names (PzPartnersFacts *self);
const char         *pz_partners_facts_get_name       (PzPartnersFacts *self,
                                                      guint            learner);
char               *pz_partners_facts_dup_pair       (PzPartnersFacts *self,
                                                      guint            a,
                                                      guint            b);
char               *pz_partners_facts_dup_of         (PzPartnersFacts *self,
                                                      guint            learner);
char               *pz_partners_facts_dup_few        (PzPartnersFacts *self,
                                                      guint            learner);

G_END_DECLS
