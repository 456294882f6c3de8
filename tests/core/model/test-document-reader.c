/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include <math.h>

static void
test_fixture_is_a_fixed_point (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "model", "learner.json", NULL);
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *text = NULL, *again = NULL, *once_more = NULL;
  g_autoptr(PzDocument) copy = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  document = fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);
  again = fixture_text (document);
  g_assert_cmpstr (again, ==, text);
  copy = fixture_parse (PZ_DOCUMENT_LEARNER, again, clock);
  once_more = fixture_text (copy);
  g_assert_cmpstr (once_more, ==, text);
}

static void
test_fixture_says_what_it_says (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "model", "learner.json", NULL);
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *text = NULL;
  PzRecord *learner, *goal;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  document = fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);
  learner = pz_document_get_owner (document);
  goal = pz_document_find (document, "k3v9qmx2a7hd5w4t");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 131);
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Ilse");
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_HOME_LANGUAGES, "pl"));
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_HOME_LANGUAGES, "da"));
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TARGET), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_MEASUREMENT)), ==, 2);
  /* the notes, the removed language and one measurement */
  g_assert_cmpuint (pz_document_count_pending (document), ==, 3);
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, 1);
  g_assert_false (pz_document_is_dirty (document));
}

static const struct
{
  const char *text;
  PzError code;
  const char *where;
} rejects[] = {
  { "", PZ_ERROR_SYNTAX, "line 1, column 1" },
  { "[]", PZ_ERROR_INVALID, "line 1, column 1" },
  { "{}", PZ_ERROR_INVALID, "line 1, column 3" },
  { "{\"format\":\"personalize-classroom\"}", PZ_ERROR_NOT_SUPPORTED, "line 1, column 11" },
  { "{\"format\":7}", PZ_ERROR_NOT_SUPPORTED, "line 1, column 11" },
  { "{\"format\":\"personalize-learner\",\n\"version\":2,\"anything\":[[[]]]}", PZ_ERROR_TOO_NEW, "line 2, column 11" },
  { "{\"format\":\"personalize-learner\",\"version\":1e9}", PZ_ERROR_TOO_NEW, "line 1, column 43" },
  { "{\"format\":\"personalize-learner\",\"version\":0}", PZ_ERROR_INVALID, "line 1, column 43" },
  { "{\"format\":\"personalize-learner\",\"version\":0.5}", PZ_ERROR_INVALID, "line 1, column 43" },
  { "{\"format\":\"personalize-learner\",\"version\":\"1\"}", PZ_ERROR_INVALID, "line 1, column 43" },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"other\"}", PZ_ERROR_INVALID, "line 1, column 50" },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\"", PZ_ERROR_SYNTAX, "line 1" },
  { "{\"format\":\"personalize-learner\",\"version\":1}", PZ_ERROR_INVALID, "line 1, column 45" },
  { "{\"rev\":1.5}", PZ_ERROR_INVALID, "line 1, column 8" },
  { "{\"rev\":-1}", PZ_ERROR_INVALID, "line 1, column 8" },
  { "{\"rev\":9007199254740992}", PZ_ERROR_INVALID, "line 1, column 8" },
  { "{\"rev\":\"3\"}", PZ_ERROR_INVALID, "line 1, column 8" },
  { "{\"rev\":1,\"rev\":1}", PZ_ERROR_SYNTAX, "line 1, column 10" },
  { "{\"learner\":[]}", PZ_ERROR_INVALID, "line 1, column 12" },
  { "{\"learner\":{\"needs\":\"time\"}}", PZ_ERROR_INVALID, "line 1, column 21" },
  { "{\"goals\":{}}", PZ_ERROR_INVALID, "line 1, column 10" },
  { "{\"goals\":[\n7]}", PZ_ERROR_INVALID, "line 2, column 1" },
  { "{\"goals\":[\n{}]}", PZ_ERROR_INVALID, "line 2, column 2" },
  { "{\"goals\":[\n{\"title\":\"x\"}]}", PZ_ERROR_INVALID, "line 2, column 2" },
  { "{\"goals\":[\n{\"id\":\"Not An Id\"}]}", PZ_ERROR_INVALID, "line 2, column 7" },
  { "{\"goals\":[\n{\"id\":5}]}", PZ_ERROR_INVALID, "line 2, column 7" },
  { "{\"goals\":[\n{\"id\":\"g1\",\"title\":1e400}]}", PZ_ERROR_SYNTAX, "line 2, column 20" },
  { "{\"goals\":[\n{\"id\":\"g1\",\"title\":"
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}]}",
    PZ_ERROR_TOO_LARGE, "line 2, column" },
};

static void
test_rejects (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rejects[i].text, strlen (rejects[i].text));
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rejects[i].text);
      g_assert_null (pz_document_parse (PZ_DOCUMENT_LEARNER, FIXTURE_ID, bytes, clock, &error));
      g_assert_error (error, PZ_ERROR, (int) rejects[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, rejects[i].where));
    }
}

