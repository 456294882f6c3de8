/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-strip.h"

#define PEOPLE "Ana A;Ben B;Cleo C;Dan D"

/* The strip of an activity, in a window of its own. */
typedef struct
{
  PzDocument *activity;
  PzGroupForming *forming;
  GtkWidget *strip;
  GtkWidget *window;
} Strip;

static Strip
open_strip (UiFixture  *fixture,
            const char *criteria)
{
  Strip made = { activities_add (fixture, "Bridges", TODAY, "groups") };

  pz_record_set_text (pz_document_get_owner (made.activity), PZ_ACTIVITY_CRITERIA, criteria);
  ui_save (fixture->classroom);
  made.forming = pz_group_forming_new (fixture->classroom, made.activity);
  made.strip = pz_group_strip_new (made.forming);
  made.window = ui_present (made.strip, 500, 400);
  return made;
}

static void
close_strip (UiFixture *fixture,
             Strip     *made)
{
  pz_group_forming_stop (made->forming);
  gtk_window_destroy (GTK_WINDOW (made->window));
  ui_assert_finalized_soon (made->forming);
  ui_save (fixture->classroom);
  g_object_unref (made->activity);
}

static const char *
get_headline (Strip *made)
{
  return gtk_label_get_text (GTK_LABEL (ui_find (made->strip, GTK_TYPE_LABEL, 0)));
}

static void
test_says_nothing_of_no_groups (UiFixture     *fixture,
                                gconstpointer  data)
{
  Strip made = open_strip (fixture, "size 2\n");

  g_assert_false (gtk_widget_get_visible (made.strip));
  pz_group_strip_set_expanded (PZ_GROUP_STRIP (made.strip), TRUE); /* there is nothing to explain */
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find (made.strip, GTK_TYPE_TOGGLE_BUTTON, 0))));
  close_strip (fixture, &made);
}

static void
test_says_that_groups_are_formed_and_how_good_they_are (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  Strip made = open_strip (fixture, "size 2\nnew-partners 3\nalike interests:2\n");
  GtkWidget *spinner = ui_find (made.strip, GTK_TYPE_SPINNER, 0);

  pz_group_forming_form (made.forming, 1);
  g_assert_true (gtk_widget_get_visible (made.strip));
  g_assert_true (gtk_widget_get_visible (spinner));
  g_assert_cmpstr (get_headline (&made), ==, "Looking for the best groups…");
  activities_wait_formed (made.forming);
  pz_group_forming_judge (made.forming, 1);
  g_assert_true (pz_group_forming_is_judging (made.forming));
  g_assert_true (gtk_widget_get_visible (spinner));
  g_assert_cmpstr (get_headline (&made), ==, "Finding out how good these groups are…");
  activities_wait_account (made.forming);
  g_assert_false (pz_group_forming_is_judging (made.forming));
  g_assert_false (gtk_widget_get_visible (spinner));
  g_assert_cmpstr (get_headline (&made), ==, "Formed by chance"); /* nobody has met, nobody has interests */
  pz_group_strip_set_expanded (PZ_GROUP_STRIP (made.strip), TRUE);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find (made.strip, GTK_TYPE_TOGGLE_BUTTON, 0))));
  g_assert_cmpuint (activities_count (made.strip, GTK_TYPE_LEVEL_BAR), ==, 2); /* one for each criterion */
  close_strip (fixture, &made);
}

static void
test_says_why_there_are_none (UiFixture     *fixture,
                              gconstpointer  data)
{
  g_autofree char *criteria = g_strdup_printf ("groups 1\napart %s,%s:must\n", activities_learner (fixture, "Ana"),
                                               activities_learner (fixture, "Ben"));
  Strip made = open_strip (fixture, criteria);

  activities_form (made.forming, 1);
  g_assert_cmpstr (get_headline (&made), ==, "These groups cannot be formed");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (ui_find (made.strip, GTK_TYPE_LABEL, 1))), "Ana A"));
  close_strip (fixture, &made);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-strip/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("says-nothing-of-no-groups", test_says_nothing_of_no_groups);
  ADD ("says-that-groups-are-formed-and-how-good-they-are", test_says_that_groups_are_formed_and_how_good_they_are);
  ADD ("says-why-there-are-none", test_says_why_there_are_none);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
