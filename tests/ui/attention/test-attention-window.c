/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-strip.h"
#include "pz-attention-window.h"
#include "pz-dot-lane.h"
#include "ui-fixture.h"

#include <math.h>

/* today is Monday, 23 November 2026 */
static char *
add_seen (UiFixture  *fixture,
          const char *name,
          const char *day,
          double      minutes)
{
  g_autoptr(PzDocument) learner = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, name);
  if (day != NULL)
    {
      PzRecord *check_in = pz_document_add (learner, PZ_RECORD_CHECK_IN);

      pz_record_set_text (check_in, PZ_CHECK_IN_DATE, day);
      pz_record_set_text (check_in, PZ_CHECK_IN_KIND, "one-to-one");
      pz_record_set_number (check_in, PZ_CHECK_IN_MINUTES, minutes);
    }
  ui_save (fixture->classroom);
  return g_strdup (pz_document_get_id (learner));
}

static gboolean
is_ready (gpointer window)
{
  return pz_attention_window_is_ready (window);
}

static GtkWidget *
show (UiFixture *fixture)
{
  GtkWidget *window = pz_attention_window_new (fixture->classroom);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_wait (is_ready, window));
  ui_settle ();
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

static GtkWidget *
list_of (GtkWidget *window)
{
  return ui_find (ui_find (window, PZ_TYPE_ATTENTION_STRIP, 0), GTK_TYPE_LIST_BOX, 0);
}

static guint
count_rows (GtkWidget *window)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_of (window)), (int) n) != NULL)
    n++;
  return n;
}

static void
assert_row (GtkWidget  *window,
            int         n,
            const char *spoken)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_of (window)), n));

  g_assert_true (gtk_widget_get_focusable (row));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static void
test_longest_ago_first (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autofree char *recent = add_seen (fixture, "Ada", "2026-11-20", 5);
  g_autofree char *never = add_seen (fixture, "Ben", NULL, NAN);
  g_autofree char *long_ago = add_seen (fixture, "Tom & <b>Ann</b>", "2026-10-05", 10);
  GtkWidget *window = show (fixture);

  g_assert_cmpstr (pz_attention_window_get_sentence (PZ_ATTENTION_WINDOW (window)), ==,
                   "1 learner has not been seen for more than 10 school days. 1 learner was never seen.");
  g_assert_cmpuint (count_rows (window), ==, 3);
  assert_row (window, 0, "Ben: never seen");
  assert_row (window, 1, "Tom & <b>Ann</b>: seen 35 school days ago");
  assert_row (window, 2, "Ada: seen 1 school day ago");
  let_go (window);
}

static void
test_minutes_in_a_period (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autofree char *recent = add_seen (fixture, "Ada", "2026-11-20", 5);
  g_autofree char *long_ago = add_seen (fixture, "Ben", "2026-10-05", 10);
  GtkWidget *window = show (fixture);

  pz_attention_window_set_quantity (PZ_ATTENTION_WINDOW (window), PZ_ATTENTION_MINUTES);
  assert_row (window, 0, "Ben: no one-to-one talk");
  assert_row (window, 1, "Ada: 5 minutes one-to-one");
  pz_attention_window_set_period (PZ_ATTENTION_WINDOW (window), PZ_PERIOD_ALL);
  assert_row (window, 0, "Ada: 5 minutes one-to-one");
  assert_row (window, 1, "Ben: 10 minutes one-to-one");
  pz_attention_window_set_period (PZ_ATTENTION_WINDOW (window), PZ_PERIOD_THIS_WEEK);
  g_assert_cmpstr (pz_attention_window_get_sentence (PZ_ATTENTION_WINDOW (window)), ==,
                   "Nobody had a one-to-one talk in this period.");
  let_go (window);
}

