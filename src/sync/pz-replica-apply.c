/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-replica-apply.h"

#include "pz-sync-fault.h"
#include "pz-sync-reader.h"

#include <string.h>

typedef struct
{
  const char *name;
  PzSegment *segment;
  PzPlacing placing;
} Applying;

static gint64
now_seconds (PzTurn *turn)
{
  return pz_environment_get_now (pz_replica_get_environment (turn->replica)) / 1000;
}

/* the object is left alone, and listed */
static void
set_aside (PzTurn   *turn,
           Applying *a)
{
  g_hash_table_add (turn->state->aside, g_strdup (a->name));
  a->placing = PZ_PLACED_ASIDE;
}

/* Compares the marks of a segment with those we hold, as far as both go. Returns whether they agree; else the edit they
 * agree on last, when it is known. */
static PzAgreement
compare_segment (const PzVector *vector,
                 PzSegment      *segment,
                 guint64        *last)
{
  guint64 number = pz_vector_get_number (vector, segment->device);
  PzHash chain = segment->prev;
  guint32 mine;

  if (pz_vector_get_mark (vector, segment->device, segment->from - 1, &mine) && mine != pz_hash_get_mark (&chain))
    return PZ_CHAINS_UNKNOWN;
  for (guint64 n = segment->from; n <= segment->to && n <= number; n++)
    {
      chain = pz_chain_next (&chain, ((PzSyncEdit *) g_ptr_array_index (segment->edits, n - segment->from))->bytes);
      if (!pz_vector_get_mark (vector, segment->device, n, &mine) || mine == pz_hash_get_mark (&chain))
        continue;
      *last = n - 1;
      return n == segment->from && n > 1 && !pz_vector_get_mark (vector, segment->device, n - 1, &mine)
               ? PZ_CHAINS_UNKNOWN
               : PZ_CHAINS_BROKEN;
    }
  return PZ_CHAINS_AGREE;
}

/* Whether a write that an edit names is one of a history we know nothing of; it counts for nothing when the device is
 * closed before it. */
static gboolean
is_of_other_history (PzTurn           *turn,
                     const PzReplaced *replaced)
{
  guint32 mark;

  return replaced->mark != 0
         && pz_vector_get_mark (turn->state->known->vector, replaced->device, replaced->number, &mark)
         && mark != replaced->mark;
}

static gboolean
is_closed_before (PzTurn           *turn,
                  const PzReplaced *replaced)
{
  const PzVectorEntry *entry = pz_vector_find (turn->state->known->vector, replaced->device);

  return entry != NULL && entry->closed && replaced->number > entry->number;
}

static gboolean
drop_replaced (PzTurn            *turn,
               const PzSyncEdit  *edit,
               GError           **error)
{
  for (guint i = 0; i < edit->replaces->len; i++)
    {
      const PzReplaced *replaced = &g_array_index (edit->replaces, PzReplaced, i);
      PzStamp tag = { replaced->device, replaced->number, 0 };

      if (is_closed_before (turn, replaced))
        continue;
      if (!pz_turn_drop (turn, edit->path, edit->field, &tag, error))
        return FALSE;
      if (!pz_vector_covers (turn->state->known->vector, &tag))
        pz_knowledge_add_cloud (turn->state->known, &tag, edit->path, edit->field);
    }
  return TRUE;
}

/* unless it was replaced before it came */
static gboolean
put_value (PzTurn         *turn,
           const char     *path,
           const char     *field,
           const PzStamp  *stamp,
           const char     *value,
           GError        **error)
{
  return pz_knowledge_covers (turn->state->known, stamp, path, field)
         || pz_turn_put (turn, path, field, stamp, value, error);
}

