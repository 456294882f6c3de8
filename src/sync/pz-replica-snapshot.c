/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-outbox.h"

#include "pz-purge-log.h"
#include "pz-sync-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often another program may write while the state is gathered. */
#define MAX_ROUNDS 5

typedef struct
{
  PzKnowledge *knowledge;
  const PzVector *vector;
  const char *document;
  gboolean is_whole; /* no value is beyond what was seen: such a one waits for a number of its own */
} Gathering;

static void
gather_value (const char    *record,
              const char    *field,
              const PzStamp *stamp,
              const char    *value,
              gpointer       user_data)
{
  Gathering *g = user_data;
  g_autofree char *path = g_strdup_printf ("%s/%s", g->document, record);

  g->is_whole &= pz_vector_covers (g->vector, stamp);
  pz_state_map_add (g->knowledge->state, path, field, stamp, value);
}

/* Returns whether the document can be part of a snapshot: nothing waits in it, which would hide what it takes the place
 * of from everybody else, and no write of a newer version would be left out, which others may have from it already. */
static gboolean
gather_document (PzTurn       *turn,
                 PzKnowledge  *knowledge,
                 const char   *path,
                 GError      **error)
{
  Gathering gathering = { knowledge, turn->state->known->vector, path, TRUE };
  PzDocument *document;

  if (!pz_turn_open (turn, path, &document, error))
    return FALSE;
  if (document == NULL)
    return TRUE;
  pz_document_each_value (document, gather_value, &gathering);
  if (pz_document_has_foreign (document))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_TOO_NEW,
                           _ ("A newer version of the program wrote a part of the class"));
      return FALSE;
    }
  if (pz_document_count_pending (document) > 0 || !gathering.is_whole)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CHANGED, _ ("The class was changed meanwhile"));
      return FALSE;
    }
  return TRUE;
}

/* a file that is not there any more, and that nobody has taken away */
static void
look_for_missing (PzTurn    *turn,
                  GPtrArray *documents)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, turn->state->documents);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_ptr_array_find_with_equal_func (documents, path, g_str_equal, NULL))
      turn->state->restored = TRUE;
}

static void
look_for_number (const char         *path,
                 const char         *field,
                 const PzStateValue *value,
                 gpointer            user_data)
{
  Gathering *g = user_data;

  g->is_whole &= pz_vector_covers (g->vector, &value->stamp);
}

/* Whether all that the documents have no place for has a number that others can be told of. When a device was closed just
 * now, what came of it beyond its end has none yet: in a snapshot it would stay with others forever, as nothing ever says
 * that it was replaced. */
static gboolean
has_numbers (const PzKnowledge  *known,
             GError            **error)
{
  Gathering gathering = { NULL, known->vector, NULL, TRUE };

  pz_state_map_each (known->state, look_for_number, &gathering);
  if (!gathering.is_whole)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CHANGED, _ ("The class was changed meanwhile"));
  return gathering.is_whole;
}

static gboolean
gather (PzTurn       *turn,
        PzKnowledge  *knowledge,
        GError      **error)
{
  g_autoptr(GPtrArray) documents = pz_replica_list (turn->replica, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (!gather_document (turn, knowledge, g_ptr_array_index (documents, i), error))
      return FALSE;
  if (documents == NULL)
    return FALSE;
  if (!has_numbers (turn->state->known, error))
    return FALSE;
  look_for_missing (turn, documents);
  if (!turn->state->restored)
    return TRUE;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CORRUPT, _ ("A part of the class is older than the rest of it"));
  return FALSE;
}

static void
add_kept (const char         *path,
          const char         *field,
          const PzStateValue *value,
          gpointer            user_data)
{
  pz_state_map_add (((PzKnowledge *) user_data)->state, path, field, &value->stamp, value->value);
}

/* whether no removal waits to be told of */
static gboolean
is_told_all (PzReplica  *self,
             GError    **error)
{
  PzVersion seen;
  g_autoptr(GPtrArray) purged = pz_purge_log_read (pz_replica_get_store (self), &seen, error);

  if (purged != NULL && purged->len > 0)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CHANGED, _ ("The class was changed meanwhile"));
  return purged != NULL && purged->len == 0;
}

/* Whatever changes a numbered value changes the file of what is known, too: when that is the same at the end, all that
 * was read belongs together. */
static PzKnowledge *
take (PzReplica  *self,
      GError    **error)
{
  g_autoptr(PzKnowledge) knowledge = pz_knowledge_new (pz_replica_get_classroom (self));
  PzVersion before = { 0 }, after = { 0 };
  PzTurn turn;
  gboolean good;

  pz_turn_begin (&turn, self);
  turn.state = pz_replica_read_state (self, &before, error);
  good = turn.state != NULL && is_told_all (self, error) && gather (&turn, knowledge, error);
  if (good)
    {
      g_autoptr(PzSyncState) again = pz_replica_read_state (self, &after, error);

      good = again != NULL && pz_version_equal (&before, &after);
      if (again != NULL && !good)
        g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CHANGED, _ ("The class was changed meanwhile"));
    }
  if (good)
    {
      pz_state_map_each (turn.state->known->state, add_kept, knowledge);
      pz_knowledge_take (knowledge, turn.state->known);
    }
  pz_turn_clear (&turn);
  return good ? g_steal_pointer (&knowledge) : NULL;
}

/**
 * pz_replica_snapshot:
 * @error: %PZ_ERROR_CHANGED when somebody writes to the class just now: later
 *
 * Returns: (transfer full) (nullable): all numbered values of the class and what was seen, as they belong together
 */
PzKnowledge *
pz_replica_snapshot (PzReplica  *self,
                     GError    **error)
{
  g_autoptr(GError) local_error = NULL;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      PzKnowledge *knowledge;

      g_clear_error (&local_error);
      knowledge = take (self, &local_error);
      if (knowledge != NULL)
        return knowledge;
      if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
