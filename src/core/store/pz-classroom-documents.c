/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"
#include "pz-document-apart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So long a turn of the main loop may let go of documents, in microseconds. */
#define DROP_SLICE 2000

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

/**
 * pz_open_document_needs_saving:
 *
 * Returns: whether something of it is not on disk
 */
gboolean
pz_open_document_needs_saving (PzOpenDocument *open)
{
  return open->unsaved || pz_document_is_dirty (open->document);
}

static gboolean
is_idle (PzOpenDocument *open)
{
  return open != open->classroom->own && !open->held && open->saving == NULL && !pz_open_document_needs_saving (open);
}

/* The last other holder let go, or the first one came: only then does it matter whether we must keep the document. */
static void
held_changed_cb (gpointer  data,
                 GObject  *document,
                 gboolean  is_last)
{
  PzOpenDocument *open = data;

  open->held = !is_last;
  if (is_idle (open))
    g_hash_table_remove (open->classroom->open, open->name);
}

/**
 * pz_open_document_free:
 */
void
pz_open_document_free (PzOpenDocument *open)
{
  g_object_ref (open->document);
  g_object_remove_toggle_ref (G_OBJECT (open->document), held_changed_cb, open);
  pz_document_let_go (open->document);
  g_free (open->name);
  g_clear_pointer (&open->base, g_bytes_unref);
  g_clear_pointer (&open->saving, g_bytes_unref);
  g_free (open);
}

/**
 * pz_open_document_compare:
 * @a: (type PzOpenDocument): pointer to one, as in an array
 * @b: (type PzOpenDocument): pointer to another one
 *
 * Returns: their order by name
 */
int
pz_open_document_compare (gconstpointer a,
                          gconstpointer b)
{
  return strcmp ((*(PzOpenDocument *const *) a)->name, (*(PzOpenDocument *const *) b)->name);
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
    if (is_idle (value))
      g_hash_table_iter_remove (&iter);
}

/* FALSE: there are more */
static gboolean
drop_some (PzClassroom *self,
           gint64       until)
{
  GHashTableIter iter;
  gpointer value;

  if (self->old_rounds->len > 0)
    {
      g_ptr_array_set_size (self->old_rounds, 0);
      return FALSE;
    }
  while (self->released != NULL && self->released->len > 0)
    {
      g_ptr_array_remove_index_fast (self->released, self->released->len - 1);
      if (g_get_monotonic_time () >= until)
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_idle (value))
      {
        g_hash_table_iter_remove (&iter);
        if (g_get_monotonic_time () >= until)
          return FALSE;
      }
  return TRUE;
}

static gboolean
drop_cb (gpointer user_data)
{
  PzClassroom *self = user_data;

  if (!drop_some (self, g_get_monotonic_time () + DROP_SLICE))
    return G_SOURCE_CONTINUE;
  self->drop_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_drop_idle_slowly:
 *
 * As pz_classroom_drop_idle(), in turns of the main loop: to free many learners of whom much is known takes a while.
 */
void
pz_classroom_drop_idle_slowly (PzClassroom *self)
{
  if (self->drop_source == 0)
    self->drop_source = g_idle_add_full (G_PRIORITY_LOW, drop_cb, self, NULL); /* in no turn with other work */
}

/**
 * pz_classroom_release:
 * @documents: (transfer full) (element-type PzDocument): owns them, and is nobody else's
 *
 * Lets go of many documents, in turns of the main loop.
 */
void
pz_classroom_release (PzClassroom *self,
                      GPtrArray   *documents)
{
  if (self->released == NULL)
    self->released = documents;
  else
    g_ptr_array_extend_and_steal (self->released, documents);
  pz_classroom_drop_idle_slowly (self);
}

/**
 * pz_classroom_list_open:
 *
 * Returns: (transfer full) (element-type utf8): names of the open documents; look each up again after a signal
 */
GPtrArray *
pz_classroom_list_open (PzClassroom *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

/* (nullable): what a person reads who wants to open it; where: the file, and what is wrong with it */
static char *
explain (PzDocumentKind  kind,
         const GError   *error,
         const char     *where)
{
  gboolean too_new = g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW);

  if (too_new && kind == PZ_DOCUMENT_LEARNER)
    /* Translators: %s is the name of a file and what is wrong with it */
    return g_strdup_printf (_ ("This learner was saved by a newer version of Personalize: update Personalize to see it. "
                               "Everything else works, and nothing is lost. (%s)"), where);
  if (too_new)
    /* Translators: %s is the name of a file and what is wrong with it */
    return g_strdup_printf (_ ("This was saved by a newer version of Personalize: update Personalize to see it. (%s)"),
                            where);
  if (!pz_error_is_damage (error))
    return NULL;
  if (kind == PZ_DOCUMENT_CLASSROOM)
    /* Translators: %s is the name of a file and what is wrong with it */
    return g_strdup_printf (_ ("The file of this class is damaged. It is kept as it is, and so are the learners. Bring "
                               "it back from a snapshot. (%s)"), where);
  /* Translators: %s is the name of a file and what is wrong with it */
  return g_strdup_printf (_ ("This file is damaged. It is kept as it is, and everything else works. Bring it back from "
                             "a snapshot. (%s)"), where);
}

/**
 * pz_document_explain_error:
 * @kind: of the document
 * @name: of its file
 * @error: why it cannot be read; says afterwards what a person can do about it
 */
void
pz_document_explain_error (PzDocumentKind   kind,
                           const char      *name,
                           GError         **error)
{
  g_autofree char *where = g_strdup_printf ("%s: %s", name, (*error)->message);
  char *text = explain (kind, *error, where);

  g_free ((*error)->message);
  (*error)->message = text != NULL ? text : g_steal_pointer (&where);
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
  g_autoptr(GError) local_error = NULL;
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
  if (self->newer)
    document = pz_document_parse_newer (kind, id, bytes, self->clock, NULL, &local_error);
  else
    document = pz_document_parse (kind, id, bytes, self->clock, &local_error);
  if (document == NULL)
    {
      pz_document_explain_error (kind, name, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  pz_classroom_adopt (self, document, bytes, &seen);
  return document;
}

/**
 * pz_classroom_list:
 * @kind: of documents
 * @error: why the folder could not be read
 *
 * Returns: (transfer full) (element-type utf8): ids of all that are on disk, sorted; those in the trash included, and
 *   those that cannot be read because a link or something else stands in the place of the file
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
  names = pz_store_list_all (self->store, folder, error);
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

/**
 * pz_classroom_add_with_id:
 * @kind: of the document
 * @id: valid
 * @error: %PZ_ERROR_EXISTS when there is a document of the kind with that id, open or on the disk, even a damaged one
 *
 * Returns: (transfer full) (nullable): a new document with that id; the next save writes it
 */
PzDocument *
pz_classroom_add_with_id (PzClassroom     *self,
                          PzDocumentKind   kind,
                          const char      *id,
                          GError         **error)
{
  g_autofree char *name = NULL;
  PzVersion seen = { 0 };
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);
  g_return_val_if_fail (kind != PZ_DOCUMENT_CLASSROOM, NULL);
  g_return_val_if_fail (pz_id_is_valid (id), NULL);

  name = pz_document_file_name (kind, id);
  if (!pz_store_stat (self->store, name, &seen, error))
    return NULL;
  if (seen.exists || g_hash_table_contains (self->open, name))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_EXISTS, _ ("There is “%s” already."), name);
      return NULL;
    }
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
  /* what waits is a step of its own */
  pz_classroom_seal_waiting (self);
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
