/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#define DEVICES "\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"]"
#define OWNER "\"learner\":{\n \"given-name\":\"Ilse\",\n \"needs\":[\"quiet\",\"time\"]\n}"

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

static gboolean
read_again (PzDocument  *document,
            const char  *stamps,
            GError     **error)
{
  g_autofree char *text = g_strdup_printf ("{\"x\":{\"stamps\":7},\"stamps\":%s}", stamps);

  return pz_document_read_stamps (document, text, strlen (text), error);
}

static void
test_finds_the_values_the_stamps_belong_to (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (OWNER, NULL, clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_autoptr(GError) error = NULL;
  gboolean has_star;

  g_assert_true (read_again (document,
                             "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\","
                             "\"needs/time\":\"1.2.0199249b2c41-0\"}}}", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_record_get_star (learner, &has_star)->number, ==, 1);
  g_assert_true (has_star);
  g_assert_true (pz_record_get_slot (learner, PZ_LEARNER_GIVEN_NAME)->entries[0].shared);
  g_assert_cmpuint (pz_record_get_slot (learner, PZ_LEARNER_GIVEN_NAME)->entries[0].stamp.number, ==, 1);
  g_assert_cmpuint (pz_record_get_slot (learner, PZ_LEARNER_NEEDS)->entries[1].stamp.device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_cmpuint (pz_document_get_devices (document)->len, ==, 2);
  g_assert_false (read_again (document, "{\"records\":7}", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

/* The readable list counts: what a stamp says of an element that somebody took out of it by hand is nothing, unless it
 * is the removal itself. */
static void
test_elements_that_are_not_listed_are_gone (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      OWNER, "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"needs/help\":\"0.2.0199249b2c40-0\","
             "\"needs/rest\":{\"stamp\":\"0199249b2c41-0\",\"replaces\":[\"0.1\"],\"gone\":true}}}}", clock);
  PzRecord *learner = pz_document_get_owner (document);
  const PzSlot *slot = pz_record_get_slot (learner, PZ_LEARNER_NEEDS);
  guint n_gone = 0;

  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_NEEDS, "help"));
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_NEEDS, "rest"));
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_NEEDS, "quiet"));
  g_assert_cmpuint (slot->n_entries, ==, 3);
  for (guint i = 0; i < slot->n_entries; i++)
    n_gone += slot->entries[i].gone;
  g_assert_cmpuint (n_gone, ==, 1);
}

static void
test_what_nobody_knows_is_kept (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      OWNER, "{" DEVICES ",\"later\":[ 1 ],\"records\":{\"zz\":{\"*\":7},"
             "\"" FIXTURE_ID "\":{\"shoe-size\":{ \"a\":1 }}}}", clock);
  GPtrArray *in_stamps = pz_document_get_unknown_in_stamps (document);
  GPtrArray *records = pz_document_get_unknown_stamps (document);
  GPtrArray *fields = pz_record_get_unknown_stamps (pz_document_get_owner (document));

  g_assert_cmpuint (in_stamps->len, ==, 1);
  g_assert_cmpstr (((PzUnknown *) in_stamps->pdata[0])->slice, ==, "[ 1 ]");
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (((PzUnknown *) records->pdata[0])->name, ==, "zz");
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (((PzUnknown *) fields->pdata[0])->slice, ==, "{ \"a\":1 }");
}

#define ADD(path, function) g_test_add_func ("/core/document-stamps-reader/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rejects-sections", test_rejects_sections);
  ADD ("pending-is-of-this-device", test_pending_is_of_this_device);
  ADD ("place-of-the-section-does-not-matter", test_place_of_the_section_does_not_matter);
  ADD ("finds-the-values-the-stamps-belong-to", test_finds_the_values_the_stamps_belong_to);
  ADD ("elements-that-are-not-listed-are-gone", test_elements_that_are_not_listed_are_gone);
  ADD ("what-nobody-knows-is-kept", test_what_nobody_knows_is_kept);
  return g_test_run ();
}
