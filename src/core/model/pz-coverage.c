/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-coverage.h"

#include <string.h>

struct _PzCoverage
{
  guint n_items;
  guint n_covered;
  PzCoverageFact *facts;   /* by item */
  GArray *goals;           /* PzCoverageGoal, by standard, then learner */
};

static int
compare_goals (gconstpointer a,
               gconstpointer b)
{
  const PzCoverageGoal *x = a, *y = b;

  if (x->standard != y->standard)
    return x->standard < y->standard ? -1 : 1;
  return x->learner < y->learner ? -1 : x->learner > y->learner;
}

static void
count_own (PzCoverage *self)
{
  for (guint i = 0; i < self->goals->len; i++)
    {
      const PzCoverageGoal *goal = &g_array_index (self->goals, PzCoverageGoal, i);
      const PzCoverageGoal *last = i > 0 ? goal - 1 : NULL;
      PzCoverageFact *fact = &self->facts[goal->standard];

      self->n_covered += fact->n_goals == 0;
      fact->n_goals++;
      fact->n_by_status[goal->status]++;
      fact->n_learners += last == NULL || last->standard != goal->standard || last->learner != goal->learner;
    }
}

/* Numbers of a set, one bit each; NULL: empty. */
typedef guint64 *Bits;

static void
set_bit (Bits  *bits,
         guint  n_words,
         guint  number)
{
  if (*bits == NULL)
    *bits = g_new0 (guint64, n_words);
  (*bits)[number / 64] |= G_GUINT64_CONSTANT (1) << number % 64;
}

static void
join_bits (Bits  *bits,
           Bits   other,
           guint  n_words)
{
  if (other == NULL)
    return;
  if (*bits == NULL)
    *bits = g_new0 (guint64, n_words);
  for (guint i = 0; i < n_words; i++)
    (*bits)[i] |= other[i];
}

static guint
count_bits (Bits  bits,
            guint n_words)
{
  guint n = 0;

  for (guint i = 0; bits != NULL && i < n_words; i++)
    n += (guint) __builtin_popcountll (bits[i]);
  return n;
}

/* From the bottom, so that each set is complete before it is joined to those above. An item with several parents counts
 * once at each, and once above both. numbers: by goal, what is counted. */
static void
count_below (PzCoverage            *self,
             const PzStandardOrder *order,
             const guint           *numbers,
             guint                  n_numbers,
             gsize                  field)
{
  const guint *from_bottom = pz_standard_order_get_from_bottom (order);
  guint n_words = (n_numbers + 63) / 64;
  g_autofree Bits *sets = g_new0 (Bits, self->n_items + 1);

  for (guint i = 0; i < self->goals->len; i++)
    set_bit (&sets[g_array_index (self->goals, PzCoverageGoal, i).standard], n_words, numbers[i]);
  for (guint i = 0; i < self->n_items; i++)
    {
      guint item = from_bottom[i], n_children;
      const guint *children = pz_standard_order_get_children (order, item, &n_children);

      for (guint j = 0; j < n_children; j++)
        join_bits (&sets[item], sets[children[j]], n_words);
      G_STRUCT_MEMBER (guint, &self->facts[item], field) = count_bits (sets[item], n_words);
    }
  for (guint i = 0; i < self->n_items; i++)
    g_free (sets[i]);
}

/* learners by their numbers; standards that have a goal are numbered without gaps */
static void
count_all_below (PzCoverage            *self,
                 const PzStandardOrder *order,
                 guint                  n_learners)
{
  g_autofree guint *learners = g_new (guint, self->goals->len + 1);
  g_autofree guint *standards = g_new (guint, self->goals->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->goals->len; i++)
    {
      const PzCoverageGoal *goal = &g_array_index (self->goals, PzCoverageGoal, i);

      n += i > 0 && (goal - 1)->standard != goal->standard;
      learners[i] = goal->learner;
      standards[i] = n;
    }
  count_below (self, order, learners, n_learners, G_STRUCT_OFFSET (PzCoverageFact, n_learners_below));
  count_below (self, order, standards, self->n_covered, G_STRUCT_OFFSET (PzCoverageFact, n_standards_below));
}

/**
 * pz_coverage_new:
 * @order: who stands below whom; only used while it is made
 * @goals: (array length=n_goals): in any order; one that is out of bounds is left out
 * @n_learners: numbers of learners are below
 *
 * Counts for the whole class when it gets the goals of all, for one learner when it gets those of one.
 *
 * Returns: (transfer full): the counts
 */
PzCoverage *
pz_coverage_new (const PzStandardOrder *order,
                 const PzCoverageGoal  *goals,
                 guint                  n_goals,
                 guint                  n_learners)
{
  PzCoverage *self;

  g_return_val_if_fail (order != NULL && (goals != NULL || n_goals == 0), NULL);

  self = g_new0 (PzCoverage, 1);
  self->n_items = pz_standard_order_get_n_items (order);
  self->facts = g_new0 (PzCoverageFact, self->n_items + 1);
  self->goals = g_array_new (FALSE, FALSE, sizeof (PzCoverageGoal));
  for (guint i = 0; i < n_goals; i++)
    if (goals[i].standard < self->n_items && goals[i].learner < n_learners && goals[i].status < PZ_COVERAGE_MAX_STATUSES)
      g_array_append_val (self->goals, goals[i]);
  g_array_sort (self->goals, compare_goals);
  count_own (self);
  count_all_below (self, order, n_learners);
  return self;
}

/**
 * pz_coverage_free:
 */
void
pz_coverage_free (PzCoverage *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->facts);
  g_array_unref (self->goals);
  g_free (self);
}

/**
 * pz_coverage_get:
 * @item: number of a standard in the order
 *
 * Returns: (transfer none): its counts
 */
const PzCoverageFact *
pz_coverage_get (const PzCoverage *self,
                 guint             item)
{
  g_return_val_if_fail (self != NULL && item < self->n_items, NULL);

  return &self->facts[item];
}

/**
 * pz_coverage_get_n_covered:
 *
 * Returns: how many standards have a goal of their own
 */
guint
pz_coverage_get_n_covered (const PzCoverage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_covered;
}

/**
 * pz_coverage_list:
 * @learner: number of a learner
 *
 * Returns: (transfer full) (element-type guint): standards the learner has a goal at, each once, by their numbers
 */
GArray *
pz_coverage_list (const PzCoverage *self,
                  guint             learner)
{
  GArray *items;

  g_return_val_if_fail (self != NULL, NULL);

  items = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->goals->len; i++)
    {
      const PzCoverageGoal *goal = &g_array_index (self->goals, PzCoverageGoal, i);

      if (goal->learner == learner && (items->len == 0 || g_array_index (items, guint, items->len - 1) != goal->standard))
        g_array_append_val (items, goal->standard);
    }
  return items;
}
