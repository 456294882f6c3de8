/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-fixture.h"
#include "pz-error.h"

static void
test_nobody_else_appears (Fixture       *fixture,
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
  root = export_parse (parser, bytes);
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
test_private_and_unknown (Fixture       *fixture,
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

static PzRecord *
add_to_class (TwoLearners  *two,
              PzRecordType  type,
              guint         field,
              const char   *text)
{
  PzRecord *record = pz_document_add (pz_classroom_get_document (two->classroom), type);

  pz_record_set_text (record, field, text);
  return record;
}

/* ids in a list of the export, in order */
static char *
list_ids (JsonObject *root,
          const char *name)
{
  JsonArray *list = json_object_get_array_member (root, name);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (json_array_get_object_element (list, i), "id"));
  return g_string_free (ids, FALSE);
}

static void
assert_ids (JsonObject *root,
            const char *name,
            PzRecord   *only)
{
  g_autofree char *ids = list_ids (root, name);

  g_test_message ("%s", name);
  g_assert_cmpstr (ids, ==, only != NULL ? pz_record_get_id (only) : "");
}

/* goals that are shared with all that belongs to them, and rules for groups; nothing of goals of others */
static void
test_what_the_class_keeps_about_the_person (Fixture       *fixture,
                                            gconstpointer  data)
{
  static const struct { const char *list; PzRecordType type; guint field; } parts[] = {
    { "shared-phases", PZ_RECORD_PHASE, PZ_PHASE_GOAL },
    { "shared-milestones", PZ_RECORD_MILESTONE, PZ_MILESTONE_GOAL },
    { "shared-gas-levels", PZ_RECORD_GAS_LEVEL, PZ_GAS_LEVEL_GOAL },
  };
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *mine[G_N_ELEMENTS (parts)];
  PzRecord *goal, *other, *rule, *not_mine;
  TwoLearners two;
  JsonObject *root;

  two_learners_set_up (&two, fixture);
  goal = fixture_get (pz_classroom_get_document (two.classroom), PZ_RECORD_GOAL, 0);
  other = add_to_class (&two, PZ_RECORD_GOAL, PZ_GOAL_TITLE, "Of the other");
  pz_record_set_add (other, PZ_GOAL_LEARNERS, pz_document_get_id (two.chloe));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      mine[i] = add_to_class (&two, parts[i].type, parts[i].field, pz_record_get_id (goal));
      add_to_class (&two, parts[i].type, parts[i].field, pz_record_get_id (other));
      add_to_class (&two, parts[i].type, parts[i].field, "nowhere");
      pz_document_add (pz_classroom_get_document (two.classroom), parts[i].type);
    }
  rule = add_to_class (&two, PZ_RECORD_GROUPING_RULE, PZ_GROUPING_RULE_KIND, "apart");
  pz_record_set_add (rule, PZ_GROUPING_RULE_LEARNERS, pz_document_get_id (two.amina));
  pz_record_set_add (rule, PZ_GROUPING_RULE_LEARNERS, pz_document_get_id (two.chloe));
  not_mine = add_to_class (&two, PZ_RECORD_GROUPING_RULE, PZ_GROUPING_RULE_KIND, "together");
  pz_record_set_add (not_mine, PZ_GROUPING_RULE_LEARNERS, pz_document_get_id (two.chloe));
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PLAIN, &error);
  g_assert_no_error (error);
  root = export_parse (parser, bytes);
  assert_ids (root, "shared-goals", goal);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_ids (root, parts[i].list, mine[i]);
  assert_ids (root, "grouping-rules", rule);
  /* kept apart from somebody: from whom is the other's own */
  g_assert_null (strstr (g_bytes_get_data (bytes, NULL), pz_document_get_id (two.chloe)));
  two_learners_tear_down (&two);
}

static void
test_own_part_in_activities (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(PzDocument) alone = NULL;
  TwoLearners two;
  JsonObject *activity, *part;
  JsonArray *list;
  PzRecord *owner;

  two_learners_set_up (&two, fixture);
  activities = fixture_load_all (two.classroom, PZ_DOCUMENT_ACTIVITY);
  owner = pz_document_get_owner (g_ptr_array_index (activities, 0));
  pz_record_set_text (owner, PZ_ACTIVITY_TITLE, "Bridges with Dubois");
  pz_record_set_text (owner, PZ_ACTIVITY_DATE, "2026-11-20");
  pz_record_set_text (owner, PZ_ACTIVITY_SETTING, "pairs");
  pz_record_set_text (owner, PZ_ACTIVITY_STATE, "held");
  pz_record_set_number (owner, PZ_ACTIVITY_MINUTES, 40);
  alone = pz_classroom_add (two.classroom, PZ_DOCUMENT_ACTIVITY);
  pz_record_set_text (pz_document_get_owner (alone), PZ_ACTIVITY_TITLE, "Without Amina");
  g_assert_true (pz_classroom_save (two.classroom, NULL, NULL));
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PLAIN, NULL);
  list = json_object_get_array_member (export_parse (parser, bytes), "activities");
  g_assert_cmpuint (json_array_get_length (list), ==, 1);
  activity = json_array_get_object_element (list, 0);
  g_assert_cmpstr (json_object_get_string_member (activity, "title"), ==, "Bridges with [another learner]");
  g_assert_cmpstr (json_object_get_string_member (activity, "date"), ==, "2026-11-20");
  g_assert_cmpstr (json_object_get_string_member (activity, "setting"), ==, "pairs");
  g_assert_cmpstr (json_object_get_string_member (activity, "state"), ==, "held");
  g_assert_cmpint (json_object_get_int_member (activity, "minutes"), ==, 40);
  part = json_object_get_object_member (activity, "participation");
  g_assert_cmpstr (json_object_get_string_member (part, "note"), ==, "Led the talk with [another learner]");
  two_learners_tear_down (&two);
}

