/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-edit.h"

#include <glib/gi18n-lib.h>

/* Words for the choices of a learner's fields. The schema has the values, which stand in files and never change. */
static const struct
{
  guint field;
  const char *choice;
  const char *label;
} choice_labels[] = {
  { PZ_LEARNER_DEVICE_AT_HOME, "none", NC_("device at home", "None") },
  { PZ_LEARNER_DEVICE_AT_HOME, "shared", NC_("device at home", "Shared with others") },
  { PZ_LEARNER_DEVICE_AT_HOME, "own", NC_("device at home", "Their own") },
  { PZ_LEARNER_INTERNET_AT_HOME, "none", NC_("internet at home", "None") },
  { PZ_LEARNER_INTERNET_AT_HOME, "unsteady", NC_("internet at home", "Unsteady") },
  { PZ_LEARNER_INTERNET_AT_HOME, "steady", NC_("internet at home", "Steady") },
  { PZ_LEARNER_QUIET_PLACE, "none", NC_("quiet place at home", "None") },
  { PZ_LEARNER_QUIET_PLACE, "sometimes", NC_("quiet place at home", "Sometimes") },
  { PZ_LEARNER_QUIET_PLACE, "always", NC_("quiet place at home", "Always") },
};

static const char *
get_choice_context (guint field)
{
  switch (field)
    {
    case PZ_LEARNER_DEVICE_AT_HOME:
      return "device at home";
    case PZ_LEARNER_INTERNET_AT_HOME:
      return "internet at home";
    default:
      return "quiet place at home";
    }
}

/**
 * pz_choice_get_label:
 * @field: a field of a learner that is a choice
 * @choice: one of its values
 *
 * Returns: the value in words, translated; @choice itself when the schema has a value this program has no word for
 */
const char *
pz_choice_get_label (guint       field,
                     const char *choice)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choice_labels); i++)
    if (choice_labels[i].field == field && g_strcmp0 (choice_labels[i].choice, choice) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, get_choice_context (field), choice_labels[i].label);
  return choice;
}

/**
 * pz_edit_get_field:
 * @self: the edit
 *
 * Returns: the field's line in the schema
 */
const PzField *
pz_edit_get_field (const PzEdit *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->record))->fields[self->field];
}

/**
 * pz_edit_dup_label:
 * @self: the edit
 *
 * Returns: (transfer full): what the step is called when it is undone
 */
char *
pz_edit_dup_label (const PzEdit *self)
{
  /* Translators: a step that can be undone; %s is the name of a field, such as Given name */
  return g_strdup_printf (C_("undo", "Change of “%s”"), pz_field_get_label (pz_edit_get_field (self)));
}

/**
 * pz_edit_queue_save:
 * @self: the edit, after the record was changed
 *
 * Saves in a moment, as a step of its own that can be undone; a draft, which has no class, is not saved.
 */
void
pz_edit_queue_save (const PzEdit *self)
{
  g_autofree char *label = NULL;

  if (self->classroom == NULL)
    return;
  label = pz_edit_dup_label (self);
  pz_classroom_queue_save (self->classroom, label);
}
