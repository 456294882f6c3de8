/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-match.h"

#include "classroom-fixture.h"

#define LENS "aaaaaaaaaaaaaaaa"

static void
changed_cb (PzClassroomTraits *traits,
            gboolean          *changed)
{
  *changed = TRUE;
}

static PzClassroomTraits *
load (PzClassroom *classroom)
{
  PzClassroomTraits *traits = pz_classroom_traits_new (classroom);
  gboolean changed = FALSE;

  g_signal_connect (traits, "changed", G_CALLBACK (changed_cb), &changed);
  pz_classroom_traits_load (traits);
  run_until (&changed);
  g_signal_handlers_disconnect_by_func (traits, changed_cb, &changed);
  return traits;
}

/* sets: "needs=Reading;interests=Music" */
static char *
add (PzClassroom *classroom,
     const char  *given,
     const char  *sets)
{
  char *id = add_learner (classroom, given, "Hill");
  g_autoptr(PzDocument) document = load_learner (classroom, id);
  g_auto(GStrv) pairs = g_strsplit (sets, ";", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);
      int field = pz_schema_find_field (PZ_RECORD_LEARNER, pair[0]);

      g_assert_cmpint (field, >=, 0);
      if ((pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field].flags & PZ_FIELD_SET) != 0)
        pz_record_set_add (owner_of (document), (guint) field, pair[1]);
      else
        pz_record_set_text (owner_of (document), (guint) field, pair[1]);
    }
  g_assert_true (pz_classroom_save (classroom, "Add", NULL));
  return id;
}

static void
see (PzClassroom *classroom,
     const char  *id,
     int          days_ago)
{
  g_autoptr(PzDocument) document = load_learner (classroom, id);
  PzRecord *record = pz_document_add (document, PZ_RECORD_CHECK_IN);
  GDate date;
  char text[16];

  pz_environment_get_today (pz_classroom_get_environment (classroom), &date);
  g_date_subtract_days (&date, (guint) days_ago);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  pz_record_set_text (record, PZ_CHECK_IN_DATE, text);
  g_assert_true (pz_classroom_save (classroom, "See", NULL));
}

static void
be_away (PzClassroom *classroom,
         const char  *id,
         int          from_days_ago,
         int          to_days_ago)
{
  g_autoptr(PzDocument) document = load_learner (classroom, id);
  PzRecord *record = pz_document_add (document, PZ_RECORD_ABSENCE);
  GDate from, to;
  char text[16];

  pz_environment_get_today (pz_classroom_get_environment (classroom), &from);
  to = from;
  g_date_subtract_days (&from, (guint) from_days_ago);
  g_date_subtract_days (&to, (guint) to_days_ago);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &from);
  pz_record_set_text (record, PZ_ABSENCE_FROM, text);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &to);
  pz_record_set_text (record, PZ_ABSENCE_TO, text);
  g_assert_true (pz_classroom_save (classroom, "Away", NULL));
}

/* "A" for a match, "a" for not known, nothing otherwise: by the first letters of given names, in their order */
static char *
ask (PzClassroom       *classroom,
     PzClassroomTraits *traits,
     const char        *filter_text,
     const char        *search)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_parse (filter_text, NULL);
  g_autoptr(PzLearnerMatch) match = NULL;
  GString *found = g_string_new (NULL);

  g_assert_nonnull (filter);
  match = pz_learner_match_new (index, traits, filter, search);
  for (char letter = 'A'; letter <= 'Z'; letter++)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
      {
        PzMatch answer;

        if (pz_index_peek_given_name (index, i)[0] != letter)
          continue;
        answer = pz_learner_match_test (match, i, NULL);
        if (answer != PZ_MATCH_NO)
          g_string_append_c (found, answer == PZ_MATCH_YES ? letter : g_ascii_tolower (letter));
      }
  return g_string_free (found, FALSE);
}

#define assert_found(traits, filter, search, expected)                                                                  \
  G_STMT_START                                                                                                          \
  {                                                                                                                     \
    g_autofree char *found = ask (f->classroom, traits, filter, search);                                                \
    g_assert_cmpstr (found, ==, expected);                                                                              \
  }                                                                                                                     \
  G_STMT_END

static void
test_or_inside_a_field_and_between_fields (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "interests=Music;needs=Reading long words");
  g_autofree char *ben = add (f->classroom, "Ben", "interests=Football;needs=Reading long words");
  g_autofree char *cem = add (f->classroom, "Cem", "interests=music;needs=Time to answer");
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);

  assert_found (traits, "{\"interests\":[\"Music\"]}", NULL, "AC");
  assert_found (traits, "{\"interests\":[\"MUSIC\",\"Football\"]}", NULL, "ABC");
  assert_found (traits, "{\"interests\":[\"Music\"],\"needs\":[\"Reading long words\"]}", NULL, "A");
  assert_found (traits, "{\"interests\":[\"Chess\"]}", NULL, "");
  assert_found (traits, "{}", NULL, "ABC");
}

