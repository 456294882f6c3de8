/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-plan-private.h"

#include "pz-case-private.h"
#include "pz-document-private.h"

#include <string.h>

/* An id is of one record in the whole class: two frameworks may share an item, and a goal must mean one of them. */

static void
add_ids (GHashTable *taken,
         PzDocument *document)
{
  g_autoptr(GPtrArray) records = pz_document_get_all (document);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (taken, g_strdup (pz_record_get_id (g_ptr_array_index (records, i))));
}

/* ids in classroom.json and in all frameworks but one; a file that cannot be read is passed over */
static GHashTable *
list_taken (PzCasePlan  *self,
            const char  *but,
            GError     **error)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, error);
  GHashTable *taken;

  if (ids == NULL)
    return NULL;
  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_ids (taken, pz_classroom_get_document (self->classroom));
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr(PzDocument) document = strcmp (id, but) != 0
                                         ? pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL) : NULL;

      if (document != NULL)
        add_ids (taken, document);
    }
  return taken;
}

static gboolean
is_taken (PzCasePlan *self,
          GHashTable *taken,
          const char *id)
{
  return g_hash_table_contains (taken, id) || pz_index_find (pz_classroom_get_index (self->classroom), id, NULL);
}

static gboolean
is_record (PzDocument   *document,
           const char   *id,
           PzRecordType  type)
{
  PzRecord *record = document != NULL ? pz_document_find (document, id) : NULL;

  return record != NULL && pz_record_get_record_type (record) == type;
}

static void
say_elsewhere (PzCasePlan         *self,
               const PzCaseRecord *record)
{
  pz_roster_messages_add (self->package->messages, PZ_ROSTER_CODE_CASE_ID_ELSEWHERE, self->package->name, record->line,
                          "identifier");
}

/* what it is called here since the last import, its own id, or a new one that is the same next time */
static void
rename_record (PzCasePlan         *self,
               GHashTable         *taken,
               const PzCaseRecord *record)
{
  g_autofree char *other = NULL;
  gboolean is_free = !is_taken (self, taken, record->id)
                     && (self->document == NULL || pz_document_find (self->document, record->id) == NULL);

  if (is_record (self->document, record->id, record->type))
    return;
  other = pz_case_derive_id (self->id, record->id, 0);
  if (is_free && !is_record (self->document, other, record->type))
    return;
  if (!is_free)
    say_elsewhere (self, record);
  g_hash_table_insert (self->renamed, g_strdup (record->id), g_steal_pointer (&other));
}

/*
 * pz_case_plan_rename:
 *
 * Finds the document the package belongs to and the ids its records have there.
 */
gboolean
pz_case_plan_rename (PzCasePlan  *self,
                     GError     **error)
{
  const PzCaseRecord *framework = self->package->framework;
  g_autoptr(GHashTable) taken = list_taken (self, framework->id, error);
  g_autoptr(GPtrArray) ids = taken != NULL ? pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, error) : NULL;
  gboolean is_there = ids != NULL && g_ptr_array_find_with_equal_func (ids, framework->id, g_str_equal, NULL);

  if (ids == NULL)
    return FALSE;
  self->id = g_strdup (framework->id);
  if (!is_there && is_taken (self, taken, self->id))
    {
      g_free (self->id);
      self->id = pz_case_derive_id ("", framework->id, 0);
      g_hash_table_insert (self->renamed, g_strdup (framework->id), g_strdup (self->id));
      say_elsewhere (self, framework);
      is_there = g_ptr_array_find_with_equal_func (ids, self->id, g_str_equal, NULL);
      g_hash_table_unref (taken);
      taken = list_taken (self, self->id, error);
      if (taken == NULL)
        return FALSE;
    }
  if (is_there)
    self->document = pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, self->id, error);
  if (is_there && self->document == NULL)
    return FALSE;
  for (guint i = 0; i < self->package->items->len; i++)
    rename_record (self, taken, g_ptr_array_index (self->package->items, i));
  for (guint i = 0; i < self->package->associations->len; i++)
    rename_record (self, taken, g_ptr_array_index (self->package->associations, i));
  return TRUE;
}
