/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster.h"
#include "pz-table-import.h"

#include <string.h>

/* Real files that nobody here wrote and that are not part of the project: the environment says where they are. */
static char *
sample_path (const char *folder,
             const char *name)
{
  return g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), folder, name, NULL);
}

static PzRosterSource *
open_sample (const char *name)
{
  g_autofree char *path = sample_path ("oneroster", name);
  g_autoptr(GError) error = NULL;
  PzRosterSource *source = pz_roster_source_new_from_path (path, &error);

  g_assert_no_error (error);
  g_assert_true (pz_roster_source_is_one_roster (source));
  return source;
}

static PzRoster *
load (const PzRosterSource     *source,
      const PzOneRosterOptions *options)
{
  g_autoptr(GError) error = NULL;
  PzRoster *roster = pz_one_roster_load (source, options, &error);

  g_assert_no_error (error);
  return roster;
}

static void
assert_nowhere (const PzRosterSource *source,
                const char           *secret)
{
  for (guint i = 0; i < pz_roster_source_get_n_files (source); i++)
    {
      gsize length;
      const char *text = pz_roster_file_get_text (pz_roster_source_get_file (source, i), &length);

      g_assert_null (memmem (text, length, secret, strlen (secret)));
    }
}

static guint
count (const PzRoster *roster,
       PzRosterCode    code)
{
  return pz_roster_messages_count_code (roster->messages, code);
}

static void
test_one_roster_1_1 (void)
{
  g_autoptr(PzRosterSource) source = open_sample ("Test_minimal_data_set.zip");
  g_autoptr(PzRoster) roster = load (source, NULL);

  g_assert_cmpint (roster->version, ==, PZ_ROSTER_VERSION_1_1);
  g_assert_cmpuint (roster->classes->len, ==, 2);
  g_assert_cmpuint (roster->people->len, ==, 6);
  g_assert_cmpuint (roster->enrollments->len, ==, 6);
  g_assert_cmpuint (roster->sessions->len, ==, 5);
  for (guint i = 0; i < 2; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (roster->classes, i);
      guint teachers = 0;

      g_assert_cmpuint (class_->students->len, ==, 2);
      g_assert_cmpuint (class_->teachers->len, ==, 1);
      g_assert_cmpuint (class_->terms->len, ==, i + 1);
      for (guint j = 0; j < 2; j++)
        teachers += ((const PzRosterPerson *) g_ptr_array_index (class_->students, j))->role == PZ_ROSTER_ROLE_TEACHER;
      g_assert_cmpuint (teachers, ==, 1);
    }
  g_assert_cmpuint (count (roster, PZ_ROSTER_CODE_ROLE_DIFFERS), ==, 2);
  g_assert_cmpuint (count (roster, PZ_ROSTER_CODE_NO_SUCH_COURSE), ==, 2);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_WARNING), ==, 4);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_ERROR), ==, 0);
  g_assert_true (pz_roster_may_say_gone (roster));
  assert_nowhere (source, "Password1-");
  assert_nowhere (source, "mary.jones");
}

static void
test_one_roster_1_2 (void)
{
  static const char *const wanted[] = { "birthDate", NULL };
  static const char *const known[] = { "somebody", NULL };
  PzOneRosterOptions options = { .demographics = wanted };
  g_autoptr(PzRosterSource) source = open_sample ("oneroster_test_data.zip");
  g_autoptr(PzRoster) roster = load (source, NULL);
  g_autoptr(PzRoster) asked = load (source, &options);
  const PzRosterClass *class_ = g_ptr_array_index (roster->classes, 0);
  const PzRosterPerson *person = g_ptr_array_index (class_->students, 0);
  g_autoptr(GPtrArray) gone = pz_roster_list_gone (roster, class_, known);

  g_assert_cmpint (roster->version, ==, PZ_ROSTER_VERSION_1_2);
  g_assert_cmpint (roster->users_mode, ==, PZ_ROSTER_MODE_DELTA);
  g_assert_cmpuint (roster->classes->len, ==, 1);
  g_assert_cmpuint (class_->students->len, ==, 1);
  g_assert_nonnull (class_->course);
  g_assert_cmpint (person->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_null (person->birth_date);
  g_assert_cmpstr (pz_roster_find_person (asked, person->sourced_id)->birth_date, ==, "2010-04-17");
  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_WARNING), ==, 0);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_ERROR), ==, 0);
  assert_nowhere (source, "Batman.Ru1ez");
  assert_nowhere (source, "brucewayne");
}

static void
test_table_with_repeated_header (void)
{
  g_autofree char *path = sample_path ("equity", "student-mat.csv");
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_path (path, &error);
  g_autoptr(PzTableImport) table = NULL;
  const PzRosterMessages *messages;

  g_assert_no_error (error);
  g_assert_false (pz_roster_source_is_one_roster (source));
  table = pz_table_import_new (pz_roster_source_get_file (source, 0), &error);
  g_assert_no_error (error);
  messages = pz_table_import_get_messages (table);
  g_assert_cmpint (pz_table_import_get_delimiter (table), ==, ';');
  g_assert_cmpuint (pz_table_import_get_n_columns (table), ==, 33);
  g_assert_cmpuint (pz_table_import_get_n_rows (table), ==, 395);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_cmpint (pz_roster_messages_get (messages, 0)->code, ==, PZ_ROSTER_CODE_HEADER_REPEATED);
}

int
main (int argc, char *argv[])
{
  if (g_getenv ("PERSONALIZE_SAMPLES") == NULL)
    return 77;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/exchange/one-roster-1.1", test_one_roster_1_1);
  g_test_add_func ("/data/exchange/one-roster-1.2", test_one_roster_1_2);
  g_test_add_func ("/data/exchange/table-with-repeated-header", test_table_with_repeated_header);
  return g_test_run ();
}
