/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-balance-bar.h"
#include "pz-balance-card.h"
#include "pz-grouping-rule.h"
#include "pz-menu-choice.h"
#include "pz-pair-rules.h"
#include "pz-partners-map.h"
#include "pz-partners-page.h"
#include "pz-partners-table.h"
#include "pz-privacy.h"

/* by name: Ana 0, Ben 1, Cleo 2, Dora 3 */
#define PEOPLE "Cleo Diaz;Ana Garcia;Ben Ode;Dora Li"

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

static gboolean
is_read (gpointer card)
{
  return pz_balance_card_is_read (card);
}

static ActivitiesShown
open_page (UiFixture *fixture)
{
  ActivitiesShown shown = activities_show (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-partners", NULL);
  activities_draw (&shown);
  g_assert_true (ui_wait (is_read, ui_find (GTK_WIDGET (shown.view), PZ_TYPE_BALANCE_CARD, 0)));
  activities_draw (&shown);
  return shown;
}

static PzPartnersMap *
get_map (ActivitiesShown *shown)
{
  return PZ_PARTNERS_MAP (ui_find (GTK_WIDGET (shown->view), PZ_TYPE_PARTNERS_MAP, 0));
}

static void
assert_chosen (ActivitiesShown *shown,
               const char      *prefix)
{
  const char *label = pz_partners_map_get_label (get_map (shown));

  g_test_message ("%s", label);
  g_assert_true (g_str_has_prefix (label, prefix));
}

static void
test_pairs_are_named (UiFixture     *fixture,
                      gconstpointer  data)
{
  ActivitiesShown shown;
  graphene_rect_t cell;

  hold_group (fixture, "2026-11-16", "Ana Ben");
  hold_group (fixture, "2026-11-17", "Ana Ben Cleo");
  shown = open_page (fixture);
  g_assert_cmpstr (pz_partners_map_get_label (get_map (&shown)), ==, "");
  g_assert_false (pz_partners_map_get_cell (get_map (&shown), &cell));
  pz_partners_map_choose (get_map (&shown), 1, 0);
  assert_chosen (&shown, "Ben Ode and Ana Garcia: 2 times in one group, last on ");
  g_assert_true (pz_partners_map_get_cell (get_map (&shown), &cell));
  pz_partners_map_choose (get_map (&shown), 2, 1);
  assert_chosen (&shown, "Cleo Diaz and Ben Ode: 1 time in one group, on ");
  pz_partners_map_choose (get_map (&shown), 3, 0);
  assert_chosen (&shown, "Dora Li and Ana Garcia: never in one group");
  pz_partners_map_choose (get_map (&shown), 1, 1); /* nobody is their own partner */
  pz_partners_map_choose (get_map (&shown), 9, 1);
  assert_chosen (&shown, "Dora Li and Ana Garcia");
  activities_close (&shown);
}

static void
test_those_left_out_are_named (UiFixture     *fixture,
                               gconstpointer  data)
{
  ActivitiesShown shown;
  GtkWidget *page, *list;

  hold_group (fixture, "2026-11-17", "Ana Ben Cleo");
  shown = open_page (fixture);
  page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PARTNERS_PAGE, 0);
  list = gtk_widget_get_ancestor (ui_find (page, ADW_TYPE_ACTION_ROW, 4), GTK_TYPE_LIST_BOX); /* behind the table of four */
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0))),
                   ==, "Dora Li");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0))); /* to her page */
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (page));
  activities_close (&shown);
}

static void
test_table_says_the_same (UiFixture     *fixture,
                          gconstpointer  data)
{
  ActivitiesShown shown;
  GtkWidget *table, *row;

  hold_group (fixture, "2026-11-16", "Ana Ben");
  hold_group (fixture, "2026-11-17", "Ana Ben Cleo");
  shown = open_page (fixture);
  table = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PARTNERS_TABLE, 0);
  g_assert_false (gtk_widget_get_mapped (table));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PARTNERS_PAGE, 0),
                                                            GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  activities_draw (&shown);
  g_assert_true (gtk_widget_get_mapped (table));
  row = ui_find (table, ADW_TYPE_EXPANDER_ROW, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ana Garcia, 2 of 3 partners, Ben Ode 2, Cleo Diaz 1");
  pz_privacy_set_hidden (TRUE);
  activities_draw (&shown);
  row = ui_find (table, ADW_TYPE_EXPANDER_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), !=, "Ana Garcia");
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  activities_close (&shown);
}

