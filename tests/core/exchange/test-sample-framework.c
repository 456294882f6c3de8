/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

static PzDocument *
add (PzSampleRun *run)
{
  pz_sample_add_framework (run);
  g_assert_cmpuint (run->unsaved->len, ==, 1);
  return g_ptr_array_index (run->unsaved, 0);
}

static void
test_a_framework_is_to_be_saved (Fixture       *fixture,
                                 gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document;

  sample_run_init (&run, fixture->environment, 1);
  document = add (&run);
  g_assert_cmpint (pz_document_get_kind (document), ==, PZ_DOCUMENT_FRAMEWORK);
  g_assert_cmpstr (pz_document_get_id (document), ==, "sample-framework");
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_FRAMEWORK_LANGUAGE), ==, "en");
  g_assert_false (pz_record_is_empty (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE));
  pz_sample_end_run (&run);
}

static void
test_every_standard_stands_below_one_of_its_code (Fixture       *fixture,
                                                  gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document;
  guint n_roots = 0;

  sample_run_init (&run, fixture->environment, 1);
  document = add (&run);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_STANDARD), >=, 30);
  for (guint i = 0; i < fixture_count (document, PZ_RECORD_STANDARD); i++)
    {
      PzRecord *standard = fixture_get (document, PZ_RECORD_STANDARD, i);
      g_auto(GStrv) parents = pz_record_dup_set (standard, PZ_STANDARD_PARENTS);
      const char *code = pz_record_get_text (standard, PZ_STANDARD_CODE);
      PzRecord *parent;

      g_assert_false (pz_record_is_empty (standard, PZ_STANDARD_STATEMENT));
      if (g_str_equal (pz_record_get_text (standard, PZ_STANDARD_KIND), "Domain"))
        {
          g_assert_cmpuint (g_strv_length (parents), ==, 0);
          n_roots++;
          continue;
        }
      g_assert_cmpuint (g_strv_length (parents), ==, 1);
      parent = pz_document_find (document, parents[0]);
      g_assert_nonnull (parent);
      g_assert_true (g_str_has_prefix (code, pz_record_get_text (parent, PZ_STANDARD_CODE)));
    }
  g_assert_cmpuint (n_roots, ==, 3);
  pz_sample_end_run (&run);
}

static void
test_goals_work_at_a_standard_that_is_there (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const struct { const char *title, *standard; } rows[] = {
    { "Reads aloud fluently", "sample-r-1-2" }, { "Knows the multiplication facts", "sample-m-1-1" },
    { "A diary of the school garden", "sample-w-2-3" }, { "Brings homework", NULL }, { NULL, NULL },
  };
  PzSampleRun run;
  PzDocument *document;

  sample_run_init (&run, fixture->environment, 1);
  document = add (&run);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzRecord *goal = pz_document_add (run.classroom, PZ_RECORD_GOAL);

      pz_record_set_text (goal, PZ_GOAL_TITLE, rows[i].title);
      pz_sample_set_standard (goal);
      g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_STANDARD), ==, rows[i].standard);
      if (rows[i].standard != NULL)
        g_assert_nonnull (pz_document_find (document, rows[i].standard));
    }
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-framework/a-framework-is-to-be-saved", test_a_framework_is_to_be_saved);
  fixture_test_add ("/core/sample-framework/every-standard-stands-below-one-of-its-code",
                    test_every_standard_stands_below_one_of_its_code);
  fixture_test_add ("/core/sample-framework/goals-work-at-a-standard-that-is-there",
                    test_goals_work_at_a_standard_that_is_there);
  return g_test_run ();
}
