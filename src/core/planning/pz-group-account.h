/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-formation.h"

G_BEGIN_DECLS

/**
 * PzGroupMet:
 * @label: what is asked for, translated
 * @importance: 0 for off, to 5
 * @must: it has to hold
 * @has_effect: %FALSE: all groups are alike to it
 * @percent: how far it is met: 0 as good as chance, 100 as good as when it alone counts
 *
 * One criterion, and what came of it.
 */
typedef struct
{
  char *label;
  double importance;
  gboolean must;
  gboolean has_effect;
  double percent;
} PzGroupMet;

/**
 * PzGroupTip:
 * @a: id of a learner
 * @b: id of another one, in another group
 * @text: who changes places with whom, and what comes of it
 *
 * A swap that makes the groups better.
 */
typedef struct
{
  char *a;
  char *b;
  char *text;
} PzGroupTip;

/**
 * PzGroupAccount:
 * @verdict: what is known of the groups
 * @headline: the same in a few words
 * @summary: a sentence or two about what was reached
 * @met: (element-type PzGroupMet): the criteria, in the order they were asked for
 * @prices: (element-type utf8): what each rule costs
 * @tips: (element-type PzGroupTip): the best swaps; none when no swap makes the groups better
 * @notes: (element-type utf8): what a teacher should know, with numbers
 *
 * What there is to say about groups, in words.
 */
typedef struct
{
  PzGroupVerdict verdict;
  char *headline;
  char *summary;
  GPtrArray *met;
  GPtrArray *prices;
  GPtrArray *tips;
  GPtrArray *notes;
} PzGroupAccount;

PzGroupAccount *pz_group_account_new          (const PzGroupFormation  *formation,
                                               GCancellable            *cancellable);
void            pz_group_account_free         (PzGroupAccount          *self);

char           *pz_group_formation_dup_clashes (const PzGroupFormation *self);
char           *pz_group_formation_dup_change  (const PzGroupFormation *self,
                                                const guint            *before,
                                                const guint            *after);
char           *pz_group_formation_dup_why     (const PzGroupFormation *self,
                                                const char             *learner);
char           *pz_group_formation_dup_rounds  (const PzGroupFormation *self);
gboolean        pz_group_formation_may_tell    (const PzGroupFormation *self,
                                                PzDocument             *activity);
char           *pz_group_formation_dup_facts   (const PzGroupFormation *self,
                                                guint                   group);
char           *pz_group_formation_dup_groups  (const PzGroupFormation *self,
                                                PzDocument             *activity,
                                                guint                   round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupAccount, pz_group_account_free)

G_END_DECLS
