/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-frameworks.h"
#include "pz-error.h"

#include <glib/gstdio.h>

/* so many that it is written in several turns of the main loop, and goes in a thread */
#define MANY 1500

static void
add_framework (ClassroomFixture *f,
               const char       *id,
               guint             n)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, "Maths");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *standard = g_strdup_printf ("%s-%u", id, i);

      pz_document_add_with_id (document, PZ_RECORD_STANDARD, standard);
    }
  g_assert_true (pz_classroom_save (f->classroom, "Import", NULL));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
move (ClassroomFixture *f,
      const char       *id,
      gboolean          to_trash,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (to_trash)
    pz_classroom_delete_framework_async (f->classroom, id, cancellable, done_cb, &result);
  else
    pz_classroom_restore_framework_async (f->classroom, id, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return pz_classroom_move_framework_finish (f->classroom, result, error);
}

/* of the only one, on the disk */
static void
assert_deleted (ClassroomFixture *f,
                gboolean          deleted,
                guint             n_standards)
{
  g_autoptr(GPtrArray) infos = pz_classroom_list_frameworks (f->classroom, NULL);
  const PzFrameworkInfo *info = g_ptr_array_index (infos, 0);

  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_null (info->problem);
  g_assert_cmpint (info->deleted, ==, deleted);
  g_assert_cmpuint (info->n_standards, ==, n_standards);
}

static void
test_there_and_back (ClassroomFixture *f,
                     gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  add_framework (f, "maths", MANY);
  g_assert_true (move (f, "maths", TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_deleted (f, TRUE, MANY);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Delete framework");
  g_assert_true (pz_classroom_undo (f->classroom, &error));
  g_assert_true (pz_classroom_save (f->classroom, NULL, &error));
  assert_deleted (f, FALSE, MANY);
  g_assert_true (move (f, "maths", TRUE, NULL, &error));
  g_assert_true (move (f, "maths", FALSE, NULL, &error));
  g_assert_no_error (error);
  assert_deleted (f, FALSE, MANY);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Restore framework");
  run_until_let_go (f->classroom);
}

/* what was edited before is a step of its own, and on the disk as well */
static void
test_what_waits_is_saved_first (ClassroomFixture *f,
                                gconstpointer     data)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (f->classroom));

  add_framework (f, "maths", 3);
  pz_record_set_text (owner, PZ_CLASSROOM_SUBJECT, "Maths");
  g_assert_true (move (f, "maths", TRUE, NULL, NULL));
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner, PZ_CLASSROOM_SUBJECT), ==, "Maths");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_null (pz_record_get_text (owner, PZ_CLASSROOM_SUBJECT));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_who_holds_it_sees_it_go (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autoptr(PzDocument) document = NULL;

  add_framework (f, "maths", 3);
  document = pz_classroom_load (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);
  g_assert_true (move (f, "maths", TRUE, NULL, NULL));
  g_assert_true (pz_record_is_deleted (pz_document_get_owner (document)));
  assert_deleted (f, TRUE, 3);
}

static void
test_refusals (ClassroomFixture *f,
               gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (f->path, "frameworks", "damaged.json", NULL);
  g_autoptr(GError) error = NULL;

  add_framework (f, "maths", 3);
  g_assert_false (move (f, "nothing", TRUE, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "{\"format\":\"personalize-framework\",", -1, NULL));
  g_assert_false (move (f, "damaged", TRUE, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (move (f, "maths", TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_deleted (f, FALSE, 3);
  pz_classroom_set_read_only (f->classroom, "Just to look at");
  g_assert_false (move (f, "maths", TRUE, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  assert_deleted (f, FALSE, 3);
}

#define ADD(path, function) classroom_test_add ("/core/framework-trash/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("what-waits-is-saved-first", test_what_waits_is_saved_first);
  ADD ("who-holds-it-sees-it-go", test_who_holds_it_sees_it_go);
  ADD ("refusals", test_refusals);
  return g_test_run ();
}