static void
test_who_has_no_value_is_not_known (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "interests=Music;needs=Reading");
  g_autofree char *ben = add (f->classroom, "Ben", "needs=Reading");
  g_autofree char *cem = add (f->classroom, "Cem", "");
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);
  PzIndex *index = pz_classroom_get_index (f->classroom);
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_parse ("{\"needs\":[\"Reading\"],\"interests\":[\"Music\"]}", NULL);
  g_autoptr(PzLearnerMatch) match = pz_learner_match_new (index, traits, filter, NULL);
  guint64 unknown = 0;
  guint position;

  assert_found (traits, "{\"interests\":[\"Music\"]}", NULL, "Abc");
  assert_found (traits, "{\"interests\":[\"Football\"]}", NULL, "bc");
  assert_found (traits, "{\"interests\":[\"Music\"],\"needs\":[\"Writing\"]}", NULL, "c");
  g_assert_true (pz_index_find (index, ben, &position));
  g_assert_cmpint (pz_learner_match_test (match, position, &unknown), ==, PZ_MATCH_UNKNOWN);
  g_assert_cmpuint (unknown, ==, 2); /* the second group */
}

static void
test_level_and_lens (ClassroomFixture *f,
                     gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "level=aaaaaaaaaaaaaaaa;lens-values=" LENS ":often");
  g_autofree char *ben = add (f->classroom, "Ben", "level=bbbbbbbbbbbbbbbb;lens-values=" LENS ":rarely");
  g_autofree char *cem = add (f->classroom, "Cem", "lens-values=bbbbbbbbbbbbbbbb:often");
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);

  assert_found (traits, "{\"level\":[\"aaaaaaaaaaaaaaaa\"]}", NULL, "Ac");
  assert_found (traits, "{\"lens:" LENS "\":[\"often\"]}", NULL, "Ac");
  assert_found (traits, "{\"lens:" LENS "\":[\"often\",\"rarely\"]}", NULL, "ABc");
}

static void
test_search_combines_names_and_traits (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "interests=Music;needs=Reading long words");
  g_autofree char *ben = add (f->classroom, "Ben", "interests=Music");
  g_autofree char *cem = add (f->classroom, "Cem", "needs=Reading;lens-values=" LENS ":music");
  g_autoptr(PzClassroomTraits) traits = load (f->classroom);

  assert_found (traits, "{}", "music reading", "A");
  assert_found (traits, "{}", "MUS", "AB");
  assert_found (traits, "{}", "ben musi hill", "B");
  assert_found (traits, "{\"needs\":[\"Reading\"]}", "hill", "bC");
  assert_found (NULL, "{\"needs\":[\"Reading\"]}", "ada", "A");
}

static void
test_rhythm_counts_school_days_without_absences (ClassroomFixture *f,
                                                 gconstpointer     data)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (f->classroom));
  g_autofree char *ada = add (f->classroom, "Ada", "");
  g_autofree char *ben = add (f->classroom, "Ben", "");
  g_autofree char *cem = add (f->classroom, "Cem", "");
  g_autofree char *dia = add (f->classroom, "Dia", "");
  g_autoptr(PzClassroomTraits) traits = NULL;

  see (f->classroom, ada, 1);
  see (f->classroom, ben, 28);
  see (f->classroom, cem, 28);
  be_away (f->classroom, cem, 27, 2);
  traits = load (f->classroom);
  assert_found (traits, "{\"seen\":[\"overdue\"]}", NULL, "abcd"); /* the class has no rhythm */
  pz_record_set_number (owner, PZ_CLASSROOM_CHECK_IN_EVERY, 10);
  assert_found (traits, "{\"seen\":[\"overdue\"]}", NULL, "BD");
  pz_record_set_number (owner, PZ_CLASSROOM_CHECK_IN_EVERY, 21); /* four weeks have 20 days of school */
  assert_found (traits, "{\"seen\":[\"overdue\"]}", NULL, "D");
}

