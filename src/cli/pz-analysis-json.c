/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-analysis.h"

/* a phase of fewer points has no line of its own here */
#define MIN_POINTS 3

const char *const pz_analysis_directions[2] = {
  [PZ_DIRECTION_INCREASE] = "increase",
  [PZ_DIRECTION_DECREASE] = "decrease",
};

static void
write_null (PzJsonWriter *writer,
            const char   *name)
{
  pz_json_writer_raw (writer, name, "null", -1);
}

static void
write_number (PzJsonWriter *writer,
              const char   *name,
              PzRefusal     refusal,
              double        number)
{
  if (refusal.reason == PZ_REFUSAL_NONE)
    pz_json_writer_number (writer, name, number);
  else
    write_null (writer, name);
}

/* FALSE: null stands there and nothing is to follow */
static gboolean
begin_lines (PzJsonWriter *writer,
             const char   *kind,
             const char   *phase,
             PzRefusal     refusal)
{
  g_autofree char *name = g_strconcat (kind, "_", phase, NULL);

  if (refusal.reason == PZ_REFUSAL_NONE)
    pz_json_writer_begin_object (writer, name);
  else
    write_null (writer, name);
  return refusal.reason == PZ_REFUSAL_NONE;
}

static void
write_lines (PzJsonWriter        *writer,
             const PzSeriesPhase *phase)
{
  PzLine line;
  PzSteadyLine steady;
  gsize k = 0;
  double slope = 0;

  pz_trend_fit (phase->x, phase->y, phase->n, &line);
  if (begin_lines (writer, "ols", phase->name, line.refusal))
    {
      pz_json_writer_number (writer, "n", (double) line.n);
      pz_json_writer_number (writer, "slope", line.slope);
      pz_json_writer_number (writer, "intercept", line.intercept);
      write_number (writer, "see", line.no_error, line.see);
      write_number (writer, "se_slope", line.no_error, line.se_slope);
      pz_json_writer_end_object (writer);
    }
  pz_theil_sen_fit (phase->x, phase->y, phase->n, &steady);
  if (begin_lines (writer, "theilsen", phase->name, steady.refusal))
    {
      pz_json_writer_number (writer, "slope", steady.slope);
      pz_json_writer_number (writer, "intercept", steady.intercept);
      pz_json_writer_end_object (writer);
    }
  if (begin_lines (writer, "tukey", phase->name, pz_trend_fit_thirds (phase->x, phase->y, phase->n, &k, &slope)))
    {
      pz_json_writer_number (writer, "k", (double) k);
      pz_json_writer_number (writer, "slope", slope);
      pz_json_writer_end_object (writer);
    }
}

static double *
dup_turned (const PzSeriesPhase *phase,
            PzDirection          direction)
{
  double *values = g_new (double, phase->n);

  for (gsize i = 0; i < phase->n; i++)
    values[i] = pz_measure_value_turn (phase->y[i], direction);
  return values;
}

/**
 * pz_analysis_compare:
 * @analysis: what is printed
 * @direction: which way is better
 * @overlap: (out caller-allocates): of the first two phases
 *
 * Returns: %FALSE when there are no two phases
 */
gboolean
pz_analysis_compare (const PzAnalysis *analysis,
                     PzDirection       direction,
                     PzOverlap        *overlap)
{
  const GPtrArray *phases = analysis->file->phases;
  const PzSeriesPhase *a, *b;
  g_autofree double *before = NULL, *with = NULL;

  if (phases->len < 2)
    return FALSE;
  a = g_ptr_array_index (phases, 0);
  b = g_ptr_array_index (phases, 1);
  before = dup_turned (a, direction);
  with = dup_turned (b, direction);
  pz_overlap_measure (before, a->n, with, b->n, overlap);
  return TRUE;
}

