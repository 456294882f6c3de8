/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-document-apart.h"
#include "pz-error.h"

static void
add_framework (ClassroomFixture *f)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, "Maths");
  g_assert_true (pz_classroom_save (f->classroom, "Import", NULL));
}

static char *
dup_title (ClassroomFixture *f)
{
  g_autoptr(PzDocument) document = pz_classroom_load (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);

  return g_strdup (pz_record_get_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE));
}

/* whoever loads it sees nothing of what is edited apart, until it is taken */
static void
test_taken_is_one_step (ClassroomFixture *f,
                        gconstpointer     data)
{
  g_autoptr(PzDocumentApart) apart = pz_document_apart_new (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  PzDocument *document;

  add_framework (f);
  document = pz_document_apart_read (apart, &error);
  g_assert_no_error (error);
  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, "Mathematics");
  before = dup_title (f);
  g_assert_cmpstr (before, ==, "Maths");
  g_assert_true (pz_classroom_take_apart (f->classroom, apart, "Rename", &error));
  g_assert_null (pz_document_apart_get (apart));
  after = dup_title (f);
  g_assert_cmpstr (after, ==, "Mathematics");
  g_assert_true (pz_classroom_has_unsaved (f->classroom));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  back = dup_title (f);
  g_assert_cmpstr (back, ==, "Maths");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_nothing_edited_nothing_taken (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(PzDocumentApart) apart = pz_document_apart_new (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths");

  add_framework (f);
  g_assert_nonnull (pz_document_apart_read (apart, NULL));
  g_assert_true (pz_classroom_take_apart (f->classroom, apart, "Nothing", NULL));
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Import");
}

static void
test_made_is_new (ClassroomFixture *f,
                  gconstpointer     data)
{
  g_autoptr(PzDocumentApart) maths = pz_document_apart_new (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths");
  g_autoptr(PzDocumentApart) writing = pz_document_apart_new_beside (maths, "writing");
  g_autoptr(PzDocumentApart) again = pz_document_apart_new_beside (maths, "writing");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;

  add_framework (f);
  g_assert_null (pz_document_apart_make (maths, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (pz_document_apart_read (writing, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_nonnull (pz_document_apart_make (writing, &error));
  g_assert_no_error (error);
  g_assert_true (pz_classroom_take_apart (f->classroom, writing, "New", NULL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  ids = pz_classroom_list (f->classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_null (pz_document_apart_make (again, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
}

/* there is one document of a file in a class */
static void
test_open_document_is_not_doubled (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(PzDocumentApart) apart = pz_document_apart_new (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths");
  g_autoptr(PzDocument) open = NULL;
  g_autoptr(GError) error = NULL;
  PzDocument *document;

  add_framework (f);
  document = pz_document_apart_read (apart, NULL);
  pz_document_delete (document, pz_document_get_owner (document));
  g_assert_null (pz_classroom_find_open (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths"));
  open = pz_classroom_load (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);
  g_assert_false (pz_classroom_take_apart (f->classroom, apart, "Delete", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  g_assert_nonnull (pz_document_apart_get (apart));
  g_assert_false (pz_record_is_deleted (pz_document_get_owner (open)));
  g_clear_error (&error);
  g_clear_object (&open);
  pz_classroom_set_read_only (f->classroom, "Just to look at");
  g_assert_false (pz_classroom_take_apart (f->classroom, apart, "Delete", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
}

static void
test_snapshot (ClassroomFixture *f,
               gconstpointer     data)
{
  g_autoptr(PzDocumentApart) apart = pz_document_apart_new (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths");
  g_autofree char *folder = g_build_filename (f->path, "snapshots", NULL);
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_document_apart_snapshot (apart, "import", &error));
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_true (g_str_has_suffix (g_dir_read_name (dir), "-import"));
}

#define ADD(path, function) classroom_test_add ("/core/document-apart/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("taken-is-one-step", test_taken_is_one_step);
  ADD ("nothing-edited-nothing-taken", test_nothing_edited_nothing_taken);
  ADD ("made-is-new", test_made_is_new);
  ADD ("open-document-is-not-doubled", test_open_document_is_not_doubled);
  ADD ("snapshot", test_snapshot);
  return g_test_run ();
}
