/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-writer.h"
#include "pz-outbox.h"
#include "pz-purge-log.h"

#include <string.h>

/* The change of the id of this device: somebody else writes under it, or wrote under it in another history. */
typedef struct
{
  PzTurn *turn;
  guint64 from;
  guint64 base; /* edits of the old id up to here were seen by others: they stay */
  guint64 to;
  PzStateMap *live; /* what still stands of the others, under the old id */
  const char *document; /* that is looked at */
} Move;

static guint64
new_device (PzTurn *turn)
{
  guint64 device = 0;

  while (device == 0)
    pz_environment_fill_random (pz_replica_get_environment (turn->replica), (guint8 *) &device, sizeof device);
  return device;
}

static void
note_live (Move          *move,
           const char    *path,
           const char    *field,
           const PzStamp *stamp,
           const char    *value)
{
  if (stamp->device == move->from && stamp->number > move->base)
    pz_state_map_add (move->live, path, field, stamp, value);
}

static void
note_live_in_document (const char    *record,
                       const char    *field,
                       const PzStamp *stamp,
                       const char    *value,
                       gpointer       user_data)
{
  Move *move = user_data;
  g_autofree char *path = g_strdup_printf ("%s/%s", move->document, record);

  note_live (move, path, field, stamp, value);
}

static void
note_live_kept (const char         *path,
                const char         *field,
                const PzStateValue *value,
                gpointer            user_data)
{
  note_live (user_data, path, field, &value->stamp, value->value);
}

/* A value may have been replaced since by somebody who saw it under the old number: it must not come back. */
static gboolean
find_live (Move    *move,
           GError **error)
{
  g_autoptr(GPtrArray) documents = pz_replica_list (move->turn->replica, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      PzDocument *document;

      move->document = g_ptr_array_index (documents, i);
      if (!pz_turn_open (move->turn, move->document, &document, error))
        return FALSE;
      if (document != NULL)
        pz_document_each_value (document, note_live_in_document, move);
    }
  pz_state_map_each (move->turn->state->known->state, note_live_kept, move);
  return documents != NULL;
}

/* (nullable): what is left of the value of a new record: an object of the members that stand */
static char *
dup_live_record (const Move       *move,
                 const PzSyncEdit *old,
                 const PzStamp    *tag)
{
  g_autoptr(GPtrArray) members = pz_sync_edit_split (old);
  GString *value;

  if (!pz_state_map_has (move->live, old->path, PZ_WRITE_TYPE, tag))
    return NULL;
  value = g_string_new (NULL);
  for (guint i = 0; i < members->len; i += 2)
    {
      if (!pz_state_map_has (move->live, old->path, g_ptr_array_index (members, i), tag))
        continue;
      g_string_append_c (value, value->len == 0 ? '{' : ',');
      pz_json_append_string (value, g_ptr_array_index (members, i), -1);
      g_string_append_printf (value, ":%s", (char *) g_ptr_array_index (members, i + 1));
    }
  g_string_append_c (value, '}');
  return g_string_free (value, FALSE);
}

/* (nullable): the value of an edit, as far as it still stands; without one, only what it took the place of is sent */
static char *
dup_live_value (const Move       *move,
                const PzSyncEdit *old)
{
  PzStamp tag = { move->from, old->number, 0 };

  if (old->value == NULL)
    return NULL;
  if (strcmp (old->field, PZ_WRITE_WHOLE) == 0)
    return dup_live_record (move, old, &tag);
  return pz_state_map_has (move->live, old->path, old->field, &tag) ? g_strdup (old->value) : NULL;
}

