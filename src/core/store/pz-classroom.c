/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>

#define UNDO_STEPS 200

G_DEFINE_FINAL_TYPE (PzClassroom, pz_classroom, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  PROP_SAVE_STATE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_N_LEARNERS,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

enum
{
  DOCUMENT_REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
pz_classroom_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PzClassroom *self = PZ_CLASSROOM (object);

  switch (property)
    {
    case PROP_NAME:
      g_value_set_string (value, pz_classroom_get_name (self));
      break;
    case PROP_SAVE_STATE:
      g_value_set_int (value, (int) self->save_state);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, pz_classroom_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, pz_classroom_get_redo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, pz_classroom_is_read_only (self));
      break;
    case PROP_N_LEARNERS:
      g_value_set_uint (value, pz_index_count_shown (self->index));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pz_classroom_dispose (GObject *object)
{
  PzClassroom *self = PZ_CLASSROOM (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->index_source, g_source_remove);
  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_clear_pointer (&self->released, g_ptr_array_unref);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->monitor);
  self->own = NULL;
  g_hash_table_remove_all (self->open);
  G_OBJECT_CLASS (pz_classroom_parent_class)->dispose (object);
}

static void
pz_classroom_finalize (GObject *object)
{
  PzClassroom *self = PZ_CLASSROOM (object);

  g_hash_table_unref (self->open);
  g_object_unref (self->index);
  g_ptr_array_unref (self->index_queue);
  g_ptr_array_unref (self->old_rounds);
  g_ptr_array_unref (self->history);
  pz_undo_stack_free (self->undo);
  g_clear_error (&self->save_error);
  g_free (self->queued_label);
  g_free (self->read_only_reason);
  g_free (self->id);
  g_clear_object (&self->clock);
  if (self->store != NULL)
    pz_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->environment);
  G_OBJECT_CLASS (pz_classroom_parent_class)->finalize (object);
}

static void
pz_classroom_class_init (PzClassroomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pz_classroom_get_property;
  object_class->dispose = pz_classroom_dispose;
  object_class->finalize = pz_classroom_finalize;

  /* a PzSaveState */
  properties[PROP_SAVE_STATE] = g_param_spec_int ("save-state", NULL, NULL, 0, PZ_SAVE_FAILED, PZ_SAVE_SAVED, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_N_LEARNERS] = g_param_spec_uint ("n-learners", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PzClassroom::document-reloaded:
   * @document: an open document that another program changed; its records notified what differs
   */
  g_signal_new ("document-reloaded", PZ_TYPE_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                PZ_TYPE_DOCUMENT);
  /**
   * PzClassroom::document-removed:
   * @document: an open document whose file was removed for good, here or by another program
   */
  signals[DOCUMENT_REMOVED] = g_signal_new ("document-removed", PZ_TYPE_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, PZ_TYPE_DOCUMENT);
  /**
   * PzClassroom::class-written:
   *
   * What the class says of itself was saved by this program: who reads it from its file finds it there. What another
   * program writes is told by "document-reloaded".
   */
  g_signal_new ("class-written", PZ_TYPE_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PzClassroom::learners-written:
   * @ids: (element-type utf8): learners whose files are other ones now, by this or another program; the index knows
   */
  g_signal_new ("learners-written", PZ_TYPE_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_PTR_ARRAY);
  /**
   * PzClassroom::activities-written:
   *
   * Files of activities are other ones now, by this or another program; maybe told twice.
   */
  g_signal_new ("activities-written", PZ_TYPE_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
index_changed_cb (GListModel  *index,
                  guint        position,
                  guint        removed,
                  guint        added,
                  PzClassroom *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LEARNERS]);
}

static void
pz_classroom_init (PzClassroom *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pz_open_document_free);
  self->index = pz_index_new ();
  self->index_queue = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_changes_free);
  self->old_rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_save_round_free);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_history_note_unref);
  self->undo = pz_undo_stack_new (UNDO_STEPS);
  g_signal_connect_object (self->index, "items-changed", G_CALLBACK (index_changed_cb), self, 0);
}

