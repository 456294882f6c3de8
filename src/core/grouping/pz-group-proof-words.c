/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-proof.h"

#include "pz-group-problem-private.h"

#include <glib/gi18n-lib.h>

static const char *const verdict_names[PZ_N_GROUP_VERDICTS] = {
  [PZ_GROUP_BEST_FOUND] = "best-found",
  [PZ_GROUP_WITHIN] = "within",
  [PZ_GROUP_PROVEN_ROUNDED] = "proven-rounded",
  [PZ_GROUP_PROVEN] = "proven",
  [PZ_GROUP_IMPOSSIBLE] = "impossible",
};

/**
 * pz_group_verdict_get_name:
 * @verdict: any
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_group_verdict_get_name (PzGroupVerdict verdict)
{
  g_return_val_if_fail (verdict < PZ_N_GROUP_VERDICTS, NULL);

  return verdict_names[verdict];
}

/**
 * pz_group_proof_get_gap:
 * @self: what is known
 * @problem: a problem
 * @result: the result it is about
 *
 * How far the result is at most from the best there can be, where chance is 100.
 *
 * Returns: percent, 0 when it is the best, 100 when nothing is known
 */
double
pz_group_proof_get_gap (const PzGroupProof   *self,
                        const PzGroupProblem *problem,
                        const PzGroupResult  *result)
{
  double chance = 0;

  g_return_val_if_fail (self != NULL && problem != NULL && result != NULL, 100);

  if (self->verdict == PZ_GROUP_PROVEN)
    return 0;
  for (guint c = 0; c < problem->criteria->len; c++)
    chance += pz_group_problem_criterion (problem, c)->factor * pz_group_problem_criterion (problem, c)->chance;
  chance *= PZ_GROUP_UNIT;
  if (self->bound == G_MININT64 || chance <= (double) self->bound)
    return 100;
  return CLAMP (100 * (double) (result->total - self->bound) / (chance - (double) self->bound), 0, 100);
}

/**
 * pz_group_proof_dup_text:
 * @self: what is known
 * @problem: a problem
 * @result: the result it is about
 *
 * Returns: (transfer full): a sentence, translated
 */
char *
pz_group_proof_dup_text (const PzGroupProof   *self,
                         const PzGroupProblem *problem,
                         const PzGroupResult  *result)
{
  g_return_val_if_fail (self != NULL && problem != NULL && result != NULL, NULL);

  switch (self->verdict)
    {
    case PZ_GROUP_PROVEN:
      return g_strdup (_("Proven best: no groups are better for these settings."));
    case PZ_GROUP_PROVEN_ROUNDED:
      return g_strdup (_("Proven best, but for rounding, for these settings."));
    case PZ_GROUP_WITHIN:
      /* Translators: 0 is perfect, 100 as good as chance */
      return g_strdup_printf (_("Best found, at most %.1f %% from perfect."), pz_group_proof_get_gap (self, problem, result));
    case PZ_GROUP_IMPOSSIBLE:
      return g_strdup (_("Proven: no groups keep all of these rules."));
    case PZ_GROUP_BEST_FOUND:
    case PZ_N_GROUP_VERDICTS:
    default:
      return g_strdup (_("Best found."));
    }
}
