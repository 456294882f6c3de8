/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

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
test_offers_the_best_swaps (PlanningFixture *f,
                            gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(PzGroupAccount) account = NULL;
  const PzGroupTip *tip;

  planning_place (f, 1, "Arch", "ABCE");
  planning_place (f, 1, "Beam", "DFGH");
  formation = planning_judge (f, "size 4\nreadiness similar:3\n");
  account = pz_group_account_new (formation, NULL);
  g_assert_cmpuint (account->tips->len, ==, 1); /* Dan and Eli, nothing else */
  tip = account->tips->pdata[0];
  g_assert_true (g_str_equal (tip->a, f->ids[3]) || g_str_equal (tip->b, f->ids[3]));
  g_assert_true (g_str_equal (tip->a, f->ids[4]) || g_str_equal (tip->b, f->ids[4]));
  g_assert_nonnull (strstr (tip->text, "Readiness: similar"));
  g_assert_nonnull (strstr (tip->text, "100"));
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
  formation = planning_judge (f, criteria);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-account/says-how-far-each-criterion-is-met", test_says_how_far_each_criterion_is_met);
  planning_test_add ("/core/group-account/offers-the-best-swaps", test_offers_the_best_swaps);
  planning_test_add ("/core/group-account/says-when-a-rule-is-broken", test_says_when_a_rule_is_broken);
  planning_test_add ("/core/group-account/what-makes-no-difference-is-chance", test_what_makes_no_difference_is_chance);
  return g_test_run ();
}
