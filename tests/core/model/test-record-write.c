/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#define ONE_GOAL "\"goals\":[{\"id\":\"g1\",\"title\":\"Reads\",\"target\":60,\"notes\":\"x\"}]"
#define STAMPS(record) "{\"devices\":[\"9f1c22d07ab4e356\",\"5d80b71e4c9a2f03\"],\"records\":{\"g1\":" record "}}"

static const PzSlot *
slot_of (PzRecord *record,
         guint     field)
{
  return pz_record_get_slot (record, field);
}

static void
test_new_writes_of_a_new_record_share_its_stamp (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, FIXTURE_ID, clock);
  PzRecord *learner = pz_document_get_owner (document);
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (learner, &has_star);
  PzEntry shared = pz_record_new_entry (learner, PZ_LEARNER_GIVEN_NAME, 0);
  PzEntry local = pz_record_new_entry (learner, PZ_LEARNER_PRIVATE_NOTES, 0);
  PzEntry later;

  g_assert_true (has_star);
  g_assert_true (shared.shared);
  g_assert_true (pz_stamp_tag_equal (&shared.stamp, star));
  g_assert_cmpint (shared.value.kind, ==, PZ_VALUE_NONE);
  /* what never leaves this device must not get the number of the record one day */
  g_assert_false (local.shared);
  g_assert_false (pz_stamp_tag_equal (&local.stamp, star));
  pz_document_settle (document);
  later = pz_record_new_entry (learner, PZ_LEARNER_GIVEN_NAME, 0);
  g_assert_false (later.shared);
  g_assert_true (pz_stamp_is_pending (&later.stamp));
  g_assert_cmpuint (later.stamp.device, ==, FIXTURE_DEVICE);
}

static void
test_a_write_is_later_than_what_it_has_seen (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzHlc ahead = PZ_HLC (FIXTURE_NOW + 5000, 3);
  PzEntry entry = pz_record_new_entry (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, ahead);

  g_assert_cmpuint (entry.stamp.clock, >, ahead);
}

static void
test_telling_reaches_the_document_and_who_watches (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_auto(PzValue) before = pz_value_text ("Noor"), after = pz_value_text ("Nour");
  g_autoptr(GPtrArray) changes = NULL;
  const PzChange *change;
  guint n = 0;

  g_signal_connect (learner, "notify::given-name", G_CALLBACK (fixture_count_cb), &n);
  pz_record_tell (learner, PZ_LEARNER_GIVEN_NAME, NULL, &before, &after);
  g_assert_cmpuint (n, ==, 1);
  changes = pz_document_take_changes (document);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->record, ==, FIXTURE_ID);
  g_assert_cmpint (change->field, ==, PZ_LEARNER_GIVEN_NAME);
  g_assert_cmpstr (change->before.text, ==, "Noor");
  g_assert_cmpstr (change->after.text, ==, "Nour");
}

static void
test_shared_is_what_has_the_stamp_of_the_record (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      ONE_GOAL, STAMPS ("{\"*\":\"0.9.019924a01b88-0\",\"target\":\"0.10.019924a01b89-0\"}"), clock);
  PzRecord *goal = pz_document_find (document, "g1");
  PzSlot *title = pz_record_get_slot (goal, PZ_GOAL_TITLE), *target = pz_record_get_slot (goal, PZ_GOAL_TARGET);

  title->entries[0].shared = FALSE;
  target->entries[0].shared = TRUE;
  pz_record_mark_shared (goal);
  g_assert_true (title->entries[0].shared);
  g_assert_false (target->entries[0].shared);
  /* without one, what has no stamp at all */
  pz_record_set_star (goal, NULL);
  pz_record_mark_shared (goal);
  g_assert_false (title->entries[0].shared);
}

/* the first is shown, and is the latest: two devices that join them must agree on it */
static void
test_several_values_wait_in_their_order (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      ONE_GOAL,
      STAMPS ("{\"*\":\"0.9.019924a01b88-0\","
              "\"title\":[\"0.131.019a3c77e001-0\",{\"stamp\":\"1.22.019a3c7710aa-0\"}]}"), clock);
  PzRecord *goal = pz_document_find (document, "g1");
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (PzValue));
  const char *const texts[] = { "First", "Second", "Third" };
  PzHlc seen = PZ_HLC (FIXTURE_NOW + 5000, 0);
  const PzSlot *slot = slot_of (goal, PZ_GOAL_TITLE);

  g_array_set_clear_func (values, (GDestroyNotify) pz_value_clear);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PzValue value = pz_value_text (texts[i]);

      g_array_append_val (values, value);
    }
  pz_record_write_values (goal, PZ_GOAL_TITLE, values, seen);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "First");
  g_assert_cmpuint (slot->n_entries, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (slot->entries[i].value.text, ==, texts[i]);
      g_assert_cmpuint (slot->entries[i].stamp.clock, >, i < 2 ? slot->entries[i + 1].stamp.clock : seen);
      /* each takes the place of both writes that were there */
      g_assert_cmpuint (slot->entries[i].replaces->len, ==, 2);
    }
}

static void
test_a_decision_says_what_was_given_up (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      ONE_GOAL,
      STAMPS ("{\"title\":[\"0.131.019a3c77e001-0\",{\"stamp\":\"1.22.019a3c7710aa-0\",\"value\":\"Sings\"}]}"), clock);
  PzRecord *goal = pz_document_find (document, "g1");
  g_auto(PzValue) value = pz_value_text ("Writes");
  g_autoptr(GPtrArray) changes = NULL;
  const PzChange *change;

  pz_record_write (goal, PZ_GOAL_TITLE, &value);
  changes = pz_document_take_changes (document);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->before.text, ==, "Reads");
  g_assert_cmpuint (change->others->len, ==, 1);
  g_assert_cmpstr (g_array_index (change->others, PzValue, 0).text, ==, "Sings");
  g_assert_cmpuint (slot_of (goal, PZ_GOAL_TITLE)->n_entries, ==, 1);
}

