/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goals-fixture.h"
#include "pz-conference-page.h"
#include "pz-goals-view.h"
#include "pz-round-page.h"
#include "pz-window-private.h"

static PzWindow *
open_window (UiFixture *fixture)
{
  PzWindow *window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));

  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  return window;
}

static void
run (PzWindow   *window,
     const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  ui_settle ();
}

static gboolean
can_print (PzWindow *window)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), "print");
}

static PzConferencePage *
get_page (PzWindow *window)
{
  PzView *view = pz_window_get_view (window);

  return PZ_IS_CONFERENCE_PAGE (view) ? PZ_CONFERENCE_PAGE (view) : NULL;
}

static void
close_window (PzWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

static void
test_asks_for_a_learner_first (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzWindow *window = open_window (fixture);

  run (window, "conference");
  g_assert_null (get_page (window));
  run (window, "show-goals");
  run (window, "conference"); /* of the list of goals, it is none */
  g_assert_null (get_page (window));
  close_window (window);
}

static void
test_shows_the_learner_of_the_page (UiFixture     *fixture,
                                    gconstpointer  names)
{
  PzWindow *window = open_window (fixture);
  const char *mei = goals_learner (fixture, "Mei");

  pz_learners_view_show (pz_window_get_learners_view (window), mei);
  g_assert_false (can_print (window));
  run (window, "conference");
  g_assert_nonnull (get_page (window));
  g_assert_cmpstr (pz_document_get_id (pz_conference_page_get_learner (get_page (window))), ==, mei);
  g_assert_true (can_print (window));
  run (window, "conference"); /* it is there already */
  g_assert_nonnull (get_page (window));
  run (window, "go-back");
  g_assert_true (PZ_IS_LEARNERS_VIEW (pz_window_get_view (window)));
  g_assert_false (can_print (window));
  g_assert_null (gtk_stack_get_child_by_name (window->views, "conference"));
  close_window (window);
}

static void
test_shows_the_learner_of_a_goal (UiFixture     *fixture,
                                  gconstpointer  names)
{
  PzWindow *window = open_window (fixture);
  const char *mei = goals_learner (fixture, "Mei");
  g_autofree char *goal = goals_add (fixture->classroom, mei, "Reads", NULL, COURSE_FEW);

  ui_save (fixture->classroom);
  pz_learners_view_show (pz_window_get_learners_view (window), goals_learner (fixture, "Amina"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-goal", g_variant_new ("(ss)", mei, goal));
  ui_settle ();
  run (window, "conference");
  g_assert_nonnull (get_page (window));
  g_assert_cmpstr (pz_document_get_id (pz_conference_page_get_learner (get_page (window))), ==, mei);
  run (window, "go-back");
  g_assert_true (PZ_IS_GOALS_VIEW (pz_window_get_view (window)));
  g_assert_cmpstr (pz_document_get_id (pz_goals_view_get_learner (PZ_GOALS_VIEW (pz_window_get_view (window)))), ==, mei);
  close_window (window);
}

static guint
count_children (PzWindow *window)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->views)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* left by the sidebar, and opened again: there is one of each kind */
static void
test_a_page_that_was_left_makes_room (UiFixture     *fixture,
                                      gconstpointer  names)
{
  const char *const pages[] = { "conference", "round" };
  PzWindow *window = open_window (fixture);
  guint before;

  pz_learners_view_show (pz_window_get_learners_view (window), goals_learner (fixture, "Mei"));
  before = count_children (window);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      run (window, pages[i]);
      run (window, "show-learners");
      run (window, pages[i]);
      g_assert_cmpuint (count_children (window), ==, before + 1);
      run (window, "go-back");
      g_assert_cmpuint (count_children (window), ==, before);
    }
  close_window (window);
}

static void
test_goes_with_its_class (UiFixture     *fixture,
                          gconstpointer  names)
{
  PzWindow *window = open_window (fixture);
  g_autoptr(GError) error = NULL;

  pz_learners_view_show (pz_window_get_learners_view (window), goals_learner (fixture, "Mei"));
  run (window, "conference");
  g_assert_true (pz_window_let_class_go (window, &error));
  g_assert_no_error (error);
  ui_settle ();
  g_assert_null (get_page (window));
  g_assert_false (can_print (window));
  close_window (window);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/window-conference/" path, UiFixture, "Amina Yusuf;Mei Lin", ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("asks-for-a-learner-first", test_asks_for_a_learner_first);
  ADD ("shows-the-learner-of-the-page", test_shows_the_learner_of_the_page);
  ADD ("shows-the-learner-of-a-goal", test_shows_the_learner_of_a_goal);
  ADD ("a-page-that-was-left-makes-room", test_a_page_that_was_left_makes_room);
  ADD ("goes-with-its-class", test_goes_with_its_class);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
