/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-application.h"
#include "pz-check-window.h"
#include "pz-classroom-private.h"
#include "pz-import-assistant.h"
#include "pz-window.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_LABEL (child) && strstr (gtk_label_get_label (GTK_LABEL (child)), text) != NULL)
        return child;
      found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* whether a label with the text is on the screen, not folded away */
static gboolean
says (PzWindow   *window,
      const char *text)
{
  GtkWidget *label;

  ui_settle ();
  label = find_label (GTK_WIDGET (window), text);
  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkWidget *
find_action_button (GtkWidget  *root,
                    const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child)
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
        return child;
      found = find_action_button (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
learner_file (UiFixture  *fixture,
              const char *id)
{
  g_autofree char *base = g_strconcat (id, ".json", NULL);

  return g_build_filename (pz_classroom_get_path (fixture->classroom), "learners", base, NULL);
}

static void
test_read_only_says_why (UiFixture     *fixture,
                         gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);

  g_assert_false (says (window, "Only to look at"));
  pz_classroom_set_read_only (fixture->classroom, "Only to look at");
  g_assert_true (says (window, "Only to look at"));
  g_assert_nonnull (find_action_button (GTK_WIDGET (window), "win.export"));
  g_assert_null (find_action_button (GTK_WIDGET (window), "win.save"));
  ui_close_window (window);
}

static void
test_failed_save_offers_a_way (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autoptr(GError) error = g_error_new_literal (PZ_ERROR, PZ_ERROR_NO_SPACE, "The disk is full");

  pz_classroom_set_save_state (fixture->classroom, PZ_SAVE_FAILED, error);
  g_assert_true (says (window, "The disk is full"));
  g_assert_nonnull (find_action_button (GTK_WIDGET (window), "win.save"));
  g_assert_nonnull (find_action_button (GTK_WIDGET (window), "win.export"));
  pz_classroom_set_save_state (fixture->classroom, PZ_SAVE_SAVED, NULL);
  g_assert_null (find_action_button (GTK_WIDGET (window), "win.save"));
  ui_close_window (window);
}

static gboolean
check_is_done (gpointer data)
{
  return g_strcmp0 (pz_check_window_get_page (data), "working") != 0;
}

/* a learner whose file is damaged comes back from the snapshot */
static void
test_damage_is_said_and_mended (UiFixture     *fixture,
                                gconstpointer  names)
{
  g_autofree char *id = g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0));
  g_autofree char *file = learner_file (fixture, id);
  GtkWidget *check;
  PzWindow *window;

  g_assert_true (pz_classroom_snapshot (fixture->classroom, "test", NULL));
  g_assert_cmpint (g_unlink (file), ==, 0); /* a snapshot has it by a hard link */
  g_assert_true (g_file_set_contents_full (file, "{\"format\":", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  window = ui_open_window (fixture);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
  g_assert_true (says (window, "cannot be read. All others are safe."));
  g_assert_nonnull (find_action_button (GTK_WIDGET (window), "win.check-class"));
  pz_learners_view_show (pz_window_get_learners_view (window), id);
  ui_settle ();
  g_assert_true (says (window, "A snapshot has a good copy."));
  check = pz_check_window_new (fixture->classroom);
  gtk_window_present (GTK_WINDOW (check));
  g_assert_true (ui_wait (check_is_done, check));
  g_assert_cmpstr (pz_check_window_get_page (PZ_CHECK_WINDOW (check)), ==, "list");
  g_assert_cmpuint (pz_check_window_get_n_shown (PZ_CHECK_WINDOW (check)), >, 0);
  gtk_window_destroy (GTK_WINDOW (check));
  g_assert_true (pz_classroom_restore_file (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL, NULL));
  g_assert_false (says (window, "cannot be read. All others are safe."));
  ui_close_window (window);
}

static void
test_sound_class_is_said_to_be (UiFixture     *fixture,
                                gconstpointer  names)
{
  GtkWidget *check = pz_check_window_new (fixture->classroom);

  gtk_window_present (GTK_WINDOW (check));
  g_assert_true (ui_wait (check_is_done, check));
  g_assert_cmpstr (pz_check_window_get_page (PZ_CHECK_WINDOW (check)), ==, "well");
  gtk_window_destroy (GTK_WINDOW (check));
  ui_settle ();
}

/* the learner and the view that were shown are shown again */
static void
test_place_is_remembered (UiFixture     *fixture,
                          gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *id = g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 1));
  g_autofree char *path = g_strdup (pz_classroom_get_path (fixture->classroom));

  pz_learners_view_show (pz_window_get_learners_view (window), id);
  ui_settle ();
  ui_close_window (window);
  ui_assert_finalized_soon (fixture->classroom); /* a thread may read for the page that is gone */
  fixture->classroom = pz_classroom_open (fixture->environment, path, NULL);
  window = ui_open_window (fixture);
  g_assert_nonnull (pz_learners_view_get_page (pz_window_get_learners_view (window)));
  g_assert_cmpstr (pz_learner_page_get_id (pz_learners_view_get_page (pz_window_get_learners_view (window))), ==, id);
  ui_close_window (window);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
