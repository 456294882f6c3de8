/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-grouping-rule.h"
#include "planning-fixture.h"

static PzDocument *
get_class (PlanningFixture *f)
{
  return pz_classroom_get_document (f->base.classroom);
}

static guint
count (PlanningFixture *f,
       PzGroupWishKind  kind)
{
  g_autoptr(GPtrArray) rules = pz_grouping_rule_list (get_class (f), kind);

  return rules->len;
}

/* whether the groups put the first learner with the one of that number */
static gboolean
are_together (PlanningFixture        *f,
              const PzGroupFormation *formation,
              guint                   a,
              guint                   b)
{
  guint x, y;

  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[a], &x));
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[b], &y));
  return formation->result->groups[x] == formation->result->groups[y];
}

static void
test_there_is_one_rule_for_two (PlanningFixture *f,
                                gconstpointer    data)
{
  PzRecord *rule = pz_grouping_rule_set (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[1]);

  g_assert_true (pz_grouping_rule_set (get_class (f), PZ_WISH_APART, f->ids[1], f->ids[0]) == rule);
  g_assert_true (pz_grouping_rule_find (get_class (f), PZ_WISH_APART, f->ids[1], f->ids[0]) == rule);
  g_assert_null (pz_grouping_rule_find (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[2]));
  g_assert_null (pz_grouping_rule_find (get_class (f), PZ_WISH_TOGETHER, f->ids[0], f->ids[1]));
  g_assert_cmpuint (count (f, PZ_WISH_APART), ==, 1);
  planning_save (f);
}

static void
test_the_opposite_takes_its_place (PlanningFixture *f,
                                   gconstpointer    data)
{
  pz_grouping_rule_set (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[1]);
  pz_grouping_rule_set (get_class (f), PZ_WISH_TOGETHER, f->ids[0], f->ids[1]);
  g_assert_cmpuint (count (f, PZ_WISH_APART), ==, 0);
  g_assert_cmpuint (count (f, PZ_WISH_TOGETHER), ==, 1);
  pz_document_delete (get_class (f), pz_grouping_rule_find (get_class (f), PZ_WISH_TOGETHER, f->ids[0], f->ids[1]));
  g_assert_cmpuint (count (f, PZ_WISH_TOGETHER), ==, 0);
  planning_save (f);
}

/* An activity that asks for nothing of the kind keeps to them, and forgets them with their deletion. */
static void
test_every_forming_keeps_to_them (PlanningFixture *f,
                                  gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL, free_of_it = NULL;

  /* level alone would put the first four into one group, and the last into the other */
  pz_grouping_rule_set (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[1]);
  pz_grouping_rule_set (get_class (f), PZ_WISH_TOGETHER, f->ids[2], f->ids[7]);
  planning_save (f);
  formation = planning_form (f, "groups 2\nreadiness similar:5\n");
  g_assert_false (are_together (f, formation, 0, 1));
  g_assert_true (are_together (f, formation, 2, 7));
  g_assert_cmpint (formation->result->broken, ==, 0);
  pz_document_delete (get_class (f), pz_grouping_rule_find (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[1]));
  pz_document_delete (get_class (f), pz_grouping_rule_find (get_class (f), PZ_WISH_TOGETHER, f->ids[2], f->ids[7]));
  planning_save (f);
  free_of_it = planning_form (f, "groups 2\nreadiness similar:5\n");
  g_assert_true (are_together (f, free_of_it, 0, 1));
  g_assert_false (are_together (f, free_of_it, 2, 7));
}

/* The plan of an activity may ask for the opposite: that is said, and nothing is dropped. */
static void
test_a_clash_with_the_plan_is_said (PlanningFixture *f,
                                    gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("groups 2\ntogether %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *clashes = NULL;

  pz_grouping_rule_set (get_class (f), PZ_WISH_APART, f->ids[0], f->ids[1]);
  planning_save (f);
  formation = planning_prepare (f, criteria);
  clashes = pz_group_formation_dup_clashes (formation);
  g_assert_nonnull (strstr (clashes, "must be together, and they must be apart"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/grouping-rule/one-rule-for-two", test_there_is_one_rule_for_two);
  planning_test_add ("/core/grouping-rule/the-opposite-takes-its-place", test_the_opposite_takes_its_place);
  planning_test_add ("/core/grouping-rule/every-forming-keeps-to-them", test_every_forming_keeps_to_them);
  planning_test_add ("/core/grouping-rule/a-clash-with-the-plan-is-said", test_a_clash_with_the_plan_is_said);
  return g_test_run ();
}
