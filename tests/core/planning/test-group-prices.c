/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"
#include "pz-group-account-private.h"

/* what is said of the rules, a line each */
static char *
dup_prices (const PzGroupFormation *formation,
            GCancellable           *cancellable)
{
  g_autoptr(GPtrArray) prices = g_ptr_array_new_with_free_func (g_free);
  PzGroupAccount account = { .prices = prices };

  pz_group_account_add_prices (&account, formation, cancellable);
  g_ptr_array_add (prices, NULL);
  return g_strjoinv ("\n", (char **) prices->pdata);
}

static void
test_prices_the_rules (PlanningFixture *f,
                       gconstpointer    data)
{
  g_autofree char *dear = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autofree char *cheap = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\n", f->ids[0], f->ids[7]);
  g_autoptr(PzGroupFormation) costly = planning_form (f, dear);
  g_autoptr(PzGroupFormation) free_of_cost = planning_form (f, cheap);
  g_autofree char *first = dup_prices (costly, NULL);
  g_autofree char *second = dup_prices (free_of_cost, NULL);

  g_assert_true (g_str_has_prefix (first, "Ana and Ben apart: costs about "));
  g_assert_true (g_str_has_suffix (first, " points of “Readiness: similar”"));
  g_assert_cmpstr (second, ==, "Ana and Hana apart: costs nothing");
}

static void
test_each_rule_has_its_price (PlanningFixture *f,
                              gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\ntogether %s,%s:must\n"
                                               "apart %s,%s:2\npin %s:1\n",
                                               f->ids[0], f->ids[4], f->ids[1], f->ids[2], f->ids[5], f->ids[6], f->ids[3]);
  g_autoptr(PzGroupFormation) formation = planning_form (f, criteria);
  g_autofree char *prices = dup_prices (formation, NULL);
  g_auto(GStrv) lines = g_strsplit (prices, "\n", -1);

  /* wishes and pins are no rules that could be dropped for something better */
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (g_str_has_prefix (lines[0], "Ana and Eli apart: "));
  g_assert_true (g_str_has_prefix (lines[1], "Ben and Cleo together: "));
}

static void
test_nothing_is_said_of_broken_rules_or_when_cancelled (PlanningFixture *f,
                                                        gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("size 4\nreadiness similar:3\napart %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autoptr(PzGroupFormation) kept = planning_form (f, criteria);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(PzGroupFormation) broken = NULL;
  g_autofree char *cancelled = NULL;
  g_autofree char *prices = NULL;

  g_cancellable_cancel (cancellable);
  cancelled = dup_prices (kept, cancellable);
  g_assert_cmpstr (cancelled, ==, "");
  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFGH");
  broken = planning_judge (f, criteria);
  prices = dup_prices (broken, NULL);
  g_assert_cmpstr (prices, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-prices/prices-the-rules", test_prices_the_rules);
  planning_test_add ("/core/group-prices/each-rule-has-its-price", test_each_rule_has_its_price);
  planning_test_add ("/core/group-prices/nothing-is-said-of-broken-rules-or-when-cancelled", test_nothing_is_said_of_broken_rules_or_when_cancelled);
  return g_test_run ();
}
