/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-next.h"
#include "planning-fixture.h"

#define NEXT_WEEK "2026-12-01"

static void
test_plans_the_same_groups_for_others (PlanningFixture *f,
                                       gconstpointer    data)
{
  g_autoptr(PzDocument) next = NULL;
  g_autoptr(GPtrArray) groups = NULL;

  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, "size 3\nreadiness mixed:3\n");
  planning_place (f, 1, "Arch", "AB");
  planning_lock (f, 1, 0);
  next = pz_classroom_plan_new_partners (f->base.classroom, f->activity, pz_day_from_text (NEXT_WEEK));
  g_assert_cmpstr (pz_record_get_text (owner_of (next), PZ_ACTIVITY_DATE), ==, NEXT_WEEK);
  g_assert_cmpstr (pz_record_get_text (owner_of (next), PZ_ACTIVITY_CRITERIA), ==,
                   "size 3\nreadiness mixed:3\nnew-partners 5:6\n");
  groups = pz_activity_list_groups (next, 1);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (pz_record_get_text (groups->pdata[0], PZ_GROUP_NAME), ==, "Arch");
  g_assert_true (pz_record_is_empty (pz_activity_find_part (next, f->ids[0], 1), PZ_PARTICIPATION_GROUP));
  g_assert_false (pz_record_get_flag (pz_activity_find_part (next, f->ids[0], 1), PZ_PARTICIPATION_LOCKED));
  g_assert_true (pz_record_get_flag (pz_activity_find_part (f->activity, f->ids[0], 1), PZ_PARTICIPATION_LOCKED));
}

static guint
count_pairs_again (PlanningFixture *f,
                   PzDocument      *next)
{
  guint n = 0;

  for (guint i = 0; i < N_LEARNERS; i++)
    for (guint j = 0; j < i; j++)
      n += i / 2 == j / 2
           && g_strcmp0 (pz_record_get_text (pz_activity_find_part (next, f->ids[i], 1), PZ_PARTICIPATION_GROUP),
                         pz_record_get_text (pz_activity_find_part (next, f->ids[j], 1), PZ_PARTICIPATION_GROUP)) == 0;
  return n;
}

static void
test_formed_they_are_new_partners (PlanningFixture *f,
                                   gconstpointer    data)
{
  static const char *const pairs[] = { "AB", "CD", "EF", "GH" };
  g_autoptr(PzDocument) next = NULL;
  g_autoptr(PzClassroomCopy) copy = NULL;
  g_autoptr(PzGroupFormation) formation = NULL;

  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, "size 2\n");
  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_STATE, "held");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    planning_place (f, 1, pairs[i], pairs[i]);
  next = pz_classroom_plan_new_partners (f->base.classroom, f->activity, pz_day_from_text (NEXT_WEEK));
  planning_save (f);
  copy = planning_copy (f);
  formation = pz_group_formation_prepare (pz_group_order_of_activity (next, 1), copy, NULL);
  formation->order->work = 100000;
  g_assert_true (pz_group_formation_search (formation, NULL, NULL, NULL, NULL));
  pz_group_formation_apply (formation, NULL, next);
  g_assert_cmpuint (count_pairs_again (f, next), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-next/plans-the-same-groups-for-others", test_plans_the_same_groups_for_others);
  planning_test_add ("/core/group-next/formed-they-are-new-partners", test_formed_they_are_new_partners);
  return g_test_run ();
}
