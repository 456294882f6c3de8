/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SimValues:
 * @n: how many were written: the n-th is the text "w000000" with that number
 * @replaced: (element-type gboolean): somebody who saw it wrote over it or took it away
 * @excused: (element-type gboolean): it lay nowhere any more after something came back from a backup
 *
 * Every value that was ever written, for the oracle.
 */
typedef struct
{
  guint n;
  GArray *replaced;
  GArray *excused;
} SimValues;

void  sim_values_init        (SimValues   *self);
void  sim_values_clear       (SimValues   *self);
char *sim_values_new         (SimValues   *self);
void  sim_values_replace     (SimValues   *self,
                                   const char  *text);
void  sim_values_excuse_gone (SimValues   *self,
                                   const char  *there);
void  sim_values_excuse_in   (SimValues   *self,
                                   const char  *text);
guint sim_values_count_lost  (SimValues   *self,
                                   const char  *state);

G_END_DECLS
