/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-anneal-private.h"

#include <string.h>
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#include <immintrin.h>
#define HAS_PICK 1
#endif

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
 * a third of the whole time. Compilers do not find that by themselves, so it is written for them, and only for so many groups. */
#define PICK_GROUPS 32

#define CACHE_LINE 64
#define ROUND_UP(n) (((n) + PZ_GROUP_CHUNK - 1u) / PZ_GROUP_CHUNK * PZ_GROUP_CHUNK)

static gboolean
pick_can_be_used (guint n_groups)
{
#ifdef HAS_PICK
  return n_groups <= PICK_GROUPS && __builtin_cpu_supports ("avx512f");
#else
  return FALSE;
#endif
}

/* (transfer full): numbers that begin with a cache line, as every row of them does then */
static gint32 *
make_numbers (gsize n)
{
  return g_aligned_alloc0 (n, sizeof (gint32), CACHE_LINE);
}

PzGroupLanes *
pz_group_lanes_new (const PzGroupProblem *problem,
                    const GArray         *singles)
{
  PzGroupLanes *self = g_new0 (PzGroupLanes, 1);

  self->n = singles->len;
  self->stride = MAX (ROUND_UP (self->n), PZ_GROUP_BLOCK);
  self->n_chunks = self->stride / PZ_GROUP_CHUNK;
  self->n_groups = problem->m;
  self->learner = g_memdup2 (singles->data, sizeof (guint) * self->n);
  self->pairs = make_numbers ((gsize) MAX (self->n, 1) * self->stride);
  self->sums = make_numbers ((gsize) problem->m * self->stride);
  self->own = make_numbers (self->stride);
  self->group = make_numbers (self->stride);
  self->column = make_numbers (MAX (problem->m, PICK_GROUPS));
  self->next_column = make_numbers (MAX (problem->m, PICK_GROUPS));
  self->next = G_MAXUINT;
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
  g_aligned_free (self->pairs);
  g_aligned_free (self->sums);
  g_aligned_free (self->own);
  g_aligned_free (self->group);
  g_aligned_free (self->column);
  g_aligned_free (self->next_column);
  g_free (self);
}

