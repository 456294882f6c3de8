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
 * @parts: (element-type PzUndoPart): one per document
 *
 * What one undo takes back, however many documents it touched.
 */
typedef struct
{
  char *label;
  GPtrArray *parts;
} PzUndoStep;

typedef struct _PzUndoStack PzUndoStack;

PzUndoStep  *pz_undo_step_new         (const char     *label);
void         pz_undo_step_free        (PzUndoStep     *self);
void         pz_undo_step_add         (PzUndoStep     *self,
                                       PzDocumentKind  kind,
                                       const char     *id,
                                       GPtrArray      *changes);

PzUndoStack *pz_undo_stack_new        (guint           limit);
void         pz_undo_stack_free       (PzUndoStack    *self);
void         pz_undo_stack_push       (PzUndoStack    *self,
                                       PzUndoStep     *step);
const char  *pz_undo_stack_peek_undo  (PzUndoStack    *self);
const char  *pz_undo_stack_peek_redo  (PzUndoStack    *self);
PzUndoStep  *pz_undo_stack_step_back  (PzUndoStack    *self);
PzUndoStep  *pz_undo_stack_step_again (PzUndoStack    *self);
void         pz_undo_stack_clear      (PzUndoStack    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzUndoStack, pz_undo_stack_free)

G_END_DECLS
