/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-absence.h"
#include "pz-contacts-row.h"
#include "pz-details-words.h"
#include "pz-learner-details.h"
#include "pz-goal-row.h"
#include "pz-learner-goals.h"
#include "pz-learner-header.h"
#include "pz-learner-page.h"
#include "pz-status-mark.h"
#include "pz-lens-value.h"

#define PEOPLE "Amina Yusuf"

/* The page of the only learner in a window of its own. */
typedef struct
{
  UiFixture *fixture;
  PzDocument *learner;
  PzRecord *record;
  PzRecord *class_record;
  GtkWidget *page;
  GtkWidget *window;
} Page;

static void
open_page (Page      *self,
           UiFixture *fixture)
{
  const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);
  g_autoptr(PzLearnerFacts) facts = pz_learner_facts_new (fixture->classroom);
  g_autoptr(PzClassValues) values = pz_class_values_new (fixture->classroom);

  self->fixture = fixture;
  self->learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  self->record = pz_document_get_owner (self->learner);
  self->class_record = pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
  self->page = pz_learner_page_new (fixture->classroom, self->learner, facts, values);
  self->window = ui_present (self->page, 700, 700);
}

static void
close_page (Page *self)
{
  g_object_ref (self->page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_settle ();
  g_assert_finalize_object (self->page);
  ui_save (self->fixture->classroom);
  g_clear_object (&self->learner);
}

static GtkWidget *
find_text (GtkWidget  *root,
           const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        return child;
      found = find_text (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_says (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = find_text (root, text);

  g_test_message ("%s", text);
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
}

static void
test_header_says_who_it_is (UiFixture     *fixture,
                            gconstpointer  data)
{
  Page page;
  GtkWidget *header;

  open_page (&page, fixture);
  header = ui_find (page.page, PZ_TYPE_LEARNER_HEADER, 0);
  assert_says (header, "Amina Yusuf");
  pz_record_set_text (page.record, PZ_LEARNER_PREFERRED_NAME, "Mina <b>");
  pz_record_set_text (page.record, PZ_LEARNER_PRONOUNS, "she/her");
  pz_record_set_text (page.record, PZ_LEARNER_BIRTH_DATE, "2000-01-01");
  assert_says (header, "Mina <b> Yusuf");
  assert_says (header, "she/her"); /* birth dates are off */
  pz_record_set_add (page.class_record, PZ_CLASSROOM_FIELDS_ON, "birth-date");
  g_assert_null (find_text (header, "she/her"));
  pz_record_set_add (page.record, PZ_LEARNER_HOME_LANGUAGES, "Somali");
  assert_says (header, "Somali at home");
  pz_record_set_add (page.record, PZ_LEARNER_HOME_LANGUAGES, "Swedish");
  pz_record_set_add (page.record, PZ_LEARNER_HOME_LANGUAGES, "Arabic");
  assert_says (header, "Arabic, Somali and Swedish at home");
  close_page (&page);
}

static void
test_button_shows_whether_absent_today (UiFixture     *fixture,
                                        gconstpointer  data)
{
  Page page;
  GtkWidget *button;
  GDate today;

  open_page (&page, fixture);
  button = ui_find (ui_find (page.page, PZ_TYPE_LEARNER_HEADER, 0), GTK_TYPE_TOGGLE_BUTTON, 0);
  pz_environment_get_today (fixture->environment, &today);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  pz_absence_mark (page.learner, &today, &today);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  pz_absence_clear (page.learner, &today, &today);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  close_page (&page);
}

static PzRecord *
add_goal (Page *page)
{
  PzRecord *measure = pz_document_add (pz_classroom_get_document (page->fixture->classroom), PZ_RECORD_MEASURE);
  PzRecord *goal = pz_document_add (page->learner, PZ_RECORD_GOAL);

  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads <b> & aloud");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 31);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  return goal;
}

static void
measure (Page       *page,
         PzRecord   *goal,
         const char *date,
         double      value)
{
  PzRecord *measurement = pz_document_add (page->learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
}

/* the word beside the goal, and what is read out of the row */
static void
assert_stands (GtkWidget  *goals,
               PzStatus    status,
               const char *spoken)
{
  GtkWidget *mark = ui_find (goals, PZ_TYPE_STATUS_MARK, 0);

  g_assert_nonnull (mark);
  g_assert_cmpint (pz_status_mark_get_status (PZ_STATUS_MARK (mark)), ==, status);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (goals, PZ_TYPE_GOAL_ROW, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       spoken);
}

static guint
count_marks (GtkWidget *root)
{
  guint n = PZ_IS_STATUS_MARK (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_marks (child);
  return n;
}

/* as in the list of all goals, and it follows what is measured */
static void
test_goals_say_where_they_stand (UiFixture     *fixture,
                                 gconstpointer  names)
{
  Page page;
  GtkWidget *goals;
  PzRecord *goal;
  GDate day;

  open_page (&page, fixture);
  goals = ui_find (page.page, PZ_TYPE_LEARNER_GOALS, 0);
  goal = add_goal (&page);
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  assert_stands (goals, PZ_STATUS_NEEDS_DATA, "Reads <b> & aloud, needs data, 31 → 60 words a minute, Nothing was measured yet");
  pz_environment_get_today (pz_classroom_get_environment (fixture->classroom), &day);
  for (guint i = 0; i < 5; i++)
    {
      char date[11];

      g_snprintf (date, sizeof date, "%04u-%02u-%02u", g_date_get_year (&day), (guint) g_date_get_month (&day),
                  (guint) g_date_get_day (&day));
      measure (&page, goal, date, 40 - i);
      g_date_subtract_days (&day, 4);
    }
  g_assert_cmpint (pz_status_mark_get_status (PZ_STATUS_MARK (ui_find (goals, PZ_TYPE_STATUS_MARK, 0))), ==,
                   PZ_STATUS_TOO_EARLY);
  pz_record_set_text (goal, PZ_GOAL_STATE, "paused");
  g_assert_cmpuint (count_marks (goals), ==, 0);
  close_page (&page);
}

static void
test_goals_and_the_way_to_the_first (UiFixture     *fixture,
                                     gconstpointer  data)
{
  Page page;
  GtkWidget *goals;
  PzRecord *goal, *measurement;

  open_page (&page, fixture);
  goals = ui_find (page.page, PZ_TYPE_LEARNER_GOALS, 0);
  assert_says (goals, "No goals yet."); /* and the way to the first one */
  g_assert_true (gtk_widget_get_visible (ui_find (goals, GTK_TYPE_BUTTON, 0)));
  goal = add_goal (&page);
  g_assert_true (gtk_widget_get_visible (goals));
  assert_says (goals, "Reads <b> & aloud");
  assert_says (goals, "31 → 60 words a minute");
  measurement = pz_document_add (page.learner, PZ_RECORD_MEASUREMENT);
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, "1999-11-19");
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, 45);
  assert_says (goals, "45 · 19 Nov 1999");
  pz_record_set_text (goal, PZ_GOAL_STATE, "paused");
  assert_says (goals, "paused · 31 → 60 words a minute");
  pz_record_set_text (goal, PZ_GOAL_STATE, "closed");
  assert_says (goals, "No goals yet.");
  close_page (&page);
}

static GtkWidget *
find_expander (Page       *page,
               const char *title)
{
  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *row = ui_find (page->page, ADW_TYPE_EXPANDER_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
  return NULL;
}

static void
assert_subtitle (Page       *page,
                 const char *title,
                 const char *subtitle)
{
  GtkWidget *row = find_expander (page, title);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, subtitle);
}

static void
test_closed_rows_say_the_most_important (UiFixture     *fixture,
                                         gconstpointer  data)
{
  Page page;
  PzRecord *contact;

  open_page (&page, fixture);
  assert_subtitle (&page, "Names and level", "Amina Yusuf");
  assert_subtitle (&page, "Languages and access at home", "Not known");
  assert_subtitle (&page, "Contacts", "None yet");
  assert_subtitle (&page, "Notes", "Nothing written");
  pz_record_set_text (page.record, PZ_LEARNER_INTERNET_AT_HOME, "unsteady");
  assert_subtitle (&page, "Languages and access at home", "Internet: Unsteady");
  contact = pz_document_add (page.learner, PZ_RECORD_CONTACT);
  pz_record_set_text (contact, PZ_CONTACT_NAME, "Halima <b>");
  assert_subtitle (&page, "Contacts", "Halima <b>");
  pz_record_set_text (page.record, PZ_LEARNER_NOTES, "Glasses\nin the bag");
  pz_record_set_text (page.record, PZ_LEARNER_PRIVATE_NOTES, "Secret");
  assert_subtitle (&page, "Notes", "Glasses · Private notes");
  pz_record_set_text (page.record, PZ_LEARNER_BIRTH_DATE, "2016-05-03");
  pz_record_set_add (page.class_record, PZ_CLASSROOM_FIELDS_ON, "birth-date");
  assert_subtitle (&page, "Names, birth date and level", "Amina Yusuf · born 3 May 2016");
  close_page (&page);
}

static void
test_lenses_only_where_they_are_wanted (UiFixture     *fixture,
                                        gconstpointer  data)
{
  Page page;
  PzRecord *lens;
  GtkWidget *row, *choice;
  g_autofree char *value = NULL;

  open_page (&page, fixture);
  row = find_expander (&page, "Lenses");
  lens = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_LENS);
  pz_record_set_text (lens, PZ_LENS_NAME, "Support");
  pz_record_set_text (lens, PZ_LENS_PURPOSE, "To see where time goes");
  pz_record_set_add (lens, PZ_LENS_VALUES, "none");
  pz_record_set_add (lens, PZ_LENS_VALUES, "plan");
  g_assert_false (gtk_widget_get_visible (row));
  pz_record_set_add (page.class_record, PZ_CLASSROOM_FIELDS_ON, "lens-values");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Nothing noted");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  choice = ui_find (row, ADW_TYPE_COMBO_ROW, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (choice)), ==, "To see where time goes");
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 2);
  value = pz_lens_value_dup (page.record, pz_record_get_id (lens));
  g_assert_cmpstr (value, ==, "plan");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Support: plan");
  pz_lens_value_set (page.record, pz_record_get_id (lens), NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 0);
  close_page (&page);
}

static void
test_contacts_are_made_when_opened (UiFixture     *fixture,
                                    gconstpointer  data)
{
  Page page;
  GtkWidget *row;
  PzRecord *contact;

  open_page (&page, fixture);
  row = ui_find (page.page, PZ_TYPE_CONTACTS_ROW, 0);
  contact = pz_document_add (page.learner, PZ_RECORD_CONTACT);
  pz_record_set_text (contact, PZ_CONTACT_NAME, "Halima");
  pz_record_set_text (contact, PZ_CONTACT_RELATION, "Aunt");
  g_assert_null (find_text (row, "Aunt"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  assert_says (row, "Aunt");
  assert_says (row, "Add Contact");
  pz_document_delete (page.learner, contact);
  g_assert_null (find_text (row, "Aunt"));
  close_page (&page);
}

static void
test_typed_names_are_taken_over (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Page page;
  GtkWidget *given_name;

  open_page (&page, fixture);
  g_assert_true (pz_learner_page_get_document (PZ_LEARNER_PAGE (page.page)) == page.learner);
  pz_learner_page_focus_name (PZ_LEARNER_PAGE (page.page));
  given_name = ui_find (page.page, ADW_TYPE_ENTRY_ROW, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (page.window)), given_name));
  gtk_editable_set_text (GTK_EDITABLE (given_name), "Mina");
  pz_learner_page_commit (PZ_LEARNER_PAGE (page.page));
  g_assert_cmpstr (pz_record_get_text (page.record, PZ_LEARNER_GIVEN_NAME), ==, "Mina");
  close_page (&page);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/learner-page/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("header-says-who-it-is", test_header_says_who_it_is);
  ADD ("button-shows-whether-absent-today", test_button_shows_whether_absent_today);
  ADD ("goals-and-the-way-to-the-first", test_goals_and_the_way_to_the_first);
  ADD ("goals-say-where-they-stand", test_goals_say_where_they_stand);
  ADD ("closed-rows-say-the-most-important", test_closed_rows_say_the_most_important);
  ADD ("lenses-only-where-they-are-wanted", test_lenses_only_where_they_are_wanted);
  ADD ("contacts-are-made-when-opened", test_contacts_are_made_when_opened);
  ADD ("typed-names-are-taken-over", test_typed_names_are_taken_over);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
