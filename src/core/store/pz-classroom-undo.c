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
             const PzChange *change)
{
  const PzRecordSchema *schema = pz_schema_get_record (change->type);
  const char *field = change->field >= 0 ? schema->fields[change->field].name : "*";
  g_autofree char *key = change->element != NULL ? g_strconcat (field, "/", change->element, NULL) : g_strdup (field);
  gsize start = out->len;

  g_string_append_printf (out, "{\"t\":\"%s\",\"doc\":\"%s\",\"record\":\"%s\",\"field\":", time, document, change->record);
  pz_json_append_string (out, key, -1);
  g_string_append (out, ",\"old\":");
  pz_value_append (&change->before, out);
  g_string_append (out, ",\"new\":");
  if (change->field < 0)
    pz_json_append_string (out, schema->name, -1);
  else
    pz_value_append (&change->after, out);
  g_string_append_printf (out, ",\"crc\":\"%08x\"}\n", pz_crc32c (0, out->str + start, out->len - start));
}

/**
 * pz_classroom_note_history:
 * @name: path of the document
 * @changes: (element-type PzChange): what was edited in it
 *
 * Writes the lines that go to history with the next commit.
 */
void
pz_classroom_note_history (PzClassroom *self,
                           const char  *name,
                           GPtrArray   *changes)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (pz_environment_get_now (self->environment) / 1000);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *document = g_strndup (name, strlen (name) - strlen (".json"));

  for (guint i = 0; i < changes->len; i++)
    append_line (self->history, time, document, g_ptr_array_index (changes, i));
}

/* backwards the newest change first */
static gboolean
apply_part (PzClassroom       *self,
            const PzUndoPart  *part,
            gboolean           forward,
            GError           **error)
{
  g_autoptr(PzDocument) document = pz_classroom_load (self, part->kind, part->id, error);
  guint n = part->changes->len;

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    pz_document_apply_change (document, g_ptr_array_index (part->changes, forward ? i : n - 1 - i), forward);
  return TRUE;
}

/* What can be applied is; a document that is gone or damaged does not keep the others from coming back. */
static gboolean
apply_step (PzClassroom       *self,
            const PzUndoStep  *step,
            gboolean           forward,
            GError           **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < step->parts->len; i++)
    ok = apply_part (self, g_ptr_array_index (step->parts, i), forward, ok ? error : NULL) && ok;
  pz_classroom_seal (self, NULL);
  pz_classroom_notify_undo (self);
  pz_classroom_queue_save (self, NULL);
  return ok;
}

static gboolean
refuse_nothing (GError     **error,
                const char  *text)
{
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, text);
  return FALSE;
}

/**
 * pz_classroom_undo:
 * @error: nothing to undo, the class is read-only, or a document could not be read
 *
 * Returns: whether the whole last step was taken back
 */
gboolean
pz_classroom_undo (PzClassroom  *self,
                   GError      **error)
{
  PzUndoStep *step;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  /* an edit that still waits for its pause is the last step */
  pz_classroom_seal (self, self->queued_label != NULL ? self->queued_label : _ ("Edit"));
  step = pz_undo_stack_step_back (self->undo);
  return step != NULL ? apply_step (self, step, FALSE, error) : refuse_nothing (error, _ ("There is nothing to undo"));
}

/**
 * pz_classroom_redo:
 * @error: nothing to do again, the class is read-only, or a document could not be read
 *
 * Returns: whether the whole step was done again
 */
gboolean
pz_classroom_redo (PzClassroom  *self,
                   GError      **error)
{
  PzUndoStep *step;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  pz_classroom_seal (self, self->queued_label != NULL ? self->queued_label : _ ("Edit"));
  step = pz_undo_stack_step_again (self->undo);
  return step != NULL ? apply_step (self, step, TRUE, error) : refuse_nothing (error, _ ("There is nothing to do again"));
}
