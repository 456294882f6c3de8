/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-trait-table.h"

G_BEGIN_DECLS

/* A text of a set, a lens value ("LENS:VALUE"), or a choice of access at home. */
typedef struct
{
  PzFilterField field;
  char *text;
} PzTraitFact;

struct _PzTraitFacts
{
  char id[37];
  GArray *facts; /* of PzTraitFact */
};

G_END_DECLS
