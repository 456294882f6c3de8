/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "store-fixture.h"

#include <string.h>

#define DEADLINE (10 * G_USEC_PER_SEC)

void
classroom_fixture_set_up (ClassroomFixture *self,
                          gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("pz-classroom-XXXXXX", NULL);
  self->environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795392000000), 5);
  self->classroom = pz_classroom_create (self->environment, "Class 5b", &error);
  g_assert_no_error (error);
  self->path = g_strdup (pz_classroom_get_path (self->classroom));
}

void
classroom_fixture_tear_down (ClassroomFixture *self,
                             gconstpointer     data)
{
  if (self->classroom != NULL)
    {
      /* what runs in a thread holds it */
      while (self->classroom->refreshing || self->classroom->index_writing || self->classroom->saving)
        g_main_context_iteration (NULL, TRUE);
      g_assert_finalize_object (self->classroom);
    }
  g_assert_finalize_object (self->environment);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
classroom_fixture_reopen (ClassroomFixture *self)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_close (self->classroom, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->classroom);
  self->classroom = pz_classroom_open (self->environment, self->path, &error);
  g_assert_no_error (error);
}

/* the same class, as another program has it */
PzClassroom *
classroom_fixture_open_other (ClassroomFixture *self)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (self->folder, G_GINT64_CONSTANT (1795392000000), 99);
  g_autoptr(GError) error = NULL;
  PzClassroom *other = pz_classroom_open (environment, self->path, &error);

  g_assert_no_error (error);
  return other;
}

char *
classroom_fixture_file (ClassroomFixture *self,
                        const char       *id)
{
  return g_strdup_printf ("%s/learners/%s.json", self->path, id);
}

char *
classroom_fixture_read (ClassroomFixture *self,
                        const char       *name)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* as another program would that knows nothing of saving */
void
classroom_fixture_damage (ClassroomFixture *self,
                          const char       *id)
{
  g_autofree char *path = classroom_fixture_file (self, id);

  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
}

void
classroom_fixture_make_newer (ClassroomFixture *self,
                              const char       *name)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *text = classroom_fixture_read (self, name);
  char *version = strstr (text, "\"version\":1");

  g_assert_nonnull (version);
  version[strlen ("\"version\":")] = '2';
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

guint
classroom_fixture_count_aside (ClassroomFixture *self,
                               const char       *folder)
{
  g_autofree char *path = g_build_filename (self->path, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;
  guint n = 0;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    n += strstr (base, ".damaged-") != NULL;
  return n;
}

/* the id of a new learner, saved */
char *
add_learner (PzClassroom *classroom,
             const char  *given,
             const char  *family)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (owner_of (document), PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (owner_of (document), PZ_LEARNER_FAMILY_NAME, family);
  pz_classroom_save (classroom, "Add learner", &error);
  g_assert_no_error (error);
  return g_strdup (pz_document_get_id (document));
}

PzDocument *
load_learner (PzClassroom *classroom,
              const char  *id)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, &error);

  g_assert_no_error (error);
  return document;
}

PzRecord *
owner_of (PzDocument *document)
{
  return pz_document_get_owner (document);
}

void
rename_to (PzDocument *document,
           const char *given)
{
  pz_record_set_text (owner_of (document), PZ_LEARNER_GIVEN_NAME, given);
}

void
assert_given_name (PzClassroom *classroom,
                   const char  *id,
                   const char  *given)
{
  g_autoptr(PzDocument) document = load_learner (classroom, id);

  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, given);
}

void
assert_on_disk (ClassroomFixture *self,
                const char       *id,
                const char       *text)
{
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autofree char *content = classroom_fixture_read (self, name);

  g_assert_nonnull (content);
  g_assert_nonnull (strstr (content, text));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
run_until (const gboolean *flag)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;
  guint source = g_timeout_add (50, wake_cb, NULL);

  while (!*flag && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (*flag);
}

void
run_until_state (PzClassroom *classroom,
                 PzSaveState  state)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;
  guint source = g_timeout_add (50, wake_cb, NULL);

  while (pz_classroom_get_save_state (classroom) != state && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_cmpint (pz_classroom_get_save_state (classroom), ==, state);
}

void
run_until_let_go (PzClassroom *classroom)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;
  guint source = g_timeout_add (50, wake_cb, NULL);

  while (g_hash_table_size (classroom->open) > 1 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_cmpuint (g_hash_table_size (classroom->open), ==, 1);
}
