/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

/* Two devices with the same learner, everything numbered and seen by both. */
typedef struct
{
  PzClock *clocks[2];
  PzDocument *documents[2];
  PzRecord *learners[2];
  PzContext *seen[2];
  guint64 last[2];
  char *goal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzContext) nothing = pz_context_new ();
  PzRecord *goal;

  for (guint i = 0; i < 2; i++)
    {
      fixture->clocks[i] = fixture_clock (i == 0 ? FIXTURE_DEVICE : FIXTURE_OTHER_DEVICE, i);
      fixture->seen[i] = pz_context_new ();
    }
  fixture->documents[0] = pz_document_new (PZ_DOCUMENT_LEARNER, FIXTURE_ID, fixture->clocks[0]);
  pz_record_set_text (pz_document_get_owner (fixture->documents[0]), PZ_LEARNER_GIVEN_NAME, "Ilse");
  pz_record_set_add (pz_document_get_owner (fixture->documents[0]), PZ_LEARNER_NEEDS, "time");
  pz_record_set_add (pz_document_get_owner (fixture->documents[0]), PZ_LEARNER_NEEDS, "quiet");
  goal = pz_document_add (fixture->documents[0], PZ_RECORD_GOAL);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  fixture->goal = g_strdup (pz_record_get_id (goal));
  pz_document_settle (fixture->documents[0]);
  fixture_number (fixture->documents[0], &fixture->last[0]);
  fixture->documents[1] = pz_document_new_empty (PZ_DOCUMENT_LEARNER, FIXTURE_ID, fixture->clocks[1]);
  g_assert_true (pz_document_join (fixture->documents[1], nothing, fixture->documents[0], nothing));
  for (guint i = 0; i < 2; i++)
    {
      fixture->learners[i] = pz_document_get_owner (fixture->documents[i]);
      pz_context_set_vector (fixture->seen[i], FIXTURE_DEVICE, fixture->last[0]);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_assert_finalize_object (fixture->documents[i]);
      g_object_unref (fixture->clocks[i]);
      pz_context_free (fixture->seen[i]);
    }
  g_free (fixture->goal);
}

static PzRecord *
goal_of (Fixture *fixture,
         guint    device)
{
  return pz_document_find (fixture->documents[device], fixture->goal);
}

static void
publish (Fixture *fixture,
         guint    device)
{
  pz_document_settle (fixture->documents[device]);
  fixture_number (fixture->documents[device], &fixture->last[device]);
  pz_context_set_vector (fixture->seen[device], pz_clock_get_device (fixture->clocks[device]), fixture->last[device]);
}

/* both get what the other has; whether the first one changed */
static gboolean
exchange (Fixture *fixture)
{
  g_autoptr(PzDocument) before = NULL;
  g_autoptr(PzContext) seen_before = pz_context_new ();
  g_autofree char *one = NULL, *other = NULL;
  gboolean changed;

  publish (fixture, 0);
  publish (fixture, 1);
  before = fixture_copy (fixture->documents[0]);
  pz_context_add_context (seen_before, fixture->seen[0]);
  changed = pz_document_join (fixture->documents[0], fixture->seen[0], fixture->documents[1], fixture->seen[1]);
  pz_document_join (fixture->documents[1], fixture->seen[1], before, seen_before);
  pz_context_add_context (fixture->seen[0], fixture->seen[1]);
  pz_context_add_context (fixture->seen[1], fixture->seen[0]);
  one = fixture_canonical (fixture->documents[0]);
  other = fixture_canonical (fixture->documents[1]);
  g_assert_cmpstr (one, ==, other);
  return changed;
}