/* what it took the place of, under the numbers that hold now */
static void
move_replaced (const Move       *move,
               PzSyncEdit       *edit,
               const PzReplaced *replaced)
{
  const PzVectorEntry *entry = pz_vector_find (move->turn->state->known->vector, replaced->device);
  PzReplaced moved = *replaced;

  if (replaced->device == move->from && replaced->number > move->base)
    {
      moved.device = move->to;
      moved.number -= move->base;
      pz_vector_get_mark (move->turn->state->known->vector, moved.device, moved.number, &moved.mark);
    }
  else if (entry != NULL && entry->closed && replaced->number > entry->number)
    {
      return; /* of no history that counts */
    }
  pz_sync_edit_add_replaced (edit, moved.device, moved.number, moved.mark);
}

/* the edits that nobody has seen, numbered again */
static GPtrArray *
move_edits (const Move *move,
            GPtrArray  *edits)
{
  PzVector *vector = move->turn->state->known->vector;
  GPtrArray *moved = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_sync_edit_free);
  PzVectorEntry *entry = pz_vector_get (vector, move->to);

  for (guint i = 0; i < edits->len; i++)
    {
      const PzSyncEdit *old = g_ptr_array_index (edits, i);
      g_autofree char *value = dup_live_value (move, old);
      /* a whole record without a value would be one that is removed for good */
      gboolean is_nothing = value == NULL && old->value != NULL && strcmp (old->field, PZ_WRITE_WHOLE) == 0;
      PzSyncEdit *edit = pz_sync_edit_new (old->number - move->base, old->path, is_nothing ? PZ_WRITE_TYPE : old->field,
                                           old->clock, value);
      PzHash chain;

      for (guint k = 0; k < old->replaces->len; k++)
        move_replaced (move, edit, &g_array_index (old->replaces, PzReplaced, k));
      pz_sync_edit_seal (edit);
      chain = pz_chain_next (&entry->chain, edit->bytes);
      pz_vector_advance (vector, move->to, &chain);
      g_ptr_array_add (moved, edit);
    }
  return moved;
}

static gboolean
move_documents (const Move  *move,
                GError     **error)
{
  g_autoptr(GPtrArray) documents = pz_replica_list (move->turn->replica, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const char *path = g_ptr_array_index (documents, i);
      PzDocument *document;

      if (!pz_turn_open (move->turn, path, &document, error))
        return FALSE;
      if (document == NULL)
        continue;
      pz_document_move_writes (document, move->from, move->base, move->to);
      pz_turn_touch (move->turn, path);
    }
  return documents != NULL;
}

static void
move_kept_value (const char         *path,
                 const char         *field,
                 const PzStateValue *value,
                 gpointer            user_data)
{
  g_ptr_array_add (((gpointer *) user_data)[0], g_strdup (path));
  g_ptr_array_add (((gpointer *) user_data)[0], g_strdup (field));
  g_array_append_val ((GArray *) ((gpointer *) user_data)[1], *value);
}

static void
move_kept (const Move *move)
{
  PzStateMap *state = move->turn->state->known->state;
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (PzStateValue));
  gpointer lists[] = { keys, values };

  pz_state_map_each (state, move_kept_value, lists);
  for (guint i = 0; i < values->len; i++)
    {
      PzStateValue *value = &g_array_index (values, PzStateValue, i);
      const char *path = g_ptr_array_index (keys, 2 * i), *field = g_ptr_array_index (keys, 2 * i + 1);
      PzStamp moved = { move->to, value->stamp.number - move->base, value->stamp.clock };
      g_autofree char *text = g_strdup (value->value);

      if (value->stamp.device != move->from || value->stamp.number <= move->base)
        continue;
      pz_state_map_drop (state, path, field, &value->stamp);
      pz_state_map_add (state, path, field, &moved, text);
    }
}

