/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include "pz-json-tree.h"

#include <string.h>

#define STATE_FILE "outbox/state.json"
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
  g_string_free (self->history, TRUE);
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
  self->history = g_string_new (NULL);
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

static guint64
new_device (PzEnvironment *environment)
{
  guint64 device = 0;

  while (device == 0)
    pz_environment_fill_random (environment, (guint8 *) &device, sizeof device);
  return device;
}

static guint64
parse_device (GBytes  *bytes,
              GError **error)
{
  g_autoptr(JsonNode) root = pz_json_tree_load (bytes, 1024 * 1024, FALSE, error);
  const char *text;
  JsonNode *member;

  if (root == NULL)
    return 0;
  member = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "device") : NULL;
  text = member != NULL && JSON_NODE_HOLDS_VALUE (member) ? json_node_get_string (member) : NULL;
  if (text != NULL && strlen (text) == 16 && strspn (text, "0123456789abcdef") == 16)
    return g_ascii_strtoull (text, NULL, 16);
  /* Translators: %s is a file */
  g_set_error (error, PZ_ERROR, PZ_ERROR_CORRUPT, _ ("%s does not name this device"), STATE_FILE);
  return 0;
}

static GBytes *
format_device (guint64 device)
{
  char *text = g_strdup_printf ("{\"format\":\"personalize-device\",\"version\":1,\"device\":\"%016" G_GINT64_MODIFIER "x\"}\n",
                                device);

  return g_bytes_new_take (text, strlen (text));
}

/* Which device this is in the class. A folder that came without the answer, or whose answer is damaged, gets a new
 * one: an id that is used twice would be worse than one that is never seen again. */
static guint64
find_device (PzClassroom *self)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) fresh = NULL;
  g_autoptr(PzCommit) commit = NULL;
  PzVersion seen = { 0 };
  guint64 device = 0;

  bytes = pz_store_read (self->store, STATE_FILE, &seen, NULL);
  if (bytes != NULL)
    device = parse_device (bytes, NULL);
  if (device != 0 || pz_store_is_read_only (self->store))
    return device != 0 ? device : new_device (self->environment);
  device = new_device (self->environment);
  fresh = format_device (device);
  commit = pz_commit_new (self->store);
  pz_commit_put (commit, STATE_FILE, fresh, bytes != NULL ? &seen : NULL);
  if (!pz_commit_run (commit, NULL))
    {
      /* somebody else was first, or the disk refuses: then every save will say so */
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = pz_store_read (self->store, STATE_FILE, &seen, NULL);
      if (bytes != NULL && parse_device (bytes, NULL) != 0)
        device = parse_device (bytes, NULL);
    }
  return device;
}

static PzClassroom *
new_on_store (PzEnvironment *environment,
              PzStore       *store)
{
  PzClassroom *self = g_object_new (PZ_TYPE_CLASSROOM, NULL);

  self->environment = g_object_ref (environment);
  self->store = g_object_ref (store);
  self->id = g_path_get_basename (pz_store_get_path (store));
  return self;
}

static void
take_own (PzClassroom    *self,
          PzOpenDocument *own)
{
  self->own = own;
  g_signal_connect_object (pz_document_get_owner (own->document), "notify::name", G_CALLBACK (own_name_changed_cb),
                           self, 0);
}

static void
load_index (PzClassroom *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_load (self->store, self->id);

  if (entries == NULL)
    return;
  pz_index_apply (self->index, entries, NULL);
  self->index_known = TRUE;
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
 * pz_classroom_prepare:
 * @environment: clock, chance and the data folder
 * @name: what the class is called
 * @error: why there can be no folder
 *
 * Makes the folder of a new class and the class in memory. Nothing of it counts until the first pz_classroom_save(),
 * which writes the class and whatever was added to it as one commit.
 *
 * Returns: (transfer full): the class, or %NULL
 */
PzClassroom *
pz_classroom_prepare (PzEnvironment  *environment,
                      const char     *name,
                      GError        **error)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  PzClassroom *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  id = pz_environment_new_id (environment);
  path = g_build_filename (pz_environment_get_data_dir (environment), "classrooms", id, NULL);
  store = pz_store_open (environment, path, PZ_STORE_CREATE, error);
  if (store == NULL)
    return NULL;
  self = new_on_store (environment, store);
  self->clock = pz_clock_new (environment, find_device (self));
  document = pz_document_new (PZ_DOCUMENT_CLASSROOM, id, self->clock);
  take_own (self, pz_classroom_adopt (self, document, NULL, NULL));
  if (!pz_record_set_from_text (pz_document_get_owner (document), PZ_CLASSROOM_NAME, name, error))
    {
      g_object_unref (self);
      return NULL;
    }
  self->index_known = TRUE;
  return self;
}

/**
 * pz_classroom_create:
 * @environment: clock, chance and the data folder
 * @name: what the class is called
 * @error: why it could not be made
 *
 * Returns: (transfer full): a new class, on disk, without learners; or %NULL
 */
PzClassroom *
pz_classroom_create (PzEnvironment  *environment,
                     const char     *name,
                     GError        **error)
{
  g_autoptr(PzClassroom) self = pz_classroom_prepare (environment, name, error);

  if (self == NULL || !pz_classroom_save (self, _ ("New class"), error))
    return NULL;
  pz_undo_stack_clear (self->undo); /* there is nothing before it to go back to */
  return g_steal_pointer (&self);
}

/**
 * pz_classroom_open:
 * @environment: clock and chance
 * @path: the folder of the class
 * @error: NOT_FOUND, NOT_SAFE, or what is wrong with classroom.json
 *
 * When the disk does not let us write, or a newer version of the program wrote the class, it opens to look at, and
 * pz_classroom_get_read_only_reason() says why. The list of learners comes from the cached index: call
 * pz_classroom_refresh() to compare it with the files.
 *
 * Returns: (transfer full): the class, or %NULL
 */
PzClassroom *
pz_classroom_open (PzEnvironment  *environment,
                   const char     *path,
                   GError        **error)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzClassroom) self = NULL;
  g_autoptr(PzDocument) document = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  store = pz_store_open (environment, path, PZ_STORE_NONE, error);
  if (store == NULL)
    return NULL;
  self = new_on_store (environment, store);
  if (pz_store_is_read_only (store))
    self->read_only_reason = g_strdup (_ ("The disk or the folder does not allow changes. You can look at the class."));
  self->clock = pz_clock_new (environment, find_device (self));
  document = pz_classroom_load (self, PZ_DOCUMENT_CLASSROOM, self->id, error);
  if (document == NULL)
    return NULL;
  take_own (self, g_hash_table_lookup (self->open, "classroom.json"));
  load_index (self);
  if (!self->index_known && !pz_classroom_refresh (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

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
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

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

/**
 * pz_classroom_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what pz_classroom_undo() would take back
 */
const char *
pz_classroom_get_undo_label (PzClassroom *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

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

  return pz_undo_stack_peek_redo (self->undo);
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

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (self->read_only_reason != NULL)
    return TRUE;
  if (!pz_classroom_save (self, self->queued_label, error))
    return FALSE;
  /* a cache that cannot be written is made anew next time */
  pz_classroom_write_index (self, NULL);
  return TRUE;
}
