/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-learner-fixture.h"
#include "pz-import-lenses.h"

#include <string.h>

/* one column of demographics.csv that was asked for */
static void
say (LearnerFixture *f,
     const char     *column,
     const char     *value)
{
  if (f->person->demographics == NULL)
    f->person->demographics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (f->person->demographics, g_strdup (column), g_strdup (value));
}

/* the only value the learner has of the only lens that is called so */
static void
assert_lens (LearnerFixture *f,
             const char     *lens_name,
             const char     *value)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (f->classroom), PZ_RECORD_LENS);
  g_auto(GStrv) values = pz_record_dup_set (f->learner, PZ_LEARNER_LENS_VALUES);
  guint n_lenses = 0;
  guint n_values = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);

      if (g_strcmp0 (pz_record_get_text (lens, PZ_LENS_NAME), lens_name) != 0)
        continue;
      n_lenses++;
      g_assert_true (pz_record_set_has (lens, PZ_LENS_VALUES, value));
      for (guint j = 0; values[j] != NULL; j++)
        if (g_str_has_prefix (values[j], pz_record_get_id (lens)))
          {
            n_values++;
            g_assert_cmpstr (strchr (values[j], ':') + 1, ==, value);
          }
    }
  g_assert_cmpuint (n_lenses, ==, 1);
  g_assert_cmpuint (n_values, ==, 1);
}

/* "lens: before > after, ..." of what would be written */
static char *
compare (PzClassroom          *classroom,
         PzRecord             *learner,
         const PzRosterPerson *person)
{
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_import_difference_free);
  GString *text = g_string_new (NULL);

  pz_import_compare_lenses (classroom, learner, person, differences);
  for (guint i = 0; i < differences->len; i++)
    {
      const PzImportDifference *one = g_ptr_array_index (differences, i);

      g_assert_cmpint (one->kind, ==, PZ_IMPORT_LENS);
      g_assert_cmpuint (one->field, ==, PZ_LEARNER_LENS_VALUES);
      g_string_append_printf (text, "%s%s: %s > %s", i > 0 ? ", " : "", one->name, one->before != NULL ? one->before : "nothing",
                              one->after);
    }
  return g_string_free (text, FALSE);
}

/* what is told before, and after it was written: nothing */
static void
assert_writes (LearnerFixture *f,
               const char     *expected)
{
  g_autofree char *before = compare (f->classroom, f->learner, f->person);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, expected);
  pz_import_write_lenses (f->classroom, f->learner, f->person);
  after = compare (f->classroom, f->learner, f->person);
  g_assert_cmpstr (after, ==, "");
}

static guint
count_lenses (LearnerFixture *f)
{
  return g_list_model_get_n_items (pz_document_get_records (pz_classroom_get_document (f->classroom), PZ_RECORD_LENS));
}

static void
test_demographics_are_values_of_lenses (LearnerFixture *f,
                                        gconstpointer   data)
{
  say (f, "sex", "female");
  say (f, "cityOfBirth", "Lagos: Ikeja");
  assert_writes (f, "cityOfBirth: nothing > Lagos: Ikeja, sex: nothing > female");
  assert_lens (f, "sex", "female");
  assert_lens (f, "cityOfBirth", "Lagos: Ikeja");
  /* the next roster says otherwise */
  say (f, "sex", "other");
  assert_writes (f, "sex: female > other");
  assert_lens (f, "sex", "other");
}

static void
test_one_lens_for_all_spellings (LearnerFixture *f,
                                 gconstpointer   data)
{
  PzRecord *own = pz_document_add (pz_classroom_get_document (f->classroom), PZ_RECORD_LENS);

  pz_record_set_text (own, PZ_LENS_NAME, "Sex");
  pz_record_set_text (own, PZ_LENS_PURPOSE, "My own words");
  pz_record_set_add (own, PZ_LENS_VALUES, "Female");
  say (f, "SEX", "FEMALE");
  say (f, "ASIAN", "TRUE");
  assert_writes (f, "asian: nothing > true, sex: nothing > Female");
  assert_lens (f, "Sex", "Female");
  g_assert_cmpstr (pz_record_get_text (own, PZ_LENS_PURPOSE), ==, "My own words");
  g_hash_table_remove_all (f->person->demographics);
  say (f, "asian", "1");
  assert_writes (f, "");
  assert_lens (f, "asian", "true");
}

/* without a column there is no lens, and nothing is switched on */
static void
test_nothing_is_asked_for (LearnerFixture *f,
                           gconstpointer   data)
{
  assert_writes (f, "");
  g_assert_cmpuint (count_lenses (f), ==, 0);
  g_assert_false (pz_record_set_has (pz_document_get_owner (pz_classroom_get_document (f->classroom)), PZ_CLASSROOM_FIELDS_ON,
                                     "lens-values"));
}

