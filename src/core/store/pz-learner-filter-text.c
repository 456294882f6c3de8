/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-filter-private.h"

#include "pz-environment.h"
#include "pz-json-reader.h"
#include "pz-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The text of a saved filter: {"level":["ID"],"needs":["Reading"],"lens:ID":["VALUE"]} */
#define LENS_PREFIX "lens:"
/* Longest value, in bytes: the longest text of a set in UTF-8, and a lens before it. */
#define MAX_VALUE 1000

static void
append_name (GString    *text,
             const char *name)
{
  if (text->len > 1)
    g_string_append_c (text, ',');
  pz_json_append_string (text, name, -1);
  g_string_append_c (text, ':');
}

static void
append_group (GString             *text,
              const PzFilterGroup *group)
{
  g_autofree char *lens = group->lens != NULL ? g_strconcat (LENS_PREFIX, group->lens, NULL) : NULL;

  append_name (text, lens != NULL ? lens : pz_filter_field_get_name (group->field));
  for (guint i = 0; i < group->values->len; i++)
    {
      g_string_append_c (text, i == 0 ? '[' : ',');
      pz_json_append_string (text, g_ptr_array_index (group->values, i), -1);
    }
  g_string_append_c (text, ']');
}

/**
 * pz_learner_filter_to_text:
 * @self: a filter
 *
 * Returns: (transfer full): the filter as a `template` record holds it: one line of JSON
 */
char *
pz_learner_filter_to_text (const PzLearnerFilter *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new ("{");
  for (guint i = 0; i < self->groups->len; i++)
    append_group (text, g_ptr_array_index (self->groups, i));
  for (guint i = 0; i < self->unknown->len; i++)
    {
      const PzFilterUnknown *unknown = g_ptr_array_index (self->unknown, i);

      append_name (text, unknown->name);
      g_string_append (text, unknown->raw);
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* lens: where the id of a lens begins in name, or NULL */
static gboolean
find_field (const char     *name,
            PzFilterField  *field,
            const char    **lens)
{
  *lens = NULL;
  if (g_str_has_prefix (name, LENS_PREFIX) && pz_id_is_valid (name + strlen (LENS_PREFIX)))
    {
      *field = PZ_FILTER_LENS;
      *lens = name + strlen (LENS_PREFIX);
      return TRUE;
    }
  for (guint i = 0; i < PZ_N_FILTER_FIELDS; i++)
    if (i != PZ_FILTER_LENS && strcmp (name, pz_filter_field_get_name (i)) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

static void
refuse (PzJsonReader *reader,
        const char   *name)
{
  /* Translators: %s is the name of a part of a file, as it stands there */
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, _("“%s” is not what it must be"), name);
}

static void
read_values (PzLearnerFilter *self,
             PzJsonReader    *reader,
             const char      *name,
             guint           *n_values)
{
  PzFilterField field;
  const char *lens;
  PzJsonToken token = pz_json_reader_next (reader);

  if (!find_field (name, &field, &lens))
    g_return_if_reached (); /* the caller asked already */
  if (token != PZ_JSON_ARRAY)
    {
      if (token != PZ_JSON_ERROR)
        refuse (reader, name);
      return;
    }
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_STRING)
    {
      gsize length;
      const char *value = pz_json_reader_get_text (reader, &length);

      if (length == 0 || length > MAX_VALUE || ++*n_values > PZ_FILTER_MAX_VALUES)
        {
          refuse (reader, name);
          return;
        }
      pz_learner_filter_add (self, field, lens, value);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    refuse (reader, name);
}

static void
read_member (PzLearnerFilter *self,
             PzJsonReader    *reader,
             guint           *n_values)
{
  g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));
  PzFilterField field;
  const char *lens, *raw;
  gsize length;

  if (find_field (name, &field, &lens))
    read_values (self, reader, name, n_values);
  else if (pz_json_reader_skip (reader, &raw, &length))
    pz_learner_filter_add_unknown (self, name, raw, length);
}

/**
 * pz_learner_filter_parse:
 * @text: of a saved filter
 * @error: those of the strict reader, with line and column; %PZ_ERROR_INVALID for values that are none
 *
 * Returns: (transfer full) (nullable): the filter; %NULL with @error set
 */
PzLearnerFilter *
pz_learner_filter_parse (const char  *text,
                         GError     **error)
{
  g_autoptr(PzLearnerFilter) self = pz_learner_filter_new ();
  g_autoptr(PzJsonReader) reader = NULL;
  guint n_values = 0;
  PzJsonToken token;

  g_return_val_if_fail (text != NULL, NULL);

  reader = pz_json_reader_new (text, strlen (text), PZ_FILTER_MAX_SIZE);
  token = pz_json_reader_next (reader);
  if (token != PZ_JSON_OBJECT && token != PZ_JSON_ERROR)
    refuse (reader, "{}");
  if (token != PZ_JSON_OBJECT)
    token = PZ_JSON_ERROR;
  while (token != PZ_JSON_ERROR && (token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
    read_member (self, reader, &n_values);
  if (token == PZ_JSON_OBJECT_END)
    pz_json_reader_next (reader);
  if (pz_json_reader_take_error (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}
