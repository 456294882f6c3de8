/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "flush-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* how a save that was asked for ended */
typedef struct
{
  gboolean done;
  gboolean saved;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->saved = pz_classroom_save_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static void
test_async_save_is_on_disk (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answer = { 0 };

  rename_to (document, "Nour");
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answer);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVING);
  run_until (&answer.done);
  g_assert_true (answer.saved);
  assert_on_disk (f, id, "Nour");
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  g_assert_cmpuint (pz_document_get_revision (document), ==, 2);
}

static void
test_everybody_who_asked_is_told (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answers[5] = { 0 };

  rename_to (document, "Nour");
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      run_until (&answers[i].done);
      g_assert_true (answers[i].saved);
      /* nobody is told before it is true */
      assert_on_disk (f, id, "Nour");
    }
}

static void
test_edit_during_a_commit_is_saved_after_it (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer first = { 0 };

  rename_to (document, "Nour");
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &first);
  rename_to (document, "Nora");
  run_until (&first.done);
  g_assert_true (first.saved);
  /* nobody asked for it */
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nora");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 3);
}

static void
test_saving_at_once_waits_for_the_thread (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answer = { 0 };

  rename_to (document, "Nour");
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answer);
  pz_record_set_text (owner_of (document), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_true (answer.done);
  assert_on_disk (f, id, "Nour");
  assert_on_disk (f, id, "Janssen");
}

static void
test_close_waits_for_the_thread (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answer = { 0 };

  rename_to (document, "Nour");
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answer);
  g_assert_true (pz_classroom_close (f->classroom, NULL));
  g_assert_true (answer.done);
  assert_on_disk (f, id, "Nour");
}

static void
test_cancelled_save_stays_in_memory (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  rename_to (document, "Nour");
  g_cancellable_cancel (cancellable);
  pz_classroom_save_async (f->classroom, "Rename", cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  assert_on_disk (f, id, "Noor");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, id, "Nour");
}

static void
test_queued_save_comes_by_itself (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  pz_classroom_queue_save (f->classroom, "Nothing to do");
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  rename_to (document, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_PENDING);
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nour");
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
}

static int
take_lock (ClassroomFixture *f)
{
  g_autofree char *path = g_build_filename (f->path, "lock", NULL);
  int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (lock, >=, 0);
  g_assert_no_errno (flock (lock, LOCK_EX | LOCK_NB));
  pz_store_set_lock_wait (f->classroom->store, 1);
  return lock;
}

static void
test_locked_edit_is_kept_and_tried_again (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GError) error = NULL;
  int lock = take_lock (f);

  rename_to (document, "Nour");
  g_assert_false (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_FAILED);
  g_assert_error (pz_classroom_get_save_error (f->classroom), PZ_ERROR, PZ_ERROR_LOCKED);
  close (lock);
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  g_assert_null (pz_classroom_get_save_error (f->classroom));
  assert_on_disk (f, id, "Nour");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 2);
}

/* Another program that is always quicker, for as long as it likes. */
typedef struct
{
  PzClassroom *classroom;
  const char *id;
  gboolean at_work;
  guint n_writes;
} Quicker;

static void
write_again_cb (PzRecord   *record,
                GParamSpec *property,
                gpointer    user_data)
{
  Quicker *quicker = user_data;
  g_autoptr(PzDocument) document = load_learner (quicker->classroom, quicker->id);
  g_autofree char *name = g_strdup_printf ("M%u", ++quicker->n_writes);

  if (!quicker->at_work)
    return;
  pz_record_set_text (owner_of (document), PZ_LEARNER_MIDDLE_NAME, name);
  g_assert_true (pz_classroom_save (quicker->classroom, "Edit", NULL));
}