/* and says where it comes from: a sensitive field that nobody sees would be of no use */
static void
test_what_was_asked_for_is_shown (LearnerFixture *f,
                                  gconstpointer   data)
{
  g_autoptr(PzRecord) lens = NULL;

  say (f, "sex", "female");
  assert_writes (f, "sex: nothing > female");
  lens = g_list_model_get_item (pz_document_get_records (pz_classroom_get_document (f->classroom), PZ_RECORD_LENS), 0);
  g_assert_nonnull (strstr (pz_record_get_text (lens, PZ_LENS_PURPOSE), "sex"));
  g_assert_true (pz_record_set_has (pz_document_get_owner (pz_classroom_get_document (f->classroom)), PZ_CLASSROOM_FIELDS_ON,
                                    "lens-values"));
}

/* in a column that says true or false; elsewhere a word is a word */
static void
test_flags_are_one_value_however_they_are_written (LearnerFixture *f,
                                                   gconstpointer   data)
{
  static const struct { const char *cell, *value; } rows[] = {
    { "TRUE", "true" }, { "1", "true" }, { "Yes", "true" }, { "false", "false" }, { "0", "false" }, { "NO", "false" },
    { "unknown", "unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].cell);
      say (f, "white", rows[i].cell);
      pz_import_write_lenses (f->classroom, f->learner, f->person);
      assert_lens (f, "white", rows[i].value);
    }
  g_hash_table_remove_all (f->person->demographics);
  say (f, "stateOfBirthAbbreviation", "NO"); /* a place in Norway */
  assert_writes (f, "stateOfBirthAbbreviation: nothing > NO");
}

static void
test_values_that_are_odd (LearnerFixture *f,
                          gconstpointer   data)
{
  g_autofree char *long_value = g_strnfill (5000, 'x');

  say (f, "cityOfBirth", " \t\n ");
  assert_writes (f, "");
  g_assert_cmpuint (count_lenses (f), ==, 0);
  say (f, "cityOfBirth", "Al\x01 \u202Eقراءة\u202C:b");
  assert_writes (f, "cityOfBirth: nothing > Al \u202Eقراءة\u202C:b");
  say (f, "cityOfBirth", long_value);
  pz_import_write_lenses (f->classroom, f->learner, f->person);
  {
    g_auto(GStrv) values = pz_record_dup_set (f->learner, PZ_LEARNER_LENS_VALUES);
    g_autoptr(GError) error = NULL;

    g_assert_cmpuint (g_strv_length (values), ==, 1);
    g_assert_true (pz_classroom_save (f->classroom, NULL, &error));
    g_assert_no_error (error);
  }
}

static void
test_a_lens_in_the_trash_is_not_used (LearnerFixture *f,
                                      gconstpointer   data)
{
  PzDocument *document = pz_classroom_get_document (f->classroom);
  PzRecord *own = pz_document_add (document, PZ_RECORD_LENS);

  pz_record_set_text (own, PZ_LENS_NAME, "sex");
  pz_document_delete (document, own);
  say (f, "sex", "female");
  assert_writes (f, "sex: nothing > female");
  g_assert_false (pz_record_set_has (own, PZ_LENS_VALUES, "female"));
  g_assert_cmpuint (count_lenses (f), ==, 2);
}

static void
test_values_of_other_lenses_stay (LearnerFixture *f,
                                  gconstpointer   data)
{
  PzRecord *own = pz_document_add (pz_classroom_get_document (f->classroom), PZ_RECORD_LENS);
  g_autofree char *value = g_strconcat (pz_record_get_id (own), ":steady", NULL);

  pz_record_set_text (own, PZ_LENS_NAME, "Access");
  pz_record_set_add (f->learner, PZ_LEARNER_LENS_VALUES, value);
  say (f, "sex", "female");
  assert_writes (f, "sex: nothing > female");
  say (f, "sex", "male");
  assert_writes (f, "sex: female > male");
  g_assert_true (pz_record_set_has (f->learner, PZ_LEARNER_LENS_VALUES, value));
}

/* there is nothing yet to compare with */
static void
test_a_new_class_and_a_new_learner (LearnerFixture *f,
                                    gconstpointer   data)
{
  g_autofree char *told = NULL;

  say (f, "SEX", "female");
  say (f, "white", "1");
  told = compare (NULL, NULL, f->person);
  g_assert_cmpstr (told, ==, "sex: nothing > female, white: nothing > true");
}

#define ADD(path, function) learner_test_add ("/core/import-lenses/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("demographics-are-values-of-lenses", test_demographics_are_values_of_lenses);
  ADD ("one-lens-for-all-spellings", test_one_lens_for_all_spellings);
  ADD ("nothing-is-asked-for", test_nothing_is_asked_for);
  ADD ("what-was-asked-for-is-shown", test_what_was_asked_for_is_shown);
  ADD ("flags-are-one-value-however-they-are-written", test_flags_are_one_value_however_they_are_written);
  ADD ("values-that-are-odd", test_values_that_are_odd);
  ADD ("a-lens-in-the-trash-is-not-used", test_a_lens_in_the_trash_is_not_used);
  ADD ("values-of-other-lenses-stay", test_values_of_other_lenses_stay);
  ADD ("a-new-class-and-a-new-learner", test_a_new_class_and_a_new_learner);
  return g_test_run ();
}