static void
test_wrong_kinds_are_kept_and_show_nothing (void)
{
  const char *const owner = "\"learner\":{\n \"given-name\":[1.50,{\"x\":null}],\n \"family-name\":12.50,\n"
                            " \"birth-date\":null,\n \"needs\":[\"time\",1.0,[ ],true],\n \"archived\":\"\\u0061\\n\"\n}";
  const char *const goal = "\"goals\":[\n{\"id\":\"g1\",\"target\":\"6\\u0030\",\"start\":false}\n]";
  g_autofree char *members = g_strconcat (owner, ",\n", goal, NULL);
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (members, NULL, clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_autofree char *text = fixture_text (document);
  g_auto(GStrv) needs = pz_record_dup_set (learner, PZ_LEARNER_NEEDS);

  g_assert_nonnull (strstr (text, owner));
  g_assert_nonnull (strstr (text, goal));
  g_assert_null (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME));
  g_assert_null (pz_record_get_text (learner, PZ_LEARNER_FAMILY_NAME));
  g_assert_false (pz_record_get_flag (learner, PZ_LEARNER_ARCHIVED));
  g_assert_true (isnan (pz_record_get_number (pz_document_find (document, "g1"), PZ_GOAL_TARGET)));
  g_assert_cmpuint (g_strv_length (needs), ==, 1);
  g_assert_cmpint (pz_record_peek_value (learner, PZ_LEARNER_BIRTH_DATE)->kind, ==, PZ_VALUE_RAW);
  /* and can be written over */
  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Ilse");
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Ilse");
}

static void
test_sets_are_sorted_and_once (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner ("\"learner\":{\"needs\":[\"b\",\"a\",\"\",\"b\",\"a\"]}", NULL, clock);
  g_autofree char *text = fixture_text (document);

  g_assert_nonnull (strstr (text, "\"needs\":[\"a\",\"b\"]"));
}

static void
test_two_records_of_one_id_both_stay (void)
{
  const char *const members = "\"absences\":[\n{\"id\":\"x1\",\"from\":\"2026-09-28\"}\n],\n\"goals\":[\n"
                              "{\"id\":\"x1\",\"title\":\"one\"},\n{\"id\":\"x1\",\"title\":\"two\"}\n]";
  const char *const stamps = "{\"devices\":[],\"records\":{\n\"x1\":{\"*\":\"0199249b2c40-0\"}\n}}";
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (members, stamps, clock);
  g_autofree char *text = fixture_text (document), *again = NULL;
  g_autoptr(PzDocument) copy = fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);

  g_assert_nonnull (strstr (text, members));
  g_assert_nonnull (strstr (text, stamps));
  again = fixture_text (copy);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpint (pz_record_get_record_type (pz_document_find (document, "x1")), ==, PZ_RECORD_ABSENCE);
  g_assert_cmpuint (pz_document_count_pending (document), ==, 1);
  /* the other one is found when the first goes */
  pz_document_remove (document, pz_document_find (document, "x1"));
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, "x1"), PZ_GOAL_TITLE), ==, "one");
}

static void
test_lists_of_other_documents_are_unknown (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner ("\"levels\":[ {\"id\":\"l1\"} ]", NULL, clock);
  g_autofree char *text = fixture_text (document);

  g_assert_nonnull (strstr (text, "\"levels\":[ {\"id\":\"l1\"} ]"));
  g_assert_null (pz_document_find (document, "l1"));
}

static void
test_reads_one_value (void)
{
  const char *const text = "[ -1.50, \"a\" , true,{\"x\": [ ] }]";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  const char *const raw[] = { "-1.50", NULL, "true", "{\"x\": [ ] }" };

  pz_json_reader_next (reader);
  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      g_auto(PzValue) value = { 0 };

      g_assert_true (pz_document_read_value (reader, text, PZ_FIELD_TEXT, &value));
      g_assert_cmpint (value.kind, ==, raw[i] != NULL ? PZ_VALUE_RAW : PZ_VALUE_TEXT);
      g_assert_cmpstr (value.text, ==, raw[i] != NULL ? raw[i] : "a");
    }
  g_assert_false (pz_document_read_value (reader, text, PZ_FIELD_TEXT, &(PzValue){ 0 }));
}

/* grows with the size of the file, not with its square */
static void
test_large_sets_are_read_in_time (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GString) owner = g_string_new ("\"learner\":{\"needs\":[\"x\"");
  g_autoptr(GString) stamps = g_string_new ("{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{\"" FIXTURE_ID "\":{");

  for (guint i = 0; i < 50000; i++)
    {
      g_string_append_printf (owner, ",\"%u\"", i);
      g_string_append_printf (stamps, "%s\"needs/%u\":\"0.%u.0199249b2c40-0\"", i > 0 ? "," : "", i, i + 1);
    }
  g_string_append (owner, "]}");
  g_string_append (stamps, "}}}");
  document = fixture_parse_learner (owner->str, stamps->str, clock);
  g_assert_cmpuint (pz_record_get_slot (pz_document_get_owner (document), PZ_LEARNER_NEEDS)->n_entries, ==, 50001);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-reader/fixture-is-a-fixed-point", test_fixture_is_a_fixed_point);
  g_test_add_func ("/core/document-reader/fixture-says-what-it-says", test_fixture_says_what_it_says);
  g_test_add_func ("/core/document-reader/rejects", test_rejects);
  g_test_add_func ("/core/document-reader/wrong-kinds-are-kept", test_wrong_kinds_are_kept_and_show_nothing);
  g_test_add_func ("/core/document-reader/sets-are-sorted-and-once", test_sets_are_sorted_and_once);
  g_test_add_func ("/core/document-reader/two-records-of-one-id-both-stay", test_two_records_of_one_id_both_stay);
  g_test_add_func ("/core/document-reader/lists-of-other-documents-are-unknown", test_lists_of_other_documents_are_unknown);
  g_test_add_func ("/core/document-reader/reads-one-value", test_reads_one_value);
  g_test_add_func ("/core/document-reader/large-sets-are-read-in-time", test_large_sets_are_read_in_time);
  return g_test_run ();
}
