/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "timeline-fixture.h"

#include "pz-error.h"

#include <unistd.h>

typedef struct
{
  GPtrArray *found;
  GError *error;
  gboolean done;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->found, g_ptr_array_unref);
  g_clear_error (&answer->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_classroom_list_activities_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static GPtrArray *
list (TimelineFixture *f)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = pz_classroom_list_activities (f->base.classroom, pz_document_get_id (f->learner), &error);

  g_assert_no_error (error);
  return found;
}

static void
list_apart (TimelineFixture *f,
            GCancellable    *cancellable,
            Answer          *answer)
{
  pz_classroom_list_activities_async (f->base.classroom, pz_document_get_id (f->learner), cancellable, answer_cb, answer);
  run_until (&answer->done);
}

static void
test_a_class_without_activities_has_none (TimelineFixture *f,
                                          gconstpointer    data)
{
  g_autoptr(GPtrArray) found = list (f);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_those_the_learner_took_part_in_by_id (TimelineFixture *f,
                                           gconstpointer    data)
{
  g_autoptr(PzDocument) one = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzDocument) two = timeline_add_activity (f, "Towers", "2026-11-18");
  g_autoptr(PzDocument) planned = timeline_add_activity (f, "Tunnels", "2026-11-30");
  g_autoptr(GPtrArray) found = NULL, theirs = NULL;

  pz_record_set_text (owner_of (planned), PZ_ACTIVITY_STATE, "planned");
  g_assert_true (pz_classroom_save (f->base.classroom, "Plan", NULL));
  found = list (f);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((PzTimelineActivity *) found->pdata[0])->id, <, ((PzTimelineActivity *) found->pdata[1])->id);
  theirs = pz_classroom_list_activities (f->base.classroom, "aaaaaaaaaaaaaaaa", NULL);
  g_assert_cmpuint (theirs->len, ==, 0);
}

static void
test_the_same_in_a_thread (TimelineFixture *f,
                           gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_auto(Answer) answer = { 0 };

  list_apart (f, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.found->len, ==, 1);
  g_assert_cmpstr (((PzTimelineActivity *) answer.found->pdata[0])->title, ==, "Bridges");
}

static void
test_what_cannot_be_read_shows_nothing (TimelineFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzDocument) one = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzDocument) two = timeline_add_activity (f, "Towers", "2026-11-18");
  g_autofree char *path = g_strdup_printf ("%s/activities/%s.json", f->base.path, pz_document_get_id (one));
  g_autofree char *aside = g_strconcat (path, ".damaged-20261123T160000", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (aside, text, -1, NULL)); /* no activity any more */
  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
  found = list (f);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((PzTimelineActivity *) found->pdata[0])->title, ==, "Towers");
}

static void
test_a_folder_that_cannot_be_read_is_an_error (TimelineFixture *f,
                                               gconstpointer    data)
{
  g_autofree char *folder = g_build_filename (f->base.path, "activities", NULL);
  g_autoptr(GError) error = NULL;
  g_auto(Answer) answer = { 0 };

  remove_tree (folder);
  g_assert_no_errno (symlink ("/", folder));
  g_assert_null (pz_classroom_list_activities (f->base.classroom, "aaaaaaaaaaaaaaaa", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  list_apart (f, NULL, &answer);
  g_assert_null (answer.found);
  g_assert_error (answer.error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_reading_can_be_cancelled (TimelineFixture *f,
                               gconstpointer    data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Answer) answer = { 0 };

  g_cancellable_cancel (cancellable);
  list_apart (f, cancellable, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.found);
}

#define ADD(path, function) timeline_test_add ("/core/classroom-activities/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-class-without-activities-has-none", test_a_class_without_activities_has_none);
  ADD ("those-the-learner-took-part-in-by-id", test_those_the_learner_took_part_in_by_id);
  ADD ("the-same-in-a-thread", test_the_same_in_a_thread);
  ADD ("what-cannot-be-read-shows-nothing", test_what_cannot_be_read_shows_nothing);
  ADD ("a-folder-that-cannot-be-read-is-an-error", test_a_folder_that_cannot_be_read_is_an_error);
  ADD ("reading-can-be-cancelled", test_reading_can_be_cancelled);
  return g_test_run ();
}
