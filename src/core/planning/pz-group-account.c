/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-account-private.h"

#include <glib/gi18n-lib.h>

#define MOST_TIPS 3
/* of the score: less is not worth a move */
#define WORTH 0.005

static void
met_free (gpointer data)
{
  PzGroupMet *met = data;

  g_free (met->label);
  g_free (met);
}

static void
tip_free (gpointer data)
{
  PzGroupTip *tip = data;

  g_free (tip->a);
  g_free (tip->b);
  g_free (tip->text);
  g_free (tip);
}

/* of several rounds, their mean */
static double
get_percent (const PzGroupFormation *formation,
             guint                   criterion)
{
  g_autofree double *values = g_new0 (double, pz_group_problem_get_n_criteria (formation->problem) + 1);
  guint n_rounds = pz_group_formation_get_n_rounds (formation);
  double sum = 0;

  for (guint round = 1; round <= n_rounds; round++)
    {
      pz_group_problem_measure (formation->problem, pz_group_formation_peek_round (formation, round), values);
      sum += pz_group_formation_get_percent (formation, criterion, values[criterion]);
    }
  return sum / n_rounds;
}

static void
add_met (PzGroupAccount         *self,
         const PzGroupFormation *formation)
{
  const PzGroupProblem *problem = formation->problem;
  for (guint i = 0; i < formation->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (formation->settings->wishes, i);
      PzGroupMet *met;

      if (wish->criterion < 0)
        continue;
      met = g_new0 (PzGroupMet, 1);
      met->label = pz_group_wish_dup_label (wish, formation->load.learners);
      met->importance = wish->importance;
      met->must = wish->must;
      met->has_effect = pz_group_problem_has_effect (problem, (guint) wish->criterion);
      met->percent = get_percent (formation, (guint) wish->criterion);
      g_ptr_array_add (self->met, met);
    }
}

static void
add_tips (PzGroupAccount         *self,
          const PzGroupFormation *formation,
          GCancellable           *cancellable)
{
  const char *const *ids = pz_group_class_get_ids (formation->load.learners);
  const char *const *names = pz_group_class_get_names (formation->load.learners);
  guint n = formation->result->n;
  g_autoptr(GArray) swaps = pz_group_explain_best_swaps (formation->problem, formation->result->groups, MOST_TIPS,
                                                         cancellable);

  for (guint i = 0; i < swaps->len; i++)
    {
      const PzGroupSwap *swap = &g_array_index (swaps, PzGroupSwap, i);
      g_autofree guint *after = g_memdup2 (formation->result->groups, sizeof (guint) * n);
      g_autofree char *change = NULL;
      PzGroupTip *tip;

      if (swap->breaks > 0 || (swap->breaks == 0 && swap->score > -WORTH))
        break;
      after[swap->a] = formation->result->groups[swap->b];
      after[swap->b] = formation->result->groups[swap->a];
      change = pz_group_formation_dup_change (formation, formation->result->groups, after);
      tip = g_new0 (PzGroupTip, 1);
      tip->a = g_strdup (ids[swap->a]);
      tip->b = g_strdup (ids[swap->b]);
      /* Translators: %1$s and %2$s are names; %3$s is what changes: Readiness: mixed 80 → 92 % */
      tip->text = g_strdup_printf (C_("groups", "Swap %1$s and %2$s. %3$s"), names[swap->a], names[swap->b], change);
      g_ptr_array_add (self->tips, tip);
    }
}

/* whether anything that is asked for tells one grouping from another */
static gboolean
is_asked (const PzGroupFormation *formation)
{
  for (guint c = 0; c < pz_group_problem_get_n_criteria (formation->problem); c++)
    if (pz_group_problem_has_effect (formation->problem, c) && pz_group_problem_get_importance (formation->problem, c) > 0)
      return TRUE;
  return FALSE;
}

