/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-progress-json.h"

#include <math.h>

static void
write_number (PzJsonWriter *writer,
              const char   *name,
              gboolean      is_there,
              double        value)
{
  if (is_there && isfinite (value))
    pz_json_writer_number (writer, name, value);
  else
    pz_json_writer_raw (writer, name, "null", 4);
}

static gboolean
allowed (PzRefusal refusal)
{
  return refusal.reason == PZ_REFUSAL_NONE;
}

static void
write_day (PzJsonWriter *writer,
           const char   *name,
           guint32       day)
{
  char text[PZ_DAY_TEXT_SIZE];

  if (day == 0)
    {
      pz_json_writer_raw (writer, name, "null", 4);
      return;
    }
  pz_day_to_text (day, text);
  pz_json_writer_string (writer, name, text);
}

static void
write_goal (PzJsonWriter       *writer,
            const PzGoalSource *source)
{
  pz_json_writer_string (writer, "learner", source->learner);
  pz_json_writer_string (writer, "goal", source->goal);
  pz_json_writer_string (writer, "title", source->title);
  pz_json_writer_boolean (writer, "shared", source->shared);
  pz_json_writer_string (writer, "state", pz_goal_state_get_name (source->state));
  if (source->measure != NULL)
    pz_json_writer_string (writer, "measure", source->measure);
  if (source->standard != NULL)
    pz_json_writer_string (writer, "standard", source->standard);
  write_number (writer, "target", TRUE, source->target);
  write_day (writer, "start", source->start);
  write_day (writer, "target-date", source->due);
}

static void
write_points (PzJsonWriter         *writer,
              const PzGoalProgress *progress)
{
  pz_json_writer_begin_array (writer, "points");
  for (gsize i = 0; i < progress->n; i++)
    {
      pz_json_writer_begin_object (writer, NULL);
      write_day (writer, "date", progress->first_day + (guint32) progress->x[i]);
      pz_json_writer_number (writer, "value", progress->y[i]);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
}

/* slopes are a week's, as people read them */
static void
write_lines (PzJsonWriter     *writer,
             const PzDecision *decision)
{
  gboolean has_error = allowed (decision->line.refusal) && allowed (decision->line.no_error);
  gboolean has_forecast = allowed (decision->forecast.refusal);
  gboolean has_chance = has_forecast && allowed (decision->forecast.no_error);

  write_number (writer, "baseline", allowed (decision->no_baseline), decision->baseline);
  pz_json_writer_boolean (writer, "provisional-baseline", decision->provisional);
  write_number (writer, "level", decision->n > 0, decision->level);
  write_number (writer, "pace-asked", allowed (decision->no_aimline), decision->aimline.pace * 7);
  write_number (writer, "growth", allowed (decision->steady.refusal), decision->steady.slope * 7);
  write_number (writer, "growth-ols", allowed (decision->line.refusal), decision->line.slope * 7);
  write_number (writer, "growth-lower", has_error, decision->line.lower * 7);
  write_number (writer, "growth-upper", has_error, decision->line.upper * 7);
  write_number (writer, "forecast", has_forecast, decision->forecast.value);
  write_number (writer, "forecast-lower", has_chance, decision->forecast.lower);
  write_number (writer, "forecast-upper", has_chance, decision->forecast.upper);
  write_number (writer, "chance", has_chance && allowed (decision->no_growth), decision->forecast.chance);
}

static void
write_verdict (PzJsonWriter     *writer,
               const PzDecision *decision)
{
  pz_json_writer_string (writer, "status", pz_status_get_name (decision->status));
  if (!allowed (decision->refusal))
    {
      g_autofree char *words = pz_refusal_dup_text (decision->refusal);

      pz_json_writer_string (writer, "missing", pz_refusal_get_name (decision->refusal));
      pz_json_writer_string (writer, "missing-words", words);
    }
  pz_json_writer_string (writer, "stage", pz_stage_get_name (decision->stage));
  pz_json_writer_number (writer, "held", decision->held);
  pz_json_writer_number (writer, "occasions", decision->occasions);
  if (allowed (decision->no_growth))
    pz_json_writer_string (writer, "growth-verdict", pz_growth_get_name (decision->growth));
  if (allowed (decision->no_four_point))
    pz_json_writer_string (writer, "four-point-rule", pz_proposal_get_name (decision->four_point));
  write_number (writer, "more-points", allowed (decision->no_more) && decision->n_more > 0, decision->n_more);
}

/**
 * pz_progress_write_json:
 * @writer: in an array
 * @progress: of a goal
 *
 * Writes an object: the goal, its points, the numbers behind the verdict (`null` where there is none; growth in the unit
 * of the measure a week), and the verdict.
 */
void
pz_progress_write_json (PzJsonWriter         *writer,
                        const PzGoalProgress *progress)
{
  g_return_if_fail (writer != NULL && progress != NULL);

  pz_json_writer_begin_object (writer, NULL);
  write_goal (writer, progress->source);
  pz_json_writer_number (writer, "n", (double) progress->n);
  pz_json_writer_number (writer, "span", progress->decision.span);
  pz_json_writer_number (writer, "school-days-since-last", progress->days_since_last);
  if (progress->strategy != NULL)
    pz_json_writer_string (writer, "strategy", progress->strategy);
  write_lines (writer, &progress->decision);
  write_verdict (writer, &progress->decision);
  write_points (writer, progress);
  pz_json_writer_end_object (writer);
}
