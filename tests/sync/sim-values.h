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
 * @learners: (element-type utf8): id of the learner it was written of
 *
 * Every value that was ever written, for the oracle.
 */
typedef struct
{
  guint n;
  GArray *replaced;
  GArray *excused;
  GPtrArray *learners;
} SimValues;

void  sim_values_init        (SimValues   *self);
void  sim_values_clear       (SimValues   *self);
char *sim_values_new         (SimValues   *self,
                                   const char  *learner);
void  sim_values_replace     (SimValues   *self,
                                   const char  *text);
void  sim_values_excuse_gone (SimValues   *self,
                                   const char  *there);
void  sim_values_excuse_in   (SimValues   *self,
                                   const char  *text);
/* Values of learners that were removed for good are lost, as they must be; purged: paths of documents as keys. Returns how
 * many of them still stand in the text. */
guint sim_values_excuse_erased (SimValues  *self,
                                   GHashTable  *purged,
                                   const char  *there);
guint sim_values_count_lost  (SimValues   *self,
                                   const char  *state);

G_END_DECLS
