/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-value-words.h"

#include "pz-choice-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a text that are shown of it. */
#define SHOWN_TEXT 160

/**
 * pz_value_words_shorten:
 * @text: a text of any length
 *
 * Returns: (transfer full): it on one line, and no longer than a glance
 */
char *
pz_value_words_shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n\t\r", ' ');
  if (g_utf8_strlen (line, -1) <= SHOWN_TEXT)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, SHOWN_TEXT) = '\0';
  g_strchomp (line);
  return g_strconcat (line, "…", NULL);
}

static PzRecordType
target_of (const PzField *field)
{
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    if (g_strcmp0 (pz_schema_get_record ((PzRecordType) i)->name, field->extra) == 0)
      return (PzRecordType) i;
  return PZ_N_RECORD_TYPES;
}

static char *
reference_to_words (const PzValuePlace *self,
                    const PzField      *field,
                    const char         *id,
                    PzRecordNames      *names)
{
  PzRecordType target = target_of (field);
  const char *name = NULL;

  if (target < PZ_N_RECORD_TYPES)
    name = pz_record_names_look_up (names, self->kind, self->document, target, id);
  if (name != NULL && *name != '\0')
    return pz_value_words_shorten (name);
  /* Translators: instead of the name of something that was removed since */
  return g_strdup (C_ ("history", "no longer known"));
}

/* "lens:value", the lens by its id */
static char *
lens_value_to_words (const char    *text,
                     PzRecordNames *names)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  const char *lens = NULL;

  if (id != NULL && pz_id_is_valid (id))
    lens = pz_record_names_look_up (names, PZ_DOCUMENT_CLASSROOM, "", PZ_RECORD_LENS, id);
  if (lens == NULL || *lens == '\0')
    return pz_value_words_shorten (text);
  /* Translators: the name of a lens the teacher made, and the value chosen for a learner */
  return g_strdup_printf (C_ ("lens", "%1$s: %2$s"), lens, colon + 1);
}

/**
 * pz_value_words_from_text:
 * @self: where it stands
 * @text: of a field, or an element of a set
 * @names: of what it may refer to
 *
 * Returns: (transfer full): the text for people, shortened
 */
char *
pz_value_words_from_text (const PzValuePlace *self,
                          const char         *text,
                          PzRecordNames      *names)
{
  const PzField *field;

  if (self->field < 0)
    return pz_value_words_shorten (text);
  field = &pz_schema_get_record (self->type)->fields[self->field];
  if (field->kind == PZ_FIELD_CHOICE)
    return g_strdup (pz_choice_words_get (self->type, (guint) self->field, text));
  if (field->kind == PZ_FIELD_DATE)
    return pz_day_to_words (text);
  if (field->kind == PZ_FIELD_REFERENCE)
    return reference_to_words (self, field, text, names);
  if (self->type == PZ_RECORD_LEARNER && self->field == PZ_LEARNER_LENS_VALUES)
    return lens_value_to_words (text, names);
  return pz_value_words_shorten (text);
}

/**
 * pz_value_words_new:
 * @self: where it stands
 * @value: of a field
 * @names: of what it may refer to
 *
 * Returns: (transfer full) (nullable): the value for people, shortened; %NULL for none, and for one of another kind
 */
char *
pz_value_words_new (const PzValuePlace *self,
                    const PzValue      *value,
                    PzRecordNames      *names)
{
  switch (value->kind)
    {
    case PZ_VALUE_TEXT:
      return pz_value_words_from_text (self, value->text, names);
    case PZ_VALUE_NUMBER:
      return g_strdup_printf ("%.15g", value->number);
    case PZ_VALUE_FLAG:
      return g_strdup (C_ ("history", "Yes"));
    case PZ_VALUE_RAW:
    case PZ_VALUE_NONE:
    default:
      return NULL;
    }
}