static gboolean
put_record (PzTurn            *turn,
            const PzSyncEdit  *edit,
            const PzStamp     *stamp,
            GError           **error)
{
  g_autoptr(GPtrArray) members = pz_sync_edit_split (edit);

  /* the record before its fields: in an order of their own they would find no place */
  for (guint types = 0; types < 2; types++)
    for (guint i = 0; i < members->len; i += 2)
      {
        const char *field = g_ptr_array_index (members, i);

        if ((strcmp (field, PZ_WRITE_TYPE) == 0) == (types == 0)
            && !put_value (turn, edit->path, field, stamp, g_ptr_array_index (members, i + 1), error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
remove_for_good (PzTurn      *turn,
                 const char  *document,
                 gint64       when,
                 GError     **error)
{
  PzKnowledge *known = turn->state->known;
  gboolean was_erased = pz_knowledge_is_erased (known, document);

  pz_knowledge_add_purged (known, document, when);
  return was_erased || !pz_knowledge_is_erased (known, document) || pz_turn_erase (turn, document, error);
}

static gboolean
apply_edit (PzTurn            *turn,
            guint64            device,
            const PzSyncEdit  *edit,
            const PzHash      *chain,
            GError           **error)
{
  PzStamp stamp = { device, edit->number, edit->clock };
  gboolean good = drop_replaced (turn, edit, error);

  /* written by somebody who did not know yet: the object it came in has to go as well */
  turn->erases |= pz_knowledge_is_erased (turn->state->known, edit->path);
  if (good && edit->value != NULL && strcmp (edit->field, PZ_WRITE_WHOLE) == 0)
    good = put_record (turn, edit, &stamp, error);
  else if (good && edit->value != NULL)
    good = put_value (turn, edit->path, edit->field, &stamp, edit->value, error);
  else if (good && strcmp (edit->field, PZ_WRITE_WHOLE) == 0)
    {
      g_autofree char *document = pz_path_get_document (edit->path);

      if (strcmp (strchr (document, '/') + 1, pz_path_get_record (edit->path)) == 0)
        good = remove_for_good (turn, document, (gint64) (PZ_HLC_MS (edit->clock) / 1000), error);
    }
  if (good)
    pz_vector_advance (turn->state->known->vector, device, chain);
  return good;
}

/* Returns FALSE only with an error; the edits may end before the last one, see PzPlacing. */
static gboolean
apply_edits (PzTurn    *turn,
             Applying  *a,
             GError   **error)
{
  PzSegment *segment = a->segment;
  PzVectorEntry *entry = pz_vector_get (turn->state->known->vector, segment->device);
  PzHash chain = segment->prev;

  for (guint i = 0; i < segment->edits->len; i++)
    {
      const PzSyncEdit *edit = g_ptr_array_index (segment->edits, i);

      chain = pz_chain_next (&chain, edit->bytes);
      if (edit->number <= entry->number)
        continue;
      for (guint k = 0; k < edit->replaces->len; k++)
        if (!is_closed_before (turn, &g_array_index (edit->replaces, PzReplaced, k))
            && is_of_other_history (turn, &g_array_index (edit->replaces, PzReplaced, k)))
          {
            /* its writer has seen another history of that device: our marks tell it */
            if (turn->state->publish == 0)
              pz_sync_state_want_snapshot (turn->state);
            a->placing = PZ_PLACED_LATER;
            return TRUE;
          }
      if (!apply_edit (turn, segment->device, edit, &chain, error))
        return FALSE;
      entry->seen = now_seconds (turn);
      entry->retired = FALSE;
    }
  return TRUE;
}

static gboolean
apply_segment (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  Applying *a = user_data;
  PzSegment *segment = a->segment;
  PzVector *vector = turn->state->known->vector;
  const PzVectorEntry *entry = pz_vector_find (vector, segment->device);
  guint64 last = 0;

  a->placing = PZ_PLACED;
  switch (compare_segment (vector, segment, &last))
    {
    case PZ_CHAINS_BROKEN:
      pz_sync_state_close_device (turn->state, segment->device, last);
      set_aside (turn, a);
      return TRUE;
    case PZ_CHAINS_UNKNOWN:
      set_aside (turn, a);
      return TRUE;
    case PZ_CHAINS_AGREE:
    default:
      break;
    }
  if (entry != NULL && entry->closed)
    {
      if (segment->to > entry->number)
        set_aside (turn, a);
      return TRUE;
    }
  if (segment->from > pz_vector_get_number (vector, segment->device) + 1)
    {
      a->placing = PZ_PLACED_LATER;
      if (!PZ_FAULT (GAPS))
        return TRUE;
      pz_vector_get (vector, segment->device)->number = segment->from - 1;
      pz_vector_get (vector, segment->device)->first = segment->from;
      g_array_set_size (pz_vector_get (vector, segment->device)->marks, 0);
    }
  return apply_edits (turn, a, error) && pz_turn_settle (turn, error);
}

/**
 * pz_replica_apply_segment:
 * @name: of the object
 * @segment: of this class; edits that were seen are passed over
 * @placing: (out): what became of it
 * @error: why the class cannot be changed
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
pz_replica_apply_segment (PzReplica   *self,
                          const char  *name,
                          PzSegment   *segment,
                          PzPlacing   *placing,
                          GError     **error)
{
  Applying applying = { name, segment, PZ_PLACED };
  gboolean good = pz_replica_change (self, apply_segment, &applying, error);

  *placing = applying.placing;
  return good;
}
