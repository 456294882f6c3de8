/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"

#include <math.h>

#define ADA "adaadaadaadaadaa"
#define BEN "benbenbenbenbenb"
#define EVA "evaevaevaevaevae"

static void
test_says_what_the_document_says (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", "2026-11-24", "groups");
  PzRecord *record = pz_document_get_owner (document);
  g_autoptr(PzActivity) activity = NULL;

  activity_hold (document, 45);
  pz_record_set_add (record, PZ_ACTIVITY_STRATEGIES, "zzzzzzzzzzzzzzzz");
  pz_record_set_text (record, PZ_ACTIVITY_REGULAR, "rrrrrrrrrrrrrrrr");
  pz_record_set_text (record, PZ_ACTIVITY_REGULAR_DAY, "2026-11-23");
  activity_group (document, 2, "Arch", ADA " -" BEN);
  activity = pz_activity_new (document);

  g_assert_cmpstr (activity->id, ==, "kkkkkkkkkkkkkkkk");
  g_assert_cmpstr (activity->title, ==, "Bridges");
  g_assert_cmpuint (activity->day, ==, pz_day_from_text ("2026-11-24"));
  g_assert_cmpfloat (activity->minutes, ==, 45);
  g_assert_cmpint (activity->setting, ==, PZ_SETTING_GROUPS);
  g_assert_true (activity->held);
  g_assert_cmpuint (activity->every, ==, 0);
  g_assert_cmpstr (activity->regular, ==, "rrrrrrrrrrrrrrrr");
  g_assert_cmpuint (activity->regular_day, ==, pz_day_from_text ("2026-11-23"));
  g_assert_cmpstr (activity->strategies[0], ==, "zzzzzzzzzzzzzzzz");
  g_assert_cmpuint (activity->parts->len, ==, 2);
  g_assert_cmpuint (g_array_index (activity->parts, PzActivityPart, 0).round, ==, 2);
  g_assert_nonnull (g_array_index (activity->parts, PzActivityPart, 0).group);
  g_assert_false (g_array_index (activity->parts, PzActivityPart, 0).absent);
  g_assert_true (g_array_index (activity->parts, PzActivityPart, 1).absent);
}

static void
test_an_empty_one (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', NULL, NULL, NULL);
  g_autoptr(PzActivity) activity = pz_activity_new (document);
  PzActivity *again = pz_activity_ref (activity);

  g_assert_true (again == activity);
  pz_activity_unref (again);
  g_assert_cmpstr (activity->title, ==, "");
  g_assert_cmpuint (activity->day, ==, 0);
  g_assert_true (isnan (activity->minutes));
  g_assert_cmpint (activity->setting, ==, PZ_N_SETTINGS);
  g_assert_false (activity->held);
  g_assert_null (activity->regular);
}

static void
test_the_trash_is_none (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Bridges", NULL, NULL);

  pz_document_delete (document, pz_document_get_owner (document));
  g_assert_null (pz_activity_new (document));
}

static void
test_nobody_named_is_everybody (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "News", "2026-11-24", "whole-class");
  g_autoptr(PzDocument) talks = activity_make ('t', "Talks", "2026-11-24", "one-to-one");
  g_autoptr(PzActivity) all = pz_activity_new (document), nobody = pz_activity_new (talks);

  g_assert_true (pz_activity_takes_part (all, ADA));
  g_assert_true (pz_activity_was_there (all, ADA));
  g_assert_cmpuint (pz_activity_count_there (all), ==, 0);
  g_assert_false (pz_activity_takes_part (nobody, ADA)); /* with whom was it? nobody knows */
}

static void
test_named_and_absent (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Stories", "2026-11-24", "groups");
  g_autoptr(PzActivity) activity = NULL;

  activity_group (document, 1, "Arch", ADA " -" BEN);
  activity_group (document, 2, "Beam", "-" ADA " -" BEN);
  activity_group (document, 1, NULL, EVA);
  activity = pz_activity_new (document);
  g_assert_true (pz_activity_was_there (activity, ADA)); /* for one round */
  g_assert_true (pz_activity_takes_part (activity, BEN));
  g_assert_false (pz_activity_was_there (activity, BEN));
  g_assert_false (pz_activity_takes_part (activity, EVA)); /* in no group, where there are groups */
  g_assert_cmpuint (pz_activity_count_there (activity), ==, 1);
}

