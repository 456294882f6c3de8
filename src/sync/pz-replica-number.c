/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-outbox.h"

#include "pz-purge-log.h"

#include <string.h>

/* The filling of the outbox: pending writes get their numbers, in one commit with the bytes to send. */
typedef struct
{
  PzTurn *turn;
  GPtrArray *edits; /* PzSyncEdit: all that is not confirmed */
  guint n_new;
} Filling;

static gboolean
is_known (const PzStamp *stamp,
          gpointer       user_data)
{
  return pz_vector_covers (user_data, stamp);
}

/* names what an edit takes the place of; not what lies beyond the end of a closed device, which counts for nothing */
static void
add_replaced (Filling       *f,
              PzSyncEdit    *edit,
              const PzStamp *tag)
{
  const PzVectorEntry *entry = pz_vector_find (f->turn->state->known->vector, tag->device);
  guint32 mark = 0; /* not known any more */

  if (entry != NULL && entry->closed && tag->number > entry->number)
    return;
  pz_vector_get_mark (f->turn->state->known->vector, tag->device, tag->number, &mark);
  pz_sync_edit_add_replaced (edit, tag->device, tag->number, mark);
}

/* takes edit */
static void
add_edit (Filling    *f,
          PzSyncEdit *edit)
{
  PzSyncState *state = f->turn->state;
  PzVectorEntry *entry = pz_vector_get (state->known->vector, state->device);
  PzHash chain;

  pz_sync_edit_seal (edit);
  chain = pz_chain_next (&entry->chain, edit->bytes);
  pz_vector_advance (state->known->vector, state->device, &chain);
  entry->seen = pz_environment_get_now (pz_replica_get_environment (f->turn->replica)) / 1000;
  entry->retired = FALSE; /* it is back */
  g_ptr_array_add (f->edits, edit);
  f->n_new++;
}

static void
add_write (Filling       *f,
           const char    *document,
           const PzWrite *write)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", document, write->record);
  PzSyncEdit *edit = pz_sync_edit_new (write->stamp.number, path, write->field, write->stamp.clock, write->value);

  for (guint i = 0; write->replaces != NULL && i < write->replaces->len; i++)
    add_replaced (f, edit, &g_array_index (write->replaces, PzStamp, i));
  add_edit (f, edit);
}

static gboolean
number_document (Filling     *f,
                 const char  *path,
                 GError     **error)
{
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  PzSyncState *state = f->turn->state;
  gboolean waits = TRUE;
  PzDocument *document;
  guint n_released = 0;

  if (!state->check_all && !pz_replica_may_wait (f->turn->replica, path, &waits, error))
    return FALSE;
  if (!waits)
    return TRUE;
  if (!pz_turn_open (f->turn, path, &document, error))
    return FALSE;
  if (document == NULL)
    return TRUE;
  if (state->check_all)
    n_released = pz_document_release_writes (document, is_known, state->known->vector);
  pz_document_number_writes (document, state->device, pz_sync_state_get_number (state), writes);
  for (guint i = 0; i < writes->len; i++)
    add_write (f, path, g_ptr_array_index (writes, i));
  if (n_released > 0 || writes->len > 0)
    pz_turn_touch (f->turn, path);
  return TRUE;
}

static void
find_orphan (const char         *path,
             const char         *field,
             const PzStateValue *value,
             gpointer            user_data)
{
  GPtrArray *orphans = user_data;
  PzWrite *write = g_new0 (PzWrite, 1);

  write->record = g_strdup (path);
  write->field = g_strdup (field);
  write->stamp = value->stamp;
  write->value = g_strdup (value->value);
  g_ptr_array_add (orphans, write);
}

/* what the documents have no place for, and no other device can be told of under the number it has */
static void
number_kept (Filling *f)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  PzSyncState *state = f->turn->state;

  pz_state_map_each (state->known->state, find_orphan, kept);
  for (guint i = 0; i < kept->len; i++)
    {
      const PzWrite *write = g_ptr_array_index (kept, i);
      PzStamp stamp = { state->device, pz_sync_state_get_number (state) + 1, write->stamp.clock };

      if (pz_vector_covers (state->known->vector, &write->stamp))
        continue;
      pz_state_map_drop (state->known->state, write->record, write->field, &write->stamp);
      pz_state_map_add (state->known->state, write->record, write->field, &stamp, write->value);
      add_edit (f, pz_sync_edit_new (stamp.number, write->record, write->field, stamp.clock, write->value));
    }
}

typedef struct
{
  const PzPurged *purged;
  gboolean found;
} Looking;

static void
look_for_tag (const char    *record,
              const PzStamp *tag,
              gpointer       user_data)
{
  Looking *looking = user_data;

  if (strcmp (record, pz_path_get_record (looking->purged->path)) != 0)
    return;
  for (guint i = 0; i < looking->purged->tags->len && !looking->found; i++)
    looking->found = pz_stamp_tag_equal (&g_array_index (looking->purged->tags, PzStamp, i), tag);
}

