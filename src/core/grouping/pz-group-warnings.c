/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-warnings.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Groupings that are looked at for tracking, and the share between groups that is streaming rather than mixing. */
#define TRACKING_PASTS 5
#define TRACKING 0.5

/* what the numbers of those in the group add up to, of whom it is known */
typedef struct
{
  double sum;
  guint n;
} Mean;

static Mean *
find_means (const double      *readiness,
            guint              n_learners,
            const PzGroupPast *past,
            Mean              *all)
{
  Mean *means = g_new0 (Mean, past->n_groups + 1);

  *all = (Mean) { 0, 0 };
  for (guint i = 0; i < n_learners; i++)
    {
      int h = past->groups[i];

      if (h < 0 || (guint) h >= past->n_groups || !isfinite (readiness[i]))
        continue;
      means[h].sum += readiness[i];
      means[h].n++;
      all->sum += readiness[i];
      all->n++;
    }
  return means;
}

/**
 * pz_group_warnings_between:
 * @readiness: (array length=n_learners): NAN where it is not known
 * @n_learners: how many
 * @past: a grouping
 *
 * The share of the scatter of readiness that lies between the groups, sum n_g (m_g - m)^2 / sum (x - m)^2 (Fisher 1925):
 * 0 when every group mirrors the class, 1 for streaming.
 *
 * Returns: the share, NAN when all numbers are the same
 */
double
pz_group_warnings_between (const double      *readiness,
                           guint              n_learners,
                           const PzGroupPast *past)
{
  g_autofree Mean *means = NULL;
  double between = 0, scatter = 0, mean;
  Mean all;

  g_return_val_if_fail (readiness != NULL && past != NULL, NAN);

  means = find_means (readiness, n_learners, past, &all);
  mean = all.n > 0 ? all.sum / all.n : 0;
  for (guint h = 0; h < past->n_groups; h++)
    if (means[h].n > 0)
      between += means[h].n * (means[h].sum / means[h].n - mean) * (means[h].sum / means[h].n - mean);
  for (guint i = 0; i < n_learners; i++)
    if (past->groups[i] >= 0 && (guint) past->groups[i] < past->n_groups && isfinite (readiness[i]))
      scatter += (readiness[i] - mean) * (readiness[i] - mean);
  return scatter > 0 ? between / scatter : (double) NAN;
}

/**
 * pz_group_warnings_chance:
 * @n_learners: how many
 * @n_groups: how many
 *
 * Returns: the share between groups that is to be expected by chance, (m - 1) / (n - 1)
 */
double
pz_group_warnings_chance (guint n_learners,
                          guint n_groups)
{
  return n_learners > 1 && n_groups > 0 ? (n_groups - 1.0) / (n_learners - 1.0) : 0;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * pz_group_warnings_is_tracking:
 * @readiness: (array length=n_learners): NAN where it is not known
 * @n_learners: how many
 * @pasts: (array length=n_pasts): groupings, the last one last
 * @n_pasts: how many
 *
 * Returns: whether the median share between groups over the last five groupings is more than a half; %FALSE while there
 *   are fewer than five
 */
gboolean
pz_group_warnings_is_tracking (const double      *readiness,
                               guint              n_learners,
                               const PzGroupPast *pasts,
                               guint              n_pasts)
{
  double shares[TRACKING_PASTS];

  g_return_val_if_fail (readiness != NULL && (pasts != NULL || n_pasts == 0), FALSE);

  if (n_pasts < TRACKING_PASTS)
    return FALSE;
  for (guint k = 0; k < TRACKING_PASTS; k++)
    {
      shares[k] = pz_group_warnings_between (readiness, n_learners, &pasts[n_pasts - TRACKING_PASTS + k]);
      if (isnan (shares[k]))
        return FALSE;
    }
  qsort (shares, TRACKING_PASTS, sizeof (double), compare_doubles);
  return shares[TRACKING_PASTS / 2] > TRACKING;
}

/* the group with the lowest mean, -1 when there are not two with a mean; of equals the first */
static int
find_lowest (const double      *readiness,
             guint              n_learners,
             const PzGroupPast *past)
{
  Mean all;
  g_autofree Mean *means = find_means (readiness, n_learners, past, &all);
  int lowest = -1;
  guint n_known = 0;

  for (guint h = 0; h < past->n_groups; h++)
    if (means[h].n > 0)
      {
        n_known++;
        if (lowest < 0 || means[h].sum * means[lowest].n < means[lowest].sum * means[h].n)
          lowest = (int) h;
      }
  return n_known > 1 ? lowest : -1;
}

/**
 * pz_group_warnings_tail:
 * @chances: (array length=n): of each trial, 0 to 1
 * @n: how many
 * @times: how often it happened
 *
 * Groupings may have different numbers of groups, so the distribution is built up one by one.
 *
 * Returns: P (X >= times), X the number of trials in which it happens by chance
 */
double
pz_group_warnings_tail (const double *chances,
                        guint         n,
                        guint         times)
{
  g_autofree double *shares = g_new0 (double, n + 2);
  double tail = 0;

  shares[0] = 1;
  for (guint k = 0; k < n; k++)
    {
      for (guint x = k + 1; x > 0; x--)
        shares[x] = shares[x] * (1 - chances[k]) + shares[x - 1] * chances[k];
      shares[0] *= 1 - chances[k];
    }
  for (guint x = times; x <= n; x++)
    tail += shares[x];
  return tail;
}

/**
 * pz_group_warnings_lowest:
 * @readiness: (array length=n_learners): NAN where it is not known
 * @n_learners: how many
 * @pasts: (array length=n_pasts): groupings, the last one last
 * @n_pasts: how many
 *
 * Who is in the group with the lowest mean readiness three times in a row, or so often that chance would rarely do it to
 * anybody of the class: learners x P (X >= times) <= 0.05, X binomial (Bonferroni 1936).
 *
 * Returns: (transfer full) (element-type PzGroupLowest): by number of the learner
 */
GArray *
pz_group_warnings_lowest (const double      *readiness,
                          guint              n_learners,
                          const PzGroupPast *pasts,
                          guint              n_pasts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PzGroupLowest));
  g_autofree int *lowest = NULL;
  g_autofree double *chances = NULL;

  g_return_val_if_fail (readiness != NULL && (pasts != NULL || n_pasts == 0), found);

  lowest = g_new (int, n_pasts + 1);
  chances = g_new (double, n_pasts + 1);
  for (guint k = 0; k < n_pasts; k++)
    lowest[k] = find_lowest (readiness, n_learners, &pasts[k]);
  for (guint i = 0; i < n_learners; i++)
    {
      PzGroupLowest one = { i };

      for (guint k = 0; k < n_pasts; k++)
        {
          if (lowest[k] < 0 || pasts[k].groups[i] < 0)
            continue;
          chances[one.of++] = 1.0 / pasts[k].n_groups;
          one.in_a_row = pasts[k].groups[i] == lowest[k] ? one.in_a_row + 1 : 0;
          one.times += pasts[k].groups[i] == lowest[k];
        }
      if (one.in_a_row >= PZ_GROUP_IN_A_ROW
          || (one.times > 0 && n_learners * pz_group_warnings_tail (chances, one.of, one.times) <= PZ_GROUP_RARE))
        g_array_append_val (found, one);
    }
  return found;
}

