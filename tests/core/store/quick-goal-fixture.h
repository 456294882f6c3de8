/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "classroom-fixture.h"
#include "pz-quick-goals.h"

G_BEGIN_DECLS

void       quick_save            (PzClassroom      *classroom,
                                  const char       *label);
/* transfer full: id of a new goal, whose measure counts words a minute from 0 to 250 */
char      *quick_add_goal        (PzClassroom      *classroom,
                                  PzDocument       *document,
                                  const char       *title);
PzRecord  *quick_add_measurement (PzDocument       *document,
                                  const char       *goal,
                                  const char       *date,
                                  double            value);
/* transfer full, element-type PzQuickFacts: what is on the disk of one learner */
GPtrArray *quick_read_goals      (ClassroomFixture *fixture,
                                  const char       *id);

G_END_DECLS
