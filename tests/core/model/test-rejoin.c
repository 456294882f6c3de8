/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#define DEVICES "\"devices\":[\"9f1c22d07ab4e356\"]"
#define NUMBERED "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\"}}}"
#define PENDING "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0199249b2c40-0\"}}}"
#define NAMED "\"learner\":{\"given-name\":\"Ilse\",\"needs\":[\"quiet\",\"time\"]}"

/* What a window read, what it holds, and what the file says now; the window edits before it looks again. */
typedef struct
{
  PzClock *clock;
  PzDocument *base;
  PzDocument *self;
  PzRecord *learner;
} Fixture;

static void
read_file (Fixture    *fixture,
           const char *members,
           const char *stamps)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->base = fixture_parse_learner (members, stamps, fixture->clock);
  fixture->self = fixture_parse_learner (members, stamps, fixture->clock);
  fixture->learner = pz_document_get_owner (fixture->self);
}

static gboolean
look_again (Fixture    *fixture,
            const char *members,
            const char *stamps)
{
  g_autoptr(PzDocument) current = fixture_parse_learner (members, stamps, fixture->clock);

  return pz_document_rejoin (fixture->self, fixture->base, current);
}

static void
clear (Fixture *fixture)
{
  g_assert_finalize_object (fixture->self);
  g_assert_finalize_object (fixture->base);
  g_assert_finalize_object (fixture->clock);
}

static void
assert_name (Fixture    *fixture,
             const char *name,
             guint       n_values)
{
  g_assert_cmpstr (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME), ==, name);
  g_assert_cmpuint (pz_record_get_n_values (fixture->learner, PZ_LEARNER_GIVEN_NAME), ==, n_values);
}

static void
test_nothing_new (void)
{
  Fixture fixture;

  read_file (&fixture, NAMED, NUMBERED);
  g_assert_false (look_again (&fixture, NAMED, NUMBERED));
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, "Else");
  g_assert_false (look_again (&fixture, NAMED, NUMBERED));
  assert_name (&fixture, "Else", 1);
  clear (&fixture);
}

static void
test_both_edited (void)
{
  Fixture fixture;

  read_file (&fixture, NAMED, NUMBERED);
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, "Else");
  g_assert_true (look_again (&fixture, "\"learner\":{\"given-name\":\"Elsa\",\"family-name\":\"Brandt\",\"needs\":[\"time\"]}",
                             "{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\","
                             "\"given-name\":{\"stamp\":\"0199249b2c50-0\",\"replaces\":[\"0.1\"]},"
                             "\"family-name\":\"0199249b2c51-0\","
                             "\"needs/quiet\":{\"stamp\":\"0199249b2c52-0\",\"replaces\":[\"0.1\"],\"gone\":true}}}}"));
  assert_name (&fixture, "Else", 2);
  g_assert_cmpstr (pz_record_get_text (fixture.learner, PZ_LEARNER_FAMILY_NAME), ==, "Brandt");
  g_assert_false (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "quiet"));
  g_assert_true (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "time"));
  clear (&fixture);
}

/* the doubtful thing: two programs, one millisecond, one counter */
static void
test_one_tag_given_twice_loses_nothing (void)
{
  Fixture fixture;
  PzSlot *slot;
  g_autofree char *clock = NULL, *stamps = NULL;

  read_file (&fixture, NAMED, NUMBERED);
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, "Else");
  slot = pz_record_get_slot (fixture.learner, PZ_LEARNER_GIVEN_NAME);
  clock = pz_hlc_format (slot->entries[0].stamp.clock);
  stamps = g_strdup_printf ("{" DEVICES ",\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\","
                            "\"given-name\":{\"stamp\":\"%s\",\"replaces\":[\"0.1\"]},\"family-name\":\"%s\"}}}",
                            clock, clock);
  look_again (&fixture, "\"learner\":{\"given-name\":\"Elsa\",\"family-name\":\"Brandt\",\"needs\":[\"quiet\",\"time\"]}", stamps);
  g_assert_cmpuint (pz_record_get_n_values (fixture.learner, PZ_LEARNER_GIVEN_NAME), ==, 2);
  g_assert_cmpstr (pz_record_get_text (fixture.learner, PZ_LEARNER_FAMILY_NAME), ==, "Brandt");
  clear (&fixture);
}

