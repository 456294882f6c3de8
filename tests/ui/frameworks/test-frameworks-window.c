/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "framework-fixture.h"
#include "pz-choice-row.h"
#include "pz-classroom-frameworks.h"
#include "pz-frameworks-window.h"
#include "pz-privacy.h"
#include "pz-standard-browser.h"
#include "pz-standard-details.h"

static gboolean
is_ready (gpointer window)
{
  return pz_frameworks_window_is_ready (window);
}

static void
wait_for (GtkWidget *window)
{
  g_assert_true (ui_wait (is_ready, window));
  ui_settle ();
}

static GtkWidget *
show (UiFixture  *fixture,
      const char *id)
{
  GtkWidget *window = pz_frameworks_window_new (fixture->classroom, id);

  gtk_window_present (GTK_WINDOW (window));
  wait_for (window);
  return window;
}

static void
let_go (GtkWidget *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
assert_page (GtkWidget  *window,
             const char *page)
{
  g_assert_cmpstr (pz_frameworks_window_get_page (PZ_FRAMEWORKS_WINDOW (window)), ==, page);
}

static PzStandardDetails *
open_standard (GtkWidget  *window,
               const char *text)
{
  pz_standard_browser_search (PZ_STANDARD_BROWSER (ui_find (window, PZ_TYPE_STANDARD_BROWSER, 0)), text);
  wait_for (window);
  return PZ_STANDARD_DETAILS (ui_find (window, PZ_TYPE_STANDARD_DETAILS, 0));
}

static gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root))
    return gtk_widget_get_mapped (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_says_how_to_begin (UiFixture     *fixture,
                        gconstpointer  names)
{
  GtkWidget *window = show (fixture, NULL);

  assert_page (window, "empty");
  g_assert_true (shows_text (window, "Import Framework…"));
  let_go (window);
}

static void
test_counts_goals_of_the_class (UiFixture     *fixture,
                                gconstpointer  names)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", NULL);
  g_autofree char *ben = ui_add_learner (fixture->classroom, "Tom & <b>Ann</b>", NULL);
  PzStandardDetails *details;
  GtkWidget *window;

  framework_make (fixture);
  framework_add_goal (fixture, ben, "Reads %s & more", "r11");
  window = show (fixture, NULL);
  assert_page (window, "standards");
  g_assert_true (shows_text (window, "Language & <b>arts</b>"));
  g_assert_true (shows_text (window, "6 standards · 1 retired · 1 with a goal"));
  details = open_standard (window, "aloud");
  g_assert_cmpstr (pz_standard_details_get_coverage (details), ==, "1 of 2 learners have a goal here.");
  g_assert_cmpuint (pz_standard_details_get_n_goals (details), ==, 1);
  g_assert_true (shows_text (GTK_WIDGET (details), "Reads <i>aloud</i> & with expression"));
  g_assert_true (shows_text (GTK_WIDGET (details), "Tom & <b>Ann</b>"));
  g_assert_true (shows_text (GTK_WIDGET (details), "Reads %s & more"));
  g_assert_true (shows_text (GTK_WIDGET (details), "Comes before"));
  g_assert_true (shows_text (GTK_WIDGET (details), "R12  Reads at sight"));
  open_standard (window, "sight");
  g_assert_true (shows_text (GTK_WIDGET (details), "Retired: "));
  g_assert_cmpstr (pz_standard_details_get_coverage (details), ==, "0 of 2 learners have a goal here.");
  let_go (window);
}

