/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-activity.h"
#include "sample-run-fixture.h"

#include <string.h>

#define N_LEARNERS 9
/* who works with hardly anybody, who was away in the third week, whom the teacher sees often, and sometimes */
#define ISOLATE 3
#define AWAY 5
#define OFTEN 0
#define SOMETIMES_UNTIL 2

/* The weeks of the fixture, as one section spent them. */
typedef struct
{
  Fixture base; /* of those that are set up and filled */
  PzSampleRun run;
  GPtrArray *activities; /* PzDocument, as they are on disk */
} Weeks;

static void
weeks_init (Weeks   *self,
            Fixture *fixture,
            guint    n_learners)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "class", NULL);
  g_autoptr(GError) error = NULL;
  PzSampleRun *run = &self->run;

  self->activities = NULL;
  sample_run_init (run, fixture->environment, n_learners);
  run->store = pz_store_open (fixture->environment, path, PZ_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_strlcpy (run->shared_goals[0], "sharedgoal", sizeof run->shared_goals[0]);
  for (guint i = 0; i < n_learners; i++)
    {
      run->learners[i].isolate = i == ISOLATE;
      run->learners[i].attention = i == OFTEN ? PZ_SAMPLE_SEEN_OFTEN
                                   : i <= SOMETIMES_UNTIL ? PZ_SAMPLE_SEEN_SOMETIMES : PZ_SAMPLE_SEEN_SELDOM;
    }
  if (n_learners > AWAY)
    {
      run->learners[AWAY].n_absences = 1;
      run->learners[AWAY].absent_from[0] = sample_day ("2026-11-16");
      run->learners[AWAY].absent_to[0] = sample_day ("2026-11-20");
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  PzRecord *left = pz_document_get_owner (*(PzDocument *const *) a), *right = pz_document_get_owner (*(PzDocument *const *) b);
  int order = strcmp (pz_record_get_text (left, PZ_ACTIVITY_DATE), pz_record_get_text (right, PZ_ACTIVITY_DATE));

  if (order == 0)
    order = strcmp (pz_record_get_text (left, PZ_ACTIVITY_TITLE), pz_record_get_text (right, PZ_ACTIVITY_TITLE));
  return order != 0 ? order : (int) pz_record_is_empty (right, PZ_ACTIVITY_REGULAR) - (int) pz_record_is_empty (left, PZ_ACTIVITY_REGULAR);
}

/* fills the weeks of a section, and reads them again; by day, a regular activity before what was made of it */
static void
weeks_fill (Weeks *self,
            guint  section)
{
  g_autofree char *path = g_build_filename (pz_store_get_path (self->run.store), "activities", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = NULL;
  const char *name;

  g_assert_true (pz_sample_add_activities (&self->run, section, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->run.unsaved->len, ==, 0);
  self->activities = g_ptr_array_new_with_free_func (g_object_unref);
  folder = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *id = g_strndup (name, strcspn (name, "."));
      g_autofree char *text = NULL;
      g_autoptr(GBytes) bytes = NULL;
      PzDocument *document;

      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      bytes = g_bytes_new (text, strlen (text));
      document = pz_document_parse (PZ_DOCUMENT_ACTIVITY, id, bytes, self->run.clock, &error);
      g_assert_no_error (error);
      g_ptr_array_add (self->activities, document);
    }
  g_ptr_array_sort (self->activities, compare_days);
}

static void
weeks_clear (Weeks *self)
{
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  pz_sample_end_run (&self->run);
}

static const char *
text_of (PzDocument *activity,
         guint       field)
{
  return pz_record_get_text (pz_document_get_owner (activity), field);
}

static gboolean
is_regular (PzDocument *activity)
{
  return text_of (activity, PZ_ACTIVITY_REGULAR) == NULL;
}

static PzRecord *
find_part (PzDocument *activity,
           guint       learner)
{
  g_autofree char *id = g_strdup_printf ("learner%u", learner);

  for (guint i = 0; i < fixture_count (activity, PZ_RECORD_PARTICIPATION); i++)
    if (g_strcmp0 (pz_record_get_text (fixture_get (activity, PZ_RECORD_PARTICIPATION, i), PZ_PARTICIPATION_LEARNER), id) == 0)
      return fixture_get (activity, PZ_RECORD_PARTICIPATION, i);
  return NULL;
}

/* what is on which day, and how many take part; not on days without school */
static void
test_the_weeks_up_to_a_few_days_ahead (Weeks         *weeks,
                                       gconstpointer  data)
{
  static const char expected[] =
    "2026-11-02 pairs held 8\n"
    "2026-11-03 groups held 9\n"
    "2026-11-04 alone held 9\n"
    "2026-11-05 one-to-one held 3\n"
    "2026-11-05 alone held 9\n"
    "2026-11-06 whole-class held 9\n"
    "2026-11-06 groups held 9\n"
    "2026-11-09 pairs held 8\n"
    "2026-11-11 alone held 9\n"
    "2026-11-12 alone held 9\n"
    "2026-11-13 whole-class held 9\n"
    "2026-11-16 pairs held 8\n"
    "2026-11-17 groups held 8\n"
    "2026-11-18 alone held 9\n"
    "2026-11-19 one-to-one held 3\n"
    "2026-11-19 alone held 9\n"
    "2026-11-20 whole-class held 9\n"
    "2026-11-23 pairs held 8\n"
    "2026-11-24 groups held 8\n"
    "2026-11-25 alone planned 9\n" /* today */
    "2026-11-26 alone planned 9\n"
    "2026-11-27 whole-class planned 9\n"
    "2026-11-27 groups planned 8\n";
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < weeks->activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks->activities, i);

      if (!is_regular (activity))
        g_string_append_printf (found, "%s %s %s %u\n", text_of (activity, PZ_ACTIVITY_DATE), text_of (activity, PZ_ACTIVITY_SETTING),
                                text_of (activity, PZ_ACTIVITY_STATE), fixture_count (activity, PZ_RECORD_PARTICIPATION));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* one for each of the week, from its first day on; what was made of it says so */
static void
test_what_repeats_fills_the_calendar (Weeks         *weeks,
                                      gconstpointer  data)
{
  static const struct { const char *date, *title; guint every; } expected[] = {
    { "2026-11-02", "Reading in pairs", 1 },       { "2026-11-03", "Bridges in our town", 1 },
    { "2026-11-04", "Weekly plan", 1 },            { "2026-11-05", "Conferences about texts", 2 },
    { "2026-11-05", "Maths facts on tablets", 1 }, { "2026-11-06", "News of the week", 1 },
    { "2026-11-06", "One story, four authors", 3 },
  };
  PzDocument *regular[G_N_ELEMENTS (expected)];
  guint n = 0;

  for (guint i = 0; i < weeks->activities->len; i++)
    if (is_regular (g_ptr_array_index (weeks->activities, i)))
      {
        PzDocument *activity = g_ptr_array_index (weeks->activities, i);

        g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
        g_assert_cmpstr (text_of (activity, PZ_ACTIVITY_TITLE), ==, expected[n].title);
        g_assert_cmpstr (text_of (activity, PZ_ACTIVITY_DATE), ==, expected[n].date);
        g_assert_cmpstr (text_of (activity, PZ_ACTIVITY_STATE), ==, "planned");
        g_assert_cmpuint (pz_activity_get_repeats (pz_document_get_owner (activity)), ==, expected[n].every);
        g_assert_cmpuint (fixture_count (activity, PZ_RECORD_PARTICIPATION), ==, 0);
        g_assert_false (pz_record_is_empty (pz_document_get_owner (activity), PZ_ACTIVITY_AIMS));
        g_assert_false (pz_record_is_empty (pz_document_get_owner (activity), PZ_ACTIVITY_STRATEGIES));
        regular[n++] = activity;
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < weeks->activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks->activities, i);
      guint of = 0;

      if (is_regular (activity))
        continue;
      while (g_strcmp0 (text_of (activity, PZ_ACTIVITY_REGULAR), pz_document_get_id (regular[of])) != 0)
        g_assert_cmpuint (++of, <, n);
      g_assert_cmpstr (text_of (activity, PZ_ACTIVITY_TITLE), ==, expected[of].title);
      g_assert_cmpstr (text_of (activity, PZ_ACTIVITY_REGULAR_DAY), ==, text_of (activity, PZ_ACTIVITY_DATE));
    }
}

/* and of what is still to come nobody knows */
static void
test_who_was_away_did_not_take_part (Weeks         *weeks,
                                     gconstpointer  data)
{
  for (guint i = 0; i < weeks->activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks->activities, i);
      const char *date = text_of (activity, PZ_ACTIVITY_DATE);
      gboolean held = g_str_equal (text_of (activity, PZ_ACTIVITY_STATE), "held");
      gboolean away = strcmp (date, "2026-11-16") >= 0 && strcmp (date, "2026-11-20") <= 0;

      for (guint j = 0; j < N_LEARNERS; j++)
        {
          PzRecord *part = find_part (activity, j);

          if (part != NULL)
            g_assert_cmpstr (pz_record_get_text (part, PZ_PARTICIPATION_PRESENT), ==,
                             !held ? NULL : j == AWAY && away ? "no" : "yes");
        }
    }
}

