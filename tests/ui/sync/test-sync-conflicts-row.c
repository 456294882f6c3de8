/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conflict-fixture.h"
#include "pz-sync-conflicts-row.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Tom & Ann"

static GtkWidget *
show (UiFixture  *fixture,
      GtkWidget **row)
{
  GtkWidget *list = gtk_list_box_new ();

  *row = pz_sync_conflicts_row_new (fixture->classroom);
  gtk_list_box_append (GTK_LIST_BOX (list), *row);
  return ui_present (list, 500, 200);
}

static void
differ (UiFixture *fixture,
        guint      place)
{
  g_autofree char *name = g_strdup_printf ("learners/%s.json",
                                           pz_index_peek_id (pz_classroom_get_index (fixture->classroom), place));

  conflict_fixture_write (pz_classroom_get_path (fixture->classroom), name, NULL, "given-name", "Aminah", CONFLICT_DEVICE, 1000);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
}

static gboolean
says_that_one_differs (gpointer row)
{
  return g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "1 field differs between devices.") == 0;
}

static gboolean
says_that_two_differ (gpointer row)
{
  return g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "2 fields differ between devices.") == 0;
}

static void
test_nothing_differs (UiFixture     *fixture,
                      gconstpointer  names)
{
  GtkWidget *row, *window = show (fixture, &row);

  ui_settle ();
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "When two devices write one field"));
  g_assert_false (gtk_widget_get_visible (ui_find (row, GTK_TYPE_BUTTON, 0))); /* there is nothing to review */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_counts_what_differs (UiFixture     *fixture,
                          gconstpointer  names)
{
  GtkWidget *row, *window;

  differ (fixture, 0);
  window = show (fixture, &row);
  g_assert_true (ui_wait (says_that_one_differs, row));
  g_assert_true (gtk_widget_get_visible (ui_find (row, GTK_TYPE_BUTTON, 0)));
  differ (fixture, 1); /* while it is looked at */
  g_assert_true (ui_wait (says_that_two_differ, row));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/ui/sync-conflicts-row/nothing-differs", test_nothing_differs);
  add_test ("/ui/sync-conflicts-row/counts-what-differs", test_counts_what_differs);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
