/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-fields.h"

#include <glib/gi18n-lib.h>

/**
 * pz_import_difference_free:
 */
void
pz_import_difference_free (PzImportDifference *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->name);
  g_free (self);
}

/*
 * pz_import_difference_add:
 * @before: (transfer full) (nullable): what is there
 * @after: (transfer full): what would be there
 *
 * Returns: (transfer none): the difference, at the end of the list
 */
PzImportDifference *
pz_import_difference_add (GPtrArray *differences,
                          guint      field,
                          char      *before,
                          char      *after)
{
  PzImportDifference *difference = g_new0 (PzImportDifference, 1);

  difference->field = field;
  difference->before = before;
  difference->after = after;
  g_ptr_array_add (differences, difference);
  return difference;
}

/*
 * pz_import_usable_text:
 * @text: (nullable): what a row says
 *
 * Cleans a text so that the field takes it: one blank for each run of blanks and control characters, cut at the length
 * of the field.
 *
 * Returns: (transfer full) (nullable): NULL when it says nothing that can be kept
 */
char *
pz_import_usable_text (const PzField *field,
                       const char    *text)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  glong length = 0;

  for (const char *p = valid; p != NULL && *p != '\0' && (field->maximum <= 0 || length < (glong) field->maximum);
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean keep_line = field->kind == PZ_FIELD_LONG_TEXT && c == '\n';

      if ((g_unichar_isspace (c) || g_unichar_iscntrl (c)) && !keep_line)
        c = ' ';
      if (c == ' ' && (clean->len == 0 || clean->str[clean->len - 1] == ' '))
        continue;
      g_string_append_unichar (clean, c);
      length++;
    }
  g_strchomp (clean->str);
  if (*clean->str == '\0' || !pz_field_check_text (field, clean->str, NULL))
    return NULL;
  return g_strdup (clean->str);
}

/**
 * pz_import_difference_get_name:
 * @self: a difference
 *
 * Returns: what it is about, for programs: the name of a field of a learner, or of the record
 */
const char *
pz_import_difference_get_name (const PzImportDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == PZ_IMPORT_CONTACT)
    return pz_schema_get_record (PZ_RECORD_CONTACT)->name;
  return pz_schema_get_record (PZ_RECORD_LEARNER)->fields[self->field].name;
}

/**
 * pz_import_difference_get_label:
 * @self: a difference
 *
 * Returns: what it is about, for people
 */
const char *
pz_import_difference_get_label (const PzImportDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == PZ_IMPORT_LENS)
    return self->name;
  if (self->kind == PZ_IMPORT_CONTACT)
    return g_dpgettext2 (GETTEXT_PACKAGE, "record", pz_schema_get_record (PZ_RECORD_CONTACT)->label);
  return pz_field_get_label (&pz_schema_get_record (PZ_RECORD_LEARNER)->fields[self->field]);
}
