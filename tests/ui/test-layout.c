/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goals/goal-fixture.h"
#include "layout-modes.h"
#include "pz-frameworks-window.h"
#include "pz-goal-dialog.h"
#include "pz-goal-page.h"
#include "pz-goal.h"
#include "pz-goals-view.h"
#include "pz-learner.h"
#include "pz-round-page.h"
#include "pz-standard-browser.h"
#include "pz-standard-picker.h"
#include "pz-window-private.h"
#include "ui-fixture.h"

static const char *
add_measure (PzDocument *classroom)
{
  PzRecord *measure = pz_document_add (classroom, PZ_RECORD_MEASURE);

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Wörter & <b>Silben</b>, laut gelesen in einer Minute, ohne Hilfe und ohne Eile");
  pz_record_set_text (measure, PZ_MEASURE_KIND, "rate");
  return pz_record_get_id (measure);
}

/* A goal with a title and a criterion as long as anybody writes, measured three times. */
static void
add_goal (PzDocument *learner,
          const char *measure)
{
  const char *dates[] = { "2026-10-01", "2026-10-08", "2026-11-05" };
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Liest <b>laut</b> & flüssig: Donaudampfschifffahrtsgesellschaftskapitän, so oft es geht");
  pz_record_set_text (goal, PZ_GOAL_CRITERION, "يقرأ بصوت عال every member, asked by chance, five times in a row without any help at all");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, measure);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-01");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2026-12-18");
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 31);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      PzRecord *measurement = pz_document_add (learner, PZ_RECORD_MEASUREMENT);

      pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
      pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, dates[i]);
      pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, -123456.789);
    }
}

static void
add_hostile (UiFixture     *fixture,
             gconstpointer  names)
{
  const char *measure;

  ui_fixture_set_up (fixture, names);
  measure = add_measure (pz_classroom_get_document (fixture->classroom));
  for (gsize i = 0; i < LAYOUT_NAMES; i++)
    {
      g_autofree char *id = ui_add_learner (fixture->classroom, layout_names[i].given, layout_names[i].family);
      g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
      PzRecord *learner = pz_document_get_owner (document);

      pz_record_set_add (learner, PZ_LEARNER_STRENGTHS, "Ein sehr langes Wort: Donaudampfschifffahrtsgesellschaftskapitän");
      pz_record_set_add (learner, PZ_LEARNER_NEEDS, "<b>x</b> & %s");
      pz_record_set_add (learner, PZ_LEARNER_HOME_LANGUAGES, "العربية");
      add_goal (document, measure);
    }
  ui_save (fixture->classroom);
}

static void
test_learners_fit (UiFixture     *fixture,
                   gconstpointer  names)
{
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      PzWindow *window = layout_open (fixture, mode);
      PzLearnersView *view = pz_window_get_learners_view (window);
      PzIndex *index = pz_classroom_get_index (fixture->classroom);

      layout_assert_fits (GTK_WIDGET (window), "list", mode);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
        {
          pz_learners_view_show (view, pz_index_peek_id (index, i));
          layout_assert_fits (GTK_WIDGET (window), "learner", mode);
        }
      layout_close (GTK_WIDGET (window));
    }
}

static gboolean
is_read (gpointer list)
{
  return pz_goal_list_is_read (list);
}

static void
add_goals (UiFixture *fixture)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                                                          pz_index_peek_id (index, i), NULL);
      PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
      PzRecord *point = pz_document_add (document, PZ_RECORD_MEASUREMENT);

      pz_record_set_text (goal, PZ_GOAL_TITLE, "Liest <b>Donaudampfschifffahrtsgesellschaftskapitän</b> & andere lange Wörter");
      pz_record_set_number (goal, PZ_GOAL_TARGET, 123456.789);
      pz_record_set_text (point, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
      pz_record_set_text (point, PZ_MEASUREMENT_DATE, "2025-01-07");
      pz_record_set_number (point, PZ_MEASUREMENT_VALUE, 123456.789);
    }
  ui_save (fixture->classroom);
}

static void
test_goals_view_fits (UiFixture     *fixture,
                gconstpointer  names)
{
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      PzWindow *window = layout_open (fixture, mode);
      GtkWidget *view;

      pz_window_show_view (window, "goals");
      view = ui_find (GTK_WIDGET (window), PZ_TYPE_GOALS_VIEW, 0);
      g_assert_true (ui_wait (is_read, pz_goals_view_get_list (PZ_GOALS_VIEW (view))));
      gtk_test_widget_wait_for_draw (view);
      gtk_test_widget_wait_for_draw (view);
      layout_assert_fits (GTK_WIDGET (window), "goals", mode);
      if (mode == 0)
        {
          add_goals (fixture);
          layout_assert_fits (GTK_WIDGET (window), "goals", mode);
        }
      g_object_set (ui_find (view, GTK_TYPE_SEARCH_ENTRY, 0), "text", "nothing of all that", NULL);
      layout_assert_fits (GTK_WIDGET (window), "no goal found", mode);
      layout_close (GTK_WIDGET (window));
    }
}

