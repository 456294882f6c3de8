/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-group-presets.h"

#define PEOPLE "Ana A;Ben B;Cleo C;Dan D;Eli E;Fay F;Gus G;Hana H"

/* what is formed in a window of one class, and what it is formed in */
typedef struct
{
  PzDocument *activity;
  PzGroupForming *forming;
} Forming;

static Forming
start (UiFixture  *fixture,
       const char *criteria)
{
  Forming made = { activities_add (fixture, "Bridges", TODAY, "groups"), NULL };

  pz_record_set_text (pz_document_get_owner (made.activity), PZ_ACTIVITY_CRITERIA, criteria);
  ui_save (fixture->classroom);
  made.forming = pz_group_forming_new (fixture->classroom, made.activity);
  return made;
}

static void
end (UiFixture *fixture,
     Forming   *made)
{
  pz_group_forming_stop (made->forming);
  ui_assert_finalized_soon (made->forming);
  ui_save (fixture->classroom);
  g_object_unref (made->activity);
}

static void
test_forms_as_one_step (UiFixture     *fixture,
                        gconstpointer  data)
{
  Forming made = start (fixture, "size 4\nnew-partners 3\n");
  g_autoptr(GPtrArray) groups = NULL;

  activities_form (made.forming, 1);
  groups = pz_activity_list_groups (made.activity, 1);
  g_assert_cmpuint (groups->len, ==, 2);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pz_classroom_get_index (fixture->classroom))); i++)
    {
      const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), i);

      g_assert_false (pz_record_is_empty (pz_activity_find_part (made.activity, id, 1), PZ_PARTICIPATION_GROUP));
    }
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "Forming of groups");
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_clear_pointer (&groups, g_ptr_array_unref);
  groups = pz_activity_list_groups (made.activity, 1);
  g_assert_cmpuint (groups->len, ==, 0);
  end (fixture, &made);
}

/* the same in this thread, as the command line does it */
static char *
dup_without_a_window (UiFixture  *fixture,
                      PzDocument *activity,
                      guint64     seed)
{
  g_autoptr(PzClassroomSource) source = pz_classroom_source_new (fixture->classroom);
  g_autoptr(PzClassroomCopy) copy = pz_classroom_copy_read (source, NULL, NULL);
  g_autoptr(PzDocument) other = activities_add (fixture, "Other", TODAY, "groups");
  PzGroupOrder *order = pz_group_order_of_activity (activity, 1);
  g_autoptr(PzGroupFormation) formation = NULL;

  order->seed = seed;
  formation = pz_group_formation_prepare (order, copy, NULL);
  g_assert_true (pz_group_formation_search (formation, NULL, NULL, NULL, NULL));
  pz_group_formation_prove (formation, NULL);
  pz_group_formation_apply (formation, NULL, other);
  return activities_dup_groups (fixture, other);
}

static void
test_the_same_seed_gives_the_same_groups_everywhere (UiFixture     *fixture,
                                                     gconstpointer  data)
{
  Forming made = start (fixture, "size 3\nnew-partners 3\n");
  g_autofree char *expected = dup_without_a_window (fixture, made.activity, 7);
  g_autofree char *groups = NULL;

  activities_form (made.forming, 7);
  groups = activities_dup_groups (fixture, made.activity);
  g_assert_cmpstr (groups, ==, expected);
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (made.activity), PZ_ACTIVITY_SEED), ==, 7);
  end (fixture, &made);
}

static void
test_who_is_locked_stays (UiFixture     *fixture,
                          gconstpointer  data)
{
  Forming made = start (fixture, "size 4\n");
  const char *ana = activities_learner (fixture, "Ana"), *ben = activities_learner (fixture, "Ben");
  PzRecord *arch = pz_activity_add_group (made.activity, 1, "Arch");

  pz_activity_add_group (made.activity, 1, "Beam");
  pz_activity_place (made.activity, ana, 1, arch);
  pz_activity_place (made.activity, ben, 1, arch);
  pz_record_set_flag (pz_activity_find_part (made.activity, ana, 1), PZ_PARTICIPATION_LOCKED, TRUE);
  pz_record_set_flag (pz_activity_find_part (made.activity, ben, 1), PZ_PARTICIPATION_LOCKED, TRUE);
  for (guint64 seed = 1; seed < 4; seed++)
    {
      activities_form (made.forming, seed);
      g_assert_cmpstr (pz_record_get_text (pz_activity_find_part (made.activity, ana, 1), PZ_PARTICIPATION_GROUP), ==,
                       pz_record_get_id (arch));
      g_assert_cmpstr (pz_record_get_text (pz_activity_find_part (made.activity, ben, 1), PZ_PARTICIPATION_GROUP), ==,
                       pz_record_get_id (arch));
    }
  end (fixture, &made);
}