/* the rank of each group by its mean, 0 for the lowest; equal means share a rank */
static guint
find_rank (const Mean *means,
           guint       n_groups,
           guint       group)
{
  guint rank = 0;

  for (guint h = 0; h < n_groups; h++)
    rank += means[h].n > 0 && means[h].sum * means[group].n < means[group].sum * means[h].n;
  return rank;
}

/**
 * pz_group_warnings_movement:
 * @readiness: (array length=n_learners): NAN where it is not known
 * @n_learners: how many
 * @pasts: (array length=n_pasts): groupings, the last one last
 * @n_pasts: how many
 *
 * Returns: the share of learners who came to a group of another rank by readiness from one grouping to the next, over all
 *   of them; NAN when nobody was in two
 */
double
pz_group_warnings_movement (const double      *readiness,
                            guint              n_learners,
                            const PzGroupPast *pasts,
                            guint              n_pasts)
{
  guint n_moved = 0, n_all = 0;

  g_return_val_if_fail (readiness != NULL && (pasts != NULL || n_pasts == 0), NAN);

  for (guint k = 1; k < n_pasts; k++)
    {
      Mean all;
      g_autofree Mean *before = find_means (readiness, n_learners, &pasts[k - 1], &all);
      g_autofree Mean *after = find_means (readiness, n_learners, &pasts[k], &all);

      for (guint i = 0; i < n_learners; i++)
        {
          int a = pasts[k - 1].groups[i], b = pasts[k].groups[i];

          if (a < 0 || b < 0 || (guint) a >= pasts[k - 1].n_groups || (guint) b >= pasts[k].n_groups || before[a].n == 0
              || after[b].n == 0)
            continue;
          n_all++;
          n_moved += find_rank (before, pasts[k - 1].n_groups, (guint) a) != find_rank (after, pasts[k].n_groups, (guint) b);
        }
    }
  return n_all > 0 ? (double) n_moved / n_all : (double) NAN;
}

/**
 * pz_group_lowest_dup_text:
 * @self: who, and how often
 * @name: of the learner
 *
 * Returns: (transfer full): the fact first, then the advice, translated
 */
char *
pz_group_lowest_dup_text (const PzGroupLowest *self,
                          const char          *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  /* Translators: %1$s is a name, %2$u how often, %3$u groupings there were */
  return g_strdup_printf (ngettext ("%1$s: lowest group in %2$u of %3$u. Groups that change serve those who find it hard better than fixed ones.",
                                    "%1$s: lowest group in %2$u of %3$u. Groups that change serve those who find it hard better than fixed ones.",
                                    self->of),
                          name, self->times, self->of);
}