static void
own_name_changed_cb (PzRecord    *record,
                     GParamSpec  *pspec,
                     PzClassroom *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/* Private */

/**
 * pz_classroom_set_save_state:
 * @state: what is true now
 * @error: (nullable): why saving failed
 */
void
pz_classroom_set_save_state (PzClassroom  *self,
                             PzSaveState   state,
                             const GError *error)
{
  gboolean same = self->save_state == state && error == NULL && self->save_error == NULL;

  g_clear_error (&self->save_error);
  if (error != NULL)
    self->save_error = g_error_copy (error);
  self->save_state = state;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

/**
 * pz_classroom_set_read_only:
 * @reason: why, for people
 *
 * From now on the class can only be looked at.
 */
void
pz_classroom_set_read_only (PzClassroom *self,
                            const char  *reason)
{
  if (self->read_only_reason != NULL)
    return;
  self->read_only_reason = g_strdup (reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/**
 * pz_classroom_take_own:
 * @own: the entry of classroom.json
 */
void
pz_classroom_take_own (PzClassroom    *self,
                       PzOpenDocument *own)
{
  self->own = own;
  g_signal_connect_object (pz_document_get_owner (own->document), "notify::name", G_CALLBACK (own_name_changed_cb),
                           self, 0);
}

/**
 * pz_classroom_tell_removed:
 * @document: whose file is gone
 */
void
pz_classroom_tell_removed (PzClassroom *self,
                           PzDocument  *document)
{
  g_signal_emit (self, signals[DOCUMENT_REMOVED], 0, document);
}

/**
 * pz_classroom_notify_undo:
 *
 * Says that other things can be undone or done again now.
 */
void
pz_classroom_notify_undo (PzClassroom *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/**
 * pz_classroom_require_writable:
 * @error: says why the class cannot be changed
 *
 * Returns: whether it can
 */
gboolean
pz_classroom_require_writable (PzClassroom  *self,
                               GError      **error)
{
  if (!pz_classroom_is_read_only (self))
    return TRUE;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_READ_ONLY, pz_classroom_get_read_only_reason (self));
  return FALSE;
}

/* Public */

/**
 * pz_classroom_get_id:
 *
 * Returns: (transfer none): the id, also the name of the folder
 */
const char *
pz_classroom_get_id (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return self->id;
}

/**
 * pz_classroom_get_path:
 *
 * Returns: (transfer none): the folder
 */
const char *
pz_classroom_get_path (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return pz_store_get_path (self->store);
}

/**
 * pz_classroom_get_name:
 *
 * Returns: (transfer none): what the class is called; never %NULL
 */
const char *
pz_classroom_get_name (PzClassroom *self)
{
  const char *name;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  name = self->own != NULL ? pz_record_get_text (pz_document_get_owner (self->own->document), PZ_CLASSROOM_NAME) : NULL;
  /* Translators: shown for a class that has no name */
  return name != NULL ? name : C_ ("class", "No name yet");
}

/**
 * pz_classroom_get_environment:
 *
 * Returns: (transfer none): clock, chance and the data folder
 */
PzEnvironment *
pz_classroom_get_environment (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return self->environment;
}

/**
 * pz_classroom_is_read_only:
 *
 * Returns: whether the class can only be looked at
 */
gboolean
pz_classroom_is_read_only (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), TRUE);

  return self->read_only_reason != NULL;
}

/**
 * pz_classroom_get_read_only_reason:
 *
 * Returns: (transfer none) (nullable): why, for people; %NULL when the class can be changed
 */
const char *
pz_classroom_get_read_only_reason (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return self->read_only_reason;
}

/**
 * pz_classroom_get_document:
 *
 * Returns: (transfer none): classroom.json: name, levels, measures and all that belongs to the class as a whole
 */
PzDocument *
pz_classroom_get_document (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && self->own != NULL, NULL);

  return self->own->document;
}

/**
 * pz_classroom_get_index:
 *
 * Returns: (transfer none): one row per learner
 */
PzIndex *
pz_classroom_get_index (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return self->index;
}

/**
 * pz_classroom_get_save_state:
 *
 * Returns: what is true of the edits just now
 */
PzSaveState
pz_classroom_get_save_state (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), PZ_SAVE_SAVED);

  return self->save_state;
}

/**
 * pz_classroom_get_save_error:
 *
 * Returns: (transfer none) (nullable): why the last attempt to save failed; the edits are kept in memory
 */
const GError *
pz_classroom_get_save_error (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return self->save_error;
}

/* whether something was edited that is no step yet: it would be the last one */
static gboolean
has_edits (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer open;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &open))
    if (pz_document_is_dirty (((PzOpenDocument *) open)->document))
      return TRUE;
  return FALSE;
}

/**
 * pz_classroom_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what pz_classroom_undo() would take back, also when it still waits for its pause
 */
const char *
pz_classroom_get_undo_label (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  if (has_edits (self))
    return self->queued_label != NULL ? self->queued_label : _("Edit");
  return pz_undo_stack_peek_undo (self->undo);
}

/**
 * pz_classroom_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what pz_classroom_redo() would do again
 */
const char *
pz_classroom_get_redo_label (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return has_edits (self) ? NULL : pz_undo_stack_peek_redo (self->undo);
}

/**
 * pz_classroom_close:
 * @error: what could not be saved
 *
 * Saves what waits and writes the index. Call it before letting go; the object can still be read afterwards.
 *
 * Returns: %FALSE when edits could not be saved: they are still in memory
 */
gboolean
pz_classroom_close (PzClassroom  *self,
                    GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  if (!pz_classroom_save (self, NULL, error))
    return FALSE;
  /* a cache that cannot be written is made anew next time */
  if (!pz_classroom_is_read_only (self))
    pz_classroom_write_index (self, NULL);
  return TRUE;
}
