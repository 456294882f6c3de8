/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-turn-private.h"

#include "pz-index-private.h"
#include "pz-purge-log.h"
#include "pz-purge-traces.h"

#include <string.h>

/* After values came and went: some records are gone for good, and some that found no place before may have one now. */

typedef struct
{
  PzTurn *turn;
  const char *document;
} Keeping;

static void
keep_value (const char    *record,
            const char    *field,
            const PzStamp *stamp,
            const char    *value,
            gpointer       user_data)
{
  Keeping *keeping = user_data;
  g_autofree char *path = g_strdup_printf ("%s/%s", keeping->document, record);

  pz_state_map_add (keeping->turn->state->known->state, path, field, stamp, value);
}

/* what is left of records that were removed for good */
static void
drop_untyped (PzTurn *self)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      PzTurnDocument *opened = value;
      Keeping keeping = { self, path };

      if (opened->changed && opened->document != NULL
          && !pz_document_drop_untyped (opened->document, keep_value, &keeping))
        g_clear_object (&opened->document);
    }
}

typedef struct
{
  PzTurn *turn;
  PzTurnDocument *opened;
  gboolean only_types;
  GPtrArray *placed; /* PzWrite: what has found a place */
} Reviving;

static void
revive_value (const char         *path,
              const char         *field,
              const PzStateValue *value,
              gpointer            user_data)
{
  Reviving *r = user_data;
  PzWrite *write;

  if ((strcmp (field, PZ_WRITE_TYPE) == 0) != r->only_types
      || !pz_turn_put_in_document (r->turn, r->opened, path, field, &value->stamp, value->value))
    return;
  write = g_new0 (PzWrite, 1);
  write->record = g_strdup (path);
  write->field = g_strdup (field);
  write->stamp = value->stamp;
  g_ptr_array_add (r->placed, write);
}

/* whether the record was removed for good here, and others have not been told: it must not come back by itself */
static gboolean
waits_to_be_told (PzTurn         *self,
                  PzTurnDocument *opened,
                  const char     *path)
{
  if (opened->document != NULL && pz_document_find (opened->document, pz_path_get_record (path)) != NULL)
    return FALSE;
  for (guint i = 0; self->purged != NULL && i < self->purged->len; i++)
    if (strcmp (((PzPurged *) g_ptr_array_index (self->purged, i))->path, path) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
revive_record (PzTurn      *self,
               const char  *path,
               gboolean     only_types,
               GError     **error)
{
  g_autoptr(GPtrArray) placed = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  g_autofree char *document = pz_path_get_document (path);
  g_autoptr(GError) local_error = NULL;
  PzTurnDocument *opened = pz_turn_find_document (self, document, &local_error);
  Reviving reviving = { self, opened, only_types, placed };

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (opened != NULL && !waits_to_be_told (self, opened, path))
    pz_state_map_each_of (self->state->known->state, path, revive_value, &reviving);
  for (guint i = 0; i < placed->len; i++)
    {
      const PzWrite *write = g_ptr_array_index (placed, i);

      pz_state_map_drop (self->state->known->state, write->record, write->field, &write->stamp);
    }
  return TRUE;
}

/* owners first: without one there is no document */
static gboolean
revive_types (PzTurn     *self,
              GPtrArray  *paths,
              gboolean    owners,
              GError    **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *document = pz_path_get_document (path);

      if ((strcmp (strchr (document, '/') + 1, pz_path_get_record (path)) == 0) == owners
          && !revive_record (self, path, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns whether what found no place before was tried again. */
static gboolean
revive_all (PzTurn  *self,
            GError **error)
{
  g_autoptr(GPtrArray) paths = pz_state_map_list (self->state->known->state);

  if (!revive_types (self, paths, TRUE, error) || !revive_types (self, paths, FALSE, error))
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    if (!revive_record (self, g_ptr_array_index (paths, i), FALSE, error))
      return FALSE;
  self->revive = FALSE;
  return TRUE;
}

/**
 * pz_turn_erase:
 * @document: path of a learner
 * @error: why the document cannot be read
 *
 * Removes the learner, whatever stands there, also what waits to be sent.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_turn_erase (PzTurn      *self,
               const char  *document,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  PzTurnDocument *opened = pz_turn_find_document (self, document, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  pz_state_map_drop_document (self->state->known->state, document);
  g_hash_table_remove (self->state->documents, document);
  if (opened != NULL && opened->document != NULL)
    {
      g_clear_object (&opened->document);
      opened->changed = TRUE;
    }
  g_ptr_array_add (self->erased, g_strdup (strchr (document, '/') + 1));
  self->erases = TRUE;
  return TRUE;
}

/* Puts into the commit what erased learners left behind. The cache of the class is not part of it: it is written
 * without the lock, and whoever opens the class makes it anew. */
gboolean
pz_turn_clean_up (PzTurn  *self,
                  GError **error)
{
  PzStore *store = pz_replica_get_store (self->replica);
  guint n = self->erased->len;
  gboolean good = TRUE;

  for (guint i = 0; good && i < n; i++)
    good = pz_purge_delete_copies (store, self->commit, PZ_DOCUMENT_LEARNER, g_ptr_array_index (self->erased, i), error);
  if (n == 0 || !good)
    return good;
  g_ptr_array_add (self->erased, NULL);
  return pz_purge_clean_histories (store, self->commit, (const char *const *) self->erased->pdata, error)
         && pz_index_cache_forget (store, error);
}

/**
 * pz_turn_settle:
 * @error: why a document cannot be read
 *
 * After values came and went: removes the records that were removed for good, and gives those that came late their
 * place.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_turn_settle (PzTurn  *self,
                GError **error)
{
  drop_untyped (self);
  if (self->revive && pz_state_map_get_size (self->state->known->state) > 0 && !revive_all (self, error))
    return FALSE;
  pz_knowledge_settle (self->state->known);
  if (self->erases)
    pz_sync_state_note_erased (self->state);
  return TRUE;
}
