/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include <glib/gi18n-lib.h>

/* A framework of competencies goes into the class in the window: read, compared, shown, and written as one step. */

static void
fail (PzImportSession *self,
      const GError    *error)
{
  pz_import_session_forget_plans (self);
  pz_import_session_set_step (self, PZ_IMPORT_STEP_SOURCE);
  pz_import_session_fail (self, error);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  PzCasePackage *package = pz_import_reading_get_framework (self->reading);
  g_autoptr(GError) error = NULL;

  self->framework = pz_case_plan_new_finish (PZ_CLASSROOM (source), result, &error);
  if (self->framework == NULL)
    {
      fail (self, error);
      return;
    }
  pz_roster_messages_take (self->messages, package->messages);
  pz_import_session_set_step (self, PZ_IMPORT_STEP_PREVIEW);
  pz_import_session_end (self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  if (pz_classroom_refresh_finish (PZ_CLASSROOM (source), result, &error))
    pz_case_plan_new_async (self->open, pz_import_reading_get_framework (self->reading), self->cancellable, compared_cb,
                            g_object_ref (self));
  else
    fail (self, error);
}

/* not a fault of the file */
static void
say_no_class (PzImportSession *self)
{
  pz_import_session_set_step (self, PZ_IMPORT_STEP_SOURCE);
  g_free (self->problem);
  g_free (self->advice);
  self->problem = g_strdup (_("A framework is kept in a class, and there is no class open that can be changed."));
  self->advice = g_strdup (_("Nothing was changed. Open a class or make a new one, and import the framework there."));
  pz_import_session_end (self);
}

/**
 * pz_import_session_plan_framework:
 *
 * Finds out what the import of the framework that was read would do, and goes to the preview.
 */
void
pz_import_session_plan_framework (PzImportSession *self)
{
  if (self->open == NULL)
    {
      say_no_class (self);
      return;
    }
  pz_import_session_begin (self, _("Comparing with what is there…"));
  pz_classroom_refresh_async (self->open, self->cancellable, refreshed_cb, g_object_ref (self));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  if (!pz_case_plan_apply_finish (self->framework, result, &error))
    {
      /* the plan is used up: the class is as it was */
      fail (self, error);
      return;
    }
  self->result = g_object_ref (self->open);
  self->n_classes = 1;
  pz_import_session_set_step (self, PZ_IMPORT_STEP_DONE);
  pz_import_session_end (self);
}

/**
 * pz_import_session_apply_framework:
 *
 * Writes the framework as one step; when nothing would change, that is the end.
 */
void
pz_import_session_apply_framework (PzImportSession *self)
{
  const PzCasePackage *package = pz_import_reading_get_framework (self->reading);

  if (pz_case_plan_is_empty (self->framework))
    {
      pz_import_session_set_step (self, PZ_IMPORT_STEP_DONE);
      pz_import_session_end (self);
      return;
    }
  g_free (self->result_framework);
  g_free (self->result_title);
  self->result_framework = g_strdup (pz_case_plan_get_id (self->framework));
  self->result_title = g_strdup (package->framework->values[PZ_FRAMEWORK_TITLE]);
  pz_case_plan_apply_async (self->framework, self->cancellable, applied_cb, g_object_ref (self));
}

/**
 * pz_import_session_get_framework:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what would happen to a framework; %NULL when it is no framework
 */
PzCasePlan *
pz_import_session_get_framework (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->framework;
}

/**
 * pz_import_session_get_package:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the framework as the file has it; %NULL when it is no framework
 */
const PzCasePackage *
pz_import_session_get_package (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->reading != NULL ? pz_import_reading_get_framework (self->reading) : NULL;
}

/**
 * pz_import_session_get_result_framework:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): id of the framework that was imported; %NULL when none was, or nothing changed
 */
const char *
pz_import_session_get_result_framework (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->result != NULL ? self->result_framework : NULL;
}
