/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-index-private.h"

#include <glib/gstdio.h>

G_BEGIN_DECLS

#define FIXTURE_NOW G_GINT64_CONSTANT (1795449600000)

/* The id of the n-th learner of a test. */
static inline char *
fixture_id (guint n)
{
  return g_strdup_printf ("learner%09u", n);
}

/* A sealed entry with an id and names. */
static inline PzIndexEntry *
fixture_entry (guint       n,
               const char *given_name,
               const char *family_name)
{
  g_auto(PzIndexDraft) entry = { 0 };
  g_autofree char *id = fixture_id (n);

  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, given_name);
  pz_index_draft_set_text (&entry, PZ_INDEX_FAMILY_NAME, family_name);
  return pz_index_draft_seal (&entry);
}

static inline GPtrArray *
fixture_entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
}

/* A data folder of its own for a test, gone at its end. */
typedef struct
{
  PzEnvironment *environment;
  char *data_dir;
} Fixture;

static inline void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->data_dir = g_dir_make_tmp ("personalize-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->environment = pz_environment_new_fixed (self->data_dir, FIXTURE_NOW, 1);
}

static inline void
fixture_remove (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      fixture_remove (child);
    }
  g_remove (path);
}

static inline void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->environment);
  fixture_remove (self->data_dir);
  g_free (self->data_dir);
}

/* (transfer full): the folder of a class, made with all folders above it */
static inline char *
fixture_make_class (Fixture    *self,
                    const char *id)
{
  char *path = g_build_filename (self->data_dir, "classrooms", id, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return path;
}

/* Writes a file below a folder, as another program would. */
static inline void
fixture_write (const char *folder,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *parent = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}

/* (transfer full): the folder of a class that has a name; more goes into its own record behind the name. */
static inline char *
fixture_write_class (Fixture    *self,
                     const char *id,
                     const char *name,
                     const char *more)
{
  char *path = fixture_make_class (self, id);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"%s\",\"rev\":1,\n"
                          "\"classroom\":{\n \"name\":\"%s\"%s\n},\n\"levels\":[]}\n", id, name, more);
  fixture_write (path, "classroom.json", text);
  return path;
}

/* Writes the file of the n-th learner, who has a name and so many goals. */
static inline void
fixture_write_learner (const char *folder,
                       guint       n,
                       const char *given_name,
                       guint       n_goals)
{
  g_autofree char *id = fixture_id (n), *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\",\"rev\":%u,\n"
                   "\"learner\":{\n \"given-name\":\"%s\"\n},\n\"goals\":[", id, n_goals + 1, given_name);
  for (guint i = 0; i < n_goals; i++)
    g_string_append_printf (text, "%s\n{\"id\":\"goal%012u\",\"title\":\"Goal\"}", i > 0 ? "," : "", i);
  g_string_append (text, "\n]}\n");
  fixture_write (folder, name, text->str);
}

static inline PzStore *
fixture_open (Fixture    *self,
              const char *path)
{
  g_autoptr(GError) error = NULL;
  PzStore *store = pz_store_open (self->environment, path, PZ_STORE_NONE, &error);

  g_assert_no_error (error);
  return store;
}

G_END_DECLS
