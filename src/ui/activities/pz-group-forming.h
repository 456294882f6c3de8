/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-group-account.h"

G_BEGIN_DECLS

/* Forms the groups of an activity, and judges those it has, both in a thread. What is found goes into the document: the
 * first answer at once, better ones as they come, all of it as one step that can be undone.
 * Signal: "changed" when anything it says is another. */
#define PZ_TYPE_GROUP_FORMING (pz_group_forming_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupForming, pz_group_forming, PZ, GROUP_FORMING, GObject)

PzGroupForming       *pz_group_forming_new            (PzClassroom    *classroom,
                                                       PzDocument     *activity);
void                  pz_group_forming_form           (PzGroupForming *self,
                                                       guint64         seed);
void                  pz_group_forming_propose        (PzGroupForming *self,
                                                       guint64         seed);
void                  pz_group_forming_take_proposal  (PzGroupForming *self);
void                  pz_group_forming_judge          (PzGroupForming *self,
                                                       guint           round);
void                  pz_group_forming_cancel         (PzGroupForming *self);
void                  pz_group_forming_stop           (PzGroupForming *self);
gboolean              pz_group_forming_is_forming     (PzGroupForming *self);
gboolean              pz_group_forming_is_judging     (PzGroupForming *self);
const char           *pz_group_forming_get_problem    (PzGroupForming *self);
const PzGroupAccount *pz_group_forming_get_account    (PzGroupForming *self);
guint                 pz_group_forming_get_serial     (PzGroupForming *self);
const char           *pz_group_forming_get_rounds     (PzGroupForming *self);
const PzGroupAccount *pz_group_forming_get_proposal   (PzGroupForming *self);
gboolean              pz_group_forming_is_same        (PzGroupForming *self);
char                 *pz_group_forming_dup_groups     (PzGroupForming *self,
                                                       gboolean        proposal,
                                                       guint           round);
guint                 pz_group_forming_get_n_rounds   (PzGroupForming *self,
                                                       gboolean        proposal);
const PzGroupAccount *pz_group_forming_get_present    (PzGroupForming *self);
char                 *pz_group_forming_dup_facts      (PzGroupForming *self,
                                                       PzRecord       *group);
char                 *pz_group_forming_dup_move       (PzGroupForming *self,
                                                       const char     *learner,
                                                       PzRecord       *group);
char                 *pz_group_forming_dup_why        (PzGroupForming *self,
                                                       const char     *learner);

G_END_DECLS
