/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-outbox.h"

#include "pz-sync-error.h"
#include "pz-sync-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A segment is closed when its JSON is longer, in bytes: it stays below the cap also when nothing can be compressed. */
#define MAX_SEGMENT (4 * 1024 * 1024)

/**
 * pz_outbox_part_name:
 * @device: whose edits they are
 * @part: of the outbox
 *
 * Returns: what its name on the server says, before it is known how the bytes are
 */
PzObjectName
pz_outbox_part_name (guint64             device,
                     const PzOutboxPart *part)
{
  PzObjectName name = { PZ_OBJECT_SEGMENT, device, part->from, part->to, part->head, 0, { { 0 } }, 0 };

  return name;
}

/**
 * pz_outbox_load:
 * @part: of the outbox
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the bytes to send
 */
GBytes *
pz_outbox_load (PzReplica           *replica,
                const PzOutboxPart  *part,
                GError             **error)
{
  g_autofree char *file = pz_outbox_part_file (part);

  return pz_store_read (pz_replica_get_store (replica), file, NULL, error);
}

/* is_closed_now: loses its truth when the part is not closed as everything is that is written now */
static PzSegment *
read_part (PzTurn              *turn,
           const PzOutboxPart  *part,
           gboolean            *is_closed_now,
           GError             **error)
{
  g_autoptr(GBytes) bytes = pz_outbox_load (turn->replica, part, error);
  PzObjectName name = pz_outbox_part_name (turn->state->device, part);
  g_autoptr(GBytes) json = bytes != NULL ? pz_replica_open (turn->replica, bytes, &name, error) : NULL;

  if (bytes != NULL)
    *is_closed_now &= pz_replica_is_closed_now (turn->replica, bytes);
  return json != NULL ? pz_segment_parse (json, error) : NULL;
}

/**
 * pz_outbox_read:
 * @turn: a turn
 * @prev: (out): the chain before the first edit that is returned; unchanged when there is none
 * @is_closed_now: (out): whether all that is in it is closed as everything is that is written now
 * @error: why a file of the outbox cannot be read
 *
 * Whatever is sent is read before: nobody could use what was damaged on this disk, and it would count as sent.
 *
 * Returns: (transfer full) (element-type PzSyncEdit) (nullable): all edits that are not confirmed, in order
 */
GPtrArray *
pz_outbox_read (PzTurn    *turn,
                PzHash    *prev,
                gboolean  *is_closed_now,
                GError   **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_sync_edit_free);

  *is_closed_now = TRUE;
  for (guint i = 0; i < turn->state->outbox->len; i++)
    {
      const PzOutboxPart *part = &g_array_index (turn->state->outbox, PzOutboxPart, i);
      g_autoptr(PzSegment) segment = read_part (turn, part, is_closed_now, error);

      if (segment == NULL)
        return NULL;
      if (segment->to <= turn->state->confirmed)
        continue;
      if (edits->len == 0)
        *prev = pz_segment_get_chain (segment, MAX (turn->state->confirmed, segment->from - 1));
      for (guint k = 0; k < segment->edits->len; k++)
        {
          PzSyncEdit **edit = (PzSyncEdit **) &g_ptr_array_index (segment->edits, k);

          if ((*edit)->number > turn->state->confirmed)
            g_ptr_array_add (edits, g_steal_pointer (edit));
        }
    }
  return g_steal_pointer (&edits);
}

static void
remove_parts (PzTurn *turn)
{
  for (guint i = 0; i < turn->state->outbox->len; i++)
    {
      g_autofree char *file = pz_outbox_part_file (&g_array_index (turn->state->outbox, PzOutboxPart, i));
      PzVersion seen = { 0 };

      pz_store_stat (pz_replica_get_store (turn->replica), file, &seen, NULL);
      pz_commit_delete (turn->commit, file, &seen); /* a new part may have the same name */
    }
  g_array_set_size (turn->state->outbox, 0);
}

static void
add_part (PzTurn    *turn,
          PzSegment *segment)
{
  PzHash chain = pz_segment_get_chain (segment, segment->to);
  PzOutboxPart part = { segment->from, segment->to, pz_hash_get_head (&chain) };
  PzObjectName name = pz_outbox_part_name (turn->state->device, &part);
  g_autoptr(GBytes) json = pz_segment_write (segment);
  g_autoptr(GBytes) bytes = pz_replica_close (turn->replica, json, &name);
  g_autofree char *file = pz_outbox_part_file (&part);
  PzVersion seen = { 0 };

  pz_store_stat (pz_replica_get_store (turn->replica), file, &seen, NULL);
  pz_commit_put (turn->commit, file, bytes, &seen);
  g_array_append_val (turn->state->outbox, part);
}

/**
 * pz_outbox_write:
 * @turn: a turn
 * @edits: (element-type PzSyncEdit): sealed, all that is not confirmed, in order; left empty
 * @prev: the chain before the first
 *
 * Fills the outbox anew: all of it in one segment, as far as one may be that long.
 *
 * Returns: whether anything is in it now
 */
gboolean
pz_outbox_write (PzTurn       *turn,
                 GPtrArray    *edits,
                 const PzHash *prev)
{
  g_autoptr(PzSegment) segment = NULL;
  PzHash chain = *prev;
  gsize size = 0;

  remove_parts (turn);
  for (guint i = 0; i < edits->len; i++)
    {
      PzSyncEdit *edit = g_steal_pointer (&g_ptr_array_index (edits, i));

      if (segment != NULL && (size > MAX_SEGMENT || PZ_FAULT (SEPARATE)))
        {
          add_part (turn, segment);
          g_clear_pointer (&segment, pz_segment_free);
        }
      if (segment == NULL)
        {
          segment = pz_segment_new (turn->state->known->classroom, turn->state->device, edit->number, &chain);
          size = 0;
        }
      chain = pz_chain_next (&chain, edit->bytes);
      size += strlen (edit->bytes);
      pz_segment_add (segment, edit);
    }
  if (segment != NULL)
    add_part (turn, segment);
  g_ptr_array_set_size (edits, 0);
  return turn->state->outbox->len > 0;
}

/**
 * pz_outbox_forget:
 * @turn: a turn
 *
 * Empties the outbox: a snapshot that is wanted has all that is in it. What is sealed in it may have been sealed with a
 * key that is not known any more.
 */
void
pz_outbox_forget (PzTurn *turn)
{
  remove_parts (turn);
  turn->state->confirmed = pz_sync_state_get_number (turn->state);
}