/* Opened, a row holds the others with the rules for the two: what the picture offers for the chosen pair. */
static void
test_table_has_the_rules (UiFixture     *fixture,
                          gconstpointer  data)
{
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  ActivitiesShown shown;
  GtkWidget *table, *row, *rules;

  hold_group (fixture, "2026-11-17", "Ana Ben Cleo");
  shown = open_page (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PARTNERS_PAGE, 0),
                                                            GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  table = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_PARTNERS_TABLE, 0);
  row = ui_find (table, ADW_TYPE_EXPANDER_ROW, 1);
  g_assert_cmpuint (activities_count (row, PZ_TYPE_PAIR_RULES), ==, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  activities_draw (&shown);
  g_assert_cmpuint (activities_count (row, PZ_TYPE_PAIR_RULES), ==, 3);
  rules = ui_find (row, PZ_TYPE_PAIR_RULES, 2); /* Ana, Cleo, Dora */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (rules, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  g_assert_nonnull (pz_grouping_rule_find (classroom, PZ_WISH_APART, activities_learner (fixture, "Ben"),
                                           activities_learner (fixture, "Dora")));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_cmpuint (activities_count (row, PZ_TYPE_PAIR_RULES), ==, 3);
  activities_close (&shown);
}

static const char *
get_week (GtkWidget *card,
          guint      week)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find (card, GTK_TYPE_LIST_BOX, 0));

  return gtk_widget_get_tooltip_text (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) week)));
}

/* the week of today is the eighth */
static void
test_balance_of_a_learner_and_of_all (UiFixture     *fixture,
                                      gconstpointer  data)
{
  ActivitiesShown shown;
  GtkWidget *card, *choice;

  hold_group (fixture, "2026-11-17", "Ana Ben Cleo");
  g_object_unref (activities_add (fixture, "News", "2026-11-24", "whole-class"));
  shown = open_page (fixture);
  card = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_BALANCE_CARD, 0);
  choice = ui_find (card, PZ_TYPE_MENU_CHOICE, 0);
  g_assert_cmpstr (get_week (card, 0), ==, "Nothing");
  g_assert_cmpstr (get_week (card, 6), ==, "Observed: Pairs and groups 34 min"); /* 45 for three of four */
  g_assert_cmpstr (get_week (card, 7), ==, "Planned: Whole class 45 min");
  gtk_widget_activate_action (gtk_widget_get_first_child (choice), "choice.value", "s", activities_learner (fixture, "Ana"));
  g_assert_cmpstr (get_week (card, 6), ==, "Observed: Pairs and groups 45 min");
  gtk_widget_activate_action (gtk_widget_get_first_child (choice), "choice.value", "s", activities_learner (fixture, "Dora"));
  g_assert_cmpstr (get_week (card, 6), ==, "Nothing");
  ui_find (card, PZ_TYPE_BALANCE_BAR, 9); /* one a week */
  activities_close (&shown);
}

static void
test_nothing_yet (UiFixture     *fixture,
                  gconstpointer  data)
{
  ActivitiesShown shown = open_page (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (get_map (&shown)));
  ui_settle ();
  assert_chosen (&shown, "Ben Ode and Ana Garcia: never in one group"); /* where the arrow keys begin */
  activities_close (&shown);
}

#define ADD(path, test) \
  g_test_add ("/ui/partners-page/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("pairs-are-named", test_pairs_are_named);
  ADD ("those-left-out-are-named", test_those_left_out_are_named);
  ADD ("table-says-the-same", test_table_says_the_same);
  ADD ("table-has-the-rules", test_table_has_the_rules);
  ADD ("balance-of-a-learner-and-of-all", test_balance_of_a_learner_and_of_all);
  ADD ("nothing-yet", test_nothing_yet);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
