/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-page-fixture.h"

#include "pz-activity-cards.h"
#include "pz-activity-dialog.h"
#include "pz-activity-page.h"
#include "pz-classroom-calendar.h"
#include "pz-group-card.h"
#include "pz-privacy.h"

#define PEOPLE "Ana Garcia;Ben Ode;Cleo Diaz"

static const char *
get_present (Page       *page,
             const char *learner)
{
  PzRecord *part = pz_activity_find_part (page->document, learner, 1);

  return part != NULL ? pz_record_get_text (part, PZ_PARTICIPATION_PRESENT) : NULL;
}

static void
test_groups_are_cards (UiFixture     *fixture,
                       gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch"), *beam = pz_activity_add_group (document, 1, "Beam & <b>");
  Page page;

  pz_activity_place (document, ana, 1, arch);
  page = page_open (fixture, document);
  g_assert_true (pz_activity_page_get_document (PZ_ACTIVITY_PAGE (page.page)) == document);
  g_assert_true (pz_group_card_get_group (PZ_GROUP_CARD (page_get_card (&page, 0))) == arch);
  g_assert_nonnull (page_find_row (&page, 0, ana));
  g_assert_true (pz_group_card_get_group (PZ_GROUP_CARD (page_get_card (&page, 1))) == beam);
  g_assert_null (pz_group_card_get_group (PZ_GROUP_CARD (page_get_card (&page, 2))));
  g_assert_nonnull (page_find_row (&page, 2, ben)); /* in no group */
  page_close (fixture, &page);
}

static void
test_moves_by_menu_and_by_dropping (UiFixture     *fixture,
                                    gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  PzRecord *arch = pz_activity_add_group (document, 1, "Arch");
  Page page = page_open (fixture, document);

  g_assert_true (gtk_widget_activate_action (page_find_row (&page, 1, ana), "part.move", "(ss)", ana, pz_record_get_id (arch)));
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 0, ana));
  g_assert_true (gtk_widget_has_focus (page_find_row (&page, 0, ana))); /* goes along */
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Move of a learner");
  g_signal_emit_by_name (page_get_card (&page, 0), "moved", ben);
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 0, ben));
  ui_save (fixture->classroom);
  gtk_widget_activate_action (page_find_row (&page, 0, ben), "part.move", "(ss)", ben, "");
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 1, ben));
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL)); /* one step each */
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 0, ben));
  page_close (fixture, &page);
}

static void
test_presence_by_one_touch (UiFixture     *fixture,
                            gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "News", TODAY, "whole-class");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  Page page = page_open (fixture, document);
  GtkWidget *row = page_find_row (&page, 0, ana);

  gtk_widget_activate (row); /* Enter, or a tap */
  page_settle (&page);
  g_assert_cmpstr (get_present (&page, ana), ==, "no");
  g_assert_true (gtk_widget_has_css_class (page_find_row (&page, 0, ana), "absent"));
  g_assert_nonnull (pz_activity_find_part (document, ben, 1)); /* all are named then */
  gtk_widget_activate (page_find_row (&page, 0, ana));
  page_settle (&page);
  g_assert_cmpstr (get_present (&page, ana), ==, "yes");
  g_assert_false (gtk_widget_has_css_class (page_find_row (&page, 0, ana), "absent"));
  gtk_widget_activate_action (page_find_row (&page, 0, ana), "part.move", "(ss)", ana, "");
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 1, ana)); /* not taking part */
  gtk_widget_activate (page_find_row (&page, 1, ana));
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 0, ana));
  page_close (fixture, &page);
}

