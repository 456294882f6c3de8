/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "klasse_5b.csv" becomes "klasse 5b" */
static char *
name_from_file (const char *file)
{
  const char *dot = strrchr (file, '.');
  char *name = dot != NULL && dot > file ? g_strndup (file, (gsize) (dot - file)) : g_strdup (file);

  g_strdelimit (name, "_", ' ');
  return g_strstrip (name);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  PzImportReading *reading = pz_import_reading_finish (result, &error);

  if (reading == NULL)
    {
      pz_import_session_fail (self, error);
      return;
    }
  pz_import_session_forget_plans (self);
  g_clear_pointer (&self->reading, pz_import_reading_unref);
  self->reading = reading;
  self->serial++;
  self->day_order = PZ_DAY_ORDER_UNKNOWN;
  self->teacher = -1;
  g_hash_table_remove_all (self->demographics);
  g_list_store_remove_all (self->choices);
  if (pz_import_reading_get_framework (reading) != NULL)
    {
      pz_import_session_plan_framework (self);
      return;
    }
  if (pz_import_reading_get_roster (reading) != NULL)
    {
      pz_import_session_take_roster (self);
      pz_import_session_set_step (self, PZ_IMPORT_STEP_CLASSES);
    }
  else
    {
      g_free (self->class_name);
      self->class_name = name_from_file (pz_import_reading_get_name (reading));
      pz_import_session_set_step (self, PZ_IMPORT_STEP_TABLE);
    }
  pz_import_session_end (self);
}

/**
 * pz_import_session_open_file:
 * @self: an import
 * @file: a roster as archive or folder, a table, or a framework
 *
 * Reads it in a thread; then the step is the one of classes or of a table, or the preview of a framework. While something else is being done, and once
 * a class was imported, it does nothing.
 */
void
pz_import_session_open_file (PzImportSession *self,
                             GFile           *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *work = NULL;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && G_IS_FILE (file));

  if (self->work != NULL || self->n_classes > 0)
    return;
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  /* Translators: the name of a file */
  work = g_strdup_printf (_("Reading “%s”…"), name);
  pz_import_session_begin (self, work);
  pz_import_reading_load_async (file, self->cancellable, file_read_cb, g_object_ref (self));
}

/**
 * pz_import_session_get_serial:
 * @self: an import
 *
 * Returns: how many files were read so far
 */
guint
pz_import_session_get_serial (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);
  return self->serial;
}

/**
 * pz_import_session_get_n_plans:
 * @self: an import
 *
 * Returns: how many classes the preview shows
 */
guint
pz_import_session_get_n_plans (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);
  return self->plans->len;
}

/**
 * pz_import_session_get_plan:
 * @self: an import
 * @plan: below their number
 *
 * Returns: (transfer none): what would happen to one class; gone when the step changes
 */
PzImportPlan *
pz_import_session_get_plan (PzImportSession *self,
                            guint            plan)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self) && plan < self->plans->len, NULL);
  return g_ptr_array_index (self->plans, plan);
}

/**
 * pz_import_session_get_messages:
 * @self: an import
 *
 * Returns: (transfer none): what was odd about the file
 */
const PzRosterMessages *
pz_import_session_get_messages (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->messages;
}

/**
 * pz_import_session_set_item_chosen:
 * @self: an import
 * @item: of one of its plans
 * @chosen: whether it shall happen
 */
void
pz_import_session_set_item_chosen (PzImportSession *self,
                                   PzImportItem    *item,
                                   gboolean         chosen)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self) && item != NULL);

  if (item->chosen == !!chosen)
    return;
  item->chosen = !!chosen;
  pz_import_session_changed (self);
}

static guint
count_chosen (PzImportPlan *plan,
              gboolean      archives)
{
  guint n = 0;

  for (guint i = 0; i < pz_import_plan_get_n_items (plan); i++)
    {
      const PzImportItem *item = pz_import_plan_get_item (plan, i);

      n += item->chosen && item->kind != PZ_IMPORT_SAME && (item->kind == PZ_IMPORT_GONE) == archives;
    }
  return n;
}

/**
 * pz_import_session_count_imports:
 * @self: an import
 *
 * Returns: how many learners would be new, changed or back
 */