static void
test_concurrent_writes_are_siblings (Fixture       *fixture,
                                     gconstpointer  data)
{
  fixture_wait (fixture->clocks[1], 5);
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Else");
  pz_record_set_text (fixture->learners[1], PZ_LEARNER_GIVEN_NAME, "Elsa");
  g_assert_true (exchange (fixture));
  g_assert_cmpuint (pz_record_get_n_values (fixture->learners[0], PZ_LEARNER_GIVEN_NAME), ==, 2);
  g_assert_cmpstr (pz_record_get_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME), ==, "Elsa");
  /* one who sees both takes the place of both */
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Ilsa");
  g_assert_false (exchange (fixture));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (pz_record_get_n_values (fixture->learners[i], PZ_LEARNER_GIVEN_NAME), ==, 1);
      g_assert_cmpstr (pz_record_get_text (fixture->learners[i], PZ_LEARNER_GIVEN_NAME), ==, "Ilsa");
    }
}

static void
test_equal_writes_are_no_conflict (Fixture       *fixture,
                                   gconstpointer  data)
{
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Else");
  pz_record_set_text (fixture->learners[1], PZ_LEARNER_GIVEN_NAME, "Else");
  exchange (fixture);
  g_assert_cmpuint (pz_record_get_n_values (fixture->learners[0], PZ_LEARNER_GIVEN_NAME), ==, 1);
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Ilsa");
  exchange (fixture);
  g_assert_cmpuint (pz_record_get_slot (fixture->learners[1], PZ_LEARNER_GIVEN_NAME)->n_entries, ==, 1);
}

static void
test_later_writing_wins_whatever_the_clock (Fixture       *fixture,
                                            gconstpointer  data)
{
  fixture_wait (fixture->clocks[0], G_GINT64_CONSTANT (86400000) * 365);
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Else");
  exchange (fixture);
  pz_record_set_text (fixture->learners[1], PZ_LEARNER_GIVEN_NAME, "Elsa");
  exchange (fixture);
  g_assert_cmpstr (pz_record_get_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME), ==, "Elsa");
  g_assert_cmpuint (pz_record_count_conflicts (fixture->learners[0]), ==, 0);
}

static void
test_fields_under_one_stamp_part_ways (Fixture       *fixture,
                                       gconstpointer  data)
{
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Else");
  pz_record_set_remove (fixture->learners[1], PZ_LEARNER_NEEDS, "quiet");
  exchange (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (pz_record_get_text (fixture->learners[i], PZ_LEARNER_GIVEN_NAME), ==, "Else");
      g_assert_true (pz_record_set_has (fixture->learners[i], PZ_LEARNER_NEEDS, "time"));
      g_assert_false (pz_record_set_has (fixture->learners[i], PZ_LEARNER_NEEDS, "quiet"));
      g_assert_cmpstr (pz_record_get_text (goal_of (fixture, i), PZ_GOAL_TITLE), ==, "Reads");
    }
}

static void
test_adding_wins_over_removing (Fixture       *fixture,
                                gconstpointer  data)
{
  pz_record_set_remove (fixture->learners[0], PZ_LEARNER_NEEDS, "time");
  pz_record_set_remove (fixture->learners[1], PZ_LEARNER_NEEDS, "time");
  pz_record_set_add (fixture->learners[1], PZ_LEARNER_NEEDS, "time");
  exchange (fixture);
  g_assert_true (pz_record_set_has (fixture->learners[0], PZ_LEARNER_NEEDS, "time"));
  pz_record_set_remove (fixture->learners[0], PZ_LEARNER_NEEDS, "time");
  exchange (fixture);
  g_assert_false (pz_record_set_has (fixture->learners[1], PZ_LEARNER_NEEDS, "time"));
}

static void
test_emptying_does_not_undo_a_write (Fixture       *fixture,
                                     gconstpointer  data)
{
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, NULL);
  pz_record_set_text (fixture->learners[1], PZ_LEARNER_GIVEN_NAME, "Elsa");
  exchange (fixture);
  g_assert_cmpstr (pz_record_get_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME), ==, "Elsa");
}

