/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-turn-private.h"

#include "pz-document-private.h"
#include "pz-error.h"
#include "pz-hash.h"
#include "pz-purge-log.h"
#include "pz-sync-fault.h"
#include "pz-sync-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
turn_document_free (PzTurnDocument *self)
{
  g_clear_object (&self->document);
  g_free (self->file);
  g_free (self);
}

/**
 * pz_turn_begin:
 * @self: (out caller-allocates): a turn without a state
 * @replica: where
 */
void
pz_turn_begin (PzTurn    *self,
               PzReplica *replica)
{
  memset (self, 0, sizeof *self);
  self->replica = replica;
  self->commit = pz_commit_new (pz_replica_get_store (replica));
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) turn_document_free);
  self->erased = g_ptr_array_new_with_free_func (g_free);
}

/**
 * pz_turn_clear:
 *
 * Frees what the turn holds.
 */
void
pz_turn_clear (PzTurn *self)
{
  g_clear_pointer (&self->state, pz_sync_state_free);
  g_clear_pointer (&self->state_bytes, g_bytes_unref);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->purged, g_ptr_array_unref);
  g_clear_pointer (&self->purged_documents, g_hash_table_unref);
  g_clear_pointer (&self->erased, g_ptr_array_unref);
  g_clear_object (&self->commit);
  g_clear_object (&self->clock);
}

/**
 * pz_turn_get_clock:
 *
 * Returns: (transfer none): gives stamps of the device of the state
 */
PzClock *
pz_turn_get_clock (PzTurn *self)
{
  if (self->clock != NULL && pz_clock_get_device (self->clock) != self->state->device)
    g_clear_object (&self->clock);
  if (self->clock == NULL)
    self->clock = pz_clock_new (pz_replica_get_environment (self->replica), self->state->device);
  return self->clock;
}

/**
 * pz_path_get_document:
 * @path: `FOLDER/DOCUMENT/RECORD`
 *
 * Returns: (transfer full): `FOLDER/DOCUMENT`
 */
char *
pz_path_get_document (const char *path)
{
  return g_strndup (path, (gsize) (strrchr (path, '/') - path));
}

/**
 * pz_path_get_record:
 * @path: `FOLDER/DOCUMENT/RECORD`
 *
 * Returns: (transfer none): `RECORD`
 */
const char *
pz_path_get_record (const char *path)
{
  return strrchr (path, '/') + 1;
}

/**
 * pz_path_find_document:
 * @classroom: id of the class
 * @document: `FOLDER/DOCUMENT`
 * @kind: (out): of the document
 * @file: (out): path of its file below the folder of the class
 *
 * Returns: whether documents of the kind are known here
 */
gboolean
pz_path_find_document (const char      *classroom,
                       const char      *document,
                       PzDocumentKind  *kind,
                       char           **file)
{
  const char *slash = strchr (document, '/');
  g_autofree char *folder = g_strndup (document, (gsize) (slash - document));

  for (guint i = 0; i < PZ_N_DOCUMENT_KINDS; i++)
    {
      const char *known = pz_schema_get_document ((PzDocumentKind) i)->folder;

      if (known == NULL ? strcmp (folder, "classroom") != 0 || strcmp (slash + 1, classroom) != 0
                        : strcmp (folder, known) != 0)
        continue;
      *kind = (PzDocumentKind) i;
      *file = known == NULL ? g_strdup ("classroom.json") : g_strconcat (document, ".json", NULL);
      return TRUE;
    }
  return FALSE;
}

static void
gather_tag (const char    *record,
            const PzStamp *tag,
            gpointer       user_data)
{
  char *text = g_strdup_printf ("%s %016" G_GINT64_MODIFIER "x %016" G_GINT64_MODIFIER "x", record, tag->device,
                                tag->number);

  g_hash_table_add (user_data, text);
}

/**
 * pz_turn_digest:
 * @document: a document
 *
 * Returns: a number made of the tags in it
 */
