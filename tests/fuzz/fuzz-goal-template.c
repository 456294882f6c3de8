/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-goal-template.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "{\"title\":\"a\"}", "\"title\":", "\"condition\":", "\"behaviour\":", "\"criterion\":", "\"occasions\":3,",
  "\"measure\":\"w7n2c5xk9d0hq4vt\"", "\"target\":", "\"standard\":", "\"review-every\":7", "\"days\":3660,",
  "\"milestones\":[{\"text\":\"a\",\"days\":1}]", "\"levels\":[\"\",\"\",\"\",\"\",\"\"]", "\"\"", "{}", "[", "]", "1e308",
  "-0", "null", "\\u0000", "\\ud83d\\ude00", NULL,
};

/* Whatever is accepted can be written and read again, and says the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzGoalDraft) draft = pz_goal_draft_new (environment);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new (environment);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  if (!pz_goal_template_apply (text, draft, &error))
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (pz_goal_draft_get_milestones (draft)->len, <=, PZ_GOAL_TEMPLATE_MAX_STEPS);
  first = pz_goal_template_to_text (draft);
  if (strlen (first) > PZ_GOAL_TEMPLATE_MAX_SIZE)
    return 0; /* such a one cannot be saved */
  g_assert_true (pz_goal_template_apply (first, again, &error));
  second = pz_goal_template_to_text (again);
  g_assert_cmpstr (first, ==, second);
  return 0;
}
