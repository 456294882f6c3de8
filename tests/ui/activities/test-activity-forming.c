/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-page-fixture.h"

#include "pz-activity-cards.h"
#include "pz-activity-page.h"
#include "pz-classroom-calendar.h"
#include "pz-group-card.h"
#include "pz-group-planner.h"
#include "pz-group-strip.h"
#include "pz-grouping-rule.h"

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz"

static const char *
get_group (Page       *page,
           const char *learner)
{
  PzRecord *part = pz_activity_find_part (page->document, learner, 1);

  return part != NULL ? pz_record_get_text (part, PZ_PARTICIPATION_GROUP) : NULL;
}

static gboolean
is_explained (gpointer data)
{
  Page *page = data;
  GtkWidget *strip = ui_find (page->page, PZ_TYPE_GROUP_STRIP, 0);

  return gtk_widget_get_visible (strip) && gtk_widget_get_visible (ui_find (strip, GTK_TYPE_TOGGLE_BUTTON, 0));
}

/* groups of two, formed and judged */
static Page
open_formed (UiFixture *fixture)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  Page page;

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_CRITERIA, "size 2\nnew-partners 3\n");
  page = page_open (fixture, document);
  g_assert_true (page_act (&page, "activity.form"));
  g_assert_true (ui_wait (is_explained, &page));
  page_settle (&page);
  return page;
}

static void
test_forms_groups (UiFixture     *fixture,
                   gconstpointer  data)
{
  Page page = open_formed (fixture);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (page.document, 1);

  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_nonnull (get_group (&page, activities_learner (fixture, "Ana")));
  g_assert_true (pz_group_card_get_group (PZ_GROUP_CARD (page_get_card (&page, 0))) == groups->pdata[0]);
  g_assert_true (page_act (&page, "activity.shuffle"));
  g_assert_true (ui_wait (is_explained, &page));
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (page.document), PZ_ACTIVITY_SEED), ==, 2);
  page_act (&page, "activity.hold"); /* what was held is not formed anew */
  g_assert_false (gtk_widget_get_visible (ui_find (page.page, PZ_TYPE_GROUP_PLANNER, 0)));
  page_act (&page, "activity.form");
  g_assert_false (gtk_widget_get_visible (ui_find (page.page, GTK_TYPE_SPINNER, 0)));
  page_close (fixture, &page);
}

/* whether the line above the groups went, or told of other groups, before it says how good these are */
static gboolean
is_explained_without_a_gap (gpointer data)
{
  Page *page = data;
  GtkWidget *strip = ui_find (page->page, PZ_TYPE_GROUP_STRIP, 0);

  g_assert_true (gtk_widget_get_visible (strip));
  return gtk_widget_get_visible (ui_find (strip, GTK_TYPE_TOGGLE_BUTTON, 0));
}

static void
test_the_line_stays_from_search_to_verdict (UiFixture     *fixture,
                                            gconstpointer  data)
{
  Page page = open_formed (fixture);
  GtkWidget *strip = ui_find (page.page, PZ_TYPE_GROUP_STRIP, 0);

  gtk_widget_activate_action (ui_find (page.page, PZ_TYPE_ACTIVITY_CARDS, 0), "activity.shuffle", NULL);
  g_assert_false (gtk_widget_get_visible (ui_find (strip, GTK_TYPE_TOGGLE_BUTTON, 0))); /* that was of other groups */
  g_assert_true (ui_wait (is_explained_without_a_gap, &page));
  page_settle (&page);
  page_close (fixture, &page);
}

static void
test_swaps_two (UiFixture     *fixture,
                gconstpointer  data)
{
  Page page = open_formed (fixture);
  const char *ana = activities_learner (fixture, "Ana"), *other = NULL;
  g_autofree char *before = g_strdup (get_group (&page, ana));

  for (guint i = 0; i < 3; i++)
    {
      const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), i);

      if (g_strcmp0 (get_group (&page, id), before) != 0)
        other = id;
    }
  gtk_widget_activate_action (ui_find (page.page, PZ_TYPE_ACTIVITY_CARDS, 0), "activity.swap", "(ss)", ana, other);
  g_assert_cmpstr (get_group (&page, other), ==, before);
  g_assert_cmpstr (get_group (&page, ana), !=, before);
  page_settle (&page);
  page_close (fixture, &page);
}