/* whether what was noted has not gone yet; the same record may be there again, as others wrote it */
static gboolean
is_still_there (PzDocument     *document,
                const PzPurged *purged)
{
  Looking looking = { purged, FALSE };

  if (document != NULL)
    pz_document_each_tag (document, look_for_tag, &looking);
  return looking.found;
}

typedef struct
{
  const GArray *tags; /* PzStamp: of the note */
  GArray *types;      /* PzStamp, with clocks: of the record, that the documents had no place for */
} Twins;

static gboolean
has_tag (const GArray  *tags,
         const PzStamp *tag)
{
  for (guint i = 0; i < tags->len; i++)
    if (pz_stamp_tag_equal (&g_array_index (tags, PzStamp, i), tag))
      return TRUE;
  return FALSE;
}

static void
gather_type (const char         *path,
             const char         *field,
             const PzStateValue *value,
             gpointer            user_data)
{
  if (strcmp (field, PZ_WRITE_TYPE) == 0)
    g_array_append_val (((Twins *) user_data)->types, value->stamp);
}

/* A record that was sent under two ids has a second type, which the documents have no place for: the same write, by its
 * clock. It goes with the record. */
static void
add_twins (Filling        *f,
           const PzPurged *purged)
{
  g_autoptr(GArray) types = g_array_new (FALSE, FALSE, sizeof (PzStamp));
  Twins twins = { purged->tags, types };

  pz_state_map_each_of (f->turn->state->known->state, purged->path, gather_type, &twins);
  for (guint i = 0; i < types->len; i++)
    for (guint k = 0; k < types->len; k++)
      if (has_tag (purged->tags, &g_array_index (types, PzStamp, k))
          && g_array_index (types, PzStamp, i).clock == g_array_index (types, PzStamp, k).clock
          && !has_tag (purged->tags, &g_array_index (types, PzStamp, i)))
        g_array_append_val (purged->tags, g_array_index (types, PzStamp, i));
}

/* whether the record is a learner, who goes with all that was ever said of them */
static gboolean
is_learner (const PzPurged *purged)
{
  g_autofree char *path = pz_path_get_document (purged->path);

  return g_str_has_prefix (path, "learners/")
         && strcmp (strchr (path, '/') + 1, pz_path_get_record (purged->path)) == 0;
}

/* Tells that the record is gone; is_done: not when it is still there, which is left for later. */
static gboolean
number_purged (Filling         *f,
               const PzPurged  *purged,
               gboolean        *is_done,
               GError         **error)
{
  g_autofree char *path = pz_path_get_document (purged->path);
  PzSyncState *state = f->turn->state;
  PzSyncEdit *edit;
  PzDocument *document;
  PzStamp clock;

  /* what was said of a learner goes with them: that one edit tells it all */
  *is_done = pz_knowledge_is_erased (state->known, path) && !is_learner (purged);
  if (*is_done)
    return TRUE;
  if (!pz_turn_open (f->turn, path, &document, error))
    return FALSE;
  if (is_still_there (document, purged))
    return TRUE;
  add_twins (f, purged);
  clock = pz_clock_next (pz_turn_get_clock (f->turn), 0);
  edit = pz_sync_edit_new (pz_sync_state_get_number (state) + 1, purged->path, PZ_WRITE_WHOLE, clock.clock, NULL);
  for (guint i = 0; i < purged->tags->len; i++)
    {
      const PzStamp *tag = &g_array_index (purged->tags, PzStamp, i);

      add_replaced (f, edit, tag);
      if (!pz_turn_drop (f->turn, purged->path, PZ_WRITE_WHOLE, tag, error))
        {
          pz_sync_edit_free (edit);
          return FALSE;
        }
    }
  if (strcmp (strchr (path, '/') + 1, pz_path_get_record (purged->path)) == 0)
    pz_knowledge_add_purged (state->known, path, (gint64) (PZ_HLC_MS (clock.clock) / 1000));
  add_edit (f, edit);
  pz_turn_touch (f->turn, path);
  *is_done = TRUE;
  return TRUE;
}

