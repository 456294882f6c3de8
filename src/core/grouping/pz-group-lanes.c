/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-anneal-private.h"

#include <string.h>

/* The loops of the block annealing: plain C that compilers turn into instructions on many numbers at once. Sums stay
 * below 2^28 (see the tables), so that nothing overflows 32 bits. */

#define NEVER (1 << 30)
#define NOBODY (-(1 << 29))

/* For processors that can, the same loops once more with instructions on twice as many numbers; integers give the same
 * results either way. Not where a sanitizer runs before the choice is made. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define WIDE
#endif

/* Processors that pick out of 32 numbers by one instruction need not fetch the sums of the groups one by one, which is
 * a third of the whole time. Compilers do not find that by themselves, so it is written with vectors, and only for so many groups. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HAS_PICK 1
#define PICK_GROUPS 32
#else
#define PICK_GROUPS 0
#endif

#define ROUND_UP(n) (((n) + 15u) & ~15u)

static gboolean
pick_can_be_used (guint n_groups)
{
#ifdef HAS_PICK
  return n_groups <= PICK_GROUPS && __builtin_cpu_supports ("avx512f");
#else
  return FALSE;
#endif
}

PzGroupLanes *
pz_group_lanes_new (const PzGroupProblem *problem,
                    const GArray         *singles)
{
  PzGroupLanes *self = g_new0 (PzGroupLanes, 1);

  self->n = singles->len;
  self->stride = MAX (ROUND_UP (self->n), PZ_GROUP_BLOCK);
  self->learner = g_memdup2 (singles->data, sizeof (guint) * self->n);
  self->pairs = g_new0 (gint32, (gsize) self->n * self->stride + 1);
  self->sums = g_new0 (gint32, (gsize) problem->m * self->stride);
  self->own = g_new0 (gint32, self->stride);
  self->group = g_new0 (gint32, self->stride);
  self->column = g_new0 (gint32, MAX (problem->m, PICK_GROUPS));
  self->picks = pick_can_be_used (problem->m);
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      self->pairs[(gsize) i * self->stride + j] = pz_group_problem_pair (problem, self->learner[i], self->learner[j]);
  return self;
}

void
pz_group_lanes_free (PzGroupLanes *self)
{
  g_free (self->learner);
  g_free (self->pairs);
  g_free (self->sums);
  g_free (self->own);
  g_free (self->group);
  g_free (self->column);
  g_free (self);
}

/* Takes over the grouping of the state, with sums found from nothing. */
void
pz_group_lanes_set (PzGroupLanes       *self,
                    const PzGroupState *state)
{
  const PzGroupProblem *problem = state->problem;

  memset (self->sums, 0, sizeof (gint32) * problem->m * self->stride);
  for (guint k = 0; k < self->stride; k++)
    self->own[k] = NOBODY;
  for (guint k = 0; k < self->n; k++)
    {
      const gint32 *pairs = problem->pairs + (gsize) self->learner[k] * problem->n;

      for (guint j = 0; j < problem->n; j++)
        self->sums[(gsize) state->group[j] * self->stride + k] += pairs[j];
      self->group[k] = (gint32) state->group[self->learner[k]];
      self->own[k] = self->sums[(gsize) self->group[k] * self->stride + k];
    }
}

/* The sums of learner i with every group, side by side. */
void
pz_group_lanes_take_column (PzGroupLanes *self,
                            guint         i,
                            guint         n_groups)
{
  for (guint h = 0; h < n_groups; h++)
    self->column[h] = self->sums[(gsize) h * self->stride + i];
}

/* What one look needs. */
typedef struct
{
  gint32 base;
  gint32 a;
  gint32 limit;
  guint n_blocks;
} Look;

WIDE static gint32
look_at_blocks (const gint32 *restrict column,
                const gint32 *restrict sums_a,
                const gint32 *restrict own,
                const gint32 *restrict pairs,
                const gint32 *restrict group,
                const Look            *look,
                gint32       *restrict deltas)
{
  gint32 base = look->base, a = look->a, limit = look->limit, any = 0;

  for (guint k = 0; k < look->n_blocks * PZ_GROUP_BLOCK; k++)
    {
      gint32 delta = column[group[k]] - base + sums_a[k] - own[k] - 2 * pairs[k];

      delta = group[k] == a ? NEVER : delta;
      deltas[k] = delta;
      any |= delta <= limit;
    }
  return any;
}

#ifdef HAS_PICK
typedef gint32 Numbers __attribute__ ((vector_size (64), aligned (4)));

