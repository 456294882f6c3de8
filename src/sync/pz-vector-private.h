/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-vector.h"

G_BEGIN_DECLS

/* Open to pz-vector.c, pz-vector-json.c and pz-vector-within.c alone. */
struct _PzVector
{
  char *classroom;
  GHashTable *entries; /* guint64 in the entry -> PzVectorEntry, owned */
};

G_END_DECLS