static void
test_changed_by_hand_is_a_write (void)
{
  Fixture fixture;
  const PzSlot *slot;

  read_file (&fixture, NAMED, NUMBERED);
  g_assert_true (look_again (&fixture, "\"learner\":{\"given-name\":\"Elsa\",\"family-name\":\"Brandt\",\"needs\":[\"help\",\"time\"]}", NUMBERED));
  assert_name (&fixture, "Elsa", 1);
  g_assert_cmpstr (pz_record_get_text (fixture.learner, PZ_LEARNER_FAMILY_NAME), ==, "Brandt");
  g_assert_true (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "help"));
  g_assert_false (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "quiet"));
  slot = pz_record_get_slot (fixture.learner, PZ_LEARNER_GIVEN_NAME);
  g_assert_true (pz_stamp_is_pending (&slot->entries[0].stamp));
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 1);
  clear (&fixture);
}

static void
test_changed_by_hand_and_here (void)
{
  Fixture fixture;

  read_file (&fixture, NAMED, NUMBERED);
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, "Else");
  look_again (&fixture, "\"learner\":{\"given-name\":\"Elsa\",\"needs\":[\"quiet\",\"time\"]}", NUMBERED);
  g_assert_cmpuint (pz_record_get_n_values (fixture.learner, PZ_LEARNER_GIVEN_NAME), ==, 2);
  clear (&fixture);
}

static void
test_numbered_meanwhile (void)
{
  Fixture fixture;
  const PzSlot *slot;
  guint n_notified = 0;

  read_file (&fixture, NAMED, PENDING);
  g_signal_connect (fixture.learner, "notify::family-name", G_CALLBACK (fixture_count_cb), &n_notified);
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, "Else");
  pz_record_set_remove (fixture.learner, PZ_LEARNER_NEEDS, "quiet");
  look_again (&fixture, NAMED, NUMBERED);
  assert_name (&fixture, "Else", 1);
  slot = pz_record_get_slot (fixture.learner, PZ_LEARNER_GIVEN_NAME);
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (g_array_index (slot->entries[0].replaces, PzStamp, 0).number, ==, 1);
  g_assert_false (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "quiet"));
  g_assert_true (pz_record_set_has (fixture.learner, PZ_LEARNER_NEEDS, "time"));
  slot = pz_record_get_slot (fixture.learner, PZ_LEARNER_NEEDS);
  g_assert_cmpuint (slot->n_entries, ==, 2);
  g_assert_true (slot->entries[0].gone);
  g_assert_cmpuint (slot->entries[1].stamp.number, ==, 1);
  g_assert_cmpuint (pz_record_count_pending (fixture.learner), ==, 2);
  g_assert_cmpuint (n_notified, ==, 0);
  clear (&fixture);
}

static void
test_emptied_and_numbered_meanwhile (void)
{
  Fixture fixture;
  const PzSlot *slot;

  read_file (&fixture, NAMED, PENDING);
  pz_record_set_text (fixture.learner, PZ_LEARNER_GIVEN_NAME, NULL);
  slot = pz_record_get_slot (fixture.learner, PZ_LEARNER_GIVEN_NAME);
  g_assert_cmpuint (slot->n_entries, ==, 0);
  look_again (&fixture, NAMED, NUMBERED);
  g_assert_true (pz_record_is_empty (fixture.learner, PZ_LEARNER_GIVEN_NAME));
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 1);
  clear (&fixture);
}