/* any of the reasons will do */
static void
test_attention_has_many_reasons (ClassroomFixture *f,
                                 gconstpointer     data)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (f->classroom));
  g_autofree char *ada = add (f->classroom, "Ada", "");
  g_autofree char *ben = add (f->classroom, "Ben", "");
  g_autofree char *cem = add (f->classroom, "Cem", "");
  g_autofree char *dia = add (f->classroom, "Dia", "");
  g_autofree char *eva = add (f->classroom, "Eva", "");
  g_autoptr(PzGoalNeeds) goals = pz_goal_needs_new ();
  g_autoptr(PzClassroomTraits) traits = NULL;

  see (f->classroom, ada, 28);
  see (f->classroom, ben, 28);
  be_away (f->classroom, ben, 1, 0);
  for (guint i = 0; i < 3; i++)
    see (f->classroom, i == 0 ? cem : i == 1 ? dia : eva, 0);
  traits = pz_classroom_traits_new (f->classroom);
  /* what goals wait for is not known yet, and there is no rhythm */
  assert_found (traits, "{\"attention\":[\"yes\"]}", NULL, "abcde");
  pz_goal_needs_add (goals, cem, PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (goals, dia, PZ_GOAL_NEED_DECISION);
  pz_goal_needs_add (goals, eva, PZ_GOAL_NEED_NOTHING);
  pz_classroom_traits_set_goals (traits, goals);
  assert_found (traits, "{\"attention\":[\"yes\"]}", NULL, "abCD");
  pz_record_set_number (owner, PZ_CLASSROOM_CHECK_IN_EVERY, 10);
  assert_found (traits, "{\"attention\":[\"yes\"]}", NULL, "ACD"); /* who is away cannot be seen today */
  g_assert_true (pz_classroom_save (f->classroom, "Rhythm", NULL));
  classroom_fixture_damage (f, eva);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  assert_found (traits, "{\"attention\":[\"yes\"]}", NULL, "ACDE");
}

static void
count_cb (PzClassroomTraits *traits,
          guint             *n)
{
  (*n)++;
}

static void
test_goals_are_told_once (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (f->classroom);
  g_autoptr(PzGoalNeeds) goals = pz_goal_needs_new ();
  g_autoptr(PzGoalNeeds) same = pz_goal_needs_new ();
  guint n = 0;

  g_assert_null (pz_classroom_traits_get_goals (traits));
  g_signal_connect (traits, "changed", G_CALLBACK (count_cb), &n);
  pz_goal_needs_add (goals, "ada", PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (same, "ada", PZ_GOAL_NEED_DATA);
  pz_classroom_traits_set_goals (traits, goals);
  pz_classroom_traits_set_goals (traits, same);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (pz_classroom_traits_get_goals (traits) == goals);
}

static void
test_absent_today_and_archived (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "");
  g_autofree char *ben = add (f->classroom, "Ben", "");
  g_autofree char *cem = add (f->classroom, "Cem", "");
  g_autoptr(PzDocument) document = load_learner (f->classroom, cem);
  g_autoptr(PzClassroomTraits) traits = NULL;

  be_away (f->classroom, ada, 1, 0);
  be_away (f->classroom, ben, 9, 1);
  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_save (f->classroom, "Archive", NULL));
  traits = load (f->classroom);
  assert_found (traits, "{\"absent\":[\"today\"]}", NULL, "A");
  assert_found (traits, "{\"archived\":[\"yes\"]}", NULL, "C");
}

static void
test_waits_for_what_must_be_read (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *ada = add (f->classroom, "Ada", "needs=Reading;level=aaaaaaaaaaaaaaaa");
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (f->classroom);
  g_autoptr(PzLearnerFilter) needs = pz_learner_filter_parse ("{\"needs\":[\"Reading\"]}", NULL);
  g_autoptr(PzLearnerFilter) level = pz_learner_filter_parse ("{\"level\":[\"aaaaaaaaaaaaaaaa\"]}", NULL);
  PzIndex *index = pz_classroom_get_index (f->classroom);
  g_autoptr(PzLearnerMatch) by_need = pz_learner_match_new (index, traits, needs, NULL);
  g_autoptr(PzLearnerMatch) by_level = pz_learner_match_new (index, traits, level, NULL);
  g_autoptr(PzLearnerMatch) nothing = pz_learner_match_new (index, traits, NULL, " ");

  g_assert_true (pz_learner_match_is_pending (by_need));
  g_assert_cmpint (pz_learner_match_test (by_need, 0, NULL), ==, PZ_MATCH_NO);
  g_assert_false (pz_learner_match_is_pending (by_level));
  g_assert_cmpint (pz_learner_match_test (by_level, 0, NULL), ==, PZ_MATCH_YES);
  g_assert_false (pz_learner_match_is_trivial (by_level));
  g_assert_true (pz_learner_match_is_trivial (nothing));
}

#define ADD(path, function) classroom_test_add ("/core/learner-match/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("or-inside-a-field-and-between-fields", test_or_inside_a_field_and_between_fields);
  ADD ("who-has-no-value-is-not-known", test_who_has_no_value_is_not_known);
  ADD ("level-and-lens", test_level_and_lens);
  ADD ("search-combines-names-and-traits", test_search_combines_names_and_traits);
  ADD ("rhythm-counts-school-days-without-absences", test_rhythm_counts_school_days_without_absences);
  ADD ("attention-has-many-reasons", test_attention_has_many_reasons);
  ADD ("goals-are-told-once", test_goals_are_told_once);
  ADD ("absent-today-and-archived", test_absent_today_and_archived);
  ADD ("waits-for-what-must-be-read", test_waits_for_what_must_be_read);
  return g_test_run ();
}
