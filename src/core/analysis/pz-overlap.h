/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/* How far ahead it is counted, in points of the second phase. */
#define PZ_OVERLAP_MAX_MORE 26
/* The least points in each phase for a verdict: 3 against 3 without any overlap would already exclude chance. */
#define PZ_OVERLAP_MIN_POINTS 5

/**
 * PzOverlap:
 * @refusal: why there is nothing; the other members are then 0
 * @m: points before
 * @n: points with
 * @nap: share of the pairs of one point before and one with that went the wanted way; 0 to 1, 0.5 is no difference
 * @se_null: its standard error if there is no difference
 * @no_error: why there is no @se
 * @se: its standard error, unbiased
 * @lower: lower end of the 95 % interval of @nap
 * @upper: its upper end
 * @tau: 2 nap - 1
 * @tau_u: tau less the rise within the first phase; can pass 1; for exchange only
 * @s_ab: pairs that rise less pairs that fall, one before and one with
 * @s_aa: the same within the first phase, in the order of time
 * @pnd: share of the points with that are above all before
 * @pem: share of the points with that are above the median before
 *
 * How much two phases differ, without saying anything of the distance: values of every unit can be compared so.
 */
typedef struct
{
  PzRefusal refusal;
  gsize m;
  gsize n;
  double nap;
  double se_null;
  PzRefusal no_error;
  double se;
  double lower;
  double upper;
  double tau;
  double tau_u;
  gint64 s_ab;
  gint64 s_aa;
  double pnd;
  double pem;
} PzOverlap;

void      pz_overlap_measure      (const double *a,
                                   gsize         m,
                                   const double *b,
                                   gsize         n,
                                   PzOverlap    *overlap);
void      pz_overlap_get_interval (double        nap,
                                   gsize         m,
                                   gsize         n,
                                   double       *lower,
                                   double       *upper);
PzRefusal pz_overlap_count_more   (double        nap,
                                   gsize         m,
                                   gsize         n,
                                   guint        *n_more);

G_END_DECLS
