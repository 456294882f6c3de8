/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-peek.h"

#include <math.h>
#include <string.h>

#define HEAD "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"d4m7kq2x9v5t0rhb\",\"rev\":131,"

typedef struct
{
  PzDocumentPeek peek;
  GString *names; /* of the members that are not of the head */
} Peeking;

static void
note_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  GString *names = user_data;

  g_string_append_printf (names, "%s ", pz_json_reader_get_text (peek->reader, NULL));
  pz_json_reader_skip (peek->reader, NULL, NULL);
}

static gboolean
peek_at (Peeking     *self,
         const char  *text,
         const char  *wanted_id,
         GError     **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  self->peek = (PzDocumentPeek) { .reader = reader, .kind = PZ_DOCUMENT_CLASSROOM, .wanted_id = wanted_id };
  self->names = g_string_new (NULL);
  return pz_document_peek_run (&self->peek, note_member, self->names, error);
}

static void
test_a_file_is_read_with_a_reader_of_its_own (void)
{
  const char *files[] = { HEAD "\"classroom\":{\"id\":1}}", HEAD "\"classroom\":{" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr(GString) names = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      PzDocumentPeek peek = { .kind = PZ_DOCUMENT_CLASSROOM };

      g_assert_cmpint (pz_document_peek_bytes (&peek, bytes, note_member, names, &error), ==, i == 0);
      g_assert_cmpint (error != NULL, ==, i == 1);
      g_assert_nonnull (strstr (names->str, "classroom"));
      g_assert_cmpuint (strlen (peek.id), >, 0);
      g_assert_null (peek.reader); /* it is gone */
    }
}

static void
test_head_apart_from_the_rest (void)
{
  Peeking peeking;
  g_autoptr(GError) error = NULL;

  g_assert_true (peek_at (&peeking, HEAD "\"classroom\":{\"id\":1},\"x\":[{\"rev\":2}]}", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (peeking.peek.id, ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpuint (peeking.peek.revision, ==, 131);
  g_assert_true (peeking.peek.has_format && peeking.peek.has_version);
  g_assert_cmpstr (peeking.names->str, ==, "classroom x ");
  g_string_free (peeking.names, TRUE);
}

static void
test_id_must_be_the_one_wanted (void)
{
  Peeking peeking;
  g_autoptr(GError) error = NULL;

  g_assert_true (peek_at (&peeking, HEAD "\"x\":1}", "d4m7kq2x9v5t0rhb", NULL));
  g_string_free (peeking.names, TRUE);
  g_assert_false (peek_at (&peeking, HEAD "\"x\":1}", "0000000000000000", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpstr (peeking.names->str, ==, "");
  g_string_free (peeking.names, TRUE);
}

static PzJsonReader *
read_until_value (const char *text)
{
  PzJsonReader *reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_ARRAY);
  return reader;
}

/* Whatever a value is, it is read to its end. */
static void
test_values_are_read_whole (void)
{
  g_autoptr(PzJsonReader) reader = read_until_value ("[\"a\",\"\",{\"b\":[\"c\"]},true,[true],false,\"true\",2.5,\"2\",[3],7]");

  g_assert_cmpstr (pz_peek_text (reader), ==, "a");
  g_assert_null (pz_peek_text (reader));
  g_assert_null (pz_peek_text (reader));
  g_assert_true (pz_peek_flag (reader));
  g_assert_false (pz_peek_flag (reader));
  g_assert_false (pz_peek_flag (reader));
  g_assert_false (pz_peek_flag (reader));
  g_assert_cmpfloat (pz_peek_number (reader), ==, 2.5);
  g_assert_true (isnan (pz_peek_number (reader)));
  g_assert_true (isnan (pz_peek_number (reader)));
  g_assert_true (pz_peek_expect (reader, PZ_JSON_NUMBER, "seven"));
  g_assert_true (pz_peek_expect (reader, PZ_JSON_ARRAY_END, "]"));
}

static void
test_finish_reads_the_rest (void)
{
  g_autoptr(PzJsonReader) reader = read_until_value ("[[[1],2],3]");

  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_ARRAY);
  pz_peek_finish (reader, PZ_JSON_ARRAY);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_NUMBER);
  pz_peek_finish (reader, PZ_JSON_NUMBER);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_ARRAY_END);
}

static void
test_unexpected_stops_and_names_the_part (void)
{
  g_autoptr(PzJsonReader) reader = read_until_value ("[1]"), other = read_until_value ("[1]");
  g_autoptr(GError) error = NULL, other_error = NULL;

  g_assert_false (pz_peek_expect (reader, PZ_JSON_STRING, "given-name"));
  g_assert_true (pz_json_reader_take_error (reader, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "given-name"));
  pz_peek_invalid (other, "level");
  g_assert_true (pz_json_reader_take_error (other, &other_error));
  g_assert_nonnull (strstr (other_error->message, "level"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-peek/a-file-is-read-with-a-reader-of-its-own",
                   test_a_file_is_read_with_a_reader_of_its_own);
  g_test_add_func ("/core/document-peek/head-apart-from-the-rest", test_head_apart_from_the_rest);
  g_test_add_func ("/core/document-peek/id-must-be-the-one-wanted", test_id_must_be_the_one_wanted);
  g_test_add_func ("/core/document-peek/values-are-read-whole", test_values_are_read_whole);
  g_test_add_func ("/core/document-peek/finish-reads-the-rest", test_finish_reads_the_rest);
  g_test_add_func ("/core/document-peek/unexpected-stops-and-names-the-part", test_unexpected_stops_and_names_the_part);
  return g_test_run ();
}
