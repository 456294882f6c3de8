/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-account-private.h"

#include "pz-group-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* points of a hundred: less is no change */
#define SEEN 0.5
#define MOST_SWAPS 3

/* 0 to 100; of groups nobody weighed, 0 */
double
pz_group_formation_get_percent (const PzGroupFormation *self,
                                guint                   criterion,
                                double                  value)
{
  return self->scales != NULL ? pz_group_explain_satisfaction (&self->scales[criterion], value) : 0;
}

/* (transfer full): what the criterion asks for */
char *
pz_group_formation_dup_label (const PzGroupFormation *self,
                              guint                   criterion)
{
  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->criterion == (int) criterion)
        return pz_group_wish_dup_label (wish, self->load.learners);
    }
  return g_strdup ("");
}

/**
 * pz_group_formation_dup_clashes:
 * @self: prepared
 *
 * Returns: (transfer full) (nullable): why no groups keep the rules, a sentence or more a line that name the learners;
 *   %NULL when nothing is wrong
 */
char *
pz_group_formation_dup_clashes (const PzGroupFormation *self)
{
  g_autoptr(GPtrArray) findings = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  findings = pz_group_rules_check (self->problem);
  if (findings->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *one = pz_group_finding_dup_text (findings->pdata[i], pz_group_class_get_names (self->load.learners));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", one);
    }
  return g_string_free (text, FALSE);
}

/* the problem that can measure both; NULL when none can */
static const PzGroupProblem *
find_measure (const PzGroupFormation *self,
              const guint            *before,
              const guint            *after)
{
  const PzGroupProblem *problems[] = { self->problem, self->loose };

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (problems[i] != NULL && pz_group_problem_is_grouping (problems[i], before)
        && pz_group_problem_is_grouping (problems[i], after))
      return problems[i];
  return NULL;
}

static void
append_rules (const PzGroupProblem *problem,
              const guint          *before,
              const guint          *after,
              GString              *text)
{
  gint64 more = pz_group_problem_count_broken (problem, after) - pz_group_problem_count_broken (problem, before);

  if (more > 0)
    g_string_append (text, C_("groups", "Breaks a rule."));
  else if (more < 0)
    g_string_append (text, C_("groups", "A broken rule holds again."));
}

/**
 * pz_group_formation_dup_change:
 * @self: groups, weighed
 * @before: (array): a number of a group per learner
 * @after: (array): the same, changed
 *
 * Returns: (transfer full): what changes, by criterion, such as “Readiness: mixed 97 → 93 %”; that nothing does, or that
 *   it cannot be told for groups of such sizes
 */
char *
pz_group_formation_dup_change (const PzGroupFormation *self,
                               const guint            *before,
                               const guint            *after)
{
  const PzGroupProblem *problem;
  g_autofree double *old = NULL, *new = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, NULL);

  problem = find_measure (self, before, after);
  if (problem == NULL)
    return g_strdup (C_("groups", "The groups would have other sizes."));
  old = g_new0 (double, pz_group_problem_get_n_criteria (problem) + 1);
  new = g_new0 (double, pz_group_problem_get_n_criteria (problem) + 1);
  pz_group_problem_measure (problem, before, old);
  pz_group_problem_measure (problem, after, new);
  text = g_string_new (NULL);
  append_rules (problem, before, after, text);
  for (guint c = 0; c < pz_group_problem_get_n_criteria (problem); c++)
    {
      double from = pz_group_formation_get_percent (self, c, old[c]), to = pz_group_formation_get_percent (self, c, new[c]);
      g_autofree char *label = pz_group_formation_dup_label (self, c);

      if (!pz_group_problem_has_effect (problem, c) || fabs (to - from) < SEEN)
        continue;
      g_string_append (text, text->len > 0 ? "  " : "");
      /* Translators: a criterion, and how far it is met before and after a change */
      g_string_append_printf (text, C_("groups", "%1$s %2$.0f → %3$.0f %%"), label, from, to);
    }
  if (text->len == 0)
    g_string_append (text, C_("groups", "Nothing changes."));
  return g_string_free (text, FALSE);
}

static void
append_swap (const PzGroupFormation *self,
             const PzGroupSwap      *swap,
             GString                *text)
{
  const char *const *names = pz_group_class_get_names (self->load.learners);
  g_autofree guint *after = g_memdup2 (self->result->groups, sizeof (guint) * self->result->n);
  g_autofree char *change = NULL;

  after[swap->a] = self->result->groups[swap->b];
  after[swap->b] = self->result->groups[swap->a];
  change = pz_group_formation_dup_change (self, self->result->groups, after);
  g_string_append_c (text, '\n');
  /* Translators: %1$s is a name, %2$s what changes when two change places */
  g_string_append_printf (text, C_("groups", "Instead of %1$s: %2$s"), names[swap->b], change);
}

