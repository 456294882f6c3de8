/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-preferences-window.h"
#include "pz-settings.h"
#include "pz-style.h"
#include "ui-fixture.h"

static void
changed_cb (char      **key,
            const char *text)
{
  g_free (*key);
  *key = g_strdup (text);
}

static void
test_writes_settings (UiFixture     *fixture,
                      gconstpointer  data)
{
  GtkWidget *window = pz_preferences_window_new (fixture->environment);
  g_autofree char *changed = NULL;
  g_autofree char *sort = NULL;
  PzSettingRow *order, *hide;

  if (pz_settings_get () == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (window));
      g_test_skip ("the settings are not compiled");
      return;
    }
  g_signal_connect_swapped (window, "changed", G_CALLBACK (changed_cb), &changed);
  gtk_window_present (GTK_WINDOW (window));
  order = pz_preferences_window_get_row (PZ_PREFERENCES_WINDOW (window), PZ_SETTINGS_SORT_BY);
  g_assert_cmpstr (pz_setting_row_get_value (order), ==, "given");
  pz_setting_row_choose (order, "family");
  sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);
  g_assert_cmpstr (sort, ==, "family");
  g_assert_cmpstr (changed, ==, PZ_SETTINGS_SORT_BY);
  hide = pz_preferences_window_get_row (PZ_PREFERENCES_WINDOW (window), PZ_SETTINGS_HIDE_NAMES_AFTER);
  g_assert_cmpstr (pz_setting_row_get_value (hide), ==, "0");
  pz_setting_row_choose (hide, "5");
  g_assert_cmpint (pz_settings_get_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 0), ==, 5);
  pz_settings_set_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 10); /* by another program */
  ui_settle ();
  g_assert_cmpstr (pz_setting_row_get_value (hide), ==, "10");
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_SORT_BY);
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_HIDE_NAMES_AFTER);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* minutes somebody set by hand are offered, too */
static void
test_other_minutes (UiFixture     *fixture,
                    gconstpointer  data)
{
  GtkWidget *window;

  if (pz_settings_get () == NULL)
    {
      g_test_skip ("the settings are not compiled");
      return;
    }
  pz_settings_set_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 7);
  window = pz_preferences_window_new (fixture->environment);
  g_assert_cmpstr (pz_setting_row_get_value (pz_preferences_window_get_row (PZ_PREFERENCES_WINDOW (window),
                                                                            PZ_SETTINGS_HIDE_NAMES_AFTER)), ==, "7");
  g_settings_reset (pz_settings_get (), PZ_SETTINGS_HIDE_NAMES_AFTER);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_light_and_dark (UiFixture     *fixture,
                     gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *window = pz_preferences_window_new (fixture->environment);
  PzSettingRow *row = pz_preferences_window_get_row (PZ_PREFERENCES_WINDOW (window), PZ_SETTINGS_COLOUR_SCHEME);

  if (pz_settings_get () == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (window));
      g_test_skip ("the settings are not compiled");
      return;
    }
  pz_setting_row_choose (row, "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  pz_setting_row_choose (row, "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  pz_setting_row_choose (row, "system");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/ui/preferences-window/writes-what-is-chosen", UiFixture, NULL, ui_fixture_set_up, test_writes_settings, ui_fixture_tear_down);
  g_test_add ("/ui/preferences-window/offers-minutes-set-by-hand", UiFixture, NULL, ui_fixture_set_up, test_other_minutes, ui_fixture_tear_down);
  g_test_add ("/ui/preferences-window/turns-light-and-dark", UiFixture, NULL, ui_fixture_set_up, test_light_and_dark, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