/* and the teacher asks only whom she sees */
static void
test_one_finds_no_partner_after_two_weeks (Weeks         *weeks,
                                           gconstpointer  data)
{
  for (guint i = 0; i < weeks->activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks->activities, i);
      const char *setting = text_of (activity, PZ_ACTIVITY_SETTING);

      if (is_regular (activity))
        continue;
      if (g_str_equal (setting, "groups") || g_str_equal (setting, "pairs"))
        {
          if (strcmp (text_of (activity, PZ_ACTIVITY_DATE), "2026-11-16") >= 0)
            g_assert_null (find_part (activity, ISOLATE));
          else if (g_str_equal (setting, "groups"))
            g_assert_nonnull (find_part (activity, ISOLATE));
        }
      else if (g_str_equal (setting, "one-to-one"))
        for (guint j = 0; j < N_LEARNERS; j++)
          g_assert_cmpint (find_part (activity, j) != NULL, ==, j <= SOMETIMES_UNTIL);
      else
        g_assert_nonnull (find_part (activity, ISOLATE));
    }
}

/* everybody in one of them: pairs of two without roles, groups of four or a little more with roles */
static void
test_groups_and_pairs (Weeks         *weeks,
                       gconstpointer  data)
{
  for (guint i = 0; i < weeks->activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks->activities, i);
      gboolean pairs = g_strcmp0 (text_of (activity, PZ_ACTIVITY_SETTING), "pairs") == 0;
      guint n_groups = fixture_count (activity, PZ_RECORD_GROUP), n_parts = fixture_count (activity, PZ_RECORD_PARTICIPATION);

      if (is_regular (activity) || !pz_setting_has_groups (pz_setting_from_name (text_of (activity, PZ_ACTIVITY_SETTING))))
        {
          g_assert_cmpuint (n_groups, ==, 0);
          continue;
        }
      g_assert_cmpuint (n_groups, ==, n_parts / (pairs ? 2 : 4));
      for (guint j = 0; j < n_groups; j++)
        {
          PzRecord *group = fixture_get (activity, PZ_RECORD_GROUP, j);
          guint n_members = 0;

          g_assert_false (pz_record_is_empty (group, PZ_GROUP_NAME));
          g_assert_cmpfloat (pz_record_get_number (group, PZ_GROUP_ROUND), ==, 1);
          for (guint k = 0; k < n_parts; k++)
            n_members += g_strcmp0 (pz_record_get_text (fixture_get (activity, PZ_RECORD_PARTICIPATION, k), PZ_PARTICIPATION_GROUP),
                                    pz_record_get_id (group)) == 0;
          g_assert_cmpuint (n_members, >=, pairs ? 2 : 4);
          g_assert_cmpuint (n_members, <=, pairs ? 2 : 5);
        }
      for (guint k = 0; k < n_parts; k++)
        {
          PzRecord *part = fixture_get (activity, PZ_RECORD_PARTICIPATION, k);

          g_assert_cmpint (pz_record_is_empty (part, PZ_PARTICIPATION_ROLE), ==, pairs);
          g_assert_nonnull (pz_document_find (activity, pz_record_get_text (part, PZ_PARTICIPATION_GROUP)));
        }
      if (!pairs)
        {
          g_assert_cmpstr (pz_record_get_text (find_part (activity, OFTEN), PZ_PARTICIPATION_ROLE), ==, "Reader");
          g_assert_true (pz_record_set_has (pz_document_get_owner (activity), PZ_ACTIVITY_GOALS, "sharedgoal"));
        }
    }
}

