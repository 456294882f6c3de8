/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <string.h>

/**
 * pz_save_round_free:
 */
void
pz_save_round_free (PzSaveRound *round)
{
  g_clear_object (&round->commit);
  g_ptr_array_unref (round->names);
  g_ptr_array_unref (round->contents);
  g_ptr_array_unref (round->entries);
  g_free (round);
}

static char *
history_file (PzClassroom *self)
{
  return g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl", pz_clock_get_device (self->clock));
}

static void
add_document (PzSaveRound    *round,
              PzOpenDocument *open)
{
  pz_document_set_revision (open->document, pz_document_get_revision (open->document) + 1);
  open->saving = pz_document_serialize (open->document);
  open->unsaved = FALSE;
  open->gone = FALSE;
  pz_commit_put (round->commit, open->name, open->saving, open->base != NULL ? &open->seen : NULL);
  g_ptr_array_add (round->names, g_strdup (open->name));
  g_ptr_array_add (round->contents, g_bytes_ref (open->saving));
}

/**
 * pz_save_round_begin:
 * @self: a class whose edits are sealed
 *
 * Returns: (transfer full) (nullable): everything that waits, as one commit; %NULL when nothing does
 */
PzSaveRound *
pz_save_round_begin (PzClassroom *self)
{
  g_autoptr(GPtrArray) unsaved = pz_classroom_collect_unsaved (self);
  g_autoptr(PzSaveRound) round = g_new0 (PzSaveRound, 1);

  round->commit = pz_commit_new (self->store);
  round->names = g_ptr_array_new_with_free_func (g_free);
  round->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  round->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  for (guint i = 0; i < unsaved->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (unsaved, i);

      /* what was edited after the seal has neither history nor a step yet: the next round takes it */
      if (open->unsaved && !open->refused && open->saving == NULL)
        add_document (round, open);
    }
  if (round->names->len == 0)
    return NULL;
  round->history = self->history->len;
  if (round->history > 0)
    {
      g_autofree char *file = history_file (self);
      g_autoptr(GBytes) lines = g_bytes_new (self->history->str, self->history->len);

      pz_commit_append_history (round->commit, file, lines);
    }
  return g_steal_pointer (&round);
}

/* rows of the learners; a class of 2,000 would keep the window waiting for them */
static void
scan_contents (PzSaveRound *round)
{
  for (guint i = 0; i < round->names->len; i++)
    {
      const char *name = g_ptr_array_index (round->names, i);
      g_auto(PzIndexEntry) entry = { 0 };

      if (!g_str_has_prefix (name, "learners/")
          || !pz_index_scan_learner (g_ptr_array_index (round->contents, i), &entry, NULL))
        continue;
      pz_commit_get_version (round->commit, name, &entry.version);
      g_ptr_array_add (round->entries, pz_index_entry_seal (&entry));
    }
}

/**
 * pz_save_round_run:
 * @error: as pz_commit_run()
 *
 * Writes, and makes the rows of the index. From any thread: touches nothing of the class.
 *
 * Returns: whether it is on disk
 */
gboolean
pz_save_round_run (PzSaveRound  *round,
                   GError      **error)
{
  if (!pz_commit_run (round->commit, error))
    return FALSE;
  scan_contents (round);
  return TRUE;
}

/**
 * pz_save_round_succeeded:
 * @self: the class
 *
 * Takes note of what is on disk now. The class is consistent before the first signal says so.
 */
void
pz_save_round_succeeded (PzSaveRound *round,
                         PzClassroom *self)
{
  g_string_erase (self->history, 0, (gssize) round->history);
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open == NULL)
        continue;
      g_clear_pointer (&open->base, g_bytes_unref);
      open->base = g_steal_pointer (&open->saving);
      pz_commit_get_version (round->commit, open->name, &open->seen);
    }
  pz_classroom_drop_idle (self);
  if (round->entries->len > 0)
    {
      pz_classroom_apply_index (self, round->entries, NULL);
      pz_classroom_schedule_index (self);
    }
  if (g_ptr_array_find_with_equal_func (round->names, "classroom.json", g_str_equal, NULL))
    g_signal_emit_by_name (self, "class-written");
}

/**
 * pz_save_round_failed:
 * @self: the class
 *
 * Back to how it was before the round, so that the next one takes everything again.
 */
void
pz_save_round_failed (PzSaveRound *round,
                      PzClassroom *self)
{
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open == NULL)
        continue;
      g_clear_pointer (&open->saving, g_bytes_unref);
      open->unsaved = TRUE;
      pz_document_set_revision (open->document, pz_document_get_revision (open->document) - 1);
    }
}
