/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include "pz-import-words.h"

G_DEFINE_FINAL_TYPE (PzImportSession, pz_import_session, G_TYPE_OBJECT)

enum { PROP_0, PROP_STEP, PROP_BUSY, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
pz_import_session_dispose (GObject *object)
{
  PzImportSession *self = PZ_IMPORT_SESSION (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (pz_import_session_parent_class)->dispose (object);
}

static void
pz_import_session_finalize (GObject *object)
{
  PzImportSession *self = PZ_IMPORT_SESSION (object);

  g_clear_pointer (&self->framework, pz_case_plan_free); /* borrows from the reading */
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->targets);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->messages, pz_roster_messages_free);
  g_clear_pointer (&self->reading, pz_import_reading_unref);
  g_clear_object (&self->choices);
  g_ptr_array_unref (self->teachers);
  g_hash_table_unref (self->demographics);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->result);
  g_clear_object (&self->open);
  g_clear_object (&self->environment);
  g_free (self->work);
  g_free (self->problem);
  g_free (self->advice);
  g_free (self->class_name);
  g_free (self->names);
  g_free (self->result_framework);
  g_free (self->result_title);
  G_OBJECT_CLASS (pz_import_session_parent_class)->finalize (object);
}

static void
pz_import_session_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PzImportSession *self = PZ_IMPORT_SESSION (object);

  switch (property)
    {
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->work != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pz_import_session_class_init (PzImportSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_import_session_dispose;
  object_class->finalize = pz_import_session_finalize;
  object_class->get_property = pz_import_session_get_property;
  /* a PzImportStep */
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, PZ_IMPORT_STEP_DONE, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* whether something is being read, planned or written */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_import_session_init (PzImportSession *self)
{
  self->choices = g_list_store_new (G_TYPE_OBJECT);
  self->teachers = g_ptr_array_new_with_free_func (g_free);
  self->teacher = -1;
  self->demographics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_import_plan_free);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  self->messages = pz_roster_messages_new ();
  self->class_name = g_strdup ("");
}

/**
 * pz_import_session_changed:
 *
 * Tells that anything may be shown differently.
 */
void
pz_import_session_changed (PzImportSession *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/**
 * pz_import_session_set_step:
 */
void
pz_import_session_set_step (PzImportSession *self,
                            PzImportStep     step)
{
  if (self->step != step)
    {
      self->step = step;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
    }
  pz_import_session_changed (self);
}

/**
 * pz_import_session_begin:
 * @work: what is being done, for people
 */
void
pz_import_session_begin (PzImportSession *self,
                         const char      *work)
{
  gboolean was_busy = self->work != NULL;

  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->advice, g_free);
  g_free (self->work);
  self->work = g_strdup (work);
  if (!was_busy)
    {
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    }
  pz_import_session_changed (self);
}

/**
 * pz_import_session_end:
 *
 * The work is done, or given up.
 */
void
pz_import_session_end (PzImportSession *self)
{
  g_clear_pointer (&self->work, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  pz_import_session_changed (self);
}

/**
 * pz_import_session_fail:
 * @error: why; being cancelled is silence
 *
 * Ends the work and keeps what to say about it.
 */
void
pz_import_session_fail (PzImportSession *self,
                        const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_free (self->problem);
      g_free (self->advice);
      self->problem = g_strdup (error->message);
      self->advice = pz_import_words_advice (error, self->n_classes);
    }
  pz_import_session_end (self);
}

/**
 * pz_import_session_new:
 * @environment: clock, chance and the data folder
 * @open: (nullable): the class in the window: where tables and names go unless the person says otherwise
 *
 * Returns: (transfer full): an import at its beginning
 */
PzImportSession *
pz_import_session_new (PzEnvironment *environment,
                       PzClassroom   *open)
{
  PzImportSession *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (open == NULL || PZ_IS_CLASSROOM (open), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_SESSION, NULL);
  self->environment = g_object_ref (environment);
  if (open != NULL && !pz_classroom_is_read_only (open))
    self->open = g_object_ref (open);
  self->into_open = self->open != NULL;
  return self;
}

/**
 * pz_import_session_get_step:
 * @self: an import
 *
 * Returns: where it is
 */
PzImportStep
pz_import_session_get_step (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), PZ_IMPORT_STEP_SOURCE);
  return self->step;
}

/**
 * pz_import_session_is_busy:
 * @self: an import
 *
 * Returns: whether something is being done; nothing may be changed meanwhile
 */
