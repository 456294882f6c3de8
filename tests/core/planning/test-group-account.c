/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

/* of the groups that are in the activity now */
static PzGroupFormation *
judge (PlanningFixture *f,
       const char      *criteria)
{
  g_autoptr(PzClassroomCopy) copy = NULL;
  g_autoptr(GError) error = NULL;
  PzGroupFormation *formation;

  planning_save (f);
  copy = planning_copy (f);
  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, criteria);
  formation = pz_group_formation_of_seats (pz_group_order_of_activity (f->activity, 1), 1, copy, &error);
  g_assert_no_error (error);
  formation->order->work = 100000;
  pz_group_formation_weigh (formation, NULL);
  return formation;
}

static void
test_says_how_far_each_criterion_is_met (PlanningFixture *f,
                                         gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nreadiness mixed:3\nalike interests:2\n");
  g_autoptr(PzGroupAccount) account = pz_group_account_new (formation, NULL);
  const PzGroupMet *readiness = account->met->pdata[0], *interests = account->met->pdata[1];

  g_assert_cmpstr (account->headline, ==, "Proven best");
  g_assert_cmpint (account->verdict, ==, PZ_GROUP_PROVEN);
  g_assert_nonnull (strstr (account->summary, "Nobody has worked with a partner before."));
  g_assert_cmpstr (readiness->label, ==, "Readiness: mixed");
  g_assert_cmpfloat (readiness->percent, ==, 100);
  g_assert_cmpfloat (readiness->importance, ==, 3);
  g_assert_true (readiness->has_effect);
  g_assert_false (interests->has_effect); /* nobody has any */
  g_assert_cmpuint (account->tips->len, ==, 0);
}