/* whom each learner is with, by number; "-" for nobody */
static char *
list_partners (PzDocument *activity)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_LEARNERS; i++)
    {
      PzRecord *part = find_part (activity, i);
      guint partner = N_LEARNERS;

      for (guint j = 0; part != NULL && j < N_LEARNERS; j++)
        {
          PzRecord *other = find_part (activity, j);

          if (j != i && other != NULL && g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_GROUP),
                                                    pz_record_get_text (other, PZ_PARTICIPATION_GROUP)) == 0)
            partner = j;
        }
      if (partner < N_LEARNERS)
        g_string_append_printf (text, "%u ", partner);
      else
        g_string_append (text, "- ");
    }
  return g_string_free (text, FALSE);
}

/* the pairs of most weeks are those of the week before */
static void
test_neighbours_stay_together (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *before = NULL;
  guint n_weeks = 0, n_same = 0;
  Weeks weeks;

  weeks_init (&weeks, fixture, N_LEARNERS);
  weeks.run.today = sample_day ("2027-01-29");
  weeks_fill (&weeks, 0);
  for (guint i = 0; i < weeks.activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks.activities, i);
      g_autofree char *partners = NULL;

      if (is_regular (activity) || g_strcmp0 (text_of (activity, PZ_ACTIVITY_SETTING), "pairs") != 0
          || strcmp (text_of (activity, PZ_ACTIVITY_DATE), "2026-11-16") < 0)
        continue;
      partners = list_partners (activity);
      n_weeks += before != NULL;
      n_same += g_strcmp0 (before, partners) == 0;
      g_free (before);
      before = g_steal_pointer (&partners);
    }
  g_assert_cmpuint (n_weeks, ==, 11);
  g_assert_cmpuint (n_same, >=, 5);
  g_assert_cmpuint (n_same, <, 11);
  weeks_clear (&weeks);
}