static void
test_counts_goals_of_one (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", NULL);
  g_autofree char *ben = ui_add_learner (fixture->classroom, "Ben", NULL);
  PzStandardDetails *details;
  PzChoiceRow *row;
  GtkWidget *window;

  framework_make (fixture);
  framework_add_goal (fixture, ben, "Reads", "r11");
  window = show (fixture, NULL);
  details = open_standard (window, "aloud");
  row = PZ_CHOICE_ROW (ui_find (window, PZ_TYPE_CHOICE_ROW, 0));
  pz_choice_row_select (row, ada);
  g_assert_nonnull (strstr (pz_standard_details_get_coverage (details), "has no goal here."));
  g_assert_cmpuint (pz_standard_details_get_n_goals (details), ==, 0);
  pz_choice_row_select (row, ben);
  g_assert_nonnull (strstr (pz_standard_details_get_coverage (details), "has 1 goal here."));
  pz_choice_row_select (row, NULL);
  g_assert_cmpstr (pz_standard_details_get_coverage (details), ==, "1 of 2 learners have a goal here.");
  let_go (window);
}

static void
test_hides_names (UiFixture     *fixture,
                  gconstpointer  names)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", NULL);
  PzStandardDetails *details;
  GtkWidget *window;

  framework_make (fixture);
  framework_add_goal (fixture, ada, "Reads like Ada", "r11");
  window = show (fixture, NULL);
  details = open_standard (window, "aloud");
  g_assert_true (shows_text (GTK_WIDGET (details), "Ada"));
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  g_assert_false (shows_text (window, "Ada"));
  g_assert_cmpuint (pz_standard_details_get_n_goals (details), ==, 1);
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  g_assert_true (shows_text (GTK_WIDGET (details), "Ada"));
  let_go (window);
}

static void
test_follows_the_class (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", NULL);
  PzStandardDetails *details;
  GtkWidget *window;

  framework_make (fixture);
  window = show (fixture, NULL);
  details = open_standard (window, "aloud");
  g_assert_cmpstr (pz_standard_details_get_coverage (details), ==, "0 of 1 learner has a goal here.");
  framework_add_goal (fixture, ada, "Reads", "r11");
  ui_settle ();
  wait_for (window);
  g_assert_cmpstr (pz_standard_details_get_coverage (details), ==, "1 of 1 learner has a goal here.");
  let_go (window);
}

static void
test_trash_and_back (UiFixture     *fixture,
                     gconstpointer  names)
{
  GtkWidget *window;

  framework_make (fixture);
  window = show (fixture, NULL);
  g_assert_true (gtk_widget_activate_action (window, "frameworks.delete", NULL));
  wait_for (window);
  assert_page (window, "list");
  g_assert_true (shows_text (window, "In the trash"));
  g_assert_true (shows_text (window, "“Language & <b>arts</b>” moved to the trash"));
  g_assert_true (gtk_widget_activate_action (window, "frameworks.undo", NULL));
  wait_for (window);
  assert_page (window, "standards");
  let_go (window);
}

/* the file was damaged after it was shown: that is said, and it is left as it is */
static void
test_trash_says_what_went_wrong (UiFixture     *fixture,
                                 gconstpointer  names)
{
  const char *damaged = "{\"format\":\"personalize-framework\",";
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  GtkWidget *window;

  framework_make (fixture);
  window = show (fixture, NULL);
  file = g_build_filename (pz_classroom_get_path (fixture->classroom), "frameworks", "f.json", NULL);
  g_assert_true (g_file_set_contents (file, damaged, -1, NULL));
  g_assert_true (gtk_widget_activate_action (window, "frameworks.delete", NULL));
  wait_for (window);
  assert_page (window, "list");
  g_assert_false (shows_text (window, "moved to the trash"));
  g_assert_true (shows_text (window, "This file is damaged. It is kept as it is"));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, damaged);
  let_go (window);
}

