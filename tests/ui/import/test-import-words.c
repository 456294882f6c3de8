/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "pz-import-rows.h"
#include "pz-import-words.h"

/* without the marks around what somebody wrote */
static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr(GString) plain = g_string_new (text);

  g_string_replace (plain, "\xE2\x81\xA8", "", 0);
  g_string_replace (plain, "\xE2\x81\xA9", "", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

#define ASSERT_READS(call, expected) \
  do { g_autofree char *text_ = (call); assert_reads (text_, expected); } while (0)

static void
open_table (ImportFixture *f)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);

  import_open (f, file);
}

static void
test_isolates_what_somebody_wrote (ImportFixture *f,
                                   gconstpointer  data)
{
  g_autofree char *text = pz_import_words_isolate ("Tom & Ann");

  g_assert_cmpstr (text, ==, "\xE2\x81\xA8Tom & Ann\xE2\x81\xA9");
}

static void
test_spells_days_out (ImportFixture *f,
                      gconstpointer  data)
{
  ASSERT_READS (pz_import_words_date ("2016-03-04"), "4 March 2016");
  ASSERT_READS (pz_import_words_date ("2016-02-31"), "2016-02-31");
  ASSERT_READS (pz_import_words_date ("soon"), "soon");
}

static void
test_says_before_and_after (ImportFixture *f,
                            gconstpointer  data)
{
  const PzImportDifference level = { PZ_LEARNER_LEVEL, (char *) "A", (char *) "B" };
  const PzImportDifference born = { PZ_LEARNER_BIRTH_DATE, NULL, (char *) "2016-03-14" };
  const PzImportDifference lens = { PZ_LEARNER_LENS_VALUES, (char *) "male", (char *) "female", PZ_IMPORT_LENS,
                                    (char *) "sex" };
  const PzImportDifference contact = { 0, NULL, (char *) "Ana Gomes, Parent", PZ_IMPORT_CONTACT };
  const PzImportDifference interests = { PZ_LEARNER_INTERESTS, (char *) "Music", (char *) "Birds" };

  ASSERT_READS (pz_import_words_difference (&level), "Level: A becomes B");
  ASSERT_READS (pz_import_words_difference (&born), "Birth date: 14 March 2016");
  ASSERT_READS (pz_import_words_difference (&interests), "Interests: + Birds");
  ASSERT_READS (pz_import_words_difference (&lens), "sex: male becomes female");
  ASSERT_READS (pz_import_words_difference (&contact), "Contact: Ana Gomes, Parent");
}

static void
test_says_what_was_kept (ImportFixture *f,
                         gconstpointer  data)
{
  g_autoptr(GError) full = g_error_new_literal (PZ_ERROR, PZ_ERROR_NO_SPACE, "full");
  g_autofree char *first = pz_import_words_advice (full, 0);
  g_autofree char *later = pz_import_words_advice (full, 2);

  g_assert_cmpstr (first, ==, "Nothing was changed. Make room on the disk, and try again.");
  g_assert_true (g_str_has_prefix (later, "2 classes were imported before"));
}

static void
test_counts_in_words (ImportFixture *f,
                      gconstpointer  data)
{
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_NEW, 1), "1 new learner");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_NEW, 2), "2 new learners");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_CHANGED, 26), "26 updated");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_SAME, 3), "3 unchanged");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_BACK, 1), "1 comes back");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_DELETED, 1), "1 deleted here");
  ASSERT_READS (pz_import_words_count (PZ_IMPORT_GONE, 1), "1 no longer in the roster");
  ASSERT_READS (pz_import_words_contacts (1), "1 contact");
  ASSERT_READS (pz_import_words_need_look (1), "1 needs a look");
}

