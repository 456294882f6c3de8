/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include "pz-document-stamps-private.h"

#define DEVICES "\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"]"
static void
test_rejects (void)
{
  const char *const values[] = {
    "7", "null", "[]", "[7]", "\"\"", "\"x\"", "\"2.1.0199249b2c40-0\"", "\"0.0.0199249b2c40-0\"",
    "\"0.01.0199249b2c40-0\"", "\"0.1\"", "\"0.1.\"", "\"0.99999999999999999999.0199249b2c40-0\"",
    "\"0.1.0199249B2c40-0\"", "{\"stamp\":5}", "{\"stamp\":null}", "{\"stamp\":\"x\"}", "{\"replaces\":5}",
    "{\"replaces\":[5]}", "{\"replaces\":[\"0.1\",[]]}", "{\"replaces\":[\"0.1.0199249b2c40-0\"]}",
    "{\"replaces\":[\"9.1\"]}", "{\"gone\":false}", "{\"gone\":1}", "[[\"0199249b2c40-0\"]]",
  };
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\n"
          "\"stamps\":{" DEVICES ",\"records\":{\n\"" FIXTURE_ID "\":{\"given-name\":%s}}}}", values[i]);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", values[i]);
      g_assert_null (pz_document_parse (PZ_DOCUMENT_LEARNER, FIXTURE_ID, bytes, clock, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "line 3, column "));
    }
}

/* A document that knows two devices, and a reader that stands before a value. */
typedef struct
{
  PzClock *clock;
  PzDocument *document;
  PzStampsReading reading;
} Reading;

static void
reading_init (Reading    *reading,
              const char *value)
{
  static const guint64 devices[] = { FIXTURE_DEVICE, FIXTURE_OTHER_DEVICE };

  reading->clock = fixture_clock (FIXTURE_DEVICE, 1);
  reading->document = fixture_learner (reading->clock);
  g_array_append_vals (pz_document_get_devices (reading->document), devices, 2);
  reading->reading.reader = pz_json_reader_new (value, strlen (value), PZ_JSON_MAX_SIZE);
  reading->reading.data = value;
  reading->reading.document = reading->document;
}

