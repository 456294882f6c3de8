/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-report.h"

#include "pz-output.h"

#include <glib/gi18n-lib.h>

static void
print_rounds (const PzGroupReport   *self,
              const PzGroupRotation *rotation)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed); /* not in the text: no catalog has the macro */
  for (guint r = 0; r < rotation->n_rounds; r++)
    {
      /* Translators: the number of a round */
      pz_output_line (_("Round %u"), r + 1);
      pz_group_report_print_groups (self, rotation->groups + (gsize) r * rotation->n);
      pz_output_line ("%s", "");
    }
  /* Translators: %1$u meetings of two in these rounds are not their first; %2$u is the least there could be */
  pz_output_line (ngettext ("%1$u repeat; by counting %2$u would be the least.",
                            "%1$u repeats; by counting %2$u would be the least.", rotation->repeats),
                  rotation->repeats, rotation->repeats_floor);
  pz_group_report_print_away (self);
  if (rotation->broken > 0)
    pz_output_line ("%s", _("Rules are broken: no groups were found that keep all of them."));
  if (rotation->cancelled)
    pz_output_line ("%s", _("Ended early: this is the best found so far."));
  /* Translators: the number that gives the same groups again */
  pz_output_line (_("Seed %s"), seed);
}

static void
write_rounds (const PzGroupReport   *self,
              const PzGroupRotation *rotation)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *settings = pz_group_settings_to_text (self->settings);

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "class", self->class_id);
  pz_json_writer_string (writer, "settings", settings);
  pz_json_writer_number (writer, "seed", (double) self->seed);
  pz_json_writer_number (writer, "work", (double) self->work);
  pz_json_writer_number (writer, "absent", self->load->n_absent);
  pz_json_writer_begin_array (writer, "rounds");
  for (guint r = 0; r < rotation->n_rounds; r++)
    {
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_number (writer, "number", r + 1);
      pz_group_report_write_groups (self, writer, rotation->groups + (gsize) r * rotation->n);
      pz_json_writer_end_object (writer);
    }
  pz_json_writer_end_array (writer);
  pz_json_writer_number (writer, "n-repeats", rotation->repeats);
  pz_json_writer_number (writer, "least-repeats", rotation->repeats_floor);
  pz_json_writer_number (writer, "most-meetings", rotation->most);
  pz_json_writer_number (writer, "broken", (double) rotation->broken);
  pz_json_writer_boolean (writer, "cancelled", rotation->cancelled);
  pz_json_writer_end_object (writer);
  pz_output_json (writer);
}

/**
 * pz_group_report_rounds:
 * @self: what was asked for; its result is not looked at
 * @rotation: several rounds
 * @json: as one object instead of text
 *
 * Prints them.
 */
void
pz_group_report_rounds (const PzGroupReport   *self,
                        const PzGroupRotation *rotation,
                        gboolean               json)
{
  g_return_if_fail (self != NULL && rotation != NULL);

  if (json)
    write_rounds (self, rotation);
  else
    print_rounds (self, rotation);
}