static void
test_edit_that_was_never_quick_enough_is_tried_again (ClassroomFixture *f,
                                                      gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  Quicker quicker = { other, id, TRUE, 0 };
  gulong handler;

  handler = g_signal_connect (owner_of (document), "notify::middle-name", G_CALLBACK (write_again_cb), &quicker);
  write_again_cb (NULL, NULL, &quicker);
  rename_to (document, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  run_until_state (f->classroom, PZ_SAVE_FAILED);
  g_assert_error (pz_classroom_get_save_error (f->classroom), PZ_ERROR, PZ_ERROR_CHANGED);
  g_assert_cmpuint (quicker.n_writes, >, 20);
  quicker.at_work = FALSE;
  run_until_state (f->classroom, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nour");
  assert_on_disk (f, id, pz_record_get_text (owner_of (document), PZ_LEARNER_MIDDLE_NAME));
  g_signal_handler_disconnect (owner_of (document), handler);
  pz_classroom_close (other, NULL);
}

static guint
count_history (ClassroomFixture *f)
{
  g_autofree char *name = g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl",
                                           pz_clock_get_device (f->classroom->clock));
  g_autofree char *text = classroom_fixture_read (f, name);
  guint n = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    n += *at == '\n';
  return n;
}

static void
check_refusal (ClassroomFixture *f,
               int               saved_errno,
               PzError           code)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GError) error = NULL;
  guint lines = count_history (f);

  rename_to (document, "Nour");
  flush_faults_files (1, saved_errno);
  g_assert_false (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_error (error, PZ_ERROR, (int) code);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_FAILED);
  assert_on_disk (f, id, "Noor");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 1);
  g_assert_cmpuint (count_history (f), ==, lines);
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nour");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 2);
  g_assert_cmpuint (count_history (f), ==, lines + 1);
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
}

static void
test_full_disk_keeps_the_edit (ClassroomFixture *f,
                               gconstpointer     data)
{
  check_refusal (f, ENOSPC, PZ_ERROR_NO_SPACE);
}

static void
test_read_only_disk_keeps_the_edit (ClassroomFixture *f,
                                    gconstpointer     data)
{
  check_refusal (f, EROFS, PZ_ERROR_READ_ONLY);
}

static void
test_failed_async_save_says_so (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  Answer answers[2] = { 0 };

  rename_to (document, "Nour");
  flush_faults_files (1, EIO);
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answers[0]);
  /* asked for while the one that fails runs: it is a new attempt */
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answers[1]);
  run_until (&answers[0].done);
  g_assert_error (answers[0].error, PZ_ERROR, PZ_ERROR_IO);
  g_clear_error (&answers[0].error);
  run_until (&answers[1].done);
  g_assert_true (answers[1].saved);
  assert_on_disk (f, id, "Nour");
}

static void
test_uncertain_save_is_read_and_written_again (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzStore *before = f->classroom->store;
  guint lines = count_history (f);

  rename_to (document, "Nour");
  flush_faults_folders (0, 1, EIO);
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_true (f->classroom->store != before);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  assert_on_disk (f, id, "Nour");
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, 0);
  g_assert_cmpuint (count_history (f), ==, lines + 1);
  run_until_state (f->classroom, PZ_SAVE_SAVED);
}

static void
test_uncertain_twice_is_told (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) second = load_learner (f->classroom, other);
  g_autoptr(GError) error = NULL;

  rename_to (document, "Nour");
  rename_to (second, "Adah");
  flush_faults_folders (0, 1000, EIO);
  g_assert_false (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_FAILED);
  flush_faults_folders (0, 0, 0);
  /* the disk is well again: nothing needs a restart */
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  assert_on_disk (f, id, "Nour");
  assert_on_disk (f, other, "Adah");
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, 0);
}

static void
test_damaged_file_is_set_aside (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);

  classroom_fixture_damage (f, id);
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, id, "Nour");
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 1);
}