static void
test_without_groups_yet_the_named_take_part (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Stories", "2026-11-24", "groups");
  g_autoptr(PzActivity) activity = NULL;

  activity_group (document, 1, NULL, ADA);
  activity = pz_activity_new (document);
  g_assert_true (pz_activity_takes_part (activity, ADA));
  g_assert_false (pz_activity_takes_part (activity, BEN));
}

/* written by two devices that did not know of each other */
static void
test_two_records_of_a_learner_are_one (void)
{
  g_autoptr(PzDocument) document = activity_make ('k', "Stories", "2026-11-24", "groups");
  PzRecord *arch = activity_group (document, 1, "Arch", ADA);
  PzRecord *beam = activity_group (document, 1, "Beam", BEN);
  PzRecord *second = pz_document_add (document, PZ_RECORD_PARTICIPATION);
  g_autoptr(PzActivity) activity = NULL;

  pz_record_set_text (second, PZ_PARTICIPATION_LEARNER, ADA);
  pz_record_set_text (second, PZ_PARTICIPATION_GROUP, pz_record_get_id (beam));
  activity = pz_activity_new (document);
  g_assert_cmpuint (activity->parts->len, ==, 2);
  g_assert_cmpstr (g_array_index (activity->parts, PzActivityPart, 0).group, ==, pz_record_get_id (arch));
}

static void
test_repetition_in_words_of_files (void)
{
  const struct
  {
    const char *text;
    guint weeks;
  } cases[] = { { "P1W", 1 }, { "P2W", 2 }, { "P52W", 52 }, { "P53W", 0 }, { "P0W", 0 }, { "PW", 0 }, { "P1D", 0 },
                { "P1W2D", 0 }, { "P0001W", 0 }, { "weekly", 0 }, { NULL, 0 } };
  g_autoptr(PzDocument) document = activity_make ('k', "News", "2026-11-24", "whole-class");
  PzRecord *record = pz_document_get_owner (document);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      pz_record_set_text (record, PZ_ACTIVITY_REPEATS, cases[i].text);
      g_assert_cmpuint (pz_activity_get_repeats (record), ==, cases[i].weeks);
    }
  pz_activity_set_repeats (record, 3);
  g_assert_cmpstr (pz_record_get_text (record, PZ_ACTIVITY_REPEATS), ==, "P3W");
  pz_activity_set_repeats (record, 0);
  g_assert_null (pz_record_get_text (record, PZ_ACTIVITY_REPEATS));
}

static void
test_settings (void)
{
  for (guint i = 0; i < PZ_N_SETTINGS; i++)
    g_assert_cmpint (pz_setting_from_name (pz_setting_get_name ((PzSetting) i)), ==, i);
  g_assert_cmpint (pz_setting_from_name ("outdoors"), ==, PZ_N_SETTINGS);
  g_assert_cmpint (pz_setting_from_name (NULL), ==, PZ_N_SETTINGS);
  g_assert_null (pz_setting_get_name (PZ_N_SETTINGS));
  g_assert_true (pz_setting_has_groups (PZ_SETTING_PAIRS) && pz_setting_has_groups (PZ_SETTING_GROUPS));
  g_assert_false (pz_setting_has_groups (PZ_SETTING_WHOLE_CLASS) || pz_setting_has_groups (PZ_N_SETTINGS));
}

#define ADD(path, function) g_test_add_func ("/core/activity/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-what-the-document-says", test_says_what_the_document_says);
  ADD ("an-empty-one", test_an_empty_one);
  ADD ("the-trash-is-none", test_the_trash_is_none);
  ADD ("nobody-named-is-everybody", test_nobody_named_is_everybody);
  ADD ("named-and-absent", test_named_and_absent);
  ADD ("without-groups-yet-the-named-take-part", test_without_groups_yet_the_named_take_part);
  ADD ("two-records-of-a-learner-are-one", test_two_records_of_a_learner_are_one);
  ADD ("repetition-in-words-of-files", test_repetition_in_words_of_files);
  ADD ("settings", test_settings);
  return g_test_run ();
}
