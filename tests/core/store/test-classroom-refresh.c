/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <unistd.h>

static void
set_flag_cb (gpointer source,
             gpointer argument,
             gboolean *flag)
{
  *flag = TRUE;
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (pz_classroom_refresh_finish (PZ_CLASSROOM (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
test_refresh_takes_over_what_others_wrote (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) theirs = load_learner (other, id);
  g_autofree char *second = add_learner (other, "Ada", "Hill");
  gboolean reloaded = FALSE;

  rename_to (theirs, "Nour");
  pz_record_set_text (owner_of (pz_classroom_get_document (other)), PZ_CLASSROOM_NAME, "Class 6b");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  g_signal_connect (f->classroom, "document-reloaded", G_CALLBACK (set_flag_cb), &reloaded);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_true (reloaded);
  assert_given_name (f->classroom, id, "Nour");
  g_assert_cmpstr (pz_classroom_get_name (f->classroom), ==, "Class 6b");
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), second, NULL));
}

static void
test_what_was_saved_meanwhile_stays (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  gboolean done = FALSE;
  guint position;

  pz_classroom_refresh_async (f->classroom, NULL, refreshed_cb, &done);
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  run_until (&done);
  assert_given_name (f->classroom, id, "Nour");
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), id, &position));
  g_assert_cmpstr (pz_index_peek_given_name (pz_classroom_get_index (f->classroom), position), ==, "Nour");
}

static void
test_unsaved_edits_survive_a_refresh (ClassroomFixture *f,
                                      gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) theirs = load_learner (other, id);

  rename_to (document, "Nour");
  pz_record_set_text (owner_of (theirs), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_FAMILY_NAME), ==, "Janssen");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  assert_on_disk (f, id, "Nour");
}

static void
test_watch_follows_other_programs (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzDocument) theirs = load_learner (other, id);
  gboolean reloaded = FALSE;

  pz_classroom_watch (f->classroom);
  g_signal_connect (f->classroom, "document-reloaded", G_CALLBACK (set_flag_cb), &reloaded);
  rename_to (theirs, "Nour");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  run_until (&reloaded);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

/* by hand, or by a program that died before it wrote the index; no monitor tells of it */
static void
rename_in_file (ClassroomFixture *f,
                const char       *id,
                const char       *from,
                const char       *to)
{
  g_autofree char *path = classroom_fixture_file (f, id);
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, from, 2);
  changed = g_strjoinv (to, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static const char *
shown_name (ClassroomFixture *f,
            const char       *id)
{
  PzIndex *index = pz_classroom_get_index (f->classroom);
  guint position;

  g_assert_true (pz_index_find (index, id, &position));
  return pz_index_peek_given_name (index, position);
}

static void
run_until_refreshed (ClassroomFixture *f)
{
  while (f->classroom->refreshing || f->classroom->refresh_source != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_watch_begins_with_a_look (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");

  classroom_fixture_reopen (f); /* which writes the index */
  rename_in_file (f, id, "Noor", "Noorah");
  classroom_fixture_reopen (f);
  g_assert_cmpstr (shown_name (f, id), ==, "Noor");
  pz_classroom_watch (f->classroom);
  run_until_refreshed (f);
  g_assert_cmpstr (shown_name (f, id), ==, "Noorah");
}

static void
test_watching_again_looks_again (ClassroomFixture *f,
                                 gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");

  pz_classroom_watch (f->classroom);
  run_until_refreshed (f);
  rename_in_file (f, id, "Noor", "Noorah");
  pz_classroom_watch (f->classroom);
  run_until_refreshed (f);
  g_assert_cmpstr (shown_name (f, id), ==, "Noorah");
}

static void
test_damaged_file_is_a_row (ClassroomFixture *f,
                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) document = NULL;
  guint position;

  classroom_fixture_damage (f, id);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), id, &position));
  g_assert_cmpuint (pz_index_peek_flags (pz_classroom_get_index (f->classroom), position) & PZ_INDEX_DAMAGED, !=, 0);
  g_assert_cmpstr (pz_index_peek_given_name (pz_classroom_get_index (f->classroom), position), ==, "Noor");
  document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, &error);
  g_assert_null (document);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
}

static void
test_who_shows_a_removed_learner_is_told (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autofree char *file = classroom_fixture_file (f, id);
  gboolean removed = FALSE;

  g_signal_connect (f->classroom, "document-removed", G_CALLBACK (set_flag_cb), &removed);
  g_assert_no_errno (unlink (file));
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_true (removed);
  g_assert_false (pz_index_find (pz_classroom_get_index (f->classroom), id, NULL));
}

static void
test_class_that_became_newer_is_read_only (ClassroomFixture *f,
                                           gconstpointer     data)
{
  gboolean told = FALSE;

  g_signal_connect (f->classroom, "notify::read-only", G_CALLBACK (set_flag_cb), &told);
  classroom_fixture_make_newer (f, "classroom.json");
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_true (told);
  g_assert_true (pz_classroom_is_read_only (f->classroom));
  g_assert_nonnull (pz_classroom_get_read_only_reason (f->classroom));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-refresh/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-over-what-others-wrote", test_refresh_takes_over_what_others_wrote);
  ADD ("what-was-saved-meanwhile-stays", test_what_was_saved_meanwhile_stays);
  ADD ("unsaved-edits-survive", test_unsaved_edits_survive_a_refresh);
  ADD ("watch-follows-other-programs", test_watch_follows_other_programs);
  ADD ("watch-begins-with-a-look", test_watch_begins_with_a_look);
  ADD ("watching-again-looks-again", test_watching_again_looks_again);
  ADD ("damaged-file-is-a-row", test_damaged_file_is_a_row);
  ADD ("who-shows-a-removed-learner-is-told", test_who_shows_a_removed_learner_is_told);
  ADD ("class-that-became-newer-is-read-only", test_class_that_became_newer_is_read_only);
  return g_test_run ();
}
