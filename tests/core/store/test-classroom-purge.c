/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "flush-faults.h"
#include "pz-classroom-calendar.h"
#include "pz-classroom-plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static gboolean
is_found (ClassroomFixture *f,
          const char       *text)
{
  g_autofree char *command = g_strdup_printf ("grep -rqF '%s' '%s'", text, f->folder);

  return system (command) == 0;
}

static void
count_cb (gpointer source,
          gpointer argument,
          guint   *n)
{
  (*n)++;
}

static void
count_written_cb (guint *n)
{
  (*n)++;
}

static void
test_no_trace_is_left (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noorderlicht", "Jansen");
  g_autofree char *kept = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) open = NULL;
  const char *ids[] = { id, NULL };
  guint n_removed = 0;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_snapshot (f->classroom, "test", NULL));
  g_assert_true (pz_classroom_close (f->classroom, NULL));
  /* a damaged copy that was set aside, in the class and in a snapshot */
  open = load_learner (f->classroom, id);
  classroom_fixture_damage (f, id);
  rename_to (open, "Noorderlicht2");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 1);
  g_assert_true (pz_classroom_snapshot (f->classroom, "test", NULL));
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_true (is_found (f, "Noorderlicht"));
  g_signal_connect (f->classroom, "document-removed", G_CALLBACK (count_cb), &n_removed);
  g_assert_true (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_false (is_found (f, "Noorderlicht"));
  g_assert_false (is_found (f, id));
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 0);
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_false (pz_index_find (pz_classroom_get_index (f->classroom), id, NULL));
  assert_given_name (f->classroom, kept, "Ada");
}

static void
test_a_damaged_save_keeps_no_trace (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noorderlicht", "Jansen");
  g_autofree char *record = g_build_filename (f->path, "journal", "txn-00000000000000a1.journal.damaged", NULL);
  g_autofree char *staged = g_strdup_printf ("%s/learners/.%s.json.00000000000000a1.tmp", f->path, id);
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (record, "x", -1, NULL));
  g_assert_true (g_file_set_contents (staged, "Noorderlicht", -1, NULL));
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_true (is_found (f, "Noorderlicht"));
  g_assert_true (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_no_error (error);
  g_assert_false (is_found (f, "Noorderlicht"));
}

static void
test_activities_go_with_all_that_was_noted (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autofree char *learner = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) activity = pz_classroom_plan_activity (f->classroom, "Marked title", 0);
  g_autoptr(PzDocument) other = pz_classroom_plan_activity (f->classroom, "Another one", 0);
  g_autofree char *id = g_strdup (pz_document_get_id (activity));
  const char *ids[] = { id, NULL };
  guint n_removed = 0, n_written = 0;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_activity_take_part (activity, learner, 1), PZ_PARTICIPATION_NOTE, "Marked note");
  g_assert_true (pz_classroom_save (f->classroom, "Plan", NULL));
  g_assert_true (pz_classroom_snapshot (f->classroom, "test", NULL));
  g_assert_false (pz_classroom_purge_activities (f->classroom, ids, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID); /* not from anywhere but the trash */
  g_clear_error (&error);
  pz_document_delete (activity, pz_document_get_owner (activity));
  g_assert_true (pz_classroom_save (f->classroom, "Delete activity", NULL));
  g_assert_true (is_found (f, "Marked"));
  g_signal_connect (f->classroom, "document-removed", G_CALLBACK (count_cb), &n_removed);
  g_signal_connect_swapped (f->classroom, "activities-written", G_CALLBACK (count_written_cb), &n_written);
  g_assert_true (pz_classroom_purge_activities (f->classroom, ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpuint (n_written, ==, 1);
  g_assert_false (is_found (f, "Marked"));
  g_assert_false (is_found (f, id));
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_true (pz_classroom_purge_activities (f->classroom, ids, &error)); /* traces may be left: asked again */
  g_assert_no_error (error);
  left = pz_classroom_read_activities (f->classroom, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((PzActivity *) left->pdata[0])->title, ==, "Another one");
  assert_given_name (f->classroom, learner, "Ada");
}

/* a snapshot of before there were activities has no folder for them */
static void
test_activities_leave_older_snapshots_alone (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autoptr(PzDocument) activity = NULL;
  const char *ids[] = { NULL, NULL };
  g_autoptr(GError) error = NULL;

  g_free (add_learner (f->classroom, "Ada", "Hill"));
  g_assert_true (pz_classroom_snapshot (f->classroom, "test", NULL));
  activity = pz_classroom_plan_activity (f->classroom, "Marked title", 0);
  pz_document_delete (activity, pz_document_get_owner (activity));
  g_assert_true (pz_classroom_save (f->classroom, "Delete activity", NULL));
  ids[0] = pz_document_get_id (activity);
  g_assert_true (pz_classroom_purge_activities (f->classroom, ids, &error));
  g_assert_no_error (error);
  g_assert_false (is_found (f, "Marked"));
}

static void
test_only_from_the_trash (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  assert_on_disk (f, id, "Noor");
}

/* somebody else brought the learner back, and we have not heard of it */
static void
test_who_was_restored_elsewhere_stays (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzClassroom) other = NULL;
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  other = classroom_fixture_open_other (f);
  g_assert_true (pz_classroom_restore (other, ids, "Restore learner", NULL));
  g_assert_false (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  assert_on_disk (f, id, "Noor");
}

static void
test_full_disk_removes_nothing (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  flush_faults_files (1, ENOSPC);
  g_assert_false (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  assert_on_disk (f, id, "Noor");
  g_assert_true (pz_classroom_restore (f->classroom, ids, "Restore learner", NULL));
}

static void
test_uncertain_purge_opens_the_class_again (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *kept = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, kept);
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  for (guint skip = 0; skip < 20 && error == NULL; skip++)
    {
      g_autoptr(GError) why = NULL;

      flush_faults_folders (skip, 1, EIO);
      if (pz_classroom_purge (f->classroom, ids, &why))
        break;
      if (g_error_matches (why, PZ_ERROR, PZ_ERROR_UNCERTAIN))
        error = g_steal_pointer (&why);
    }
  flush_faults_folders (0, 0, 0);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);
  rename_to (document, "Adah");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-purge/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("no-trace-is-left", test_no_trace_is_left);
  ADD ("a-damaged-save-keeps-no-trace", test_a_damaged_save_keeps_no_trace);
  ADD ("activities-go-with-all-that-was-noted", test_activities_go_with_all_that_was_noted);
  ADD ("activities-leave-older-snapshots-alone", test_activities_leave_older_snapshots_alone);
  ADD ("only-from-the-trash", test_only_from_the_trash);
  ADD ("who-was-restored-elsewhere-stays", test_who_was_restored_elsewhere_stays);
  ADD ("full-disk-removes-nothing", test_full_disk_removes_nothing);
  ADD ("uncertain-purge-opens-the-class-again", test_uncertain_purge_opens_the_class_again);
  return g_test_run ();
}