/* Takes over the grouping of the state, with sums found from nothing. */
void
pz_group_lanes_set (PzGroupLanes       *self,
                    const PzGroupState *state)
{
  const PzGroupProblem *problem = state->problem;

  self->next = G_MAXUINT;
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

static void
gather_column (const PzGroupLanes *self,
               guint               i,
               gint32             *column)
{
  for (guint h = 0; h < self->n_groups; h++)
    column[h] = self->sums[(gsize) h * self->stride + i];
}

/* The sums of learner i with every group, side by side. Those of the next in turn are gathered, too: read as one so soon
 * after they were written one by one, they would be waited for. */
static void
take_column (PzGroupLanes *self,
             guint         i)
{
  gint32 *column = self->next_column;

  if (self->next != i)
    gather_column (self, i, column);
  self->next_column = self->column;
  self->column = column;
  self->next = i + 1 < self->n ? i + 1 : 0;
  gather_column (self, self->next, self->next_column);
}

/* What one look needs. */
typedef struct
{
  const gint32 *column;
  const gint32 *sums_a;
  const gint32 *own;
  const gint32 *pairs;
  const gint32 *group;
  gint32 base;
  gint32 a;
  gint32 limit;
  guint chunk; /* the first */
  guint n_chunks;
  guint n_blocks;
} Look;

/* Partners that stand side by side. Returns whether any is at most the limit. */
WIDE static gint32
look_along (const gint32 *restrict column,
            const gint32 *restrict sums_a,
            const gint32 *restrict own,
            const gint32 *restrict pairs,
            const gint32 *restrict group,
            const Look            *look,
            guint                  n,
            gint32       *restrict deltas)
{
  gint32 base = look->base, a = look->a, limit = look->limit, any = 0;

  for (guint k = 0; k < n; k++)
    {
      gint32 delta = column[group[k]] - base + sums_a[k] - own[k] - 2 * pairs[k];

      delta = group[k] == a ? NEVER : delta;
      deltas[k] = delta;
      any |= delta <= limit;
    }
  return any;
}

/* a bit for each of a block that is at most the limit */
WIDE static guint32
mark_hits (const gint32 *deltas,
           gint32        limit)
{
  guint32 hits = 0;

  for (guint k = 0; k < PZ_GROUP_BLOCK; k++)
    hits |= (guint32) (deltas[k] <= limit) << k;
  return hits;
}

static void
look_at_blocks (const Look *look,
                guint32    *hits)
{
  gint32 deltas[PZ_GROUP_MOST_BLOCKS * PZ_GROUP_BLOCK], any = 0;
  guint n = look->n_blocks * PZ_GROUP_BLOCK, from = look->chunk * PZ_GROUP_CHUNK;

  for (guint done = 0; done < n; from = 0)
    {
      guint few = MIN (n - done, look->n_chunks * PZ_GROUP_CHUNK - from);

      any |= look_along (look->column, look->sums_a + from, look->own + from, look->pairs + from, look->group + from, look,
                         few, deltas + done);
      done += few;
    }
  for (guint block = 0; block < look->n_blocks; block++)
    hits[block] = any ? mark_hits (deltas + block * PZ_GROUP_BLOCK, look->limit) : 0;
}

#ifdef HAS_PICK
#define WITH_PICK __attribute__ ((target ("avx512f")))

/* a bit for each of a chunk that is at most the limit */
WITH_PICK static inline guint32
pick (const Look *look,
      guint       chunk)
{
  const gint32 *column = look->column;
  gsize from = (gsize) chunk * PZ_GROUP_CHUNK;
  __m512i groups = _mm512_load_si512 (look->group + from);
  __m512i with = _mm512_permutex2var_epi32 (_mm512_load_si512 (column), groups, _mm512_load_si512 (column + PZ_GROUP_CHUNK));
  __m512i less = _mm512_sub_epi32 (_mm512_load_si512 (look->sums_a + from), _mm512_load_si512 (look->own + from));
  __m512i twice = _mm512_slli_epi32 (_mm512_load_si512 (look->pairs + from), 1);
  __m512i delta = _mm512_sub_epi32 (_mm512_add_epi32 (with, less), twice);
  __mmask16 others = _mm512_cmpneq_epi32_mask (groups, _mm512_set1_epi32 (look->a));

  return _mm512_mask_cmple_epi32_mask (others, delta, _mm512_set1_epi32 (look->limit + look->base));
}

WITH_PICK static void
pick_from_blocks (const Look *look,
                  guint32    *hits)
{
  guint chunk = look->chunk;

  for (guint block = 0; block < look->n_blocks; block++)
    {
      guint second = chunk + 1 < look->n_chunks ? chunk + 1 : 0;

      hits[block] = pick (look, chunk) | pick (look, second) << PZ_GROUP_CHUNK;
      chunk = second + 1 < look->n_chunks ? second + 1 : 0;
    }
}
#endif

/* Which partners of @n_blocks blocks, from a chunk on, i can be swapped with for @limit at most, of the pairs: bits of
 * @hits, by position; see pz_group_lanes_place(). It is quickest where learners are looked at in turn. */
void
pz_group_lanes_look (PzGroupLanes *self,
                     guint         i,
                     guint         chunk,
                     guint         n_blocks,
                     gint32        limit,
                     guint32      *hits)
{
  gint32 a = self->group[i];
  Look look = { .own = self->own, .group = self->group, .a = a, .limit = limit,
                .chunk = chunk, .n_chunks = self->n_chunks, .n_blocks = n_blocks };

  take_column (self, i);
  look.column = self->column;
  look.base = self->column[a];
  look.sums_a = self->sums + (gsize) a * self->stride;
  look.pairs = self->pairs + (gsize) i * self->stride;
#ifdef HAS_PICK
  if (self->picks)
    {
      pick_from_blocks (&look, hits);
      return;
    }
#endif
  look_at_blocks (&look, hits);
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
  if (self->next == G_MAXUINT)
    return;
  self->next_column[move.a] = sums_a[self->next];
  self->next_column[move.b] = sums_b[self->next];
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
  self->next = G_MAXUINT;
}
