/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-analysis.h"

#include "pz-output.h"
#include "pz-phase-verdict.h"
#include "pz-table.h"

#include <glib/gi18n-lib.h>

static char *
dup_number (PzRefusal refusal,
            double    number)
{
  return refusal.reason == PZ_REFUSAL_NONE ? g_strdup_printf ("%.4g", number) : g_strdup ("–");
}

static void
add_phase (PzTable             *table,
           const PzSeriesPhase *phase)
{
  PzLine line;
  PzSteadyLine steady;
  PzRefusal no_thirds;
  gsize k = 0;
  double slope = 0;
  g_autofree char *n = g_strdup_printf ("%" G_GSIZE_FORMAT, phase->n);
  g_autofree char *level = NULL, *fitted = NULL, *steadily = NULL, *thirds = NULL, *scatter = NULL;

  pz_trend_fit (phase->x, phase->y, phase->n, &line);
  pz_theil_sen_fit (phase->x, phase->y, phase->n, &steady);
  no_thirds = pz_trend_fit_thirds (phase->x, phase->y, phase->n, &k, &slope);
  fitted = dup_number (line.refusal, line.slope);
  steadily = dup_number (steady.refusal, steady.slope);
  thirds = dup_number (no_thirds, slope);
  scatter = dup_number (line.no_error, line.see);
  slope = 0;
  pz_trend_get_level (phase->y, phase->n, &slope);
  level = dup_number (pz_refusal_none (), slope);
  pz_table_add_row (table, phase->name, n, level, steadily, fitted, thirds, scatter);
}

static void
print_phases (const GPtrArray *phases)
{
  g_autoptr(PzTable) table = pz_table_new (
    /* Translators: columns of a table: a phase is a time in which the teaching was the same */
    C_("analysis", "Phase"), C_("analysis", "Points"), C_("analysis", "Level"), C_("analysis", "Slope, Theil–Sen"),
    C_("analysis", "Slope, least squares"), C_("analysis", "Slope, Tukey"), C_("analysis", "Scatter"), NULL);

  for (guint i = 0; i < phases->len; i++)
    add_phase (table, g_ptr_array_index (phases, i));
  pz_table_print (table);
}

static char *
dup_interval (double lower,
              double upper)
{
  /* Translators: from a smaller to a greater number: 0.6 to 0.99 */
  return g_strdup_printf (C_("analysis", "%1$.4g to %2$.4g"), lower, upper);
}

static void
add_overlap (PzTable          *table,
             const PzAnalysis *analysis,
             PzDirection       direction)
{
  PzOverlap overlap;
  const char *label;
  g_autofree char *nap = NULL, *error = NULL, *interval = NULL, *tau = NULL, *tau_u = NULL, *pnd = NULL, *pem = NULL;

  if (!pz_analysis_compare (analysis, direction, &overlap))
    return;
  nap = dup_number (overlap.refusal, overlap.nap);
  error = dup_number (overlap.no_error, overlap.se);
  interval = dup_interval (overlap.lower, overlap.upper);
  tau = dup_number (overlap.refusal, overlap.tau);
  tau_u = dup_number (overlap.refusal, overlap.tau_u);
  pnd = dup_number (overlap.refusal, overlap.pnd);
  pem = dup_number (overlap.refusal, overlap.pem);
  label = direction == PZ_DIRECTION_INCREASE ? C_("analysis", "more is better") : C_("analysis", "less is better");
  pz_table_add_row (table, label, nap, error, interval, tau, tau_u, pnd, pem);
}

static void
print_overlap (const PzAnalysis *analysis)
{
  /* xgettext:no-c-format */
  const char *interval = C_("analysis", "95 % interval");
  g_autoptr(PzTable) table = pz_table_new (C_("analysis", "Compared"), "NAP", C_("analysis", "Error"), interval, "Tau",
                                           "Tau-U", "PND", "PEM", NULL);
  const GPtrArray *phases = analysis->file->phases;
  g_autofree char *first = NULL, *second = NULL;

  if (phases->len < 2)
    return;
  first = pz_output_clean (((const PzSeriesPhase *) g_ptr_array_index (phases, 0))->name);
  second = pz_output_clean (((const PzSeriesPhase *) g_ptr_array_index (phases, 1))->name);
  pz_output_line ("%s", "");
  /* Translators: names of two phases */
  pz_output_line (_("%1$s, then %2$s:"), first, second);
  for (guint direction = 0; direction < 2; direction++)
    if (analysis->wanted[direction])
      add_overlap (table, analysis, (PzDirection) direction);
  pz_table_print (table);
}

static void
print_evidence (const PzDecision *decision)
{
  const PzLine *line = &decision->line;

  if (decision->no_aimline.reason == PZ_REFUSAL_NONE)
    /* Translators: numbers of change in a unit of time: the goal asks for so much */
    pz_output_line (_("  The goal asks for %1$.4g a day, from %2$.4g."), decision->aimline.pace, decision->baseline);
  if (line->no_error.reason == PZ_REFUSAL_NONE)
    pz_output_line (_("  The values change by %1$.4g a day (95 %% interval: %2$.4g to %3$.4g)."), line->slope,
                    line->lower, line->upper);
  if (decision->stage >= PZ_STAGE_TREND && decision->forecast.no_error.reason == PZ_REFUSAL_NONE)
    {
      g_autofree char *chance = pz_forecast_dup_chance (decision->forecast.chance);

      /* Translators: %1$.4g is a value to come, %2$s how likely it is, such as: about 3 in 10 */
      pz_output_line (_("  They lead to %1$.4g; chance to reach the goal: %2$s."), decision->forecast.value, chance);
    }
  if (decision->four_point != PZ_PROPOSAL_NONE)
    /* Translators: %s is what is proposed, such as: go on */
    pz_output_line (_("  The last four points: %s."), pz_proposal_get_label (decision->four_point));
  if (decision->trend != PZ_PROPOSAL_NONE)
    /* Translators: %s is what is proposed, such as: go on */
    pz_output_line (_("  The trend: %s."), pz_proposal_get_label (decision->trend));
}

static void
print_goal (const PzAnalysis *analysis)
{
  const PzDecision *decision = &analysis->decision;
  g_autofree char *text = pz_refusal_dup_text (decision->refusal);

  pz_output_line ("%s", "");
  if (*text == '\0')
    /* Translators: %s is where a goal stands, such as: on the way */
    pz_output_line (_("Goal: %s"), pz_status_get_label (decision->status));
  else
    /* Translators: %1$s is where a goal stands, such as: too early to say; %2$s is what is missing, a sentence */
    pz_output_line (_("Goal: %1$s. %2$s."), pz_status_get_label (decision->status), text);
  print_evidence (decision);
}

/**
 * pz_analysis_print:
 * @analysis: what to print
 *
 * As tables for people, with a few digits.
 */
void
pz_analysis_print (const PzAnalysis *analysis)
{
  const PzSeriesFile *file = analysis->file;
  guint n = (guint) file->n;

  /* Translators: %u is a number of measurements */
  pz_output_line (ngettext ("%u measurement", "%u measurements", n), n);
  if (file->n_empty > 0)
    /* Translators: %u is a number of rows of a file */
    pz_output_line (ngettext ("%u row without a value", "%u rows without a value", file->n_empty), file->n_empty);
  print_phases (file->phases);
  print_overlap (analysis);
  if (analysis->has_goal)
    print_goal (analysis);
}