static void
test_writing_what_is_shown_is_a_write_all_the_same (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (ONE_GOAL, STAMPS ("{\"*\":\"0.9.019924a01b88-0\"}"), clock);
  PzRecord *goal = pz_document_find (document, "g1");

  pz_record_write (goal, PZ_GOAL_TITLE, pz_record_peek_value (goal, PZ_GOAL_TITLE));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads");
  g_assert_true (pz_stamp_is_pending (&slot_of (goal, PZ_GOAL_TITLE)->entries[0].stamp));
}

static void
test_what_was_never_sent_leaves_no_trace (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_auto(PzValue) value = pz_value_text ("Noor");
  const PzValue nothing = { 0 };

  pz_record_write (learner, PZ_LEARNER_GIVEN_NAME, &value);
  g_assert_cmpuint (slot_of (learner, PZ_LEARNER_GIVEN_NAME)->n_entries, ==, 1);
  pz_record_write (learner, PZ_LEARNER_GIVEN_NAME, &nothing);
  g_assert_cmpuint (slot_of (learner, PZ_LEARNER_GIVEN_NAME)->n_entries, ==, 0);
}

/* a removal of what was sent has to be sent, too */
static void
test_an_emptied_field_says_what_it_takes_the_place_of (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (ONE_GOAL, STAMPS ("{\"*\":\"0.9.019924a01b88-0\"}"), clock);
  PzRecord *goal = pz_document_find (document, "g1");
  const PzValue nothing = { 0 };

  pz_record_write (goal, PZ_GOAL_TITLE, &nothing);
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_TITLE));
  g_assert_cmpuint (slot_of (goal, PZ_GOAL_TITLE)->n_entries, ==, 1);
  g_assert_cmpuint (slot_of (goal, PZ_GOAL_TITLE)->entries[0].replaces->len, ==, 1);
}

static void
test_a_record_without_a_document_cannot_be_written (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(PzRecord) goal = g_object_ref (pz_document_add (document, PZ_RECORD_GOAL));
  g_auto(PzValue) value = pz_value_text ("Writes");

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  pz_document_remove (document, goal);
  pz_record_write (goal, PZ_GOAL_TITLE, &value);
  g_assert_false (pz_record_apply_value (goal, PZ_GOAL_TITLE, &value));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads");
}

static void
test_applying_writes_only_what_differs (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *learner = pz_document_get_owner (document);
  g_auto(PzValue) value = pz_value_text ("Noor");
  g_autoptr(GPtrArray) changes = NULL;

  g_assert_true (pz_record_apply_value (learner, PZ_LEARNER_GIVEN_NAME, &value));
  g_assert_false (pz_record_apply_value (learner, PZ_LEARNER_GIVEN_NAME, &value));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  changes = pz_document_take_changes (document);
  g_assert_cmpuint (changes->len, ==, 1);
}

/* a value that came while somebody typed was not seen, and stays */
static void
test_revising_takes_the_place_of_what_was_seen_alone (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  g_autofree char *other = NULL;

  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads", NULL);
  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads a lot", "Writes"); /* nobody else knows the record */
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 1);
  pz_record_set_fresh (goal, FALSE); /* saved */
  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads aloud", "Reads a lot");
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 1);

  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads alone", "Reads");
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads alone");
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 2);
  other = pz_record_dup_value (goal, PZ_GOAL_TITLE, 1);
  g_assert_cmpstr (other, ==, "Reads aloud");

  /* what is typed is what came: nothing to decide */
  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads", "Reads alone");
  pz_record_revise_text (goal, PZ_GOAL_TITLE, "Reads", "Reads alone");
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 1);

  /* emptied, while it became something else */
  pz_record_revise_text (goal, PZ_GOAL_TITLE, NULL, "Reads alone");
  g_assert_cmpuint (pz_record_get_n_values (goal, PZ_GOAL_TITLE), ==, 2);
}

#define ADD(path, function) g_test_add_func ("/core/record-write/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-writes-of-a-new-record-share-its-stamp", test_new_writes_of_a_new_record_share_its_stamp);
  ADD ("a-write-is-later-than-what-it-has-seen", test_a_write_is_later_than_what_it_has_seen);
  ADD ("telling-reaches-the-document-and-who-watches", test_telling_reaches_the_document_and_who_watches);
  ADD ("shared-is-what-has-the-stamp-of-the-record", test_shared_is_what_has_the_stamp_of_the_record);
  ADD ("several-values-wait-in-their-order", test_several_values_wait_in_their_order);
  ADD ("a-decision-says-what-was-given-up", test_a_decision_says_what_was_given_up);
  ADD ("writing-what-is-shown-is-a-write-all-the-same", test_writing_what_is_shown_is_a_write_all_the_same);
  ADD ("what-was-never-sent-leaves-no-trace", test_what_was_never_sent_leaves_no_trace);
  ADD ("an-emptied-field-says-what-it-takes-the-place-of", test_an_emptied_field_says_what_it_takes_the_place_of);
  ADD ("a-record-without-a-document-cannot-be-written", test_a_record_without_a_document_cannot_be_written);
  ADD ("applying-writes-only-what-differs", test_applying_writes_only_what_differs);
  ADD ("revising-takes-the-place-of-what-was-seen-alone", test_revising_takes_the_place_of_what_was_seen_alone);
  return g_test_run ();
}
