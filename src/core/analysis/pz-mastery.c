/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-mastery.h"

#include "pz-statistics.h"

#include <glib/gi18n-lib.h>

/* the weight of the latest evidence in a decaying average, as learning platforms have it */
#define LATEST_WEIGHT 0.65
#define N_OF_MEDIAN   3

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const PzEvidence *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

/* by day; of one day in the order they came, which this sort keeps */
static void
sort_evidence (PzEvidence *evidence,
               gsize       n)
{
  gsize i = 1;

  while (i < n && evidence[i - 1].day <= evidence[i].day)
    i++;
  if (i < n)
    g_qsort_with_data (evidence, (int) n, sizeof *evidence, compare_days, NULL);
}

static double
find_highest (const PzEvidence *evidence,
              gsize             n)
{
  double highest = evidence[0].value;

  for (gsize i = 1; i < n; i++)
    highest = MAX (highest, evidence[i].value);
  return highest;
}

static double
find_recent_median (const PzEvidence *evidence,
                    gsize             n)
{
  double recent[N_OF_MEDIAN];
  gsize k = MIN (n, N_OF_MEDIAN);

  for (gsize i = 0; i < k; i++)
    recent[i] = evidence[n - 1 - i].value;
  return pz_statistics_median_in_place (recent, k);
}

static double
find_decaying (const PzEvidence *evidence,
               gsize             n)
{
  double sum = 0;

  for (gsize i = 0; i + 1 < n; i++)
    sum += evidence[i].value;
  if (n == 1)
    return evidence[0].value;
  return LATEST_WEIGHT * evidence[n - 1].value + (1 - LATEST_WEIGHT) * sum / (double) (n - 1);
}

/**
 * pz_mastery_get_value:
 * @evidence: (array length=n): in any order; is put in the order of days
 * @n: how many
 * @method: how they become one value
 * @value: (out): on the scale of the evidence
 *
 * The decaying average is 0.65 of the latest and 0.35 of the mean of all earlier ones; of one it is that one. The order
 * is that of the days the evidence is from: work handed in late does not count as the latest.
 *
 * Returns: a refusal without evidence
 */
PzRefusal
pz_mastery_get_value (PzEvidence      *evidence,
                      gsize            n,
                      PzMasteryMethod  method,
                      double          *value)
{
  g_return_val_if_fail (value != NULL && (evidence != NULL || n == 0) && n <= G_MAXINT, pz_refusal_none ());

  if (n == 0)
    return pz_refusal_new (PZ_REFUSAL_NOT_RATED);
  sort_evidence (evidence, n);
  switch (method)
    {
    case PZ_MASTERY_HIGHEST:
      *value = find_highest (evidence, n);
      break;
    case PZ_MASTERY_MEDIAN:
      *value = find_recent_median (evidence, n);
      break;
    case PZ_MASTERY_DECAYING:
      *value = find_decaying (evidence, n);
      break;
    case PZ_MASTERY_LATEST:
    default:
      *value = evidence[n - 1].value;
      break;
    }
  return pz_refusal_none ();
}

/**
 * pz_mastery_is_reached:
 * @evidence: (array length=n): in any order; is put in the order of days
 * @n: how many
 * @level: the least that counts
 * @n_reached: how many must be at it, at least 1
 * @n_latest: of so many of the latest, at least @n_reached
 * @reached: (out): whether they are
 *
 * n of m: with less than @n_latest pieces those there are count.
 *
 * Returns: a refusal while there is too little evidence for it to be reached
 */
PzRefusal
pz_mastery_is_reached (PzEvidence *evidence,
                       gsize       n,
                       double      level,
                       guint       n_reached,
                       guint       n_latest,
                       gboolean   *reached)
{
  guint n_found = 0;

  g_return_val_if_fail (reached != NULL && (evidence != NULL || n == 0) && n <= G_MAXINT, pz_refusal_none ());
  g_return_val_if_fail (n_reached > 0 && n_latest >= n_reached, pz_refusal_none ());

  if (n < n_reached)
    return pz_refusal_more_points (n, n_reached);
  sort_evidence (evidence, n);
  for (gsize i = n > n_latest ? n - n_latest : 0; i < n; i++)
    n_found += evidence[i].value >= level;
  *reached = n_found >= n_reached;
  return pz_refusal_none ();
}

/**
 * pz_mastery_get_label:
 * @method: one of them
 *
 * Returns: the name of the method, which is written beside every value
 */
const char *
pz_mastery_get_label (PzMasteryMethod method)
{
  static const char *const labels[PZ_N_MASTERY_METHODS] = {
    NC_("mastery", "latest"),
    NC_("mastery", "highest"),
    NC_("mastery", "median of the last three"),
    NC_("mastery", "decaying average: the latest counts 65 %"),
  };

  g_return_val_if_fail (method < PZ_N_MASTERY_METHODS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "mastery", labels[method]);
}
