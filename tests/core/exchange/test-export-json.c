/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-fixture.h"
#include "pz-export-private.h"

/* what is written of a record, without line breaks and blanks between members */
static char *
write_one (PzRecord           *record,
           const PzExportView *view)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) node = NULL;

  pz_export_write_record (writer, NULL, record, view);
  text = pz_json_writer_finish (writer);
  node = json_from_string (text, NULL);
  g_assert_nonnull (node);
  return json_to_string (node, FALSE);
}

static void
assert_written (PzRecord           *record,
                const PzExportView *view,
                const char         *members)
{
  g_autofree char *text = write_one (record, view);
  g_autofree char *expected = g_strdup_printf ("{\"id\":\"%s\"%s}", pz_record_get_id (record), members);

  g_assert_cmpstr (text, ==, expected);
}

/* and only what is not empty */
static void
test_each_kind_of_field_under_its_name (Fixture       *fixture,
                                        gconstpointer  data)
{
  const PzExportView view = { .flags = PZ_EXPORT_PLAIN };
  TwoLearners two;
  PzRecord *check_in;

  two_learners_set_up (&two, fixture);
  assert_written (pz_document_get_owner (two.chloe), &view, ",\"given-name\":\"Chloé\",\"family-name\":\"Dubois\"");
  pz_record_set_flag (pz_document_get_owner (two.chloe), PZ_LEARNER_ARCHIVED, TRUE);
  pz_record_set_add (pz_document_get_owner (two.chloe), PZ_LEARNER_NEEDS, "b");
  pz_record_set_add (pz_document_get_owner (two.chloe), PZ_LEARNER_NEEDS, "a");
  pz_record_set_text (pz_document_get_owner (two.chloe), PZ_LEARNER_DEVICE_AT_HOME, "own");
  assert_written (pz_document_get_owner (two.chloe), &view,
                  ",\"given-name\":\"Chloé\",\"family-name\":\"Dubois\",\"needs\":[\"a\",\"b\"],"
                  "\"device-at-home\":\"own\",\"archived\":true");
  check_in = pz_document_add (two.chloe, PZ_RECORD_CHECK_IN);
  pz_record_set_text (check_in, PZ_CHECK_IN_DATE, "2026-11-20");
  pz_record_set_number (check_in, PZ_CHECK_IN_MINUTES, 2.5);
  pz_record_set_text (check_in, PZ_CHECK_IN_TEXT, "</script>\n\"\\ \u202Eقراءة 𝒳");
  assert_written (check_in, &view, ",\"date\":\"2026-11-20\",\"minutes\":2.5,"
                                   "\"text\":\"</script>\\n\\\"\\\\ \u202Eقراءة 𝒳\"");
  two_learners_tear_down (&two);
}

static void
test_private_fields_are_asked_for (Fixture       *fixture,
                                   gconstpointer  data)
{
  const PzExportView plain = { .flags = PZ_EXPORT_PLAIN | PZ_EXPORT_DELETED }, private = { .flags = PZ_EXPORT_PRIVATE };
  TwoLearners two;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  two_learners_set_up (&two, fixture);
  without = write_one (pz_document_get_owner (two.amina), &plain);
  with = write_one (pz_document_get_owner (two.amina), &private);
  g_assert_null (strstr (without, "private-notes"));
  g_assert_nonnull (strstr (with, "\"private-notes\":\"Only for me\""));
  two_learners_tear_down (&two);
}

/* one's own name and addresses stay, even where they are called as somebody else is */
static void
test_names_of_others_leave_free_text_only (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(PzRedactor) redactor = pz_redactor_new ();
  const PzExportView view = { .redactor = redactor };
  TwoLearners two;
  PzRecord *learner, *contact;

  two_learners_set_up (&two, fixture);
  pz_redactor_add_name (redactor, "Amina");
  pz_redactor_add_name (redactor, "Noor");
  learner = pz_document_get_owner (two.chloe);
  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  pz_record_set_text (learner, PZ_LEARNER_EMAIL, "noor@school.example");
  pz_record_set_text (learner, PZ_LEARNER_SOURCED_ID, "noor-1");
  pz_record_set_add (learner, PZ_LEARNER_INTERESTS, "Skating with Amina");
  pz_record_set_text (learner, PZ_LEARNER_NOTES, "Amina helps.");
  assert_written (learner, &view, ",\"given-name\":\"Noor\",\"family-name\":\"Dubois\",\"email\":\"noor@school.example\","
                                  "\"interests\":[\"Skating with [another learner]\"],\"sourced-id\":\"noor-1\","
                                  "\"notes\":\"[another learner] helps.\"");
  contact = pz_document_add (two.chloe, PZ_RECORD_CONTACT);
  pz_record_set_text (contact, PZ_CONTACT_NAME, "Amina Dubois");
  pz_record_set_text (contact, PZ_CONTACT_RELATION, "Aunt of Amina");
  pz_record_set_text (contact, PZ_CONTACT_EMAIL, "amina@home.example");
  pz_record_set_text (contact, PZ_CONTACT_SOURCED_ID, "amina-2");
  pz_record_set_add (contact, PZ_CONTACT_ROSTER_VALUES, "name:Amina Dubois");
  assert_written (contact, &view, ",\"name\":\"Amina Dubois\",\"relation\":\"Aunt of [another learner]\","
                                  "\"email\":\"amina@home.example\",\"sourced-id\":\"amina-2\","
                                  "\"roster-values\":[\"name:Amina Dubois\"]");
  two_learners_tear_down (&two);
}

