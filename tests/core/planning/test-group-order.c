/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning-fixture.h"

#define TODAY 740314 /* some day */

static void
test_is_as_usual_where_nothing_is_said (PlanningFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzGroupOrder) order = pz_group_order_of_activity (f->activity, TODAY);

  g_assert_cmpuint (order->seed, ==, 1);
  g_assert_cmpuint (order->work, ==, PZ_GROUP_NORMAL);
  g_assert_cmpuint (order->n_rounds, ==, 1);
  g_assert_cmpstr (order->request->size, ==, "4");
  g_assert_cmpint (pz_group_request_get_preset (order->request), ==, PZ_PRESET_MIXED);
  g_assert_cmpuint (g_date_get_julian (&order->day), ==, pz_day_from_text ("2026-11-24"));
  g_assert_cmpstr (order->activity, ==, pz_document_get_id (f->activity));
}

static void
test_is_what_the_activity_says (PlanningFixture *f,
                                gconstpointer    data)
{
  PzRecord *owner = owner_of (f->activity);
  g_autoptr(PzGroupOrder) order = NULL;
  g_autofree char *text = NULL;

  pz_record_set_text (owner, PZ_ACTIVITY_CRITERIA, "groups 3\nreadiness similar:2\n");
  pz_record_set_number (owner, PZ_ACTIVITY_SEED, 77);
  pz_record_set_number (owner, PZ_ACTIVITY_ROUNDS, 3);
  pz_record_set_text (owner, PZ_ACTIVITY_DATE, NULL);
  pz_record_set_text (pz_activity_take_part (f->activity, f->ids[2], 1), PZ_PARTICIPATION_PRESENT, "no");
  order = pz_group_order_of_activity (f->activity, TODAY);
  text = pz_group_request_to_text (order->request);
  g_assert_cmpstr (text, ==, "groups 3\nreadiness similar:2\n");
  g_assert_cmpuint (order->seed, ==, 77);
  g_assert_cmpuint (order->n_rounds, ==, 3);
  g_assert_cmpuint (g_date_get_julian (&order->day), ==, TODAY);
  g_assert_cmpstr (order->without[0], ==, f->ids[2]);
}

static void
test_pairs_are_of_two (PlanningFixture *f,
                       gconstpointer    data)
{
  g_autoptr(PzGroupOrder) order = NULL;

  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_SETTING, "pairs");
  order = pz_group_order_of_activity (f->activity, TODAY);
  g_assert_cmpstr (order->request->size, ==, "2");
}

static void
test_criteria_nobody_understands_are_as_usual (PlanningFixture *f,
                                               gconstpointer    data)
{
  g_autoptr(PzGroupOrder) order = NULL;

  pz_record_set_text (owner_of (f->activity), PZ_ACTIVITY_CRITERIA, "by a newer version\n");
  order = pz_group_order_of_activity (f->activity, TODAY);
  g_assert_cmpint (pz_group_request_get_preset (order->request), ==, PZ_PRESET_MIXED);
}

static void
test_the_next_seed_follows (PlanningFixture *f,
                            gconstpointer    data)
{
  PzRecord *owner = owner_of (f->activity);

  g_assert_cmpuint (pz_group_order_find_seed (f->activity, FALSE), ==, 1);
  g_assert_cmpuint (pz_group_order_find_seed (f->activity, TRUE), ==, 2);
  pz_record_set_number (owner, PZ_ACTIVITY_SEED, 9007199254740991.0);
  g_assert_cmpuint (pz_group_order_find_seed (f->activity, FALSE), ==, G_GUINT64_CONSTANT (9007199254740991));
  g_assert_cmpuint (pz_group_order_find_seed (f->activity, TRUE), ==, 1); /* the field can hold it */
}

static void
test_a_new_one_is_of_one_round (void)
{
  g_autoptr(PzGroupOrder) order = pz_group_order_new (pz_group_request_new ());

  g_assert_cmpuint (order->n_rounds, ==, 1);
  g_assert_cmpuint (order->seed, ==, 1);
  g_assert_null (order->seats);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-order/is-as-usual-where-nothing-is-said", test_is_as_usual_where_nothing_is_said);
  planning_test_add ("/core/group-order/is-what-the-activity-says", test_is_what_the_activity_says);
  planning_test_add ("/core/group-order/pairs-are-of-two", test_pairs_are_of_two);
  planning_test_add ("/core/group-order/criteria-nobody-understands-are-as-usual", test_criteria_nobody_understands_are_as_usual);
  planning_test_add ("/core/group-order/the-next-seed-follows", test_the_next_seed_follows);
  g_test_add_func ("/core/group-order/a-new-one-is-of-one-round", test_a_new_one_is_of_one_round);
  return g_test_run ();
}
