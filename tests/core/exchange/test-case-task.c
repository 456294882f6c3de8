/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "exchange-fixture.h"
#include "pz-case-plan.h"
#include "pz-error.h"

/* what case_make_tree() calls it */
#define ROOT "00000000-0000-4000-8000-000000000000"
#define ITEM "00000001-1111-4000-8000-000000000000"

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static PzClassroom *
new_class (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_classroom_create (fixture->environment, "5b", &error);

  g_assert_no_error (error);
  return classroom;
}

static PzCasePlan *
compare (PzClassroom   *classroom,
         PzCasePackage *package,
         GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pz_case_plan_new_async (classroom, package, NULL, done_cb, &result);
  wait_for (&result);
  return pz_case_plan_new_finish (classroom, result, error);
}

static gboolean
apply (PzCasePlan  *plan,
       GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pz_case_plan_apply_async (plan, NULL, done_cb, &result);
  wait_for (&result);
  return pz_case_plan_apply_finish (plan, result, error);
}

/* n_new: standards that are new in the class */
static void
import (PzClassroom *classroom,
        const char  *text,
        guint        n_new)
{
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzCasePlan) plan = compare (classroom, package, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pz_case_plan_count (plan, PZ_RECORD_STANDARD, PZ_IMPORT_NEW), ==, n_new);
  g_assert_false (pz_case_plan_is_writing (plan));
  g_assert_true (apply (plan, &error));
  g_assert_no_error (error);
}

static char *
read_file (PzClassroom *classroom)
{
  g_autofree char *path = g_strdup_printf ("%s/frameworks/" ROOT ".json", pz_classroom_get_path (classroom));
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* how many lie in the trash, of the framework as it is in memory */
static guint
count_deleted (PzClassroom *classroom)
{
  g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, ROOT, NULL);
  GListModel *standards = pz_document_get_records (document, PZ_RECORD_STANDARD);
  guint n = pz_record_is_deleted (pz_document_get_owner (document));

  for (guint i = 0; i < g_list_model_get_n_items (standards); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (standards, i);

      n += pz_record_is_deleted (record);
    }
  return n;
}

static gboolean
is_waiting (PzClassroom *classroom)
{
  return pz_classroom_get_save_state (classroom) != PZ_SAVE_SAVED;
}

static void
test_is_one_step (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *text = case_make_tree (700, 8);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GAsyncResult) back = NULL;

  import (classroom, text, 700);
  first = read_file (classroom);
  g_assert_nonnull (strstr (first, "\"statement\":\"Solves problem 699 and"));
  g_assert_false (is_waiting (classroom));
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Import of a framework");
  /* and once more there is nothing to do */
  import (classroom, text, 0);
  second = read_file (classroom);
  g_assert_cmpstr (first, ==, second);
  pz_classroom_undo_async (classroom, done_cb, &back);
  wait_for (&back);
  g_assert_true (pz_classroom_step_finish (classroom, back, NULL));
  g_assert_cmpuint (count_deleted (classroom), ==, 701);
  g_assert_null (pz_classroom_get_undo_label (classroom));
  g_assert_true (pz_classroom_save (classroom, NULL, NULL));
}