/* What was removed for good and not told of yet is known to others under the old number, under the new one, or both. */
static void
move_purged (const Move *move)
{
  GPtrArray *purged = move->turn->purged;
  g_autoptr(GBytes) bytes = NULL;
  gboolean moved = FALSE;

  for (guint i = 0; i < purged->len; i++)
    {
      GArray *tags = ((PzPurged *) g_ptr_array_index (purged, i))->tags;
      guint n = tags->len;

      for (guint k = 0; k < n; k++)
        {
          PzStamp tag = g_array_index (tags, PzStamp, k);

          if (tag.device != move->from || tag.number <= move->base)
            continue;
          tag.device = move->to;
          tag.number -= move->base;
          g_array_append_val (tags, tag);
          moved = TRUE;
        }
    }
  if (!moved)
    return;
  bytes = pz_purge_log_write (purged);
  pz_commit_put (move->turn->commit, PZ_PURGE_LOG_FILE, bytes, &move->turn->purged_seen);
}

/* the old id ends where others have seen it */
static void
end_old_device (const Move *move)
{
  PzVector *vector = move->turn->state->known->vector;
  PzVectorEntry *entry = pz_vector_get (vector, move->from);
  gboolean was_closed = entry->closed;

  if (entry->number <= move->base)
    return;
  pz_vector_close (vector, move->from, move->base);
  entry->closed = was_closed;
  pz_sync_state_forget_snapshots (move->turn->state, move->from, move->base); /* others have it from them */
}

/* What was seen is to be seen again: the documents hold less than was known, or more. */
static void
forget_all (PzTurn *turn)
{
  PzSyncState *state = turn->state;
  PzVectorEntry *own = pz_vector_get (state->known->vector, state->device);
  g_autoptr(GPtrArray) entries = pz_vector_list (state->known->vector);

  for (guint i = 0; i < entries->len; i++)
    if (g_ptr_array_index (entries, i) != own)
      pz_vector_remove (state->known->vector, ((PzVectorEntry *) g_ptr_array_index (entries, i))->device);
  g_hash_table_remove_all (state->known->cloud);
  g_hash_table_remove_all (state->snapshots);
  g_hash_table_remove_all (state->documents);
  state->restored = FALSE;
}

static gboolean
take_new_device (PzTurn  *turn,
                 GError **error)
{
  PzSyncState *state = turn->state;
  g_autoptr(PzStateMap) live = pz_state_map_new ();
  Move move = { turn, state->device, state->confirmed, new_device (turn), live, NULL };
  PzHash prev = pz_chain_begin (state->known->classroom, move.to);
  gboolean is_closed_now;
  g_autoptr(GPtrArray) edits = pz_outbox_read (turn, &prev, &is_closed_now, error);
  g_autoptr(GPtrArray) moved = NULL;

  if (edits == NULL)
    return FALSE;
  if (edits->len > 0)
    move.base = ((PzSyncEdit *) g_ptr_array_index (edits, 0))->number - 1;
  if (edits->len > 0 && !find_live (&move, error))
    return FALSE;
  moved = move_edits (&move, edits);
  if (edits->len > 0 && !move_documents (&move, error))
    return FALSE;
  move_kept (&move);
  move_purged (&move);
  if (edits->len > 0)
    end_old_device (&move);
  state->device = move.to;
  state->confirmed = 0;
  state->n_published = 0;
  state->publish = MIN (state->publish, 1);
  state->check_all = TRUE;
  g_free (state->place);
  state->place = g_strdup (pz_replica_get_place (turn->replica));
  prev = pz_chain_begin (state->known->classroom, move.to);
  pz_outbox_write (turn, moved, &prev);
  if (state->restored)
    forget_all (turn);
  return TRUE;
}

static gboolean
take_when_used (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  const guint64 *used = user_data;

  return turn->state->device != *used || take_new_device (turn, error);
}

/**
 * pz_replica_take_new_device:
 * @used: the id of this device that somebody else uses; nothing changes when it is another one by now
 * @error: why it could not
 *
 * Gives the class on this disk another device id. What the old one numbered and nobody has seen is numbered again
 * under it; the rest is from now on that of another device.
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
pz_replica_take_new_device (PzReplica  *self,
                            guint64     used,
                            GError    **error)
{
  return pz_replica_change (self, take_when_used, &used, error);
}