static void
test_rules_that_clash_are_told (UiFixture     *fixture,
                                gconstpointer  data)
{
  const char *const people[] = { activities_learner (fixture, "Ana"), activities_learner (fixture, "Ben"),
                                 activities_learner (fixture, "Cleo"), NULL };
  g_autofree char *ids = g_strjoinv (",", (char **) people);
  g_autofree char *criteria = g_strdup_printf ("groups 2\napart %s:must\n", ids);
  Forming made = start (fixture, criteria);
  g_autoptr(GPtrArray) groups = NULL;

  activities_form (made.forming, 1);
  g_assert_nonnull (strstr (pz_group_forming_get_problem (made.forming), "Ana A"));
  g_assert_nonnull (strstr (pz_group_forming_get_problem (made.forming), "Cleo C"));
  groups = pz_activity_list_groups (made.activity, 1);
  g_assert_cmpuint (groups->len, ==, 0);
  pz_record_set_text (pz_document_get_owner (made.activity), PZ_ACTIVITY_CRITERIA, "groups 2\n");
  activities_form (made.forming, 1);
  g_assert_null (pz_group_forming_get_problem (made.forming)); /* it is settled */
  end (fixture, &made);
}

static void
test_groups_are_judged (UiFixture     *fixture,
                        gconstpointer  data)
{
  Forming made = start (fixture, "size 4\nnew-partners 3\n");
  const char *ana = activities_learner (fixture, "Ana");
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree char *why = NULL, *text = NULL;
  guint serial = pz_group_forming_get_serial (made.forming), n_known = 0;

  g_assert_null (pz_group_forming_get_account (made.forming));
  g_assert_null (pz_group_forming_dup_why (made.forming, ana));
  activities_form (made.forming, 1);
  activities_wait_account (made.forming);
  g_assert_cmpuint (pz_group_forming_get_serial (made.forming), !=, serial);
  g_assert_cmpuint (pz_group_forming_get_account (made.forming)->met->len, ==, 1);
  why = pz_group_forming_dup_why (made.forming, ana);
  g_assert_nonnull (why);
  groups = pz_activity_list_groups (made.activity, 1);
  g_assert_null (pz_group_forming_dup_facts (made.forming, groups->pdata[0])); /* nothing asked for can be said so */
  g_clear_pointer (&groups, g_ptr_array_unref);
  text = pz_group_forming_dup_groups (made.forming, FALSE, 1);
  g_assert_true (g_str_has_prefix (text, "\u2068Group 1\u2069: "));
  groups = pz_activity_list_groups (made.activity, 1);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *change = pz_group_forming_dup_move (made.forming, ana, groups->pdata[i]);

      n_known += change != NULL;
    }
  g_assert_cmpuint (n_known, ==, 1); /* nothing is said of the group the learner is in */
  end (fixture, &made);
}

/* until the groups are judged anew */
static void
test_what_is_known_of_a_group_stays_with_it (UiFixture     *fixture,
                                             gconstpointer  data)
{
  Forming made = start (fixture, "size 2\nnew-partners 3\n");
  const char *ana = activities_learner (fixture, "Ana");
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  activities_form (made.forming, 1);
  pz_group_forming_judge (made.forming, 1);
  activities_wait_account (made.forming);
  groups = pz_activity_list_groups (made.activity, 1);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (before, pz_group_forming_dup_move (made.forming, ana, groups->pdata[i]));
  pz_document_delete (made.activity, groups->pdata[0]);
  for (guint i = 1; i < groups->len; i++)
    {
      g_autofree char *after = pz_group_forming_dup_move (made.forming, ana, groups->pdata[i]);

      g_assert_cmpstr (after, ==, before->pdata[i]);
    }
  end (fixture, &made);
}

static void
test_nothing_is_said_of_no_groups (UiFixture     *fixture,
                                   gconstpointer  data)
{
  Forming made = start (fixture, "size 4\n");

  pz_group_forming_judge (made.forming, 1);
  g_assert_null (pz_group_forming_get_account (made.forming));
  end (fixture, &made);
}

static gboolean
has_proposal (gpointer forming)
{
  return pz_group_forming_get_proposal (forming) != NULL;
}