/* a level and a measure of the class are words the person can read */
static void
test_what_ids_stand_for (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = NULL;
  TwoLearners two;
  JsonObject *root;

  two_learners_set_up (&two, fixture);
  add_to_class (&two, PZ_RECORD_LEVEL, PZ_LEVEL_NAME, "B");
  add_to_class (&two, PZ_RECORD_MEASURE, PZ_MEASURE_NAME, "Words");
  add_to_class (&two, PZ_RECORD_LENS, PZ_LENS_NAME, "Access");
  add_to_class (&two, PZ_RECORD_STRATEGY, PZ_STRATEGY_NAME, "Help of Chloé");
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PLAIN, NULL);
  root = export_parse (parser, bytes);
  g_assert_cmpstr (json_object_get_string_member (root, "class"), ==, "Two");
#define NAME(list) json_object_get_string_member (json_array_get_object_element (json_object_get_array_member (root, list), 0), "name")
  g_assert_cmpstr (NAME ("levels"), ==, "B");
  g_assert_cmpstr (NAME ("measures"), ==, "Words");
  g_assert_cmpstr (NAME ("lenses"), ==, "Access");
  g_assert_cmpstr (NAME ("strategies"), ==, "Help of [another learner]");
#undef NAME
  two_learners_tear_down (&two);
}

/* of two who are called alike neither is somebody else in the own export */
static void
test_a_name_of_two_people_stays (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GBytes) bytes = NULL;
  TwoLearners two;
  g_autoptr(PzDocument) third = NULL;

  two_learners_set_up (&two, fixture);
  third = add_learner (two.classroom, "Amina", "Dubois");
  pz_record_set_text (pz_document_get_owner (third), PZ_LEARNER_PREFERRED_NAME, "Mina");
  pz_record_set_text (pz_document_get_owner (third), PZ_LEARNER_MIDDLE_NAME, "Zahra");
  pz_record_set_text (pz_document_get_owner (two.amina), PZ_LEARNER_NOTES, "Amina asks Mina, Zahra and Dubois");
  g_assert_true (pz_classroom_save (two.classroom, NULL, NULL));
  bytes = pz_export_learner (two.classroom, pz_document_get_id (two.amina), PZ_EXPORT_PLAIN, NULL);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "Amina asks [another learner], [another learner] and [another learner]"));
  two_learners_tear_down (&two);
}

/* half of what is kept would be a wrong answer */
static void
test_what_cannot_be_read_is_no_export (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *amina = NULL;
  g_autoptr(PzClassroom) again = NULL;
  TwoLearners two;

  two_learners_set_up (&two, fixture);
  folder = g_strdup (pz_classroom_get_path (two.classroom));
  amina = g_strdup (pz_document_get_id (two.amina));
  ids = pz_classroom_list (two.classroom, PZ_DOCUMENT_ACTIVITY, NULL);
  path = g_strdup_printf ("%s/activities/%s.json", folder, (const char *) g_ptr_array_index (ids, 0));
  two_learners_tear_down (&two);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  again = pz_classroom_open (fixture->environment, folder, &error);
  g_assert_no_error (error);
  g_assert_null (pz_export_learner (again, amina, PZ_EXPORT_PLAIN, &error));
  g_assert_nonnull (error);
}

#define ADD(path, function) fixture_test_add ("/core/export-person/" path, function)

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("nobody-else-appears", test_nobody_else_appears);
  ADD ("private-and-unknown", test_private_and_unknown);
  ADD ("what-the-class-keeps-about-the-person", test_what_the_class_keeps_about_the_person);
  ADD ("own-part-in-activities", test_own_part_in_activities);
  ADD ("what-ids-stand-for", test_what_ids_stand_for);
  ADD ("a-name-of-two-people-stays", test_a_name_of_two_people_stays);
  ADD ("what-cannot-be-read-is-no-export", test_what_cannot_be_read_is_no_export);
  return g_test_run ();
}