static void
test_comes_back_from_the_list (UiFixture     *fixture,
                               gconstpointer  names)
{
  GtkWidget *window, *button;

  framework_make (fixture);
  g_assert_true (pz_classroom_delete_framework (fixture->classroom, "f", NULL));
  window = show (fixture, NULL);
  assert_page (window, "list");
  button = ui_find (ui_find (window, ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 0);
  g_signal_emit_by_name (button, "clicked");
  wait_for (window);
  assert_page (window, "standards");
  g_assert_true (shows_text (window, "The framework is back"));
  let_go (window);
}

/* the window may go before the framework has */
static void
test_can_be_closed_while_it_moves (UiFixture     *fixture,
                                   gconstpointer  names)
{
  g_autoptr(GPtrArray) infos = NULL;
  GtkWidget *window;

  framework_make (fixture);
  window = show (fixture, NULL);
  g_assert_true (gtk_widget_activate_action (window, "frameworks.delete", NULL));
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for (window);
  g_assert_finalize_object (window);
  infos = pz_classroom_list_frameworks (fixture->classroom, NULL);
  g_assert_cmpuint (infos->len, ==, 1);
}

static void
test_several_are_a_list (UiFixture     *fixture,
                         gconstpointer  names)
{
  GtkWidget *window;

  framework_make (fixture);
  {
    g_autoptr(PzDocument) other = framework_add (fixture, "g", "Another");

    framework_place (other, "X", "Counts", NULL);
    ui_save (fixture->classroom);
  }
  window = show (fixture, NULL);
  assert_page (window, "list");
  g_assert_true (shows_text (window, "Another"));
  gtk_widget_activate (ui_find (window, ADW_TYPE_ACTION_ROW, 0));
  wait_for (window);
  assert_page (window, "standards");
  g_assert_true (gtk_widget_activate_action (window, "frameworks.back", NULL));
  wait_for (window);
  assert_page (window, "list");
  let_go (window);
  window = show (fixture, "g");
  assert_page (window, "standards");
  g_assert_true (shows_text (window, "Another"));
  let_go (window);
}

static void
opened_cb (GtkWidget   *window,
           const char  *id,
           char       **opened)
{
  *opened = g_strdup (id);
}

static void
test_goes_to_the_learner (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", NULL);
  g_autofree char *opened = NULL;
  PzStandardDetails *details;
  GtkWidget *window;
  gpointer gone;

  framework_make (fixture);
  framework_add_goal (fixture, ada, "Reads", "r11");
  window = gone = show (fixture, NULL);
  g_object_add_weak_pointer (gone, &gone);
  g_signal_connect (window, "open-learner", G_CALLBACK (opened_cb), &opened);
  details = open_standard (window, "aloud");
  gtk_widget_activate (ui_find (GTK_WIDGET (details), ADW_TYPE_ACTION_ROW, 0));
  ui_settle ();
  g_assert_cmpstr (opened, ==, ada);
  g_assert_null (gone);
}

static void
test_can_be_closed_while_it_reads (UiFixture     *fixture,
                                   gconstpointer  names)
{
  GtkWidget *window;

  framework_make (fixture);
  window = pz_frameworks_window_new (fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for (window);
  g_assert_finalize_object (window);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("/ui/frameworks-window/says-how-to-begin", test_says_how_to_begin);
  ADD ("/ui/frameworks-window/counts-goals-of-the-class", test_counts_goals_of_the_class);
  ADD ("/ui/frameworks-window/counts-goals-of-one", test_counts_goals_of_one);
  ADD ("/ui/frameworks-window/hides-names", test_hides_names);
  ADD ("/ui/frameworks-window/follows-the-class", test_follows_the_class);
  ADD ("/ui/frameworks-window/trash-and-back", test_trash_and_back);
  ADD ("/ui/frameworks-window/trash-says-what-went-wrong", test_trash_says_what_went_wrong);
  ADD ("/ui/frameworks-window/comes-back-from-the-list", test_comes_back_from_the_list);
  ADD ("/ui/frameworks-window/can-be-closed-while-it-moves", test_can_be_closed_while_it_moves);
  ADD ("/ui/frameworks-window/several-are-a-list", test_several_are_a_list);
  ADD ("/ui/frameworks-window/goes-to-the-learner", test_goes_to_the_learner);
  ADD ("/ui/frameworks-window/can-be-closed-while-it-reads", test_can_be_closed_while_it_reads);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
