/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#define DEVICES "\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"]"
#define OWNER "\"learner\":{\n \"given-name\":\"Ilse\",\n \"needs\":[\"quiet\",\"time\"]\n}"

/* what a section is written as once it was read */
static void
assert_written (const char *section,
                const char *expected)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autofree char *stamps = g_strdup_printf ("{" DEVICES ",\"records\":{\n\"" FIXTURE_ID "\":%s\n}}", section);
  g_autofree char *wanted = g_strdup_printf ("\"" FIXTURE_ID "\":%s\n}}", expected != NULL ? expected : section);
  g_autoptr(PzDocument) document = fixture_parse_learner (OWNER, stamps, clock);
  g_autofree char *text = fixture_text (document);
  const char *found = strstr (text, "\"" FIXTURE_ID "\":{");

  g_assert_nonnull (strstr (text, OWNER));
  g_assert_true (g_str_has_prefix (found != NULL ? found : text, wanted));
}

static void
test_shapes_that_stay (void)
{
  const char *const sections[] = {
    "{\"*\":\"0199249b2c40-0\"}",
    "{\"*\":\"1.7.0199249b2c40-65535\"}",
    "{\"given-name\":\"0199249b2c40-0\"}",
    /* by the id of the device, whatever its place in the list */
    "{\"given-name\":{\"stamp\":\"0199249b2c40-0\",\"replaces\":[\"1.2\",\"0.3\"]}}",
    "{\"given-name\":[\"0.9.0199249b2c40-0\",{\"stamp\":\"0.8.0199249b2c30-0\",\"value\":\"Else\"}]}",
    "{\"given-name\":[\"0.9.0199249b2c40-0\",{\"stamp\":\"0199249b2c30-0\",\"replaces\":[\"0.3\"]}]}",
    "{\"given-name\":[\"0.9.0199249b2c40-0\",{\"value\":\"Else\"}]}",
    "{\"family-name\":{\"stamp\":\"0199249b2c40-0\",\"replaces\":[\"0.3\"]}}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"needs/time\":\"0.2.0199249b2c40-0\"}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"needs/time\":[\"1.2.0199249b2c41-0\",\"0.2.0199249b2c40-0\"]}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"needs/help/me\":{\"stamp\":\"0199249b2c41-0\",\"replaces\":[\"0.1\"],\"gone\":true}}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"given-name\":{}}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"given-name\":{\"stamp\":\"0.2.0199249b2c40-0\",\"new\":{ \"a\":2.50 },\"er\":[ ]}}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"given-name\":{\"new\":2.50}}",
    "{\"*\":\"0.1.0199249b2c40-0\",\"shoe-size\":{ \"anything\":[ 2.50 ] },\"needs\":7,\"given-name/x\":[],\"needs/\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_test_message ("%s", sections[i]);
      assert_written (sections[i], NULL);
    }
}

static void
test_shapes_that_become_ours (void)
{
  const char *const pairs[][2] = {
    /* the stamp of the record need not be repeated */
    { "{\"*\":\"0.1.0199249b2c40-0\",\"given-name\":\"0.1.0199249b2c40-0\"}", "{\"*\":\"0.1.0199249b2c40-0\"}" },
    { "{\"given-name\":{\"stamp\":\"0199249b2c40-0\"}}", "{\"given-name\":\"0199249b2c40-0\"}" },
    { "{\"given-name\":[\"0199249b2c40-0\"]}", "{\"given-name\":\"0199249b2c40-0\"}" },
    { "{\"given-name\":{\"stamp\":\"0199249b2c40-0\",\"replaces\":[\"0.3\",\"1.2\",\"0.3\"]}}",
      "{\"given-name\":{\"stamp\":\"0199249b2c40-0\",\"replaces\":[\"1.2\",\"0.3\"]}}" },
    /* the list is what counts: an element it lacks has no stamp */
    { "{\"*\":\"0.1.0199249b2c40-0\",\"needs/help\":\"0.2.0199249b2c40-0\"}", "{\"*\":\"0.1.0199249b2c40-0\"}" },
    /* fields in the order of the schema */
    { "{\"needs/time\":\"0199249b2c42-0\",\"given-name\":\"0199249b2c40-0\"}",
      "{\"given-name\":\"0199249b2c40-0\",\"needs/time\":\"0199249b2c42-0\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i][0]);
      assert_written (pairs[i][0], pairs[i][1]);
    }
}

static void
test_without_stamps_none_are_written (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (OWNER, NULL, clock);
  g_autofree char *text = fixture_text (document), *edited = NULL;
  PzRecord *learner = pz_document_get_owner (document);

  g_assert_null (strstr (text, "stamps"));
  g_assert_cmpuint (pz_document_count_pending (document), ==, 0);
  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Else");
  edited = fixture_text (document);
  g_assert_nonnull (strstr (edited, "{\"given-name\":\"01"));
  g_assert_cmpuint (pz_document_count_pending (document), ==, 1);
}

static void
test_what_stays_here_never_shares_a_stamp (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"learner\":{\"notes\":\"a\",\"private-notes\":\"b\"}",
      "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\"}}}", clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_autofree char *text = fixture_text (document), *again = NULL;
  g_autoptr(PzDocument) copy = fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);

  g_assert_cmpuint (pz_record_get_slot (learner, PZ_LEARNER_NOTES)->entries[0].stamp.number, ==, 1);
  g_assert_false (pz_entry_is_stamped (&pz_record_get_slot (learner, PZ_LEARNER_PRIVATE_NOTES)->entries[0]));
  again = fixture_text (copy);
  g_assert_cmpstr (text, ==, again);
}

