/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-crc32c.h"
#include "pz-journal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  struct stat status;
  const char *base;

  if (g_lstat (path, &status) < 0)
    return;
  if (!S_ISDIR (status.st_mode))
    {
      g_unlink (path);
      return;
    }
  g_chmod (path, 0700);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, base, NULL);

      remove_tree (below);
    }
  g_rmdir (path);
}

GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

guint64
crc_of (const char *text)
{
  return pz_crc32c (0, text, strlen (text));
}

void
store_fixture_set_up (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("pz-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "classrooms", "d4m7kq2x9v5t0rhb", NULL);
  self->environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795449600000), 7);
  self->store = pz_store_open (self->environment, self->path, PZ_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *self,
                         gconstpointer  data)
{
  g_clear_object (&self->store);
  g_clear_object (&self->environment);
  remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

/* as another program, or this one after a restart, would */
void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->store);
  self->store = pz_store_open (self->environment, self->path, PZ_STORE_NONE, &error);
  g_assert_no_error (error);
}

char *
store_fixture_path (StoreFixture *self,
                    const char   *name)
{
  return g_build_filename (self->path, name, NULL);
}

static void
write_in_place (const char *path,
                const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  FILE *file;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  file = g_fopen (path, "w");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

/* in place, the way other programs do; folders are made */
void
store_fixture_write (StoreFixture *self,
                     const char   *name,
                     const char   *text)
{
  g_autofree char *path = store_fixture_path (self, name);

  write_in_place (path, text);
}

/* (transfer full) (nullable): not through the store */
char *
store_fixture_read (StoreFixture *self,
                    const char   *name)
{
  g_autofree char *path = store_fixture_path (self, name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

gboolean
store_fixture_exists (StoreFixture *self,
                      const char   *name)
{
  g_autofree char *path = store_fixture_path (self, name);
  struct stat status;

  return g_lstat (path, &status) == 0;
}

guint
store_fixture_mode (StoreFixture *self,
                    const char   *name)
{
  g_autofree char *path = store_fixture_path (self, name);
  struct stat status;

  g_assert_no_errno (g_lstat (path, &status));
  return status.st_mode & 07777;
}

static void
collect (const char *path,
         GPtrArray  *found)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, base, NULL);

      if (*base == '.' || strstr (base, ".journal") != NULL)
        g_ptr_array_add (found, g_strdup (base));
      collect (below, found);
    }
}

/* hidden files and commit records anywhere in the class: after a commit, good or failed, there are none */
GPtrArray *
store_fixture_left_over (StoreFixture *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  collect (self->path, found);
  return found;
}

/* one file, over whatever version is there */
gboolean
store_fixture_save (StoreFixture  *self,
                    const char    *name,
                    const char    *text,
                    GError       **error)
{
  g_autoptr(PzCommit) commit = pz_commit_new (self->store);
  g_autoptr(GBytes) content = bytes_of (text);
  PzVersion seen;

  if (!pz_store_stat (self->store, name, &seen, error))
    return FALSE;
  pz_commit_put (commit, name, content, &seen);
  return pz_commit_run (commit, error);
}

/* a commit record as a writer that died would have left it; lines between the head and the end */
void
store_fixture_plant_record (StoreFixture *self,
                            guint64       id,
                            const char   *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *base = pz_journal_record_name (id);
  g_autofree char *name = g_build_filename ("journal", base, NULL);
  guint n_lines = 0;

  for (const char *at = lines; *at != '\0'; at++)
    n_lines += *at == '\n';
  g_string_printf (text, "PTXN2 %016" G_GINT64_MODIFIER "x %u\n%s", id, n_lines, lines);
  g_string_append_printf (text, "COMMIT %08x\n", pz_crc32c (0, text->str, text->len));
  store_fixture_write (self, name, text->str);
}

void
store_save (StoreFixture *fixture,
      const char   *name,
      const char   *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (store_fixture_save (fixture, name, text, &error));
  g_assert_no_error (error);
}

void
store_assert_holds (StoreFixture *fixture,
              const char   *name,
              const char   *expected)
{
  g_autofree char *text = store_fixture_read (fixture, name);

  g_assert_cmpstr (text, ==, expected);
}

/* nothing unfinished, and nobody writing */
void
store_assert_tidy (StoreFixture *fixture)
{
  g_autoptr(GPtrArray) left_over = store_fixture_left_over (fixture);
  g_autofree char *lock = store_fixture_read (fixture, "lock");

  g_assert_cmpuint (left_over->len, ==, 0);
  g_assert_cmpstr (lock, ==, "");
}

void
commit_put_text (PzCommit        *commit,
     const char      *name,
     const char      *text,
     const PzVersion *seen)
{
  g_autoptr(GBytes) content = bytes_of (text);

  pz_commit_put (commit, name, content, seen);
}

void
commit_run_well (PzCommit *commit)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_commit_run (commit, &error));
  g_assert_no_error (error);
}

void
commit_run_badly (PzCommit *commit,
           PzError   code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_commit_run (commit, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

void
place_fixture_set_up (PlaceFixture  *self,
                      gconstpointer  data)
{
  self->path = g_dir_make_tmp ("pz-place-XXXXXX", NULL);
  g_assert_nonnull (self->path);
  self->folder = open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_no_errno (self->folder);
}

void
place_fixture_tear_down (PlaceFixture  *self,
                         gconstpointer  data)
{
  close (self->folder);
  remove_tree (self->path);
  g_free (self->path);
}

char *
place_path (PlaceFixture *self,
            const char   *name)
{
  return g_build_filename (self->path, name, NULL);
}

/* also a link that leads nowhere */
gboolean
place_has (PlaceFixture *self,
           const char   *name)
{
  g_autofree char *path = place_path (self, name);
  struct stat status;

  return g_lstat (path, &status) == 0;
}

/* in place, the way other programs do; folders are made */
void
place_write (PlaceFixture *self,
             const char   *name,
             const char   *text)
{
  g_autofree char *path = place_path (self, name);

  write_in_place (path, text);
}

void
place_assert_holds (PlaceFixture *self,
                    const char   *name,
                    const char   *expected)
{
  g_autofree char *path = place_path (self, name);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);
}