/* no partner, no empty group, and nothing that cannot be read */
static void
test_one_learner_alone (Fixture       *fixture,
                        gconstpointer  data)
{
  Weeks weeks;

  weeks_init (&weeks, fixture, 1);
  weeks_fill (&weeks, 0);
  for (guint i = 0; i < weeks.activities->len; i++)
    {
      PzDocument *activity = g_ptr_array_index (weeks.activities, i);

      if (!is_regular (activity))
        g_assert_cmpuint (fixture_count (activity, PZ_RECORD_PARTICIPATION), ==,
                          g_strcmp0 (text_of (activity, PZ_ACTIVITY_SETTING), "pairs") != 0);
    }
  weeks_clear (&weeks);
}

static void
test_of_a_section_only_its_learners (Fixture       *fixture,
                                     gconstpointer  data)
{
  Weeks weeks;

  weeks_init (&weeks, fixture, PZ_SAMPLE_SECTION + 2);
  weeks_fill (&weeks, 1);
  for (guint i = 0; i < weeks.activities->len; i++)
    for (guint j = 0; j < PZ_SAMPLE_SECTION; j++)
      g_assert_null (find_part (g_ptr_array_index (weeks.activities, i), j));
  weeks_clear (&weeks);
}

static void
test_says_when_it_cannot_be_saved (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  Weeks weeks;

  weeks_init (&weeks, fixture, 2);
  path = g_build_filename (pz_store_get_path (weeks.run.store), "activities", NULL);
  g_rmdir (path);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  g_assert_false (pz_sample_add_activities (&weeks.run, 0, &error));
  g_assert_nonnull (error);
  weeks_clear (&weeks);
}

static void
set_up (Weeks         *weeks,
        gconstpointer  data)
{
  fixture_set_up (&weeks->base, data);
  weeks_init (weeks, &weeks->base, N_LEARNERS);
  weeks_fill (weeks, 0);
}

static void
tear_down (Weeks         *weeks,
           gconstpointer  data)
{
  weeks_clear (weeks);
  fixture_tear_down (&weeks->base, data);
}

#define ADD(path, function) fixture_test_add ("/core/sample-activities/" path, function)
/* with the weeks of nine learners filled */
#define ADD_FILLED(path, function) \
  g_test_add ("/core/sample-activities/" path, Weeks, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_FILLED ("the-weeks-up-to-a-few-days-ahead", test_the_weeks_up_to_a_few_days_ahead);
  ADD_FILLED ("what-repeats-fills-the-calendar", test_what_repeats_fills_the_calendar);
  ADD_FILLED ("who-was-away-did-not-take-part", test_who_was_away_did_not_take_part);
  ADD_FILLED ("one-finds-no-partner-after-two-weeks", test_one_finds_no_partner_after_two_weeks);
  ADD_FILLED ("groups-and-pairs", test_groups_and_pairs);
  ADD ("neighbours-stay-together", test_neighbours_stay_together);
  ADD ("one-learner-alone", test_one_learner_alone);
  ADD ("of-a-section-only-its-learners", test_of_a_section_only_its_learners);
  ADD ("says-when-it-cannot-be-saved", test_says_when_it_cannot_be_saved);
  return g_test_run ();
}