/* whether a window has a label with that text in it */
static gboolean
is_said (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);
      guint n = activities_count (window, GTK_TYPE_LABEL);

      for (guint k = 0; k < n; k++)
        if (strstr (gtk_label_get_text (GTK_LABEL (ui_find (window, GTK_TYPE_LABEL, k))), text) != NULL)
          return TRUE;
    }
  return FALSE;
}

static void
test_says_why_and_what_a_move_changes (UiFixture     *fixture,
                                       gconstpointer  data)
{
  Page page = open_formed (fixture);
  const char *ana = activities_learner (fixture, "Ana");
  GtkWidget *other = page_get_card (&page, page_find_row (&page, 0, ana) != NULL ? 1 : 0);
  GtkWidget *hint = gtk_widget_get_last_child (other);

  g_assert_false (gtk_widget_get_visible (hint));
  g_signal_emit_by_name (other, "hovered", ana);
  g_assert_true (gtk_widget_get_visible (hint));
  g_signal_emit_by_name (other, "hovered", NULL);
  g_assert_false (gtk_widget_get_visible (hint));
  g_assert_false (is_said ("Instead of "));
  gtk_widget_activate_action (ui_find (page.page, PZ_TYPE_ACTIVITY_CARDS, 0), "activity.why", "s", ana);
  ui_settle ();
  g_assert_true (is_said ("Instead of "));
  page_close (fixture, &page);
}

static void
test_who_is_moved_stays_there (UiFixture     *fixture,
                               gconstpointer  data)
{
  Page page = open_formed (fixture);
  const char *ana = activities_learner (fixture, "Ana");
  GtkWidget *other = page_get_card (&page, page_find_row (&page, 0, ana) != NULL ? 1 : 0);
  const char *group = pz_record_get_id (pz_group_card_get_group (PZ_GROUP_CARD (other)));

  g_signal_emit_by_name (other, "moved", ana);
  page_settle (&page);
  g_assert_cmpstr (get_group (&page, ana), ==, group);
  g_assert_true (page_act (&page, "activity.form"));
  g_assert_true (ui_wait (is_explained, &page));
  g_assert_cmpstr (get_group (&page, ana), ==, group);
  page_close (fixture, &page);
}

static void
test_next_time_with_new_partners (UiFixture     *fixture,
                                  gconstpointer  data)
{
  Page page = open_formed (fixture);

  page_act (&page, "activity.next-partners"); /* nobody has worked with anybody yet */
  g_assert_cmpuint (page_count_activities (fixture), ==, 1);
  page_act (&page, "activity.hold");
  page_act (&page, "activity.next-partners");
  g_assert_cmpuint (page_count_activities (fixture), ==, 2);
  page_close (fixture, &page);
}

static const char *
get_setting (Page *page)
{
  return pz_record_get_text (pz_document_get_owner (page->document), PZ_ACTIVITY_SETTING);
}

/* the button that offers groups, not the one of what is asked for; NULL: it is not shown */
static GtkWidget *
find_form_button (Page *page)
{
  GtkWidget *planner = ui_find (page->page, PZ_TYPE_GROUP_PLANNER, 0);
  guint n = activities_count (page->page, GTK_TYPE_BUTTON);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = ui_find (page->page, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "activity.form") == 0
          && gtk_widget_get_mapped (button) && !gtk_widget_is_ancestor (button, planner))
        return button;
    }
  return NULL;
}

