/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

#include <string.h>

static void
append_tag (PzDocument    *self,
            const PzStamp *stamp,
            GString       *out)
{
  g_string_append_printf (out, "%u.%" G_GUINT64_FORMAT, pz_document_device_index (self, stamp->device), stamp->number);
}

static void
append_stamp_text (PzDocument    *self,
                   const PzStamp *stamp,
                   GString       *out)
{
  g_autofree char *clock = pz_hlc_format (stamp->clock);

  g_string_append_c (out, '"');
  if (!pz_stamp_is_pending (stamp))
    {
      append_tag (self, stamp, out);
      g_string_append_c (out, '.');
    }
  g_string_append (out, clock);
  g_string_append_c (out, '"');
}

static void
append_replaces (PzDocument *self,
                 GArray     *replaces,
                 GString    *out)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < replaces->len; i++)
    {
      g_string_append (out, i > 0 ? ",\"" : "\"");
      append_tag (self, &g_array_index (replaces, PzStamp, i), out);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, ']');
}

static GString *
begin_member (GString    *out,
              const char *name,
              gboolean   *is_first)
{
  g_string_append_printf (out, "%s\"%s\":", *is_first ? "" : ",", name);
  *is_first = FALSE;
  return out;
}

/* one S; the short form when there is nothing but a stamp to say */
static void
append_stamp (PzDocument    *self,
              const PzEntry *entry,
              gboolean       with_value,
              GString       *out)
{
  gboolean is_first;

  if (pz_entry_is_stamped (entry) && entry->replaces == NULL && !entry->gone && !with_value && entry->extra == NULL)
    {
      append_stamp_text (self, &entry->stamp, out);
      return;
    }
  is_first = !pz_entry_is_stamped (entry);
  g_string_append_c (out, '{');
  if (!is_first)
    {
      g_string_append (out, "\"stamp\":");
      append_stamp_text (self, &entry->stamp, out);
    }
  if (entry->replaces != NULL)
    append_replaces (self, entry->replaces, begin_member (out, "replaces", &is_first));
  if (entry->gone)
    g_string_append (begin_member (out, "gone", &is_first), "true");
  if (with_value && entry->value.kind != PZ_VALUE_NONE)
    pz_value_append (&entry->value, begin_member (out, "value", &is_first));
  if (entry->extra != NULL)
    g_string_append (out, entry->extra + (is_first ? 1 : 0)); /* each of them stands behind a comma */
  g_string_append_c (out, '}');
}

/* entries first to last are one key */
static void
append_key (PzDocument *self,
            PzRecord   *record,
            guint       field,
            guint       first,
            guint       last,
            GString    *out)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  const PzSlot *slot = pz_record_get_slot (record, field);
  gboolean is_set = (schema->flags & PZ_FIELD_SET) != 0;
  g_autofree char *key = is_set ? g_strconcat (schema->name, "/", slot->entries[first].value.text, NULL)
                                : g_strdup (schema->name);

  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  pz_json_append_string (out, key, -1);
  g_string_append_c (out, ':');
  if (last > first)
    g_string_append_c (out, '[');
  for (guint i = first; i <= last; i++)
    {
      if (i > first)
        g_string_append_c (out, ',');
      append_stamp (self, &slot->entries[i], !is_set && i > first, out);
    }
  if (last > first)
    g_string_append_c (out, ']');
}

/* whether the key can be left out: one value, and its stamp is the one of the record or there is none at all */
static gboolean
key_is_implied (const PzEntry *entry,
                gboolean       has_star,
                const PzStamp *star)
{
  if (!pz_entry_shows (entry) || entry->replaces != NULL || entry->extra != NULL)
    return FALSE;
  if (!has_star)
    return !pz_entry_is_stamped (entry);
  return pz_stamp_tag_equal (&entry->stamp, star) && entry->stamp.clock == star->clock;
}