/* Learners that were removed for good here or elsewhere: another program may have written their files again since. */
static gboolean
erase_all (Filling    *f,
           GPtrArray  *documents,
           GError    **error)
{
  PzKnowledge *known = f->turn->state->known;
  gint64 now = pz_environment_get_now (pz_replica_get_environment (f->turn->replica)) / 1000;

  for (guint i = 0; i < f->turn->purged->len; i++)
    {
      const PzPurged *purged = g_ptr_array_index (f->turn->purged, i);
      g_autofree char *path = pz_path_get_document (purged->path);

      if (!is_learner (purged))
        continue;
      if (!pz_turn_erase (f->turn, path, error))
        return FALSE;
      pz_knowledge_add_purged (known, path, now);
      pz_sync_state_want_snapshot (f->turn->state);
    }
  for (guint i = 0; i < documents->len; i++)
    if (pz_knowledge_is_erased (known, g_ptr_array_index (documents, i))
        && !pz_turn_erase (f->turn, g_ptr_array_index (documents, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
number_all_purged (Filling  *f,
                   GError  **error)
{
  GPtrArray *purged = f->turn->purged;
  guint before = purged->len;

  for (guint i = purged->len; i > 0; i--)
    {
      gboolean is_done;

      if (!number_purged (f, g_ptr_array_index (purged, i - 1), &is_done, error))
        return FALSE;
      if (is_done)
        g_ptr_array_remove_index (purged, i - 1);
    }
  if (before > 0 && purged->len == 0)
    pz_commit_delete (f->turn->commit, PZ_PURGE_LOG_FILE, &f->turn->purged_seen);
  else if (purged->len < before)
    {
      g_autoptr(GBytes) bytes = pz_purge_log_write (purged);

      pz_commit_put (f->turn->commit, PZ_PURGE_LOG_FILE, bytes, &f->turn->purged_seen);
    }
  return TRUE;
}

static gboolean
fill (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  PzHash prev = pz_vector_get (turn->state->known->vector, turn->state->device)->chain;
  gboolean is_closed_now;
  g_autoptr(GPtrArray) edits = pz_outbox_read (turn, &prev, &is_closed_now, error);
  g_autoptr(GPtrArray) documents = edits != NULL ? pz_replica_list (turn->replica, error) : NULL;
  Filling f = { turn, edits, 0 };
  guint *n_new = user_data;

  if (documents == NULL || !erase_all (&f, documents, error))
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (!number_document (&f, g_ptr_array_index (documents, i), error))
      return FALSE;
  if (turn->state->check_all)
    number_kept (&f);
  if (!number_all_purged (&f, error) || !pz_turn_settle (turn, error))
    return FALSE;
  turn->state->check_all = FALSE;
  *n_new = f.n_new;
  /* who knows an old key alone shall not read what is sent from now on */
  if (f.n_new > 0 || !is_closed_now)
    pz_outbox_write (turn, edits, &prev);
  return TRUE;
}

/**
 * pz_replica_number:
 * @n_edits: (out): how many writes got their number just now
 * @error: why nothing was numbered
 *
 * Fills the outbox with what waits in the documents, behind what is in it already.
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
pz_replica_number (PzReplica  *self,
                   guint      *n_edits,
                   GError    **error)
{
  *n_edits = 0;
  return pz_replica_change (self, fill, n_edits, error);
}

static gboolean
confirm (PzTurn    *turn,
         gpointer   user_data,
         GError   **error)
{
  guint64 number = *(guint64 *) user_data;
  GArray *outbox = turn->state->outbox;

  if (number <= turn->state->confirmed)
    return TRUE;
  turn->state->confirmed = number;
  for (guint i = outbox->len; i > 0; i--)
    {
      const PzOutboxPart *part = &g_array_index (outbox, PzOutboxPart, i - 1);
      g_autofree char *file = pz_outbox_part_file (part);

      if (part->to > number)
        continue;
      pz_commit_delete (turn->commit, file, NULL);
      g_array_remove_index (outbox, i - 1);
    }
  return TRUE;
}

/**
 * pz_replica_confirm:
 * @number: a listing has shown our edits up to this one
 * @error: why it could not be written down
 *
 * Empties the outbox of what the server has.
 *
 * Returns: whether it did
 */
gboolean
pz_replica_confirm (PzReplica  *self,
                    guint64     number,
                    GError    **error)
{
  return pz_replica_change (self, confirm, &number, error);
}

/**
 * pz_replica_count_pending:
 * @error: why a folder or a file cannot be read
 *
 * What is damaged counts as if nothing waited in it: it is told elsewhere, and hides nothing of the others.
 *
 * Returns: how many writes in the documents have no number yet; 0 with @error set
 */
guint
pz_replica_count_pending (PzReplica  *self,
                          GError    **error)
{
  g_autoptr(GPtrArray) documents = pz_replica_list (self, error);
  g_autoptr(PzClock) clock = pz_clock_new (pz_replica_get_environment (self), 1);
  guint n = 0;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const char *path = g_ptr_array_index (documents, i);
      g_autoptr(PzDocument) document = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *file = NULL;
      PzDocumentKind kind;
      gboolean waits;

      if (!pz_replica_may_wait (self, path, &waits, error))
        return 0;
      if (!waits || !pz_path_find_document (pz_replica_get_classroom (self), path, &kind, &file))
        continue;
      bytes = pz_store_read (pz_replica_get_store (self), file, NULL, NULL);
      document = bytes != NULL ? pz_document_parse (kind, strchr (path, '/') + 1, bytes, clock, NULL) : NULL;
      n += document != NULL ? pz_document_count_pending (document) : 0;
    }
  return n;
}