static void
test_newer_file_keeps_nobody_else_from_saving (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) second = load_learner (f->classroom, other);
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(GError) error = NULL;

  classroom_fixture_make_newer (f, name);
  rename_to (document, "Nour");
  rename_to (second, "Adah");
  g_assert_false (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
  assert_on_disk (f, other, "Adah");
  assert_on_disk (f, id, "\"version\":2");
  assert_on_disk (f, id, "Noor");
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_FAILED);
  pz_classroom_abandon (f->classroom);
}

static void
test_file_that_is_gone_is_written_anew (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autofree char *file = classroom_fixture_file (f, id);

  rename_to (document, "Nour");
  g_assert_no_errno (unlink (file));
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, id, "Nour");
}

static void
save_again_cb (PzClassroom *classroom)
{
  static gboolean inside;

  if (inside)
    return;
  inside = TRUE;
  g_assert_true (pz_classroom_save (classroom, "From a handler", NULL));
  inside = FALSE;
}

/* whoever is told of a change may save, and may let go of the document */
static void
test_handlers_may_save (ClassroomFixture *f,
                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) theirs = load_learner (other, id);
  PzDocument *mine = load_learner (f->classroom, id);
  Answer answer = { 0 };

  g_signal_connect_swapped (pz_classroom_get_index (f->classroom), "items-changed", G_CALLBACK (save_again_cb), f->classroom);
  g_signal_connect (f->classroom, "document-reloaded", G_CALLBACK (save_again_cb), NULL);
  g_signal_connect (f->classroom, "notify::save-state", G_CALLBACK (save_again_cb), NULL);
  g_signal_connect_swapped (owner_of (mine), "notify", G_CALLBACK (save_again_cb), f->classroom);
  pz_record_set_text (owner_of (theirs), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  pz_record_set_add (owner_of (mine), PZ_LEARNER_INTERESTS, "Music");
  rename_to (mine, "Nour");
  g_object_unref (mine);
  pz_classroom_save_async (f->classroom, "Rename", NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_true (answer.saved);
  assert_on_disk (f, id, "Nour");
  assert_on_disk (f, id, "Janssen");
  assert_on_disk (f, id, "Music");
  g_signal_handlers_disconnect_by_func (pz_classroom_get_index (f->classroom), save_again_cb, f->classroom);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-save/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("async-save-is-on-disk", test_async_save_is_on_disk);
  ADD ("everybody-who-asked-is-told", test_everybody_who_asked_is_told);
  ADD ("edit-during-a-commit-is-saved-after-it", test_edit_during_a_commit_is_saved_after_it);
  ADD ("saving-at-once-waits-for-the-thread", test_saving_at_once_waits_for_the_thread);
  ADD ("close-waits-for-the-thread", test_close_waits_for_the_thread);
  ADD ("cancelled-save-stays-in-memory", test_cancelled_save_stays_in_memory);
  ADD ("queued-save-comes-by-itself", test_queued_save_comes_by_itself);
  ADD ("locked-edit-is-kept-and-tried-again", test_locked_edit_is_kept_and_tried_again);
  ADD ("edit-that-was-never-quick-enough-is-tried-again", test_edit_that_was_never_quick_enough_is_tried_again);
  ADD ("full-disk-keeps-the-edit", test_full_disk_keeps_the_edit);
  ADD ("read-only-disk-keeps-the-edit", test_read_only_disk_keeps_the_edit);
  ADD ("failed-async-save-says-so", test_failed_async_save_says_so);
  ADD ("uncertain-save-is-read-and-written-again", test_uncertain_save_is_read_and_written_again);
  ADD ("uncertain-twice-is-told", test_uncertain_twice_is_told);
  ADD ("damaged-file-is-set-aside", test_damaged_file_is_set_aside);
  ADD ("newer-file-keeps-nobody-else-from-saving", test_newer_file_keeps_nobody_else_from_saving);
  ADD ("file-that-is-gone-is-written-anew", test_file_that_is_gone_is_written_anew);
  ADD ("handlers-may-save", test_handlers_may_save);
  return g_test_run ();
}
