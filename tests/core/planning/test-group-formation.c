/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "planning-fixture.h"

#define MIXED "size 4\nreadiness mixed:3\n"

/* "ABEF CDGH", a group behind the other */
static char *
dup_groups (PlanningFixture        *f,
            const PzGroupFormation *formation,
            const guint            *groups)
{
  GString *text = g_string_new (NULL);

  for (guint h = 0; h < pz_group_problem_get_n_groups (formation->problem); h++)
    {
      g_string_append (text, h > 0 ? " " : "");
      for (guint k = 0; k < N_LEARNERS; k++)
        {
          guint number;

          if (pz_group_class_find (formation->load.learners, f->ids[k], &number) && groups[number] == h)
            g_string_append_c (text, (char) ('A' + k));
        }
    }
  return g_string_free (text, FALSE);
}

/* of the lower level in the group the text begins with */
static guint
count_lower (const char *groups)
{
  guint n = 0;

  for (; *groups != ' ' && *groups != '\0'; groups++)
    n += *groups <= 'D';
  return n;
}

static void
test_finds_and_proves_what_is_asked_for (PlanningFixture *f,
                                         gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_form (f, MIXED);
  g_autofree char *groups = dup_groups (f, formation, formation->result->groups);

  g_assert_cmpuint (count_lower (groups), ==, 2);
  g_assert_cmpint (formation->proof.verdict, ==, PZ_GROUP_PROVEN);
  g_assert_true (formation->is_proven);
  g_assert_cmpfloat (formation->scales[0].best, <, formation->scales[0].chance);
}

static void
test_the_same_order_gives_the_same_groups (PlanningFixture *f,
                                           gconstpointer    data)
{
  g_autoptr(PzGroupFormation) first = planning_form (f, "size 3\nnew-partners 3\n");
  g_autoptr(PzGroupFormation) second = planning_form (f, "size 3\nnew-partners 3\n");
  g_autoptr(PzGroupFormation) other = NULL;

  g_assert_cmpmem (first->result->groups, sizeof (guint) * N_LEARNERS, second->result->groups, sizeof (guint) * N_LEARNERS);
  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_SEED, 2);
  other = planning_form (f, "size 3\nnew-partners 3\n");
  g_assert_cmpint (memcmp (first->result->groups, other->result->groups, sizeof (guint) * N_LEARNERS), !=, 0);
}

static void
test_who_is_locked_stays (PlanningFixture *f,
                          gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *groups = NULL;

  planning_place (f, 1, "Arch", "AB");
  planning_place (f, 1, "Beam", "CD");
  for (guint i = 0; i < 4; i++)
    planning_lock (f, 1, i);
  formation = planning_form (f, "size 4\nreadiness similar:3\n");
  groups = dup_groups (f, formation, formation->result->groups);
  g_assert_cmpuint (count_lower (groups), ==, 2);
  g_assert_true (g_str_has_prefix (groups, "AB"));
  g_assert_cmpint (formation->result->broken, ==, 0);
}

static void
test_rules_hold (PlanningFixture *f,
                 gconstpointer    data)
{
  g_autofree char *criteria = g_strdup_printf ("groups 2\nreadiness similar:5\napart %s,%s:must\ntogether %s,%s:must\n", f->ids[0],
                                               f->ids[1], f->ids[2], f->ids[7]);
  g_autoptr(PzGroupFormation) formation = planning_form (f, criteria);
  g_autofree char *groups = dup_groups (f, formation, formation->result->groups);
  char *second = strchr (groups, ' ');

  *second++ = '\0';
  g_assert_true ((strchr (groups, 'A') != NULL) != (strchr (groups, 'B') != NULL));
  g_assert_true ((strchr (groups, 'C') != NULL) == (strchr (groups, 'H') != NULL));
  g_assert_null (pz_group_formation_dup_clashes (formation));
}

