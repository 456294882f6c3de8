/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-join.h"

#include <string.h>

/**
 * pz_document_file_name:
 * @kind: what it is about
 * @id: its id
 *
 * Returns: (transfer full): the path of its file below the folder of the class
 */
char *
pz_document_file_name (PzDocumentKind  kind,
                       const char     *id)
{
  const char *folder = pz_schema_get_document (kind)->folder;

  return folder != NULL ? g_strdup_printf ("%s/%s.json", folder, id) : g_strdup ("classroom.json");
}

/* The last other holder let go, or the first one came: only then does it matter whether we must keep the document. */
static void
held_changed_cb (gpointer  data,
                 GObject  *document,
                 gboolean  is_last)
{
  PzOpenDocument *open = data;

  open->held = !is_last;
  if (is_last && !open->unsaved && open->saving == NULL && open != open->classroom->own
      && !pz_document_is_dirty (open->document))
    g_hash_table_remove (open->classroom->open, open->name);
}

/**
 * pz_open_document_free:
 */
void
pz_open_document_free (PzOpenDocument *open)
{
  g_object_remove_toggle_ref (G_OBJECT (open->document), held_changed_cb, open);
  g_free (open->name);
  g_clear_pointer (&open->base, g_bytes_unref);
  g_clear_pointer (&open->saving, g_bytes_unref);
  g_free (open);
}

/**
 * pz_classroom_adopt:
 * @document: one that is not open yet
 * @base: (nullable): what its file holds
 * @seen: (nullable): version of the file
 *
 * Returns: (transfer none): the entry of @document among the open ones
 */
PzOpenDocument *
pz_classroom_adopt (PzClassroom     *self,
                    PzDocument      *document,
                    GBytes          *base,
                    const PzVersion *seen)
{
  PzOpenDocument *open = g_new0 (PzOpenDocument, 1);

  open->classroom = self;
  open->document = document;
  open->name = pz_document_file_name (pz_document_get_kind (document), pz_document_get_id (document));
  open->held = TRUE;
  if (base != NULL)
    open->base = g_bytes_ref (base);
  if (seen != NULL)
    open->seen = *seen;
  g_object_add_toggle_ref (G_OBJECT (document), held_changed_cb, open);
  g_hash_table_insert (self->open, open->name, open);
  return open;
}

/**
 * pz_classroom_drop_idle:
 *
 * Lets go of open documents that nobody holds and that have nothing to save.
 */
