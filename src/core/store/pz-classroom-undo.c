/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-undo-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The record came with this step: it goes to the trash as a whole and comes back as a whole. */
static gboolean
came_with_step (GHashTable     *added,
                const PzChange *change)
{
  return change->field >= 0 && g_hash_table_contains (added, change->record);
}

/* Whether the field shows neither what the step wrote nor what it would write now: then it is somebody else's. */
static gboolean
was_changed_since (PzDocument     *document,
                   const PzChange *change)
{
  PzRecord *record = pz_document_find (document, change->record);
  const PzValue *now;

  if (record == NULL)
    return TRUE;
  if (change->field < 0 || change->element != NULL)
    return FALSE;
  now = pz_record_peek_value (record, (guint) change->field);
  return !pz_value_equal (now, &change->before) && !pz_value_equal (now, &change->after);
}

static GHashTable *
find_added (const PzUndoPart *part)
{
  GHashTable *added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < part->changes->len; i++)
    {
      const PzChange *change = g_ptr_array_index (part->changes, i);

      if (change->field < 0)
        g_hash_table_add (added, change->record);
    }
  return added;
}

/* backwards the newest change first */
static void
apply_changes (PzDocument       *document,
               const PzUndoPart *part,
               gboolean          forward,
               PzLeftovers      *leftovers)
{
  g_autoptr(GHashTable) added = find_added (part);
  guint n = part->changes->len;

  for (guint i = 0; i < n; i++)
    {
      const PzChange *change = g_ptr_array_index (part->changes, forward ? i : n - 1 - i);

      if (!forward && came_with_step (added, change))
        continue;
      if (was_changed_since (document, change))
        leftovers->n_changed++;
      else
        pz_document_apply_change (document, change, forward);
    }
}

/**
 * pz_classroom_apply_part:
 * @part: of a step
 * @forward: again, rather than back
 * @leftovers: what cannot be done is added
 *
 * Returns: (transfer full) (nullable): the document; its changes are to be sealed
 */
PzDocument *
pz_classroom_apply_part (PzClassroom      *self,
                         const PzUndoPart *part,
                         gboolean          forward,
                         PzLeftovers      *leftovers)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) document = pz_classroom_load (self, part->kind, part->id, &error);
  g_autofree char *name = pz_document_file_name (part->kind, part->id);
  PzOpenDocument *open = g_hash_table_lookup (self->open, name);

  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND) || (open != NULL && open->gone))
    leftovers->n_gone++;
  else if (document != NULL)
    {
      self->undoing = TRUE;
      apply_changes (document, part, forward, leftovers);
      self->undoing = FALSE;
      return g_steal_pointer (&document);
    }
  else if (leftovers->error == NULL)
    leftovers->error = g_steal_pointer (&error);
  return NULL;
}

/**
 * pz_leftovers_tell:
 * @leftovers: of a whole step; @error takes over the one it holds
 * @error: what could not be done
 *
 * Returns: whether all could
 */
gboolean
pz_leftovers_tell (PzLeftovers  *leftovers,
                   GError      **error)
{
  if (leftovers->error != NULL)
    g_propagate_error (error, g_steal_pointer (&leftovers->error));
  else if (leftovers->n_gone > 0)
    g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                 /* Translators: %u is how many pages of learners, activities and so on */
                 g_dngettext (GETTEXT_PACKAGE, "%u of the pages was removed for good and stays so; the rest is done.",
                              "%u of the pages were removed for good and stay so; the rest is done.", leftovers->n_gone),
                 leftovers->n_gone);
  else if (leftovers->n_changed > 0)
    g_set_error (error, PZ_ERROR, PZ_ERROR_CHANGED,
                 /* Translators: %u is how many values of fields */
                 g_dngettext (GETTEXT_PACKAGE, "%u entry was changed elsewhere since and stays as it is; the rest is done.",
                              "%u entries were changed elsewhere since and stay as they are; the rest is done.",
                              leftovers->n_changed),
                 leftovers->n_changed);
  else
    return TRUE;
  return FALSE;
}