static void
test_others_wait_to_be_taken (UiFixture     *fixture,
                              gconstpointer  data)
{
  Forming made = start (fixture, "size 2\nnew-partners 1\n");
  g_autofree char *before = NULL, *still = NULL, *after = NULL, *text = NULL;

  activities_form (made.forming, 1);
  before = activities_dup_groups (fixture, made.activity);
  pz_group_forming_propose (made.forming, 5);
  g_assert_true (ui_wait (has_proposal, made.forming));
  still = activities_dup_groups (fixture, made.activity);
  g_assert_cmpstr (still, ==, before);
  text = pz_group_forming_dup_groups (made.forming, TRUE, 1);
  g_assert_nonnull (text);
  pz_group_forming_take_proposal (made.forming);
  after = activities_dup_groups (fixture, made.activity);
  g_assert_cmpstr (after, !=, before);
  g_assert_null (pz_group_forming_get_proposal (made.forming));
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (made.activity), PZ_ACTIVITY_SEED), ==, 5);
  end (fixture, &made);
}

static void
test_ends_at_once_with_the_best_so_far (UiFixture     *fixture,
                                        gconstpointer  data)
{
  Forming made = start (fixture, "size 4\nnew-partners 3\n");

  pz_group_forming_form (made.forming, 1);
  pz_group_forming_cancel (made.forming);
  activities_wait_formed (made.forming);
  g_assert_null (pz_group_forming_get_problem (made.forming));
  pz_group_forming_cancel (made.forming); /* nothing runs */
  end (fixture, &made);
}

static void
note_thread_cb (PzDocument *activity,
                PzRecord   *record,
                guint       field,
                gpointer    threads)
{
  g_hash_table_add (threads, g_thread_self ());
}

/* Also while nobody runs the main loop, as between two turns of it here. */
static void
test_only_the_main_thread_writes_groups (UiFixture     *fixture,
                                         gconstpointer  data)
{
  Forming made = start (fixture, "size 4\nnew-partners 3\n");
  g_autoptr(GHashTable) threads = g_hash_table_new (NULL, NULL);

  g_signal_connect (made.activity, "changed", G_CALLBACK (note_thread_cb), threads);
  pz_group_forming_form (made.forming, 1);
  while (pz_group_forming_is_forming (made.forming))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (20000);
    }
  g_assert_true (g_hash_table_contains (threads, g_thread_self ()));
  g_assert_cmpuint (g_hash_table_size (threads), ==, 1);
  g_signal_handlers_disconnect_by_data (made.activity, threads);
  end (fixture, &made);
}

static void
test_a_new_search_takes_the_place_of_another (UiFixture     *fixture,
                                              gconstpointer  data)
{
  Forming made = start (fixture, "size 4\nnew-partners 3\n");

  pz_group_forming_form (made.forming, 1);
  activities_form (made.forming, 9);
  g_assert_cmpfloat (pz_record_get_number (pz_document_get_owner (made.activity), PZ_ACTIVITY_SEED), ==, 9);
  end (fixture, &made);
}

static void
test_rounds_say_who_meets_again (UiFixture     *fixture,
                                 gconstpointer  data)
{
  Forming made = start (fixture, "size 2\n");
  g_autoptr(GPtrArray) groups = NULL;

  g_assert_null (pz_group_forming_get_rounds (made.forming));
  pz_record_set_number (pz_document_get_owner (made.activity), PZ_ACTIVITY_ROUNDS, 3);
  activities_form (made.forming, 1);
  g_assert_cmpstr (pz_group_forming_get_rounds (made.forming), ==, "0 repeats; by counting 0 would be the least.");
  groups = pz_activity_list_groups (made.activity, 3);
  g_assert_cmpuint (groups->len, ==, 4);
  end (fixture, &made);
}

#define ADD(path, test) \
  g_test_add ("/ui/group-forming/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("forms-as-one-step", test_forms_as_one_step);
  ADD ("the-same-seed-gives-the-same-groups-everywhere", test_the_same_seed_gives_the_same_groups_everywhere);
  ADD ("who-is-locked-stays", test_who_is_locked_stays);
  ADD ("rules-that-clash-are-told", test_rules_that_clash_are_told);
  ADD ("groups-are-judged", test_groups_are_judged);
  ADD ("what-is-known-of-a-group-stays-with-it", test_what_is_known_of_a_group_stays_with_it);
  ADD ("nothing-is-said-of-no-groups", test_nothing_is_said_of_no_groups);
  ADD ("others-wait-to-be-taken", test_others_wait_to_be_taken);
  ADD ("ends-at-once-with-the-best-so-far", test_ends_at_once_with_the_best_so_far);
  ADD ("only-the-main-thread-writes-groups", test_only_the_main_thread_writes_groups);
  ADD ("a-new-search-takes-the-place-of-another", test_a_new_search_takes_the_place_of_another);
  ADD ("rounds-say-who-meets-again", test_rounds_say_who_meets_again);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
