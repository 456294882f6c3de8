/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-stamps-private.h"

#include <string.h>

/* One stamp S: a text, an object with stamp, replaces, gone and value, or a list of them when the field holds siblings. */

/**
 * pz_stamps_reading_fail:
 * @text: what is not allowed at the last token
 */
void
pz_stamps_reading_fail (PzStampsReading *r,
                        const char      *text)
{
  pz_json_reader_fail (r->reader, PZ_ERROR_INVALID, "%s", text);
}

static gboolean
parse_decimal (const char **text,
               guint64     *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**text) || (**text == '0' && g_ascii_isdigit ((*text)[1])))
    return FALSE;
  *number = g_ascii_strtoull (*text, &end, 10);
  if (*number > 9007199254740991u)
    return FALSE;
  *text = end;
  return TRUE;
}

/* "INDEX.NUMBER"; the rest is left in text */
static gboolean
parse_tag (PzStampsReading  *r,
           const char      **text,
           PzStamp          *stamp)
{
  GArray *devices = pz_document_get_devices (r->document);
  guint64 index;

  if (!parse_decimal (text, &index) || *(*text)++ != '.' || index >= devices->len
      || !parse_decimal (text, &stamp->number) || stamp->number == 0)
    return FALSE;
  stamp->device = g_array_index (devices, guint64, index);
  return TRUE;
}

/* "CLOCK" while pending, else "INDEX.NUMBER.CLOCK" */
static gboolean
parse_stamp (PzStampsReading *r,
             const char      *text,
             PzStamp         *stamp)
{
  if (strchr (text, '.') == NULL)
    {
      stamp->device = pz_clock_get_device (pz_document_get_clock (r->document));
      stamp->number = 0;
    }
  else if (!parse_tag (r, &text, stamp) || *text++ != '.')
    {
      return FALSE;
    }
  return pz_hlc_parse (text, strlen (text), &stamp->clock);
}

static void
read_replaces (PzStampsReading *r,
               PzEntry         *entry)
{
  g_autoptr(GArray) tags = g_array_new (FALSE, FALSE, sizeof (PzStamp));
  PzJsonToken token = pz_json_reader_next (r->reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_stamps_reading_fail (r, _ ("a list of replaced writes is expected here"));
      return;
    }
  while ((token = pz_json_reader_next (r->reader)) == PZ_JSON_STRING)
    {
      const char *text = pz_json_reader_get_text (r->reader, NULL);
      PzStamp tag = { 0 };

      if (!parse_tag (r, &text, &tag) || *text != '\0')
        break;
      g_array_append_val (tags, tag);
    }
  if (token != PZ_JSON_ARRAY_END)
    pz_stamps_reading_fail (r, _ ("this is not the number of a write"));
  pz_entry_set_replaced (entry, tags);
}

static void
read_stamp_text (PzStampsReading *r,
                 PzReadStamp     *stamp)
{
  if (parse_stamp (r, pz_json_reader_get_text (r->reader, NULL), &stamp->entry.stamp))
    stamp->stamped = TRUE;
  else
    pz_stamps_reading_fail (r, _ ("this is not a stamp"));
}

static void
keep_extra (PzStampsReading *r,
            const char      *name,
            GString         *extra)
{
  const char *slice;
  gsize length;

  if (!pz_json_reader_skip (r->reader, &slice, &length))
    return;
  g_string_append_c (extra, ',');
  pz_json_append_string (extra, name, -1);
  g_string_append_c (extra, ':');
  g_string_append_len (extra, slice, (gssize) length);
}

static void
read_stamp_member (PzStampsReading *r,
                   PzFieldKind      kind,
                   PzReadStamp     *stamp,
                   GString         *extra)
{
  g_autofree char *name = g_strdup (pz_json_reader_get_text (r->reader, NULL));

  if (strcmp (name, "stamp") == 0)
    {
      if (pz_json_reader_next (r->reader) == PZ_JSON_STRING)
        read_stamp_text (r, stamp);
      else
        pz_stamps_reading_fail (r, _ ("this is not a stamp"));
    }
  else if (strcmp (name, "replaces") == 0)
    read_replaces (r, &stamp->entry);
  else if (strcmp (name, "value") == 0)
    pz_document_read_value (r->reader, r->data, kind, &stamp->entry.value);
  else if (strcmp (name, "gone") != 0)
    keep_extra (r, name, extra);
  else if (pz_json_reader_next (r->reader) == PZ_JSON_TRUE)
    stamp->entry.gone = TRUE;
  else
    pz_stamps_reading_fail (r, _ ("this is not a stamp"));
}

static void
read_stamp_object (PzStampsReading *r,
                   PzFieldKind      kind,
                   PzReadStamp     *stamp)
{
  g_autoptr(GString) extra = g_string_new (NULL);

  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    read_stamp_member (r, kind, stamp, extra);
  if (extra->len > 0)
    stamp->entry.extra = g_ref_string_new_len (extra->str, (gssize) extra->len);
}

static void
clear_stamp (gpointer data)
{
  pz_entry_clear (&((PzReadStamp *) data)->entry);
}

/**
 * pz_stamps_reading_read_field:
 * @kind: of the field, for the values of siblings
 *
 * Returns: (transfer full) (element-type PzReadStamp): all stamps behind the name of a member; after an error, some
 */
GArray *
pz_stamps_reading_read_field (PzStampsReading *r,
                              PzFieldKind      kind)
{
  GArray *stamps = g_array_new (FALSE, TRUE, sizeof (PzReadStamp));
  PzJsonToken token = pz_json_reader_next (r->reader);
  gboolean several = token == PZ_JSON_ARRAY;

  g_array_set_clear_func (stamps, clear_stamp);
  if (several)
    token = pz_json_reader_next (r->reader);
  while (token == PZ_JSON_STRING || token == PZ_JSON_OBJECT)
    {
      PzReadStamp stamp = { 0 };

      if (token == PZ_JSON_STRING)
        read_stamp_text (r, &stamp);
      else
        read_stamp_object (r, kind, &stamp);
      g_array_append_val (stamps, stamp);
      if (!several)
        return stamps;
      token = pz_json_reader_next (r->reader);
    }
  if (token != PZ_JSON_ARRAY_END || stamps->len == 0)
    pz_stamps_reading_fail (r, _ ("a stamp is expected here"));
  return stamps;
}
