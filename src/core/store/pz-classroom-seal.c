/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many changes are one part of a step: few enough to be taken back in one turn of the main loop. */
#define PART_CHANGES 128

/**
 * pz_classroom_has_unsaved:
 *
 * Returns: whether something in memory is not on disk
 */
gboolean
pz_classroom_has_unsaved (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (pz_open_document_needs_saving (value))
      return TRUE;
  return FALSE;
}

/**
 * pz_classroom_collect_unsaved:
 *
 * Returns: (transfer container) (element-type PzOpenDocument): what is not on disk, sorted by name, so that the same
 *   edits make the same commit; good until the next signal
 */
GPtrArray *
pz_classroom_collect_unsaved (PzClassroom *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (pz_open_document_needs_saving (value))
      g_ptr_array_add (found, value);
  g_ptr_array_sort (found, pz_open_document_compare);
  return found;
}

/* Takes the changes of a document, or only those that were there when the label was queued. */
static GPtrArray *
take_changes (PzOpenDocument *open,
              gboolean        queued_only)
{
  GPtrArray *changes = pz_document_take_changes (open->document);

  if (queued_only && changes->len > open->n_queued)
    {
      GPtrArray *rest = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_change_free);

      while (changes->len > open->n_queued)
        g_ptr_array_insert (rest, 0, g_ptr_array_steal_index (changes, changes->len - 1));
      pz_document_return_changes (open->document, rest);
    }
  open->n_queued = 0;
  return changes;
}

static GPtrArray *
take_part (GPtrArray *changes,
           guint      from)
{
  GPtrArray *part = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_change_free);

  for (guint i = from; i < MIN (from + PART_CHANGES, changes->len); i++)
    g_ptr_array_add (part, g_ptr_array_index (changes, i));
  return part;
}

/**
 * pz_classroom_note_changes:
 * @open: a document
 * @changes: (transfer full) (element-type PzChange): what was edited in it, oldest first; some
 * @time: see pz_classroom_dup_history_time()
 * @step: (nullable): takes them in parts of a few each; %NULL: they belong to none
 *
 * Makes lines of history and parts of a step. The document waits to be written.
 */
void
pz_classroom_note_changes (PzClassroom    *self,
                           PzOpenDocument *open,
                           GPtrArray      *changes,
                           const char     *time,
                           PzUndoStep     *step)
{
  open->unsaved = TRUE;
  for (guint i = 0; i < changes->len; i += PART_CHANGES)
    {
      g_autoptr(GPtrArray) part = take_part (changes, i);

      pz_classroom_note_history (self, time, open->name, part);
      if (step != NULL)
        pz_undo_step_add (step, pz_document_get_kind (open->document), pz_document_get_id (open->document),
                          g_steal_pointer (&part));
    }
  g_ptr_array_set_free_func (changes, NULL); /* each is in a part */
  g_ptr_array_unref (changes);
}

/* step NULL: it is part of none */
static void
seal_document (PzClassroom    *self,
               PzOpenDocument *open,
               gboolean        queued_only,
               const char     *time,
               PzUndoStep     *step)
{
  g_autoptr(GPtrArray) changes = take_changes (open, queued_only);

  if (changes->len == 0)
    return;
  pz_document_settle (open->document);
  pz_classroom_note_changes (self, open, g_steal_pointer (&changes), time, step);
}

/* label NULL: no step */
static void
seal_changes (PzClassroom *self,
              const char  *label,
              gboolean     queued_only)
{
  g_autoptr(GPtrArray) dirty = pz_classroom_collect_unsaved (self);
  g_autoptr(PzUndoStep) step = label != NULL ? pz_undo_step_new (label) : NULL;
  g_autofree char *time = pz_classroom_dup_history_time (self);

  for (guint i = 0; i < dirty->len; i++)
    seal_document (self, g_ptr_array_index (dirty, i), queued_only, time, step);
  if (step != NULL && step->parts->len > 0)
    {
      pz_undo_stack_push (self->undo, g_steal_pointer (&step));
      pz_classroom_notify_undo (self);
    }
}

/**
 * pz_classroom_seal:
 * @label: (nullable): what was done, for people; %NULL: this is itself an undo and makes no step
 *
 * Turns the edits since the last call into history lines and one undo step; those that wait under another label are a
 * step of their own. They still wait to be written.
 */
void
pz_classroom_seal (PzClassroom *self,
                   const char  *label)
{
  g_autofree char *queued = g_steal_pointer (&self->queued_label);

  if (self->undoing)
    label = NULL;
  if (label != NULL && queued != NULL && strcmp (label, queued) != 0)
    seal_changes (self, queued, TRUE);
  seal_changes (self, label, FALSE);
}

/**
 * pz_classroom_seal_waiting:
 *
 * Makes a step of what was edited until now, so that it stays apart from what follows.
 */
void
pz_classroom_seal_waiting (PzClassroom *self)
{
  g_autofree char *label = g_strdup (self->queued_label != NULL ? self->queued_label : _ ("Edit"));

  pz_classroom_seal (self, label);
}

/**
 * pz_classroom_seal_into:
 * @document: one that is open
 * @step: takes what was edited in it since it was sealed
 *
 * Turns the edits of one document into history lines and a part of a step that is not done yet.
 */
void
pz_classroom_seal_into (PzClassroom *self,
                        PzDocument  *document,
                        PzUndoStep  *step)
{
  g_autofree char *name = pz_document_file_name (pz_document_get_kind (document), pz_document_get_id (document));
  g_autofree char *time = pz_classroom_dup_history_time (self);
  PzOpenDocument *open = g_hash_table_lookup (self->open, name);

  if (open != NULL && pz_document_is_dirty (document))
    seal_document (self, open, FALSE, time, step);
}

/**
 * pz_classroom_label_waiting:
 * @label: (nullable): what was done, for people
 *
 * What was edited since the last call is called so. What waits under another label becomes a step.
 */
void
pz_classroom_label_waiting (PzClassroom *self,
                            const char  *label)
{
  g_autoptr(GPtrArray) dirty = NULL;

  if (self->queued_label != NULL && g_strcmp0 (self->queued_label, label) != 0)
    {
      g_autofree char *queued = g_steal_pointer (&self->queued_label);

      seal_changes (self, self->undoing ? NULL : queued, TRUE);
    }
  if (self->queued_label == NULL)
    self->queued_label = g_strdup (label);
  dirty = pz_classroom_collect_unsaved (self);
  for (guint i = 0; i < dirty->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (dirty, i);
      GPtrArray *changes = pz_document_take_changes (open->document);

      open->n_queued = changes->len;
      pz_document_return_changes (open->document, changes);
    }
}