static void
test_explains_columns (ImportFixture *f,
                       gconstpointer  data)
{
  PzTableImport *table;

  open_table (f);
  table = pz_import_session_get_table (f->session);
  ASSERT_READS (pz_import_words_column (table, 0), "Vorname");
  ASSERT_READS (pz_import_words_examples (table, 0), "Amina, Bartholomäus, Chloé …");
  ASSERT_READS (pz_import_words_examples (table, 2), "Nothing of it is stored, such as 14.03.2016");
  pz_table_import_set_field (table, 2, PZ_TABLE_BIRTH_DATE);
  ASSERT_READS (pz_import_words_examples (table, 2), "14.03.2016 is 14 March 2016");
  ASSERT_READS (pz_import_words_examples (table, 4), "Nothing of it is stored, such as blau");
  pz_import_session_set_has_header (f->session, FALSE);
  ASSERT_READS (pz_import_words_column (table, 0), "Column 1");
  ASSERT_READS (pz_import_words_subtitle (f->session), "5b.csv · 29 rows, semicolons, UTF-8");
}

static void
test_names_the_button (ImportFixture *f,
                       gconstpointer  data)
{
  PzImportPlan *plan;

  open_table (f);
  ASSERT_READS (pz_import_words_button (f->session), "Preview");
  import_go_on (f);
  ASSERT_READS (pz_import_words_button (f->session), "Import 28 Learners");
  plan = pz_import_session_get_plan (f->session, 0);
  for (guint i = 1; i < pz_import_plan_get_n_items (plan); i++)
    pz_import_session_set_item_chosen (f->session, pz_import_plan_get_item (plan, i), FALSE);
  ASSERT_READS (pz_import_words_button (f->session), "Import 1 Learner");
  pz_import_session_set_item_chosen (f->session, pz_import_plan_get_item (plan, 0), FALSE);
  ASSERT_READS (pz_import_words_button (f->session), "Make Class");
}

static void
test_describes_learners (ImportFixture *f,
                         gconstpointer  data)
{
  PzImportItem *item;

  open_table (f);
  pz_import_session_set_field (f->session, 2, PZ_TABLE_BIRTH_DATE);
  import_go_on (f);
  item = pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 0);
  ASSERT_READS (pz_import_words_item (item, TRUE), "Line 2 · Birth date: 14 March 2016 · Level: A");
  ASSERT_READS (pz_import_words_item (item, FALSE), "Birth date: 14 March 2016 · Level: A");
  ASSERT_READS (pz_import_words_check (item), "Import Amina Yusuf");
  g_assert_cmpstr (pz_import_words_outcome (item), ==, "New");
  pz_import_session_set_item_chosen (f->session, item, FALSE);
  g_assert_cmpstr (pz_import_words_outcome (item), ==, "Left out");
}

static void
test_places_messages (ImportFixture *f,
                      gconstpointer  data)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();

  pz_roster_messages_add (messages, PZ_ROSTER_CODE_DATE_UNREADABLE, "users.csv", 12, "birthDate");
  pz_roster_messages_add (messages, PZ_ROSTER_CODE_NO_NAME, NULL, 0, NULL);
  ASSERT_READS (pz_import_words_place (pz_roster_messages_get (messages, 0)), "users.csv · Line 12 · column birthDate");
  g_assert_null (pz_import_words_place (pz_roster_messages_get (messages, 1)));
}