static char *
lines_of (PzDocument *document,
          PzRecord   *record)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  pz_document_append_stamps (document, record, lines, 0);
  return g_strdup (lines->str);
}

static void
test_each_record_has_a_line_behind_a_comma (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      OWNER ",\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\"},{\"id\":\"g2\"}]",
      "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\"},"
      "\"g1\":{\"*\":\"0.2.0199249b2c40-0\"}}}", clock);
  g_autoptr(GString) lines = g_string_new (NULL);

  pz_document_append_stamps (document, pz_document_get_owner (document), lines, 0);
  pz_document_append_stamps (document, pz_document_find (document, "g1"), lines, 0);
  pz_document_append_stamps (document, pz_document_find (document, "g2"), lines, 0); /* it has none */
  g_assert_cmpstr (lines->str, ==,
                   "\n\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\"},\n\"g1\":{\"*\":\"0.2.0199249b2c40-0\"}");
}

/* the stamps of a double would be read as those of the first */
static void
test_of_two_records_with_one_id_the_first_has_the_stamps (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\"},{\"id\":\"g1\",\"title\":\"Writes\"}]",
      "{" DEVICES ",\"records\":{\"g1\":{\"*\":\"0.2.0199249b2c40-0\"}}}", clock);
  GListModel *goals = pz_document_get_records (document, PZ_RECORD_GOAL);
  guint n_lines = 0;

  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (goals, i);
      g_autofree char *line = lines_of (document, goal);

      g_assert_true ((*line != '\0') == (pz_document_find (document, "g1") == goal));
      n_lines += *line != '\0';
    }
  g_assert_cmpuint (n_lines, ==, 1);
}

static void
test_stamps_without_a_record_stay (void)
{
  static const char section[] = "{" DEVICES ",\"records\":{\n\"zz\":{ \"*\": 7 }\n},\"later\":[ 1 ]}";
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (OWNER, section, clock);
  g_autoptr(GString) out = g_string_new ("{");

  pz_document_finish_stamps (document, out, 1);
  g_assert_true (g_str_has_prefix (out->str, "{,\n\"stamps\":"));
  g_assert_cmpstr (out->str + strlen ("{,\n\"stamps\":"), ==, section);
}

static void
test_no_stamps_at_all_is_nothing (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (OWNER, NULL, clock);
  g_autofree char *line = lines_of (document, pz_document_get_owner (document));
  g_autoptr(GString) out = g_string_new ("{");

  g_assert_cmpstr (line, ==, "");
  pz_document_finish_stamps (document, out, 1);
  g_assert_cmpstr (out->str, ==, "{");
}

/* who wrote it gets a place among the devices when it has none */
static void
test_a_device_gets_its_place (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  const PzStamp star = { FIXTURE_OTHER_DEVICE, 7, PZ_HLC (0x0199249b2c40, 3) };
  g_autoptr(GString) out = g_string_new ("{");

  pz_record_set_star (pz_document_get_owner (document), &star);
  pz_document_append_stamps (document, pz_document_get_owner (document), out, 1);
  pz_document_finish_stamps (document, out, 1);
  g_assert_cmpstr (out->str, ==,
                   "{,\n\"stamps\":{\"devices\":[\"5d80b71e4c9a2f03\"],\"records\":{\n\"" FIXTURE_ID
                   "\":{\"*\":\"0.7.0199249b2c40-3\"}\n}}");
}

#define ADD(path, function) g_test_add_func ("/core/document-stamps-writer/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shapes-that-stay", test_shapes_that_stay);
  ADD ("shapes-that-become-ours", test_shapes_that_become_ours);
  ADD ("without-stamps-none-are-written", test_without_stamps_none_are_written);
  ADD ("what-stays-here-never-shares-a-stamp", test_what_stays_here_never_shares_a_stamp);
  ADD ("each-record-has-a-line-behind-a-comma", test_each_record_has_a_line_behind_a_comma);
  ADD ("of-two-records-with-one-id-the-first-has-the-stamps", test_of_two_records_with_one_id_the_first_has_the_stamps);
  ADD ("stamps-without-a-record-stay", test_stamps_without_a_record_stay);
  ADD ("no-stamps-at-all-is-nothing", test_no_stamps_at_all_is_nothing);
  ADD ("a-device-gets-its-place", test_a_device_gets_its_place);
  return g_test_run ();
}
