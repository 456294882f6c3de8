/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-card.h"

#define PEOPLE "Ana A;Ben B"

/* the label below the rows */
static const char *
get_hint (GtkWidget *card)
{
  GtkWidget *hint = gtk_widget_get_last_child (card);

  return gtk_widget_get_visible (hint) ? gtk_label_get_text (GTK_LABEL (hint)) : NULL;
}

static void
test_says_what_a_drop_would_change (UiFixture     *fixture,
                                    gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL));

  pz_group_card_finish (PZ_GROUP_CARD (card), 0, "Rest");
  g_assert_cmpstr (get_hint (card), ==, "Rest");
  pz_group_card_set_change (PZ_GROUP_CARD (card), "New partners 80 → 85 %");
  g_assert_cmpstr (get_hint (card), ==, "New partners 80 → 85 %");
  pz_group_card_set_change (PZ_GROUP_CARD (card), NULL);
  g_assert_cmpstr (get_hint (card), ==, "Rest");
  g_assert_finalize_object (card);
}

static void
test_without_a_hint_there_is_no_line (UiFixture     *fixture,
                                      gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL));

  pz_group_card_finish (PZ_GROUP_CARD (card), 0, NULL);
  g_assert_null (get_hint (card));
  pz_group_card_set_change (PZ_GROUP_CARD (card), "Nothing changes.");
  g_assert_cmpstr (get_hint (card), ==, "Nothing changes.");
  pz_group_card_set_change (PZ_GROUP_CARD (card), NULL);
  g_assert_null (get_hint (card));
  pz_group_card_finish (PZ_GROUP_CARD (card), 0, "Readiness 2.0");
  g_assert_cmpstr (get_hint (card), ==, "Readiness 2.0");
  g_assert_finalize_object (card);
}

static void
test_says_what_it_is_called_and_how_many_it_has (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL));

  pz_group_card_set_title (PZ_GROUP_CARD (card), "Arch", FALSE);
  pz_group_card_finish (PZ_GROUP_CARD (card), 1, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "Arch: 1 learner");
  pz_group_card_finish (PZ_GROUP_CARD (card), 4, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "Arch: 4 learners");
  pz_group_card_set_title (PZ_GROUP_CARD (card), "Beam", FALSE);
  pz_group_card_finish (PZ_GROUP_CARD (card), 4, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "Beam: 4 learners");
  g_assert_finalize_object (card);
}

static void
test_only_a_group_that_may_change_has_a_menu (UiFixture     *fixture,
                                              gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (pz_activity_add_group (activity, 1, "Arch")));
  GtkWidget *none = g_object_ref_sink (pz_group_card_new (NULL));

  pz_group_card_set_title (PZ_GROUP_CARD (card), "Arch", FALSE);
  pz_group_card_set_title (PZ_GROUP_CARD (none), "In no group", FALSE);
  g_assert_true (gtk_widget_get_visible (ui_find (card, GTK_TYPE_MENU_BUTTON, 0)));
  g_assert_false (gtk_widget_get_visible (ui_find (none, GTK_TYPE_MENU_BUTTON, 0)));
  pz_group_card_set_title (PZ_GROUP_CARD (card), "Arch", TRUE);
  g_assert_false (gtk_widget_get_visible (ui_find (card, GTK_TYPE_MENU_BUTTON, 0)));
  g_assert_finalize_object (card);
  g_assert_finalize_object (none);
  ui_save (fixture->classroom);
}

static void
test_finds_its_rows (UiFixture     *fixture,
                     gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL));
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");

  pz_group_card_place (PZ_GROUP_CARD (card), pz_part_row_new (fixture->classroom, ana, NULL), NULL);
  g_assert_nonnull (pz_group_card_find (PZ_GROUP_CARD (card), ana));
  g_assert_null (pz_group_card_find (PZ_GROUP_CARD (card), ben));
  g_assert_null (pz_group_card_get_group (PZ_GROUP_CARD (card)));
  g_assert_finalize_object (card);
}

