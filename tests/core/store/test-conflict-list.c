/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-list.h"

#include "classroom-fixture.h"
#include "conflict-fixture.h"
#include "pz-classroom-plan.h"

#define LATE G_GINT64_CONSTANT (1900000000000)

typedef struct
{
  gboolean done;
  GPtrArray *found;
  GError *error;
} Answer;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_classroom_list_conflicts_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static GPtrArray *
list (ClassroomFixture *f,
      guint             expected)
{
  Answer answer = { 0 };
  g_autoptr(GPtrArray) again = NULL;

  pz_classroom_list_conflicts_async (f->classroom, NULL, listed_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  again = pz_classroom_list_conflicts (f->classroom, NULL, NULL);
  g_assert_cmpuint (answer.found->len, ==, expected);
  g_assert_cmpuint (again->len, ==, expected);
  return answer.found;
}

static const PzConflict *
nth (GPtrArray *found,
     guint      i)
{
  return g_ptr_array_index (found, i);
}

static char *
add_document (ClassroomFixture *f,
              PzDocumentKind    kind,
              guint             field,
              const char       *title)
{
  g_autoptr(PzDocument) document = pz_classroom_add (f->classroom, kind);

  pz_record_set_text (pz_document_get_owner (document), field, title);
  g_assert_true (pz_classroom_save (f->classroom, "New", NULL));
  return g_strdup_printf ("%s/%s.json", pz_schema_get_document (kind)->folder, pz_document_get_id (document));
}

static void
refresh (ClassroomFixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_refresh (f->classroom, &error);
  g_assert_no_error (error);
}

static void
test_all_documents_are_looked_at (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *learner = g_strdup_printf ("learners/%s.json", noor);
  g_autofree char *other = g_strdup_printf ("learners/%s.json", ada);
  g_autofree char *activity = add_document (f, PZ_DOCUMENT_ACTIVITY, PZ_ACTIVITY_TITLE, "Bridges");
  g_autofree char *framework = add_document (f, PZ_DOCUMENT_FRAMEWORK, PZ_FRAMEWORK_TITLE, "Reading");
  g_autoptr(GPtrArray) none = list (f, 0);
  g_autoptr(GPtrArray) found = NULL;

  conflict_fixture_write (f->path, learner, NULL, "given-name", "Nora", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, other, NULL, "family-name", "Hall", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, other, NULL, "notes", "Only one", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, activity, NULL, "title", "Dams", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, framework, NULL, "title", "Writing", CONFLICT_DEVICE, 1000);
  conflict_fixture_write (f->path, "classroom.json", NULL, "name", "Class 6b", CONFLICT_DEVICE, 1000);
  refresh (f);
  found = list (f, 5);
  g_assert_cmpint (nth (found, 0)->document_kind, ==, PZ_DOCUMENT_CLASSROOM);
  g_assert_cmpstr (nth (found, 1)->document_title, ==, "Ada Hill");
  g_assert_cmpstr (nth (found, 2)->document_title, ==, "Noor Jansen");
  g_assert_cmpint (nth (found, 3)->document_kind, ==, PZ_DOCUMENT_ACTIVITY);
  g_assert_cmpint (nth (found, 4)->document_kind, ==, PZ_DOCUMENT_FRAMEWORK);
}

static void
test_archived_and_deleted_learners (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", noor);
  g_autoptr(PzDocument) document = load_learner (f->classroom, noor);
  g_autoptr(GPtrArray) archived = NULL, deleted = NULL, edited = NULL;

  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_save (f->classroom, "Archive", NULL));
  conflict_fixture_write (f->path, name, NULL, "given-name", "Nora", CONFLICT_DEVICE, 1000);
  refresh (f);
  archived = list (f, 1);
  g_assert_true (nth (archived, 0)->archived);
  pz_document_delete (document, owner_of (document));
  g_assert_true (pz_classroom_save (f->classroom, "Delete", NULL));
  deleted = list (f, 0);
  conflict_fixture_write (f->path, name, NULL, "notes", "Still here", CONFLICT_DEVICE, LATE);
  refresh (f);
  edited = list (f, 1);
  g_assert_cmpint (nth (edited, 0)->kind, ==, PZ_CONFLICT_IN_TRASH);
}

static void
test_a_damaged_file_does_not_hide_the_others (ClassroomFixture *f,
                                              gconstpointer     data)
{
  g_autofree char *noor = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *ada = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", noor);

  conflict_fixture_write (f->path, name, NULL, "given-name", "Nora", CONFLICT_DEVICE, 1000);
  classroom_fixture_damage (f, ada);
  pz_classroom_refresh (f->classroom, NULL);
  g_ptr_array_unref (list (f, 1));
}

static void
test_listing_can_be_cancelled (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (pz_classroom_list_conflicts (f->classroom, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  pz_classroom_list_conflicts_async (f->classroom, cancellable, listed_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/conflict-list/all-documents-are-looked-at", test_all_documents_are_looked_at);
  classroom_test_add ("/core/conflict-list/archived-and-deleted-learners", test_archived_and_deleted_learners);
  classroom_test_add ("/core/conflict-list/a-damaged-file-does-not-hide-the-others",
                      test_a_damaged_file_does_not_hide_the_others);
  classroom_test_add ("/core/conflict-list/listing-can-be-cancelled", test_listing_can_be_cancelled);
  return g_test_run ();
}
