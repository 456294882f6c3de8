/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-builder.h"
#include "pz-group-problem-private.h"

G_BEGIN_DECLS

struct _PzGroupBuilder
{
  PzGroupProblem *problem;
  gboolean raw;
  gboolean has_numbers;
  gboolean broken; /* was told something that cannot be */
};

G_END_DECLS
