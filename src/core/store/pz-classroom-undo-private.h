/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-private.h"

G_BEGIN_DECLS

/**
 * PzLeftovers:
 * @n_changed: values that somebody else changed since
 * @n_gone: documents that were removed
 * @error: (nullable): of the first file that could not be read
 *
 * What could not be taken back, or done again.
 */
typedef struct
{
  guint n_changed;
  guint n_gone;
  GError *error;
} PzLeftovers;

/* pz-classroom-undo.c */
gboolean          pz_leftovers_tell       (PzLeftovers       *leftovers,
                                           GError           **error);
const PzUndoPart *pz_undo_step_get_part   (PzUndoStep        *step,
                                           guint              i,
                                           gboolean           forward);
PzUndoStep       *pz_classroom_take_step  (PzClassroom       *self,
                                           gboolean           forward,
                                           GError           **error);
PzDocument       *pz_classroom_apply_part (PzClassroom       *self,
                                           const PzUndoPart  *part,
                                           gboolean           forward,
                                           PzLeftovers       *leftovers);
gboolean          pz_classroom_apply_step (PzClassroom       *self,
                                           PzUndoStep        *step,
                                           gboolean           forward,
                                           GError           **error);

G_END_DECLS
