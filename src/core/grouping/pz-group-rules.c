/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rules-private.h"

#include "pz-group-pack.h"

PzGroupFinding *
pz_group_check_add (PzGroupCheck *check,
                    PzGroupClash  clash)
{
  PzGroupFinding *finding = g_new0 (PzGroupFinding, 1);

  finding->clash = clash;
  finding->people = g_array_new (FALSE, FALSE, sizeof (guint));
  finding->group = -1;
  finding->criterion = -1;
  g_ptr_array_add (check->findings, finding);
  return finding;
}

void
pz_group_check_add_person (PzGroupFinding *finding,
                           guint           learner)
{
  g_array_append_val (finding->people, learner);
}

static void
add_unit (const PzGroupCheck *check,
          PzGroupFinding    *finding,
          const PzGroupUnit *unit)
{
  g_array_append_vals (finding->people, check->problem->members + unit->first, unit->n);
}

static void
check_sizes (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;
  guint64 least = 0, most = 0;
  PzGroupFinding *finding;

  for (guint h = 0; h < problem->m; h++)
    {
      least += problem->sizes[h].least;
      most += problem->sizes[h].most;
    }
  if (least <= problem->n && problem->n <= most)
    return;
  finding = pz_group_check_add (check, PZ_CLASH_SIZES);
  finding->n = problem->n;
  finding->limit = (guint) MIN (problem->n > most ? most : least, G_MAXUINT);
}

static void
check_units (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;

  for (guint u = 0; u < problem->units->len; u++)
    {
      const PzGroupUnit *unit = pz_group_problem_unit (problem, u);

      if (unit->n > problem->largest)
        {
          PzGroupFinding *finding = pz_group_check_add (check, PZ_CLASH_TOO_MANY_TOGETHER);

          finding->n = unit->n;
          finding->limit = problem->largest;
          add_unit (check, finding, unit);
        }
      for (guint k = 0; k < unit->n; k++)
        {
          guint learner = problem->members[unit->first + k];

          if (problem->pins[learner] >= 0 && problem->pins[learner] != unit->pinned)
            {
              PzGroupFinding *finding = pz_group_check_add (check, PZ_CLASH_PINNED_TOGETHER);

              add_unit (check, finding, unit);
              break;
            }
        }
    }
}

static void
check_pins (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;
  g_autofree guint *counts = g_new0 (guint, problem->m);

  for (guint u = 0; u < problem->units->len; u++)
    if (pz_group_problem_unit (problem, u)->pinned >= 0)
      counts[pz_group_problem_unit (problem, u)->pinned] += pz_group_problem_unit (problem, u)->n;
  for (guint h = 0; h < problem->m; h++)
    {
      PzGroupFinding *finding;

      if (counts[h] <= problem->sizes[h].most)
        continue;
      finding = pz_group_check_add (check, PZ_CLASH_TOO_MANY_PINNED);
      finding->n = counts[h];
      finding->limit = problem->sizes[h].most;
      finding->group = (int) h;
      for (guint u = 0; u < problem->units->len; u++)
        if (pz_group_problem_unit (problem, u)->pinned == (int) h)
          add_unit (check, finding, pz_group_problem_unit (problem, u));
    }
}

static void
check_packing (PzGroupCheck *check)
{
  g_autofree guint *groups = NULL;
  PzGroupFinding *finding;

  if (check->findings->len > 0)
    return; /* whatever it is, it would only be said once more */
  groups = g_new (guint, check->problem->n);
  if (pz_group_pack (check->problem, NULL, groups) != PZ_GROUP_DOES_NOT_PACK)
    return;
  finding = pz_group_check_add (check, PZ_CLASH_DO_NOT_PACK);
  for (guint u = 0; u < check->problem->units->len; u++)
    if (pz_group_problem_unit (check->problem, u)->n > 1)
      add_unit (check, finding, pz_group_problem_unit (check->problem, u));
}

static void
check_value (PzGroupCheck *check,
             guint  q,
             guint  value)
{
  const PzGroupProblem *problem = check->problem;
  guint c = g_array_index (problem->attributes, PzGroupAttribute, q).criterion;
  const PzGroupCriterion *criterion = pz_group_problem_criterion (problem, c);
  guint count = problem->value_counts[value];
  PzGroupFinding *finding;

  if (criterion->kind == PZ_CRITERION_NOT_ALONE && count == 1)
    finding = pz_group_check_add (check, PZ_CLASH_ALONE);
  else if (criterion->kind == PZ_CRITERION_COVER && count > 0 && count < problem->m)
    finding = pz_group_check_add (check, PZ_CLASH_TOO_FEW);
  else if (criterion->kind == PZ_CRITERION_AT_MOST && count > (guint64) criterion->limit * problem->m)
    finding = pz_group_check_add (check, PZ_CLASH_TOO_MANY);
  else
    return;
  finding->criterion = (int) c;
  finding->n = count;
  finding->limit = criterion->kind == PZ_CRITERION_AT_MOST ? criterion->limit : problem->m;
  for (guint i = 0; i < problem->n; i++)
    if (problem->values[(gsize) i * problem->attributes->len + q] == value)
      pz_group_check_add_person (finding, i);
}

static void
check_values (PzGroupCheck *check)
{
  const PzGroupProblem *problem = check->problem;

  for (guint q = 0; q < problem->attributes->len; q++)
    {
      const PzGroupAttribute *attribute = &g_array_index (problem->attributes, PzGroupAttribute, q);

      for (guint v = 0; v + 1 < attribute->n_values; v++)
        if (pz_group_problem_criterion (problem, attribute->criterion)->must)
          check_value (check, q, attribute->first_value + v);
    }
}

/**
 * pz_group_rules_check:
 * @problem: a problem
 *
 * Everything that can be known without a search to be impossible, all at once.
 *
 * Returns: (transfer full) (element-type PzGroupFinding): empty when nothing was found, which is no promise that all
 *   rules can be kept
 */
GPtrArray *
pz_group_rules_check (const PzGroupProblem *problem)
{
  PzGroupCheck check = { problem, NULL };

  g_return_val_if_fail (problem != NULL, NULL);

  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_group_finding_free);
  check_sizes (&check);
  check_units (&check);
  pz_group_check_apart (&check);
  check_pins (&check);
  pz_group_check_clique (&check);
  check_values (&check);
  check_packing (&check);
  return check.findings;
}

/**
 * pz_group_finding_free:
 * @self: (transfer full): a finding
 *
 * Ends it.
 */
void
pz_group_finding_free (PzGroupFinding *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->people);
  g_free (self);
}
