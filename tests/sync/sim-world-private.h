/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim-device.h"
#include "sim-remote.h"
#include "sim-world.h"

G_BEGIN_DECLS

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* Open to the files sim-world.c and sim-finish.c alone. */
typedef struct
{
  char *data_dir;
  guint64 seed;
  PzRandom random;
  SimDisaster disaster;
  gboolean of_laptop; /* which one SIM_ONE means */
  SimRemote *remote;
  GPtrArray *devices; /* SimDevice */
  SimValues values;
  PzKeyring *keys;    /* (nullable): every key there was; NULL: nothing is encrypted */
  SimDevice *removed; /* (nullable): whose person gets no new key any more */
  gboolean removed_knows; /* the key that counts in the end: it can go on */
  gboolean is_calm;
  guint n_busy;
  guint n_places;
  guint n_forks;
  SimResult *result;
} SimWorld;

/* the run has failed, unless it has before */
void       sim_world_fail        (SimWorld   *w,
                                  const char *what);
void       sim_world_synchronise (SimWorld   *w,
                                  SimDevice  *device);
SimDevice *sim_world_add_device  (SimWorld   *w);
void       sim_world_advance_all (SimWorld   *w,
                                  gint64      ms);
/* all that lies anywhere or is on its way; but not on a device that was lost */
char      *sim_world_gather_all  (SimWorld   *w);
/* sim-finish.c */
void       sim_world_finish      (SimWorld   *w);

G_END_DECLS