guint
pz_import_session_count_imports (PzImportSession *self)
{
  guint n = 0;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);

  for (guint i = 0; i < self->plans->len; i++)
    n += count_chosen (g_ptr_array_index (self->plans, i), FALSE);
  return n;
}

/**
 * pz_import_session_count_archives:
 * @self: an import
 *
 * Returns: how many learners would be archived
 */
guint
pz_import_session_count_archives (PzImportSession *self)
{
  guint n = 0;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), 0);

  for (guint i = 0; i < self->plans->len; i++)
    n += count_chosen (g_ptr_array_index (self->plans, i), TRUE);
  return n;
}

/**
 * pz_import_session_changes_nothing:
 * @self: an import
 *
 * Returns: whether the preview shows that all is here already, or nothing is chosen
 */
gboolean
pz_import_session_changes_nothing (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), TRUE);

  if (self->framework != NULL)
    return pz_case_plan_is_empty (self->framework);
  for (guint i = 0; i < self->plans->len; i++)
    if (!pz_import_plan_is_empty (g_ptr_array_index (self->plans, i)))
      return FALSE;
  return TRUE;
}

static void apply_next (PzImportSession *self);

/* the window goes on with the first class; the others are done with */
static void
take_class (PzImportSession *self,
            PzClassroom     *classroom)
{
  if (self->result == NULL)
    self->result = g_object_ref (classroom);
  else if (classroom != self->open)
    pz_classroom_close (classroom, NULL); /* it is on disk; only its cache would be missing */
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  PzImportPlan *plan = g_ptr_array_index (self->plans, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = pz_import_plan_apply_finish (result, &error);

  if (classroom == NULL)
    {
      pz_import_session_fail (self, error);
      return;
    }
  self->n_classes++;
  self->n_learners += count_chosen (plan, FALSE) + count_chosen (plan, TRUE);
  take_class (self, classroom);
  g_ptr_array_remove_index (self->plans, 0);
  apply_next (self);
}

static void
apply_next (PzImportSession *self)
{
  while (self->plans->len > 0 && pz_import_plan_is_empty (g_ptr_array_index (self->plans, 0)))
    g_ptr_array_remove_index (self->plans, 0);
  if (self->plans->len > 0)
    {
      pz_import_plan_apply_async (g_ptr_array_index (self->plans, 0), self->environment, applied_cb, g_object_ref (self));
      return;
    }
  pz_import_session_set_step (self, PZ_IMPORT_STEP_DONE);
  pz_import_session_end (self);
}

/**
 * pz_import_session_apply:
 *
 * Writes one class after the other, each as one step. A class that fails stays in the preview, with those behind it.
 */
void
pz_import_session_apply (PzImportSession *self)
{
  pz_import_session_begin (self, _("Importing…"));
  if (self->framework != NULL)
    pz_import_session_apply_framework (self);
  else
    apply_next (self);
}

/**
 * pz_import_session_is_writing:
 * @self: an import
 *
 * Returns: whether the class is being written, which cannot be stopped; a framework can, until it goes to the disk
 */
gboolean
pz_import_session_is_writing (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);
  return self->work != NULL && self->step == PZ_IMPORT_STEP_PREVIEW
         && (self->framework == NULL || pz_case_plan_is_writing (self->framework));
}

/**
 * pz_import_session_get_result:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the first class that was imported; %NULL: none was, or nothing changed
 */
PzClassroom *
pz_import_session_get_result (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->result;
}

/**
 * pz_import_session_dup_result_text:
 * @self: an import
 *
 * Returns: (transfer full): what was done, for people
 */
char *
pz_import_session_dup_result_text (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);

  if (pz_import_session_get_result_framework (self) != NULL)
    /* Translators: the title of a framework of competencies */
    return g_strdup_printf (_("Framework “%s” imported"), self->result_title);
  if (self->n_classes > 1)
    return g_strdup_printf (ngettext ("%u class imported", "%u classes imported", self->n_classes), self->n_classes);
  /* Translators: the number of learners, and the name of the class they are in now */
  return g_strdup_printf (ngettext ("%1$u learner imported into “%2$s”", "%1$u learners imported into “%2$s”",
                                    self->n_learners),
                          self->n_learners, self->result != NULL ? pz_classroom_get_name (self->result) : "");
}