static void
test_records_come_and_go (void)
{
  Fixture fixture;
  const char *const goal = "\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\"}]";
  const char *const stamps = "{" DEVICES ",\"records\":{\"g1\":{\"*\":\"0.7.0199249b2c40-0\"}}}";
  PzRecord *contact;

  read_file (&fixture, goal, stamps);
  contact = pz_document_add (fixture.self, PZ_RECORD_CONTACT);
  g_assert_true (look_again (&fixture, "\"absences\":[{\"id\":\"a1\",\"from\":\"2026-09-28\"}]",
                             "{" DEVICES ",\"records\":{\"a1\":{\"*\":\"0199249b2c44-0\"}}}"));
  g_assert_null (pz_document_find (fixture.self, "g1"));
  g_assert_nonnull (pz_document_find (fixture.self, "a1"));
  g_assert_true (pz_document_find (fixture.self, pz_record_get_id (contact)) == contact);
  clear (&fixture);
}

/* a record taken out by hand, its stamps left: they must not be written beside those of the record */
static void
test_stamps_are_never_written_twice (void)
{
  Fixture fixture;
  const char *const goal = "\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\"}]";
  const char *const stamps = "{" DEVICES ",\"records\":{\"g1\":{\"*\":\"0.7.0199249b2c40-0\"}}}";
  g_autofree char *text = NULL;
  g_autoptr(PzDocument) copy = NULL;

  read_file (&fixture, goal, stamps);
  pz_record_set_text (pz_document_find (fixture.self, "g1"), PZ_GOAL_TITLE, "Writes");
  look_again (&fixture, "\"learner\":{}", stamps);
  text = fixture_text (fixture.self);
  copy = fixture_parse (PZ_DOCUMENT_LEARNER, text, fixture.clock);
  g_assert_cmpstr (pz_record_get_text (pz_document_find (copy, "g1"), PZ_GOAL_TITLE), ==, "Writes");
  g_clear_object (&copy);
  clear (&fixture);
}

static void
test_a_newer_program_may_change_what_we_do_not_know (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  read_file (&fixture, "\"mood\":5,\"sky\":1,\"learner\":{\"shoe\":9}", NULL);
  g_assert_true (look_again (&fixture, "\"mood\":4,\"sea\":2,\"learner\":{\"shoe\":8}", NULL));
  text = fixture_text (fixture.self);
  g_assert_nonnull (strstr (text, "\"mood\":4"));
  g_assert_nonnull (strstr (text, "\"shoe\":8"));
  g_assert_nonnull (strstr (text, "\"sea\":2"));
  g_assert_null (strstr (text, "\"sky\""));
  clear (&fixture);
}

static void
test_without_a_base_everything_stays (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) self = fixture_learner (clock);
  g_autoptr(PzDocument) current = fixture_parse_learner (NAMED, NUMBERED, clock);

  pz_record_set_text (pz_document_get_owner (self), PZ_LEARNER_FAMILY_NAME, "Brandt");
  g_assert_true (pz_document_rejoin (self, NULL, current));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (self), PZ_LEARNER_GIVEN_NAME), ==, "Ilse");
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (self), PZ_LEARNER_FAMILY_NAME), ==, "Brandt");
  g_assert_cmpuint (pz_document_get_revision (self), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rejoin/nothing-new", test_nothing_new);
  g_test_add_func ("/core/rejoin/both-edited", test_both_edited);
  g_test_add_func ("/core/rejoin/one-tag-given-twice-loses-nothing", test_one_tag_given_twice_loses_nothing);
  g_test_add_func ("/core/rejoin/changed-by-hand-is-a-write", test_changed_by_hand_is_a_write);
  g_test_add_func ("/core/rejoin/changed-by-hand-and-here", test_changed_by_hand_and_here);
  g_test_add_func ("/core/rejoin/numbered-meanwhile", test_numbered_meanwhile);
  g_test_add_func ("/core/rejoin/emptied-and-numbered-meanwhile", test_emptied_and_numbered_meanwhile);
  g_test_add_func ("/core/rejoin/records-come-and-go", test_records_come_and_go);
  g_test_add_func ("/core/rejoin/stamps-are-never-written-twice", test_stamps_are_never_written_twice);
  g_test_add_func ("/core/rejoin/a-newer-program-may-change-what-we-do-not-know",
                   test_a_newer_program_may_change_what_we_do_not_know);
  g_test_add_func ("/core/rejoin/without-a-base-everything-stays", test_without_a_base_everything_stays);
  return g_test_run ();
}
