/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

/**
 * PzUndoPart:
 * @kind: of the document
 * @id: of the document
 * @changes: (element-type PzChange): oldest first
 */
typedef struct
{
  PzDocumentKind kind;
  char *id;
  GPtrArray *changes;
} PzUndoPart;

/**
 * PzUndoStep:
 * @label: what was done, for people: "Rename learner"
 * @parts: (element-type PzUndoPart): in the order they were made; several of one document when steps were joined
 *
 * What one undo takes back, however many documents it touched. Shared by references: while a step is taken back,
 * something else may be done and push it off the stack.
 */
typedef struct
{
  grefcount ref_count;
  char *label;
  GPtrArray *parts;
} PzUndoStep;

typedef struct _PzUndoStack PzUndoStack;

PzUndoStep  *pz_undo_step_new         (const char     *label);
PzUndoStep  *pz_undo_step_ref         (PzUndoStep     *self);
void         pz_undo_step_unref       (PzUndoStep     *self);
void         pz_undo_step_add         (PzUndoStep     *self,
                                       PzDocumentKind  kind,
                                       const char     *id,
                                       GPtrArray      *changes);
void         pz_undo_step_set_label   (PzUndoStep     *self,
                                       const char     *label);

PzUndoStack *pz_undo_stack_new        (guint           limit);
void         pz_undo_stack_free       (PzUndoStack    *self);
void         pz_undo_stack_push       (PzUndoStack    *self,
                                       PzUndoStep     *step);
const char  *pz_undo_stack_peek_undo  (PzUndoStack    *self);
const char  *pz_undo_stack_peek_redo  (PzUndoStack    *self);
void         pz_undo_stack_join       (PzUndoStack    *self,
                                       const char     *label);
PzUndoStep  *pz_undo_stack_step_back  (PzUndoStack    *self);
PzUndoStep  *pz_undo_stack_step_again (PzUndoStack    *self);
void         pz_undo_stack_clear      (PzUndoStack    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzUndoStep, pz_undo_step_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzUndoStack, pz_undo_stack_free)

G_END_DECLS
