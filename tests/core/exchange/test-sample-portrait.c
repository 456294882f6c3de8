/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

typedef struct
{
  guint n_needs;   /* as the generator remembers them */
  guint n_written; /* words of needs */
  guint n_supports;
  guint n_strengths;
  guint n_interests;
  char *device;
  char *internet;
  char **lenses;
} Portrait;

static void
portrait_clear (Portrait *self)
{
  g_free (self->device);
  g_free (self->internet);
  g_strfreev (self->lenses);
}

static guint
count_set (PzRecord *record,
           guint     field)
{
  g_auto(GStrv) set = pz_record_dup_set (record, field);

  return g_strv_length (set);
}

/* language: spoken at home; NULL for the school's own alone */
static void
paint (Fixture         *fixture,
       PzSampleLearner  traits,
       const char      *language,
       guint            seed,
       Portrait        *portrait)
{
  PzSampleRun run;
  PzRandom random;
  g_autoptr(PzDocument) document = NULL;
  PzRecord *record;

  sample_run_init (&run, fixture->environment, 1);
  document = sample_run_learner (&run, 0);
  record = pz_document_get_owner (document);
  pz_record_set_add (record, PZ_LEARNER_HOME_LANGUAGES, language != NULL ? language : "English");
  pz_random_init (&random, seed);
  pz_sample_fill_portrait (&run, &traits, record, &random);
  *portrait = (Portrait) {
    traits.n_needs, count_set (record, PZ_LEARNER_NEEDS), count_set (record, PZ_LEARNER_SUPPORTS),
    count_set (record, PZ_LEARNER_STRENGTHS), count_set (record, PZ_LEARNER_INTERESTS),
    g_strdup (pz_record_get_text (record, PZ_LEARNER_DEVICE_AT_HOME)),
    g_strdup (pz_record_get_text (record, PZ_LEARNER_INTERNET_AT_HOME)), pz_record_dup_set (record, PZ_LEARNER_LENS_VALUES),
  };
  pz_sample_end_run (&run);
}

static void
test_needs_go_with_ability_and_not_with_attention (Fixture       *fixture,
                                                   gconstpointer  data)
{
  static const struct { gint64 ability; PzSampleAttention attention; guint n_needs; const char *support; } rows[] = {
    { -700, PZ_SAMPLE_SEEN_OFTEN, 3, "lens1:some support" }, { -600, PZ_SAMPLE_SEEN_OFTEN, 2, "lens1:none" },
    { 499, PZ_SAMPLE_SEEN_SOMETIMES, 2, "lens1:none" }, { 500, PZ_SAMPLE_SEEN_SOMETIMES, 1, "lens1:none" },
    { 1300, PZ_SAMPLE_SEEN_SOMETIMES, 1, "lens1:none" }, { 0, PZ_SAMPLE_SEEN_SELDOM, 3, "lens1:some support" },
    { -700, PZ_SAMPLE_SEEN_SELDOM, 4, "lens1:support plan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint seed = 0; seed < 20; seed++)
      {
        PzSampleLearner traits = { .ability = rows[i].ability, .attention = rows[i].attention };
        Portrait portrait;

        g_test_message ("row %" G_GSIZE_FORMAT, i);
        paint (fixture, traits, NULL, seed, &portrait);
        g_assert_cmpuint (portrait.n_needs, ==, rows[i].n_needs);
        /* the same word may be drawn twice */
        g_assert_cmpuint (portrait.n_written, >=, 1);
        g_assert_cmpuint (portrait.n_written, <=, rows[i].n_needs);
        g_assert_cmpuint (portrait.n_supports, >=, 1);
        g_assert_cmpuint (portrait.n_strengths, >=, 1);
        g_assert_cmpuint (portrait.n_interests, >=, 1);
        g_assert_true (g_strv_contains ((const char *const *) portrait.lenses, rows[i].support));
        portrait_clear (&portrait);
      }
}

static void
test_who_does_very_well_may_need_nothing (Fixture       *fixture,
                                          gconstpointer  data)
{
  guint n_without = 0;

  for (guint seed = 0; seed < 100; seed++)
    {
      PzSampleLearner traits = { .ability = 1500 };
      Portrait portrait;

      paint (fixture, traits, NULL, seed, &portrait);
      g_assert_cmpuint (portrait.n_needs, <=, 1);
      g_assert_cmpuint (portrait.n_written, ==, portrait.n_needs);
      if (portrait.n_needs == 0)
        {
          g_assert_cmpuint (portrait.n_supports, ==, 0);
          n_without++;
        }
      portrait_clear (&portrait);
    }
  g_assert_cmpuint (n_without, >, 25);
  g_assert_cmpuint (n_without, <, 75);
}

static void
test_unsteady_access_shows_at_home (Fixture       *fixture,
                                    gconstpointer  data)
{
  guint n_asked = 0;

  for (guint seed = 0; seed < 200; seed++)
    {
      PzSampleLearner traits = { .unsteady_access = seed % 2 == 0 };
      Portrait portrait;

      paint (fixture, traits, NULL, seed, &portrait);
      g_assert_true (g_strv_contains ((const char *const *) portrait.lenses,
                                      traits.unsteady_access ? "lens2:unsteady" : "lens2:steady"));
      if (portrait.device != NULL)
        {
          n_asked++;
          if (traits.unsteady_access)
            g_assert_cmpstr (portrait.device, !=, "own");
          else
            g_assert_cmpstr (portrait.device, !=, "none");
          g_assert_cmpint (g_strcmp0 (portrait.internet, "steady") == 0, ==, !traits.unsteady_access);
        }
      portrait_clear (&portrait);
    }
  /* not everybody has been asked yet */
  g_assert_cmpuint (n_asked, >, 160);
  g_assert_cmpuint (n_asked, <, 200);
}

static void
test_the_lens_of_languages (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct { const char *language, *value; } rows[]
      = { { NULL, "lens0:school language" }, { "Greek", "lens0:another language" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzSampleLearner traits = { 0 };
      Portrait portrait;

      paint (fixture, traits, rows[i].language, 1, &portrait);
      g_assert_cmpuint (g_strv_length (portrait.lenses), ==, PZ_SAMPLE_N_LENSES);
      g_assert_true (g_strv_contains ((const char *const *) portrait.lenses, rows[i].value));
      portrait_clear (&portrait);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-portrait/needs-go-with-ability-and-not-with-attention",
                    test_needs_go_with_ability_and_not_with_attention);
  fixture_test_add ("/core/sample-portrait/who-does-very-well-may-need-nothing",
                    test_who_does_very_well_may_need_nothing);
  fixture_test_add ("/core/sample-portrait/unsteady-access-shows-at-home", test_unsteady_access_shows_at_home);
  fixture_test_add ("/core/sample-portrait/the-lens-of-languages", test_the_lens_of_languages);
  return g_test_run ();
}
