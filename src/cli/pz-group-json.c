/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-report.h"

#include "pz-day-spans.h"
#include "pz-output.h"

/**
 * pz_group_report_write_groups:
 * @self: of which learners
 * @writer: in an object
 * @groups: (array): a group per learner
 *
 * Writes them as a member "groups".
 */
void
pz_group_report_write_groups (const PzGroupReport *self,
                              PzJsonWriter        *writer,
                              const guint         *groups)
{
  g_return_if_fail (self != NULL && writer != NULL && groups != NULL);

  pz_json_writer_begin_array (writer, "groups");
  for (guint h = 0; h < pz_group_problem_get_n_groups (self->problem); h++)
    {
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_number (writer, "number", h + 1);
      pz_json_writer_begin_array (writer, "learners");
      for (guint i = 0; i < pz_group_problem_get_n (self->problem); i++)
        if (groups[i] == h)
          {
            pz_json_writer_begin_object (writer, NULL);
            pz_json_writer_string (writer, "id", pz_group_class_get_ids (self->load->learners)[i]);
            pz_json_writer_string (writer, "name", pz_group_class_get_names (self->load->learners)[i]);
            pz_json_writer_end_object (writer);
          }
      pz_json_writer_end_array (writer);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
}

static void
write_criteria (const PzGroupReport *self,
                PzJsonWriter        *writer)
{
  g_autofree double *values = g_new0 (double, pz_group_problem_get_n_criteria (self->problem) + 1);

  pz_group_problem_measure (self->problem, self->result->groups, values);
  pz_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);
      g_autofree char *label = pz_group_wish_dup_label (wish, self->load->learners);
      guint c = (guint) wish->criterion;

      if (wish->criterion < 0)
        continue;
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "kind", pz_group_wish_get_name (wish));
      pz_json_writer_string (writer, "field", wish->field);
      pz_json_writer_string (writer, "label", label);
      pz_json_writer_boolean (writer, "must", wish->must);
      pz_json_writer_number (writer, "importance", wish->importance);
      pz_json_writer_number (writer, "value", values[c]);
      pz_json_writer_number (writer, "satisfaction", pz_group_explain_satisfaction (&self->scales[c], values[c]));
      pz_json_writer_number (writer, "chance", pz_group_problem_get_chance (self->problem, c));
      pz_json_writer_boolean (writer, "has-effect", pz_group_problem_has_effect (self->problem, c));
      pz_json_writer_number (writer, "missing", pz_group_problem_get_n_missing (self->problem, c));
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_number (writer, "percentile",
                         pz_group_explain_percentile (self->problem, pz_group_problem_get_score (self->problem, values)));
}

static void
write_proof (const PzGroupReport *self,
             PzJsonWriter        *writer)
{
  pz_json_writer_begin_object (writer, "proof");
  pz_json_writer_string (writer, "verdict", pz_group_verdict_get_name (self->proof->verdict));
  pz_json_writer_number (writer, "gap", pz_group_proof_get_gap (self->proof, self->problem, self->result));
  if (self->proof->bound > G_MININT64)
    pz_json_writer_number (writer, "bound", (double) self->proof->bound);
  pz_json_writer_boolean (writer, "improved", self->proof->improved);
  pz_json_writer_end_object (writer);
}

/* pairs of the groups who were together before */
static void
write_repeats (const PzGroupReport *self,
               PzJsonWriter        *writer)
{
  pz_json_writer_begin_array (writer, "repeats");
  for (guint i = 0; i < self->result->n; i++)
    for (guint j = 0; j < i; j++)
      {
        guint times = pz_group_history_get_times (self->load->history, i, j);
        char day[PZ_DAY_TEXT_SIZE];

        if (self->result->groups[i] != self->result->groups[j] || times == 0)
          continue;
        pz_day_to_text (pz_group_history_get_last (self->load->history, i, j), day);
        pz_json_writer_begin_object (writer, NULL);
        pz_json_writer_begin_array (writer, "learners");
        pz_json_writer_string (writer, NULL, pz_group_class_get_ids (self->load->learners)[j]);
        pz_json_writer_string (writer, NULL, pz_group_class_get_ids (self->load->learners)[i]);
        pz_json_writer_end_array (writer);
        pz_json_writer_number (writer, "times", times);
        pz_json_writer_string (writer, "last", day);
        pz_json_writer_end_object (writer);
      }
  pz_json_writer_end_array (writer);
}

/**
 * pz_group_report_json:
 * @self: what was found
 *
 * Prints it as one object.
 */
void
pz_group_report_json (const PzGroupReport *self)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *settings = NULL;

  g_return_if_fail (self != NULL);

  settings = pz_group_settings_to_text (self->settings);
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", self->class_id);
  pz_json_writer_string (writer, "settings", settings);
  pz_json_writer_number (writer, "seed", (double) self->seed);
  pz_json_writer_number (writer, "work", (double) self->work);
  pz_json_writer_number (writer, "absent", self->load->n_absent);
  pz_group_report_write_groups (self, writer, self->result->groups);
  write_criteria (self, writer);
  write_repeats (self, writer);
  write_proof (self, writer);
  pz_json_writer_number (writer, "total", (double) self->result->total);
  pz_json_writer_number (writer, "broken", (double) self->result->broken);
  pz_json_writer_boolean (writer, "cancelled", self->result->cancelled);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}
