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
  GtkWidget *card = g_object_ref_sink (pz_group_card_new ("Arch", NULL, FALSE));

  pz_group_card_finish (PZ_GROUP_CARD (card), "Rest");
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
  GtkWidget *card = g_object_ref_sink (pz_group_card_new ("Arch", NULL, FALSE));

  pz_group_card_finish (PZ_GROUP_CARD (card), NULL);
  g_assert_null (get_hint (card));
  pz_group_card_set_change (PZ_GROUP_CARD (card), "Nothing changes.");
  g_assert_cmpstr (get_hint (card), ==, "Nothing changes.");
  pz_group_card_set_change (PZ_GROUP_CARD (card), NULL);
  g_assert_null (get_hint (card));
  g_assert_finalize_object (card);
}

static void
test_finds_its_rows (UiFixture     *fixture,
                     gconstpointer  data)
{
  GtkWidget *card = g_object_ref_sink (pz_group_card_new ("Arch", NULL, FALSE));
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");

  pz_group_card_add (PZ_GROUP_CARD (card), pz_part_row_new (fixture->classroom, ana, NULL));
  g_assert_nonnull (pz_group_card_find (PZ_GROUP_CARD (card), ana));
  g_assert_null (pz_group_card_find (PZ_GROUP_CARD (card), ben));
  g_assert_null (pz_group_card_get_group (PZ_GROUP_CARD (card)));
  g_assert_finalize_object (card);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-card/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("says-what-a-drop-would-change", test_says_what_a_drop_would_change);
  ADD ("without-a-hint-there-is-no-line", test_without_a_hint_there_is_no_line);
  ADD ("finds-its-rows", test_finds_its_rows);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
