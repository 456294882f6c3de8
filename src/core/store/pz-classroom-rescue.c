/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>

/* What is to be brought back. */
typedef struct
{
  PzStore *store;
  PzClock *clock;
  PzDocumentKind kind;
  const char *id;
  char *name;
} Rescue;

/* (nullable): what the snapshot says, when it can be read */
static GBytes *
read_copy (const Rescue  *rescue,
           const char    *snapshot,
           GError       **error)
{
  g_autofree char *copy = g_build_filename ("snapshots", snapshot, rescue->name, NULL);
  g_autoptr(GBytes) bytes = pz_store_read (rescue->store, copy, NULL, error);
  g_autoptr(PzDocument) document = NULL;

  if (bytes != NULL)
    document = pz_document_parse (rescue->kind, rescue->id, bytes, rescue->clock, error);
  return document != NULL ? g_steal_pointer (&bytes) : NULL;
}

/* newest first; their names begin with the time */
static GPtrArray *
list_good (const Rescue  *rescue,
           GError       **error)
{
  g_autoptr(GPtrArray) names = pz_store_list_folders (rescue->store, "snapshots", error);
  GPtrArray *good;

  if (names == NULL)
    return NULL;
  good = g_ptr_array_new_with_free_func (g_free);
  for (guint i = names->len; i > 0; i--)
    {
      g_autoptr(GBytes) bytes = read_copy (rescue, g_ptr_array_index (names, i - 1), NULL);

      if (bytes != NULL)
        g_ptr_array_add (good, g_strdup (g_ptr_array_index (names, i - 1)));
    }
  return good;
}

static GBytes *
find_copy (const Rescue  *rescue,
           const char    *snapshot,
           GError       **error)
{
  g_autoptr(GPtrArray) good = NULL;

  if (snapshot != NULL)
    return read_copy (rescue, snapshot, error);
  good = list_good (rescue, error);
  if (good == NULL)
    return NULL;
  if (good->len > 0)
    return read_copy (rescue, g_ptr_array_index (good, 0), error);
  /* Translators: %s is a file */
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _ ("No snapshot has a good copy of “%s”. The damaged file is kept."),
               rescue->name);
  return NULL;
}

/* Looks at what is in the way. damaged, seen: (out): what it holds, when it can be read at all; FALSE when it is not
 * damaged, or when nobody can know. */
static gboolean
look_at_damaged (const Rescue  *rescue,
                 GBytes       **damaged,
                 PzVersion     *seen,
                 gboolean      *in_the_way,
                 GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_store_read (rescue->store, rescue->name, seen, &local_error);
  g_autoptr(PzDocument) document = NULL;

  *in_the_way = !g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  if (!*in_the_way)
    return TRUE;
  if (bytes != NULL)
    document = pz_document_parse (rescue->kind, rescue->id, bytes, rescue->clock, &local_error);
  *damaged = g_steal_pointer (&bytes);
  if (document != NULL)
    /* Translators: %s is a file */
    g_set_error (error, PZ_ERROR, PZ_ERROR_EXISTS, _ ("“%s” is not damaged"), rescue->name);
  else if (!pz_error_is_damage (local_error))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    return TRUE;
  return FALSE;
}

/* The damaged file is kept under a name of its own, in the same commit; what cannot even be read, a link or a device,
 * is renamed before. */
static gboolean
bring_back (const Rescue  *rescue,
            GBytes        *copy,
            GError       **error)
{
  g_autoptr(PzCommit) commit = pz_commit_new (rescue->store);
  g_autoptr(GBytes) damaged = NULL;
  g_autofree char *aside = NULL;
  PzVersion seen = { 0 };
  gboolean in_the_way;

  if (!look_at_damaged (rescue, &damaged, &seen, &in_the_way, error))
    return FALSE;
  if (damaged != NULL)
    {
      g_autofree char *unique = pz_environment_new_id (pz_clock_get_environment (rescue->clock));

      aside = g_strdup_printf ("%s.damaged-%s", rescue->name, unique);
      pz_commit_put (commit, aside, damaged, NULL);
    }
  else if (in_the_way && (aside = pz_store_set_aside (rescue->store, rescue->name, error)) == NULL)
    return FALSE;
  pz_commit_put (commit, rescue->name, copy, damaged != NULL ? &seen : NULL);
  return pz_commit_run (commit, error);
}