/* Every command that opens a window of its own. */
static const char *const window_actions[] = {
  "new-class", "rename-class", "import", "show-trash", "show-attention", "show-frameworks", "show-history", "show-class-history",
  "check-class", "conflicts", "check-in", "absence", "new-activity", "new-contact", "quick-entry", "class-settings",
  "join-class", "sync-set-up", "preferences",
};

static GtkWidget *
find_dialog (PzWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return GTK_WIDGET (other);
    }
  return NULL;
}

/* A dialog must not be wider than the screen of somebody who has a narrow window. */
static void
check_dialog (GtkWidget  *dialog,
              const char *name,
              gsize       mode)
{
  int width, height;

  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  gtk_window_get_default_size (GTK_WINDOW (dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (width, layout_modes[mode].width),
                               height > 0 ? MIN (height, layout_modes[mode].height) : height);
  layout_assert_fits (dialog, name, mode);
  if (layout_modes[mode].dpi == 96)
    g_assert_cmpint (gtk_widget_get_width (dialog), <=, layout_modes[mode].width);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

/* Opened by the row of a goal or an entry of the timeline. */
static void
check_goal (PzWindow    *window,
            PzClassroom *classroom,
            gsize        mode)
{
  const char *id = pz_index_peek_id (pz_classroom_get_index (classroom), 0);
  g_autoptr(PzDocument) learner = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autoptr(GPtrArray) goals = pz_goal_list (learner, pz_classroom_get_document (classroom), NULL);

  g_assert_cmpuint (goals->len, >, 0);
  check_dialog (pz_goal_dialog_present (GTK_WIDGET (window), classroom, learner, goals->pdata[0], NULL), "goal", mode);
}

static void
test_dialogs_fit (UiFixture     *fixture,
                  gconstpointer  names)
{
  g_autofree char *gone = ui_add_learner (fixture->classroom, layout_names[0].given, layout_names[0].family);
  const char *ids[] = { gone, NULL };
  g_autoptr(GError) error = NULL;

  ui_save (fixture->classroom);
  pz_classroom_delete (fixture->classroom, ids, "Deletion", &error);
  g_assert_no_error (error);
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      PzWindow *window = layout_open (fixture, mode);

      pz_learners_view_show (pz_window_get_learners_view (window),
                             pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0));
      for (gsize i = 0; i < G_N_ELEMENTS (window_actions); i++)
        {
          g_action_group_activate_action (G_ACTION_GROUP (window), window_actions[i], NULL);
          check_dialog (find_dialog (window), window_actions[i], mode);
        }
      check_goal (window, fixture->classroom, mode);
      layout_close (GTK_WIDGET (window));
    }
}

static gboolean
round_is_filled (gpointer window)
{
  PzView *view = pz_window_get_view (window);

  return PZ_IS_ROUND_PAGE (view) && pz_round_page_get_n_lines (PZ_ROUND_PAGE (view)) == LAYOUT_NAMES;
}

/* With what is wrong said under a field, and somebody away. */
static void
test_round_fits (UiFixture     *fixture,
                 gconstpointer  names)
{
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      PzWindow *window = layout_open (fixture, mode);
      PzRoundPage *page;

      g_action_group_activate_action (G_ACTION_GROUP (window), "round", NULL);
      g_assert_true (ui_wait (round_is_filled, window));
      page = PZ_ROUND_PAGE (pz_window_get_view (window));
      pz_round_line_set_problem (pz_round_page_get_line (page, 0), "Der größte Wert dieser Messgröße ist 1000000000.");
      pz_round_line_get_row (pz_round_page_get_line (page, 1))->is_absent = TRUE;
      pz_round_line_update (pz_round_page_get_line (page, 1));
      layout_assert_fits (GTK_WIDGET (window), "round", mode);
      layout_close (GTK_WIDGET (window));
    }
}

/* unfolds and turns over whatever a page has */
static void
press_toggles (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (child)))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
      press_toggles (child);
    }
}

/* names of everything as nobody wants them */
static void
make_hostile (GoalFixture *goal,
              UiFixture   *fixture)
{
  pz_record_set_text (goal->goal, PZ_GOAL_TITLE, "Liest <b>Donaudampfschifffahrtsgesellschaftskapitänspatente</b> & mehr flüssig vor");
  pz_record_set_text (goal->goal, PZ_GOAL_CRITERION, "wenigstens 84 Wörter in der Minute mit höchstens 3 Fehlern an drei Tagen");
  pz_record_set_add (goal->goal, PZ_GOAL_STRENGTHS, "Ein sehr langes Wort: Donaudampfschifffahrtsgesellschaftskapitän");
  pz_record_set_text (goal->measure, PZ_MEASURE_UNIT, "Wörter in jeder einzelnen Minute");
  goal_fixture_phase (goal, fixture, "2026-11-12", "Donaudampfschifffahrtsgesellschaftskapitän und andere", "x");
}