static void
test_notifies_what_shows_another_value (Fixture       *fixture,
                                        gconstpointer  data)
{
  guint n_names = 0, n_needs = 0, n_all = 0, n_reloaded = 0;

  g_signal_connect (fixture->learners[1], "notify::given-name", G_CALLBACK (fixture_count_cb), &n_names);
  g_signal_connect (fixture->learners[1], "notify::needs", G_CALLBACK (fixture_count_cb), &n_needs);
  g_signal_connect (fixture->learners[1], "notify", G_CALLBACK (fixture_count_cb), &n_all);
  g_signal_connect_swapped (fixture->documents[1], "reloaded", G_CALLBACK (g_atomic_int_inc), &n_reloaded);
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "Else");
  pz_record_set_remove (fixture->learners[0], PZ_LEARNER_NEEDS, "quiet");
  pz_record_set_add (fixture->learners[0], PZ_LEARNER_NEEDS, "help");
  exchange (fixture);
  g_assert_cmpuint (n_names, ==, 1);
  g_assert_cmpuint (n_needs, ==, 1);
  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpuint (n_reloaded, ==, 1);
  g_assert_false (pz_document_is_dirty (fixture->documents[1]));
  exchange (fixture);
  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpuint (n_reloaded, ==, 1);
  /* another sibling behind the shown value, and an element that is there twice, show nothing new */
  fixture_wait (fixture->clocks[1], 50);
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_GIVEN_NAME, "old");
  pz_record_set_text (fixture->learners[1], PZ_LEARNER_GIVEN_NAME, "new");
  pz_record_set_add (fixture->learners[0], PZ_LEARNER_NEEDS, "space");
  pz_record_set_add (fixture->learners[1], PZ_LEARNER_NEEDS, "space");
  n_all = 0;
  exchange (fixture);
  g_assert_cmpuint (n_all, ==, 0);
  g_assert_cmpuint (pz_record_get_n_values (fixture->learners[1], PZ_LEARNER_GIVEN_NAME), ==, 2);
}

static void
test_new_records_arrive (Fixture       *fixture,
                         gconstpointer  data)
{
  PzRecord *contact = pz_document_add (fixture->documents[0], PZ_RECORD_CONTACT);
  PzRecord *arrived;

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Jurek");
  pz_document_add (fixture->documents[0], PZ_RECORD_ABSENCE);
  exchange (fixture);
  arrived = pz_document_find (fixture->documents[1], pz_record_get_id (contact));
  g_assert_cmpstr (pz_record_get_text (arrived, PZ_CONTACT_NAME), ==, "Jurek");
  g_assert_false (pz_record_is_fresh (arrived));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (fixture->documents[1], PZ_RECORD_ABSENCE)), ==, 1);
}

static void
test_purged_records_go (Fixture       *fixture,
                        gconstpointer  data)
{
  PzUnknown *unknown = pz_unknown_new ("colour", "1", 1);

  /* also what is not understood of it */
  g_ptr_array_add (pz_record_get_unknown (goal_of (fixture, 1)), unknown);
  pz_document_remove (fixture->documents[0], goal_of (fixture, 0));
  exchange (fixture);
  g_assert_null (goal_of (fixture, 0));
  g_assert_null (goal_of (fixture, 1));
}

static void
test_purging_does_not_undo_a_write (Fixture       *fixture,
                                    gconstpointer  data)
{
  pz_record_set_number (goal_of (fixture, 1), PZ_GOAL_TARGET, 60);
  pz_document_remove (fixture->documents[0], goal_of (fixture, 0));
  exchange (fixture);
  g_assert_cmpfloat (pz_record_get_number (goal_of (fixture, 0), PZ_GOAL_TARGET), ==, 60);
  g_assert_null (pz_record_get_text (goal_of (fixture, 1), PZ_GOAL_TITLE));
}

static void
test_trash_and_edit_both_stay (Fixture       *fixture,
                               gconstpointer  data)
{
  pz_document_delete (fixture->documents[0], goal_of (fixture, 0));
  pz_record_set_text (goal_of (fixture, 1), PZ_GOAL_TITLE, "Writes");
  exchange (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pz_record_is_deleted (goal_of (fixture, i)));
      g_assert_cmpstr (pz_record_get_text (goal_of (fixture, i), PZ_GOAL_TITLE), ==, "Writes");
    }
}

