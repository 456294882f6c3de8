/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _PzRosterSource
{
  GPtrArray *files;    /* PzRosterFile */
  GHashTable *names;   /* folded names of all entries taken */
  PzRosterMessages *messages;
};

static PzRosterSource *
make_source (void)
{
  PzRosterSource *self = g_new0 (PzRosterSource, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_file_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->messages = pz_roster_messages_new ();
  return self;
}

static gboolean
is_archive (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* a first entry, or the end of an archive without any */
  return length >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

/*
 * pz_roster_source_ignore:
 *
 * Says that an entry was left alone.
 */
void
pz_roster_source_ignore (PzRosterSource *self,
                         const char     *name)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  pz_roster_messages_add (self->messages, PZ_ROSTER_CODE_FILE_IGNORED, shown, 0, NULL);
}

/*
 * pz_roster_source_add_entry:
 *
 * Takes one file of an archive or folder. What is no text or not part of a roster is left alone; a name that was
 * there before is refused, because nobody can say which of the two is meant.
 */
gboolean
pz_roster_source_add_entry (PzRosterSource  *self,
                            const char      *name,
                            GBytes          *bytes,
                            GError         **error)
{
  g_autoptr(PzRosterFile) file = NULL;
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (!g_hash_table_add (self->names, g_utf8_casefold (valid, -1)))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("The roster has two files called “%s”"), valid);
      return FALSE;
    }
  file = pz_roster_file_new (name, bytes, NULL);
  if (file == NULL || pz_roster_file_get_kind (file) == PZ_ROSTER_KIND_UNUSED)
    pz_roster_source_ignore (self, name);
  else if (pz_roster_file_get_kind (file) == PZ_ROSTER_KIND_PROFILES)
    pz_roster_messages_add (self->messages, PZ_ROSTER_CODE_CREDENTIALS_DROPPED, valid, 0, NULL);
  else
    g_ptr_array_add (self->files, g_steal_pointer (&file));
  return TRUE;
}

/*
 * pz_roster_read_descriptor:
 *
 * Reads a file to its end. The bytes are overwritten when they are freed.
 */
GBytes *
pz_roster_read_descriptor (int      descriptor,
                           gsize    max_size,
                           GError **error)
{
  g_autofree guint8 *data = NULL;
  struct stat status;
  gsize length = 0;

  if (fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("This is not a file"));
      return NULL;
    }
  if (status.st_size < 0 || (guint64) status.st_size > max_size)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The file is larger than %u MB"),
                   (guint) (max_size / 1000000));
      return NULL;
    }
  data = g_malloc ((gsize) status.st_size + 1);
  while (length < (gsize) status.st_size)
    {
      gssize n = read (descriptor, data + length, (gsize) status.st_size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          pz_error_set_errno (error, errno, _("The file cannot be read"));
          explicit_bzero (data, length);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize) n;
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/**
 * pz_roster_source_new_from_bytes:
 * @name: name of the file, without folders
 * @bytes: a zip archive or a table; what it is shows by its first bytes; the caller's
 * @error: %PZ_ERROR_NOT_SAFE, %PZ_ERROR_TOO_LARGE, %PZ_ERROR_SYNTAX, %PZ_ERROR_NOT_SUPPORTED
 *
 * Returns: (transfer full): the files in it, decoded and without credentials
 */
PzRosterSource *
pz_roster_source_new_from_bytes (const char  *name,
                                 GBytes      *bytes,
                                 GError     **error)
{
  g_autoptr(PzRosterSource) self = NULL;
  g_autoptr(PzRosterFile) file = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = make_source ();
  if (is_archive (bytes))
    return pz_roster_source_add_archive (self, bytes, error) ? g_steal_pointer (&self) : NULL;
  file = pz_roster_file_new (name, bytes, error);
  if (file == NULL)
    return NULL;
  if (pz_roster_file_get_kind (file) == PZ_ROSTER_KIND_PROFILES)
    pz_roster_messages_add (self->messages, PZ_ROSTER_CODE_CREDENTIALS_DROPPED, pz_roster_file_get_name (file), 0,
                            NULL);
  else
    g_ptr_array_add (self->files, g_steal_pointer (&file));
  return g_steal_pointer (&self);
}

static PzRosterSource *
open_file (int          descriptor,
           const char  *path,
           GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GBytes) bytes = pz_roster_read_descriptor (descriptor, PZ_ROSTER_MAX_TOTAL, error);
  PzRosterSource *self;
  gsize length;
  gpointer data;

  if (bytes == NULL)
    return NULL;
  self = pz_roster_source_new_from_bytes (name, bytes, error);
  /* nobody else holds these bytes: a table with passwords must not stay behind in memory */
  data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  explicit_bzero (data, length);
  g_free (data);
  return self;
}