static PzImportRow *
get_row (GListStore *rows,
         guint       position)
{
  g_autoptr(PzImportRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  g_assert_nonnull (row);
  return row; /* the list holds it */
}

static void
test_lists_what_is_odd_first (ImportFixture *f,
                              gconstpointer  data)
{
  g_autoptr(GListStore) rows = NULL;

  open_table (f);
  import_go_on (f);
  rows = pz_import_rows_new (f->session);
  /* two headings, a message, 28 learners; under a heading, which columns are left out; what undo does */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 34);
  g_assert_cmpint (pz_import_row_get_kind (get_row (rows, 0)), ==, PZ_IMPORT_ROW_HEADING);
  g_assert_cmpstr (pz_import_row_get_title (get_row (rows, 1)), ==, "No family name");
  g_assert_cmpstr (pz_import_row_get_subtitle (get_row (rows, 1)), ==, "5b.csv · Line 17");
  g_assert_cmpuint (pz_import_row_get_place (get_row (rows, 1)), ==,
                    PZ_IMPORT_PLACE_IN | PZ_IMPORT_PLACE_FIRST | PZ_IMPORT_PLACE_LAST);
  g_assert_nonnull (pz_import_row_get_icon (get_row (rows, 1)));
  g_assert_cmpstr (pz_import_row_get_style (get_row (rows, 1)), ==, "pz-warning");
  g_assert_cmpstr (pz_import_row_get_title (get_row (rows, 2)), ==, "5b");
  g_assert_cmpstr (pz_import_row_get_title (get_row (rows, 3)), ==, "Amina Yusuf");
  g_assert_cmpstr (pz_import_row_get_word (get_row (rows, 3)), ==, "New");
  g_assert_nonnull (pz_import_row_get_item (get_row (rows, 3)));
  g_assert_cmpint (pz_import_row_get_kind (get_row (rows, 33)), ==, PZ_IMPORT_ROW_NOTE);
}

static void
test_groups_open_and_close (ImportFixture *f,
                            gconstpointer  data)
{
  g_autoptr(GListStore) rows = g_list_store_new (PZ_TYPE_IMPORT_ROW);
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(PzImportRow) group = NULL;

  g_ptr_array_add (children, pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, "one", NULL));
  g_ptr_array_add (children, pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, "two", ""));
  group = pz_import_row_new_group ("both", "2 rows", children);
  pz_import_row_set_place (group, PZ_IMPORT_PLACE_IN | PZ_IMPORT_PLACE_LAST);
  g_list_store_append (rows, group);
  g_assert_true (pz_import_row_get_children (group) == children);
  pz_import_rows_toggle (rows, group);
  g_assert_true (pz_import_row_get_expanded (group));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
  g_assert_cmpuint (pz_import_row_get_place (group), ==, PZ_IMPORT_PLACE_IN);
  g_assert_cmpuint (pz_import_row_get_place (get_row (rows, 2)), ==, PZ_IMPORT_PLACE_IN | PZ_IMPORT_PLACE_LAST);
  pz_import_rows_toggle (rows, group);
  g_assert_false (pz_import_row_get_expanded (group));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  g_assert_cmpuint (pz_import_row_get_place (group), ==, PZ_IMPORT_PLACE_IN | PZ_IMPORT_PLACE_LAST);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_rows_read_out_everything (ImportFixture *f,
                               gconstpointer  data)
{
  g_autoptr(PzImportRow) row = NULL;
  guint n = 0;

  open_table (f);
  pz_import_session_set_field (f->session, 2, PZ_TABLE_BIRTH_DATE);
  import_go_on (f);
  row = pz_import_row_new_learner (pz_import_plan_get_item (pz_import_session_get_plan (f->session, 0), 15), TRUE);
  ASSERT_READS (pz_import_row_dup_label (row), "Yuki, New, Line 17 · Birth date: 13 June 2016 · Level: A");
  g_signal_connect_swapped (row, "item-changed", G_CALLBACK (count_cb), &n);
  pz_import_row_item_changed (row);
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(path, function) \
  g_test_add ("/ui/import-words/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("isolates-what-somebody-wrote", test_isolates_what_somebody_wrote);
  ADD ("spells-days-out", test_spells_days_out);
  ADD ("says-before-and-after", test_says_before_and_after);
  ADD ("says-what-was-kept", test_says_what_was_kept);
  ADD ("counts-in-words", test_counts_in_words);
  ADD ("explains-columns", test_explains_columns);
  ADD ("names-the-button", test_names_the_button);
  ADD ("describes-learners", test_describes_learners);
  ADD ("places-messages", test_places_messages);
  ADD ("lists-what-is-odd-first", test_lists_what_is_odd_first);
  ADD ("groups-open-and-close", test_groups_open_and_close);
  ADD ("rows-read-out-everything", test_rows_read_out_everything);
  return g_test_run ();
}
