/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-clique.h"

#include <string.h>

#define MAX_STEPS 200000

typedef struct
{
  const guint8 *linked;
  guint n;
  guint wanted;
  guint *clique;  /* the largest found */
  guint n_clique;
  guint *chosen;
  guint steps;
} Search;

static gboolean
are_linked (const Search *search,
            guint         a,
            guint         b)
{
  return search->linked[(gsize) a * search->n + b] != 0;
}

/* Colours the candidates so that linked ones differ, and orders them by colour: a clique among the first k has at most
 * the colour of the k-th. */
static void
colour (const Search *search,
        guint        *candidates,
        guint         n,
        guint        *bounds)
{
  g_autofree guint *left = g_memdup2 (candidates, sizeof (guint) * n);
  g_autofree guint *shade = g_new (guint, n);
  guint n_left = n, n_done = 0;

  for (guint c = 1; n_left > 0; c++)
    {
      guint n_shade = 0, n_kept = 0;

      for (guint i = 0; i < n_left; i++)
        {
          gboolean fits = TRUE;

          for (guint k = 0; k < n_shade && fits; k++)
            fits = !are_linked (search, left[i], shade[k]);
          if (fits)
            {
              shade[n_shade++] = left[i];
              candidates[n_done] = left[i];
              bounds[n_done++] = c;
            }
          else
            left[n_kept++] = left[i];
        }
      n_left = n_kept;
    }
}

static void
expand (Search *search,
        guint  *candidates,
        guint   n,
        guint   depth)
{
  g_autofree guint *bounds = NULL;
  g_autofree guint *next = NULL;

  if (depth > search->n_clique)
    {
      search->n_clique = depth;
      memcpy (search->clique, search->chosen, sizeof (guint) * depth);
    }
  if (n == 0 || search->n_clique >= search->wanted || ++search->steps > MAX_STEPS)
    return;
  bounds = g_new (guint, n);
  next = g_new (guint, n);
  colour (search, candidates, n, bounds);
  for (guint i = n; i > 0; i--)
    {
      guint n_next = 0;

      if (depth + bounds[i - 1] <= search->n_clique || depth + bounds[i - 1] < search->wanted)
        return;
      search->chosen[depth] = candidates[i - 1];
      for (guint k = 0; k + 1 < i; k++)
        if (are_linked (search, candidates[k], candidates[i - 1]))
          next[n_next++] = candidates[k];
      expand (search, next, n_next, depth + 1);
      if (search->n_clique >= search->wanted || search->steps > MAX_STEPS)
        return;
    }
}

/**
 * pz_group_find_clique:
 * @linked: (array): n x n, the same both ways: not 0 for two that are linked
 * @n: how many there are
 * @wanted: how many are looked for, at least 1
 * @clique: (array) (out caller-allocates): @wanted numbers
 *
 * Looks for so many that are all linked to each other: branch and bound with greedy colouring (Tomita and Seki 2003),
 * ended when there are enough, when there cannot be, or after a number of steps.
 *
 * Returns: @wanted when found, else 0
 */
guint
pz_group_find_clique (const guint8 *linked,
                      guint         n,
                      guint         wanted,
                      guint        *clique)
{
  g_autofree guint *candidates = NULL;
  g_autofree guint *chosen = NULL;
  g_autofree guint *best = NULL;
  Search search = { linked, n, wanted };

  g_return_val_if_fail (linked != NULL && clique != NULL && wanted > 0, 0);

  candidates = g_new (guint, n + 1);
  chosen = search.chosen = g_new (guint, n + 1);
  best = search.clique = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    candidates[i] = i;
  expand (&search, candidates, n, 0);
  if (search.n_clique < wanted)
    return 0;
  memcpy (clique, best, sizeof (guint) * wanted);
  return wanted;
}