/**
 * pz_roster_source_new_from_path:
 * @path: a zip archive, a table, or a folder with the files of a roster
 * @error: as pz_roster_source_new_from_bytes(), or what the system said
 *
 * @path itself may be a link, as a person chose it; links inside a folder are left alone.
 *
 * Returns: (transfer full): the files in it, decoded and without credentials
 */
PzRosterSource *
pz_roster_source_new_from_path (const char  *path,
                                GError     **error)
{
  g_autoptr(PzRosterSource) self = NULL;
  struct stat status;
  gboolean done;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);

  /* not to hang on a pipe */
  descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0 || fstat (descriptor, &status) != 0)
    {
      pz_error_set_errno (error, errno, _("The roster cannot be opened"));
      if (descriptor >= 0)
        close (descriptor);
      return NULL;
    }
  if (!S_ISDIR (status.st_mode))
    {
      self = open_file (descriptor, path, error);
      close (descriptor);
      return g_steal_pointer (&self);
    }
  self = make_source ();
  done = pz_roster_source_add_folder (self, descriptor, error);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * pz_roster_source_free:
 * @self: a source
 */
void
pz_roster_source_free (PzRosterSource *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->names);
  pz_roster_messages_free (self->messages);
  g_free (self);
}

/**
 * pz_roster_source_get_n_files:
 * @self: a source
 *
 * Returns: number of files that can be read
 */
guint
pz_roster_source_get_n_files (const PzRosterSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->files->len;
}

/**
 * pz_roster_source_get_file:
 * @self: a source
 * @index: below the number of files
 *
 * Returns: (transfer none): the file
 */
const PzRosterFile *
pz_roster_source_get_file (const PzRosterSource *self,
                           guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->files->len, NULL);

  return g_ptr_array_index (self->files, index);
}

/**
 * pz_roster_source_find:
 * @self: a source
 * @kind: what the file should hold
 *
 * Returns: (transfer none) (nullable): the file of that kind; of several the one with the proper name, else the first
 */
const PzRosterFile *
pz_roster_source_find (const PzRosterSource *self,
                       PzRosterKind          kind)
{
  const PzRosterFile *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const PzRosterFile *file = g_ptr_array_index (self->files, i);

      if (pz_roster_file_get_kind (file) != kind)
        continue;
      if (pz_roster_kind_from_file_name (pz_roster_file_get_name (file)) == kind)
        return file;
      if (found == NULL)
        found = file;
    }
  return found;
}

/**
 * pz_roster_source_is_one_roster:
 * @self: a source
 *
 * Returns: %TRUE for a OneRoster; %FALSE for a table of people, or for nothing that could be read
 */
gboolean
pz_roster_source_is_one_roster (const PzRosterSource *self)
{
  guint kinds = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (pz_roster_source_find (self, PZ_ROSTER_KIND_MANIFEST) != NULL)
    return TRUE;
  kinds += pz_roster_source_find (self, PZ_ROSTER_KIND_CLASSES) != NULL;
  kinds += pz_roster_source_find (self, PZ_ROSTER_KIND_USERS) != NULL;
  kinds += pz_roster_source_find (self, PZ_ROSTER_KIND_ENROLLMENTS) != NULL;
  return kinds >= 2;
}

/**
 * pz_roster_source_get_messages:
 * @self: a source
 *
 * Returns: (transfer none): which entries were left alone
 */
const PzRosterMessages *
pz_roster_source_get_messages (const PzRosterSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->messages;
}
