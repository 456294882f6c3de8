/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"
#include "pz-error.h"

static const char *const pairs[] = { "AB", "CD", "EF", "GH" }, *const others[] = { "AC", "BD", "EG", "FH" };

/* two rounds of pairs as they are in the activity */
static void
place (PlanningFixture *f)
{
  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 2);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      planning_place (f, 1, "Pair", pairs[i]);
      planning_place (f, 2, "Pair", others[i]);
    }
  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, "size 2\nnew-partners 3\n");
  planning_save (f);
}

static PzGroupFormation *
judge (PlanningFixture  *f,
       GError          **error)
{
  g_autoptr(PzClassroomCopy) copy = planning_copy (f);
  PzGroupOrder *order = pz_group_order_of_activity (f->activity, pz_day_from_text ("2026-11-24"));

  if (order->seats == NULL)
    order->seats = pz_group_seats_new (f->activity, 2);
  return pz_group_formation_of_rounds (order, copy, error);
}

static void
test_no_rounds_before_there_are_groups (PlanningFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzGroupFormation) prepared = planning_prepare (f, "size 4\n");
  g_autoptr(PzGroupFormation) one = planning_form (f, "size 4\n");

  g_assert_cmpuint (pz_group_formation_get_n_rounds (prepared), ==, 0);
  g_assert_cmpuint (pz_group_formation_get_n_rounds (one), ==, 1);
  g_assert_true (pz_group_formation_peek_round (one, 1) == one->result->groups);
  /* where there is only one, any is that one */
  g_assert_true (pz_group_formation_peek_round (one, 2) == one->result->groups);
}

static void
test_each_round_has_its_groups (PlanningFixture *f,
                                gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;

  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 3);
  formation = planning_form (f, "size 2\nnew-partners 3\n");
  g_assert_cmpuint (pz_group_formation_get_n_rounds (formation), ==, 3);
  g_assert_true (pz_group_formation_peek_round (formation, 1) == formation->rotation->groups);
  g_assert_true (pz_group_formation_peek_round (formation, 3) == formation->rotation->groups + 2 * N_LEARNERS);
}

static void
test_takes_the_rounds_as_they_are (PlanningFixture *f,
                                   gconstpointer    data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzGroupFormation) formation = NULL;
  guint ana, ben, cleo;

  place (f);
  formation = judge (f, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pz_group_formation_get_n_rounds (formation), ==, 2);
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[0], &ana));
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[1], &ben));
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[2], &cleo));
  g_assert_cmpuint (pz_group_formation_peek_round (formation, 1)[ana], ==, pz_group_formation_peek_round (formation, 1)[ben]);
  g_assert_cmpuint (pz_group_formation_peek_round (formation, 2)[ana], ==, pz_group_formation_peek_round (formation, 2)[cleo]);
  g_assert_cmpuint (formation->rotation->repeats, ==, 0);
}

static void
test_refuses_rounds_in_which_somebody_has_no_group (PlanningFixture *f,
                                                    gconstpointer    data)
{
  g_autoptr(GError) error = NULL;

  place (f);
  pz_activity_place (f->activity, f->ids[7], 2, NULL);
  planning_save (f);
  g_assert_null (judge (f, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-formation-rounds/no-rounds-before-there-are-groups", test_no_rounds_before_there_are_groups);
  planning_test_add ("/core/group-formation-rounds/each-round-has-its-groups", test_each_round_has_its_groups);
  planning_test_add ("/core/group-formation-rounds/takes-the-rounds-as-they-are", test_takes_the_rounds_as_they_are);
  planning_test_add ("/core/group-formation-rounds/refuses-rounds-in-which-somebody-has-no-group", test_refuses_rounds_in_which_somebody_has_no_group);
  return g_test_run ();
}
