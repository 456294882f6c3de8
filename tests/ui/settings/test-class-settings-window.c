/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-settings-window.h"
#include "pz-draft-entry.h"
#include "pz-form.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

static PzRecord *
get_owner (UiFixture *fixture)
{
  return pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
}

static void
close_window (GtkWidget *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
test_shows_pages (UiFixture     *fixture,
                  gconstpointer  data)
{
  GtkWidget *window = pz_class_settings_window_new (fixture->classroom);

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < pz_class_settings_window_get_n (); i++)
    {
      GtkWidget *page = pz_class_settings_window_show (PZ_CLASS_SETTINGS_WINDOW (window), pz_class_settings_window_get_name (i));

      g_assert_nonnull (page);
      gtk_test_widget_wait_for_draw (window);
      g_assert_true (gtk_widget_get_mapped (page));
    }
  g_assert_null (pz_class_settings_window_show (PZ_CLASS_SETTINGS_WINDOW (window), "no such page"));
  close_window (window);
}

/* what is being typed counts when the window is closed, and Ctrl+Z in the window takes it back */
static void
test_keeps_what_is_typed (UiFixture     *fixture,
                          gconstpointer  data)
{
  GtkWidget *window = pz_class_settings_window_new (fixture->classroom);

  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (window, PZ_TYPE_DRAFT_ENTRY, 0)), "6b");
  gtk_widget_activate_action (window, "settings.undo", NULL);
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_NAME), ==, "5b");
  gtk_widget_activate_action (window, "settings.redo", NULL);
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_NAME), ==, "6b");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (window, PZ_TYPE_DRAFT_ENTRY, 0)), "7b");
  close_window (window);
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_NAME), ==, "7b");
}

static void
make_newer (const char *path)
{
  g_autofree char *file = g_build_filename (path, "classroom.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) changed = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"version\": 1", "\"version\": 99", 1)
                    + g_string_replace (changed, "\"version\":1", "\"version\":99", 1), ==, 1);
  g_assert_true (g_file_set_contents (file, changed->str, -1, NULL));
}

static void
test_looks_only (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_strdup (pz_classroom_get_path (fixture->classroom));
  GtkWidget *window;

  g_assert_true (pz_classroom_close (fixture->classroom, NULL));
  g_assert_finalize_object (fixture->classroom);
  make_newer (path);
  fixture->classroom = pz_classroom_open (fixture->environment, path, NULL);
  g_assert_true (pz_classroom_is_read_only (fixture->classroom));
  window = pz_class_settings_window_new (fixture->classroom);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_is_sensitive (ui_find (window, PZ_TYPE_FORM, 0)));
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add ("/ui/class-settings-window/shows-every-page", UiFixture, NULL, ui_fixture_set_up, test_shows_pages, ui_fixture_tear_down);
  g_test_add ("/ui/class-settings-window/keeps-what-is-typed", UiFixture, NULL, ui_fixture_set_up, test_keeps_what_is_typed, ui_fixture_tear_down);
  g_test_add ("/ui/class-settings-window/lets-a-locked-class-be-looked-at", UiFixture, NULL, ui_fixture_set_up, test_looks_only, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