/**
 * pz_undo_step_get_part:
 * @i: which of the parts comes next
 * @forward: again, rather than back: then the newest part comes first, for an older one of the same document may hold
 *   what it changed
 *
 * Returns: (transfer none): the part
 */
const PzUndoPart *
pz_undo_step_get_part (PzUndoStep *step,
                       guint       i,
                       gboolean    forward)
{
  return g_ptr_array_index (step->parts, forward ? i : step->parts->len - 1 - i);
}

/**
 * pz_classroom_take_step:
 * @forward: to do it again, rather than to take it back
 * @error: there is none, or the class is read-only
 *
 * Returns: (transfer full) (nullable): the step; it counts as taken back, or done again, from now on
 */
PzUndoStep *
pz_classroom_take_step (PzClassroom  *self,
                        gboolean      forward,
                        GError      **error)
{
  PzUndoStep *step;

  if (!pz_classroom_require_writable (self, error))
    return NULL;
  /* an edit that still waits for its pause is the last step */
  pz_classroom_seal_waiting (self);
  step = forward ? pz_undo_stack_step_again (self->undo) : pz_undo_stack_step_back (self->undo);
  if (step == NULL)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
                         forward ? _ ("There is nothing to do again") : _ ("There is nothing to undo"));
  return step;
}

/**
 * pz_classroom_apply_step:
 * @step: taken by pz_classroom_take_step()
 * @forward: again, rather than back
 * @error: what could not be done
 *
 * What can be applied is; a document that is gone or damaged does not keep the others from coming back. Queues a save.
 *
 * Returns: whether all could
 */
gboolean
pz_classroom_apply_step (PzClassroom  *self,
                         PzUndoStep   *step,
                         gboolean      forward,
                         GError      **error)
{
  g_autoptr(PzClassroom) alive = g_object_ref (self);
  PzLeftovers leftovers = { 0 };

  for (guint i = 0; i < step->parts->len; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_apply_part (self, pz_undo_step_get_part (step, i, forward), forward,
                                                                &leftovers);
    }
  pz_classroom_seal (self, NULL);
  pz_classroom_notify_undo (self);
  pz_classroom_queue_save (self, NULL);
  return pz_leftovers_tell (&leftovers, error);
}

static gboolean
move (PzClassroom  *self,
      gboolean      forward,
      GError      **error)
{
  g_autoptr(PzUndoStep) step = NULL;

  pz_classroom_wait_for_turns (self);
  step = pz_classroom_take_step (self, forward, error);
  return step != NULL && pz_classroom_apply_step (self, step, forward, error);
}

/**
 * pz_classroom_undo:
 * @error: nothing to undo, the class is read-only, or what could not be taken back: %PZ_ERROR_CHANGED for values that
 *   somebody else changed since, %PZ_ERROR_NOT_FOUND for documents that were removed. The rest of the step is then done
 *
 * A record that the step added goes to the trash with all it holds. Waits for what pz_classroom_undo_async() began.
 *
 * Returns: whether the whole last step was taken back
 */
gboolean
pz_classroom_undo (PzClassroom  *self,
                   GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  return move (self, FALSE, error);
}

/**
 * pz_classroom_redo:
 * @error: as pz_classroom_undo()
 *
 * Returns: whether the whole step was done again
 */
gboolean
pz_classroom_redo (PzClassroom  *self,
                   GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  return move (self, TRUE, error);
}

/**
 * pz_classroom_join_steps:
 * @label: (nullable): of saves that belong together; %NULL ends it
 *
 * Saves of this label that follow each other from now on are one step to undo. Something taken back, or saved under
 * another label in between, ends the step: what follows is another one.
 */
void
pz_classroom_join_steps (PzClassroom *self,
                         const char  *label)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  pz_undo_stack_join (self->undo, label);
}
