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

static void
test_rejects_sections (void)
{
  const char *const sections[] = {
    "[]", "{\"devices\":{}}", "{\"devices\":[5]}", "{\"devices\":[\"9f1c22d07ab4e35\"]}",
    "{\"devices\":[\"0000000000000000\"]}", "{\"devices\":[\"9F1C22D07AB4E356\"]}", "{\"records\":[]}",
    "{\"records\":{\"" FIXTURE_ID "\":[]}}",
  };
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\n\"stamps\":%s}", sections[i]);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", sections[i]);
      g_assert_null (pz_document_parse (PZ_DOCUMENT_LEARNER, FIXTURE_ID, bytes, clock, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "line 2, column "));
    }
}

static void
test_pending_is_of_this_device (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      OWNER, "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"1.7.0199249b2c40-3\",\"given-name\":\"0199249b2c41-0\"}}}",
      clock);
  PzRecord *learner = pz_document_get_owner (document);
  const PzEntry *name = &pz_record_get_slot (learner, PZ_LEARNER_GIVEN_NAME)->entries[0];
  const PzEntry *need = &pz_record_get_slot (learner, PZ_LEARNER_NEEDS)->entries[0];

  g_assert_cmpuint (name->stamp.device, ==, FIXTURE_DEVICE);
  g_assert_cmpuint (name->stamp.number, ==, 0);
  g_assert_false (name->shared);
  g_assert_cmpuint (need->stamp.device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_cmpuint (need->stamp.number, ==, 7);
  g_assert_cmpuint (need->stamp.clock, ==, PZ_HLC (0x0199249b2c40, 3));
  g_assert_true (need->shared);
}

/* stamps may stand before the values */
static void
test_place_of_the_section_does_not_matter (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"stamps\":{" DEVICES ",\"records\":{\"g1\":{\"title\":\"0.1.0199249b2c40-0\"}}},"
      "\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\"}]", NULL, clock);
  const PzSlot *slot = pz_record_get_slot (pz_document_find (document, "g1"), PZ_GOAL_TITLE);

  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (slot->entries[0].stamp.number, ==, 1);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-stamps/shapes-that-stay", test_shapes_that_stay);
  g_test_add_func ("/core/document-stamps/shapes-that-become-ours", test_shapes_that_become_ours);
  g_test_add_func ("/core/document-stamps/rejects", test_rejects);
  g_test_add_func ("/core/document-stamps/rejects-sections", test_rejects_sections);
  g_test_add_func ("/core/document-stamps/pending-is-of-this-device", test_pending_is_of_this_device);
  g_test_add_func ("/core/document-stamps/place-of-the-section-does-not-matter", test_place_of_the_section_does_not_matter);
  g_test_add_func ("/core/document-stamps/without-stamps-none-are-written", test_without_stamps_none_are_written);
  g_test_add_func ("/core/document-stamps/what-stays-here-never-shares-a-stamp", test_what_stays_here_never_shares_a_stamp);
  return g_test_run ();
}