static void
append_field_stamps (PzDocument *self,
                     PzRecord   *record,
                     guint       field,
                     GString    *out)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  const PzSlot *slot = pz_record_get_slot (record, field);
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  /* what never leaves this device never shares a stamp that gets a number one day */
  has_star &= !(schema->flags & PZ_FIELD_LOCAL);
  for (guint first = 0, last; first < slot->n_entries; first = last + 1)
    {
      for (last = first; last + 1 < slot->n_entries; last++)
        if ((schema->flags & PZ_FIELD_SET)
            && !pz_value_equal (&slot->entries[first].value, &slot->entries[last + 1].value))
          break;
      /* an element of another kind has no text to stand in a key: it keeps the stamp of the record */
      if ((schema->flags & PZ_FIELD_SET) && slot->entries[first].value.kind != PZ_VALUE_TEXT)
        continue;
      if (last > first || !key_is_implied (&slot->entries[first], has_star, star))
        append_key (self, record, field, first, last, out);
    }
}

static void
append_unknown (GPtrArray *unknown,
                GString   *out,
                gboolean   first)
{
  for (guint i = 0; i < unknown->len; i++)
    {
      const PzUnknown *member = g_ptr_array_index (unknown, i);

      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      pz_json_append_string (out, member->name, -1);
      g_string_append_c (out, ':');
      g_string_append (out, member->slice);
    }
}

/* {} when the record has no stamps */
static void
append_record_stamps (PzDocument *self,
                      PzRecord   *record,
                      GString    *out)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  g_string_append_c (out, '{');
  if (has_star)
    {
      g_string_append (out, "\"*\":");
      append_stamp_text (self, star, out);
    }
  for (guint i = 0; i < n_fields; i++)
    append_field_stamps (self, record, i, out);
  append_unknown (pz_record_get_unknown_stamps (record), out, out->str[out->len - 1] == '{');
  g_string_append_c (out, '}');
}

/**
 * pz_document_append_stamps:
 * @self: the document
 * @record: one of its records
 * @file: gets the line of the record at its end, or nothing when it has no stamps
 * @start: where the lines begin in it
 */
void
pz_document_append_stamps (PzDocument *self,
                           PzRecord   *record,
                           GString    *file,
                           gsize       start)
{
  g_autoptr(GString) line = g_string_new (NULL);

  if (pz_document_find (self, pz_record_get_id (record)) != record)
    return; /* one of two records with one id: the stamps belong to the first */
  append_record_stamps (self, record, line);
  if (line->len > 2)
    g_string_append_printf (file, "%s\n\"%s\":%s", file->len > start ? "," : "", pz_record_get_id (record), line->str);
}

/* stamps without a record, which another copy still has */
static void
append_strays (PzDocument *self,
               GString    *file,
               gsize       start)
{
  GPtrArray *unknown = pz_document_get_unknown_stamps (self);

  for (guint i = 0; i < unknown->len; i++)
    {
      const PzUnknown *member = g_ptr_array_index (unknown, i);

      if (pz_document_find (self, member->name) != NULL)
        continue;
      g_string_append (file, file->len > start ? ",\n" : "\n");
      pz_json_append_string (file, member->name, -1);
      g_string_append_printf (file, ":%s", member->slice);
    }
}

/**
 * pz_document_finish_stamps:
 * @self: the document
 * @file: ends with the lines of pz_document_append_stamps(), of all records in the order of the file
 * @start: where they begin in it
 *
 * Makes a member of the lines, where they are: thousands of them are not copied. Those without a record are added; there
 * is no member when there are no stamps at all.
 */
void
pz_document_finish_stamps (PzDocument *self,
                           GString    *file,
                           gsize       start)
{
  GArray *devices = pz_document_get_devices (self);
  g_autoptr(GString) head = g_string_new (",\n\"stamps\":{\"devices\":[");

  append_strays (self, file, start);
  if (file->len == start && pz_document_get_unknown_in_stamps (self)->len == 0)
    return;
  for (guint i = 0; i < devices->len; i++)
    g_string_append_printf (head, "%s\"%016" G_GINT64_MODIFIER "x\"", i > 0 ? "," : "",
                            g_array_index (devices, guint64, i));
  g_string_append (head, "],\"records\":{");
  g_string_insert_len (file, (gssize) start, head->str, (gssize) head->len);
  g_string_append (file, "\n}");
  append_unknown (pz_document_get_unknown_in_stamps (self), file, FALSE);
  g_string_append_c (file, '}');
}
