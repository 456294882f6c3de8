/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-fixture.h"

#include "pz-style.h"

#include <glib/gstdio.h>

/* Nothing takes this long; a test that waits in vain fails instead of hanging. */
#define DEADLINE_S 20

int
ui_test_run (int    *argc,
             char ***argv,
             void  (*add_tests) (void))
{
  gtk_test_init (argc, argv);
  adw_init ();
  pz_style_init ();
  add_tests ();
  return g_test_run ();
}

static gboolean
deadline_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

gboolean
ui_wait (UiCondition condition,
         gpointer    data)
{
  gboolean late = FALSE;
  guint deadline = g_timeout_add_seconds (DEADLINE_S, deadline_cb, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  return !late;
}

void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

GtkWidget *
ui_present (GtkWidget *child,
            int        width,
            int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  return window;
}

static GtkWidget *
find_counted (GtkWidget *root,
              GType      type,
              guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*n)-- == 0)
        return child;
      found = find_counted (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* the n-th widget of a type below root, in the order of the tree, from 0 */
GtkWidget *
ui_find (GtkWidget *root,
         GType      type,
         guint      n)
{
  GtkWidget *found = find_counted (root, type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

char *
ui_add_learner (PzClassroom *classroom,
                const char  *given_name,
                const char  *family_name)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, given_name);
  pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, family_name);
  return g_strdup (pz_document_get_id (document));
}

void
ui_save (PzClassroom *classroom)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (classroom, NULL, &error);
  g_assert_no_error (error);
}

/* names: (nullable): "Given Family;Given Family", who is in the class */
void
ui_fixture_set_up (UiFixture     *fixture,
                   gconstpointer  names)
{
  g_auto(GStrv) people = g_strsplit (names != NULL ? names : "", ";", -1);
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("personalize-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->environment = pz_environment_new_fixed (fixture->folder, G_GINT64_CONSTANT (1795392000000), 7);
  fixture->classroom = pz_classroom_prepare (fixture->environment, "5b", &error);
  g_assert_no_error (error);
  for (gsize i = 0; people[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (people[i], " ", 2);
      g_autofree char *id = ui_add_learner (fixture->classroom, parts[0], parts[1]);
    }
  ui_save (fixture->classroom);
}

/* Gives up the last reference but those of a thread, which may be about to end: its task is dropped after the answer. */
void
ui_assert_finalized_soon (gpointer object)
{
  gpointer left = object;
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  g_object_add_weak_pointer (object, &left);
  g_object_unref (object);
  while (g_atomic_pointer_get (&left) != NULL && g_get_monotonic_time () < deadline)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_assert_null (g_atomic_pointer_get (&left));
}

void
ui_fixture_tear_down (UiFixture     *fixture,
                      gconstpointer  names)
{
  ui_settle ();
  pz_classroom_close (fixture->classroom, NULL);
  ui_assert_finalized_soon (fixture->classroom);
  ui_assert_finalized_soon (fixture->environment);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

/* The window with the class, drawn. */
PzWindow *
ui_open_window (UiFixture *fixture)
{
  PzWindow *window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));

  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  return window;
}

/* Closes as a teacher does, and proves that nothing holds the window. */
void
ui_close_window (PzWindow *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}
