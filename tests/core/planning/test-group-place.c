/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

static PzGroupFormation *
look_at (PlanningFixture *f,
         const char      *criteria)
{
  g_autoptr(PzClassroomCopy) copy = planning_copy (f);
  g_autoptr(GError) error = NULL;
  PzGroupFormation *formation;

  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, criteria);
  formation = pz_group_formation_of_seats (pz_group_order_of_activity (f->activity, 1), 1, copy, &error);
  g_assert_no_error (error);
  return formation;
}

static void
test_groups_are_written (PlanningFixture *f,
                         gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 4\nreadiness similar:3\n");
  g_autofree char *first = NULL, *second = NULL;
  PzRecord *owner = owner_of (f->activity);

  pz_group_formation_apply (formation, NULL, f->activity);
  first = planning_dup_group (f, 1, 0);
  second = planning_dup_group (f, 1, 1);
  g_assert_true (g_str_equal (first, "Group 1: ABCD") || g_str_equal (first, "Group 1: EFGH"));
  g_assert_true (g_str_has_prefix (second, "Group 2: "));
  g_assert_cmpfloat (pz_record_get_number (owner, PZ_ACTIVITY_SEED), ==, 1);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_ACTIVITY_CRITERIA), ==, "size 4\nreadiness similar:3\n");
}

static void
test_groups_keep_their_names_and_those_left_over_go (PlanningFixture *f,
                                                     gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree char *first = NULL, *second = NULL;

  planning_place (f, 1, "Arch", "A");
  planning_place (f, 1, "Beam", "B");
  planning_place (f, 1, "Cable", "C");
  planning_lock (f, 1, 2);
  formation = planning_form (f, "size 4\n");
  pz_group_formation_apply (formation, NULL, f->activity);
  groups = pz_activity_list_groups (f->activity, 1);
  g_assert_cmpuint (groups->len, ==, 2);
  first = planning_dup_group (f, 1, 0);
  second = planning_dup_group (f, 1, 1);
  g_assert_true (g_str_has_prefix (first, "Arch: "));
  g_assert_true (g_str_has_prefix (second, "Cable: "));
  g_assert_nonnull (strchr (strchr (second, ':'), 'C')); /* locked */
  g_assert_true (pz_record_get_flag (pz_activity_find_part (f->activity, f->ids[2], 1), PZ_PARTICIPATION_LOCKED));
}

static void
test_who_is_absent_is_in_no_group (PlanningFixture *f,
                                   gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;

  planning_place (f, 1, "Arch", "A");
  pz_record_set_text (pz_activity_find_part (f->activity, f->ids[0], 1), PZ_PARTICIPATION_PRESENT, "no");
  formation = planning_form (f, "size 4\n");
  g_assert_cmpuint (formation->result->n, ==, N_LEARNERS - 1);
  pz_group_formation_apply (formation, NULL, f->activity);
  g_assert_true (pz_record_is_empty (pz_activity_find_part (f->activity, f->ids[0], 1), PZ_PARTICIPATION_GROUP));
}

/* better groups are written again and again while a search goes on */
static void
test_writing_again_takes_the_same_groups (PlanningFixture *f,
                                          gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, "size 2\n");
  g_autoptr(GPtrArray) first = NULL, again = NULL;

  pz_group_formation_apply (formation, NULL, f->activity);
  first = pz_activity_list_groups (f->activity, 1);
  pz_group_formation_apply (formation, formation->result->groups, f->activity);
  again = pz_activity_list_groups (f->activity, 1);
  g_assert_cmpuint (again->len, ==, 4);
  for (guint k = 0; k < 4; k++)
    g_assert_true (first->pdata[k] == again->pdata[k]);
  /* none went to the trash either */
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (f->activity, PZ_RECORD_GROUP)), ==, 4);
}

static void
test_all_rounds_are_written (PlanningFixture *f,
                             gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;

  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 2);
  formation = planning_form (f, "size 2\n");
  pz_group_formation_apply (formation, NULL, f->activity);
  for (guint round = 1; round <= 2; round++)
    for (guint k = 0; k < 4; k++)
      {
        g_autofree char *group = planning_dup_group (f, round, k);

        g_assert_cmpuint (strlen (group), ==, strlen ("Group 1: AB"));
      }
}

static void
test_groups_of_now_are_judged (PlanningFixture *f,
                               gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  guint number;

  planning_place (f, 1, "Arch", "ABC");
  planning_place (f, 1, "Empty", "");
  planning_place (f, 1, "Beam", "EF");
  formation = look_at (f, "size 4\nreadiness mixed:3\n");
  g_assert_cmpuint (formation->result->n, ==, 5);
  g_assert_cmpuint (pz_group_problem_get_n_groups (formation->problem), ==, 2);
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[5], &number));
  g_assert_cmpuint (formation->result->groups[number], ==, 1);
  pz_group_formation_prove (formation, NULL);
  g_assert_true (formation->proof.improved); /* all of one level together is not mixed */
}

