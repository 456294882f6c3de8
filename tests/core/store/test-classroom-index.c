/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <string.h>

static void
test_index_is_written_when_it_changed (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *before = classroom_fixture_read (f, "cache/index.json");
  g_autofree char *after = NULL;

  g_assert_null (before);
  g_assert_true (pz_classroom_write_index (f->classroom, NULL));
  after = classroom_fixture_read (f, "cache/index.json");
  g_assert_nonnull (strstr (after, id));
  g_assert_false (f->classroom->index_changed);
  g_assert_cmpuint (f->classroom->index_source, ==, 0);
}

static void
test_index_is_written_without_some (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *kept = add_learner (f->classroom, "Ada", "Hill");
  const char *ids[] = { id, NULL };
  g_autofree char *text = NULL;

  g_assert_true (pz_classroom_write_index (f->classroom, NULL));
  g_assert_true (pz_classroom_write_index_without (f->classroom, ids, NULL));
  text = classroom_fixture_read (f, "cache/index.json");
  g_assert_null (strstr (text, id));
  g_assert_nonnull (strstr (text, kept));
  g_assert_true (f->classroom->index_changed);
}

static void
test_index_is_scheduled_by_a_save (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");

  g_assert_cmpuint (f->classroom->index_source, !=, 0);
}

/* What an older version of the program left says nothing about absences. */
static void
test_old_index_is_made_anew (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *path = g_build_filename (f->path, "cache", "index.json", NULL);
  g_autofree char *text = NULL, *old = NULL;
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_auto(GStrv) parts = NULL;
  guint position;

  pz_record_set_text (pz_document_add (document, PZ_RECORD_ABSENCE), PZ_ABSENCE_FROM, "2026-11-20");
  g_assert_true (pz_classroom_save (f->classroom, "Absent", NULL));
  g_assert_true (pz_classroom_write_index (f->classroom, NULL));
  text = classroom_fixture_read (f, "cache/index.json");
  parts = g_strsplit (text, ",\"absences\":\"2026-11-20\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  old = g_strjoinv ("", parts);
  strstr (old, "\"version\":")[strlen ("\"version\":")] = '1';
  g_clear_object (&document);
  g_assert_true (pz_classroom_close (f->classroom, NULL));
  g_clear_object (&f->classroom);
  g_assert_true (g_file_set_contents (path, old, -1, NULL));
  f->classroom = pz_classroom_open (f->environment, f->path, NULL);
  g_assert_nonnull (f->classroom);
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), id, &position));
  g_assert_cmpstr (pz_index_peek_absences (pz_classroom_get_index (f->classroom), position), ==, "2026-11-20");
}

static void
remove_again_cb (GListModel  *index,
                 guint        position,
                 guint        removed,
                 guint        added,
                 PzClassroom *classroom)
{
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();

  if (added == 0)
    return;
  g_ptr_array_add (gone, (gpointer) pz_index_peek_id (pz_classroom_get_index (classroom), position));
  /* waits until everybody was told of this change */
  pz_classroom_apply_index (classroom, NULL, gone);
  g_assert_cmpuint (g_list_model_get_n_items (index), ==, 1);
}

static void
test_changes_from_a_handler_wait (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = NULL;
  PzIndex *index = pz_classroom_get_index (f->classroom);

  g_signal_connect (index, "items-changed", G_CALLBACK (remove_again_cb), f->classroom);
  id = add_learner (f->classroom, "Noor", "Jansen");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 0);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-index/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-written-when-it-changed", test_index_is_written_when_it_changed);
  ADD ("is-written-without-some", test_index_is_written_without_some);
  ADD ("is-scheduled-by-a-save", test_index_is_scheduled_by_a_save);
  ADD ("old-index-is-made-anew", test_old_index_is_made_anew);
  ADD ("changes-from-a-handler-wait", test_changes_from_a_handler_wait);
  return g_test_run ();
}
