/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-explain.h"
#include "pz-group-load.h"
#include "pz-group-request.h"
#include "pz-group-rotation.h"
#include "pz-group-seats.h"

G_BEGIN_DECLS

/**
 * PzGroupOrder:
 * @request: what is asked for
 * @seats: (nullable): who is where now, and who stays there
 * @activity: (nullable): id of the activity
 * @without: (nullable) (array zero-terminated=1): ids of further learners who do not take part
 * @names: (nullable) (element-type utf8 utf8): what learners are called in words, by id, where that is not their name
 * @day: the day the groups are for
 * @seed: the same gives the same groups
 * @work: swaps that may be looked at, such as %PZ_GROUP_NORMAL
 * @n_rounds: how many rounds are planned together, 1 or more
 *
 * All that groups follow from, besides the class itself.
 */
typedef struct
{
  PzGroupRequest *request;
  PzGroupSeats *seats;
  char *activity;
  char **without;
  GHashTable *names;
  GDate day;
  guint64 seed;
  guint64 work;
  guint n_rounds;
} PzGroupOrder;

/**
 * PzGroupFormation:
 * @order: what was ordered
 * @load: who takes part, and who has met
 * @settings: criteria and rules, with those who stay where they are
 * @problem: made of them
 * @loose: (nullable): the same for groups that may be one larger or smaller: what a single move changes is measured by it
 * @kept: (nullable) (element-type guint): for each group the place it has now, from 1; 0 for a new one
 * @result: (nullable): the groups that were found, in one round
 * @proof: what is known of them
 * @is_proven: whether it was looked for
 * @scales: (nullable) (array): what each criterion can be worth
 * @rotation: (nullable): the groups that were found, in several rounds
 *
 * Groups while they are formed. One thread at a time works on it; once that is done, any may read it.
 */
typedef struct
{
  PzGroupOrder *order;
  PzGroupLoad load;
  PzGroupSettings *settings;
  PzGroupProblem *problem;
  PzGroupProblem *loose;
  GArray *kept;
  PzGroupResult *result;
  PzGroupProof proof;
  gboolean is_proven;
  PzGroupScale *scales;
  PzGroupRotation *rotation;
  double new_partners; /* how much they weigh in rounds */
} PzGroupFormation;

PzGroupOrder     *pz_group_order_new          (PzGroupRequest          *request);
PzGroupOrder     *pz_group_order_of_activity  (PzDocument              *activity,
                                               guint32                  today);
guint64           pz_group_order_find_seed    (PzDocument              *activity,
                                               gboolean                 next);
void              pz_group_order_free         (PzGroupOrder            *self);

PzGroupFormation *pz_group_formation_prepare  (PzGroupOrder            *order,
                                               const PzClassroomCopy   *copy,
                                               GError                 **error);
PzGroupFormation *pz_group_formation_of_seats (PzGroupOrder            *order,
                                               guint                    round,
                                               const PzClassroomCopy   *copy,
                                               GError                 **error);
void              pz_group_formation_free     (PzGroupFormation        *self);
gboolean          pz_group_formation_search   (PzGroupFormation        *self,
                                               GCancellable            *cancellable,
                                               PzGroupProgress          progress,
                                               gpointer                 user_data,
                                               GError                 **error);
void              pz_group_formation_prove    (PzGroupFormation        *self,
                                               GCancellable            *cancellable);
void              pz_group_formation_judge    (PzGroupFormation        *self,
                                               GCancellable            *cancellable);
void              pz_group_formation_weigh    (PzGroupFormation        *self,
                                               GCancellable            *cancellable);
void              pz_group_formation_apply    (const PzGroupFormation  *self,
                                               const guint             *groups,
                                               PzDocument              *activity);
PzGroupFormation *pz_group_formation_of_rounds (PzGroupOrder           *order,
                                               const PzClassroomCopy   *copy,
                                               GError                 **error);
guint             pz_group_formation_get_n_rounds (const PzGroupFormation *self);
const guint      *pz_group_formation_peek_round (const PzGroupFormation *self,
                                               guint                    round);
gboolean          pz_group_formation_is_same  (const PzGroupFormation  *self,
                                               const PzGroupFormation  *other);
gboolean          pz_group_formation_place    (const PzGroupFormation  *self,
                                               PzDocument              *activity,
                                               guint                    round,
                                               guint                   *groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupOrder, pz_group_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGroupFormation, pz_group_formation_free)

G_END_DECLS