static void
test_contribution_and_lock (UiFixture     *fixture,
                            gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  PzRecord *part;
  Page page;

  pz_activity_place (document, ana, 1, pz_activity_add_group (document, 1, "Arch"));
  page = page_open (fixture, document);
  part = pz_activity_find_part (document, ana, 1);
  gtk_widget_activate_action (page_find_row (&page, 0, ana), "part.contribution", "(ss)", ana, "4");
  g_assert_cmpfloat (pz_record_get_number (part, PZ_PARTICIPATION_CONTRIBUTION), ==, 4);
  gtk_widget_activate_action (page_find_row (&page, 0, ana), "part.contribution", "(ss)", ana, "7"); /* there is no such key */
  g_assert_cmpfloat (pz_record_get_number (part, PZ_PARTICIPATION_CONTRIBUTION), ==, 4);
  gtk_widget_activate_action (page_find_row (&page, 0, ana), "part.lock", "s", ana);
  g_assert_true (pz_record_get_flag (part, PZ_PARTICIPATION_LOCKED));
  gtk_widget_activate_action (page_find_row (&page, 0, ana), "part.lock", "s", ana);
  g_assert_false (pz_record_get_flag (part, PZ_PARTICIPATION_LOCKED));
  gtk_widget_activate_action (page_find_row (&page, 1, ben), "part.lock", "s", ben); /* in no group: nowhere to stay */
  g_assert_null (pz_activity_find_part (document, ben, 1));
  page_close (fixture, &page);
}

static void
test_rows_have_menus_and_words (UiFixture     *fixture,
                                gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana");
  PzRecord *part;
  GtkWidget *row;
  Page page;

  pz_activity_place (document, ana, 1, pz_activity_add_group (document, 1, "Arch"));
  part = pz_activity_find_part (document, ana, 1);
  pz_record_set_text (part, PZ_PARTICIPATION_ROLE, "Reader");
  page = page_open (fixture, document);
  row = page_find_row (&page, 0, ana);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana Garcia, there, Reader");
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (row, GTK_TYPE_MENU_BUTTON, 0)));
  page_settle (&page);
  pz_privacy_set_hidden (TRUE);
  page_settle (&page);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_find (page_find_row (&page, 0, ana), GTK_TYPE_LABEL, 0))), !=, "Ana Garcia");
  pz_privacy_set_hidden (FALSE);
  page_settle (&page);
  page_close (fixture, &page);
}

static void
test_held_and_back (UiFixture     *fixture,
                    gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "News", TODAY, "whole-class");
  const char *ana = activities_learner (fixture, "Ana");
  Page page = page_open (fixture, document);

  g_assert_true (page_act (&page, "activity.hold"));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_ACTIVITY_STATE), ==, "held");
  g_assert_cmpstr (get_present (&page, ana), ==, "yes");
  g_assert_true (page_act (&page, "activity.unhold"));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_ACTIVITY_STATE), ==, "planned");
  page_close (fixture, &page);
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_mapped (label) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
      return TRUE;
  return FALSE;
}

/* When it is and how: in the header bar, or, where that has no room for it, in full below. */
static void
test_facts_stand_once (UiFixture     *fixture,
                       gconstpointer  data)
{
  Page page = page_open (fixture, activities_add (fixture, "News", TODAY, "whole-class"));
  AdwWindowTitle *title = ADW_WINDOW_TITLE (ui_find (page.page, ADW_TYPE_WINDOW_TITLE, 0));
  g_autofree char *facts = g_strdup (adw_window_title_get_subtitle (title));

  g_assert_cmpstr (facts, !=, "");

  pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (page.page), TRUE);
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "");
  g_assert_true (has_label (page.page, facts));

  pz_detail_page_set_collapsed (PZ_DETAIL_PAGE (page.page), FALSE);
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, facts);
  page_close (fixture, &page);
}

static void
test_week_and_copy (UiFixture     *fixture,
                    gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "News", TODAY, "whole-class");
  PzRecord *owner = pz_document_get_owner (document);
  Page page = page_open (fixture, document);

  page_act (&page, "activity.duplicate");
  g_assert_cmpuint (page_count_activities (fixture), ==, 2);
  page_act (&page, "activity.repeat");
  g_assert_cmpuint (page_count_activities (fixture), ==, 3);
  g_assert_false (pz_record_is_empty (owner, PZ_ACTIVITY_REGULAR));
  page_act (&page, "activity.repeat"); /* is of the week already */
  g_assert_cmpuint (page_count_activities (fixture), ==, 3);
  page_act (&page, "activity.delete");
  g_assert_cmpuint (page_count_activities (fixture), ==, 2);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_assert_cmpuint (page_count_activities (fixture), ==, 3);
  page_close (fixture, &page);
}

