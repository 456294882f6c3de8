/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-account-private.h"

#include <glib/gi18n-lib.h>

/* for each search without one rule */
#define WORK PZ_GROUP_QUICK
/* of the score: less is nothing */
#define SEEN 0.005

static gboolean
is_priced (const PzGroupWish *wish)
{
  return (wish->kind == PZ_WISH_TOGETHER || wish->kind == PZ_WISH_APART) && wish->must;
}

/* the best without the rule; its problem has the same criteria */
static PzGroupResult *
solve_without (const PzGroupFormation  *formation,
               PzGroupWishKind          kind,
               guint                    nth,
               GCancellable            *cancellable,
               PzGroupProblem         **without)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_dup_without (formation->settings, kind, nth);
  g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (PzGroupSize));
  PzGroupWork work = { formation->order->seed, WORK, cancellable };

  g_array_append_vals (sizes, pz_group_problem_get_sizes (formation->problem),
                       pz_group_problem_get_n_groups (formation->problem));
  *without = pz_group_settings_compose (settings, formation->load.learners, formation->load.history, sizes, NULL);
  return *without != NULL ? pz_group_solver_run (*without, &work, NULL) : NULL;
}

/* percent; more than 100 where the rule keeps the criterion from being met as far as it could */
static double
get_lost (const PzGroupScale *scale,
          double              with_it,
          double              without_it)
{
  double way = scale->chance - scale->best;

  return way > 1e-9 ? 100 * (with_it - without_it) / way : 0;
}

/* what of the groups the rule costs most: "3 points of Readiness: mixed" */
static char *
dup_dearest (const PzGroupFormation *formation,
             const guint            *without)
{
  guint n_criteria = pz_group_problem_get_n_criteria (formation->problem), dearest = 0;
  g_autofree double *with_it = g_new0 (double, n_criteria + 1), *without_it = g_new0 (double, n_criteria + 1);
  g_autofree char *label = NULL;
  double most = 0;

  pz_group_problem_measure (formation->problem, formation->result->groups, with_it);
  pz_group_problem_measure (formation->problem, without, without_it);
  for (guint c = 0; c < n_criteria; c++)
    {
      double lost = get_lost (&formation->scales[c], with_it[c], without_it[c]);

      if (lost > most)
        {
          most = lost;
          dearest = c;
        }
    }
  if (most < 0.5)
    return NULL;
  label = pz_group_formation_dup_label (formation, dearest);
  /* Translators: how many points of a hundred, and of which criterion */
  return g_strdup_printf (C_("groups", "%1$.0f points of “%2$s”"), most, label);
}

static void
add_price (PzGroupAccount         *self,
           const PzGroupFormation *formation,
           const PzGroupWish      *wish,
           guint                   nth,
           GCancellable           *cancellable)
{
  g_autoptr(PzGroupProblem) without = NULL;
  g_autoptr(PzGroupResult) result = solve_without (formation, wish->kind, nth, cancellable, &without);
  g_autofree char *label = pz_group_wish_dup_label (wish, formation->load.learners);
  g_autofree char *dearest = NULL;
  double price;

  if (result == NULL || result->broken > 0)
    return;
  price = pz_group_explain_price (formation->problem, without, formation->result->groups, result->groups, NULL);
  dearest = price > SEEN ? dup_dearest (formation, result->groups) : NULL;
  if (dearest != NULL)
    /* Translators: %1$s is a rule, such as Ana and Ben apart; %2$s what it costs: 3 points of “Readiness: mixed” */
    g_ptr_array_add (self->prices, g_strdup_printf (C_("groups", "%1$s: costs about %2$s"), label, dearest));
  else
    /* Translators: %s is a rule, such as Ana and Ben apart */
    g_ptr_array_add (self->prices, g_strdup_printf (C_("groups", "%s: costs nothing"), label));
}

/* what each rule about learners costs; nothing of groups that break one */
void
pz_group_account_add_prices (PzGroupAccount         *self,
                             const PzGroupFormation *formation,
                             GCancellable           *cancellable)
{
  guint seen[PZ_N_WISH_KINDS] = { 0 };

  for (guint i = 0; i < formation->settings->wishes->len && formation->result->broken == 0; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (formation->settings->wishes, i);
      guint nth = seen[wish->kind]++;

      if (is_priced (wish) && pz_group_problem_get_n_criteria (formation->problem) > 0
          && !g_cancellable_is_cancelled (cancellable))
        add_price (self, formation, wish, nth, cancellable);
    }
}
