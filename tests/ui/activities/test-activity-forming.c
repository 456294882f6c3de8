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

#define ADD(path, test) \
  g_test_add ("/ui/activity-forming/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("forms-groups", test_forms_groups);
  ADD ("swaps-two", test_swaps_two);
  ADD ("says-why-and-what-a-move-changes", test_says_why_and_what_a_move_changes);
  ADD ("who-is-moved-stays-there", test_who_is_moved_stays_there);
  ADD ("next-time-with-new-partners", test_next_time_with_new_partners);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
