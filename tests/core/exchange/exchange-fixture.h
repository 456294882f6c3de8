/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-sample.h"

#include <glib/gstdio.h>

G_BEGIN_DECLS

/* 23 November 2026, a Monday, at noon UTC */
#define FIXTURE_NOW G_GINT64_CONSTANT (1795435200000)

/* A data folder of its own for a test, gone at its end. */
typedef struct
{
  char *data_dir;
  PzEnvironment *environment;
} Fixture;

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
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->data_dir = g_dir_make_tmp ("personalize-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->environment = pz_environment_new_fixed (self->data_dir, FIXTURE_NOW, 1);
}

static inline void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->environment);
  fixture_remove (self->data_dir);
  g_clear_pointer (&self->data_dir, g_free);
}

/* a sample class of n learners */
static inline PzClassroom *
fixture_sample (Fixture *self,
                guint    n_learners)
{
  g_autoptr(GError) error = NULL;
  PzSampleOptions options;
  PzClassroom *classroom;

  pz_sample_options_init (&options, self->environment);
  options.n_learners = n_learners;
  options.name = "Sample";
  classroom = pz_sample_create (self->environment, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (classroom);
  return classroom;
}

/* (element-type PzDocument): all documents of a kind */
static inline GPtrArray *
fixture_load_all (PzClassroom    *classroom,
                  PzDocumentKind  kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, kind, &error);
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      PzDocument *document = pz_classroom_load (classroom, kind, g_ptr_array_index (ids, i), &error);

      g_assert_no_error (error);
      g_ptr_array_add (documents, document);
    }
  return documents;
}

static inline guint
fixture_count (PzDocument   *document,
               PzRecordType  type)
{
  return g_list_model_get_n_items (pz_document_get_records (document, type));
}

/* borrowed from the document */
static inline PzRecord *
fixture_get (PzDocument   *document,
             PzRecordType  type,
             guint         position)
{
  g_autoptr(PzRecord) record = g_list_model_get_item (pz_document_get_records (document, type), position);

  g_assert_nonnull (record);
  return record;
}

#define fixture_test_add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
