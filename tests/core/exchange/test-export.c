/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-fixture.h"
#include "pz-csv-reader.h"

static int
find_column (PzCsvReader *reader,
             const char  *name)
{
  for (guint i = 0; i < pz_csv_reader_get_n_cells (reader); i++)
    if (g_str_equal (pz_csv_reader_get_cell (reader, i), name))
      return (int) i;
  return -1;
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TwoLearners two;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PzCsvReader) reader = NULL;
  const char *text;
  int strengths, notes;
  guint n_rows = 0;

  two_learners_set_up (&two, fixture);
  bytes = pz_export_csv (two.classroom, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfid,given-name,"));
  reader = pz_csv_reader_new (text + 3, g_bytes_get_size (bytes) - 3, ',');
  g_assert_true (pz_csv_reader_next (reader, &error));
  strengths = find_column (reader, "strengths");
  notes = find_column (reader, "notes");
  g_assert_cmpint (strengths, >, 0);
  g_assert_cmpint (notes, >, 0);
  /* a sensitive field that is not in use, a private one, and the trash have no column */
  g_assert_cmpint (find_column (reader, "birth-date"), ==, -1);
  g_assert_cmpint (find_column (reader, "private-notes"), ==, -1);
  g_assert_cmpint (find_column (reader, "deleted"), ==, -1);
  while (pz_csv_reader_next (reader, &error))
    {
      n_rows++;
      if (!g_str_equal (pz_csv_reader_get_cell (reader, 0), pz_document_get_id (two.amina)))
        continue;
      g_assert_cmpstr (pz_csv_reader_get_cell (reader, (guint) notes), ==, "Sits beside Chloe Dubois.\nLikes maps.");
      /* a spreadsheet must not calculate it */
      g_assert_cmpstr (pz_csv_reader_get_cell (reader, (guint) strengths), ==, "'=1+1; Explains to others");
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 2);
  two_learners_tear_down (&two);
}

static void
test_csv_of_some (Fixture       *fixture,
                  gconstpointer  data)
{
  TwoLearners two;
  g_autoptr(GBytes) bytes = NULL;
  const char *ids[2] = { NULL };
  const char *text;

  two_learners_set_up (&two, fixture);
  ids[0] = pz_document_get_id (two.chloe);
  bytes = pz_export_csv_of (two.classroom, ids, NULL);
  g_assert_nonnull (bytes);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), ids[0]));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), pz_document_get_id (two.amina)));
  two_learners_tear_down (&two);
}

static void
test_csv_names_levels_and_lenses (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = fixture_sample (fixture, 28);
  g_autoptr(GBytes) bytes = pz_export_csv (classroom, &error);
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), ",Level C,"));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "Access at home:steady"));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "birth-date"));
}

static void
test_class (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  TwoLearners two;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) with_all = NULL;
  JsonObject *root;

  two_learners_set_up (&two, fixture);
  bytes = pz_export_class (two.classroom, PZ_EXPORT_PLAIN, &error);
  g_assert_no_error (error);
  root = export_parse (parser, bytes);
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "personalize-export");
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "date"), ==, "2026-11-23");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "class"), "name"), ==, "Two");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "learners")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "activities")), ==, 1);
  g_assert_null (strstr (g_bytes_get_data (bytes, NULL), "Only for me"));
  g_assert_null (strstr (g_bytes_get_data (bytes, NULL), "In the trash"));
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "Sits beside Chloe Dubois."));

  with_all = pz_export_class (two.classroom, PZ_EXPORT_PRIVATE | PZ_EXPORT_DELETED, &error);
  g_assert_nonnull (strstr (g_bytes_get_data (with_all, NULL), "Only for me"));
  g_assert_nonnull (strstr (g_bytes_get_data (with_all, NULL), "In the trash"));
  two_learners_tear_down (&two);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/export/csv", test_csv);
  fixture_test_add ("/core/export/csv-of-some", test_csv_of_some);
  fixture_test_add ("/core/export/csv-names-levels-and-lenses", test_csv_names_levels_and_lenses);
  fixture_test_add ("/core/export/class", test_class);
  return g_test_run ();
}
