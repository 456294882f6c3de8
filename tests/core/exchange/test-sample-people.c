/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

typedef struct
{
  guint n_often, n_sometimes, n_seldom, n_unsteady, n_helped, n_hindered, n_isolated, n_school;
} Shares;

static void
count_shares (const PzSampleRun *run,
              guint              from,
              guint              to,
              Shares            *shares)
{
  *shares = (Shares) { 0 };
  for (guint i = from; i < to; i++)
    {
      const PzSampleLearner *learner = &run->learners[i];

      g_assert_cmpuint (learner->index, ==, i);
      g_assert_cmpuint (learner->culture, <, pz_sample_n_cultures ());
      shares->n_often += learner->attention == PZ_SAMPLE_SEEN_OFTEN;
      shares->n_sometimes += learner->attention == PZ_SAMPLE_SEEN_SOMETIMES;
      shares->n_seldom += learner->attention == PZ_SAMPLE_SEEN_SELDOM;
      shares->n_unsteady += learner->unsteady_access;
      shares->n_helped += learner->speech == PZ_SAMPLE_SPEECH_HELPS;
      shares->n_hindered += learner->speech == PZ_SAMPLE_SPEECH_HINDERS;
      shares->n_isolated += learner->isolate;
      shares->n_school += learner->culture == PZ_SAMPLE_SCHOOL_CULTURE;
    }
}

static void
test_every_section_has_its_shares (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzSampleRun run;

  sample_run_init (&run, fixture->environment, 2 * PZ_SAMPLE_SECTION);
  pz_sample_deal_traits (&run);
  for (guint section = 0; section < 2; section++)
    {
      Shares shares;

      count_shares (&run, section * PZ_SAMPLE_SECTION, (section + 1) * PZ_SAMPLE_SECTION, &shares);
      g_assert_cmpuint (shares.n_often, ==, 4);
      g_assert_cmpuint (shares.n_sometimes, ==, 16);
      g_assert_cmpuint (shares.n_seldom, ==, 8);
      g_assert_cmpuint (shares.n_unsteady, ==, 9);
      g_assert_cmpuint (shares.n_helped, ==, 9);
      g_assert_cmpuint (shares.n_hindered, ==, 3);
      g_assert_cmpuint (shares.n_isolated, ==, 1);
      g_assert_cmpuint (shares.n_school, >=, 6);
    }
  pz_sample_end_run (&run);
}

static void
test_few_learners_have_nobody_left_out (Fixture       *fixture,
                                        gconstpointer  data)
{
  for (guint n = 1; n <= 9; n++)
    {
      PzSampleRun run;
      Shares shares;

      sample_run_init (&run, fixture->environment, n);
      pz_sample_deal_traits (&run);
      count_shares (&run, 0, n, &shares);
      g_assert_cmpuint (shares.n_isolated, ==, n >= 8);
      g_assert_cmpuint (shares.n_often + shares.n_sometimes + shares.n_seldom, ==, n);
      pz_sample_end_run (&run);
    }
}

static void
test_who_does_well_is_noticed (Fixture       *fixture,
                               gconstpointer  data)
{
  PzSampleRun run;
  gint64 often = 0, seldom = 0;
  guint n_often = 0, n_seldom = 0;

  sample_run_init (&run, fixture->environment, 40 * PZ_SAMPLE_SECTION);
  pz_sample_deal_traits (&run);
  for (guint i = 0; i < run.options.n_learners; i++)
    if (run.learners[i].attention == PZ_SAMPLE_SEEN_OFTEN)
      {
        often += run.learners[i].ability;
        n_often++;
      }
    else if (run.learners[i].attention == PZ_SAMPLE_SEEN_SELDOM)
      {
        seldom += run.learners[i].ability;
        n_seldom++;
      }
  /* 500 and -200 are added to what is 0 on average, with a deviation of 1000 / 12.6 and 1000 / 17.9 of the means */
  g_assert_cmpint (ABS (often / n_often - 500), <, 320);
  g_assert_cmpint (ABS (seldom / n_seldom + 200), <, 230);
  pz_sample_end_run (&run);
}

