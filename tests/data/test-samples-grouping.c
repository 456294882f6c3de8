/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/grouping/group-files.h"
#include "pz-group-proof.h"

#include <math.h>

/* Classes with a known optimum, and public instances of the maximally diverse grouping problem: the environment says
 * where they are. Their values come from programs that share nothing with this one. */

/* every so many classes */
#define STEP 7

static char **
read_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), "grouping", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  char **lines;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  g_free (text);
  return lines;
}

static void
assert_class (const char *name,
              double      optimum)
{
  g_autofree char *path = g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), "grouping", "class", name, NULL);
  g_autoptr(PzGroupProblem) problem = group_file_read_class (path);
  PzGroupWork work = { 1, 4000000 };
  g_autoptr(PzGroupResult) result = NULL;
  PzGroupProof proof;

  g_test_message ("%s", name);
  g_assert_nonnull (problem);
  result = pz_group_solver_run (problem, &work, NULL);
  g_assert_cmpint (result->broken, ==, 0);
  /* the published value has rounded tables as well: 1e-4 either way, and a half */
  g_assert_cmpfloat_with_epsilon ((double) result->total / PZ_GROUP_UNIT, optimum, 1.5e-4);
  proof = pz_group_proof_run (problem, result, NULL);
  g_assert_cmpint (proof.verdict, ==, PZ_GROUP_PROVEN);
  g_assert_cmpfloat_with_epsilon ((double) result->total / PZ_GROUP_UNIT, optimum, 1.5e-4);
}

static void
test_classes (void)
{
  g_auto(GStrv) lines = read_table ("class_optima.tsv");
  guint n_classes = 0;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (i % STEP != 0)
        continue;
      assert_class (cells[0], g_ascii_strtod (cells[1], NULL));
      n_classes++;
    }
  g_assert_cmpuint (n_classes, >, 10);
}

/* with the proven ones, the optimum; with the others, no more than was ever seen, or this has to be raised */
static void
test_instances (void)
{
  g_auto(GStrv) lines = read_table ("mdgplib_reference.tsv");

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      double n = g_ascii_strtod (cells[1], NULL), best = g_ascii_strtod (cells[4], NULL);
      g_autofree char *file = g_strconcat (cells[0], ".txt", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), "grouping", "mdgplib", file, NULL);
      g_autoptr(PzGroupProblem) problem = NULL;
      g_autoptr(PzGroupResult) result = NULL;
      PzGroupWork work = { 1, 4000000 };

      if (n > 120)
        continue;
      g_test_message ("%s", cells[0]);
      problem = group_file_read_mdgp (path);
      g_assert_nonnull (problem);
      result = pz_group_solver_run (problem, &work, NULL);
      if (n <= 30)
        g_assert_cmpfloat_with_epsilon (-(double) result->total / 1000, best, 1e-3);
      else
        g_assert_cmpfloat (-(double) result->total / 1000, >, 0.99 * best);
    }
}

/* two small ones are proven anew: whole numbers and decimals */
static void
test_instances_are_proven (void)
{
  static const char *const names[] = { "RanInt_n030_ss_01.txt", "RanReal_n030_ss_01.txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PERSONALIZE_SAMPLES"), "grouping", "mdgplib", names[i], NULL);
      g_autoptr(PzGroupProblem) problem = group_file_read_mdgp (path);
      PzGroupWork work = { 1, 1000000 };
      g_autoptr(PzGroupResult) result = pz_group_solver_run (problem, &work, NULL);
      gint64 found = result->total;

      g_test_message ("%s", names[i]);
      g_assert_cmpint (pz_group_proof_run (problem, result, NULL).verdict, ==, PZ_GROUP_PROVEN);
      g_assert_cmpint (result->total, ==, found);
    }
}

int
main (int    argc,
      char **argv)
{
  if (g_getenv ("PERSONALIZE_SAMPLES") == NULL)
    return 77; /* skipped */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/grouping/classes", test_classes);
  g_test_add_func ("/data/grouping/instances", test_instances);
  g_test_add_func ("/data/grouping/instances-are-proven", test_instances_are_proven);
  return g_test_run ();
}