static void
test_goal_page_fits (UiFixture     *fixture,
                gconstpointer  names)
{
  GoalFixture goal;

  goal_fixture_load (&goal, fixture);
  for (gsize mode = 0; mode < 2 * LAYOUT_MODES; mode++)
    {
      GtkWidget *page, *window;

      if (mode == LAYOUT_MODES)
        make_hostile (&goal, fixture);
      layout_enter (mode % LAYOUT_MODES);
      page = pz_goal_page_new (fixture->classroom, goal.learner, goal.id);
      pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (page), layout_modes[mode % LAYOUT_MODES].width < 500);
      window = ui_present (page, layout_modes[mode % LAYOUT_MODES].width, layout_modes[mode % LAYOUT_MODES].height);
      g_assert_cmpint (gtk_widget_get_width (window), <=, layout_modes[mode % LAYOUT_MODES].width);
      layout_assert_fits (window, "goal", mode % LAYOUT_MODES);
      press_toggles (page);
      layout_assert_fits (window, "goal, unfolded", mode % LAYOUT_MODES);
      layout_close (window);
    }
  goal_fixture_unload (&goal, fixture);
}

static const char long_word[] = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde";

/* a chain that is deeper than any indent, with texts nobody wants in a row */
static void
add_framework (UiFixture *fixture)
{
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, "f", NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, long_word);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("s-%u", i);
      g_autofree char *parent = g_strdup_printf ("s-%u", i - 1);
      PzRecord *record = pz_document_add_with_id (document, PZ_RECORD_STANDARD, id);

      pz_record_set_text (record, PZ_STANDARD_POSITION, "a");
      pz_record_set_text (record, PZ_STANDARD_CODE, i % 2 == 0 ? long_word : id);
      pz_record_set_text (record, PZ_STANDARD_STATEMENT, i % 3 == 0 ? long_word : "<b>Reads</b> & writes\nهنا وهناك %s");
      pz_record_set_text (record, PZ_STANDARD_RETIRED, i % 4 == 0 ? "2026-11-01" : NULL);
      if (i > 0)
        pz_record_set_add (record, PZ_STANDARD_PARENTS, parent);
    }
  ui_save (fixture->classroom);
}

static void
add_framework_goals (UiFixture *fixture)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, pz_index_peek_id (index, i), NULL);
      PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);

      pz_record_set_text (goal, PZ_GOAL_TITLE, long_word);
      pz_record_set_text (goal, PZ_GOAL_STANDARD, "s-11");
    }
  ui_save (fixture->classroom);
}

static gboolean
frameworks_are_ready (gpointer window)
{
  return PZ_IS_FRAMEWORKS_WINDOW (window) ? pz_frameworks_window_is_ready (window) : pz_standard_picker_is_ready (window);
}

static void
check_framework (GtkWidget  *window,
                 const char *name,
                 gsize       mode)
{
  PzStandardBrowser *browser;

  gtk_window_set_default_size (GTK_WINDOW (window), MIN (layout_modes[mode].width, 980), layout_modes[mode].height);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_wait (frameworks_are_ready, window));
  layout_assert_fits (window, name, mode);
  browser = PZ_STANDARD_BROWSER (ui_find (window, PZ_TYPE_STANDARD_BROWSER, 0));
  pz_standard_browser_search (browser, "s-11");
  layout_assert_fits (window, name, mode);
  pz_standard_browser_search (browser, "");
  layout_assert_fits (window, name, mode);
  if (PZ_IS_FRAMEWORKS_WINDOW (window))
    g_signal_emit_by_name (browser, "activated", pz_standard_browser_get_selected (browser));
  layout_assert_fits (window, name, mode);
  layout_close (window);
}

static void
test_frameworks_fit (UiFixture     *fixture,
                     gconstpointer  names)
{
  add_framework (fixture);
  add_framework_goals (fixture);
  for (gsize mode = 0; mode < LAYOUT_MODES; mode++)
    {
      layout_enter (mode);
      check_framework (pz_frameworks_window_new (fixture->classroom, NULL), "framework", mode);
      layout_enter (mode);
      check_framework (pz_standard_picker_new (NULL, fixture->classroom, "s-11"), "picker", mode);
    }
}

static void
add_tests (void)
{
#define ADD(path, names, test) g_test_add (path, UiFixture, names, add_hostile, test, ui_fixture_tear_down)
  ADD ("/ui/layout/learners-fit", "Amina Yusuf", test_learners_fit);
  ADD ("/ui/layout/goals-view-fits", "Amina Yusuf", test_goals_view_fits);
  ADD ("/ui/layout/dialogs-fit", NULL, test_dialogs_fit);
  ADD ("/ui/layout/round-fits", NULL, test_round_fits);
  ADD ("/ui/layout/goal-page-fits", "Amina Yusuf", test_goal_page_fits);
  ADD ("/ui/layout/frameworks-fit", NULL, test_frameworks_fit);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
