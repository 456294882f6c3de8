/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "framework-fixture.h"
#include "pz-standard-browser.h"
#include "pz-standard-picker.h"

typedef struct
{
  GtkWidget *window;
  char *chosen;
  guint n_chosen;
} Picked;

static void
chosen_cb (PzStandardPicker *picker,
           const char       *id,
           Picked           *picked)
{
  g_free (picked->chosen);
  picked->chosen = g_strdup (id);
  picked->n_chosen++;
}

static gboolean
is_ready (gpointer window)
{
  return pz_standard_picker_is_ready (window);
}

static PzStandardBrowser *
pick (Picked     *picked,
      UiFixture  *fixture,
      const char *chosen)
{
  picked->window = pz_standard_picker_new (NULL, fixture->classroom, chosen);
  g_object_add_weak_pointer (G_OBJECT (picked->window), (gpointer *) &picked->window);
  g_signal_connect (picked->window, "chosen", G_CALLBACK (chosen_cb), picked);
  gtk_window_present (GTK_WINDOW (picked->window));
  g_assert_true (ui_wait (is_ready, picked->window));
  ui_settle ();
  return PZ_STANDARD_BROWSER (ui_find (picked->window, PZ_TYPE_STANDARD_BROWSER, 0));
}

static void
let_go (Picked *picked)
{
  if (picked->window != NULL)
    gtk_window_destroy (GTK_WINDOW (picked->window));
  ui_settle ();
  g_assert_null (picked->window);
  g_clear_pointer (&picked->chosen, g_free);
}

static void
test_chooses_by_search (UiFixture     *fixture,
                        gconstpointer  names)
{
  Picked picked = { NULL };
  PzStandardBrowser *browser;

  framework_make (fixture);
  browser = pick (&picked, fixture, NULL);
  g_assert_cmpstr (pz_standard_picker_get_page (PZ_STANDARD_PICKER (picked.window)), ==, "standards");
  g_assert_false (gtk_widget_activate_action (picked.window, "picker.choose", NULL) && picked.n_chosen > 0);
  pz_standard_browser_search (browser, "at sight");
  gtk_widget_activate_action (picked.window, "picker.choose", NULL);
  g_assert_cmpuint (picked.n_chosen, ==, 1);
  g_assert_cmpstr (picked.chosen, ==, "r12");
  let_go (&picked);
}

static void
test_begins_at_the_one_that_is_chosen (UiFixture     *fixture,
                                       gconstpointer  names)
{
  Picked picked = { NULL };
  PzStandardBrowser *browser;

  framework_make (fixture);
  {
    g_autoptr(PzDocument) other = framework_add (fixture, "g", "Another");

    framework_place (other, "X", "Counts", NULL);
    framework_place (other, "X1", "Counts on", "x");
    ui_save (fixture->classroom);
  }
  browser = pick (&picked, fixture, "r11");
  g_assert_cmpuint (pz_standard_browser_get_selected (browser), !=, PZ_STANDARD_ROOT);
  g_assert_cmpuint (pz_standard_browser_get_n_rows (browser), ==, 6);
  gtk_widget_activate_action (picked.window, "picker.remove", NULL);
  g_assert_cmpuint (picked.n_chosen, ==, 1);
  g_assert_null (picked.chosen);
  let_go (&picked);
}

static void
test_says_that_there_is_none (UiFixture     *fixture,
                              gconstpointer  names)
{
  Picked picked = { NULL };

  pick (&picked, fixture, NULL);
  g_assert_cmpstr (pz_standard_picker_get_page (PZ_STANDARD_PICKER (picked.window)), ==, "empty");
  let_go (&picked);
  g_assert_cmpuint (picked.n_chosen, ==, 0);
}

static void
test_can_be_closed_while_it_reads (UiFixture     *fixture,
                                   gconstpointer  names)
{
  GtkWidget *window;

  framework_make (fixture);
  window = pz_standard_picker_new (NULL, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ui_wait (is_ready, window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("/ui/standard-picker/chooses-by-search", test_chooses_by_search);
  ADD ("/ui/standard-picker/begins-at-the-one-that-is-chosen", test_begins_at_the_one_that_is_chosen);
  ADD ("/ui/standard-picker/says-that-there-is-none", test_says_that_there_is_none);
  ADD ("/ui/standard-picker/can-be-closed-while-it-reads", test_can_be_closed_while_it_reads);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
