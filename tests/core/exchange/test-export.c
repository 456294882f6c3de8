/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-csv-reader.h"
#include "pz-error.h"
#include "pz-export.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static JsonObject *
parse (JsonParser *parser,
       GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, &error));
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* a class of two: Amina, who has everything, and Chloé */
typedef struct
{
  PzClassroom *classroom;
  PzDocument *amina;
  PzDocument *chloe;
} TwoLearners;

static PzDocument *
add_learner (PzClassroom *classroom,
             const char  *given,
             const char  *family)
{
  PzDocument *document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME, family);
  return document;
}

static void
add_group_work (TwoLearners *self)
{
  g_autoptr(PzDocument) activity = pz_classroom_add (self->classroom, PZ_DOCUMENT_ACTIVITY);
  PzDocument *both[] = { self->amina, self->chloe };

  pz_record_set_text (pz_document_get_owner (activity), PZ_ACTIVITY_TITLE, "Bridges");
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      PzRecord *part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

      pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, pz_document_get_id (both[i]));
      pz_record_set_text (part, PZ_PARTICIPATION_NOTE, i == 0 ? "Led the talk with Chloé" : "Secret of the other");
    }
}

static void
two_learners_set_up (TwoLearners *self,
                     Fixture     *fixture)
{
  g_autoptr(GError) error = NULL;
  PzRecord *record, *goal, *trashed;

  self->classroom = pz_classroom_create (fixture->environment, "Two", &error);
  g_assert_no_error (error);
  self->amina = add_learner (self->classroom, "Amina", "Yusuf");
  self->chloe = add_learner (self->classroom, "Chloé", "Dubois");
  record = pz_document_get_owner (self->amina);
  pz_record_set_text (record, PZ_LEARNER_NOTES, "Sits beside Chloe Dubois.\nLikes maps.");
  pz_record_set_text (record, PZ_LEARNER_PRIVATE_NOTES, "Only for me");
  pz_record_set_text (record, PZ_LEARNER_BIRTH_DATE, "2016-02-03");
  pz_record_set_add (record, PZ_LEARNER_STRENGTHS, "Explains to others");
  pz_record_set_add (record, PZ_LEARNER_STRENGTHS, "=1+1");
  trashed = pz_document_add (self->amina, PZ_RECORD_CHECK_IN);
  pz_record_set_text (trashed, PZ_CHECK_IN_DATE, "2026-11-02");
  pz_record_set_text (trashed, PZ_CHECK_IN_TEXT, "In the trash");
  pz_document_delete (self->amina, trashed);
  goal = pz_document_add (pz_classroom_get_document (self->classroom), PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "A diary with Chloé");
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (self->amina));
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (self->chloe));
  add_group_work (self);
  g_assert_true (pz_classroom_save (self->classroom, "Set up", &error));
  g_assert_no_error (error);
}

static void
two_learners_tear_down (TwoLearners *self)
{
  g_object_unref (self->amina);
  g_object_unref (self->chloe);
  g_object_unref (self->classroom);
}

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
  root = parse (parser, bytes);
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

static void
test_learner_without_others (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  TwoLearners two;
  g_autoptr(GBytes) bytes = NULL;
  JsonObject *root, *learner, *goal;
  const char *text;

  two_learners_set_up (&two, fixture);
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PLAIN, &error);
  g_assert_no_error (error);
  root = parse (parser, bytes);
  text = g_bytes_get_data (bytes, NULL);
  learner = json_object_get_object_member (root, "learner");
  g_assert_cmpstr (json_object_get_string_member (learner, "given-name"), ==, "Amina");
  /* everything that is kept: what is not in use and what lies in the trash too */
  g_assert_cmpstr (json_object_get_string_member (learner, "birth-date"), ==, "2016-02-03");
  g_assert_nonnull (strstr (text, "In the trash"));
  g_assert_null (strstr (text, "Only for me"));
  /* nobody else */
  g_assert_null (strstr (text, "Chlo"));
  g_assert_null (strstr (text, "Dubois"));
  g_assert_null (strstr (text, pz_document_get_id (two.chloe)));
  g_assert_null (strstr (text, "Secret of the other"));
  goal = json_array_get_object_element (json_object_get_array_member (root, "shared-goals"), 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (goal, "learners")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "activities")), ==, 1);
  two_learners_tear_down (&two);
}

static void
test_learner_private_and_unknown (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TwoLearners two;
  g_autoptr(GBytes) bytes = NULL;

  two_learners_set_up (&two, fixture);
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PRIVATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "Only for me"));
  g_assert_null (pz_export_learner (two.classroom, "nobody", PZ_EXPORT_PLAIN, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  two_learners_tear_down (&two);
}

static void
test_write_record (Fixture       *fixture,
                   gconstpointer  data)
{
  const PzExportView view = { .flags = PZ_EXPORT_PLAIN };
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  TwoLearners two;
  g_autofree char *text = NULL;

  two_learners_set_up (&two, fixture);
  pz_export_write_record (writer, NULL, pz_document_get_owner (two.chloe), &view);
  text = pz_json_writer_finish (writer);
  /* names of fields, and only those that are not empty */
  g_assert_nonnull (strstr (text, "\"given-name\": \"Chloé\""));
  g_assert_null (strstr (text, "needs"));
  two_learners_tear_down (&two);
}

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "out.json", NULL);
  g_autofree char *absent = g_build_filename (fixture->data_dir, "absent", "out.json", NULL);
  g_autoptr(GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr(GBytes) second = g_bytes_new_static ("second", 6);
  g_autoptr(GError) error = NULL;
  g_autofree char *after_refusal = NULL;
  g_autofree char *after_force = NULL;
  mode_t old_mask = umask (0);
  struct stat status;

  g_assert_true (pz_export_save (path, first, FALSE, &error));
  g_assert_no_error (error);
  umask (old_mask);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  g_assert_false (pz_export_save (path, second, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  after_refusal = read_file (path);
  g_assert_cmpstr (after_refusal, ==, "first");

  g_assert_true (pz_export_save (path, second, TRUE, &error));
  after_force = read_file (path);
  g_assert_cmpstr (after_force, ==, "second");

  g_assert_false (pz_export_save (absent, second, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
}

static void
test_save_does_not_follow_links (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->data_dir, "target", NULL);
  g_autofree char *link = g_build_filename (fixture->data_dir, "link", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_true (pz_export_save (link, bytes, TRUE, &error));
  text = read_file (target);
  g_assert_cmpstr (text, ==, "old");

  /* a link that leads nowhere is a file that is there */
  g_assert_cmpint (unlink (target), ==, 0);
  g_assert_cmpint (unlink (link), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_false (pz_export_save (link, bytes, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
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
  fixture_test_add ("/core/export/learner-without-others", test_learner_without_others);
  fixture_test_add ("/core/export/learner-private-and-unknown", test_learner_private_and_unknown);
  fixture_test_add ("/core/export/write-record", test_write_record);
  fixture_test_add ("/core/export/save", test_save);
  fixture_test_add ("/core/export/save-does-not-follow-links", test_save_does_not_follow_links);
  return g_test_run ();
}
