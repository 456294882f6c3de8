/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-value-words.h"

#include "classroom-fixture.h"

static char *
say (ClassroomFixture *f,
     PzRecordType      type,
     int               field,
     PzValue           value)
{
  g_autoptr(PzRecordNames) names = pz_record_names_new (f->classroom->store, f->classroom->id);
  PzValuePlace place = { PZ_DOCUMENT_CLASSROOM, f->classroom->id, type, field };
  char *words = pz_value_words_new (&place, &value, names);

  pz_value_clear (&value);
  return words;
}

static void
test_each_kind_has_its_words (ClassroomFixture *f,
                              gconstpointer     data)
{
  PzRecord *level = pz_document_add (pz_classroom_get_document (f->classroom), PZ_RECORD_LEVEL);
  g_autofree char *choice = say (f, PZ_RECORD_GOAL, PZ_GOAL_STATE, pz_value_text ("paused"));
  g_autofree char *number = say (f, PZ_RECORD_GOAL, PZ_GOAL_TARGET, pz_value_number (87.2));
  g_autofree char *flag = say (f, PZ_RECORD_LEARNER, PZ_LEARNER_ARCHIVED, pz_value_flag (TRUE));
  g_autofree char *none = say (f, PZ_RECORD_GOAL, PZ_GOAL_TARGET, (PzValue) { 0 });
  g_autofree char *gone = NULL, *reference = NULL, *foreign = NULL;
  g_autofree char *as_written_here = g_strdup_printf ("%.1f", 87.2);

  pz_record_set_text (level, PZ_LEVEL_NAME, "Explorer");
  g_assert_true (pz_classroom_save (f->classroom, "New level", NULL));
  reference = say (f, PZ_RECORD_LEARNER, PZ_LEARNER_LEVEL, pz_value_text (pz_record_get_id (level)));
  gone = say (f, PZ_RECORD_LEARNER, PZ_LEARNER_LEVEL, pz_value_text ("abcdefgh"));
  foreign = say (f, PZ_RECORD_LEARNER, -1, pz_value_text ("as it is"));
  g_assert_cmpstr (choice, ==, "Paused");
  g_assert_cmpstr (number, ==, as_written_here);
  g_assert_cmpstr (flag, ==, "Yes");
  g_assert_null (none);
  g_assert_cmpstr (reference, ==, "Explorer");
  g_assert_cmpstr (gone, ==, "no longer known");
  g_assert_cmpstr (foreign, ==, "as it is");
}

static void
test_long_texts_become_one_short_line (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *text = g_strnfill (500, 'x');
  g_autofree char *shortened = pz_value_words_shorten (text);
  g_autofree char *line = pz_value_words_shorten ("one\ntwo");

  g_assert_cmpint (g_utf8_strlen (shortened, -1), ==, 161);
  g_assert_true (g_str_has_suffix (shortened, "…"));
  g_assert_cmpstr (line, ==, "one two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classroom_test_add ("/core/value-words/each-kind-has-its-words", test_each_kind_has_its_words);
  classroom_test_add ("/core/value-words/long-texts-become-one-short-line", test_long_texts_become_one_short_line);
  return g_test_run ();
}