gboolean
pz_import_session_is_busy (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);
  return self->work != NULL;
}

/**
 * pz_import_session_get_work:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what is being done, for people
 */
const char *
pz_import_session_get_work (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->work;
}

/**
 * pz_import_session_get_problem:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what went wrong last, for people
 */
const char *
pz_import_session_get_problem (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->problem;
}

/**
 * pz_import_session_get_advice:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what was kept, and what can be done about the problem
 */
const char *
pz_import_session_get_advice (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->advice;
}

/**
 * pz_import_session_get_file_name:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what the file or folder is called; %NULL for typed names
 */
const char *
pz_import_session_get_file_name (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), NULL);
  return self->reading != NULL ? pz_import_reading_get_name (self->reading) : NULL;
}

/**
 * pz_import_session_start_names:
 * @self: an import
 *
 * The learners are to be typed.
 */
void
pz_import_session_start_names (PzImportSession *self)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  if (self->work != NULL)
    return;
  g_clear_pointer (&self->reading, pz_import_reading_unref);
  pz_import_session_set_step (self, PZ_IMPORT_STEP_NAMES);
}

static gboolean
has_place (PzImportSession *self)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_CLASSROOM)->fields[PZ_CLASSROOM_NAME];

  return self->into_open || (*self->class_name != '\0' && pz_field_check_text (field, self->class_name, NULL));
}

static gboolean
is_answered (PzImportSession *self)
{
  return self->day_order != PZ_DAY_ORDER_UNKNOWN || !pz_import_session_asks_day_order (self);
}

/**
 * pz_import_session_can_go_on:
 * @self: an import
 *
 * Returns: whether everything that must be known for the next step is
 */
gboolean
pz_import_session_can_go_on (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);

  if (self->work != NULL)
    return FALSE;
  switch (self->step)
    {
    case PZ_IMPORT_STEP_NAMES:
      return self->n_names > 0 && has_place (self);
    case PZ_IMPORT_STEP_CLASSES:
      return pz_import_session_count_chosen (self, NULL) > 0 && is_answered (self);
    case PZ_IMPORT_STEP_TABLE:
      return pz_import_session_has_name_column (self) && has_place (self) && is_answered (self);
    case PZ_IMPORT_STEP_PREVIEW:
      return TRUE;
    case PZ_IMPORT_STEP_SOURCE:
    case PZ_IMPORT_STEP_DONE:
    default:
      return FALSE;
    }
}

/**
 * pz_import_session_go_on:
 * @self: an import
 *
 * To the preview, or from there to the class on disk. A preview that changes nothing is the end too.
 */
void
pz_import_session_go_on (PzImportSession *self)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  if (!pz_import_session_can_go_on (self))
    return;
  if (self->step == PZ_IMPORT_STEP_PREVIEW)
    pz_import_session_apply (self);
  else
    pz_import_session_plan (self);
}

/**
 * pz_import_session_can_go_back:
 * @self: an import
 *
 * Returns: whether there is a step before this one; there is none once a class was imported
 */
gboolean
pz_import_session_can_go_back (PzImportSession *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (self), FALSE);
  return self->work == NULL && self->n_classes == 0 && self->step != PZ_IMPORT_STEP_SOURCE
         && self->step != PZ_IMPORT_STEP_DONE;
}

/**
 * pz_import_session_go_back:
 * @self: an import
 *
 * To the step before, with everything as it was left there.
 */
void
pz_import_session_go_back (PzImportSession *self)
{
  PzImportStep step = PZ_IMPORT_STEP_SOURCE;

  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  if (!pz_import_session_can_go_back (self))
    return;
  if (self->step == PZ_IMPORT_STEP_PREVIEW)
    {
      pz_import_session_forget_plans (self);
      if (self->reading == NULL)
        step = PZ_IMPORT_STEP_NAMES;
      else if (pz_import_reading_get_framework (self->reading) == NULL)
        step = pz_import_reading_get_table (self->reading) != NULL ? PZ_IMPORT_STEP_TABLE : PZ_IMPORT_STEP_CLASSES;
    }
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->advice, g_free);
  pz_import_session_set_step (self, step);
}

/**
 * pz_import_session_cancel:
 * @self: an import
 *
 * Stops what is being done, unless it is the writing; the step stays.
 */
void
pz_import_session_cancel (PzImportSession *self)
{
  g_return_if_fail (PZ_IS_IMPORT_SESSION (self));

  if (self->work != NULL)
    g_cancellable_cancel (self->cancellable);
}
