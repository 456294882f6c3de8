/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-account-private.h"

#include <glib/gi18n-lib.h>

/* what a teacher should know about the criteria: each a fact with a number */

/* days after which a readiness is old */
#define OLD 42
/* percent: two criteria that are met less than this together, and more alone, pull apart */
#define RIVALS 75.0
#define WORK PZ_GROUP_QUICK

static void
add (PzGroupAccount *self,
     char           *text)
{
  g_ptr_array_add (self->notes, text);
}

static void
add_readiness (PzGroupAccount         *self,
               const PzGroupFormation *formation,
               const PzGroupWish      *wish)
{
  guint n_missing = pz_group_problem_get_n_missing (formation->problem, (guint) wish->criterion);
  guint32 day = g_date_get_julian (&formation->order->day);
  guint n_old = wish->field != NULL ? pz_group_class_count_older (formation->load.learners, wish->field, day - OLD) : 0;

  if (n_missing > 0)
    add (self, g_strdup_printf (ngettext ("Of %u learner the readiness is not known: the mean of the class stands in.",
                                          "Of %u learners the readiness is not known: the mean of the class stands in.",
                                          n_missing),
                                n_missing));
  if (n_old > 0)
    add (self, g_strdup_printf (ngettext ("Of %u learner the readiness is older than 6 weeks.",
                                          "Of %u learners the readiness is older than 6 weeks.", n_old),
                                n_old));
}

static void
add_no_effect (PzGroupAccount         *self,
               const PzGroupFormation *formation,
               const PzGroupWish      *wish)
{
  g_autofree char *label = pz_group_wish_dup_label (wish, formation->load.learners);

  /* Translators: %s is a criterion, such as Readiness: mixed */
  add (self, g_strdup_printf (C_("groups", "“%s” has no effect: all groups of this class are alike to it."), label));
}

/* How far both are met when nothing but the two counts, both the same; FALSE when it cannot be found out. */
static gboolean
meet_together (const PzGroupFormation *formation,
               guint                   a,
               guint                   b,
               GCancellable           *cancellable,
               double                 *met_a,
               double                 *met_b)
{
  guint n_criteria = pz_group_problem_get_n_criteria (formation->problem);
  g_autofree double *factors = g_new0 (double, n_criteria + 1), *values = g_new0 (double, n_criteria + 1);
  PzGroupWork work = { formation->order->seed, WORK, cancellable };
  g_autoptr(PzGroupProblem) pair = NULL;
  g_autoptr(PzGroupResult) result = NULL;
  const guint both[] = { a, b };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    factors[both[k]] = pz_group_problem_get_factor (formation->problem, both[k])
                       / pz_group_problem_get_importance (formation->problem, both[k]);
  pair = pz_group_problem_reweigh (formation->problem, factors);
  result = pair != NULL ? pz_group_solver_run (pair, &work, NULL) : NULL;
  if (result == NULL)
    return FALSE;
  pz_group_problem_measure (formation->problem, result->groups, values);
  *met_a = pz_group_formation_get_percent (formation, a, values[a]);
  *met_b = pz_group_formation_get_percent (formation, b, values[b]);
  return TRUE;
}

static gboolean
counts (const PzGroupFormation *formation,
        guint                   criterion)
{
  return pz_group_problem_has_effect (formation->problem, criterion)
         && !pz_group_problem_is_must (formation->problem, criterion)
         && pz_group_problem_get_importance (formation->problem, criterion) > 0;
}

/* two criteria that cannot both be met: those that do worst together */
static void
add_rivals (PzGroupAccount         *self,
            const PzGroupFormation *formation,
            GCancellable           *cancellable)
{
  guint n_criteria = pz_group_problem_get_n_criteria (formation->problem), worst_a = 0, worst_b = 0;
  double worst = 2 * RIVALS, met[2] = { 0, 0 };
  g_autofree char *label_a = NULL;
  g_autofree char *label_b = NULL;

  for (guint a = 0; a < n_criteria; a++)
    for (guint b = 0; b < a; b++)
      {
        double met_a, met_b;

        if (!counts (formation, a) || !counts (formation, b) || g_cancellable_is_cancelled (cancellable)
            || !meet_together (formation, a, b, cancellable, &met_a, &met_b) || met_a + met_b >= worst)
          continue;
        worst = met_a + met_b;
        worst_a = b;
        worst_b = a;
        met[0] = met_b;
        met[1] = met_a;
      }
  if (worst >= 2 * RIVALS)
    return;
  label_a = pz_group_formation_dup_label (formation, worst_a);
  label_b = pz_group_formation_dup_label (formation, worst_b);
  /* Translators: two criteria, and how far each is met when both count the same */
  add (self, g_strdup_printf (C_("groups", "“%1$s” and “%2$s” pull apart here: alone each is met to 100 %%, together "
                                           "to %3$.0f and %4$.0f %%."),
                              label_a, label_b, met[0], met[1]));
}

static void
add_away (PzGroupAccount         *self,
          const PzGroupFormation *formation)
{
  guint n_absent = formation->load.n_absent;

  if (n_absent > 0)
    add (self, g_strdup_printf (ngettext ("%u learner is away on that day, and left out.",
                                          "%u learners are away on that day, and left out.", n_absent),
                                n_absent));
}

/* who is away, readiness that is missing or old, criteria without effect, and criteria that fight */
void
pz_group_account_add_notes (PzGroupAccount         *self,
                            const PzGroupFormation *formation,
                            GCancellable           *cancellable)
{
  add_away (self, formation);
  for (guint i = 0; i < formation->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (formation->settings->wishes, i);

      if (wish->criterion < 0)
        continue;
      if (wish->kind == PZ_WISH_READINESS)
        add_readiness (self, formation, wish);
      if (!pz_group_problem_has_effect (formation->problem, (guint) wish->criterion))
        add_no_effect (self, formation, wish);
    }
  add_rivals (self, formation, cancellable);
}
