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

static PzDocument *
load_other (PzCasePlan *self,
            const char *id)
{
  g_autoptr(PzDocumentApart) apart = NULL;
  PzDocument *document;

  if (self->apart == NULL)
    return pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);
  apart = pz_document_apart_new_beside (self->apart, id);
  document = pz_document_apart_read (apart, NULL);
  return document != NULL ? g_object_ref (document) : NULL;
}

/* ids in all frameworks but one; a file that cannot be read is passed over */
static GHashTable *
list_taken (PzCasePlan    *self,
            const char    *but,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->frameworks->len; i++)
    {
      const char *id = g_ptr_array_index (self->frameworks, i);
      g_autoptr(PzDocument) document = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (strcmp (id, but) != 0)
        document = load_other (self, id);
      if (document != NULL)
        add_ids (taken, document);
    }
  return g_steal_pointer (&taken);
}

static gboolean
is_taken (PzCasePlan *self,
          GHashTable *taken,
          const char *id)
{
  return g_hash_table_contains (taken, id) || g_hash_table_contains (self->known, id);
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

/* somebody else has the id of the framework */
static void
rename_framework (PzCasePlan *self)
{
  const PzCaseRecord *framework = self->package->framework;

  g_free (self->id);
  self->id = pz_case_derive_id ("", framework->id, 0);
  g_hash_table_insert (self->renamed, g_strdup (framework->id), g_strdup (self->id));
  say_elsewhere (self, framework);
  if (self->apart != NULL)
    {
      PzDocumentApart *other = g_steal_pointer (&self->apart);

      self->apart = pz_document_apart_new_beside (other, self->id);
      pz_document_apart_free (other);
    }
}

static gboolean
is_there (PzCasePlan *self)
{
  return g_ptr_array_find_with_equal_func (self->frameworks, self->id, g_str_equal, NULL);
}

static gboolean
load_own (PzCasePlan  *self,
          GError     **error)
{
  if (self->apart == NULL)
    self->document = pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, self->id, error);
  else if (pz_document_apart_read (self->apart, error) != NULL)
    self->document = g_object_ref (pz_document_apart_get (self->apart));
  return self->document != NULL;
}

/*
 * pz_case_plan_rename:
 *
 * Finds the document the package belongs to and the ids its records have there.
 */
gboolean
pz_case_plan_rename (PzCasePlan    *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const PzCaseRecord *framework = self->package->framework;
  g_autoptr(GHashTable) taken = list_taken (self, framework->id, cancellable, error);

  if (taken == NULL)
    return FALSE;
  self->id = g_strdup (framework->id);
  if (!is_there (self) && is_taken (self, taken, self->id))
    {
      rename_framework (self);
      g_hash_table_unref (taken);
      taken = list_taken (self, self->id, cancellable, error);
      if (taken == NULL)
        return FALSE;
    }
  if (is_there (self) && !load_own (self, error))
    return FALSE;
  for (guint i = 0; i < self->package->items->len; i++)
    rename_record (self, taken, g_ptr_array_index (self->package->items, i));
  for (guint i = 0; i < self->package->associations->len; i++)
    rename_record (self, taken, g_ptr_array_index (self->package->associations, i));
  return TRUE;
}
