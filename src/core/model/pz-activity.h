/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

/* How an activity brings learners together, in the order of the schema. */
typedef enum
{
  PZ_SETTING_ALONE,
  PZ_SETTING_PAIRS,
  PZ_SETTING_GROUPS,
  PZ_SETTING_WHOLE_CLASS,
  PZ_SETTING_ONE_TO_ONE,
  PZ_N_SETTINGS, /* nothing is said */
} PzSetting;

/**
 * PzActivityPart:
 * @learner: id of a learner
 * @round: in which round, from 1
 * @group: (nullable): id of the group; %NULL: in none
 * @role: (nullable): what the learner does in it; %NULL: nothing is said
 * @absent: whether the learner was not there; one of whom nothing is said was
 *
 * Who takes part, and with whom.
 */
typedef struct
{
  char *learner;
  guint round;
  char *group;
  char *role;
  gboolean absent;
} PzActivityPart;

/**
 * PzActivity:
 * @id: of its document
 * @title: what is done; may be empty
 * @day: when, as GDate counts days; 0 when that is not said. Of a regular activity: the first day
 * @minutes: how long it takes; NaN when that is not said
 * @setting: how learners are together
 * @held: whether it took place; what is only planned is never counted as observed
 * @every: weeks between two days of the regular week; 0: it does not repeat. One that does stands for its days only, on
 *   none of them it is itself
 * @until: the last day it may repeat on; 0: for good
 * @left_out: days it is left out
 * @regular: (nullable): id of the regular activity that had it planned
 * @regular_day: the day that was planned; 0 without @regular
 * @strategies: ids of the tools and approaches in use, sorted
 * @has_groups: whether there are pairs or groups; who is in none of them does not take part then
 * @parts: (element-type PzActivityPart): in the order of the file; none: everybody takes part
 *
 * What a document says of an activity. Never changes: share it by reference, also between threads.
 */
typedef struct
{
  char *id;
  char *title;
  guint32 day;
  double minutes;
  PzSetting setting;
  gboolean held;
  guint every;
  guint32 until;
  PzDaySpans *left_out;
  char *regular;
  guint32 regular_day;
  GStrv strategies;
  gboolean has_groups;
  GArray *parts;
} PzActivity;

PzActivity *pz_activity_new               (PzDocument       *document);
PzActivity *pz_activity_ref               (PzActivity       *self);
void        pz_activity_unref             (PzActivity       *self);
gboolean    pz_activity_takes_part        (const PzActivity *self,
                                           const char       *learner);
gboolean    pz_activity_was_there         (const PzActivity *self,
                                           const char       *learner);
guint       pz_activity_count_there       (const PzActivity *self);

PzSetting   pz_setting_from_name          (const char       *name);
const char *pz_setting_get_name           (PzSetting         setting);
gboolean    pz_setting_has_groups         (PzSetting         setting);
guint       pz_activity_get_round         (PzRecord         *record);
guint       pz_activity_get_repeats       (PzRecord         *activity);
void        pz_activity_set_repeats       (PzRecord         *activity,
                                           guint             weeks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzActivity, pz_activity_unref)

G_END_DECLS
