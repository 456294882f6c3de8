/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "framework-fixture.h"
#include "pz-standard-browser.h"
#include "pz-standard-cell.h"

typedef struct
{
  GtkWidget *window;
  PzStandardBrowser *browser;
  PzStandardTree *tree;
  char *activated;
} Shown;

static void
activated_cb (PzStandardBrowser *browser,
              guint              item,
              Shown             *shown)
{
  g_free (shown->activated);
  shown->activated = g_strdup (pz_record_get_text (pz_standard_tree_get_record (shown->tree, item), PZ_STANDARD_CODE));
}

static void
show (Shown     *shown,
      UiFixture *fixture)
{
  framework_make (fixture);
  shown->tree = framework_open (fixture, "f");
  shown->browser = PZ_STANDARD_BROWSER (pz_standard_browser_new ());
  g_signal_connect (shown->browser, "activated", G_CALLBACK (activated_cb), shown);
  shown->window = ui_present (GTK_WIDGET (shown->browser), 360, 500);
  pz_standard_browser_set_tree (shown->browser, shown->tree);
  ui_settle ();
}

static void
let_go (Shown *shown)
{
  gpointer browser = shown->browser, tree = shown->tree;

  g_object_add_weak_pointer (browser, &browser);
  g_object_add_weak_pointer (tree, &tree);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_object_unref (shown->tree);
  ui_settle ();
  g_assert_null (browser);
  g_assert_null (tree);
  g_free (shown->activated);
}

static const char *
selected (Shown *shown)
{
  guint item = pz_standard_browser_get_selected (shown->browser);

  return item != PZ_STANDARD_ROOT ? pz_record_get_text (pz_standard_tree_get_record (shown->tree, item), PZ_STANDARD_CODE) : NULL;
}

static GtkWidget *
list_of (Shown *shown)
{
  return ui_find (GTK_WIDGET (shown->browser), GTK_TYPE_LIST_VIEW, 0);
}

static GtkSingleSelection *
selection_of (Shown *shown)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list_of (shown))));
}

/* what the key does before the list sees it */
static gboolean
press (Shown *shown,
       guint  keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list_of (shown));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !handled)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  ui_settle ();
  return handled;
}

/* names of the rows, as a screen reader reads them */
static void
assert_row (Shown      *shown,
            guint       position,
            const char *name)
{
  GtkWidget *cell = ui_find (list_of (shown), PZ_TYPE_STANDARD_CELL, position);

  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_shows_the_top_first (UiFixture     *fixture,
                          gconstpointer  names)
{
  Shown shown = { NULL };

  show (&shown, fixture);
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 3);
  g_assert_null (selected (&shown));
  assert_row (&shown, 0, "R  Reading");
  assert_row (&shown, 1, "W  Writing");
  assert_row (&shown, 2, "Not placed");
  let_go (&shown);
}

static void
test_keys_open_and_close (UiFixture     *fixture,
                          gconstpointer  names)
{
  Shown shown = { NULL };

  show (&shown, fixture);
  g_assert_false (press (&shown, GDK_KEY_Right)); /* nothing is selected */
  gtk_single_selection_set_selected (selection_of (&shown), 0);
  g_assert_true (press (&shown, GDK_KEY_Right));
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 4);
  g_assert_true (press (&shown, GDK_KEY_Right));
  g_assert_cmpstr (selected (&shown), ==, "R1");
  g_assert_true (press (&shown, GDK_KEY_Right));
  g_assert_true (press (&shown, GDK_KEY_Right));
  g_assert_cmpstr (selected (&shown), ==, "R11");
  g_assert_false (press (&shown, GDK_KEY_Right)); /* nothing stands below it */
  g_assert_true (press (&shown, GDK_KEY_Left));
  g_assert_cmpstr (selected (&shown), ==, "R1");
  g_assert_true (press (&shown, GDK_KEY_Left));
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 4);
  g_assert_true (press (&shown, GDK_KEY_Left));
  g_assert_cmpstr (selected (&shown), ==, "R");
  let_go (&shown);
}

static void
test_keys_follow_the_direction (UiFixture     *fixture,
                                gconstpointer  names)
{
  Shown shown = { NULL };

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (&shown, fixture);
  gtk_single_selection_set_selected (selection_of (&shown), 0);
  g_assert_false (press (&shown, GDK_KEY_Right));
  g_assert_true (press (&shown, GDK_KEY_Left));
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 4);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  let_go (&shown);
}

static void
test_search_shows_where_it_stands (UiFixture     *fixture,
                                   gconstpointer  names)
{
  Shown shown = { NULL };

  show (&shown, fixture);
  pz_standard_browser_search (shown.browser, "READS");
  ui_settle ();
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 2);
  g_assert_cmpstr (selected (&shown), ==, "R11");
  assert_row (&shown, 0, "R11  Reads <i>aloud</i> & with expression, "
                         "\xE2\x81\xA8Reading\xE2\x81\xA9 › \xE2\x81\xA8" "Fluency\xE2\x81\xA9");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (shown.browser), GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  g_assert_cmpstr (shown.activated, ==, "R11");
  /* without a search, it stands in its place */
  pz_standard_browser_search (shown.browser, "");
  ui_settle ();
  g_assert_cmpstr (selected (&shown), ==, "R11");
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 6);
  pz_standard_browser_search (shown.browser, "nothing like it");
  g_assert_cmpuint (pz_standard_browser_get_n_rows (shown.browser), ==, 0);
  g_assert_null (selected (&shown));
  let_go (&shown);
}

static void
test_finds_the_place_of_one (UiFixture     *fixture,
                             gconstpointer  names)
{
  Shown shown = { NULL };

  show (&shown, fixture);
  pz_standard_browser_select (shown.browser, framework_item (shown.tree, "l"));
  g_assert_cmpstr (selected (&shown), ==, "L");
  pz_standard_browser_search (shown.browser, "writing");
  pz_standard_browser_select (shown.browser, framework_item (shown.tree, "r12"));
  ui_settle ();
  g_assert_cmpstr (selected (&shown), ==, "R12");
  assert_row (&shown, 3, "R12  Reads at sight, Retired");
  let_go (&shown);
}

static void
test_says_how_many (UiFixture     *fixture,
                    gconstpointer  names)
{
  Shown shown = { NULL };
  PzCoverageGoal goals[2] = { { .learner = 0 }, { .learner = 1 } };
  PzCoverage *coverage;

  show (&shown, fixture);
  goals[0].standard = goals[1].standard = framework_item (shown.tree, "r11");
  coverage = pz_coverage_new (pz_standard_tree_get_order (shown.tree), goals, 2, 2);
  pz_standard_browser_set_coverage (shown.browser, coverage, FALSE);
  ui_settle ();
  assert_row (&shown, 0, "R  Reading, 2 learners have a goal here or below");
  assert_row (&shown, 1, "W  Writing");
  pz_standard_browser_set_coverage (shown.browser, NULL, FALSE);
  ui_settle ();
  assert_row (&shown, 0, "R  Reading");
  pz_coverage_free (coverage);
  let_go (&shown);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("/ui/standard-browser/shows-the-top-first", test_shows_the_top_first);
  ADD ("/ui/standard-browser/keys-open-and-close", test_keys_open_and_close);
  ADD ("/ui/standard-browser/keys-follow-the-direction", test_keys_follow_the_direction);
  ADD ("/ui/standard-browser/search-shows-where-it-stands", test_search_shows_where_it_stands);
  ADD ("/ui/standard-browser/finds-the-place-of-one", test_finds_the_place_of_one);
  ADD ("/ui/standard-browser/says-how-many", test_says_how_many);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
