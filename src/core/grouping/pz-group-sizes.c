/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-builder.h"

/**
 * pz_group_sizes_even:
 * @n_learners: 1 or more
 * @n_groups: 1 to @n_learners
 * @sizes: (element-type PzGroupSize): is added to
 *
 * So many groups, of sizes that differ by 1 at most; the larger come first.
 */
void
pz_group_sizes_even (guint   n_learners,
                     guint   n_groups,
                     GArray *sizes)
{
  g_return_if_fail (n_groups > 0 && n_groups <= n_learners && sizes != NULL);

  for (guint h = 0; h < n_groups; h++)
    {
      guint size = n_learners / n_groups + (h < n_learners % n_groups);
      PzGroupSize one = { size, size };

      g_array_append_val (sizes, one);
    }
}

/**
 * pz_group_sizes_for:
 * @n_learners: 1 or more
 * @size: about how many a group has, 1 or more
 * @sizes: (element-type PzGroupSize): is added to
 *
 * As many groups as come closest to the size, of sizes that differ by 1 at most; the larger come first. Of two numbers
 * of groups equally close, the one with smaller groups.
 *
 * Returns: the number of groups
 */
guint
pz_group_sizes_for (guint   n_learners,
                    guint   size,
                    GArray *sizes)
{
  guint n_groups, above, below;

  g_return_val_if_fail (n_learners > 0 && size > 0 && sizes != NULL, 0);

  n_groups = MAX (n_learners / size, 1);
  /* how far n / groups is from the size, times groups x (groups + 1) */
  above = (n_learners - MIN (n_learners, n_groups * size)) * (n_groups + 1);
  below = (n_groups + 1) * size > n_learners ? ((n_groups + 1) * size - n_learners) * n_groups : 0;
  if (below <= above && n_groups < n_learners)
    n_groups++;
  pz_group_sizes_even (n_learners, n_groups, sizes);
  return n_groups;
}

/**
 * pz_group_sizes_between:
 * @n_learners: 1 or more
 * @least: learners in a group, 1 or more
 * @most: learners in a group, @least or more
 * @sizes: (element-type PzGroupSize): is added to
 *
 * The least number of groups that do with sizes between the two; every group may have any of them.
 *
 * Returns: %FALSE when no number of such groups has as many learners, such as 7 in groups of 4 to 5
 */
gboolean
pz_group_sizes_between (guint   n_learners,
                        guint   least,
                        guint   most,
                        GArray *sizes)
{
  PzGroupSize one = { least, most };
  guint n_groups;

  g_return_val_if_fail (n_learners > 0 && least > 0 && least <= most && sizes != NULL, FALSE);

  n_groups = (n_learners - 1) / most + 1;
  if ((guint64) n_groups * least > n_learners)
    return FALSE;
  for (guint h = 0; h < n_groups; h++)
    g_array_append_val (sizes, one);
  return TRUE;
}