static void
test_counts_who_is_away (PlanningFixture *f,
                         gconstpointer    data)
{
  g_autoptr(PzDocument) ana = load_learner (f->base.classroom, f->ids[0]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(PzGroupAccount) account = NULL;

  pz_record_set_text (pz_document_add (ana, PZ_RECORD_ABSENCE), PZ_ABSENCE_FROM, "2026-11-24");
  planning_save (f);
  formation = planning_form (f, "size 4\nreadiness mixed:3\n");
  account = pz_group_account_new (formation, NULL);
  g_assert_cmpuint (account->notes->len, ==, 1);
  g_assert_cmpstr (account->notes->pdata[0], ==, "1 learner is away on that day, and left out.");
}

static void
test_warns_of_what_is_missing_and_what_fights (PlanningFixture *f,
                                               gconstpointer    data)
{
  g_autoptr(PzDocument) ana = load_learner (f->base.classroom, f->ids[0]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(PzGroupAccount) account = NULL;
  g_autofree char *all = NULL;

  pz_record_set_text (owner_of (ana), PZ_LEARNER_LEVEL, NULL);
  planning_save (f);
  formation = planning_form (f, "size 4\nreadiness mixed:3\nspread home-languages:3\ngather home-languages:3\nalike interests:1\n");
  account = pz_group_account_new (formation, NULL);
  g_ptr_array_add (account->notes, NULL);
  all = g_strjoinv ("\n", (char **) account->notes->pdata);
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
  g_autoptr(PzGroupAccount) account = NULL;

  pz_record_set_text (words, PZ_MEASURE_NAME, "Words a minute");
  measure (f, 0, pz_record_get_id (words), "2026-11-20", 80);
  measure (f, 1, pz_record_get_id (words), "2026-09-20", 70);
  measure (f, 2, pz_record_get_id (words), "2026-10-13", 60); /* six weeks to the day */
  measure (f, 3, pz_record_get_id (words), "2026-10-12", 50);
  formation = planning_form (f, criteria);
  account = pz_group_account_new (formation, NULL);
  g_assert_cmpuint (account->notes->len, ==, 2);
  g_assert_true (g_str_has_prefix (account->notes->pdata[0], "Of 4 learners the readiness is not known"));
  g_assert_cmpstr (account->notes->pdata[1], ==, "Of 2 learners the readiness is older than 6 weeks.");
}

static void
test_offers_the_best_swaps (PlanningFixture *f,
                            gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(PzGroupAccount) account = NULL;
  const PzGroupTip *tip;

  planning_place (f, 1, "Arch", "ABCE");
  planning_place (f, 1, "Beam", "DFGH");
  formation = judge (f, "size 4\nreadiness similar:3\n");
  account = pz_group_account_new (formation, NULL);
  g_assert_cmpuint (account->tips->len, ==, 1); /* Dan and Eli, nothing else */
  tip = account->tips->pdata[0];
  g_assert_true (g_str_equal (tip->a, f->ids[3]) || g_str_equal (tip->b, f->ids[3]));
  g_assert_true (g_str_equal (tip->a, f->ids[4]) || g_str_equal (tip->b, f->ids[4]));
  g_assert_nonnull (strstr (tip->text, "Readiness: similar"));
  g_assert_nonnull (strstr (tip->text, "100"));
}

static void
test_prices_the_rules (PlanningFixture *f,
                       gconstpointer    data)
{
  g_autofree char *dear = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autofree char *cheap = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\n", f->ids[0], f->ids[7]);
  g_autoptr(PzGroupFormation) costly = planning_form (f, dear);
  g_autoptr(PzGroupFormation) free_of_cost = planning_form (f, cheap);
  g_autoptr(PzGroupAccount) first = pz_group_account_new (costly, NULL);
  g_autoptr(PzGroupAccount) second = pz_group_account_new (free_of_cost, NULL);

  g_assert_cmpuint (first->prices->len, ==, 1);
  g_assert_nonnull (strstr (first->prices->pdata[0], "points of “Readiness: similar”"));
  g_assert_nonnull (strstr (first->prices->pdata[0], "Ana"));
  g_assert_nonnull (strstr (second->prices->pdata[0], "costs nothing"));
}

static void
test_says_when_a_rule_is_broken (PlanningFixture *f,
                                 gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("size 4\napart %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(PzGroupAccount) account = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFGH");
  formation = judge (f, criteria);
  account = pz_group_account_new (formation, NULL);
  g_assert_cmpstr (account->headline, ==, "A rule is broken");
}

static void
test_what_makes_no_difference_is_chance (PlanningFixture *f,
                                         gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nalike interests:3\nreadiness mixed:0\n");
  g_autoptr(PzGroupAccount) account = pz_group_account_new (formation, NULL);

  g_assert_cmpstr (account->headline, ==, "Formed by chance");
  g_assert_cmpstr (account->summary, ==, "Nobody has worked with a partner before.");
}

static guint *
dup_with (const PzGroupFormation *formation,
          const char             *learner,
          guint                   group)
{
  guint *groups = g_memdup2 (formation->result->groups, sizeof (guint) * formation->result->n);
  guint number;

  g_assert_true (pz_group_class_find (formation->load.learners, learner, &number));
  groups[number] = group;
  return groups;
}

static void
test_says_what_a_move_changes (PlanningFixture *f,
                               gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree guint *after = NULL;
  g_autofree char *worse = NULL, *nothing = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFGH");
  formation = judge (f, "size 4\nreadiness similar:3\n");
  after = dup_with (formation, f->ids[0], 1);
  worse = pz_group_formation_dup_change (formation, formation->result->groups, after);
  nothing = pz_group_formation_dup_change (formation, formation->result->groups, formation->result->groups);
  g_assert_true (g_str_has_prefix (worse, "Readiness: similar 100 → "));
  g_assert_cmpstr (nothing, ==, "Nothing changes.");
}

static void
test_says_by_what_groups_differ (PlanningFixture *f,
                                 gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *low = g_strdup_printf ("Readiness %.1f (all: %.1f)\n", 4 / 3.0, 1.5); /* in any locale */
  g_autofree char *high = g_strdup_printf ("Readiness %.1f (all: %.1f)\n", 5 / 3.0, 1.5);
  g_autofree char *arch = NULL, *beam = NULL;

  planning_place (f, 1, "Arch", "ACE"); /* two of the lower level, Arabic */
  planning_place (f, 1, "Beam", "BGH");
  formation = judge (f, "size 4\nlabels late\nreadiness mixed:3\nspread home-languages:2\nnew-partners 1\n");
  arch = pz_group_formation_dup_facts (formation, 0);
  beam = pz_group_formation_dup_facts (formation, 1);
  g_assert_true (g_str_has_prefix (arch, low));
  g_assert_true (g_str_has_suffix (arch, ": 1"));
  g_assert_true (g_str_has_prefix (beam, high));
  g_assert_true (g_str_has_suffix (beam, ": 2"));
  g_assert_false (pz_group_formation_may_tell (formation, f->activity)); /* not before they are formed */
  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_SEED, 1);
  g_assert_true (pz_group_formation_may_tell (formation, f->activity));
}

static void
test_says_why_somebody_is_where_they_are (PlanningFixture *f,
                                          gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *why = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFG");
  formation = judge (f, "size 4\nreadiness similar:3\n");
  why = pz_group_formation_dup_why (formation, f->ids[0]);
  g_assert_true (g_str_has_prefix (why, "No swap with another one is better."));
  g_assert_nonnull (strstr (why, "Instead of "));
  g_assert_null (pz_group_formation_dup_why (formation, f->ids[7])); /* in no group */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-account/says-how-far-each-criterion-is-met", test_says_how_far_each_criterion_is_met);
  planning_test_add ("/core/group-account/counts-who-is-away", test_counts_who_is_away);
  planning_test_add ("/core/group-account/warns-of-what-is-missing-and-what-fights", test_warns_of_what_is_missing_and_what_fights);
  planning_test_add ("/core/group-account/counts-readiness-that-is-old", test_counts_readiness_that_is_old);
  planning_test_add ("/core/group-account/offers-the-best-swaps", test_offers_the_best_swaps);
  planning_test_add ("/core/group-account/prices-the-rules", test_prices_the_rules);
  planning_test_add ("/core/group-account/says-when-a-rule-is-broken", test_says_when_a_rule_is_broken);
  planning_test_add ("/core/group-account/what-makes-no-difference-is-chance", test_what_makes_no_difference_is_chance);
  planning_test_add ("/core/group-account/says-what-a-move-changes", test_says_what_a_move_changes);
  planning_test_add ("/core/group-account/says-by-what-groups-differ", test_says_by_what_groups_differ);
  planning_test_add ("/core/group-account/says-why-somebody-is-where-they-are", test_says_why_somebody_is_where_they_are);
  return g_test_run ();
}
