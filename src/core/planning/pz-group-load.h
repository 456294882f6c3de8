/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-copy.h"
#include "pz-group-class.h"
#include "pz-group-history.h"

G_BEGIN_DECLS

/**
 * PzGroupLoad:
 * @day: the day the groups are for
 * @without: (nullable) (array zero-terminated=1): ids of learners who do not take part
 * @activity: (nullable): id of the activity the groups are for: it is no history of its own
 * @half_life: of the history, in weeks
 * @learners: (out): who takes part
 * @history: (out): of the same
 * @n_absent: (out): learners who are noted as away on that day, and were left out
 *
 * What is taken of a class to group it.
 */
typedef struct
{
  GDate day;
  char **without;
  char *activity;
  double half_life;
  PzGroupClass *learners;
  PzGroupHistory *history;
  guint n_absent;
} PzGroupLoad;

gboolean pz_group_load_run   (PzGroupLoad            *self,
                              const PzClassroomCopy  *copy,
                              GError                **error);
void     pz_group_load_clear (PzGroupLoad            *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzGroupLoad, pz_group_load_clear)

G_END_DECLS
