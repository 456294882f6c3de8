/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
assert_text (PzDocument *document,
             const char *expected)
{
  g_autofree char *text = fixture_text (document);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty_document (void)
{
  const char *const expected[] = {
    "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":0,\n\"classroom\":{}}\n",
    "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":0,\n\"learner\":{}}\n",
    "{\"format\":\"personalize-activity\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":0,\n\"activity\":{}}\n",
    "{\"format\":\"personalize-framework\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":0,\n\"framework\":{}}\n",
  };
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      g_autoptr(PzDocument) document = pz_document_new_empty ((PzDocumentKind) kind, FIXTURE_ID, clock);

      assert_text (document, expected[kind]);
    }
}

static void
test_order_of_writing_does_not_matter (void)
{
  const char *const members = "\"learner\":{\n \"given-name\":\"Ilse\",\n \"needs\":[\"quiet\",\"time\"],\n \"archived\":true\n},\n"
                              "\"check-ins\":[\n{\"id\":\"c1\",\"text\":\"undated\"},\n{\"id\":\"c3\",\"date\":\"2026-09-01\"},\n"
                              "{\"id\":\"c2\",\"date\":\"2026-09-02\"},\n{\"id\":\"c4\",\"date\":\"2026-09-02\"}\n],\n"
                              "\"goals\":[\n{\"id\":\"g2\",\"title\":\"a\"},\n{\"id\":\"g3\",\"title\":\"b\"},\n"
                              "{\"id\":\"g1\",\"start\":\"2026-09-02\"}\n]";
  const char *const mixed = "\"goals\":[{\"id\":\"g1\",\"start\":\"2026-09-02\"},{\"title\":\"b\",\"id\":\"g3\"}]";
  const char *const other = "\"goals\":[{\"id\":\"g1\",\"start\":\"2026-09-02\"},{\"id\":\"g3\",\"title\":\"b\"},"
                            "{\"id\":\"g2\",\"title\":\"a\"}],\"check-ins\":[{\"id\":\"c4\",\"date\":\"2026-09-02\"},"
                            "{\"id\":\"c1\",\"text\":\"undated\"},{\"id\":\"c2\",\"date\":\"2026-09-02\"},"
                            "{\"id\":\"c3\",\"date\":\"2026-09-01\"}],\"learner\":{\"archived\":true,"
                            "\"needs\":[\"time\",\"quiet\"],\"given-name\":\"Ilse\"}";
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) one = fixture_parse_learner (members, NULL, clock);
  g_autoptr(PzDocument) two = fixture_parse_learner (other, NULL, clock);
  g_autofree char *text = fixture_text (one);
  g_autofree char *bad = g_strdup_printf ("{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\",%s}", mixed);
  g_autoptr(GBytes) bytes = g_bytes_new (bad, strlen (bad));

  g_assert_nonnull (strstr (text, members));
  assert_text (two, text);
  /* the id comes first, so that a record is known before its fields */
  g_assert_null (pz_document_parse (PZ_DOCUMENT_LEARNER, FIXTURE_ID, bytes, clock, NULL));
}

static void
test_one_new_measurement_is_one_line_and_one_stamp (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autofree char *before = NULL, *after = NULL;
  g_auto(GStrv) lines_before = NULL, lines_after = NULL;
  guint n_new = 0;

  pz_record_set_text (pz_document_add (document, PZ_RECORD_MEASUREMENT), PZ_MEASUREMENT_DATE, "2026-09-01");
  before = fixture_text (document);
  pz_record_set_text (pz_document_add (document, PZ_RECORD_MEASUREMENT), PZ_MEASUREMENT_DATE, "2026-08-01");
  after = fixture_text (document);
  lines_before = g_strsplit (before, "\n", -1);
  lines_after = g_strsplit (after, "\n", -1);
  for (guint i = 0; lines_after[i] != NULL; i++)
    n_new += !g_strv_contains ((const char *const *) lines_before, lines_after[i]);
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpuint (g_strv_length (lines_after), ==, g_strv_length (lines_before) + 2);
  g_assert_true (g_str_has_suffix (after, "}}}\n"));
}

static void
test_records_are_sorted_by_day_then_id (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"absences\":[{\"id\":\"b\",\"from\":\"2026-01-02\"},{\"id\":\"c\",\"from\":\"2026-01-01\"},"
      "{\"id\":\"a\",\"from\":\"2026-01-02\"}]", NULL, clock);
  g_autoptr(GPtrArray) records = pz_document_sort_records (document, PZ_RECORD_ABSENCE);
  const char *const ids[] = { "c", "a", "b" };

  g_assert_cmpuint (records->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (pz_record_get_id (g_ptr_array_index (records, i)), ==, ids[i]);
}

static void
test_revision_is_written (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autofree char *text = NULL;

  pz_document_set_revision (document, 9007199254740991u);
  text = fixture_text (document);
  g_assert_nonnull (strstr (text, "\"rev\":9007199254740991,"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-writer/empty-document", test_empty_document);
  g_test_add_func ("/core/document-writer/order-of-writing-does-not-matter", test_order_of_writing_does_not_matter);
  g_test_add_func ("/core/document-writer/one-new-measurement-is-one-line-and-one-stamp",
                   test_one_new_measurement_is_one_line_and_one_stamp);
  g_test_add_func ("/core/document-writer/records-are-sorted-by-day-then-id", test_records_are_sorted_by_day_then_id);
  g_test_add_func ("/core/document-writer/revision-is-written", test_revision_is_written);
  return g_test_run ();
}