static void
reading_clear (Reading *reading)
{
  pz_json_reader_free (reading->reading.reader);
  g_object_unref (reading->document);
  g_object_unref (reading->clock);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
test_one_stamp_is_a_list_of_one (void)
{
  g_auto(Reading) reading = { 0 };
  g_autoptr(GArray) stamps = NULL;
  const PzReadStamp *stamp;

  reading_init (&reading, "\"1.7.0199249b2c40-3\"");
  stamps = pz_stamps_reading_read_field (&reading.reading, PZ_FIELD_TEXT);
  g_assert_false (pz_json_reader_take_error (reading.reading.reader, NULL));
  g_assert_cmpuint (stamps->len, ==, 1);
  stamp = &g_array_index (stamps, PzReadStamp, 0);
  g_assert_true (stamp->stamped);
  g_assert_cmpuint (stamp->entry.stamp.device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_cmpuint (stamp->entry.stamp.number, ==, 7);
  g_assert_cmpuint (stamp->entry.stamp.clock, ==, PZ_HLC (0x0199249b2c40, 3));
  g_assert_false (stamp->entry.gone);
  g_assert_null (stamp->entry.replaces);
  g_assert_null (stamp->entry.extra);
}

static void
test_without_a_number_it_is_of_this_device (void)
{
  g_auto(Reading) reading = { 0 };
  g_autoptr(GArray) stamps = NULL;

  reading_init (&reading, "\"0199249b2c40-0\"");
  stamps = pz_stamps_reading_read_field (&reading.reading, PZ_FIELD_TEXT);
  g_assert_cmpuint (g_array_index (stamps, PzReadStamp, 0).entry.stamp.device, ==, FIXTURE_DEVICE);
  g_assert_true (pz_stamp_is_pending (&g_array_index (stamps, PzReadStamp, 0).entry.stamp));
}

static void
test_an_object_says_more (void)
{
  g_auto(Reading) reading = { 0 };
  g_autoptr(GArray) stamps = NULL;
  const PzReadStamp *first, *second, *third;

  reading_init (&reading, "[{\"replaces\":[\"1.2\",\"0.3\",\"1.2\"],\"stamp\":\"0199249b2c41-0\",\"gone\":true},"
                          "{\"value\":65,\"stamp\":\"1.22.0199249b2c40-0\",\"new\":{ \"a\":2.50 },\"er\":[ ]},{}]");
  stamps = pz_stamps_reading_read_field (&reading.reading, PZ_FIELD_NUMBER);
  g_assert_false (pz_json_reader_take_error (reading.reading.reader, NULL));
  g_assert_cmpuint (stamps->len, ==, 3);
  first = &g_array_index (stamps, PzReadStamp, 0);
  second = &g_array_index (stamps, PzReadStamp, 1);
  third = &g_array_index (stamps, PzReadStamp, 2);
  g_assert_true (first->entry.gone);
  g_assert_cmpuint (first->entry.replaces->len, ==, 2); /* sorted, each once */
  g_assert_cmpuint (g_array_index (first->entry.replaces, PzStamp, 0).device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_cmpuint (g_array_index (first->entry.replaces, PzStamp, 1).number, ==, 3);
  g_assert_cmpint (second->entry.value.kind, ==, PZ_VALUE_NUMBER);
  g_assert_cmpfloat (second->entry.value.number, ==, 65);
  g_assert_cmpstr (second->entry.extra, ==, ",\"new\":{ \"a\":2.50 },\"er\":[ ]");
  g_assert_false (third->stamped);
}

/* what is not of the kind of the field is kept as it came */
static void
test_a_value_of_another_kind_is_raw (void)
{
  g_auto(Reading) reading = { 0 };
  g_autoptr(GArray) stamps = NULL;
  const PzReadStamp *stamp;

  reading_init (&reading, "{\"value\":[ 1 ],\"stamp\":\"0199249b2c41-0\"}");
  stamps = pz_stamps_reading_read_field (&reading.reading, PZ_FIELD_TEXT);
  stamp = &g_array_index (stamps, PzReadStamp, 0);
  g_assert_cmpint (stamp->entry.value.kind, ==, PZ_VALUE_RAW);
  g_assert_cmpstr (stamp->entry.value.text, ==, "[ 1 ]");
}

static void
test_the_largest_number_is_that_of_a_double (void)
{
  static const struct { const char *value; gboolean good; } rows[] = {
    { "\"0.9007199254740991.0199249b2c40-0\"", TRUE },
    { "\"0.9007199254740992.0199249b2c40-0\"", FALSE },
    { "\"18446744073709551616.1.0199249b2c40-0\"", FALSE },
    { "\"-1.1.0199249b2c40-0\"", FALSE },
    { "\" 0.1.0199249b2c40-0\"", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(Reading) reading = { 0 };
      g_autoptr(GArray) stamps = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", rows[i].value);
      reading_init (&reading, rows[i].value);
      stamps = pz_stamps_reading_read_field (&reading.reading, PZ_FIELD_TEXT);
      g_assert_cmpint (!pz_json_reader_take_error (reading.reading.reader, &error), ==, rows[i].good);
      if (!rows[i].good)
        g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

static void
test_failing_says_where_and_what (void)
{
  g_auto(Reading) reading = { 0 };
  g_autoptr(GError) error = NULL;

  reading_init (&reading, "\n 7");
  pz_json_reader_next (reading.reading.reader);
  pz_stamps_reading_fail (&reading.reading, "100% wrong");
  g_assert_cmpint (pz_json_reader_next (reading.reading.reader), ==, PZ_JSON_ERROR);
  g_assert_true (pz_json_reader_take_error (reading.reading.reader, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "line 2, column "));
  g_assert_nonnull (strstr (error->message, "100% wrong"));
}

#define ADD(path, function) g_test_add_func ("/core/document-stamp-reader/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rejects", test_rejects);
  ADD ("one-stamp-is-a-list-of-one", test_one_stamp_is_a_list_of_one);
  ADD ("without-a-number-it-is-of-this-device", test_without_a_number_it_is_of_this_device);
  ADD ("an-object-says-more", test_an_object_says_more);
  ADD ("a-value-of-another-kind-is-raw", test_a_value_of_another_kind_is_raw);
  ADD ("the-largest-number-is-that-of-a-double", test_the_largest_number_is_that_of_a_double);
  ADD ("failing-says-where-and-what", test_failing_says_where_and_what);
  return g_test_run ();
}