static void
test_rows_are_in_their_order (UiFixture     *fixture,
                              gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL));
  GtkWidget *ana = pz_part_row_new (fixture->classroom, activities_learner (fixture, "Ana"), NULL);
  GtkWidget *ben = pz_part_row_new (fixture->classroom, activities_learner (fixture, "Ben"), NULL);

  g_assert_null (pz_group_card_get_next (PZ_GROUP_CARD (card), NULL));
  pz_group_card_place (PZ_GROUP_CARD (card), ben, NULL);
  pz_group_card_place (PZ_GROUP_CARD (card), ana, NULL);
  g_assert_true (pz_group_card_get_next (PZ_GROUP_CARD (card), NULL) == ana);
  g_assert_true (pz_group_card_get_next (PZ_GROUP_CARD (card), ana) == ben);
  pz_group_card_place (PZ_GROUP_CARD (card), ana, ben);
  g_assert_true (pz_group_card_get_next (PZ_GROUP_CARD (card), NULL) == ben);
  g_assert_true (pz_group_card_get_next (PZ_GROUP_CARD (card), ben) == ana);
  g_assert_finalize_object (card);
}

static void
test_rows_go_to_another_card (UiFixture     *fixture,
                              gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new (NULL)), *other = g_object_ref_sink (pz_group_card_new (NULL));
  const char *ana = activities_learner (fixture, "Ana");
  GtkWidget *row = g_object_ref_sink (pz_part_row_new (fixture->classroom, ana, NULL));

  pz_group_card_take (row); /* is on none yet */
  pz_group_card_place (PZ_GROUP_CARD (card), row, NULL);
  pz_group_card_place (PZ_GROUP_CARD (other), row, NULL);
  g_assert_null (pz_group_card_find (PZ_GROUP_CARD (card), ana));
  g_assert_true (GTK_WIDGET (pz_group_card_find (PZ_GROUP_CARD (other), ana)) == row);
  pz_group_card_take (row);
  g_assert_null (pz_group_card_find (PZ_GROUP_CARD (other), ana));
  g_assert_finalize_object (row);
  g_assert_finalize_object (card);
  g_assert_finalize_object (other);
}

static void
test_a_row_shows_what_is_noted_now (UiFixture     *fixture,
                                    gconstpointer  data)
{
  g_autoptr(PzDocument) activity = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana");
  PzRecord *first = pz_activity_take_part (activity, ana, 1), *second = pz_activity_take_part (activity, ana, 2);
  GtkWidget *row = g_object_ref_sink (pz_part_row_new (fixture->classroom, ana, first));

  pz_record_set_text (second, PZ_PARTICIPATION_ROLE, "Reader");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana A, there");
  pz_part_row_set_part (PZ_PART_ROW (row), second);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana A, there, Reader");
  pz_record_set_text (first, PZ_PARTICIPATION_ROLE, "Writer"); /* is followed no longer */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana A, there, Reader");
  pz_part_row_set_part (PZ_PART_ROW (row), NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana A, there");
  g_assert_finalize_object (row);
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-card/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("says-what-a-drop-would-change", test_says_what_a_drop_would_change);
  ADD ("without-a-hint-there-is-no-line", test_without_a_hint_there_is_no_line);
  ADD ("says-what-it-is-called-and-how-many-it-has", test_says_what_it_is_called_and_how_many_it_has);
  ADD ("only-a-group-that-may-change-has-a-menu", test_only_a_group_that_may_change_has_a_menu);
  ADD ("finds-its-rows", test_finds_its_rows);
  ADD ("rows-are-in-their-order", test_rows_are_in_their_order);
  ADD ("rows-go-to-another-card", test_rows_go_to_another_card);
  ADD ("a-row-shows-what-is-noted-now", test_a_row_shows_what_is_noted_now);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