static void
test_rounds_are_planned_together (PlanningFixture *f,
                                  gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autofree char *text = NULL;

  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 3);
  formation = planning_form (f, "size 2\nnew-partners 3\n");
  g_assert_null (formation->result);
  g_assert_cmpuint (formation->rotation->n_rounds, ==, 3);
  g_assert_cmpuint (formation->rotation->repeats, ==, 0);
  text = pz_group_formation_dup_rounds (formation);
  g_assert_cmpstr (text, ==, "0 repeats; by counting 0 would be the least.");
}

static void
test_a_locked_round_stays (PlanningFixture *f,
                           gconstpointer    data)
{
  static const char *const pairs[] = { "AB", "CD", "EF", "GH" };
  g_autoptr(PzGroupFormation) formation = NULL;

  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 2);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    planning_place (f, 1, "Pair", pairs[i]);
  for (guint i = 0; i < N_LEARNERS; i++)
    planning_lock (f, 1, i);
  formation = planning_form (f, "size 2\nnew-partners 3\n");
  for (guint i = 0; i < N_LEARNERS; i++)
    {
      guint number;

      g_assert_true (pz_group_class_find (formation->load.learners, f->ids[i], &number));
      g_assert_cmpuint (formation->rotation->groups[number], ==, i / 2);
    }
  g_assert_cmpuint (formation->rotation->repeats, ==, 0);
}

static void
test_a_locked_round_of_other_sizes_is_refused (PlanningFixture *f,
                                               gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = NULL;
  g_autoptr(GError) error = NULL;

  pz_record_set_number (owner_of (f->activity), PZ_ACTIVITY_ROUNDS, 2);
  planning_place (f, 1, "Arch", "ABC");
  for (guint i = 0; i < 3; i++)
    planning_lock (f, 1, i);
  formation = planning_prepare (f, "size 2\n");
  g_assert_false (pz_group_formation_search (formation, NULL, NULL, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
note_progress (const guint *groups,
               gint64       total,
               double       done,
               gpointer     user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled_it_gives_what_was_found (PlanningFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzGroupFormation) formation = planning_prepare (f, MIXED "new-partners 2\nalike interests:2\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (pz_group_formation_search (formation, cancellable, note_progress, cancellable, NULL));
  g_assert_true (formation->result->cancelled);
  g_assert_true (pz_group_problem_is_grouping (formation->problem, formation->result->groups));
}

static void
test_names_may_be_others (PlanningFixture *f,
                          gconstpointer    data)
{
  g_autoptr(PzClassroomCopy) copy = planning_copy (f);
  PzGroupOrder *order = pz_group_order_of_activity (f->activity, 1);
  g_autoptr(PzGroupFormation) formation = NULL;
  guint number;

  order->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (order->names, g_strdup (f->ids[0]), g_strdup ("Learner 1"));
  formation = pz_group_formation_prepare (order, copy, NULL);
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[0], &number));
  g_assert_cmpstr (pz_group_class_get_names (formation->load.learners)[number], ==, "Learner 1");
  g_assert_true (pz_group_class_find (formation->load.learners, f->ids[1], &number));
  g_assert_cmpstr (pz_group_class_get_names (formation->load.learners)[number], ==, "Ben");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-formation/finds-and-proves-what-is-asked-for", test_finds_and_proves_what_is_asked_for);
  planning_test_add ("/core/group-formation/the-same-order-gives-the-same-groups", test_the_same_order_gives_the_same_groups);
  planning_test_add ("/core/group-formation/who-is-locked-stays", test_who_is_locked_stays);
  planning_test_add ("/core/group-formation/rules-hold", test_rules_hold);
  planning_test_add ("/core/group-formation/rounds-are-planned-together", test_rounds_are_planned_together);
  planning_test_add ("/core/group-formation/a-locked-round-stays", test_a_locked_round_stays);
  planning_test_add ("/core/group-formation/a-locked-round-of-other-sizes-is-refused", test_a_locked_round_of_other_sizes_is_refused);
  planning_test_add ("/core/group-formation/cancelled-it-gives-what-was-found", test_cancelled_it_gives_what_was_found);
  planning_test_add ("/core/group-formation/names-may-be-others", test_names_may_be_others);
  return g_test_run ();
}
