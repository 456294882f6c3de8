/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"
#include "pz-group-proof.h"

static void
test_every_verdict_has_a_name (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < PZ_N_GROUP_VERDICTS; i++)
    g_assert_true (g_hash_table_add (names, (gpointer) pz_group_verdict_get_name ((PzGroupVerdict) i)));
}

/* chance is worth 4 here: two criteria of 1 x 3 and 2 x 1/2 */
static PzGroupProblem *
make_problem (void)
{
  static const int values[] = { 0, 0, 1, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  PzGroupProblem *problem;

  pz_group_builder_set_raw (builder);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  pz_group_builder_add_values (builder, PZ_CRITERION_COVER, 2, values);
  problem = fixture_build (builder);
  g_array_index (problem->criteria, PzGroupCriterion, 0).chance = 3;
  g_array_index (problem->criteria, PzGroupCriterion, 1).chance = 0.5;
  return problem;
}

static void
test_the_gap_is_measured_against_chance (void)
{
  static const struct { PzGroupVerdict verdict; gint64 bound, total; double gap; } rows[] = {
    { PZ_GROUP_PROVEN, 0, 0, 0 },
    /* from a bound of 2 to chance at 4: half a unit is a quarter */
    { PZ_GROUP_WITHIN, 2 * PZ_GROUP_UNIT, 2 * PZ_GROUP_UNIT + PZ_GROUP_UNIT / 2, 25 },
    { PZ_GROUP_WITHIN, 2 * PZ_GROUP_UNIT, 2 * PZ_GROUP_UNIT, 0 },
    { PZ_GROUP_PROVEN_ROUNDED, 2 * PZ_GROUP_UNIT, 2 * PZ_GROUP_UNIT + 200, 0.1 },
    { PZ_GROUP_WITHIN, 0, 4 * PZ_GROUP_UNIT, 100 },
    { PZ_GROUP_WITHIN, 0, 9 * PZ_GROUP_UNIT, 100 },                 /* worse than chance */
    { PZ_GROUP_WITHIN, 4 * PZ_GROUP_UNIT, 4 * PZ_GROUP_UNIT, 100 }, /* chance is as good as can be: nothing to go by */
    { PZ_GROUP_BEST_FOUND, G_MININT64, 0, 100 },
  };
  g_autoptr(PzGroupProblem) problem = make_problem ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupProof proof = { rows[i].verdict, rows[i].bound };
      PzGroupResult result = { NULL, 6, rows[i].total };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpfloat_with_epsilon (pz_group_proof_get_gap (&proof, problem, &result), rows[i].gap, 1e-9);
    }
}

static void
test_only_what_is_proven_is_called_so (void)
{
  /* with the point or comma of the locale */
  g_autofree char *within = g_strdup_printf ("Best found, at most %.1f %% from perfect.", 25.0);
  const char *const texts[PZ_N_GROUP_VERDICTS] = {
    [PZ_GROUP_BEST_FOUND] = "Best found.",
    [PZ_GROUP_WITHIN] = within,
    [PZ_GROUP_PROVEN_ROUNDED] = "Proven best, but for rounding, for these settings.",
    [PZ_GROUP_PROVEN] = "Proven best: no groups are better for these settings.",
    [PZ_GROUP_IMPOSSIBLE] = "Proven: no groups keep all of these rules.",
  };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  PzGroupResult result = { NULL, 6, 2 * PZ_GROUP_UNIT + PZ_GROUP_UNIT / 2 };

  for (guint i = 0; i < PZ_N_GROUP_VERDICTS; i++)
    {
      PzGroupProof proof = { (PzGroupVerdict) i, 2 * PZ_GROUP_UNIT };
      g_autofree char *text = pz_group_proof_dup_text (&proof, problem, &result);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-proof-words/every-verdict-has-a-name", test_every_verdict_has_a_name);
  g_test_add_func ("/core/group-proof-words/the-gap-is-measured-against-chance",
                   test_the_gap_is_measured_against_chance);
  g_test_add_func ("/core/group-proof-words/only-what-is-proven-is-called-so", test_only_what_is_proven_is_called_so);
  return g_test_run ();
}