void
pz_classroom_drop_idle (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PzOpenDocument *open = value;

      if (open != self->own && !open->held && !open->unsaved && open->saving == NULL
          && !pz_document_is_dirty (open->document))
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * pz_classroom_reread:
 * @open: an open document whose file may have changed
 * @error: what is wrong with the file as it is now
 *
 * Reads the file and joins what it says with what is in memory; says so when that changed anything. A file that is gone
 * leaves the document as it is: if it has edits, they are written to a new file.
 *
 * Returns: whether memory and file are known to agree but for unsaved edits
 */
gboolean
pz_classroom_reread (PzClassroom     *self,
                     PzOpenDocument  *open,
                     GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PzDocument) base = NULL;
  g_autoptr(PzDocument) current = NULL;
  PzDocumentKind kind = pz_document_get_kind (open->document);
  const char *id = pz_document_get_id (open->document);
  PzVersion seen = { 0 };

  bytes = pz_store_read (self->store, open->name, &seen, &local_error);
  if (bytes == NULL && g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    {
      g_clear_pointer (&open->base, g_bytes_unref);
      memset (&open->seen, 0, sizeof open->seen);
      return TRUE;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (open->base != NULL && g_bytes_equal (bytes, open->base))
    {
      open->seen = seen;
      return TRUE;
    }
  current = pz_document_parse (kind, id, bytes, self->clock, error);
  if (current == NULL)
    return FALSE;
  if (open->base != NULL)
    base = pz_document_parse (kind, id, open->base, self->clock, NULL);
  g_clear_pointer (&open->base, g_bytes_unref);
  open->base = g_bytes_ref (bytes);
  open->seen = seen;
  if (pz_document_rejoin (open->document, base, current))
    g_signal_emit_by_name (self, "document-reloaded", open->document);
  return TRUE;
}

/**
 * pz_classroom_load:
 * @kind: of the document
 * @id: its id
 * @error: NOT_FOUND, or what is wrong with the file; a damaged file is never overwritten
 *
 * Returns: (transfer full): the document; the same object as long as somebody holds it, or %NULL
 */
PzDocument *
pz_classroom_load (PzClassroom     *self,
                   PzDocumentKind   kind,
                   const char      *id,
                   GError         **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PzDocument *document;
  PzOpenDocument *open;
  PzVersion seen = { 0 };

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);
  g_return_val_if_fail (pz_id_is_valid (id), NULL);

  name = pz_document_file_name (kind, id);
  open = g_hash_table_lookup (self->open, name);
  if (open != NULL)
    return g_object_ref (open->document);
  bytes = pz_store_read (self->store, name, &seen, error);
  if (bytes == NULL)
    return NULL;
  document = pz_document_parse (kind, id, bytes, self->clock, error);
  if (document == NULL)
    g_prefix_error (error, "%s: ", name);
  else
    pz_classroom_adopt (self, document, bytes, &seen);
  return document;
}

/**
 * pz_classroom_list:
 * @kind: of documents
 * @error: why the folder could not be read
 *
 * Returns: (transfer full) (element-type utf8): ids of all that are on disk, sorted; those in the trash included
 */
GPtrArray *
pz_classroom_list (PzClassroom     *self,
                   PzDocumentKind   kind,
                   GError         **error)
{
  g_autoptr(GPtrArray) names = NULL;
  GPtrArray *ids;
  const char *folder;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  ids = g_ptr_array_new_with_free_func (g_free);
  folder = pz_schema_get_document (kind)->folder;
  if (folder == NULL)
    {
      g_ptr_array_add (ids, g_strdup (self->id));
      return ids;
    }
  names = pz_store_list (self->store, folder, error);
  if (names == NULL)
    {
      g_ptr_array_unref (ids);
      return NULL;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *id = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - 5) : NULL;

      if (pz_id_is_valid (id))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  return ids;
}

/**
 * pz_classroom_add:
 * @kind: of the document
 *
 * Returns: (transfer full): a new document with a new id; the next save writes it
 */
PzDocument *
pz_classroom_add (PzClassroom    *self,
                  PzDocumentKind  kind)
{
  g_autofree char *id = NULL;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);
  g_return_val_if_fail (kind != PZ_DOCUMENT_CLASSROOM, NULL);

  id = pz_environment_new_id (self->environment);
  document = pz_document_new (kind, id, self->clock);
  pz_classroom_adopt (self, document, NULL, NULL);
  return document;
}

/* to the trash, or back */
static gboolean
move (PzClassroom        *self,
      const char *const  *ids,
      gboolean            to_trash,
      const char         *label,
      GError            **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PzDocument *document = pz_classroom_load (self, PZ_DOCUMENT_LEARNER, ids[i], error);

      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      PzDocument *document = g_ptr_array_index (documents, i);

      if (to_trash)
        pz_document_delete (document, pz_document_get_owner (document));
      else
        pz_document_restore (document, pz_document_get_owner (document));
    }
  return pz_classroom_save (self, label, error);
}

/**
 * pz_classroom_delete:
 * @ids: (array zero-terminated=1): learners
 * @label: what to call the step
 * @error: why nothing was done; when only the saving failed, the change is kept in memory
 *
 * Returns: whether all of them lie in the trash now
 */
gboolean
pz_classroom_delete (PzClassroom       *self,
                     const char *const *ids,
                     const char        *label,
                     GError           **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL && label != NULL, FALSE);

  return move (self, ids, TRUE, label, error);
}

/**
 * pz_classroom_restore:
 * @ids: (array zero-terminated=1): learners in the trash
 * @label: what to call the step
 * @error: why nothing was done
 *
 * Returns: whether all of them are back
 */
gboolean
pz_classroom_restore (PzClassroom       *self,
                      const char *const *ids,
                      const char        *label,
                      GError           **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL && label != NULL, FALSE);

  return move (self, ids, FALSE, label, error);
}
