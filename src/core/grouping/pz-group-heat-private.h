/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PZ_GROUP_HEAT_LOGS 4096
#define PZ_GROUP_HEAT_ONE 256

/* Thresholds of annealing, without floating point where something is decided. */
typedef struct
{
  gint64 logs[PZ_GROUP_HEAT_LOGS]; /* -log of evenly spread shares of 1, times 65536 */
} PzGroupHeat;

void   pz_group_heat_init (PzGroupHeat *self);
double pz_group_heat_fall (double       first,
                           double       last,
                           guint64      n_steps);

/* What a move may cost: @heat, in 256ths, times -log of a number between 0 and 1 made of the 12 lowest bits drawn. */
static inline gint64
pz_group_heat_threshold (const PzGroupHeat *self,
                         guint64            drawn,
                         gint64             heat)
{
  return (heat * self->logs[drawn % PZ_GROUP_HEAT_LOGS]) / (65536 * (gint64) PZ_GROUP_HEAT_ONE);
}

/* A number below the limit, which is small, by the 32 lowest of the bits. */
static inline guint
pz_group_heat_pick (guint64 bits,
                    guint   limit)
{
  return (guint) (((bits & G_MAXUINT32) * limit) >> 32);
}

G_END_DECLS
