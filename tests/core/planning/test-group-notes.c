/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"
#include "pz-group-account-private.h"

/* all notes about the groups, a line each */
static char *
dup_notes (const PzGroupFormation *formation,
           GCancellable           *cancellable)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  PzGroupAccount account = { .notes = notes };

  pz_group_account_add_notes (&account, formation, cancellable);
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

static void
test_counts_who_is_away (PlanningFixture *f,
                         gconstpointer    data)
{
  g_autoptr(PzDocument) ana = load_learner (f->base.classroom, f->ids[0]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *all = NULL;

  pz_record_set_text (pz_document_add (ana, PZ_RECORD_ABSENCE), PZ_ABSENCE_FROM, "2026-11-24");
  planning_save (f);
  formation = planning_form (f, "size 4\nreadiness mixed:3\n");
  all = dup_notes (formation, NULL);
  g_assert_cmpstr (all, ==, "1 learner is away on that day, and left out.");
}

static void
test_warns_of_what_is_missing_and_what_fights (PlanningFixture *f,
                                               gconstpointer    data)
{
  g_autoptr(PzDocument) ana = load_learner (f->base.classroom, f->ids[0]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *all = NULL;

  pz_record_set_text (owner_of (ana), PZ_LEARNER_LEVEL, NULL);
  planning_save (f);
  formation = planning_form (f, "size 4\nreadiness mixed:3\nspread home-languages:3\ngather home-languages:3\nalike interests:1\n");
  all = dup_notes (formation, NULL);
  g_assert_nonnull (strstr (all, "Of 1 learner the readiness is not known"));
  g_assert_nonnull (strstr (all, "has no effect"));
  g_assert_nonnull (strstr (all, "pull apart here"));
}

/* a value of the measure, noted that day */
static void
measure (PlanningFixture *f,
         guint            learner,
         const char      *measure,
         const char      *date,
         double           value)
{
  g_autoptr(PzDocument) document = load_learner (f->base.classroom, f->ids[learner]);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *measurement = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, measure);
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
  planning_save (f);
}

static void
test_counts_readiness_that_is_old (PlanningFixture *f,
                                   gconstpointer    data)
{
  PzRecord *words = pz_document_add (pz_classroom_get_document (f->base.classroom), PZ_RECORD_MEASURE);
  g_autofree char *criteria = g_strdup_printf ("size 4\nreadiness mixed:3:%s\n", pz_record_get_id (words));
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *all = NULL;

  pz_record_set_text (words, PZ_MEASURE_NAME, "Words a minute");
  measure (f, 0, pz_record_get_id (words), "2026-11-20", 80);
  measure (f, 1, pz_record_get_id (words), "2026-09-20", 70);
  measure (f, 2, pz_record_get_id (words), "2026-10-13", 60); /* six weeks to the day */
  measure (f, 3, pz_record_get_id (words), "2026-10-12", 50);
  formation = planning_form (f, criteria);
  all = dup_notes (formation, NULL);
  g_assert_cmpstr (all, ==, "Of 4 learners the readiness is not known: the mean of the class stands in.\n"
                            "Of 2 learners the readiness is older than 6 weeks.");
}

static void
test_nothing_to_note (PlanningFixture *f,
                      gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nreadiness mixed:3\n");
  g_autofree char *all = dup_notes (formation, NULL);

  g_assert_cmpstr (all, ==, "");
}

/* what fights is found by searching, which is left out then; what is counted is said */
static void
test_cancelled_it_says_what_is_counted (PlanningFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation
      = planning_form (f, "size 4\nspread home-languages:3\ngather home-languages:3\nalike interests:1\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *all = NULL;

  g_cancellable_cancel (cancellable);
  all = dup_notes (formation, cancellable);
  g_assert_nonnull (strstr (all, "has no effect"));
  g_assert_null (strstr (all, "pull apart"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-notes/counts-who-is-away", test_counts_who_is_away);
  planning_test_add ("/core/group-notes/warns-of-what-is-missing-and-what-fights", test_warns_of_what_is_missing_and_what_fights);
  planning_test_add ("/core/group-notes/counts-readiness-that-is-old", test_counts_readiness_that_is_old);
  planning_test_add ("/core/group-notes/nothing-to-note", test_nothing_to_note);
  planning_test_add ("/core/group-notes/cancelled-it-says-what-is-counted", test_cancelled_it_says_what_is_counted);
  return g_test_run ();
}