static char *
dup_headline (const PzGroupFormation *formation)
{
  if (formation->result->broken > 0 && formation->proof.verdict != PZ_GROUP_IMPOSSIBLE)
    return g_strdup (C_("groups", "A rule is broken"));
  if (!is_asked (formation))
    return g_strdup (C_("groups", "Formed by chance"));
  switch (formation->proof.verdict)
    {
    case PZ_GROUP_PROVEN:
    case PZ_GROUP_PROVEN_ROUNDED:
      return g_strdup (C_("groups", "Proven best"));
    case PZ_GROUP_WITHIN:
      /* Translators: 0 is perfect, 100 as good as chance */
      return g_strdup_printf (C_("groups", "At most %.1f %% from the best possible"),
                              pz_group_proof_get_gap (&formation->proof, formation->problem, formation->result));
    case PZ_GROUP_IMPOSSIBLE:
      return g_strdup (C_("groups", "No groups keep all rules"));
    case PZ_GROUP_BEST_FOUND:
    case PZ_N_GROUP_VERDICTS:
    default:
      return g_strdup (C_("groups", "Best found"));
    }
}

/* of those who share a group: "2 of 42 pairs have met before." */
static char *
dup_meetings (const PzGroupFormation *formation)
{
  const guint *groups = formation->result->groups;
  guint n_pairs = 0, n_met = 0;

  for (guint i = 0; i < formation->result->n; i++)
    for (guint j = 0; j < i; j++)
      if (groups[i] == groups[j])
        {
          n_pairs++;
          n_met += pz_group_history_get_times (formation->load.history, i, j) > 0;
        }
  if (n_met == 0)
    return g_strdup (C_("groups", "Nobody has worked with a partner before."));
  /* Translators: of all pairs that share a group, how many have done so before */
  return g_strdup_printf (ngettext ("%1$u of %2$u pair has met before.", "%1$u of %2$u pairs have met before.", n_pairs),
                          n_met, n_pairs);
}

static char *
dup_summary (const PzGroupFormation *formation)
{
  guint n_criteria = pz_group_problem_get_n_criteria (formation->problem);
  g_autofree double *values = g_new0 (double, n_criteria + 1);
  g_autofree char *percentile = NULL;
  g_autofree char *meetings = dup_meetings (formation);

  if (!is_asked (formation))
    return g_steal_pointer (&meetings);
  pz_group_problem_measure (formation->problem, formation->result->groups, values);
  percentile = pz_group_explain_dup_percentile_text (formation->problem,
                                                     pz_group_problem_get_score (formation->problem, values));
  return g_strdup_printf ("%s %s", percentile, meetings);
}

/* of several rounds: how often two meet again, and how far each criterion is met */
static void
add_rounds (PzGroupAccount         *self,
            const PzGroupFormation *formation)
{
  self->verdict = PZ_GROUP_BEST_FOUND;
  self->headline = g_strdup (formation->rotation->broken > 0 ? C_("groups", "A rule is broken") : C_("groups", "Best found"));
  self->summary = pz_group_formation_dup_rounds (formation);
  add_met (self, formation);
}

/**
 * pz_group_account_new:
 * @formation: with groups that were found, and weighed
 * @cancellable: (nullable): leaves out what takes long
 *
 * Puts what there is to say about the groups into words. Takes some searches, so it belongs into a thread.
 *
 * Returns: (transfer full): the account
 */
PzGroupAccount *
pz_group_account_new (const PzGroupFormation *formation,
                      GCancellable           *cancellable)
{
  PzGroupAccount *self;

  g_return_val_if_fail (formation != NULL && pz_group_formation_get_n_rounds (formation) > 0, NULL);
  g_return_val_if_fail (formation->scales != NULL, NULL);

  self = g_new0 (PzGroupAccount, 1);
  self->met = g_ptr_array_new_with_free_func (met_free);
  self->prices = g_ptr_array_new_with_free_func (g_free);
  self->tips = g_ptr_array_new_with_free_func (tip_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (formation->rotation != NULL)
    {
      add_rounds (self, formation);
      return self;
    }
  self->verdict = formation->proof.verdict;
  self->headline = dup_headline (formation);
  self->summary = dup_summary (formation);
  add_met (self, formation);
  add_tips (self, formation, cancellable);
  pz_group_account_add_notes (self, formation, cancellable);
  pz_group_account_add_prices (self, formation, cancellable);
  return self;
}

/**
 * pz_group_account_free:
 * @self: (transfer full): an account
 *
 * Ends it.
 */
void
pz_group_account_free (PzGroupAccount *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->headline);
  g_free (self->summary);
  g_ptr_array_unref (self->met);
  g_ptr_array_unref (self->prices);
  g_ptr_array_unref (self->tips);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
