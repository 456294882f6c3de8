/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-bulk.h"

#include "classroom-fixture.h"

#define MANY 500

typedef struct
{
  gboolean done;
  guint n_changed;
  guint n_skipped;
  guint n_told;  /* how often progress was told */
  guint reached;
  GCancellable *cancel_at_first;
  GError *error;
} Answer;

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, answer->reached);
  answer->reached = done;
  answer->n_told++;
  if (answer->cancel_at_first != NULL)
    g_cancellable_cancel (answer->cancel_at_first);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  pz_classroom_bulk_finish (PZ_CLASSROOM (source), result, &answer->n_changed, &answer->n_skipped, &answer->error);
  answer->done = TRUE;
}

static void
run (PzClassroom         *classroom,
     GPtrArray           *ids,
     const PzBulkChange  *change,
     GCancellable        *cancellable,
     Answer              *answer)
{
  g_ptr_array_add (ids, NULL);
  pz_classroom_bulk_async (classroom, (const char * const *) ids->pdata, change, progress_cb, cancellable, answer_cb,
                           answer);
  g_ptr_array_remove_index (ids, ids->len - 1);
  run_until (&answer->done);
}

/* their ids; saved as one step */
static GPtrArray *
add_many (PzClassroom *classroom,
          guint        n)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);

      pz_record_set_text (owner_of (document), PZ_LEARNER_GIVEN_NAME, "Noor");
      g_ptr_array_add (ids, g_strdup (pz_document_get_id (document)));
    }
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  return ids;
}

static guint
count_with_need (PzClassroom *classroom,
                 GPtrArray   *ids,
                 const char  *need)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = load_learner (classroom, g_ptr_array_index (ids, i));

      n += pz_record_set_has (owner_of (document), PZ_LEARNER_NEEDS, need);
    }
  return n;
}

static void
test_many_are_one_commit_and_one_undo (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, MANY);
  g_autofree char *label_before = g_strdup (pz_classroom_get_undo_label (f->classroom));
  PzBulkChange change = { PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading" };
  Answer answer = { 0 };

  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_changed, ==, MANY);
  g_assert_cmpuint (answer.n_skipped, ==, 0);
  g_assert_cmpuint (answer.reached, ==, MANY);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  run_until_let_go (f->classroom);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, MANY);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, label_before);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  classroom_fixture_reopen (f);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, 0);
}

/* What another reader of the folder can see is all or nothing: every file was replaced by one commit. */
static void
test_nothing_is_written_before_all_are_changed (ClassroomFixture *f,
                                                gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 40);
  g_autoptr(PzClassroom) other = NULL;
  PzBulkChange change = { PZ_BULK_ARCHIVE, 0, NULL, NULL };
  Answer answer = { 0 };

  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  other = classroom_fixture_open_other (f);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (other)), ==, 0);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_true (pz_classroom_refresh (other, NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (other)), ==, 40);
}

typedef struct
{
  PzDocument *document;
} Typist;

/* Whatever the change does meanwhile, somebody types on a page. */
static gboolean
type_cb (gpointer user_data)
{
  Typist *typist = user_data;
  PzRecord *owner = owner_of (typist->document);

  pz_record_set_text (owner, PZ_LEARNER_NOTES, pz_record_get_text (owner, PZ_LEARNER_NOTES) == NULL ? "Typed" : NULL);
  return G_SOURCE_CONTINUE;
}

static void
test_typing_while_it_runs_is_kept (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, MANY);
  g_autoptr(PzDocument) document = load_learner (f->classroom, g_ptr_array_index (ids, MANY / 2));
  PzBulkChange change = { PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading" };
  Typist typist = { document };
  Answer answer = { 0 };
  guint source;

  source = g_idle_add (type_cb, &typist);
  run (f->classroom, ids, &change, NULL, &answer);
  g_source_remove (source);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_changed, ==, MANY);
  pz_record_set_text (owner_of (document), PZ_LEARNER_NOTES, "Last word");
  g_assert_true (pz_classroom_save (f->classroom, "Notes", NULL));
  assert_on_disk (f, g_ptr_array_index (ids, MANY / 2), "Last word");
  assert_on_disk (f, g_ptr_array_index (ids, MANY / 2), "Reading");
  g_clear_object (&document);
  classroom_fixture_reopen (f);
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, MANY);
}

/* a page has the learner open, and goes on showing it */
static void
test_open_learner_is_the_same (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 3);
  g_autoptr(PzDocument) document = NULL;
  PzBulkChange change = { PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading" };
  Answer answer = { 0 };

  classroom_fixture_reopen (f);
  document = load_learner (f->classroom, g_ptr_array_index (ids, 1));
  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (pz_record_set_has (owner_of (document), PZ_LEARNER_NEEDS, "Reading"));
}

