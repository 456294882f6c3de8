/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-partners-course-card.h"
#include "pz-partners-facts.h"

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz;Dora Li"

static void
hold_group (UiFixture  *fixture,
            const char *date,
            const char *people)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", date, "groups");
  PzRecord *group = pz_activity_add_group (document, 1, "Arch");
  g_auto(GStrv) names = g_strsplit (people, " ", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    pz_activity_place (document, activities_learner (fixture, names[i]), 1, group);
  pz_classroom_hold_activity (fixture->classroom, document);
  ui_save (fixture->classroom);
}

static GArray *
make_points (guint n)
{
  GArray *points = pz_share_points_new ();

  for (guint i = 0; i < n; i++)
    {
      PzSharePoint point = { i / 10.0, 0.5, g_strdup_printf ("Week %u", i + 1), g_strdup_printf ("%u %%", 10 * i) };

      g_array_append_val (points, point);
    }
  return points;
}

static void
test_line_says_what_is_chosen (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzShareLine *line = PZ_SHARE_LINE (pz_share_line_new ("Shares"));
  GtkWidget *window = ui_present (GTK_WIDGET (line), 500, 300);

  g_assert_cmpstr (pz_share_line_get_label (line), ==, "");
  pz_share_line_choose (line, 0); /* there is none */
  g_assert_cmpstr (pz_share_line_get_label (line), ==, "");
  pz_share_line_set_points (line, make_points (3));
  pz_share_line_choose (line, 1);
  g_assert_cmpstr (pz_share_line_get_label (line), ==, "Week 2: 10 %");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, "Shares. Week 2: 10 %");
  pz_share_line_choose (line, 3);
  g_assert_cmpstr (pz_share_line_get_label (line), ==, "Week 2: 10 %");
  pz_share_line_set_points (line, make_points (1)); /* fewer */
  g_assert_cmpstr (pz_share_line_get_label (line), ==, "");
  gtk_test_widget_wait_for_draw (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_focus_begins_at_the_last (UiFixture     *fixture,
                               gconstpointer  names)
{
  PzShareLine *line = PZ_SHARE_LINE (pz_share_line_new ("Shares"));
  GtkWidget *window;

  pz_share_line_set_points (line, make_points (3));
  window = ui_present (GTK_WIDGET (line), 500, 300);
  gtk_widget_grab_focus (GTK_WIDGET (line));
  ui_settle ();
  g_assert_cmpstr (pz_share_line_get_label (line), ==, "Week 3: 20 %");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_card_has_a_table_of_the_same (UiFixture     *fixture,
                                   gconstpointer  names)
{
  GtkWidget *card = pz_share_card_new (&(PzShareWords) { "Shares", "this", "that" });
  GtkWidget *window = ui_present (card, 500, 500);
  GtkWidget *list = ui_find (card, GTK_TYPE_LIST_BOX, 0);

  g_assert_false (gtk_widget_get_visible (card)); /* nothing to see yet */
  pz_share_card_show (PZ_SHARE_CARD (card), "All in all", make_points (2));
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pz_share_card_get_line (PZ_SHARE_CARD (card)))));
  g_assert_false (gtk_widget_get_visible (list));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (card, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pz_share_card_get_line (PZ_SHARE_CARD (card)))));
  g_assert_true (gtk_widget_get_visible (list));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Week 2: 10 %");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  pz_share_card_show (PZ_SHARE_CARD (card), "", make_points (0));
  g_assert_false (gtk_widget_get_visible (card));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pairs_met_by_week (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autoptr(PzActivityList) list = NULL;
  g_autoptr(PzPartnersFacts) facts = NULL;
  GtkWidget *card, *window;
  PzShareLine *line;
  g_autofree char *few = NULL;

  hold_group (fixture, "2026-11-10", "Ana Ben");
  hold_group (fixture, "2026-11-11", "Ana Ben");
  hold_group (fixture, "2026-11-16", "Ana Ben");
  hold_group (fixture, "2026-11-17", "Ana Ben");
  list = pz_activity_list_new (fixture->classroom);
  activities_wait (list);
  facts = pz_partners_facts_new (list);
  g_assert_cmpuint (pz_partners_facts_get_course (facts)->weeks->len, ==, 3);
  card = pz_partners_course_card_new (facts);
  window = ui_present (card, 500, 500);
  line = pz_share_card_get_line (PZ_SHARE_CARD (card));
  pz_share_line_choose (line, 1);
  g_assert_true (g_str_has_prefix (pz_share_line_get_label (line), "Week from "));
  g_assert_true (g_str_has_suffix (pz_share_line_get_label (line), ": 17 % of all pairs; without repeats 67 %"));
  few = pz_partners_facts_dup_few (facts, 0);
  g_assert_cmpstr (few, ==, "1 of 3 partners · nobody new in the last 3 groups");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, test) \
  g_test_add ("/ui/share-card/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("line-says-what-is-chosen", test_line_says_what_is_chosen);
  ADD ("focus-begins-at-the-last", test_focus_begins_at_the_last);
  ADD ("card-has-a-table-of-the-same", test_card_has_a_table_of_the_same);
  ADD ("pairs-met-by-week", test_pairs_met_by_week);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