static void
test_one_id_and_two_types_both_stay (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(PzRecord) contact = pz_record_new (PZ_RECORD_CONTACT, "x1"), absence = pz_record_new (PZ_RECORD_ABSENCE, "x1");

  pz_document_insert (fixture->documents[0], contact);
  pz_record_set_text (contact, PZ_CONTACT_NAME, "Jurek");
  pz_document_insert (fixture->documents[1], absence);
  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-09-28");
  exchange (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = fixture_text (fixture->documents[i]);
      g_autoptr(PzDocument) copy = fixture_parse (PZ_DOCUMENT_LEARNER, text, fixture->clocks[i]);

      g_assert_nonnull (strstr (text, "{\"id\":\"x1\",\"name\":\"Jurek\"}"));
      g_assert_nonnull (strstr (text, "{\"id\":\"x1\",\"from\":\"2026-09-28\"}"));
    }
}

static void
test_what_stays_here_survives_a_copy_without_it (Fixture       *fixture,
                                                 gconstpointer  data)
{
  PzRecord *contact = pz_document_add (fixture->documents[0], PZ_RECORD_CONTACT);

  pz_record_set_text (contact, PZ_CONTACT_NAME, "Jurek");
  pz_record_set_text (fixture->learners[0], PZ_LEARNER_PRIVATE_NOTES, "for me");
  publish (fixture, 0);
  /* a snapshot has all but what is local */
  g_assert_false (pz_document_join (fixture->documents[1], fixture->seen[1], fixture->documents[1], fixture->seen[1]));
  pz_context_add_context (fixture->seen[1], fixture->seen[0]);
  pz_document_join (fixture->documents[0], fixture->seen[0], fixture->documents[1], fixture->seen[1]);
  g_assert_cmpstr (pz_record_get_text (fixture->learners[0], PZ_LEARNER_PRIVATE_NOTES), ==, "for me");
  g_assert_cmpuint (pz_document_count_pending (fixture->documents[0]), ==, 0);
}

static void
test_without_stamps_values_stay_apart (void)
{
  const char *const one = "\"measurements\":[{\"id\":\"m1\",\"goal\":\"g1\",\"value\":3},{\"id\":\"m0\"}]";
  const char *const two = "\"measurements\":[{\"id\":\"m1\",\"goal\":\"g1\",\"value\":4},{\"id\":\"m2\",\"goal\":\"g1\"}]";
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autofree char *results[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzDocument) self = fixture_parse_learner (i == 0 ? one : two, NULL, clock);
      g_autoptr(PzDocument) other = fixture_parse_learner (i == 0 ? two : one, NULL, clock);
      g_autoptr(PzContext) mine = pz_context_new (), theirs = pz_context_new ();

      pz_context_add_document (mine, self);
      pz_context_add_document (theirs, other);
      g_assert_false (pz_document_join (self, mine, self, mine));
      g_assert_true (pz_document_join (self, mine, other, theirs));
      g_assert_cmpuint (pz_record_get_n_values (pz_document_find (self, "m1"), PZ_MEASUREMENT_VALUE), ==, 2);
      g_assert_cmpuint (pz_record_get_n_values (pz_document_find (self, "m1"), PZ_MEASUREMENT_GOAL), ==, 1);
      g_assert_cmpstr (pz_record_get_text (pz_document_find (self, "m2"), PZ_MEASUREMENT_GOAL), ==, "g1");
      g_assert_nonnull (pz_document_find (self, "m0"));
      results[i] = fixture_canonical (self);
    }
  g_assert_cmpstr (results[0], ==, results[1]);
  g_free (g_steal_pointer (&results[1]));
}

