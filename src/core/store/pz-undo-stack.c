/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-undo-stack.h"

#include <string.h>

/* steps[0 .. done) can be taken back, steps[done ..] done again */
struct _PzUndoStack
{
  GPtrArray *steps;
  guint done;
  guint limit;
  char *joining;     /* NULL: every step stands for itself */
  gboolean can_join; /* the last step was made since and nothing was taken back */
};

static void
part_free (PzUndoPart *part)
{
  g_free (part->id);
  g_ptr_array_unref (part->changes);
  g_free (part);
}

/**
 * pz_undo_step_new:
 * @label: what was done, for people
 *
 * Returns: (transfer full): a step that touches nothing yet
 */
PzUndoStep *
pz_undo_step_new (const char *label)
{
  PzUndoStep *self = g_new0 (PzUndoStep, 1);

  g_ref_count_init (&self->ref_count);
  self->label = g_strdup (label);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  return self;
}

/**
 * pz_undo_step_ref:
 *
 * Returns: (transfer full): @self
 */
PzUndoStep *
pz_undo_step_ref (PzUndoStep *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_undo_step_unref:
 * @self: (transfer full): a step
 */
void
pz_undo_step_unref (PzUndoStep *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_free (self->label);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * pz_undo_step_add:
 * @kind: of a document
 * @id: its id
 * @changes: (transfer full) (element-type PzChange): what was edited in it
 */
void
pz_undo_step_add (PzUndoStep     *self,
                  PzDocumentKind  kind,
                  const char     *id,
                  GPtrArray      *changes)
{
  PzUndoPart *part = g_new0 (PzUndoPart, 1);

  part->kind = kind;
  part->id = g_strdup (id);
  part->changes = changes;
  g_ptr_array_add (self->parts, part);
}

/**
 * pz_undo_step_set_label:
 * @label: what was done, for people: known only afterwards when many were asked
 */
void
pz_undo_step_set_label (PzUndoStep *self,
                        const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * pz_undo_stack_new:
 * @limit: how many steps are kept; the oldest goes first
 *
 * Returns: (transfer full): an empty stack
 */
PzUndoStack *
pz_undo_stack_new (guint limit)
{
  PzUndoStack *self;

  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (PzUndoStack, 1);
  self->limit = limit;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_undo_step_unref);
  return self;
}

/**
 * pz_undo_stack_free:
 */
void
pz_undo_stack_free (PzUndoStack *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self->joining);
  g_free (self);
}

/* Changes stay in the arrays they came in: history may still be writing them down. */
static void
join_step (PzUndoStep *last,
           PzUndoStep *step)
{
  g_ptr_array_extend_and_steal (last->parts, g_steal_pointer (&step->parts));
  step->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
}

/**
 * pz_undo_stack_push:
 * @step: (transfer full): what was just done; what could be done again is forgotten
 */
void
pz_undo_stack_push (PzUndoStack *self,
                    PzUndoStep  *step)
{
  g_return_if_fail (self != NULL && step != NULL);

  g_ptr_array_set_size (self->steps, (int) self->done);
  if (self->can_join && self->done > 0 && strcmp (step->label, self->joining) == 0)
    {
      join_step (g_ptr_array_index (self->steps, self->done - 1), step);
      pz_undo_step_unref (step);
      return;
    }
  self->can_join = g_strcmp0 (step->label, self->joining) == 0;
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > self->limit)
    g_ptr_array_remove_index (self->steps, 0);
  self->done = self->steps->len;
}

/**
 * pz_undo_stack_join:
 * @label: (nullable): of steps that belong together; %NULL: from now on every step stands for itself
 *
 * Steps of this label that follow each other from now on are one step. Something taken back, or done in between, ends it:
 * what follows begins another one.
 */
void
pz_undo_stack_join (PzUndoStack *self,
                    const char  *label)
{
  g_return_if_fail (self != NULL);

  g_free (self->joining);
  self->joining = g_strdup (label);
  self->can_join = FALSE;
}

/**
 * pz_undo_stack_peek_undo:
 *
 * Returns: (nullable): what would be taken back
 */
const char *
pz_undo_stack_peek_undo (PzUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->done > 0 ? ((PzUndoStep *) g_ptr_array_index (self->steps, self->done - 1))->label : NULL;
}

/**
 * pz_undo_stack_peek_redo:
 *
 * Returns: (nullable): what would be done again
 */
const char *
pz_undo_stack_peek_redo (PzUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->done < self->steps->len ? ((PzUndoStep *) g_ptr_array_index (self->steps, self->done))->label : NULL;
}

/**
 * pz_undo_stack_step_back:
 *
 * Returns: (transfer full) (nullable): the step to take back; it can be done again afterwards
 */
PzUndoStep *
pz_undo_stack_step_back (PzUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->can_join = FALSE;
  return self->done > 0 ? pz_undo_step_ref (g_ptr_array_index (self->steps, --self->done)) : NULL;
}

/**
 * pz_undo_stack_step_again:
 *
 * Returns: (transfer full) (nullable): the step to do again
 */
PzUndoStep *
pz_undo_stack_step_again (PzUndoStack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->can_join = FALSE;
  return self->done < self->steps->len ? pz_undo_step_ref (g_ptr_array_index (self->steps, self->done++)) : NULL;
}

/**
 * pz_undo_stack_clear:
 *
 * Forgets all steps, as an erasure must.
 */
void
pz_undo_stack_clear (PzUndoStack *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->steps, 0);
  self->done = 0;
  self->can_join = FALSE;
}