static void
check_absences (const PzSampleRun     *run,
                const PzSampleLearner *learner,
                PzDocument            *document)
{
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_ABSENCE), ==, learner->n_absences);
  for (guint i = 0; i < learner->n_absences; i++)
    {
      PzRecord *absence = fixture_get (document, PZ_RECORD_ABSENCE, i);
      g_autofree char *from = pz_sample_day_to_text (learner->absent_from[i]);

      g_assert_cmpstr (pz_record_get_text (absence, PZ_ABSENCE_FROM), ==, from);
      g_assert_true (pz_sample_is_school_day (run, learner->absent_from[i]));
      g_assert_cmpuint (learner->absent_from[i], >=, run->term_start);
      g_assert_cmpuint (learner->absent_to[i], >=, learner->absent_from[i]);
      g_assert_cmpuint (learner->absent_to[i], <=, run->today);
      g_assert_cmpint (pz_record_is_empty (absence, PZ_ABSENCE_TO), ==, learner->absent_to[i] == learner->absent_from[i]);
    }
}

static void
check_person (PzSampleRun     *run,
              PzSampleLearner *learner,
              PzDocument      *document)
{
  PzRecord *owner = pz_document_get_owner (document);
  g_auto(GStrv) languages = pz_record_dup_set (owner, PZ_LEARNER_HOME_LANGUAGES);
  const char *level = pz_record_get_text (owner, PZ_LEARNER_LEVEL), *born = pz_record_get_text (owner, PZ_LEARNER_BIRTH_DATE);
  guint32 birthday = sample_day (born);

  g_assert_cmpstr (learner->id, ==, pz_document_get_id (document));
  g_assert_cmpstr (learner->name, ==, pz_record_get_text (owner, PZ_LEARNER_GIVEN_NAME));
  g_assert_true (g_strv_contains ((const char *const *) languages, pz_sample_language (learner->culture)));
  /* ten or eleven when the term begins */
  g_assert_cmpuint (run->term_start - birthday, >=, 3652);
  g_assert_cmpuint (run->term_start - birthday, <, 3652 + 600);
  if (level != NULL)
    g_assert_cmpstr (level, ==, learner->ability < -900 ? "level0" : learner->ability < 100 ? "level1"
                                : learner->ability < 1000 ? "level2" : "level3");
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_CONTACT), >=, 1);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_CONTACT), <=, 3);
  g_assert_false (pz_record_is_empty (owner, PZ_LEARNER_STRENGTHS));
  check_absences (run, learner, document);
}

static void
test_people_are_told_whole_and_apart (Fixture       *fixture,
                                      gconstpointer  data)
{
  PzSampleRun run;
  guint n_levels = 0, n_absences = 0;

  sample_run_init (&run, fixture->environment, 2 * PZ_SAMPLE_SECTION);
  pz_sample_deal_traits (&run);
  for (guint i = 0; i < run.options.n_learners; i++)
    {
      g_autofree char *id = g_strdup_printf ("somebodysomebo%02u", i);
      g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, id, run.clock);

      pz_sample_fill_learner (&run, &run.learners[i], document);
      check_person (&run, &run.learners[i], document);
      n_levels += !pz_record_is_empty (pz_document_get_owner (document), PZ_LEARNER_LEVEL);
      n_absences += run.learners[i].n_absences;
    }
  /* no two of one name, nearly all with a level, and some who were away */
  g_assert_cmpuint (g_hash_table_size (run.names), ==, run.options.n_learners);
  g_assert_cmpuint (n_levels, >, 45);
  g_assert_cmpuint (n_absences, >, 10);
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-people/every-section-has-its-shares", test_every_section_has_its_shares);
  fixture_test_add ("/core/sample-people/few-learners-have-nobody-left-out", test_few_learners_have_nobody_left_out);
  fixture_test_add ("/core/sample-people/who-does-well-is-noticed", test_who_does_well_is_noticed);
  fixture_test_add ("/core/sample-people/people-are-told-whole-and-apart", test_people_are_told_whole_and_apart);
  return g_test_run ();
}