static void
test_typing_before_it_is_a_step_of_its_own (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 3);
  g_autoptr(PzDocument) document = load_learner (f->classroom, g_ptr_array_index (ids, 0));
  PzBulkChange change = { PZ_BULK_SET_LEVEL, 0, NULL, "aaaaaaaaaaaaaaaa" };
  Answer answer = { 0 };

  rename_to (document, "Nora");
  pz_classroom_queue_save (f->classroom, "Rename");
  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nora");
  g_assert_null (pz_record_get_text (owner_of (document), PZ_LEARNER_LEVEL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

static void
test_cancelled_changes_nothing (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, MANY);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzBulkChange change = { PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading" };
  Answer answer = { .cancel_at_first = cancellable };
  Answer never = { 0 };

  classroom_fixture_reopen (f); /* so that every learner must be read */
  run (f->classroom, ids, &change, cancellable, &answer);
  /* with a very fast disk all were read in the first slice, and the change was made; otherwise nothing was */
  g_assert_cmpuint (count_with_need (f->classroom, ids, "Reading"), ==, answer.error == NULL ? MANY : 0);
  run (f->classroom, ids, &change, cancellable, &never);
  g_assert_error (never.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (never.n_changed, ==, 0);
  g_assert_cmpuint (never.n_told, ==, 0);
  g_clear_error (&never.error);
  g_clear_error (&answer.error);
}

static void
test_damaged_files_are_counted (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 3);
  PzBulkChange change = { PZ_BULK_ADD, PZ_LEARNER_NEEDS, NULL, "Reading" };
  Answer answer = { 0 };

  classroom_fixture_damage (f, g_ptr_array_index (ids, 1));
  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_changed, ==, 2);
  g_assert_cmpuint (answer.n_skipped, ==, 1);
}

static void
test_what_is_so_already_is_no_step (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 2);
  g_autofree char *label = g_strdup (pz_classroom_get_undo_label (f->classroom));
  PzBulkChange change = { PZ_BULK_UNARCHIVE, 0, NULL, NULL };
  Answer answer = { 0 };

  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_changed, ==, 0);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, label);
}

static guint
count_goals (PzClassroom *classroom,
             GPtrArray   *ids)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = load_learner (classroom, g_ptr_array_index (ids, i));
      GListModel *goals = pz_document_get_records (document, PZ_RECORD_GOAL);

      for (guint j = 0; j < g_list_model_get_n_items (goals); j++)
        {
          g_autoptr(PzRecord) goal = g_list_model_get_item (goals, j);

          n += !pz_record_is_deleted (goal);
        }
    }
  return n;
}

/* Steps and levels come and go with the goals. */
static void
test_a_goal_is_given_to_many_in_one_step (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autoptr(GPtrArray) ids = add_many (f->classroom, 3);
  g_autofree char *label_before = g_strdup (pz_classroom_get_undo_label (f->classroom));
  g_autoptr(PzGoalDraft) draft = pz_goal_draft_new (f->environment);
  PzBulkChange change = { .kind = PZ_BULK_GIVE_GOAL, .goal = draft };
  g_autoptr(PzDocument) first = NULL;
  Answer answer = { 0 };

  pz_record_set_text (pz_goal_draft_get_goal (draft), PZ_GOAL_TITLE, "Reads");
  pz_record_set_text (pz_goal_draft_add_milestone (draft), PZ_MILESTONE_TEXT, "Short words");
  run (f->classroom, ids, &change, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_changed, ==, 3);
  g_assert_cmpuint (count_goals (f->classroom, ids), ==, 3);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "New goal of 3 learners");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpuint (count_goals (f->classroom, ids), ==, 0);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, label_before);
  first = load_learner (f->classroom, g_ptr_array_index (ids, 0));
  for (guint i = 0; i < g_list_model_get_n_items (pz_document_get_records (first, PZ_RECORD_MILESTONE)); i++)
    {
      g_autoptr(PzRecord) step = g_list_model_get_item (pz_document_get_records (first, PZ_RECORD_MILESTONE), i);

      g_assert_true (pz_record_is_deleted (step));
    }
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_cmpuint (count_goals (f->classroom, ids), ==, 3);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-bulk/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("many-are-one-commit-and-one-undo", test_many_are_one_commit_and_one_undo);
  ADD ("nothing-is-written-before-all-are-changed", test_nothing_is_written_before_all_are_changed);
  ADD ("typing-before-it-is-a-step-of-its-own", test_typing_before_it_is_a_step_of_its_own);
  ADD ("typing-while-it-runs-is-kept", test_typing_while_it_runs_is_kept);
  ADD ("open-learner-is-the-same", test_open_learner_is_the_same);
  ADD ("cancelled-changes-nothing", test_cancelled_changes_nothing);
  ADD ("damaged-files-are-counted", test_damaged_files_are_counted);
  ADD ("what-is-so-already-is-no-step", test_what_is_so_already_is_no_step);
  ADD ("a-goal-is-given-to-many-in-one-step", test_a_goal_is_given_to_many_in_one_step);
  return g_test_run ();
}
