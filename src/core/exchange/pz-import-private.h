/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import.h"

G_BEGIN_DECLS

struct _PzImportPlan
{
  PzClassroom *classroom; /* NULL: a new class */
  char *name;
  char *sourced_id;
  char *subject;
  char *school;
  char *term_start;
  char *term_end;
  GPtrArray *items;  /* PzImportItem */
  GPtrArray *people; /* when the plan made the list itself; borrowed people */
};

G_END_DECLS
