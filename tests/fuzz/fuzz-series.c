/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-decision.h"
#include "pz-phase-effect.h"
#include "pz-phase-verdict.h"
#include "pz-series-file.h"
#include "pz-series.h"

#include <math.h>

/* the readers are what is looked for here; what takes the square of the points is not given more than this */
#define MAX_POINTS 300

const char *const pz_fuzz_dictionary[] = {
  "values", "score", "compliance", "value", "mt", "day", "date", "phase", ",", ";", "\t", "\r\n", "\"", "NA", "None", "A", "B",
  "2026-09-07", "7/9/2026", "14.09.2026", "1e9", "-1e9", "1e-300", "5e-324", "1,5", "-0", "inf", "nan", "0x10", "'-3",
  "sep=;\n", "\xEF\xBB\xBF", "\xFF\xFE", "1,1,A\n", "1,1,B\n", "2,2,B\n",
  NULL,
};

#define assert_finite(number) g_assert_true (isfinite (number))

static void
check_decision (const PzDecision *decision)
{
  assert_finite (decision->baseline);
  assert_finite (decision->level);
  assert_finite (decision->aimline.pace);
  assert_finite (decision->line.slope);
  assert_finite (decision->line.intercept);
  assert_finite (decision->line.see);
  assert_finite (decision->line.lower);
  assert_finite (decision->line.upper);
  assert_finite (decision->steady.slope);
  assert_finite (decision->steady.lower);
  assert_finite (decision->steady.upper);
  g_assert_true (decision->forecast.chance >= 0 && decision->forecast.chance <= 1);
  if (decision->stage < PZ_STAGE_TREND)
    g_assert_true (decision->trend == PZ_PROPOSAL_NONE && decision->status != PZ_STATUS_ON_THE_WAY
                   && decision->status != PZ_STATUS_NOT_ON_THE_WAY);
  if (decision->stage < PZ_STAGE_FOUR_POINT)
    g_assert_cmpint (decision->four_point, ==, PZ_PROPOSAL_NONE);
}

static void
check_phase (const PzSeriesPhase *phase,
             PzDirection          direction)
{
  g_autofree PzScore *scores = g_new0 (PzScore, phase->n);
  g_autofree double *x = g_new (double, phase->n), *y = g_new (double, phase->n);
  PzDecisionInput input;
  PzDecision decision;
  gsize n;

  for (gsize i = 0; i < phase->n; i++)
    scores[i] = (PzScore) { .day = phase->x[i], .value = phase->y[i] };
  n = pz_series_collect (scores, phase->n, direction, x, y);
  g_assert_true (n > 0 && n <= phase->n);
  for (gsize i = 1; i < n; i++)
    g_assert_true (x[i] > x[i - 1]);
  pz_decision_input_init (&input, x, y, n, direction);
  input.target = phase->y[0] + 10;
  input.due = x[n - 1] + 70;
  pz_decision_make (&input, &decision);
  check_decision (&decision);
}

static void
check_pair (const PzSeriesPhase *a,
            const PzSeriesPhase *b)
{
  const PzPhaseValues before = { a->x, a->y, a->n }, with = { b->x, b->y, b->n };
  PzPhaseVerdict verdict;
  PzCorrectedTau tau;
  PzPhaseChange change;

  pz_phase_verdict_make (a->y, a->n, b->y, b->n, &verdict);
  g_assert_true (verdict.overlap.lower >= 0 && verdict.overlap.lower <= verdict.overlap.nap);
  g_assert_true (verdict.overlap.upper <= 1 && verdict.overlap.upper >= verdict.overlap.nap);
  g_assert_true (verdict.overlap.se >= 0 && isfinite (verdict.overlap.se));
  pz_phase_effect_correct_tau (&before, &with, &tau);
  g_assert_true (tau.tau >= -1 && tau.tau <= 1);
  pz_phase_effect_get_change (&before, &with, &change);
  assert_finite (change.level);
  assert_finite (change.se_level);
}

/* Whatever is read is finite, by time, and leads to numbers that are numbers or to a reason. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzSeriesFile) file = NULL;
  g_autoptr(GError) error = NULL;
  gsize n = 0;

  file = pz_series_file_parse ("series.csv", bytes, messages, &error);
  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    return 0;
  for (guint i = 0; i < file->phases->len; i++)
    {
      const PzSeriesPhase *phase = g_ptr_array_index (file->phases, i);

      g_assert_cmpuint (phase->n, >, 0);
      n += phase->n;
      for (gsize j = 0; j < phase->n; j++)
        {
          assert_finite (phase->x[j]);
          assert_finite (phase->y[j]);
          g_assert_true (j == 0 || phase->x[j] >= phase->x[j - 1]);
        }
      if (phase->n <= MAX_POINTS)
        check_phase (phase, i % 2 == 0 ? PZ_DIRECTION_INCREASE : PZ_DIRECTION_DECREASE);
    }
  g_assert_cmpuint (n, ==, file->n);
  if (file->phases->len >= 2 && file->n <= MAX_POINTS)
    check_pair (g_ptr_array_index (file->phases, 0), g_ptr_array_index (file->phases, 1));
  return 0;
}