/* Nobody said yet how learners are together: asking for groups says it. One undo takes back that it was said. */
static void
test_asking_for_groups_says_how_they_are_together (UiFixture     *fixture,
                                                   gconstpointer  data)
{
  Page page = page_open (fixture, activities_add (fixture, "Bridges", TODAY, NULL));
  g_autoptr(GPtrArray) groups = NULL;
  GtkWidget *button = find_form_button (&page);

  g_assert_null (get_setting (&page));
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_visible (ui_find (page.page, PZ_TYPE_GROUP_PLANNER, 0)));
  gtk_widget_activate (button);
  g_assert_true (ui_wait (is_explained, &page));
  page_settle (&page);
  groups = pz_activity_list_groups (page.document, 1);
  g_assert_cmpstr (get_setting (&page), ==, "groups");
  g_assert_cmpuint (groups->len, >, 0);
  g_assert_nonnull (get_group (&page, activities_learner (fixture, "Ana")));
  g_assert_true (gtk_widget_get_visible (ui_find (page.page, PZ_TYPE_GROUP_PLANNER, 0)));
  g_assert_null (find_form_button (&page)); /* what it offered is there now */
  while (get_setting (&page) != NULL)
    g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  page_settle (&page);
  g_assert_null (get_group (&page, activities_learner (fixture, "Ana")));
  g_assert_nonnull (find_form_button (&page));
  page_close (fixture, &page);
}

/* what was said otherwise, or was held already, is nobody's guess */
static void
test_groups_are_not_offered_where_there_are_none (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  Page alone = page_open (fixture, activities_add (fixture, "Weekly plan", TODAY, "alone"));
  Page held;

  g_assert_null (find_form_button (&alone));
  page_act (&alone, "activity.form");
  g_assert_cmpstr (get_setting (&alone), ==, "alone");
  page_close (fixture, &alone);
  held = page_open (fixture, activities_add (fixture, "News", TODAY, NULL));
  page_act (&held, "activity.hold");
  g_assert_null (find_form_button (&held));
  page_act (&held, "activity.form");
  g_assert_null (get_setting (&held));
  page_close (fixture, &held);
}

static gboolean
are_together (UiFixture  *fixture,
              Page       *page,
              const char *a,
              const char *b)
{
  return g_strcmp0 (get_group (page, activities_learner (fixture, a)), get_group (page, activities_learner (fixture, b))) == 0;
}

/* whom the class keeps together or apart is so in whatever way groups are formed again */
static void
test_keeps_to_the_rules_of_the_class (UiFixture     *fixture,
                                      gconstpointer  data)
{
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  Page page;

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_CRITERIA, "size 2\n");
  pz_grouping_rule_set (classroom, PZ_WISH_TOGETHER, activities_learner (fixture, "Ana"), activities_learner (fixture, "Cleo"));
  page = page_open (fixture, document);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (page_act (&page, i == 0 ? "activity.form" : "activity.shuffle"));
      g_assert_true (ui_wait (is_explained, &page));
      g_assert_true (are_together (fixture, &page, "Ana", "Cleo"));
    }
  pz_grouping_rule_set (classroom, PZ_WISH_APART, activities_learner (fixture, "Ana"), activities_learner (fixture, "Cleo"));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (page_act (&page, "activity.shuffle"));
      g_assert_true (ui_wait (is_explained, &page));
      g_assert_false (are_together (fixture, &page, "Ana", "Cleo"));
    }
  page_close (fixture, &page);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-forming/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("forms-groups", test_forms_groups);
  ADD ("the-line-stays-from-search-to-verdict", test_the_line_stays_from_search_to_verdict);
  ADD ("swaps-two", test_swaps_two);
  ADD ("says-why-and-what-a-move-changes", test_says_why_and_what_a_move_changes);
  ADD ("who-is-moved-stays-there", test_who_is_moved_stays_there);
  ADD ("next-time-with-new-partners", test_next_time_with_new_partners);
  ADD ("asking-for-groups-says-how-they-are-together", test_asking_for_groups_says_how_they_are_together);
  ADD ("groups-are-not-offered-where-there-are-none", test_groups_are_not_offered_where_there_are_none);
  ADD ("keeps-to-the-rules-of-the-class", test_keeps_to_the_rules_of_the_class);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
