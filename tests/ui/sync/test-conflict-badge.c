/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-badge.h"
#include "pz-conflict-strip.h"
#include "conflict-fixture.h"
#include "ui-fixture.h"

static PzDocument *
add_ada (UiFixture  *fixture,
         char      **name)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", "Hill");

  *name = g_strdup_printf ("learners/%s.json", ada);
  ui_save (fixture->classroom);
  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, ada, NULL);
}

static void
differ (UiFixture  *fixture,
        const char *name,
        const char *record,
        const char *field,
        const char *text)
{
  conflict_fixture_write (pz_classroom_get_path (fixture->classroom), name, record, field, text, CONFLICT_DEVICE, 1000);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
  ui_settle ();
}

static void
test_a_badge_shows_while_values_differ (UiFixture     *fixture,
                                        gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autoptr(PzDocument) document = add_ada (fixture, &name);
  PzRecord *learner = pz_document_get_owner (document);
  GtkWidget *badge = g_object_ref_sink (pz_conflict_badge_new (learner, PZ_LEARNER_GIVEN_NAME, PZ_BADGE_BARE));
  g_autoptr(GVariant) target = NULL;

  g_assert_false (gtk_widget_get_visible (badge));
  differ (fixture, name, NULL, "given-name", "Adah");
  pz_conflict_badge_update (PZ_CONFLICT_BADGE (badge));
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (badge)), ==, "2 values");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, "Given name: 2 values");
  target = g_variant_ref_sink (g_variant_new ("(ss)", pz_record_get_id (learner), "given-name"));
  g_assert_true (g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (badge)), target));
  pz_record_choose_value (learner, PZ_LEARNER_GIVEN_NAME, 1);
  g_assert_false (gtk_widget_get_visible (badge));
  g_assert_finalize_object (badge);
}

static void
test_a_strip_has_a_badge_for_each_field (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autoptr(PzDocument) document = add_ada (fixture, &name);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  GtkWidget *strip, *of_goal;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  ui_save (fixture->classroom);
  strip = g_object_ref_sink (pz_conflict_strip_new (document));
  of_goal = g_object_ref_sink (pz_conflict_strip_new (NULL));
  pz_conflict_strip_follow (PZ_CONFLICT_STRIP (of_goal), document, pz_record_get_id (goal));
  g_assert_false (gtk_widget_get_visible (strip));
  differ (fixture, name, NULL, "given-name", "Adah");
  differ (fixture, name, pz_record_get_id (goal), "title", "Reads");
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (ui_find (strip, PZ_TYPE_CONFLICT_BADGE, 0))), ==,
                   "Given name: 2 values");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (ui_find (strip, PZ_TYPE_CONFLICT_BADGE, 1))), ==,
                   "Goal, Title: 2 values");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (ui_find (of_goal, PZ_TYPE_CONFLICT_BADGE, 0))), ==, "Title: 2 values");
  g_assert_true (gtk_widget_get_first_child (of_goal) == gtk_widget_get_last_child (of_goal));
  pz_record_choose_value (goal, PZ_GOAL_TITLE, 0);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (of_goal));
  g_assert_finalize_object (strip);
  g_assert_finalize_object (of_goal);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("/ui/conflict-badge/a-badge-shows-while-values-differ", test_a_badge_shows_while_values_differ);
  ADD ("/ui/conflict-badge/a-strip-has-a-badge-for-each-field", test_a_strip_has_a_badge_for_each_field);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
