/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

/**
 * pz_document_delete:
 * @record: the owner or a record of the document
 *
 * Moves it to the trash: nothing is lost, the record says when it was.
 */
void
pz_document_delete (PzDocument *self,
                    PzRecord   *record)
{
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_RECORD (record));
  g_return_if_fail (pz_record_get_document (record) == self);

  if (pz_record_is_deleted (record))
    return;
  now = g_date_time_new_from_unix_utc (pz_environment_get_now (pz_clock_get_environment (self->clock)) / 1000);
  text = g_date_time_format (now, "%Y-%m-%dT%H:%M");
  pz_record_set_text (record, pz_schema_get_deleted (pz_record_get_record_type (record)), text);
}

/**
 * pz_document_restore:
 * @record: one in the trash
 *
 * Brings it back as it was.
 */
void
pz_document_restore (PzDocument *self,
                     PzRecord   *record)
{
  g_return_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_RECORD (record));
  g_return_if_fail (pz_record_get_document (record) == self);

  pz_record_set_text (record, pz_schema_get_deleted (pz_record_get_record_type (record)), NULL);
}