guint32
pz_turn_digest (PzDocument *document)
{
  g_autoptr(GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  guint32 digest = 1; /* 0 stands for none */
  gpointer tag;

  pz_document_each_tag (document, gather_tag, tags);
  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    {
      PzHash hash = pz_hash_of (tag, strlen (tag));

      digest += pz_hash_get_mark (&hash); /* a sum: the order of a set does not matter */
    }
  return MAX (digest, 1);
}

/* whether something of the document was removed for good, and has to be told */
static gboolean
is_purged (PzTurn     *self,
           const char *path)
{
  if (self->purged_documents == NULL)
    {
      self->purged_documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; self->purged != NULL && i < self->purged->len; i++)
        g_hash_table_add (self->purged_documents,
                          pz_path_get_document (((PzPurged *) g_ptr_array_index (self->purged, i))->path));
    }
  return g_hash_table_contains (self->purged_documents, path);
}

/* A document that came back from a copy, or is gone: what it lacks was not taken away by anybody. */
static void
compare_digest (PzTurn         *self,
                const char     *path,
                PzTurnDocument *opened)
{
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (self->state->documents, path));

  if (known == 0 || is_purged (self, path))
    return;
  if (opened->document == NULL || pz_turn_digest (opened->document) != known)
    self->state->restored = TRUE;
}

/* (transfer none) (nullable): NULL with an error, or without one when documents of the kind are not known here */
PzTurnDocument *
pz_turn_find_document (PzTurn      *self,
                       const char  *path,
                       GError     **error)
{
  PzTurnDocument *opened = g_hash_table_lookup (self->documents, path);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *file = NULL;
  PzDocumentKind kind;

  if (opened != NULL || !pz_path_find_document (pz_replica_get_classroom (self->replica), path, &kind, &file))
    return opened;
  opened = g_new0 (PzTurnDocument, 1);
  opened->kind = kind;
  opened->file = g_steal_pointer (&file);
  bytes = pz_store_read (pz_replica_get_store (self->replica), opened->file, &opened->seen, &local_error);
  if (bytes != NULL)
    opened->document = pz_document_parse (kind, strchr (path, '/') + 1, bytes, pz_turn_get_clock (self), &local_error);
  else if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    g_clear_error (&local_error);
  if (local_error != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", opened->file);
      turn_document_free (opened);
      return NULL;
    }
  compare_digest (self, path, opened);
  g_hash_table_insert (self->documents, g_strdup (path), opened);
  return opened;
}

/**
 * pz_turn_open:
 * @document: path of a document
 * @opened: (out) (transfer none) (nullable): the document; %NULL when there is none
 * @error: why it cannot be read; it is left as it is
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_turn_open (PzTurn      *self,
              const char  *document,
              PzDocument **opened,
              GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  PzTurnDocument *found = pz_turn_find_document (self, document, &local_error);

  *opened = found != NULL ? found->document : NULL;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_turn_touch:
 * @document: path of one that is open and was changed
 *
 * Returns: whether it is open
 */
gboolean
pz_turn_touch (PzTurn     *self,
               const char *document)
{
  PzTurnDocument *found = g_hash_table_lookup (self->documents, document);

  if (found != NULL)
    found->changed = TRUE;
  return found != NULL;
}

#ifdef PZ_SYNC_FAULTS
static void
keep_latest (PzDocument *document,
             const char *path,
             const char *field)
{
  PzRecord *record = pz_document_find (document, pz_path_get_record (path));
  int index = record != NULL ? pz_schema_find_field (pz_record_get_record_type (record), field) : -1;
  PzSlot *slot = index >= 0 ? pz_record_get_slot (record, (guint) index) : NULL;

  while (PZ_FAULT (LAST_WRITER) && slot != NULL && slot->n_entries > 1)
    pz_slot_remove (slot, slot->n_entries - 1);
}
#endif

/* Returns whether the document has a place for the value. */
gboolean
pz_turn_put_in_document (PzTurn         *self,
                         PzTurnDocument *opened,
                         const char     *path,
                         const char     *field,
                         const PzStamp  *stamp,
                         const char     *value)
{
  const char *record = pz_path_get_record (path);
  g_autofree char *document = pz_path_get_document (path);
  const char *id = strchr (document, '/') + 1;

  if (opened->document == NULL)
    {
      g_autoptr(PzDocument) made = NULL;

      if (strcmp (field, PZ_WRITE_TYPE) != 0 || strcmp (record, id) != 0)
        return FALSE;
      made = pz_document_new_empty (opened->kind, id, pz_turn_get_clock (self));
      if (!pz_document_put_value (made, record, field, stamp, value))
        return FALSE;
      opened->document = g_steal_pointer (&made);
    }
  else if (!pz_document_put_value (opened->document, record, field, stamp, value))
    {
      return FALSE;
    }
#ifdef PZ_SYNC_FAULTS
  keep_latest (opened->document, path, field);
#endif
  opened->changed = TRUE;
  if (strcmp (field, PZ_WRITE_TYPE) == 0)
    self->revive = TRUE;
  return TRUE;
}

