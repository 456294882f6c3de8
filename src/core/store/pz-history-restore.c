/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>

/**
 * pz_history_may_restore:
 * @entry: an entry
 *
 * Returns: whether there is something that could be brought back: a field of a kind that is known, or a record that went
 *   to the trash
 */
gboolean
pz_history_may_restore (PzHistoryEntry *entry)
{
  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), FALSE);

  return entry->has_type && entry->field >= 0 && entry->act != PZ_HISTORY_ADDED && entry->act != PZ_HISTORY_RESTORED
         && entry->old_value.kind != PZ_VALUE_RAW;
}

static gboolean
refuse (GError     **error,
        PzError      code,
        const char  *text)
{
  g_set_error_literal (error, PZ_ERROR, code, text);
  return FALSE;
}

static gboolean
check_value (const PzField  *field,
             const PzValue  *value,
             GError        **error)
{
  if (value->kind == PZ_VALUE_TEXT)
    return pz_field_check_text (field, value->text, error);
  if (value->kind == PZ_VALUE_NUMBER)
    return pz_field_check_number (field, value->number, error);
  if (value->kind == PZ_VALUE_FLAG && field->kind != PZ_FIELD_FLAG)
    return refuse (error, PZ_ERROR_INVALID, _("A value of this kind cannot stand in the field any more."));
  return TRUE;
}

/* Whether what a field of the document refers to is there and not in the trash. */
static gboolean
refers_to_something (PzClassroom *classroom,
                     PzDocument  *document,
                     const char  *id)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  PzRecord *record = pz_document_find (document, id);
  guint position;

  if (record == NULL)
    record = pz_document_find (pz_classroom_get_document (classroom), id);
  if (record != NULL)
    return !pz_record_is_deleted (record);
  return pz_index_find (index, id, &position) && !(pz_index_peek_flags (index, position) & PZ_INDEX_DELETED);
}

/* a competency stands in a framework, and an activity in its file: what is not looked for is believed */
static gboolean
is_looked_for (const PzField *field)
{
  return field->kind == PZ_FIELD_REFERENCE && g_strcmp0 (field->extra, "standard") != 0
         && g_strcmp0 (field->extra, "activity") != 0;
}

static gboolean
check_reference (PzClassroom    *classroom,
                 PzDocument     *document,
                 const PzField  *field,
                 const char     *id,
                 GError        **error)
{
  if (id == NULL || !is_looked_for (field) || refers_to_something (classroom, document, id))
    return TRUE;
  return refuse (error, PZ_ERROR_NOT_FOUND, _("What the value points to was deleted."));
}

static gboolean
restore_element (PzRecord       *record,
                 PzHistoryEntry *entry,
                 GError        **error)
{
  gboolean present = entry->act == PZ_HISTORY_TAKEN_OUT;
  guint field = (guint) entry->field;

  if (pz_record_set_has (record, field, entry->element) == present)
    return refuse (error, PZ_ERROR_EXISTS, _("The field holds this value already."));
  if (present)
    pz_record_set_add (record, field, entry->element);
  else
    pz_record_set_remove (record, field, entry->element);
  return TRUE;
}

static gboolean
restore_value (PzClassroom    *classroom,
               PzDocument     *document,
               PzRecord       *record,
               PzHistoryEntry *entry,
               GError        **error)
{
  const PzField *field = &pz_schema_get_record (entry->type)->fields[entry->field];
  gboolean is_set = (field->flags & PZ_FIELD_SET) != 0;
  const char *text = entry->old_value.kind == PZ_VALUE_TEXT ? entry->old_value.text : NULL;

  if (is_set != (entry->element != NULL))
    return refuse (error, PZ_ERROR_INVALID, _("A value of this kind cannot stand in the field any more."));
  if (is_set && entry->act == PZ_HISTORY_TAKEN_OUT
      && (!pz_field_check_text (field, entry->element, error)
          || !check_reference (classroom, document, field, entry->element, error)))
    return FALSE;
  if (is_set)
    return restore_element (record, entry, error);
  if (!check_value (field, &entry->old_value, error) || !check_reference (classroom, document, field, text, error))
    return FALSE;
  if (pz_record_apply_value (record, (guint) entry->field, &entry->old_value))
    return TRUE;
  return refuse (error, PZ_ERROR_EXISTS, _("The field holds this value already."));
}

static PzDocument *
load_document (PzClassroom     *classroom,
               PzHistoryEntry  *entry,
               GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  PzDocument *document;

  if (entry->kind == PZ_DOCUMENT_CLASSROOM)
    return g_object_ref (pz_classroom_get_document (classroom));
  document = pz_classroom_load (classroom, entry->kind, entry->document, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    refuse (error, PZ_ERROR_NOT_FOUND, _("It was deleted for good and cannot come back."));
  else if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return document;
}

static gboolean
is_out_of_sight (PzDocument *document,
                 PzRecord   *record)
{
  return pz_record_is_deleted (record) || pz_record_is_deleted (pz_document_get_owner (document));
}

/**
 * pz_history_restore:
 * @classroom: the class the entry is of
 * @entry: one for which pz_history_may_restore() says yes
 * @error: why not, in words: the class is read-only, the document or record is gone or in the trash, the value is not
 *   allowed any more, what it points to is gone, or the field holds it already (%PZ_ERROR_EXISTS)
 *
 * Brings the value back that the field had before: a new write, saved as one step that can be undone. For a record in
 * the trash, the record comes back.
 *
 * Returns: whether it was written and saved; when only the saving failed, the value stays in memory and waits
 */
gboolean
pz_history_restore (PzClassroom     *classroom,
                    PzHistoryEntry  *entry,
                    GError         **error)
{
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *label = NULL;
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_HISTORY_ENTRY (entry), FALSE);
  g_return_val_if_fail (pz_history_may_restore (entry), FALSE);

  if (!pz_classroom_require_writable (classroom, error))
    return FALSE;
  document = load_document (classroom, entry, error);
  if (document == NULL)
    return FALSE;
  record = pz_document_find (document, entry->record);
  if (record == NULL || pz_record_get_record_type (record) != entry->type)
    return refuse (error, PZ_ERROR_NOT_FOUND, _("It was deleted for good and cannot come back."));
  pz_classroom_seal_waiting (classroom);
  if (entry->act == PZ_HISTORY_DELETED)
    {
      if (!pz_record_is_deleted (record))
        return refuse (error, PZ_ERROR_EXISTS, _("It is not in the trash."));
      pz_document_restore (document, record);
      return pz_classroom_save (classroom, C_("undo", "Return from the trash"), error);
    }
  if (is_out_of_sight (document, record))
    return refuse (error, PZ_ERROR_NOT_FOUND, _("It is in the trash. Restore it there first."));
  if (!restore_value (classroom, document, record, entry, error))
    return FALSE;
  /* Translators: a step that can be undone; %s is the name of a field, such as Given name */
  label = g_strdup_printf (C_("undo", "Earlier value of “%s”"), pz_history_entry_get_field_label (entry));
  return pz_classroom_save (classroom, label, error);
}
