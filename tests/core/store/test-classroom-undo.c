/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "pz-classroom-undo-private.h"

#include <string.h>
#include <unistd.h>

static void
test_step_comes_and_goes (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  rename_to (document, "Nou");
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Noor");
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

static void
test_labels_keep_steps_apart (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  rename_to (document, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  pz_record_set_add (owner_of (document), PZ_LEARNER_INTERESTS, "Music");
  pz_classroom_queue_save (f->classroom, "Edit interests");
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Edit interests");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_false (pz_record_set_has (owner_of (document), PZ_LEARNER_INTERESTS, "Music"));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
}

/* a Round: every value is saved as it comes, changed again, and taken back as one, in the order that makes sense */
static void
test_joined_saves_are_one_step (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id), second = load_learner (f->classroom, other);
  PzRecord *goal;

  pz_classroom_join_steps (f->classroom, "Round");
  goal = pz_document_add (document, PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  rename_to (document, "Nou");
  g_assert_true (pz_classroom_save (f->classroom, "Round", NULL));
  rename_to (second, "Adah");
  g_assert_true (pz_classroom_save (f->classroom, "Round", NULL));
  rename_to (document, "Nour");
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  g_assert_true (pz_classroom_save (f->classroom, "Round", NULL));
  pz_classroom_join_steps (f->classroom, NULL);

  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_cmpstr (pz_record_get_text (owner_of (second), PZ_LEARNER_GIVEN_NAME), ==, "Ada");
  g_assert_true (pz_record_is_deleted (goal));
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_cmpstr (pz_record_get_text (owner_of (second), PZ_LEARNER_GIVEN_NAME), ==, "Adah");
  g_assert_false (pz_record_is_deleted (goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nour");
}

static void
test_deleting_is_a_step_of_its_own (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  const char *ids[] = { id, NULL };

  rename_to (document, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_false (pz_record_is_deleted (owner_of (document)));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

static void
test_what_others_changed_since_stays (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzClassroom) other = NULL;
  g_autoptr(PzDocument) theirs = NULL;
  g_autoptr(GError) error = NULL;

  rename_to (document, "Nour");
  pz_record_set_text (owner_of (document), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  other = classroom_fixture_open_other (f);
  theirs = load_learner (other, id);
  rename_to (theirs, "Nora");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_false (pz_classroom_undo (f->classroom, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nora");
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_FAMILY_NAME), ==, "Jansen");
}

static void
test_removed_learners_do_not_come_back (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *file = classroom_fixture_file (f, id);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) other = load_learner (f->classroom, second);
  g_autoptr(GError) error = NULL;

  rename_to (document, "Nour");
  rename_to (other, "Adah");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_no_errno (unlink (file));
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_false (pz_classroom_undo (f->classroom, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  assert_given_name (f->classroom, second, "Ada");
}

static void
test_added_learner_goes_to_the_trash_whole (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_record_is_deleted (owner_of (document)));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_false (pz_record_is_deleted (owner_of (document)));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
}

/* what waits for its pause is the last step already, and nothing can be done again behind it */
static void
test_what_waits_has_the_label (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_nonnull (pz_classroom_get_redo_label (f->classroom));
  rename_to (document, "Nour");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Edit");
  pz_classroom_queue_save (f->classroom, "Rename");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
  g_assert_null (pz_classroom_get_redo_label (f->classroom));
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
}

static void
test_nothing_to_undo_is_said (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_false (pz_classroom_undo (f->classroom, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (pz_classroom_redo (f->classroom, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
edit_and_save_cb (PzRecord    *record,
                  GParamSpec  *pspec,
                  PzClassroom *classroom)
{
  static guint n;

  if (n++ > 0)
    return;
  pz_record_set_add (record, PZ_LEARNER_INTERESTS, "Music");
  g_assert_true (pz_classroom_save (classroom, "From a handler", NULL));
}

/* who hears of an undone value may save: the step at hand must survive it, and stay what it was */
static void
test_handlers_may_save_while_undoing (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  pz_record_set_text (owner_of (document), PZ_LEARNER_FAMILY_NAME, "Janssen");
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_signal_connect (owner_of (document), "notify::given-name", G_CALLBACK (edit_and_save_cb), f->classroom);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_FAMILY_NAME), ==, "Jansen");
  g_assert_cmpstr (pz_classroom_get_redo_label (f->classroom), ==, "Rename");
}

static void
test_import_of_500_comes_and_goes (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_add (f->classroom, PZ_DOCUMENT_LEARNER);

      rename_to (document, "Noor");
      if (first == NULL)
        first = g_strdup (pz_document_get_id (document));
    }
  g_assert_true (pz_classroom_save (f->classroom, "Import roster", NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 500);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 0);
  /* nothing but the class itself stays in memory */
  run_until_let_go (f->classroom);
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 500);
  assert_given_name (f->classroom, first, "Noor");
}

static void
test_history_says_what_was_changed (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                           pz_clock_get_device (f->classroom->clock));
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autofree char *text = NULL;

  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  text = classroom_fixture_read (f, name);
  g_assert_nonnull (strstr (text, "\"field\":\"given-name\",\"old\":\"Noor\",\"new\":\"Nour\""));
}

/* so that each of them fits into a turn of the main loop */
static void
test_many_changes_are_several_parts (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, "maths", NULL);
  g_autoptr(PzUndoStep) step = NULL;
  guint n = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("maths-%u", i);

      pz_document_add_with_id (document, PZ_RECORD_STANDARD, id);
    }
  g_assert_true (pz_classroom_save (f->classroom, "Import", NULL));
  step = pz_classroom_take_step (f->classroom, FALSE, NULL);
  g_assert_cmpuint (step->parts->len, >, 1);
  for (guint i = 0; i < step->parts->len; i++)
    {
      const PzUndoPart *part = pz_undo_step_get_part (step, i, TRUE);

      g_assert_cmpuint (part->changes->len, <=, 128);
      for (guint j = 0; j < part->changes->len; j++, n++)
        if (n > 0) /* the first one is the framework itself */
          {
            g_autofree char *id = g_strdup_printf ("maths-%u", n - 1);

            g_assert_cmpstr (((PzChange *) g_ptr_array_index (part->changes, j))->record, ==, id);
          }
    }
  g_assert_cmpuint (n, ==, 301);
  g_assert_true (pz_classroom_apply_step (f->classroom, step, FALSE, NULL));
  g_assert_true (pz_record_is_deleted (owner_of (document)));
  g_assert_true (pz_record_is_deleted (pz_document_find (document, "maths-299")));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-undo/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("step-comes-and-goes", test_step_comes_and_goes);
  ADD ("labels-keep-steps-apart", test_labels_keep_steps_apart);
  ADD ("joined-saves-are-one-step", test_joined_saves_are_one_step);
  ADD ("deleting-is-a-step-of-its-own", test_deleting_is_a_step_of_its_own);
  ADD ("what-others-changed-since-stays", test_what_others_changed_since_stays);
  ADD ("removed-learners-do-not-come-back", test_removed_learners_do_not_come_back);
  ADD ("added-learner-goes-to-the-trash-whole", test_added_learner_goes_to_the_trash_whole);
  ADD ("what-waits-has-the-label", test_what_waits_has_the_label);
  ADD ("nothing-to-undo-is-said", test_nothing_to_undo_is_said);
  ADD ("handlers-may-save", test_handlers_may_save_while_undoing);
  ADD ("import-of-500-comes-and-goes", test_import_of_500_comes_and_goes);
  ADD ("history-says-what-was-changed", test_history_says_what_was_changed);
  ADD ("many-changes-are-several-parts", test_many_changes_are_several_parts);
  return g_test_run ();
}
