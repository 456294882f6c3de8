/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include "pz-json-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STATE_FILE "outbox/state.json"

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
  g_autoptr(JsonNode) root = pz_json_tree_load (bytes, PZ_JSON_MAX_SIZE, FALSE, error);
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
  g_autoptr(GError) error = NULL;
  PzVersion seen = { 0 };
  guint64 device = 0;

  bytes = pz_store_read (self->store, STATE_FILE, &seen, &error);
  if (bytes != NULL)
    device = parse_device (bytes, &error);
  if (device != 0 || pz_classroom_is_read_only (self))
    return device != 0 ? device : new_device (self->environment);
  device = new_device (self->environment);
  if (pz_error_is_damage (error))
    g_free (pz_store_set_aside (self->store, STATE_FILE, NULL));
  fresh = format_device (device);
  commit = pz_commit_new (self->store);
  pz_commit_put (commit, STATE_FILE, fresh, NULL);
  if (!pz_commit_run (commit, NULL))
    {
      /* somebody else was first, or the disk refuses: then every save will say so */
      guint64 theirs = 0;

      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = pz_store_read (self->store, STATE_FILE, &seen, NULL);
      if (bytes != NULL)
        theirs = parse_device (bytes, NULL);
      device = theirs != 0 ? theirs : device;
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
load_index (PzClassroom *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_load (self->store, self->id);

  if (entries == NULL)
    return;
  pz_index_apply (self->index, entries, NULL);
  self->index_known = TRUE;
}

static gboolean
check_name (const char  *name,
            GError     **error)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_CLASSROOM)->fields[PZ_CLASSROOM_NAME];
  g_autofree char *text = g_strstrip (g_strdup (name));

  if (*text != '\0')
    return pz_field_check_text (field, text, error);
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _ ("A class needs a name"));
  return FALSE;
}

/* Why the class can only be looked at, if so; before anything is written. */
static void
find_limits (PzClassroom *self)
{
  g_autoptr(GBytes) bytes = pz_store_read (self->store, "classroom.json", NULL, NULL);
  g_autoptr(PzClock) clock = pz_clock_new (self->environment, 1);
  g_autoptr(PzDocument) document = NULL;

  if (bytes != NULL)
    document = pz_document_parse_newer (PZ_DOCUMENT_CLASSROOM, self->id, bytes, clock, &self->newer, NULL);
  if (self->newer)
    pz_classroom_set_read_only (self, _ ("This class was saved by a newer version of Personalize. You can look at it; "
                                         "update Personalize to change it."));
  else if (pz_store_is_read_only (self->store))
    pz_classroom_set_read_only (self, _ ("The disk or the folder does not allow changes. You can look at the class."));
}

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
  g_autoptr(PzClassroom) self = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!check_name (name, error))
    return NULL;
  id = pz_environment_new_id (environment);
  path = g_build_filename (pz_environment_get_data_dir (environment), "classrooms", id, NULL);
  store = pz_store_open (environment, path, PZ_STORE_CREATE, error);
  if (store == NULL)
    return NULL;
  self = new_on_store (environment, store);
  self->clock = pz_clock_new (environment, find_device (self));
  document = pz_document_new (PZ_DOCUMENT_CLASSROOM, id, self->clock);
  pz_classroom_take_own (self, pz_classroom_adopt (self, document, NULL, NULL));
  if (!pz_record_set_from_text (pz_document_get_owner (document), PZ_CLASSROOM_NAME, name, error))
    {
      pz_classroom_abandon (self);
      return NULL;
    }
  self->index_known = TRUE;
  return g_steal_pointer (&self);
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

  if (self == NULL)
    return NULL;
  if (!pz_classroom_save (self, _ ("New class"), error))
    {
      pz_classroom_abandon (self);
      return NULL;
    }
  pz_undo_stack_clear (self->undo); /* there is nothing before it to go back to */
  return g_steal_pointer (&self);
}

/**
 * pz_classroom_open:
 * @environment: clock and chance
 * @path: the folder of the class
 * @error: NOT_FOUND, NOT_SAFE, or what is wrong with classroom.json: it is kept as it is, and
 *   pz_classroom_rescue() can bring it back from a snapshot
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
  find_limits (self);
  self->clock = pz_clock_new (environment, find_device (self));
  document = pz_classroom_load (self, PZ_DOCUMENT_CLASSROOM, self->id, error);
  if (document == NULL)
    return NULL;
  pz_classroom_take_own (self, g_hash_table_lookup (self->open, "classroom.json"));
  load_index (self);
  if (!self->index_known && !pz_classroom_refresh (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
