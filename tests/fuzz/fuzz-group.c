/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-group-builder.h"
#include "pz-group-explain.h"
#include "pz-group-proof.h"
#include "pz-group-rotation.h"
#include "pz-group-rules.h"

#include <math.h>
#include <string.h>

const char *const pz_fuzz_dictionary[] = { "\x01", "\x02", "\x03", "\x04", "\x05", "\x06", "\x07", "\xff", "\x7f\xf0", NULL };

/* Numbers out of the bytes; 0 when there are no more. */
typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static guint
take (Source *source)
{
  if (source->left == 0)
    return 0;
  source->left--;
  return *source->data++;
}

/* anything a double may be, now and then what nobody wants */
static double
take_double (Source *source)
{
  guint kind = take (source);

  switch (kind)
    {
    case 0xff:
      return NAN;
    case 0xfe:
      return INFINITY;
    case 0xfd:
      return -1e300;
    case 0xfc:
      return 1e12;
    case 0xfb:
      return 1e-300;
    default:
      return (double) kind - 40;
    }
}

/* one that fits, now and then any */
static PzCriterionKind
take_kind (Source *source,
           guint   way)
{
  guint drawn = take (source);

  if (drawn == 0xff)
    return (PzCriterionKind) (take (source) % (PZ_N_CRITERION_KINDS + 1));
  if (way == 0)
    return drawn % 2 == 0 ? PZ_CRITERION_MIXED : PZ_CRITERION_SIMILAR;
  return (PzCriterionKind) (PZ_CRITERION_SPREAD + drawn % 5);
}

static void
add_criterion (PzGroupBuilder *builder,
               Source         *source,
               guint           n)
{
  g_autofree double *numbers = g_new0 (double, (gsize) n * n + 1);
  g_autofree int *values = g_new0 (int, n + 1);
  g_autofree guint64 *tags = g_new0 (guint64, n + 1);
  guint way = take (source) % 4;
  PzCriterionKind kind = take_kind (source, way);
  double importance = fabs (take_double (source)) / 8;
  guint criterion = 0;

  for (guint i = 0; i < n; i++)
    {
      numbers[i] = take_double (source);
      values[i] = (int) take (source) % (int) (n + 1) - 1;
      tags[i] = (guint64) take (source) << take (source) % 60;
    }
  switch (way)
    {
    case 0:
      criterion = pz_group_builder_add_numbers (builder, kind, importance, numbers);
      break;
    case 1:
      criterion = pz_group_builder_add_values (builder, kind, importance, values);
      break;
    case 2:
      criterion = pz_group_builder_add_tags (builder, kind, importance, tags);
      break;
    default:
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          numbers[i * n + j] = numbers[j * n + i] = take_double (source);
      criterion = pz_group_builder_add_pairs (builder, importance, numbers);
    }
  if (kind >= PZ_CRITERION_NOT_ALONE && kind <= PZ_CRITERION_AT_MOST && take (source) % 4 == 0)
    pz_group_builder_set_must (builder, criterion);
  if (kind == PZ_CRITERION_AT_MOST)
    pz_group_builder_set_limit (builder, criterion, take (source) % 4);
}

static void
add_rules (PzGroupBuilder *builder,
           Source         *source,
           guint           n,
           guint           m)
{
  for (guint k = take (source) % 8; k > 0; k--)
    {
      guint drawn = take (source), a = drawn == 0xff ? 99 : drawn % n, b = take (source) % n;

      if (take (source) % 2 == 0)
        pz_group_builder_together (builder, a, b);
      else
        pz_group_builder_apart (builder, a, b);
      if (take (source) % 8 == 0)
        pz_group_builder_pin (builder, a, take (source) % m);
    }
}

static PzGroupProblem *
build (Source *source)
{
  guint n = take (source) % 13, drawn = take (source), m = drawn % (MIN (n, 5) + 1);
  g_autoptr(PzGroupBuilder) builder = pz_group_builder_new (n);
  g_autofree PzGroupSize *sizes = g_new0 (PzGroupSize, m + 1);
  g_autoptr(GError) error = NULL;
  PzGroupProblem *problem;

  for (guint h = 0; h < m; h++)
    {
      sizes[h].least = 1 + take (source) % 5;
      sizes[h].most = sizes[h].least + take (source) % 3;
      if (take (source) == 0xff)
        sizes[h].most = G_MAXUINT;
    }
  pz_group_builder_set_sizes (builder, sizes, m);
  if (take (source) % 2 == 0)
    pz_group_builder_set_raw (builder);
  for (guint k = take (source) % 4; k > 0; k--)
    add_criterion (builder, source, n);
  add_rules (builder, source, MAX (n, 1), MAX (m, 1));
  problem = pz_group_builder_build (builder, &error);
  g_assert_true ((problem == NULL) == (error != NULL));
  return problem;
}

static void
explain (const PzGroupProblem *problem,
         const PzGroupResult  *result)
{
  g_autofree PzGroupScale *scales = pz_group_explain_scales (problem, 50, NULL);
  g_autoptr(GArray) swaps = pz_group_explain_best_swaps (problem, result->groups, 3, NULL);
  double values[8] = { 0 };

  pz_group_problem_measure (problem, result->groups, values);
  for (guint c = 0; c < pz_group_problem_get_n_criteria (problem); c++)
    {
      double satisfaction = pz_group_explain_satisfaction (&scales[c], values[c]);

      g_assert_true (satisfaction >= 0 && satisfaction <= 100);
    }
  g_assert_cmpuint (swaps->len, <=, 3);
}

/* Whatever is asked for is refused, named as a clash, or answered by groups that are what they say. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N" };
  Source source = { data, size };
  g_autoptr(PzGroupProblem) problem = build (&source);
  g_autoptr(GPtrArray) findings = problem != NULL ? pz_group_rules_check (problem) : NULL;
  PzGroupWork work = { size, 300 };
  PzGroupRounds rounds = { 2, .weight = 1 };
  g_autoptr(PzGroupResult) result = NULL;
  g_autoptr(PzGroupRotation) rotation = NULL;

  if (problem == NULL)
    return 0;
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = pz_group_finding_dup_text (g_ptr_array_index (findings, i), names);

      g_assert_cmpuint (strlen (text), >, 10);
    }
  result = pz_group_solver_run (problem, &work, NULL);
  g_assert_true ((result != NULL) == (findings->len == 0));
  if (result == NULL)
    return 0;
  g_assert_true (pz_group_problem_is_grouping (problem, result->groups));
  pz_group_proof_run (problem, result, NULL);
  g_assert_cmpint (result->total, ==, pz_group_problem_get_total (problem, result->groups));
  explain (problem, result);
  rotation = pz_group_rotation_run (problem, &rounds, &work, NULL);
  g_assert_nonnull (rotation);
  return 0;
}
