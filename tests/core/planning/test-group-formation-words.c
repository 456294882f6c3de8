/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"
#include "pz-error.h"
#include "pz-group-account-private.h"

static void
test_rules_that_clash_name_the_learners (PlanningFixture *f,
                                         gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("groups 2\napart %s,%s,%s:must\n", f->ids[0], f->ids[1], f->ids[2]);
  g_autoptr(PzGroupFormation) formation = planning_prepare (f, criteria);
  g_autofree char *clashes = pz_group_formation_dup_clashes (formation);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (strstr (clashes, "Ana"));
  g_assert_nonnull (strstr (clashes, "Ben"));
  g_assert_nonnull (strstr (clashes, "Cleo"));
  g_assert_false (pz_group_formation_search (formation, NULL, NULL, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
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
  formation = planning_judge (f, "size 4\nreadiness similar:3\n");
  after = dup_with (formation, f->ids[0], 1);
  worse = pz_group_formation_dup_change (formation, formation->result->groups, after);
  nothing = pz_group_formation_dup_change (formation, formation->result->groups, formation->result->groups);
  g_assert_true (g_str_has_prefix (worse, "Readiness: similar 100 → "));
  g_assert_cmpstr (nothing, ==, "Nothing changes.");
}

static void
test_says_why_somebody_is_where_they_are (PlanningFixture *f,
                                          gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *why = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFG");
  formation = planning_judge (f, "size 4\nreadiness similar:3\n");
  why = pz_group_formation_dup_why (formation, f->ids[0]);
  g_assert_true (g_str_has_prefix (why, "No swap with another one is better."));
  g_assert_nonnull (strstr (why, "Instead of "));
  g_assert_null (pz_group_formation_dup_why (formation, f->ids[7])); /* in no group */
}

static void
test_names_what_is_asked_for (PlanningFixture *f,
                              gconstpointer    data)
{
  g_autoptr(PzGroupFormation) prepared = planning_prepare (f, "size 4\nreadiness similar:3\nspread home-languages:2\n");
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nreadiness similar:3\nspread home-languages:2\n");
  g_autofree char *first = pz_group_formation_dup_label (formation, 0);
  g_autofree char *second = pz_group_formation_dup_label (formation, 1);
  g_autofree char *none = pz_group_formation_dup_label (formation, 7);

  g_assert_cmpstr (first, ==, "Readiness: similar");
  g_assert_cmpstr (second, ==, "Languages at home: spread");
  g_assert_cmpstr (none, ==, "");
  /* between chance and the best there can be; 0 before that is known */
  g_assert_cmpfloat (pz_group_formation_get_percent (formation, 0, 0), ==, 100);
  g_assert_cmpfloat (pz_group_formation_get_percent (formation, 0, 1), ==, 0);
  g_assert_cmpfloat (pz_group_formation_get_percent (prepared, 0, 0), ==, 0);
}

static void
test_counts_repeats_of_rounds (PlanningFixture *f,
                               gconstpointer    data)
{
  g_autoptr(PzGroupFormation) one = planning_form (f, "size 2\n");
  g_autoptr(PzGroupFormation) three = NULL;
  g_autofree char *text = NULL;

  g_assert_null (pz_group_formation_dup_rounds (one));
  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 3);
  three = planning_form (f, "size 2\nnew-partners 3\n");
  text = pz_group_formation_dup_rounds (three);
  g_assert_cmpstr (text, ==, "0 repeats; by counting 0 would be the least.");
}

static void
test_lists_who_is_in_each_group (PlanningFixture *f,
                                 gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *text = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFGH");
  formation = planning_judge (f, "size 4\nreadiness similar:3\n");
  text = pz_group_formation_dup_groups (formation, f->activity, 1);
  g_assert_true (g_str_has_prefix (text, "\u2068Arch\u2069: "));
  g_assert_nonnull (strstr (text, "\n\u2068Beam\u2069: "));
  g_assert_true (strstr (text, "\u2068Dan\u2069") < strstr (text, "Beam"));
  g_assert_true (strstr (text, "\u2068Eli\u2069") > strstr (text, "Beam"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-formation-words/rules-that-clash-name-the-learners", test_rules_that_clash_name_the_learners);
  planning_test_add ("/core/group-formation-words/says-what-a-move-changes", test_says_what_a_move_changes);
  planning_test_add ("/core/group-formation-words/says-why-somebody-is-where-they-are", test_says_why_somebody_is_where_they_are);
  planning_test_add ("/core/group-formation-words/names-what-is-asked-for", test_names_what_is_asked_for);
  planning_test_add ("/core/group-formation-words/counts-repeats-of-rounds", test_counts_repeats_of_rounds);
  planning_test_add ("/core/group-formation-words/lists-who-is-in-each-group", test_lists_who_is_in_each_group);
  return g_test_run ();
}
