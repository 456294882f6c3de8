/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-class.h"

G_BEGIN_DECLS

struct _PzGroupClass
{
  GPtrArray *learners; /* PzDocument */
  PzDocument *classroom;
  char **ids;
  char **names;
};

PzRecord *pz_group_class_get_record (const PzGroupClass *self,
                                     guint               learner);

G_END_DECLS