static void
test_follows_the_class (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autofree char *first = add_seen (fixture, "Ada", "2026-11-20", 5);
  g_autofree char *second = NULL;
  GtkWidget *window = show (fixture);

  g_assert_cmpuint (count_rows (window), ==, 1);
  second = add_seen (fixture, "Ben", NULL, NAN);
  g_assert_false (pz_attention_window_is_ready (PZ_ATTENTION_WINDOW (window)));
  g_assert_true (ui_wait (is_ready, window));
  while (count_rows (window) < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_row (window, 0, "Ben: never seen");
  let_go (window);
}

static void
opened_cb (PzAttentionWindow *window,
           const char        *id,
           char             **opened)
{
  g_free (*opened);
  *opened = g_strdup (id);
}

static void
test_row_opens_the_learner (UiFixture     *fixture,
                            gconstpointer  names)
{
  g_autofree char *id = add_seen (fixture, "Ada", "2026-11-20", 5);
  g_autofree char *opened = NULL;
  GtkWidget *window = g_object_ref (show (fixture));

  g_signal_connect (window, "open-learner", G_CALLBACK (opened_cb), &opened);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_of (window)), 0))));
  g_assert_cmpstr (opened, ==, id);
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
test_table_holds_the_same (UiFixture     *fixture,
                           gconstpointer  names)
{
  g_autofree char *first = add_seen (fixture, "Ada", "2026-11-20", 5);
  g_autofree char *second = add_seen (fixture, "Ben", NULL, NAN);
  g_autofree char *opened = NULL;
  GtkWidget *window = show (fixture);
  GtkWidget *table = ui_find (window, GTK_TYPE_COLUMN_VIEW, 0);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));
  GtkWidget *as_table = ui_find (window, GTK_TYPE_TOGGLE_BUTTON, 2);
  GListModel *model;
  g_autoptr(GtkColumnViewColumn) name = g_list_model_get_item (columns, 0);
  g_autoptr(PzAttentionRow) row = NULL;
  g_autoptr(PzAttentionRow) sorted = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 4);
  g_assert_null (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (as_table), TRUE);
  model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  row = g_list_model_get_item (model, 0);
  g_assert_cmpstr (pz_attention_row_get_name (row), ==, "Ben");
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), name, GTK_SORT_ASCENDING);
  sorted = g_list_model_get_item (model, 0);
  g_assert_cmpstr (pz_attention_row_get_name (sorted), ==, "Ada");
  g_object_ref (window);
  g_signal_connect (window, "open-learner", G_CALLBACK (opened_cb), &opened);
  g_signal_emit_by_name (table, "activate", 1);
  g_assert_cmpstr (opened, ==, second);
  ui_settle ();
  g_object_unref (window);
}

static void
test_strip_has_a_limit (UiFixture     *fixture,
                        gconstpointer  names)
{
  GtkWidget *window;

  for (guint i = 0; i < PZ_ATTENTION_STRIP_MAX + 7; i++)
    {
      g_autoptr(PzDocument) learner = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);

      pz_record_set_text (pz_document_add (learner, PZ_RECORD_CHECK_IN), PZ_CHECK_IN_DATE, "2026-11-20");
    }
  ui_save (fixture->classroom);
  window = show (fixture);
  g_assert_cmpuint (count_rows (window), ==, PZ_ATTENTION_STRIP_MAX);
  let_go (window);
}

static const char *
get_page (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (window, GTK_TYPE_STACK, 0)));
}

static void
test_nothing_to_show (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autofree char *id = NULL;
  GtkWidget *window = show (fixture);

  g_assert_cmpstr (get_page (window), ==, "nobody");
  let_go (window);
  id = add_seen (fixture, "Ada", NULL, NAN);
  window = show (fixture);
  g_assert_cmpstr (get_page (window), ==, "none");
  let_go (window);
}

static gboolean
is_let_go (gpointer classroom)
{
  return G_OBJECT (classroom)->ref_count == 1;
}

static void
test_closed_while_it_reads (UiFixture     *fixture,
                            gconstpointer  names)
{
  g_autofree char *id = add_seen (fixture, "Ada", "2026-11-20", 5);
  GtkWidget *window = pz_attention_window_new (fixture->classroom);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ui_wait (is_let_go, fixture->classroom));
}

static void
test_is_narrow (UiFixture     *fixture,
                gconstpointer  names)
{
  g_autofree char *id = add_seen (fixture, "Bartholomew Alexander Maximilian Jean-Baptiste of the Very Long Name",
                                  "2026-11-20", 5);
  GtkWidget *window = show (fixture);
  int minimum;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  let_go (window);
}

#define ADD(path, function) \
  g_test_add ("/ui/attention-window/" path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("longest-ago-first", test_longest_ago_first);
  ADD ("minutes-in-a-period", test_minutes_in_a_period);
  ADD ("follows-the-class", test_follows_the_class);
  ADD ("row-opens-the-learner", test_row_opens_the_learner);
  ADD ("table-holds-the-same", test_table_holds_the_same);
  ADD ("strip-has-a-limit", test_strip_has_a_limit);
  ADD ("nothing-to-show", test_nothing_to_show);
  ADD ("closed-while-it-reads", test_closed_while_it_reads);
  ADD ("is-narrow", test_is_narrow);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
