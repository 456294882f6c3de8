/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-rules.h"
#include "pz-class-settings-window.h"
#include "pz-preferences-window.h"
#include "pz-window-private.h"
#include "ui-fixture.h"

static PzRecord *
get_owner (UiFixture *fixture)
{
  return pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
}

static PzWindow *
open_window (UiFixture *fixture)
{
  PzWindow *window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));

  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  return window;
}

static gboolean
asks (PzWindow *window)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (window->banner));
}

static void
test_asks_from_the_day_on (UiFixture     *fixture,
                           gconstpointer  data)
{
  PzWindow *window;
  GDate today;

  pz_environment_get_today (fixture->environment, &today); /* 23 November 2026 */
  pz_record_set_text (get_owner (fixture), PZ_CLASSROOM_RETENTION_DATE, "2026-11-24");
  ui_save (fixture->classroom);
  window = open_window (fixture);
  g_assert_false (asks (window));
  /* it stays open over night */
  pz_environment_advance (fixture->environment, 24 * 3600 * 1000);
  pz_day_watch_look (window->watch);
  g_assert_true (asks (window));
  g_assert_true (gtk_widget_get_visible (window->banner_button));
  g_assert_true (gtk_widget_get_visible (window->banner_copy));
  g_assert_true (gtk_widget_get_visible (window->banner_delete));
  gtk_widget_activate_action (window->banner_button, "win.keep-class", NULL);
  ui_settle ();
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_RETENTION_DATE), ==, "2027-11-24");
  g_assert_false (asks (window));
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  ui_settle ();
  g_assert_true (asks (window));
  ui_close_window (window);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
test_opens_windows (UiFixture     *fixture,
                    gconstpointer  data)
{
  PzWindow *window = open_window (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (window), "class-settings", NULL);
  ui_settle ();
  g_assert_nonnull (find_window (PZ_TYPE_CLASS_SETTINGS_WINDOW));
  gtk_window_close (GTK_WINDOW (find_window (PZ_TYPE_CLASS_SETTINGS_WINDOW)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "preferences", NULL);
  ui_settle ();
  g_assert_nonnull (find_window (PZ_TYPE_PREFERENCES_WINDOW));
  gtk_window_close (GTK_WINDOW (find_window (PZ_TYPE_PREFERENCES_WINDOW)));
  ui_settle ();
  ui_close_window (window);
}

static void
add_tests (void)
{
  g_test_add ("/ui/window-settings/asks-whether-the-class-is-still-needed", UiFixture, NULL, ui_fixture_set_up, test_asks_from_the_day_on, ui_fixture_tear_down);
  g_test_add ("/ui/window-settings/opens-both-windows", UiFixture, NULL, ui_fixture_set_up, test_opens_windows, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
