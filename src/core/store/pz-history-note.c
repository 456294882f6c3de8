/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-crc32c.h"
#include "pz-json-writer.h"

#include <string.h>

/* {"t":TIME,"doc":"learners/ID","record":ID,"field":NAME,"old":VALUE,"new":VALUE,"crc":CRC-32C of all before} */
static void
append_line (GString        *out,
             const char     *time,
             const char     *document,
             const PzChange *change,
             const PzValue  *before)
{
  const PzRecordSchema *schema = pz_schema_get_record (change->type);
  const char *field = change->field >= 0 ? schema->fields[change->field].name : "*";
  g_autofree char *key = change->element != NULL ? g_strconcat (field, "/", change->element, NULL) : g_strdup (field);
  gsize start = out->len;

  g_string_append_printf (out, "{\"t\":\"%s\",\"doc\":\"%s\",\"record\":\"%s\",\"field\":", time, document, change->record);
  pz_json_append_string (out, key, -1);
  g_string_append (out, ",\"old\":");
  pz_value_append (before, out);
  g_string_append (out, ",\"new\":");
  if (change->field < 0)
    pz_json_append_string (out, schema->name, -1);
  else
    pz_value_append (&change->after, out);
  g_string_append_printf (out, ",\"crc\":\"%08x\"}\n", pz_crc32c (0, out->str + start, out->len - start));
}

/* A decision between values is a line for each that was given up. */
static void
append_lines (GString        *out,
              const char     *time,
              const char     *document,
              const PzChange *change)
{
  guint n_others = change->others != NULL ? change->others->len : 0;

  if (change->field < 0 || change->element != NULL || !pz_value_equal (&change->before, &change->after))
    append_line (out, time, document, change, &change->before);
  for (guint i = 0; i < n_others; i++)
    {
      const PzValue *other = &g_array_index (change->others, PzValue, i);

      if (!pz_value_equal (other, &change->after))
        append_line (out, time, document, change, other);
    }
}

/**
 * pz_classroom_dup_history_time:
 *
 * Returns: (transfer full): now, as the lines of history have it
 */
char *
pz_classroom_dup_history_time (PzClassroom *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (pz_environment_get_now (self->environment) / 1000);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * pz_classroom_note_history:
 * @time: see pz_classroom_dup_history_time(): it is dear, and the same for many documents
 * @name: path of the document
 * @changes: (element-type PzChange): what was edited in it; must not be changed any more
 *
 * Keeps what goes to history with the next commit.
 */
void
pz_classroom_note_history (PzClassroom *self,
                           const char  *time,
                           const char  *name,
                           GPtrArray   *changes)
{
  PzHistoryNote *note = g_new0 (PzHistoryNote, 1);

  g_atomic_ref_count_init (&note->ref_count);
  note->time = g_strdup (time);
  note->document = g_strndup (name, strlen (name) - strlen (".json"));
  note->changes = g_ptr_array_ref (changes);
  g_ptr_array_add (self->history, note);
}

/**
 * pz_classroom_forget_notes:
 * @n: so many of the oldest notes are in the file, or not wanted
 */
void
pz_classroom_forget_notes (PzClassroom *self,
                           guint        n)
{
  if (n > 0)
    g_ptr_array_remove_range (self->history, 0, n);
}

/**
 * pz_history_note_ref:
 *
 * Returns: (transfer full): @self
 */
PzHistoryNote *
pz_history_note_ref (PzHistoryNote *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_history_note_unref:
 * @self: (transfer full): a note
 */
void
pz_history_note_unref (PzHistoryNote *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->time);
  g_free (self->document);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * pz_history_note_append:
 * @lines: gets a line for each change. From any thread
 */
void
pz_history_note_append (PzHistoryNote *self,
                        GString       *lines)
{
  for (guint i = 0; i < self->changes->len; i++)
    append_lines (lines, self->time, self->document, g_ptr_array_index (self->changes, i));
}