static void
test_one_number_with_two_values_loses_none (void)
{
  const char *const stamps = "{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\"}}}";
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) self = fixture_parse_learner ("\"learner\":{\"given-name\":\"Ilse\"}", stamps, clock);
  g_autoptr(PzDocument) other = fixture_parse_learner ("\"learner\":{\"given-name\":\"Else\"}", stamps, clock);
  g_autoptr(PzContext) seen = pz_context_new ();
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr(PzDocument) copy = NULL;

  pz_context_set_vector (seen, FIXTURE_DEVICE, 1);
  g_assert_true (pz_document_join (self, seen, other, seen));
  g_assert_cmpuint (pz_record_get_n_values (pz_document_get_owner (self), PZ_LEARNER_GIVEN_NAME), ==, 2);
  text = fixture_text (self);
  copy = fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);
  again = fixture_text (copy);
  g_assert_cmpstr (text, ==, again);
}

static void
test_what_is_not_understood_is_united (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) self = fixture_parse_learner ("\"mood\":1,\"learner\":{\"shoe\":1}", "{\"records\":{\"z\":{}},\"a\":1}", clock);
  g_autoptr(PzDocument) other = fixture_parse_learner ("\"mood\":2,\"sky\":3,\"learner\":{\"hat\":2}", "{\"records\":{\"y\":{}},\"b\":1}", clock);
  g_autoptr(PzContext) nothing = pz_context_new ();
  g_autofree char *text = NULL;
  const char *const parts[] = { "\"mood\":2", "\"sky\":3", "\"shoe\":1", "\"hat\":2", "\"z\":{}", "\"y\":{}", "\"a\":1", "\"b\":1" };

  g_assert_true (pz_document_join (self, nothing, other, nothing));
  g_assert_false (pz_document_join (self, nothing, other, nothing));
  text = fixture_text (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (text, parts[i]));
}

/* grows with the number of records, not with its square */
static void
test_many_records_are_joined_in_time (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) self = fixture_learner (clock), other = fixture_learner (clock);
  g_autoptr(PzContext) nothing = pz_context_new ();

  for (guint i = 0; i < 20000; i++)
    pz_document_add (other, PZ_RECORD_MEASUREMENT);
  g_assert_true (pz_document_join (self, nothing, other, nothing));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (self, PZ_RECORD_MEASUREMENT)), ==, 20000);
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/core/join/concurrent-writes-are-siblings", test_concurrent_writes_are_siblings },
    { "/core/join/equal-writes-are-no-conflict", test_equal_writes_are_no_conflict },
    { "/core/join/later-writing-wins-whatever-the-clock", test_later_writing_wins_whatever_the_clock },
    { "/core/join/fields-under-one-stamp-part-ways", test_fields_under_one_stamp_part_ways },
    { "/core/join/adding-wins-over-removing", test_adding_wins_over_removing },
    { "/core/join/emptying-does-not-undo-a-write", test_emptying_does_not_undo_a_write },
    { "/core/join/notifies-what-shows-another-value", test_notifies_what_shows_another_value },
    { "/core/join/new-records-arrive", test_new_records_arrive },
    { "/core/join/purged-records-go", test_purged_records_go },
    { "/core/join/purging-does-not-undo-a-write", test_purging_does_not_undo_a_write },
    { "/core/join/trash-and-edit-both-stay", test_trash_and_edit_both_stay },
    { "/core/join/one-id-and-two-types-both-stay", test_one_id_and_two_types_both_stay },
    { "/core/join/what-stays-here-survives-a-copy-without-it", test_what_stays_here_survives_a_copy_without_it },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/core/join/without-stamps-values-stay-apart", test_without_stamps_values_stay_apart);
  g_test_add_func ("/core/join/one-number-with-two-values-loses-none", test_one_number_with_two_values_loses_none);
  g_test_add_func ("/core/join/what-is-not-understood-is-united", test_what_is_not_understood_is_united);
  g_test_add_func ("/core/join/many-records-are-joined-in-time", test_many_records_are_joined_in_time);
  return g_test_run ();
}