#define N_NUMBERS (sizeof (Numbers) / sizeof (gint32))

__attribute__ ((target ("avx512f"))) static gint32
pick_from_blocks (const gint32 *column,
                  const gint32 *sums_a,
                  const gint32 *own,
                  const gint32 *pairs,
                  const gint32 *group,
                  const Look   *look,
                  gint32       *deltas)
{
  const Numbers *few = (const Numbers *) column;
  Numbers any = { 0 };
  gint32 is_any = 0;

  for (guint k = 0; k < look->n_blocks * PZ_GROUP_BLOCK; k += N_NUMBERS)
    {
      Numbers groups = *(const Numbers *) (group + k), is_same = groups == look->a;
      Numbers delta = __builtin_shuffle (few[0], few[1], groups) - look->base + *(const Numbers *) (sums_a + k)
                      - *(const Numbers *) (own + k) - 2 * *(const Numbers *) (pairs + k);

      delta = (delta & ~is_same) | (NEVER & is_same);
      *(Numbers *) (deltas + k) = delta;
      any |= delta <= look->limit;
    }
  for (guint k = 0; k < N_NUMBERS; k++)
    is_any |= any[k];
  return is_any;
}
#endif

/* What swapping i with each of @n_blocks blocks of partners from @from on changes in the pairs; the column of i was
 * taken. Returns whether any is at most @limit. */
gboolean
pz_group_lanes_look (PzGroupLanes *self,
                     guint         i,
                     guint         from,
                     guint         n_blocks,
                     gint32        limit,
                     gint32       *deltas)
{
  gint32 a = self->group[i];
  Look look = { self->column[a], a, limit, n_blocks };
  const gint32 *sums_a = self->sums + (gsize) a * self->stride + from;
  const gint32 *pairs = self->pairs + (gsize) i * self->stride + from;

#ifdef HAS_PICK
  if (self->picks)
    return pick_from_blocks (self->column, sums_a, self->own + from, pairs, self->group + from, &look, deltas) != 0;
#endif
  return look_at_blocks (self->column, sums_a, self->own + from, pairs, self->group + from, &look, deltas) != 0;
}

/* Two groups that exchange a learner each. */
typedef struct
{
  gint32 a, b;
  guint n; /* stride */
} Move;

WIDE static void
move_sums (gint32       *restrict sums_a,
           gint32       *restrict sums_b,
           gint32       *restrict own,
           const gint32 *restrict pairs_i,
           const gint32 *restrict pairs_j,
           const gint32 *restrict group,
           const Move            *move)
{
  gint32 a = move->a, b = move->b;

  for (guint k = 0; k < move->n; k++)
    {
      gint32 change = pairs_j[k] - pairs_i[k];

      sums_a[k] += change;
      sums_b[k] -= change;
      own[k] += (group[k] == a ? change : 0) - (group[k] == b ? change : 0);
    }
}

/* Swaps i and j, who are in different groups. */
void
pz_group_lanes_swap (PzGroupLanes *self,
                     guint         i,
                     guint         j)
{
  const gint32 *pairs_i = self->pairs + (gsize) i * self->stride, *pairs_j = self->pairs + (gsize) j * self->stride;
  Move move = { self->group[i], self->group[j], self->stride };
  gint32 *sums_a = self->sums + (gsize) move.a * self->stride, *sums_b = self->sums + (gsize) move.b * self->stride;

  /* places behind the last learner have no pairs, so theirs stay as they are */
  move_sums (sums_a, sums_b, self->own, pairs_i, pairs_j, self->group, &move);
  self->group[i] = move.b;
  self->group[j] = move.a;
  self->own[i] = sums_b[i];
  self->own[j] = sums_a[j];
}

/* Moves i into group h. */
void
pz_group_lanes_insert (PzGroupLanes *self,
                       guint         i,
                       guint         h)
{
  const gint32 *pairs = self->pairs + (gsize) i * self->stride;
  gint32 a = self->group[i];
  gint32 *sums_a = self->sums + (gsize) a * self->stride, *sums_h = self->sums + (gsize) h * self->stride;

  for (guint k = 0; k < self->stride; k++)
    {
      sums_a[k] -= pairs[k];
      sums_h[k] += pairs[k];
      self->own[k] += (self->group[k] == (gint32) h ? pairs[k] : 0) - (self->group[k] == a ? pairs[k] : 0);
    }
  self->group[i] = (gint32) h;
  self->own[i] = sums_h[i];
}
