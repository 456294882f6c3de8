/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-report.h"

#include "pz-group-rules.h"
#include "pz-output.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>

static const char *
get_name (const PzGroupReport *self,
          guint                learner)
{
  return pz_group_class_get_names (self->load->learners)[learner];
}

/**
 * pz_group_report_print_groups:
 * @self: of which learners
 * @groups: (array): a group per learner
 *
 * Prints a line for each group.
 */
void
pz_group_report_print_groups (const PzGroupReport *self,
                              const guint         *groups)
{
  g_return_if_fail (self != NULL && groups != NULL);

  for (guint h = 0; h < pz_group_problem_get_n_groups (self->problem); h++)
    {
      g_autoptr(GString) names = g_string_new (NULL);

      for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
        if (groups[i] == h)
          {
            g_autofree char *name = pz_output_clean (get_name (self, i));

            g_string_append_printf (names, "%s%s", names->len > 0 ? C_("names", ", ") : "", name);
          }
      /* Translators: the number of a group, and the names of who is in it */
      pz_output_line (_("Group %1$u: %2$s"), h + 1, names->str);
    }
}

static void
print_criterion (const PzGroupReport *self,
                 PzTable             *table,
                 const PzGroupWish   *wish,
                 const double        *values)
{
  guint c = (guint) wish->criterion;
  g_autofree char *label = pz_group_wish_dup_label (wish, self->load->learners);
  g_autofree char *clean = pz_output_clean (label);
  g_autofree char *importance = wish->must ? g_strdup (C_("importance", "must")) : g_strdup_printf ("%g", wish->importance);
  g_autofree char *value = g_strdup_printf ("%.3g", values[c]);
  g_autofree char *chance = g_strdup_printf ("%.3g", pz_group_problem_get_chance (self->problem, c));
  /* Translators: 0 is as good as chance, 100 as good as when nothing else counts */
  g_autofree char *met = g_strdup_printf (C_("criterion", "%.0f %%"), pz_group_explain_satisfaction (&self->scales[c], values[c]));

  if (pz_group_problem_has_effect (self->problem, c))
    pz_table_add_row (table, clean, importance, met, value, chance);
  else
    pz_table_add_row (table, clean, importance, C_("criterion", "has no effect in this class"), "", "");
}

static void
print_criteria (const PzGroupReport *self)
{
  g_autofree double *values = g_new0 (double, pz_group_problem_get_n_criteria (self->problem) + 1);
  g_autoptr(PzTable) table = pz_table_new (_("Criterion"), _("Importance"), _("Met"), _("Value"), _("By chance"), NULL);

  if (pz_group_problem_get_n_criteria (self->problem) == 0)
    return;
  pz_group_problem_measure (self->problem, self->result->groups, values);
  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->criterion >= 0)
        print_criterion (self, table, wish, values);
    }
  pz_output_line ("%s", "");
  pz_table_print (table);
}

/* learners whose number is not known, by the criterion of numbers */
static guint
count_missing (const PzGroupReport *self)
{
  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->kind == PZ_WISH_READINESS && wish->criterion >= 0)
        return pz_group_problem_get_n_missing (self->problem, (guint) wish->criterion);
    }
  return 0;
}

/**
 * pz_group_report_print_away:
 * @self: what was read of the class
 *
 * Prints how many were left out, when there are any.
 */
void
pz_group_report_print_away (const PzGroupReport *self)
{
  guint n_absent;

  g_return_if_fail (self != NULL);

  n_absent = self->load->n_absent;
  if (n_absent > 0)
    pz_output_line (ngettext ("%u learner is away on that day, and left out.",
                              "%u learners are away on that day, and left out.", n_absent),
                    n_absent);
}

static void
print_percentile (const PzGroupReport *self)
{
  g_autofree double *values = g_new0 (double, pz_group_problem_get_n_criteria (self->problem) + 1);
  g_autofree char *text = NULL;

  if (pz_group_problem_get_n_criteria (self->problem) == 0)
    return;
  pz_group_problem_measure (self->problem, self->result->groups, values);
  text = pz_group_explain_dup_percentile_text (self->problem, pz_group_problem_get_score (self->problem, values));
  pz_output_line ("%s", text);
}

static void
print_remarks (const PzGroupReport *self)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed); /* not in the text: no catalog has the macro */
  guint n_missing = count_missing (self);
  g_autofree char *verdict = pz_group_proof_dup_text (self->proof, self->problem, self->result);

  pz_output_line ("%s", "");
  pz_output_line ("%s", verdict);
  print_percentile (self);
  pz_group_report_print_away (self);
  if (n_missing > 0)
    pz_output_line (ngettext ("Of %u learner the readiness is not known: the mean of the class stands in.",
                              "Of %u learners the readiness is not known: the mean of the class stands in.", n_missing),
                    n_missing);
  if (self->result->broken > 0)
    pz_output_line (ngettext ("%u rule is broken: no groups were found that keep all of them.",
                              "%u rules are broken: no groups were found that keep all of them.",
                              (gulong) self->result->broken),
                    (guint) self->result->broken);
  if (self->result->cancelled)
    pz_output_line ("%s", _("Ended early: this is the best found so far."));
  /* Translators: the number that gives the same groups again */
  pz_output_line (_("Seed %s"), seed);
}

/**
 * pz_group_report_print:
 * @self: what was found
 *
 * Prints it as text.
 */
void
pz_group_report_print (const PzGroupReport *self)
{
  g_return_if_fail (self != NULL);

  pz_group_report_print_groups (self, self->result->groups);
  print_criteria (self);
  print_remarks (self);
}

/**
 * pz_group_report_findings:
 * @cli: how to print
 * @learners: who was to be grouped
 * @findings: (element-type PzGroupFinding): why the rules cannot be kept
 *
 * Prints them, with their ways out.
 */
void
pz_group_report_findings (PzCli              *cli,
                          const PzGroupClass *learners,
                          GPtrArray          *findings)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  g_return_if_fail (cli != NULL && learners != NULL && findings != NULL);

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "clashes");
  for (guint i = 0; i < findings->len; i++)
    {
      const PzGroupFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = pz_group_finding_dup_text (finding, pz_group_class_get_names (learners));
      g_autofree char *clean = pz_output_clean (text);

      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "clash", pz_group_finding_get_name (finding));
      pz_json_writer_string (writer, "text", text);
      pz_json_writer_begin_array (writer, "learners");
      for (guint k = 0; k < finding->people->len; k++)
        pz_json_writer_string (writer, NULL, pz_group_class_get_ids (learners)[g_array_index (finding->people, guint, k)]);
      pz_json_writer_end_array (writer);
      pz_json_writer_end_object (writer);
      if (!cli->json)
        pz_output_line ("%s", clean);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_end_object (writer);
  if (cli->json)
    pz_output_json (writer);
}
