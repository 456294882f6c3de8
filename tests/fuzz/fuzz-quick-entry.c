/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-quick-entry.h"

#include <math.h>
#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "am ", "yu ", "read ", "79", "13/16", "80%", " of ", " min", "5m", "check-in ", "family ", "absent", "today", "yes",
  "no", "٧٩٫٥", "محمد ", "გიო ", "王", "İ", "—", "/", ",", ".", "-", "\xE2\x88\x92", "\xE2\x80\xAE", "\xC2\xA0",
  NULL,
};

static PzQuickGoal *
make_goal (const char *id,
           const char *title,
           const char *kind,
           double      maximum)
{
  PzQuickGoal *goal = pz_quick_goal_new (id, title, NULL);

  goal->kind = g_strdup (kind);
  goal->unit = g_strdup ("words a minute");
  goal->minimum = 0;
  goal->maximum = maximum;
  return goal;
}

static PzQuickEntry *
make_entry (void)
{
  static const char *const names[] = { "Amina Yusuf", "Ananya Sharma", "محمد الأمين", "გიორგი ბერიძე", "İlkay Irmak" };
  PzQuickEntry *entry = pz_quick_entry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PzQuickLearner *learner = pz_quick_learner_new ("5b", "5b", names[i], names[i], NULL, NULL, names[i]);
      GPtrArray *goals = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_goal_free);

      g_ptr_array_add (goals, make_goal ("1", "Reads aloud fluently", "rate", 250));
      g_ptr_array_add (goals, make_goal ("2", "Multiplies two-digit numbers", "percent", 100));
      g_ptr_array_add (goals, make_goal ("3", "Brings homework", "yes-no", 1));
      pz_quick_learner_set_goals (learner, goals, i % 2 == 0);
      pz_quick_entry_add (entry, learner);
    }
  return entry;
}

/* What can be written holds what was typed, within bounds; and a reading can always be told and completed. */
static void
check (const PzQuickReading *reading,
       const char           *typed)
{
  g_autofree char *line = pz_quick_reading_dup_line (reading, reading->learner->name);
  g_autofree char *problem = pz_quick_reading_dup_problem (reading);
  g_autofree char *next = pz_quick_reading_complete (reading, typed, TRUE);

  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_true ((problem == NULL) == (reading->state == PZ_QUICK_READY));
  g_assert_true (next == NULL || (g_utf8_validate (next, -1, NULL) && strcmp (next, typed) != 0));
  g_assert_cmpuint (reading->name_end, <=, strlen (typed));
  g_assert_cmpuint (reading->what_start, <=, reading->what_end);
  if (reading->state == PZ_QUICK_READY && reading->what == PZ_QUICK_MEASUREMENT && isnan (reading->out_of))
    g_assert_true (reading->value >= reading->goal->minimum && reading->value <= reading->goal->maximum);
  if (reading->state == PZ_QUICK_READY && reading->what == PZ_QUICK_CHECK_IN)
    g_assert_true (*reading->text != '\0' || !isnan (reading->minutes));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static PzQuickEntry *entry;
  g_autofree char *typed = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *why = NULL;
  g_autoptr(GPtrArray) readings = NULL;

  if (entry == NULL)
    entry = make_entry ();
  readings = pz_quick_entry_read (entry, typed);
  why = pz_quick_entry_explain (entry, typed);
  g_assert_cmpuint (readings->len, <=, PZ_QUICK_MAX_READINGS);
  g_assert_true (why == NULL || readings->len == 0);
  for (guint i = 0; i < readings->len; i++)
    check (g_ptr_array_index (readings, i), valid);
  return 0;
}
