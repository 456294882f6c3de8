/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

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
  formation = planning_judge (f, "size 4\nlabels late\nreadiness mixed:3\nspread home-languages:2\nnew-partners 1\n");
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
test_nothing_is_said_of_what_is_no_matter_of_groups (PlanningFixture *f,
                                                     gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nnew-partners 1\n");
  g_autofree char *facts = pz_group_formation_dup_facts (formation, 0);

  g_assert_cmpstr (facts, ==, "");
  /* nothing is hidden until the teacher wants it */
  g_assert_true (pz_group_formation_may_tell (formation, f->activity));
}

static void
test_readiness_may_not_be_known (PlanningFixture *f,
                                 gconstpointer    data)
{
  PzRecord *words = pz_document_add (pz_classroom_get_document (f->base.classroom), PZ_RECORD_MEASURE);
  g_autofree char *criteria = g_strdup_printf ("size 4\nreadiness mixed:3:%s\n", pz_record_get_id (words));
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *facts = NULL;

  planning_save (f);
  formation = planning_form (f, criteria);
  facts = pz_group_formation_dup_facts (formation, 1);
  g_assert_cmpstr (facts, ==, "Readiness not known");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-facts/says-by-what-groups-differ", test_says_by_what_groups_differ);
  planning_test_add ("/core/group-facts/nothing-is-said-of-what-is-no-matter-of-groups", test_nothing_is_said_of_what_is_no_matter_of_groups);
  planning_test_add ("/core/group-facts/readiness-may-not-be-known", test_readiness_may_not_be_known);
  return g_test_run ();
}