/* what the file says, without the stamps */
static char *
read_values (PzClassroom *classroom)
{
  g_autofree char *text = read_file (classroom);
  g_auto(GStrv) parts = g_strsplit (text, "\"stamps\"", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strdup (parts[0]);
}

/* the way of the window and the one of the command line; only the stamps are of another moment */
static void
test_writes_what_is_written_at_once (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *text = case_make_tree (40, 3);
  g_autoptr(PzClassroom) one = new_class (fixture);
  g_autoptr(PzClassroom) other = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePlan) plan = pz_case_plan_new (other, package, NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  import (one, text, 40);
  g_assert_true (pz_case_plan_apply (plan, NULL));
  a = read_values (one);
  b = read_values (other);
  g_assert_cmpstr (a, ==, b);
}

static void
test_stopped_is_as_it_was (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *text = case_make_tree (300, 8);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(PzCasePlan) plan = compare (classroom, package, NULL);
  g_autoptr(GAsyncResult) applied = NULL;
  g_autoptr(GAsyncResult) compared = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *file = NULL;

  pz_case_plan_apply_async (plan, cancellable, done_cb, &applied);
  g_cancellable_cancel (cancellable);
  wait_for (&applied);
  g_assert_false (pz_case_plan_apply_finish (plan, applied, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  file = read_file (classroom);
  g_assert_null (file);
  g_assert_null (pz_classroom_get_undo_label (classroom));
  g_assert_false (is_waiting (classroom));
  g_clear_error (&error);
  pz_case_plan_new_async (classroom, package, cancellable, done_cb, &compared);
  wait_for (&compared);
  g_assert_null (pz_case_plan_new_finish (classroom, compared, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* nothing of it may stay, and what was edited before does */
static void
test_too_large_changes_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (3900000, 'x');
  g_autofree char *text = g_strdup_printf (
      "{\"CFDocument\":{\"identifier\":\"" ROOT "\",\"title\":\"Large\"},\"CFItems\":["
      "{\"identifier\":\"a\",\"y\":\"%s\"},{\"identifier\":\"b\",\"y\":\"%s\"},{\"identifier\":\"c\",\"y\":\"%s\"},"
      "{\"identifier\":\"d\",\"y\":\"%s\"},{\"identifier\":\"e\",\"y\":\"%s\"}]}",
      long_text, long_text, long_text, long_text, long_text);
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (classroom));

  pz_record_set_text (owner, PZ_CLASSROOM_SUBJECT, "Maths");
  plan = compare (classroom, package, NULL);
  g_assert_false (is_waiting (classroom)); /* what waits is saved before the files are read */
  g_assert_false (apply (plan, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_CLASSROOM_SUBJECT), ==, "Maths");
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Edit");
}

/* somebody holds the framework: they see it change */
static void
test_open_framework_is_edited_where_it_is (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *few = case_make_tree (5, 2);
  g_autofree char *more = case_make_tree (8, 2);
  g_autoptr(PzDocument) document = NULL;

  import (classroom, few, 5);
  document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, ROOT, NULL);
  import (classroom, more, 3);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_STANDARD), ==, 8);
  g_assert_false (is_waiting (classroom));
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Import of a framework");
}

/* another program changed the file after it was compared: both are kept */
static void
test_joins_what_came_meanwhile (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *few = case_make_tree (5, 2);
  g_autofree char *more = case_make_tree (8, 2);
  g_autoptr(PzCasePackage) package = case_parse (more);
  g_autoptr(PzCasePlan) plan = NULL;
  g_autoptr(PzClassroom) other = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  import (classroom, few, 5);
  plan = compare (classroom, package, NULL);
  other = pz_classroom_open (fixture->environment, pz_classroom_get_path (classroom), NULL);
  document = pz_classroom_load (other, PZ_DOCUMENT_FRAMEWORK, ROOT, NULL);
  pz_record_set_text (pz_document_find (document, ITEM), PZ_STANDARD_NOTES, "Ours");
  g_assert_true (pz_classroom_save (other, NULL, NULL));
  g_clear_object (&document);
  g_assert_true (apply (plan, &error));
  g_assert_no_error (error);
  document = pz_classroom_load (classroom, PZ_DOCUMENT_FRAMEWORK, ROOT, NULL);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_STANDARD), ==, 8);
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, ITEM), PZ_STANDARD_NOTES), ==, "Ours");
}

/* another program brought the same framework, and this one has not heard of it yet */
static void
test_file_that_came_meanwhile_is_left (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = new_class (fixture);
  g_autofree char *text = case_make_tree (5, 2);
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePlan) plan = compare (classroom, package, NULL);
  g_autoptr(PzClassroom) other = pz_classroom_open (fixture->environment, pz_classroom_get_path (classroom), NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import (other, text, 5);
  before = read_file (classroom);
  g_assert_false (apply (plan, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  after = read_file (classroom);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, function) fixture_test_add ("/core/case-task/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-one-step", test_is_one_step);
  ADD ("writes-what-is-written-at-once", test_writes_what_is_written_at_once);
  ADD ("stopped-is-as-it-was", test_stopped_is_as_it_was);
  ADD ("too-large-changes-nothing", test_too_large_changes_nothing);
  ADD ("open-framework-is-edited-where-it-is", test_open_framework_is_edited_where_it_is);
  ADD ("joins-what-came-meanwhile", test_joins_what_came_meanwhile);
  ADD ("file-that-came-meanwhile-is-left", test_file_that_came_meanwhile_is_left);
  return g_test_run ();
}
