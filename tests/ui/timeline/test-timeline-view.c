/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-check-in.h"
#include "pz-timeline-row.h"
#include "pz-timeline-view.h"

#include <math.h>

#define PEOPLE "Amina Yusuf"

static PzDocument *
load_first (UiFixture *fixture)
{
  const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);

  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
}

static gboolean
has_read (gpointer data)
{
  return !pz_timeline_is_loading (data);
}

/* A page with the timeline alone, filled; who calls destroys the window. */
static GtkWidget *
open_page (UiFixture  *fixture,
           PzDocument *learner,
           GtkWidget **view)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (fixture->classroom, learner);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window;

  *view = pz_timeline_view_new (timeline);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *view);
  pz_timeline_view_set_adjustment (PZ_TIMELINE_VIEW (*view),
                                   gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  window = ui_present (scroller, 400, 500);
  ui_settle ();
  g_assert_true (ui_wait (has_read, timeline));
  ui_settle ();
  return window;
}

static guint
count_rows (GtkWidget *view)
{
  GtkWidget *list = ui_find (view, GTK_TYPE_LIST_BOX, 0);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static PzRecord *
add_check_in (PzDocument *learner,
              const char *date,
              const char *text)
{
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_NOTE, date, text, NAN, NULL };

  return pz_check_in_add (learner, &draft);
}

static void
test_says_what_belongs_there_when_empty (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *view;
  GtkWidget *window = open_page (fixture, learner, &view);
  GtkWidget *list = ui_find (view, GTK_TYPE_LIST_BOX, 0);

  g_assert_false (gtk_widget_get_visible (list));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (list)));
  add_check_in (learner, "2026-11-20", "Tired");
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (list)));
  g_assert_cmpuint (count_rows (view), ==, 1);
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_filters_show_one_kind (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *view, *window;

  add_check_in (learner, "2026-11-20", "Tired");
  window = open_page (fixture, learner, &view);
  g_assert_cmpuint (count_rows (view), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (view, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  g_assert_cmpuint (count_rows (view), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (view, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  g_assert_cmpuint (count_rows (view), ==, 1);
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* to what is the end by now; TRUE when it stays the end */
static gboolean
scroll_to_end (gpointer window)
{
  GtkWidget *scroller = gtk_window_get_child (window);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return count_rows (gtk_widget_get_ancestor (ui_find (scroller, GTK_TYPE_LIST_BOX, 0), PZ_TYPE_TIMELINE_VIEW)) == 300;
}

static gboolean
has_far_to_scroll (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 600;
}

/* somebody reads: what comes below does not move what is read */
static void
test_more_rows_move_nothing (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *view, *window;
  GtkAdjustment *adjustment;
  guint before;

  for (guint i = 0; i < 300; i++)
    add_check_in (learner, "2026-11-20", "A text of some length, so that it is a row as others are");
  ui_save (fixture->classroom);
  window = open_page (fixture, learner, &view);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (window))));
  g_assert_true (ui_wait (has_far_to_scroll, adjustment));
  gtk_adjustment_set_value (adjustment, 300);
  before = count_rows (view);
  for (guint i = 0; i < 10; i++)
    gtk_test_widget_wait_for_draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 300);
  g_assert_cmpuint (count_rows (view), >=, before);
  g_assert_cmpuint (count_rows (view), <, 300);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_loads_as_it_scrolls (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *view, *window;
  guint before;

  for (guint i = 0; i < 300; i++)
    add_check_in (learner, "2026-11-20", "A text of some length, so that it is a row as others are");
  ui_save (fixture->classroom);
  window = open_page (fixture, learner, &view);
  before = count_rows (view);
  g_assert_cmpuint (before, <, 300);
  g_assert_true (ui_wait (scroll_to_end, window));
  g_assert_cmpuint (count_rows (view), ==, 300);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rows_say_it_to_everybody (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  GtkWidget *view, *window, *row;

  add_check_in (learner, "1999-11-20", "<b>Tom & Ann</b>");
  window = open_page (fixture, learner, &view);
  row = ui_find (view, PZ_TYPE_TIMELINE_ROW, 0);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<b>Tom & Ann</b>, Note, 20 Nov 1999");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_find (row, GTK_TYPE_LABEL, 0))), ==, "<b>Tom & Ann</b>");
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
get_focused (GtkWidget *view)
{
  GtkWidget *row = gtk_widget_get_focus_child (ui_find (view, GTK_TYPE_LIST_BOX, 0));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
test_focus_stays_in_its_place (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  PzRecord *older = add_check_in (learner, "2026-11-02", "Older");
  PzRecord *newer = add_check_in (learner, "2026-11-20", "Newer");
  GtkWidget *view, *window = open_page (fixture, learner, &view);

  gtk_widget_grab_focus (ui_find (view, PZ_TYPE_TIMELINE_ROW, 1));
  g_assert_cmpint (get_focused (view), ==, 1);
  pz_record_set_text (older, PZ_CHECK_IN_TEXT, "Mended");
  ui_settle ();
  g_assert_cmpint (get_focused (view), ==, 1);
  pz_document_delete (learner, older);
  ui_settle ();
  g_assert_cmpint (get_focused (view), ==, 0);
  pz_document_delete (learner, newer);
  ui_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), view));
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/timeline-view/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("says-what-belongs-there-when-empty", test_says_what_belongs_there_when_empty);
  ADD ("filters-show-one-kind", test_filters_show_one_kind);
  ADD ("loads-as-it-scrolls", test_loads_as_it_scrolls);
  ADD ("more-rows-move-nothing", test_more_rows_move_nothing);
  ADD ("focus-stays-in-its-place", test_focus_stays_in_its_place);
  ADD ("rows-say-it-to-everybody", test_rows_say_it_to_everybody);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
