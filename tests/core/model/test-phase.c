/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-draft.h"
#include "pz-phase.h"

typedef struct
{
  PzClock *clock;
  PzDocument *learner;
  PzRecord *goal; /* from September 2026 to June 2027 */
  PzDraft *draft;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->learner = fixture_learner (fixture->clock);
  fixture->goal = pz_document_add (fixture->learner, PZ_RECORD_GOAL);
  pz_record_set_text (fixture->goal, PZ_GOAL_START, "2026-09-01");
  pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, "2027-06-30");
  fixture->draft = pz_draft_new (pz_clock_get_environment (fixture->clock), PZ_RECORD_PHASE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pz_draft_free (fixture->draft);
  g_assert_finalize_object (fixture->learner);
  g_assert_finalize_object (fixture->clock);
}

static void
test_begins_today (Fixture       *fixture,
                   gconstpointer  data)
{
  pz_phase_init_new (fixture->draft->record, fixture->goal, pz_clock_get_environment (fixture->clock));
  g_assert_cmpstr (pz_record_get_text (fixture->draft->record, PZ_PHASE_START), ==, "2026-11-23");
  g_assert_cmpstr (pz_record_get_text (fixture->draft->record, PZ_PHASE_GOAL), ==, pz_record_get_id (fixture->goal));
}

static void
assert_refused (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_phase_check (fixture->draft->record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_says_when_and_what (Fixture       *fixture,
                         gconstpointer  data)
{
  PzRecord *phase = fixture->draft->record;

  assert_refused (fixture);
  pz_record_set_text (phase, PZ_PHASE_START, "2026-11-23");
  assert_refused (fixture);
  pz_record_set_text (phase, PZ_PHASE_NOTE, "In pairs");
  g_assert_true (pz_phase_check (phase, NULL));
  pz_record_set_text (phase, PZ_PHASE_NOTE, NULL);
  pz_record_set_text (phase, PZ_PHASE_STRATEGY, "s5h1zt8q3c6mn0vd");
  g_assert_true (pz_phase_check (phase, NULL));
  pz_record_set_text (phase, PZ_PHASE_START, NULL);
  assert_refused (fixture);
}

static void
test_hints_at_days_outside_the_goal (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const struct { const char *day; gboolean hint; } rows[] = {
    { NULL, FALSE }, { "2026-08-31", TRUE }, { "2026-09-01", FALSE }, { "2027-06-30", FALSE }, { "2027-07-01", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *hint = NULL;

      pz_record_set_text (fixture->draft->record, PZ_PHASE_START, rows[i].day);
      hint = pz_phase_dup_hint (fixture->draft->record, fixture->goal);
      g_assert_true ((hint != NULL) == rows[i].hint);
    }
}

#define ADD(path, function) g_test_add ("/core/phase/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("begins-today", test_begins_today);
  ADD ("says-when-and-what", test_says_when_and_what);
  ADD ("hints-at-days-outside-the-goal", test_hints_at_days_outside_the_goal);
  return g_test_run ();
}