/* for one reader alone: in sets and by themselves */
static void
test_references_to_others_are_left_out (Fixture       *fixture,
                                        gconstpointer  data)
{
  TwoLearners two;
  PzExportView view = { .flags = PZ_EXPORT_PLAIN };
  g_autoptr(PzDocument) activity = NULL;
  g_autofree char *mine = NULL;
  PzRecord *goal, *part;

  two_learners_set_up (&two, fixture);
  view.only = pz_document_get_id (two.amina);
  goal = fixture_get (pz_classroom_get_document (two.classroom), PZ_RECORD_GOAL, 0);
  mine = g_strdup_printf (",\"title\":\"A diary with Chloé\",\"learners\":[\"%s\"]", view.only);
  assert_written (goal, &view, mine);
  activity = pz_classroom_add (two.classroom, PZ_DOCUMENT_ACTIVITY);
  part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);
  pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, pz_document_get_id (two.chloe));
  pz_record_set_text (part, PZ_PARTICIPATION_ROLE, "Reader");
  assert_written (part, &view, ",\"role\":\"Reader\"");
  /* a reference to something else is no person */
  pz_record_set_text (part, PZ_PARTICIPATION_GROUP, "blue");
  assert_written (part, &view, ",\"group\":\"blue\",\"role\":\"Reader\"");
  two_learners_tear_down (&two);
}

static char *
list_members (JsonObject *object)
{
  g_autoptr(GList) members = json_object_get_members (object);
  GString *names = g_string_new (NULL);

  for (GList *name = members; name != NULL; name = name->next)
    g_string_append_printf (names, "%s%s", name != members ? " " : "", (const char *) name->data);
  return g_string_free (names, FALSE);
}

static void
test_a_list_for_each_type_that_is_there (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  PzExportView view = { .flags = PZ_EXPORT_PLAIN };
  TwoLearners two;
  g_autofree char *without_trash = NULL;
  g_autofree char *with_trash = NULL;

  two_learners_set_up (&two, fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
      g_autofree char *text = NULL;

      pz_export_write_document (writer, NULL, two.amina, &view);
      text = pz_json_writer_finish (writer);
      g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
      *(i == 0 ? &without_trash : &with_trash) = list_members (json_node_get_object (json_parser_get_root (parser)));
      view.flags = PZ_EXPORT_DELETED;
    }
  g_assert_cmpstr (without_trash, ==, "id given-name family-name birth-date strengths notes");
  g_assert_cmpstr (with_trash, ==, "id given-name family-name birth-date strengths notes check-ins");
  two_learners_tear_down (&two);
}

static void
test_an_export_says_what_it_is (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = pz_classroom_create (fixture->environment, "5b", NULL);
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *names = NULL;
  JsonObject *root;

  pz_export_begin (writer, classroom);
  bytes = pz_export_finish (writer);
  root = export_parse (parser, bytes);
  names = list_members (root);
  g_assert_cmpstr (names, ==, "format version date");
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "personalize-export");
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  /* digits of everybody, whatever the locale writes */
  g_assert_cmpstr (json_object_get_string_member (root, "date"), ==, "2026-11-23");
}

#define ADD(path, function) fixture_test_add ("/core/export-json/" path, function)

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("each-kind-of-field-under-its-name", test_each_kind_of_field_under_its_name);
  ADD ("private-fields-are-asked-for", test_private_fields_are_asked_for);
  ADD ("names-of-others-leave-free-text-only", test_names_of_others_leave_free_text_only);
  ADD ("references-to-others-are-left-out", test_references_to_others_are_left_out);
  ADD ("a-list-for-each-type-that-is-there", test_a_list_for_each_type_that_is_there);
  ADD ("an-export-says-what-it-is", test_an_export_says_what_it_is);
  return g_test_run ();
}
