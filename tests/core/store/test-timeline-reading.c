/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "timeline-fixture.h"

#include "pz-error.h"
#include "pz-timeline-private.h"

#include <unistd.h>

static void
loading_cb (PzTimeline *timeline,
            GParamSpec *pspec,
            gboolean   *done)
{
  *done = !pz_timeline_is_loading (timeline);
}

static void
test_reads_activities_in_a_thread (TimelineFixture *f,
                                   gconstpointer    data)
{
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  PzTimelineItem *before;
  gboolean done = FALSE;

  g_assert_cmpuint (timeline_count (timeline), ==, 0);
  g_signal_connect (timeline, "notify::loading", G_CALLBACK (loading_cb), &done);
  pz_timeline_read_activities (timeline);
  g_assert_true (pz_timeline_is_loading (timeline));
  pz_timeline_read_activities (timeline); /* the first one is given up */
  run_until (&done);
  g_assert_cmpuint (timeline_count (timeline), ==, 1);
  before = timeline_peek (timeline, 0);
  done = FALSE;
  pz_timeline_read_activities (timeline);
  run_until (&done);
  g_assert_true (timeline_peek (timeline, 0) == before); /* it says the same */
}

static void
test_goes_away_while_it_reads (TimelineFixture *f,
                               gconstpointer    data)
{
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  PzTimeline *timeline = pz_timeline_new (f->base.classroom, f->learner);

  pz_timeline_read_activities (timeline);
  g_object_run_dispose (G_OBJECT (timeline));
  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  g_object_unref (timeline);
  while (timeline != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reads_activities_at_once (TimelineFixture *f,
                               gconstpointer    data)
{
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_autoptr(GError) error = NULL;
  PzTimelineItem *before;

  g_assert_true (pz_timeline_read_activities_now (timeline, &error));
  g_assert_no_error (error);
  g_assert_false (pz_timeline_is_loading (timeline));
  g_assert_cmpuint (timeline_count (timeline), ==, 1);
  before = timeline_peek (timeline, 0);
  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  g_assert_true (timeline_peek (timeline, 0) == before); /* it says the same */
  pz_record_set_text (owner_of (activity), PZ_ACTIVITY_TITLE, "Towers");
  g_assert_true (pz_classroom_save (f->base.classroom, "Rename", NULL));
  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  g_assert_cmpstr (pz_timeline_item_get_activity (timeline_peek (timeline, 0))->title, ==, "Towers");
}

static void
plant_link (TimelineFixture *f)
{
  g_autofree char *folder = g_build_filename (f->base.path, "activities", NULL);

  remove_tree (folder);
  g_assert_no_errno (symlink ("/", folder));
}

/* what was read before stays, in a thread as at once */
static void
test_a_folder_that_cannot_be_read_changes_nothing (TimelineFixture *f,
                                                   gconstpointer    data)
{
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_autoptr(GError) error = NULL;
  gboolean done = FALSE;

  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  plant_link (f);
  g_assert_false (pz_timeline_read_activities_now (timeline, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_cmpuint (timeline_count (timeline), ==, 1);
  g_signal_connect (timeline, "notify::loading", G_CALLBACK (loading_cb), &done);
  pz_timeline_read_activities (timeline);
  run_until (&done);
  g_assert_cmpuint (timeline_count (timeline), ==, 1);
}

#define ADD(path, function) timeline_test_add ("/core/timeline-reading/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-activities-in-a-thread", test_reads_activities_in_a_thread);
  ADD ("goes-away-while-it-reads", test_goes_away_while_it_reads);
  ADD ("reads-activities-at-once", test_reads_activities_at_once);
  ADD ("a-folder-that-cannot-be-read-changes-nothing", test_a_folder_that_cannot_be_read_changes_nothing);
  return g_test_run ();
}