/**
 * pz_turn_put:
 * @path: of a record
 * @field: a key
 * @stamp: of a numbered write
 * @value: one JSON value
 * @error: why the document cannot be read
 *
 * Adds a value to the class: to its document, or to what no document has a place for yet.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_turn_put (PzTurn         *self,
             const char     *path,
             const char     *field,
             const PzStamp  *stamp,
             const char     *value,
             GError        **error)
{
  g_autofree char *document = pz_path_get_document (path);
  g_autoptr(GError) local_error = NULL;
  PzTurnDocument *opened = pz_turn_find_document (self, document, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (opened == NULL || !pz_turn_put_in_document (self, opened, path, field, stamp, value))
    pz_state_map_add (self->state->known->state, path, field, stamp, value);
  return TRUE;
}

/**
 * pz_turn_drop:
 * @path: of a record
 * @field: a key, or %PZ_WRITE_WHOLE
 * @tag: of a write that was replaced
 * @error: why the document cannot be read
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_turn_drop (PzTurn         *self,
              const char     *path,
              const char     *field,
              const PzStamp  *tag,
              GError        **error)
{
  g_autofree char *document = pz_path_get_document (path);
  g_autoptr(GError) local_error = NULL;
  PzTurnDocument *opened = pz_turn_find_document (self, document, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  pz_state_map_drop (self->state->known->state, path, field, tag);
  if (opened != NULL && opened->document != NULL
      && pz_document_drop_value (opened->document, pz_path_get_record (path), field, tag))
    opened->changed = TRUE;
  /* another write may have made the record as well */
  self->revive |= strcmp (field, PZ_WRITE_WHOLE) == 0 || strcmp (field, PZ_WRITE_TYPE) == 0;
  return TRUE;
}

/* Whatever others sent: a file that could not be read again is not written. */
static gboolean
put_file (PzTurn           *self,
          const char       *name,
          GBytes           *bytes,
          const PzVersion  *seen,
          GError          **error)
{
  if (g_bytes_get_size (bytes) > PZ_JSON_MAX_SIZE)
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_TOO_LARGE);
  pz_commit_put (self->commit, name, bytes, seen);
  return TRUE;
}

static gboolean
add_documents (PzTurn  *self,
               GError **error)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      PzTurnDocument *opened = value;
      g_autoptr(GBytes) bytes = NULL;

      if (!opened->changed)
        continue;
      if (opened->document == NULL)
        {
          g_hash_table_remove (self->state->documents, path);
          if (opened->seen.exists)
            pz_commit_delete (self->commit, opened->file, &opened->seen);
          continue;
        }
      g_hash_table_replace (self->state->documents, g_strdup (path),
                            GUINT_TO_POINTER (pz_turn_digest (opened->document)));
      pz_document_set_revision (opened->document, pz_document_get_revision (opened->document) + 1);
      bytes = pz_document_serialize (opened->document);
      if (!put_file (self, opened->file, bytes, &opened->seen, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_turn_finish:
 * @error: as pz_commit_run() gives it; %PZ_SYNC_ERROR_TOO_LARGE: a file would be larger than those that are read
 *
 * Writes what was changed, if anything.
 *
 * Returns: whether it is on the disk
 */
gboolean
pz_turn_finish (PzTurn  *self,
                GError **error)
{
  g_autoptr(GBytes) state = NULL;

  if (!add_documents (self, error) || !pz_turn_clean_up (self, error))
    return FALSE;
  state = pz_sync_state_write (self->state);
  if ((!g_bytes_equal (state, self->state_bytes) || pz_commit_get_n_files (self->commit) > 0)
      && !put_file (self, PZ_SYNC_STATE_FILE, state, &self->state_seen, error))
    return FALSE;
  return pz_commit_get_n_files (self->commit) == 0 || pz_commit_run (self->commit, error);
}
