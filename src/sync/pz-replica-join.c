/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-replica-apply.h"

#include <string.h>

/* The join of a class with a snapshot: a value stays if both have it, or one has it and the other has not seen it. */
typedef struct
{
  const char *name;
  const PzKnowledge *snapshot;
  PzPlacing placing;
} Joining;

/* Values the other side has lost, as PzWrite with a path for a record. */
typedef struct
{
  const PzKnowledge *snapshot;
  const char *document;
  GPtrArray *lost;
} Losing;

static void
note_lost (Losing        *losing,
           const char    *path,
           const char    *field,
           const PzStamp *stamp)
{
  PzWrite *write;

  if (!pz_knowledge_covers (losing->snapshot, stamp, path, field)
      || pz_state_map_has (losing->snapshot->state, path, field, stamp))
    return;
  write = g_new0 (PzWrite, 1);
  write->record = g_strdup (path);
  write->field = g_strdup (field);
  write->stamp = *stamp;
  g_ptr_array_add (losing->lost, write);
}

static void
look_at_value (const char    *record,
               const char    *field,
               const PzStamp *stamp,
               const char    *value,
               gpointer       user_data)
{
  Losing *losing = user_data;
  g_autofree char *path = g_strdup_printf ("%s/%s", losing->document, record);

  note_lost (losing, path, field, stamp);
}

static void
look_at_kept (const char         *path,
              const char         *field,
              const PzStateValue *value,
              gpointer            user_data)
{
  note_lost (user_data, path, field, &value->stamp);
}

static gboolean
drop_lost (PzTurn         *turn,
           const Joining  *j,
           GError        **error)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  g_autoptr(GPtrArray) documents = pz_replica_list (turn->replica, error);
  Losing losing = { j->snapshot, NULL, lost };

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      PzDocument *document;

      losing.document = g_ptr_array_index (documents, i);
      if (!pz_turn_open (turn, losing.document, &document, error))
        return FALSE;
      if (document != NULL)
        pz_document_each_value (document, look_at_value, &losing);
    }
  pz_state_map_each (turn->state->known->state, look_at_kept, &losing);
  for (guint i = 0; i < lost->len; i++)
    {
      const PzWrite *write = g_ptr_array_index (lost, i);

      if (!pz_turn_drop (turn, write->record, write->field, &write->stamp, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  PzTurn *turn;
  gboolean types;
  gboolean owners;
  GError *error;
} Adding;

static void
add_value (const char         *path,
           const char         *field,
           const PzStateValue *value,
           gpointer            user_data)
{
  Adding *adding = user_data;
  gboolean is_type = strcmp (field, PZ_WRITE_TYPE) == 0;
  g_autofree char *document = NULL;

  if (adding->error != NULL || is_type != adding->types
      || pz_knowledge_covers (adding->turn->state->known, &value->stamp, path, field))
    return;
  document = pz_path_get_document (path);
  if (is_type && (strcmp (strchr (document, '/') + 1, pz_path_get_record (path)) == 0) != adding->owners)
    return;
  pz_turn_put (adding->turn, path, field, &value->stamp, value->value, &adding->error);
}

/* owners, then the other records, then what is in them */
static gboolean
add_new (PzTurn         *turn,
         const Joining  *j,
         GError        **error)
{
  static const gboolean passes[][2] = { { TRUE, TRUE }, { TRUE, FALSE }, { FALSE, FALSE } };
  Adding adding = { turn, FALSE, FALSE, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      adding.types = passes[i][0];
      adding.owners = passes[i][1];
      pz_state_map_each (j->snapshot->state, add_value, &adding);
    }
  if (adding.error == NULL)
    return TRUE;
  g_propagate_error (error, adding.error);
  return FALSE;
}

/* whether the snapshot is of our history, as far as it can be told; takes over what is closed there */
static gboolean
is_of_our_history (PzTurn             *turn,
                   const PzVectorEntry *theirs,
                   const PzKnowledge  *snapshot)
{
  PzVector *vector = turn->state->known->vector;
  PzVectorEntry *mine = pz_vector_find (vector, theirs->device);
  guint64 last = 0;

  if (mine == NULL)
    return TRUE;
  switch (pz_vector_compare_chains (vector, snapshot->vector, theirs->device, &last))
    {
    case PZ_CHAINS_BROKEN:
      pz_sync_state_close_device (turn->state, theirs->device, last);
      return FALSE;
    case PZ_CHAINS_UNKNOWN:
      return FALSE;
    case PZ_CHAINS_AGREE:
    default:
      break;
    }
  if (theirs->closed && theirs->number < mine->number)
    pz_sync_state_close_device (turn->state, theirs->device, theirs->number);
  /* written by somebody who does not know yet that the device is closed, or where */
  return !mine->closed || theirs->number <= mine->number;
}

static void
remember (PzTurn         *turn,
          const Joining  *j)
{
  g_hash_table_replace (turn->state->snapshots, g_strdup (j->name), pz_vector_copy_numbers (j->snapshot->vector));
}

/* learners that were removed for good, as the snapshot knows and we did not */
static gboolean
erase_all (PzTurn         *turn,
           const Joining  *j,
           GError        **error)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, j->snapshot->purged);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    if (pz_knowledge_is_erased (j->snapshot, document) && !pz_knowledge_is_erased (turn->state->known, document)
        && !pz_turn_erase (turn, document, error))
      return FALSE;
  return TRUE;
}

static gboolean
apply_snapshot (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  Joining *j = user_data;
  g_autoptr(GPtrArray) all = pz_vector_list (j->snapshot->vector);
  gboolean is_ours = TRUE;

  for (guint i = 0; i < all->len; i++)
    is_ours &= is_of_our_history (turn, g_ptr_array_index (all, i), j->snapshot);
  j->placing = is_ours ? PZ_PLACED : PZ_PLACED_ASIDE;
  if (!is_ours)
    {
      g_hash_table_add (turn->state->aside, g_strdup (j->name));
      pz_knowledge_settle (turn->state->known);
      return TRUE;
    }
  remember (turn, j);
  if (!erase_all (turn, j, error) || !drop_lost (turn, j, error) || !add_new (turn, j, error))
    return FALSE;
  pz_knowledge_take (turn->state->known, j->snapshot);
  return pz_turn_settle (turn, error);
}

/**
 * pz_replica_apply_snapshot:
 * @name: of the object
 * @snapshot: of this class
 * @placing: (out): what became of it
 * @error: why the class cannot be changed
 *
 * Joins the class with what somebody knew.
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
pz_replica_apply_snapshot (PzReplica          *self,
                           const char         *name,
                           const PzKnowledge  *snapshot,
                           PzPlacing          *placing,
                           GError            **error)
{
  Joining joining = { name, snapshot, PZ_PLACED };
  gboolean good = pz_replica_change (self, apply_snapshot, &joining, error);

  *placing = joining.placing;
  return good;
}
