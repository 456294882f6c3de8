/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-heat-private.h"

#include "pz-group-bound-private.h"

#include <math.h>

void
pz_group_heat_init (PzGroupHeat *self)
{
  for (guint k = 0; k < PZ_GROUP_HEAT_LOGS; k++)
    self->logs[k] = llround (-pz_group_log ((k + 0.5) / PZ_GROUP_HEAT_LOGS) * 65536);
}

/* The factor that takes the first heat to the last in so many steps. */
double
pz_group_heat_fall (double  first,
                    double  last,
                    guint64 n_steps)
{
  return pz_group_exp (pz_group_log (last / first) / (double) n_steps);
}