/**
 * pz_group_formation_dup_why:
 * @self: groups, weighed, with a result
 * @learner: id of a learner
 *
 * Returns: (transfer full) (nullable): why the learner is where they are: what would happen in the place of others; %NULL
 *   for somebody who is in no group
 */
char *
pz_group_formation_dup_why (const PzGroupFormation *self,
                            const char             *learner)
{
  g_autoptr(GArray) swaps = NULL;
  GString *text;
  guint number;

  g_return_val_if_fail (self != NULL && self->result != NULL && learner != NULL, NULL);

  if (!pz_group_class_find (self->load.learners, learner, &number))
    return NULL;
  swaps = pz_group_explain_swaps_of (self->problem, self->result->groups, number, MOST_SWAPS);
  text = g_string_new (NULL);
  if (swaps->len == 0)
    g_string_append (text, C_("groups", "There is no other group."));
  else if (g_array_index (swaps, PzGroupSwap, 0).breaks < 0 || g_array_index (swaps, PzGroupSwap, 0).score < 0)
    g_string_append (text, C_("groups", "In the place of another one it would be better:"));
  else
    g_string_append (text, C_("groups", "No swap with another one is better. The closest are:"));
  for (guint i = 0; i < swaps->len; i++)
    append_swap (self, &g_array_index (swaps, PzGroupSwap, i), text);
  return g_string_free (text, FALSE);
}

/**
 * pz_group_formation_dup_rounds:
 * @self: groups of several rounds
 *
 * Returns: (transfer full) (nullable): how many meet again, and what counting says there could be at least; %NULL of one
 *   round
 */
char *
pz_group_formation_dup_rounds (const PzGroupFormation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->rotation == NULL)
    return NULL;
  /* Translators: %1$u meetings of two in these rounds are not their first; %2$u is the least there could be */
  return g_strdup_printf (ngettext ("%1$u repeat; by counting %2$u would be the least.",
                                    "%1$u repeats; by counting %2$u would be the least.", self->rotation->repeats),
                          self->rotation->repeats, self->rotation->repeats_floor);
}

/* what the group is called: as the one whose place it has, or as a new one */
static char *
dup_group_name (const PzGroupFormation *self,
                GPtrArray              *groups,
                guint                   h)
{
  guint place = self->kept != NULL ? g_array_index (self->kept, guint, h) : 0;
  const char *name = place > 0 && place <= groups->len ? pz_record_get_text (groups->pdata[place - 1], PZ_GROUP_NAME) : NULL;

  /* Translators: the name of a new group; %u is its number */
  return name != NULL ? g_strdup (name) : g_strdup_printf (C_("activity", "Group %u"), h + 1);
}

/* a name keeps its direction, and does not turn the line around */
static char *
isolate (const char *name)
{
  return g_strconcat ("\u2068", name, "\u2069", NULL);
}

/* (transfer full): as many names as there are learners */
static char **
dup_isolated (const PzGroupFormation *self)
{
  const char *const *names = pz_group_class_get_names (self->load.learners);
  char **isolated = g_new0 (char *, pz_group_class_get_n (self->load.learners) + 1);

  for (guint i = 0; i < pz_group_class_get_n (self->load.learners); i++)
    isolated[i] = isolate (names[i]);
  return isolated;
}

/**
 * pz_group_formation_dup_groups:
 * @self: groups that were found
 * @activity: the document of the activity they are for
 * @round: from 1: whose groups they are to be
 *
 * Returns: (transfer full): a line for each group: what it is called, and who is in it
 */
char *
pz_group_formation_dup_groups (const PzGroupFormation *self,
                               PzDocument             *activity,
                               guint                   round)
{
  g_autoptr(GPtrArray) groups = NULL;
  g_auto(GStrv) isolated = NULL;
  const guint *numbers;
  GString *text;

  g_return_val_if_fail (self != NULL && PZ_IS_DOCUMENT (activity) && round > 0, NULL);
  g_return_val_if_fail (pz_group_formation_get_n_rounds (self) > 0, NULL);

  numbers = pz_group_formation_peek_round (self, round);
  isolated = dup_isolated (self);
  groups = pz_activity_list_groups (activity, round);
  text = g_string_new (NULL);
  for (guint h = 0; h < pz_group_problem_get_n_groups (self->problem); h++)
    {
      g_autofree guint *people = g_new0 (guint, pz_group_problem_get_n (self->problem) + 1);
      g_autofree char *plain = dup_group_name (self, groups, h);
      g_autofree char *name = isolate (plain);
      g_autofree char *names = NULL;
      guint n_people = 0;

      for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
        if (numbers[i] == h)
          people[n_people++] = i;
      names = pz_group_dup_names (people, n_people, (const char *const *) isolated);
      /* Translators: the name of a group, and the names of who is in it */
      g_string_append_printf (text, C_("groups", "%1$s: %2$s"), name, names);
      g_string_append_c (text, '\n');
    }
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  return g_string_free (text, FALSE);
}
