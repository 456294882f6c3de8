/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-line.h"

#include "pz-crc32c.h"
#include "pz-environment.h"

#include <string.h>

/* What must have been read for a line to tell something. */
typedef enum
{
  HAS_TIME = 1 << 0,
  HAS_DOCUMENT = 1 << 1,
  HAS_RECORD = 1 << 2,
  HAS_FIELD = 1 << 3,
  HAS_ALL = (1 << 4) - 1,
} Members;

typedef struct
{
  PzJsonReader *reader;
  const char *data;
  PzHistoryLine *line;
  Members seen;
} Reading;

static gboolean
find_record_type (const char   *name,
                  PzRecordType *type)
{
  for (guint i = 0; name != NULL && i < PZ_N_RECORD_TYPES; i++)
    if (strcmp (pz_schema_get_record ((PzRecordType) i)->name, name) == 0)
      {
        *type = (PzRecordType) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_id (char       *into,
         const char *id)
{
  if (!pz_id_is_valid (id) || strlen (id) > PZ_PEEK_ID_MAX)
    return FALSE;
  g_strlcpy (into, id, PZ_PEEK_ID_MAX + 1);
  return TRUE;
}

static void
read_time (Reading    *reading,
           const char *member)
{
  const char *text = pz_peek_text (reading->reader);
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    {
      pz_peek_invalid (reading->reader, member);
      return;
    }
  reading->line->time = g_date_time_to_unix (time);
  reading->seen |= HAS_TIME;
}

/* "classroom", or the folder of a kind of document and an id */
static gboolean
take_document (PzHistoryLine *line,
               const char    *text)
{
  if (strcmp (text, "classroom") == 0)
    {
      line->kind = PZ_DOCUMENT_CLASSROOM;
      return TRUE;
    }
  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      const char *folder = pz_schema_get_document ((PzDocumentKind) kind)->folder;
      gsize length = folder != NULL ? strlen (folder) : 0;

      if (length > 0 && strncmp (text, folder, length) == 0 && text[length] == '/')
        {
          line->kind = (PzDocumentKind) kind;
          return take_id (line->document, text + length + 1);
        }
    }
  return FALSE;
}

static void
read_document (Reading    *reading,
               const char *member)
{
  const char *text = pz_peek_text (reading->reader);

  if (text == NULL || !take_document (reading->line, text))
    pz_peek_invalid (reading->reader, member);
  else
    reading->seen |= HAS_DOCUMENT;
}

static void
read_record (Reading    *reading,
             const char *member)
{
  const char *text = pz_peek_text (reading->reader);

  if (text == NULL || !take_id (reading->line->record, text))
    pz_peek_invalid (reading->reader, member);
  else
    reading->seen |= HAS_RECORD;
}

/* FIELD, FIELD/ELEMENT, or * for a record that was added */
static void
read_field (Reading    *reading,
            const char *member)
{
  PzHistoryLine *line = reading->line;
  const char *text = pz_peek_text (reading->reader);
  const char *slash;

  if (text == NULL || *text == '/')
    {
      pz_peek_invalid (reading->reader, member);
      return;
    }
  slash = strchr (text, '/');
  line->added = strcmp (text, "*") == 0;
  line->field = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  line->element = slash != NULL ? g_strdup (slash + 1) : NULL;
  reading->seen |= HAS_FIELD;
}

static void
read_value (Reading *reading,
            PzValue *value)
{
  PzJsonToken token = pz_json_reader_next (reading->reader);

  if (token == PZ_JSON_STRING)
    *value = pz_value_text (pz_json_reader_get_text (reading->reader, NULL));
  else if (token == PZ_JSON_NUMBER)
    *value = pz_value_number (pz_json_reader_get_number (reading->reader));
  else if (token == PZ_JSON_TRUE)
    *value = pz_value_flag (TRUE);
  else
    pz_peek_finish (reading->reader, token);
}

static void
read_before (Reading    *reading,
             const char *member)
{
  read_value (reading, &reading->line->before);
}

static void
read_after (Reading    *reading,
            const char *member)
{
  read_value (reading, &reading->line->after);
}

/* The sum is over all bytes before the comma in front of its own member. */
static void
read_sum (Reading    *reading,
          const char *member)
{
  gsize start = pz_json_reader_get_start (reading->reader);
  const char *text = pz_peek_text (reading->reader);
  g_autofree char *sum = NULL;

  if (start > 0 && reading->data[start - 1] == ',')
    sum = g_strdup_printf ("%08x", pz_crc32c (0, reading->data, start - 1));
  if (g_strcmp0 (sum, text) != 0)
    pz_peek_invalid (reading->reader, member);
}

static void
read_member (Reading *reading)
{
  static const struct { const char *name; void (*read) (Reading *, const char *); } members[] = {
    { "t", read_time }, { "doc", read_document }, { "record", read_record }, { "field", read_field },
    { "old", read_before }, { "new", read_after }, { "crc", read_sum },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (pz_json_reader_text_is (reading->reader, members[i].name))
      {
        members[i].read (reading, members[i].name);
        return;
      }
  pz_json_reader_skip (reading->reader, NULL, NULL);
}

/* Of a record that was added, the new value says what it is. */
static void
settle (Reading *reading)
{
  PzHistoryLine *line = reading->line;

  if (reading->seen != HAS_ALL)
    pz_peek_invalid (reading->reader, "{}");
  else if (line->added && (line->after.kind != PZ_VALUE_TEXT || !find_record_type (line->after.text, &line->type)))
    pz_peek_invalid (reading->reader, "new");
  if (line->added)
    {
      pz_value_clear (&line->after);
      g_clear_pointer (&line->field, g_free);
      g_clear_pointer (&line->element, g_free);
    }
}

/**
 * pz_history_line_parse:
 * @data: (array length=length): a line, without its end
 * @length: bytes of @data
 * @line: (out caller-allocates): what it tells, when this returns %TRUE; else it is empty
 * @error: what is wrong with it; the reader's own errors and %PZ_ERROR_INVALID
 *
 * Reads one line strictly. Members that are not known are left out, so that a newer version may add some; a member
 * that comes twice is an error of the reader.
 *
 * Returns: whether the line can be believed
 */
gboolean
pz_history_line_parse (const char     *data,
                       gsize           length,
                       PzHistoryLine  *line,
                       GError        **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  Reading reading = { NULL, data, line, 0 };
  PzJsonToken token = PZ_JSON_ERROR;

  g_return_val_if_fail (data != NULL && line != NULL, FALSE);

  *line = (PzHistoryLine) { 0 };
  reading.reader = reader = pz_json_reader_new (data, length, PZ_HISTORY_LINE_MAX);
  if (pz_peek_expect (reader, PZ_JSON_OBJECT, "{}"))
    {
      while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
        read_member (&reading);
      if (token == PZ_JSON_OBJECT_END)
        settle (&reading);
      pz_json_reader_next (reader);
    }
  if (!pz_json_reader_take_error (reader, error))
    return TRUE;
  pz_history_line_clear (line);
  return FALSE;
}

/**
 * pz_history_line_clear:
 * @line: a line
 *
 * Frees what it holds; it is empty afterwards.
 */
void
pz_history_line_clear (PzHistoryLine *line)
{
  g_return_if_fail (line != NULL);

  g_free (line->field);
  g_free (line->element);
  pz_value_clear (&line->before);
  pz_value_clear (&line->after);
  *line = (PzHistoryLine) { 0 };
}
