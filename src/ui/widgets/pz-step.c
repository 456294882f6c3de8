/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-step.h"

#include <glib/gi18n-lib.h>

/* A step on its way; its window may be closed before it is done. */
typedef struct
{
  GWeakRef widget;
  char *message;
  PzStepDone done;
} Step;

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&step->widget);
  g_autoptr(GError) error = NULL;
  gboolean done = pz_classroom_step_finish (PZ_CLASSROOM (source), result, &error);

  if (widget != NULL)
    step->done (widget, PZ_CLASSROOM (source), done ? step->message : error->message);
  g_weak_ref_clear (&step->widget);
  g_free (step->message);
  g_free (step);
}

/**
 * pz_step_move:
 * @widget: who asks; not told when it is gone
 * @classroom: a class
 * @forward: to do the next step again, rather than to take the last one back
 * @done: called when it is done, not in this turn of the main loop
 *
 * Takes back the last step of the class, or does it again. What is being typed is to be taken over before.
 *
 * Returns: %FALSE when there is nothing; @done is not called then
 */
gboolean
pz_step_move (GtkWidget   *widget,
              PzClassroom *classroom,
              gboolean     forward,
              PzStepDone   done)
{
  const char *label;
  Step *step;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && PZ_IS_CLASSROOM (classroom) && done != NULL, FALSE);

  label = forward ? pz_classroom_get_redo_label (classroom) : pz_classroom_get_undo_label (classroom);
  if (label == NULL)
    return FALSE;
  step = g_new0 (Step, 1);
  g_weak_ref_init (&step->widget, widget);
  step->done = done;
  /* Translators: %s is a step, such as New learner or Change of “Given name” */
  step->message = g_strdup_printf (forward ? _("Done again: %s")
                                           /* Translators: %s is a step, such as New learner or Change of “Given name” */
                                           : _("Undone: %s"), label);
  if (forward)
    pz_classroom_redo_async (classroom, stepped_cb, step);
  else
    pz_classroom_undo_async (classroom, stepped_cb, step);
  return TRUE;
}
