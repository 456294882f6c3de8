/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-goal-progress.h"
#include "pz-goal-scan.h"

#include <math.h>
#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "\"format\":", "\"personalize-learner\"", "\"version\":1", "\"id\":", "\"learner\":", "\"deleted\":\"2026-09-11\"",
  "\"archived\":true", "\"goals\":[", "\"phases\":[", "\"measurements\":[", "\"absences\":[", "\"goal\":", "\"title\":",
  "\"measure\":", "\"baseline\":", "\"target\":", "\"start\":\"2026-09-11\"", "\"target-date\":\"2026-12-18\"",
  "\"occasions\":", "\"review-every\":", "\"learners\":[", "\"state\":\"paused\"", "\"strategy\":", "\"value\":1e308",
  "\"value\":-1e308", "\"out-of\":0", "\"independence\":\"with-help\"", "\"not-valid\":true",
  "\"date\":\"0001-01-01\"", "\"date\":\"9999-12-31\"", "\"from\":", "\"to\":", "{", "}", "[", "]", ",", "null",
  NULL,
};

static void
check (PzGoalSource *source)
{
  guint32 before = 0;

  g_assert_true (g_utf8_validate (source->title, -1, NULL));
  g_assert_cmpuint (source->occasions, >=, 1);
  g_assert_cmpuint (source->review_every, >=, 1);
  g_assert_nonnull (source->absences);
  for (guint i = 0; i < source->scores->len; i++)
    {
      const PzGoalScore *score = &g_array_index (source->scores, PzGoalScore, i);

      g_assert_true (score->day > 0 && score->day >= before && isfinite (score->value));
      before = score->day;
    }
}

/* What is accepted is whole, and no number in a file can bring the calculation down. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char classroom[] = "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"c4m7kq2x9v5t0rhb\","
                                  "\"goals\":[{\"id\":\"s1\",\"learners\":[\"d4m7kq2x9v5t0rhb\"]}]}";
  static PzGoalRules *rules;
  g_autoptr(PzGoalScan) scan = pz_goal_scan_new (classroom, strlen (classroom), NULL);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);

  if (rules == NULL)
    {
      g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
      g_autoptr(PzClock) clock = pz_clock_new (environment, 7);
      g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, "c4m7kq2x9v5t0rhb", clock);
      GDate today;

      pz_environment_get_today (environment, &today);
      rules = pz_goal_rules_new (document, &today);
    }
  if (!pz_goal_scan_read_learner (scan, (const char *) data, size, sources, &error))
    {
      g_assert_true (g_str_has_prefix (error->message, "line "));
      g_assert_cmpuint (sources->len, ==, 0);
    }
  for (guint i = 0; i < sources->len; i++)
    check (g_ptr_array_index (sources, i));
  list = pz_goal_progress_list (sources, rules, NULL);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (((PzGoalProgress *) g_ptr_array_index (list, i))->decision.status, <, PZ_N_STATUSES);
  return 0;
}
