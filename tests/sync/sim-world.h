/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SimDisaster:
 * @SIM_ONE: a laptop or the server comes back from a backup, drawn for each run; who restores a laptop notices
 * @SIM_BOTH: both may happen in one run
 * @SIM_FORK: both, and half of the restored laptops do not notice: two histories use one id
 * @SIM_NONE: nothing does
 */
typedef enum
{
  SIM_ONE,
  SIM_BOTH,
  SIM_FORK,
  SIM_NONE,
} SimDisaster;

/**
 * SimResult:
 * @n_values: how many values were written
 * @n_lost: those that are nowhere, though nobody who saw them took them away
 * @n_siblings: values that wait beside another one
 * @n_files: on the server at the end
 * @n_idle: requests of a synchronisation when nothing has changed
 * @n_forks: how often a device took another id
 * @n_aside: objects that could not be placed
 * @n_keys: keys that the class had, one after the other
 * @fault: (nullable): what else is wrong, for people
 *
 * How a run ended.
 */
typedef struct
{
  guint n_values;
  guint n_lost;
  guint n_siblings;
  guint n_files;
  guint n_idle;
  guint n_forks;
  guint n_aside;
  guint n_keys;
  char *fault;
} SimResult;

void sim_run (const char  *data_dir,
              guint64      seed,
              SimDisaster  disaster,
              gboolean     is_encrypted,
              SimResult   *result);

G_END_DECLS