static void
test_the_week_itself (UiFixture     *fixture,
                      gconstpointer  data)
{
  PzDocument *document = activities_add_regular (fixture, "Reading", TODAY);
  PzRecord *owner = pz_document_get_owner (document);
  Page page = page_open (fixture, document);

  page_act (&page, "activity.hold"); /* a week does not happen */
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_STATE), ==, "planned");
  page_act (&page, "activity.end-repetition");
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_REPEATS_UNTIL), ==, TODAY);
  page_close (fixture, &page);
}

/* fails when none is open */
static void
close_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (PZ_IS_ACTIVITY_DIALOG (window))
        dialog = window; /* the toolkit holds it */
    }
  g_assert_nonnull (dialog);
  gtk_window_destroy (dialog);
}

static void
test_groups_come_and_go (UiFixture     *fixture,
                         gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  Page page = page_open (fixture, document);
  g_autoptr(GPtrArray) groups = NULL;

  page_act (&page, "activity.add-group");
  close_dialog (); /* it asks for the name */
  page_settle (&page);
  groups = pz_activity_list_groups (document, 1);
  g_assert_cmpuint (groups->len, ==, 1);
  g_signal_emit_by_name (page_get_card (&page, 0), "remove");
  page_settle (&page);
  g_assert_true (pz_record_is_deleted (groups->pdata[0]));
  page_close (fixture, &page);
}

static void
test_rounds (UiFixture     *fixture,
             gconstpointer  data)
{
  PzDocument *document = activities_add (fixture, "Bridges", TODAY, "groups");
  const char *ana = activities_learner (fixture, "Ana");
  GtkWidget *rounds;
  Page page;

  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_ROUNDS, 2);
  pz_activity_place (document, ana, 2, pz_activity_add_group (document, 2, "Beam"));
  page = page_open (fixture, document);
  rounds = ui_find (page.page, GTK_TYPE_DROP_DOWN, 0);
  g_assert_true (gtk_widget_get_visible (rounds));
  g_assert_null (pz_group_card_get_group (PZ_GROUP_CARD (page_get_card (&page, 0)))); /* none in the first round */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rounds), 1);
  page_settle (&page);
  g_assert_nonnull (page_find_row (&page, 0, ana));
  g_assert_cmpuint (pz_activity_cards_get_round (PZ_ACTIVITY_CARDS (ui_find (page.page, PZ_TYPE_ACTIVITY_CARDS, 0))), ==, 2);
  page_close (fixture, &page);
}

static void
test_lets_go (UiFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  GtkWidget *page;

  ui_save (fixture->classroom);
  page = g_object_ref_sink (pz_activity_page_new (fixture->classroom, document));
  pz_activity_add_group (document, 1, "Arch"); /* the cards wait to be built anew */
  g_assert_finalize_object (page);
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-page/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("groups-are-cards", test_groups_are_cards);
  ADD ("moves-by-menu-and-by-dropping", test_moves_by_menu_and_by_dropping);
  ADD ("presence-by-one-touch", test_presence_by_one_touch);
  ADD ("contribution-and-lock", test_contribution_and_lock);
  ADD ("rows-have-menus-and-words", test_rows_have_menus_and_words);
  ADD ("held-and-back", test_held_and_back);
  ADD ("facts-stand-once", test_facts_stand_once);
  ADD ("week-and-copy", test_week_and_copy);
  ADD ("the-week-itself", test_the_week_itself);
  ADD ("groups-come-and-go", test_groups_come_and_go);
  ADD ("rounds", test_rounds);
  ADD ("lets-go", test_lets_go);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