static void
test_judged_groups_stay_as_they_are (PlanningFixture *f,
                                     gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree guint *before = NULL;
  g_autofree char *text = NULL;

  planning_place (f, 1, "Arch", "ABCD");
  planning_place (f, 1, "Beam", "EFGH");
  formation = look_at (f, "size 4\nreadiness mixed:3\n");
  before = g_memdup2 (formation->result->groups, sizeof (guint) * N_LEARNERS);
  pz_group_formation_judge (formation, NULL);
  g_assert_cmpmem (formation->result->groups, sizeof (guint) * N_LEARNERS, before, sizeof (guint) * N_LEARNERS);
  g_assert_cmpint (formation->proof.verdict, ==, PZ_GROUP_WITHIN);
  g_assert_cmpfloat (pz_group_proof_get_gap (&formation->proof, formation->problem, formation->result), >, 50);
  text = pz_group_formation_dup_groups (formation, f->activity, 1);
  g_assert_true (g_str_has_prefix (text, "\u2068Arch\u2069: "));
  g_assert_nonnull (strstr (text, "\n\u2068Beam\u2069: "));
}

static void
test_broken_rules_are_counted (PlanningFixture *f,
                               gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("size 4\napart %s,%s:must\n", f->ids[0], f->ids[1]);
  g_autoptr(PzGroupFormation) formation = NULL;

  planning_place (f, 1, "Arch", "ABC");
  planning_place (f, 1, "Beam", "EF");
  formation = look_at (f, criteria);
  g_assert_cmpint (formation->result->broken, ==, 1);
}

static void
test_the_same_groups_may_be_called_otherwise (PlanningFixture *f,
                                              gconstpointer    data)
{
  g_autoptr(PzGroupFormation) first = NULL, again = NULL, other = NULL;
  PzRecord *arch = planning_place (f, 1, "Arch", "AB"), *beam = planning_place (f, 1, "Beam", "CD");

  first = look_at (f, "size 2\n");
  for (guint i = 0; i < 4; i++)
    pz_activity_place (f->activity, f->ids[i], 1, i < 2 ? beam : arch);
  again = look_at (f, "size 2\n");
  g_assert_true (pz_group_formation_is_same (first, again));
  pz_activity_swap (f->activity, f->ids[0], f->ids[2], 1);
  other = look_at (f, "size 2\n");
  g_assert_false (pz_group_formation_is_same (first, other));
  pz_activity_swap (f->activity, f->ids[0], f->ids[2], 1);
  pz_activity_place (f->activity, f->ids[3], 1, NULL);
  g_clear_pointer (&other, pz_group_formation_free);
  other = look_at (f, "size 2\n");
  g_assert_false (pz_group_formation_is_same (first, other)); /* somebody is in none */
}

static void
test_finds_who_is_where_now (PlanningFixture *f,
                             gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  guint groups[N_LEARNERS] = { 0 };
  PzRecord *arch = planning_place (f, 1, "Arch", "AB");

  planning_place (f, 1, "Beam", "CD");
  formation = look_at (f, "size 2\n");
  pz_activity_place (f->activity, f->ids[2], 1, arch);
  g_assert_true (pz_group_formation_place (formation, f->activity, 1, groups));
  for (guint i = 0; i < 4; i++)
    {
      guint number;

      g_assert_true (pz_group_class_find (formation->load.learners, f->ids[i], &number));
      g_assert_cmpuint (groups[number], ==, i == 3);
    }
  pz_activity_place (f->activity, f->ids[2], 1, NULL);
  g_assert_false (pz_group_formation_place (formation, f->activity, 1, groups));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-place/groups-are-written", test_groups_are_written);
  planning_test_add ("/core/group-place/groups-keep-their-names-and-those-left-over-go", test_groups_keep_their_names_and_those_left_over_go);
  planning_test_add ("/core/group-place/who-is-absent-is-in-no-group", test_who_is_absent_is_in_no_group);
  planning_test_add ("/core/group-place/writing-again-takes-the-same-groups", test_writing_again_takes_the_same_groups);
  planning_test_add ("/core/group-place/all-rounds-are-written", test_all_rounds_are_written);
  planning_test_add ("/core/group-place/groups-of-now-are-judged", test_groups_of_now_are_judged);
  planning_test_add ("/core/group-place/judged-groups-stay-as-they-are", test_judged_groups_stay_as_they_are);
  planning_test_add ("/core/group-place/broken-rules-are-counted", test_broken_rules_are_counted);
  planning_test_add ("/core/group-place/the-same-groups-may-be-called-otherwise", test_the_same_groups_may_be_called_otherwise);
  planning_test_add ("/core/group-place/finds-who-is-where-now", test_finds_who_is_where_now);
  return g_test_run ();
}
