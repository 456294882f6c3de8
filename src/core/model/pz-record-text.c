/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-writer.h"
#include "pz-record-private.h"

#include <math.h>
#include <string.h>

static const PzField *
field_of (PzRecord *self,
          guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (self))->fields[field];
}

/**
 * pz_record_dup_as_text:
 * @field: any field
 *
 * The same in every locale: numbers with a point, flags as "true", sets joined by "; ".
 *
 * Returns: (transfer full) (nullable): the shown value as text; %NULL when empty
 */
char *
pz_record_dup_as_text (PzRecord *self,
                       guint     field)
{
  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);

  if (pz_record_is_empty (self, field))
    return NULL;
  if (field_of (self, field)->flags & PZ_FIELD_SET)
    {
      g_auto(GStrv) elements = pz_record_dup_set (self, field);

      return g_strjoinv ("; ", elements);
    }
  return pz_value_to_text (pz_record_peek_value (self, field));
}

static gboolean
set_number_from_text (PzRecord    *self,
                      guint        field,
                      const char  *text,
                      GError     **error)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  /* strtod also reads 0x1F, inf and nan */
  if (end == text || *end != '\0' || strspn (text, "0123456789+-.eE") != strlen (text))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _ ("%1$s: %2$s"), pz_field_get_label (field_of (self, field)),
                   _ ("not a number"));
      return FALSE;
    }
  if (!pz_field_check_number (field_of (self, field), number, error))
    return FALSE;
  pz_record_set_number (self, field, number);
  return TRUE;
}

static gboolean
set_flag_from_text (PzRecord    *self,
                    guint        field,
                    const char  *text,
                    GError     **error)
{
  gboolean yes = g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0 || strcmp (text, "1") == 0;
  gboolean no = g_ascii_strcasecmp (text, "false") == 0 || g_ascii_strcasecmp (text, "no") == 0 || strcmp (text, "0") == 0;

  if (!yes && !no)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _ ("%1$s: %2$s"), pz_field_get_label (field_of (self, field)),
                   _ ("neither yes nor no"));
      return FALSE;
    }
  pz_record_set_flag (self, field, yes);
  return TRUE;
}

static gboolean
assign_from_text (PzRecord    *self,
                  guint        field,
                  const char  *text,
                  GError     **error)
{
  g_auto(GStrv) elements = g_strsplit (text, ";", -1);

  for (guint i = 0; elements[i] != NULL; i++)
    {
      g_strstrip (elements[i]);
      if (*elements[i] != '\0' && !pz_field_check_text (field_of (self, field), elements[i], error))
        return FALSE;
    }
  pz_record_set_assign (self, field, (const char *const *) elements);
  return TRUE;
}

/* Lines end as ours do, wherever the text was copied from. */
static char *
with_plain_lines (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (*text != '\r')
      g_string_append_c (plain, *text);
    else if (text[1] != '\n')
      g_string_append_c (plain, '\n');
  return g_string_free (plain, FALSE);
}

static void
empty_field (PzRecord *self,
             guint     field)
{
  const PzValue nothing = { PZ_VALUE_NONE, { NULL } };
  const char *const none[] = { NULL };

  if (field_of (self, field)->flags & PZ_FIELD_SET)
    pz_record_set_assign (self, field, none);
  else
    pz_record_apply_value (self, field, &nothing);
}

/**
 * pz_record_set_from_text:
 * @field: any field
 * @text: (nullable): what was typed or imported, blanks around it do not count; empty empties the field. Numbers with a
 *   point, in every locale; sets: elements separated by ";"
 * @error: says in words what is not allowed; the field is then unchanged
 *
 * Returns: whether the field now holds @text
 */
gboolean
pz_record_set_from_text (PzRecord    *self,
                         guint        field,
                         const char  *text,
                         GError     **error)
{
  g_autofree char *trimmed = NULL;
  const PzField *schema;

  g_return_val_if_fail (PZ_IS_RECORD (self), FALSE);

  g_return_val_if_fail (field < pz_schema_get_record (pz_record_get_record_type (self))->n_fields, FALSE);

  schema = field_of (self, field);
  trimmed = with_plain_lines (text != NULL ? text : "");
  g_strstrip (trimmed);
  if (*trimmed == '\0')
    {
      empty_field (self, field);
      return TRUE;
    }
  if (schema->flags & PZ_FIELD_SET)
    return assign_from_text (self, field, trimmed, error);
  if (schema->kind == PZ_FIELD_NUMBER)
    return set_number_from_text (self, field, trimmed, error);
  if (schema->kind == PZ_FIELD_FLAG)
    return set_flag_from_text (self, field, trimmed, error);
  if (!pz_field_check_text (schema, trimmed, error))
    return FALSE;
  pz_record_set_text (self, field, trimmed);
  return TRUE;
}
