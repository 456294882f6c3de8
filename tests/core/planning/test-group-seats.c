/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "planning-fixture.h"

static void
test_says_who_is_where (PlanningFixture *f,
                        gconstpointer    data)
{
  g_autoptr(PzGroupSeats) seats = NULL;

  planning_place (f, 1, "Arch", "AB");
  planning_place (f, 1, "Beam", "C");
  planning_lock (f, 1, 1);
  pz_record_set_text (pz_activity_take_part (f->activity, f->ids[3], 1), PZ_PARTICIPATION_PRESENT, "no");
  seats = pz_group_seats_new (f->activity, 1);
  g_assert_cmpuint (seats->n_groups, ==, 2);
  g_assert_cmpuint (pz_group_seats_get_place (seats, 1, f->ids[0]), ==, 1);
  g_assert_cmpuint (pz_group_seats_get_place (seats, 1, f->ids[2]), ==, 2);
  g_assert_cmpuint (pz_group_seats_get_place (seats, 1, f->ids[3]), ==, 0);
  g_assert_cmpuint (g_hash_table_size (seats->pins), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (seats->pins, f->ids[1])), ==, 1);
  g_assert_cmpstr (seats->absent[0], ==, f->ids[3]);
  g_assert_null (seats->absent[1]);
}

static void
test_a_round_in_which_all_are_locked_stays (PlanningFixture *f,
                                            gconstpointer    data)
{
  g_autoptr(PzGroupSeats) one = NULL;
  g_autoptr(PzGroupSeats) two = NULL;

  planning_place (f, 1, "Arch", "AB");
  planning_place (f, 2, "Beam", "AB");
  planning_lock (f, 1, 0);
  planning_lock (f, 1, 1);
  one = pz_group_seats_new (f->activity, 1);
  g_assert_cmpuint (one->n_locked, ==, 0); /* of one round, those who are locked stay */
  g_assert_cmpuint (g_hash_table_size (one->pins), ==, 2);
  two = pz_group_seats_new (f->activity, 2);
  g_assert_cmpuint (two->n_locked, ==, 1);
  g_assert_cmpuint (g_hash_table_size (two->pins), ==, 0);
}

static void
test_nobody_is_locked_in_two_groups (PlanningFixture *f,
                                     gconstpointer    data)
{
  g_autoptr(PzGroupSeats) seats = NULL;

  planning_place (f, 1, "Arch", "A");
  planning_place (f, 1, "Beam", "B");
  planning_place (f, 2, "Arch", "B");
  planning_place (f, 2, "Beam", "A");
  planning_lock (f, 1, 0);
  planning_lock (f, 2, 0);
  seats = pz_group_seats_new (f->activity, 2);
  g_assert_cmpstr (seats->torn, ==, f->ids[0]);
}

/* "2 3 0" */
static char *
dup_kept (const PzGroupSeats *seats,
          guint               n_groups)
{
  g_autoptr(GArray) kept = pz_group_seats_arrange (seats, n_groups, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kept->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (kept, guint, i));
  return g_string_free (text, FALSE);
}

static void
test_groups_with_somebody_locked_are_kept (PlanningFixture *f,
                                           gconstpointer    data)
{
  g_autoptr(PzGroupSeats) seats = NULL;
  g_autofree char *two = NULL, *three = NULL, *four = NULL;
  g_autoptr(GError) error = NULL;

  planning_place (f, 1, "Arch", "A");
  planning_place (f, 1, "Beam", "B");
  planning_place (f, 1, "Cable", "C");
  planning_lock (f, 1, 1);
  planning_lock (f, 1, 2);
  seats = pz_group_seats_new (f->activity, 1);
  two = dup_kept (seats, 2);
  three = dup_kept (seats, 3);
  four = dup_kept (seats, 4);
  g_assert_cmpstr (two, ==, "2 3");
  g_assert_cmpstr (three, ==, "1 2 3");
  g_assert_cmpstr (four, ==, "1 2 3 0");
  g_assert_null (pz_group_seats_arrange (seats, 1, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-seats/says-who-is-where", test_says_who_is_where);
  planning_test_add ("/core/group-seats/a-round-in-which-all-are-locked-stays", test_a_round_in_which_all_are_locked_stays);
  planning_test_add ("/core/group-seats/nobody-is-locked-in-two-groups", test_nobody_is_locked_in_two_groups);
  planning_test_add ("/core/group-seats/groups-with-somebody-locked-are-kept", test_groups_with_somebody_locked_are_kept);
  return g_test_run ();
}