drop (PzWindow   *window,
      GSList     *files,
      gboolean    expected)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_cmpint (taken, ==, expected);
  ui_settle ();
}

static void
test_dropped_files (UiFixture     *fixture,
                    gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autoptr(GFile) roster = g_file_new_for_path (path);
  g_autoptr(GFile) picture = g_file_new_for_path ("/nowhere/picture.png");
  GSList two[2] = { { roster, &two[1] }, { picture, NULL } };
  GtkWindow *assistant;

  g_assert_true (g_file_set_contents (path, "Given name,Family name\nNoor,Jansen\n", -1, NULL));
  drop (window, &two[1], FALSE);
  g_assert_true (says (window, "This is no roster"));
  g_assert_null (find_window (PZ_TYPE_IMPORT_ASSISTANT));
  drop (window, &two[0], FALSE);
  g_assert_null (find_window (PZ_TYPE_IMPORT_ASSISTANT));
  two[0].next = NULL;
  drop (window, &two[0], TRUE);
  assistant = find_window (PZ_TYPE_IMPORT_ASSISTANT);
  g_assert_nonnull (assistant);
  gtk_window_destroy (assistant);
  ui_close_window (window);
  g_unlink (path);
}

/* ---- the shortcuts ---- */

/* keys that widgets have by themselves: of menus, lists, chips, the dialog of a check-in */
static const char *const of_widgets[] = { "F10", "Escape", "Delete", "Return", "F2", "<Control>Return", "<Control>a",
                                           NULL };

static GHashTable *
collect_told (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/Personalize/pz-shortcuts.ui");
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GSList *objects = gtk_builder_get_objects (builder);

  for (GSList *l = objects; l != NULL; l = l->next)
    if (GTK_IS_SHORTCUTS_SHORTCUT (l->data))
      {
        g_autofree char *accelerators = NULL;
        g_auto(GStrv) list = NULL;

        g_object_get (l->data, "accelerator", &accelerators, NULL);
        list = g_strsplit (accelerators, " ", -1);
        for (guint i = 0; list[i] != NULL; i++)
          {
            guint key;
            GdkModifierType modifiers;

            g_assert_true (gtk_accelerator_parse (list[i], &key, &modifiers));
            g_hash_table_add (told, gtk_accelerator_name (key, modifiers));
          }
      }
  g_slist_free (objects);
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  return told;
}

static void
check_action (PzWindow   *window,
              const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  if (g_str_has_prefix (name, "win."))
    g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win.")));
}

/* every key of an action stands in the window of shortcuts, and every key there does something */
static void
test_shortcuts_both_ways (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autoptr(GApplication) application = g_object_new (PZ_TYPE_APPLICATION, "application-id", PZ_APPLICATION_ID, "flags",
                                                      G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, NULL);
  g_autoptr(GHashTable) told = collect_told ();
  g_auto(GStrv) actions = NULL;
  PzWindow *window = ui_open_window (fixture);
  GHashTableIter iter;
  gpointer key;

  g_assert_true (g_application_register (application, NULL, NULL));
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_assert_cmpuint (g_strv_length (actions), >, 5);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      gboolean is_told = FALSE;

      g_test_message ("%s", actions[i]);
      check_action (window, actions[i]);
      for (guint j = 0; keys[j] != NULL; j++)
        is_told |= g_hash_table_remove (told, keys[j]);
      g_assert_true (is_told);
    }
  for (guint i = 0; of_widgets[i] != NULL; i++)
    g_assert_true (g_hash_table_remove (told, of_widgets[i]));
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_test_message ("does nothing: %s", (char *) key);
  g_assert_cmpuint (g_hash_table_size (told), ==, 0);
  ui_close_window (window);
}

#define ADD(path, function) \
  g_test_add ("/ui/shell/" path, UiFixture, "Amina Yusuf;Chloé Dubois", ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("read-only-says-why", test_read_only_says_why);
  ADD ("failed-save-offers-a-way", test_failed_save_offers_a_way);
  ADD ("damage-is-said-and-mended", test_damage_is_said_and_mended);
  ADD ("sound-class-is-said-to-be", test_sound_class_is_said_to_be);
  ADD ("place-is-remembered", test_place_is_remembered);
  ADD ("dropped-files", test_dropped_files);
  ADD ("shortcuts-both-ways", test_shortcuts_both_ways);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
