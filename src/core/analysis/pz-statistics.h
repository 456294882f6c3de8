/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every calculation here is made of. Arrays are plain; numbers in them are finite unless a comment says otherwise. */
int    pz_statistics_compare         (gconstpointer  a,
                                      gconstpointer  b);
void   pz_statistics_sort            (double        *values,
                                      gsize          n);
double pz_statistics_select          (double        *values,
                                      gsize          n,
                                      gsize          rank);
double pz_statistics_mean            (const double  *values,
                                      gsize          n);
double pz_statistics_variance        (const double  *values,
                                      gsize          n);
double pz_statistics_median          (const double  *values,
                                      gsize          n);
double pz_statistics_median_in_place (double        *values,
                                      gsize          n);
double pz_statistics_quantile        (const double  *values,
                                      gsize          n,
                                      double         share);

double pz_statistics_t_quantile      (double         share,
                                      double         df);
double pz_statistics_t_interval      (gsize          df);
double pz_statistics_t_upper         (double         t,
                                      double         df);
double pz_statistics_normal_upper    (double         z);

/* the normal quantile of 0.975: 95 % intervals reach so many errors to each side */
#define PZ_STATISTICS_Z 1.959963984540054

G_END_DECLS