static void
rescue_init (Rescue         *rescue,
             PzClassroom    *self,
             PzDocumentKind  kind,
             const char     *id)
{
  rescue->store = self->store;
  rescue->clock = self->clock;
  rescue->kind = kind;
  rescue->id = id;
  rescue->name = pz_document_file_name (kind, id);
}

/**
 * pz_classroom_list_snapshots:
 * @kind: of a document
 * @id: its id
 * @error: why the snapshots could not be listed
 *
 * Returns: (transfer full) (element-type utf8): snapshots with a copy of the document that can be read, newest first:
 *   "2026-11-23T1600-import", time in UTC
 */
GPtrArray *
pz_classroom_list_snapshots (PzClassroom     *self,
                             PzDocumentKind   kind,
                             const char      *id,
                             GError         **error)
{
  Rescue rescue = { 0 };
  GPtrArray *good;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id), NULL);

  rescue_init (&rescue, self, kind, id);
  good = list_good (&rescue, error);
  g_free (rescue.name);
  return good;
}

/* What is open is newer than any snapshot: it is written again. */
static gboolean
write_open (PzClassroom     *self,
            const Rescue    *rescue,
            PzOpenDocument  *open,
            GError         **error)
{
  g_autoptr(GBytes) damaged = NULL;
  PzVersion seen = { 0 };
  gboolean in_the_way;

  if (!look_at_damaged (rescue, &damaged, &seen, &in_the_way, error))
    return FALSE;
  /* the save finds that the file is another one, and keeps the damaged one */
  open->unsaved = TRUE;
  return pz_classroom_save (self, NULL, error);
}

/**
 * pz_classroom_restore_file:
 * @kind: of a document whose file is damaged or gone
 * @id: its id
 * @snapshot: (nullable): one of pz_classroom_list_snapshots(); %NULL: the newest one
 * @error: EXISTS when the file is not damaged, NOT_FOUND when no snapshot has it, or why it could not be written
 *
 * Brings one document back. The damaged file is kept under a name of its own. When the document is open, what is in
 * memory is better than a snapshot and is written instead.
 *
 * Returns: whether the document is there again
 */
gboolean
pz_classroom_restore_file (PzClassroom     *self,
                           PzDocumentKind   kind,
                           const char      *id,
                           const char      *snapshot,
                           GError         **error)
{
  Rescue rescue = { 0 };
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) copy = NULL;
  g_autofree char *name = NULL;
  PzOpenDocument *open;
  gboolean done = FALSE;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id), FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  pz_classroom_wait_for_saving (self);
  rescue_init (&rescue, self, kind, id);
  name = rescue.name;
  open = g_hash_table_lookup (self->open, name);
  if (open != NULL)
    done = write_open (self, &rescue, open, &local_error);
  else if ((copy = find_copy (&rescue, snapshot, &local_error)) != NULL)
    done = bring_back (&rescue, copy, &local_error);
  pz_classroom_mind (self, local_error);
  if (done)
    return pz_classroom_refresh (self, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_classroom_rescue:
 * @environment: clock and chance
 * @path: the folder of a class that does not open
 * @snapshot: (nullable): the name of a snapshot; %NULL: the newest that can be read
 * @error: EXISTS when classroom.json is not damaged, NOT_FOUND when no snapshot has it
 *
 * Brings classroom.json back from a snapshot, so that pz_classroom_open() works again. The damaged file is kept under a
 * name of its own; nothing else is touched.
 *
 * Returns: whether it is there again
 */
gboolean
pz_classroom_rescue (PzEnvironment  *environment,
                     const char     *path,
                     const char     *snapshot,
                     GError        **error)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzClock) clock = NULL;
  g_autoptr(GBytes) copy = NULL;
  g_autofree char *id = NULL;
  Rescue rescue = { 0 };

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment) && path != NULL, FALSE);

  store = pz_store_open (environment, path, PZ_STORE_NONE, error);
  if (store == NULL)
    return FALSE;
  /* nothing is stamped with it */
  clock = pz_clock_new (environment, 1);
  id = g_path_get_basename (pz_store_get_path (store));
  rescue = (Rescue) { store, clock, PZ_DOCUMENT_CLASSROOM, id, (char *) "classroom.json" };
  if (!pz_id_is_valid (id))
    {
      /* Translators: %s is a folder */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _ ("“%s” is not the folder of a class"), path);
      return FALSE;
    }
  copy = find_copy (&rescue, snapshot, error);
  return copy != NULL && bring_back (&rescue, copy, error);
}