static void
write_overlap (PzJsonWriter     *writer,
               const PzAnalysis *analysis,
               PzDirection       direction)
{
  PzOverlap overlap;

  if (!pz_analysis_compare (analysis, direction, &overlap))
    {
      write_null (writer, pz_analysis_directions[direction]);
      return;
    }
  pz_json_writer_begin_object (writer, pz_analysis_directions[direction]);
  pz_json_writer_number (writer, "m", (double) overlap.m);
  pz_json_writer_number (writer, "n", (double) overlap.n);
  pz_json_writer_number (writer, "NAP", overlap.nap);
  write_number (writer, "SE_unbiased", overlap.no_error, overlap.se);
  pz_json_writer_number (writer, "SE_null", overlap.se_null);
  pz_json_writer_number (writer, "Tau", overlap.tau);
  pz_json_writer_number (writer, "Tau_U", overlap.tau_u);
  pz_json_writer_number (writer, "S_AB", (double) overlap.s_ab);
  pz_json_writer_number (writer, "S_AA", (double) overlap.s_aa);
  pz_json_writer_number (writer, "PND", overlap.pnd);
  pz_json_writer_number (writer, "PEM", overlap.pem);
  pz_json_writer_end_object (writer);
}

static void
write_evidence (PzJsonWriter     *writer,
                const PzDecision *decision)
{
  const PzForecast *forecast = &decision->forecast;

  write_number (writer, "baseline", decision->no_baseline, decision->baseline);
  write_number (writer, "level", pz_refusal_more_points (decision->n, 1), decision->level);
  write_number (writer, "pace", decision->no_aimline, decision->aimline.pace);
  write_number (writer, "slope", decision->line.refusal, decision->line.slope);
  write_number (writer, "slope-lower", decision->line.no_error, decision->line.lower);
  write_number (writer, "slope-upper", decision->line.no_error, decision->line.upper);
  write_number (writer, "scatter", decision->line.no_error, decision->line.see);
  write_number (writer, "steady-slope", decision->steady.refusal, decision->steady.slope);
  write_number (writer, "forecast", forecast->refusal, forecast->value);
  write_number (writer, "forecast-error", forecast->no_error, forecast->se);
  /* a chance is only named where a verdict may be */
  if (decision->stage >= PZ_STAGE_TREND)
    write_number (writer, "chance", forecast->no_error, forecast->chance);
  else
    write_null (writer, "chance");
  if (decision->no_growth.reason == PZ_REFUSAL_NONE)
    pz_json_writer_string (writer, "growth", pz_growth_get_name (decision->growth));
  else
    write_null (writer, "growth");
  write_number (writer, "n-more", decision->no_more, decision->n_more);
}

static void
write_goal (PzJsonWriter     *writer,
            const PzAnalysis *analysis)
{
  const PzDecision *decision = &analysis->decision;
  g_autofree char *text = pz_refusal_dup_text (decision->refusal);

  pz_json_writer_begin_object (writer, "goal");
  pz_json_writer_string (writer, "direction", pz_analysis_directions[analysis->direction]);
  pz_json_writer_number (writer, "due", analysis->due);
  pz_json_writer_string (writer, "status", pz_status_get_name (decision->status));
  if (decision->refusal.reason != PZ_REFUSAL_NONE)
    {
      pz_json_writer_string (writer, "reason", pz_refusal_get_name (decision->refusal));
      pz_json_writer_string (writer, "text", text);
    }
  pz_json_writer_string (writer, "stage", pz_stage_get_name (decision->stage));
  pz_json_writer_number (writer, "n", (double) decision->n);
  pz_json_writer_number (writer, "span", decision->span);
  write_evidence (writer, decision);
  pz_json_writer_string (writer, "four-point", pz_proposal_get_name (decision->four_point));
  pz_json_writer_string (writer, "trend", pz_proposal_get_name (decision->trend));
  pz_json_writer_end_object (writer);
}

/**
 * pz_analysis_write:
 * @analysis: what to print
 * @writer: gets one object
 *
 * What is not defined is null.
 */
void
pz_analysis_write (const PzAnalysis *analysis,
                   PzJsonWriter     *writer)
{
  const GPtrArray *phases = analysis->file->phases;

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_begin_array (writer, "phases");
  for (guint i = 0; i < phases->len; i++)
    pz_json_writer_string (writer, NULL, ((const PzSeriesPhase *) g_ptr_array_index (phases, i))->name);
  pz_json_writer_end_array (writer);
  for (guint i = 0; i < MIN (phases->len, 2); i++)
    if (((const PzSeriesPhase *) g_ptr_array_index (phases, i))->n >= MIN_POINTS)
      write_lines (writer, g_ptr_array_index (phases, i));
  for (guint direction = 0; direction < 2; direction++)
    if (analysis->wanted[direction])
      write_overlap (writer, analysis, (PzDirection) direction);
  if (analysis->has_goal)
    write_goal (writer, analysis);
  pz_json_writer_end_object (writer);
}
