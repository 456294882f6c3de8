/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-standard-labels.h"

typedef struct
{
  gboolean done;
  GHashTable *labels;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->labels = pz_classroom_collect_standard_labels_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static PzRecord *
add_standard (PzDocument *framework,
              const char *id,
              const char *code,
              const char *statement)
{
  PzRecord *standard = pz_document_add_with_id (framework, PZ_RECORD_STANDARD, id);

  pz_record_set_text (standard, PZ_STANDARD_CODE, code);
  pz_record_set_text (standard, PZ_STANDARD_STATEMENT, statement);
  return standard;
}

static void
assert_label (Answer     *answer,
              const char *id,
              const char *label)
{
  g_assert_cmpstr (g_hash_table_lookup (answer->labels, id), ==, label);
}

/* of all frameworks; a file that cannot be read has none */
static void
test_code_and_beginning (ClassroomFixture *f,
                         gconstpointer     data)
{
  g_autoptr(PzDocument) reading = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, "reading", NULL);
  g_autoptr(PzDocument) maths = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);
  g_autofree char *damaged = g_build_filename (f->path, "frameworks", "damaged.json", NULL);
  g_autofree char *long_text = g_strnfill (200, 'x');
  g_autofree char *beginning = g_strnfill (60, 'x');
  g_autofree char *shortened = g_strconcat ("R.3 · ", beginning, "…", NULL);
  Answer answer = { 0 };

  add_standard (reading, "r-2", "R.2", "Reads <b>aloud</b>");
  add_standard (reading, "r-3", "R.3", long_text);
  add_standard (maths, "m-1", NULL, "Counts to ten");
  add_standard (maths, "m-2", "M.2", NULL);
  add_standard (maths, "m-3", NULL, NULL);
  pz_document_delete (maths, add_standard (maths, "m-4", "M.4", "Gone"));
  g_assert_true (pz_classroom_save (f->classroom, "Import", NULL));
  g_assert_true (g_file_set_contents (damaged, "{", -1, NULL));

  pz_classroom_collect_standard_labels_async (f->classroom, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_hash_table_size (answer.labels), ==, 5);
  assert_label (&answer, "r-2", "R.2 · Reads <b>aloud</b>");
  assert_label (&answer, "r-3", shortened);
  assert_label (&answer, "m-1", "Counts to ten");
  assert_label (&answer, "m-2", "M.2");
  assert_label (&answer, "m-3", "m-3");
  g_hash_table_unref (answer.labels);
}

static void
test_can_be_cancelled (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_collect_standard_labels_async (f->classroom, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/standard-labels/code-and-beginning", test_code_and_beginning);
  classroom_test_add ("/core/standard-labels/can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
