/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-learner.h"

#include <math.h>

typedef struct
{
  PzDocument *document;
  PzRecord *learner;
  guint n_notified;
  guint n_changed;
  guint last_field;
} Fixture;

static void
changed_cb (PzDocument *document,
            PzRecord   *record,
            guint       field,
            Fixture    *fixture)
{
  fixture->n_changed++;
  fixture->last_field = field;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->document = fixture_learner (clock);
  fixture->learner = pz_document_get_owner (fixture->document);
  g_signal_connect (fixture->learner, "notify", G_CALLBACK (fixture_count_cb), &fixture->n_notified);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  PzRecord *learner = g_object_ref (fixture->learner);

  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (learner);
}

static void
assert_told (Fixture *fixture,
             guint    field)
{
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->last_field, ==, field);
  fixture->n_notified = fixture->n_changed = 0;
}

static void
assert_silent (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_notified, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_has_id_and_type (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_cmpstr (pz_record_get_id (fixture->learner), ==, FIXTURE_ID);
  g_assert_cmpint (pz_record_get_record_type (fixture->learner), ==, PZ_RECORD_LEARNER);
  g_assert_true (pz_record_get_document (fixture->learner) == fixture->document);
}

static void
test_text_notifies_once_per_change (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_assert_null (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME));
  g_assert_true (pz_record_is_empty (fixture->learner, PZ_LEARNER_GIVEN_NAME));
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  assert_told (fixture, PZ_LEARNER_GIVEN_NAME);
  g_assert_cmpstr (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_false (pz_record_is_empty (fixture->learner, PZ_LEARNER_GIVEN_NAME));
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME,
                      pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME));
  pz_record_set_text (fixture->learner, PZ_LEARNER_FAMILY_NAME, "");
  assert_silent (fixture);
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, NULL);
  assert_told (fixture, PZ_LEARNER_GIVEN_NAME);
  g_assert_null (pz_record_get_text (fixture->learner, PZ_LEARNER_GIVEN_NAME));
}

static void
test_number_notifies_once_per_change (Fixture       *fixture,
                                      gconstpointer  data)
{
  PzRecord *goal = pz_document_add (fixture->document, PZ_RECORD_GOAL);

  g_signal_connect (goal, "notify", G_CALLBACK (fixture_count_cb), &fixture->n_notified);
  g_assert_true (isnan (pz_record_get_number (goal, PZ_GOAL_TARGET)));
  pz_record_set_number (goal, PZ_GOAL_TARGET, NAN);
  assert_silent (fixture);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  assert_told (fixture, PZ_GOAL_TARGET);
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  assert_silent (fixture);
  pz_record_set_number (goal, PZ_GOAL_TARGET, NAN);
  assert_told (fixture, PZ_GOAL_TARGET);
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_TARGET));
}

static void
test_flag_notifies_once_per_change (Fixture       *fixture,
                                    gconstpointer  data)
{
  pz_record_set_flag (fixture->learner, PZ_LEARNER_ARCHIVED, FALSE);
  assert_silent (fixture);
  pz_record_set_flag (fixture->learner, PZ_LEARNER_ARCHIVED, TRUE);
  assert_told (fixture, PZ_LEARNER_ARCHIVED);
  g_assert_true (pz_record_get_flag (fixture->learner, PZ_LEARNER_ARCHIVED));
  pz_record_set_flag (fixture->learner, PZ_LEARNER_ARCHIVED, 2);
  assert_silent (fixture);
}

/* through GObject, for every field of every type */
static void
check_property (PzRecord *record,
                guint     field,
                PzRandom *random)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), schema->name);
  g_auto(GValue) value = G_VALUE_INIT, back = G_VALUE_INIT;
  guint n_notified = 0;
  gulong handler = g_signal_connect (record, "notify", G_CALLBACK (fixture_count_cb), &n_notified);
  g_autofree char *text = NULL, *again = NULL;

  g_test_message ("%s/%s", G_OBJECT_TYPE_NAME (record), schema->name);
  g_assert_nonnull (pspec);
  while (pz_record_is_empty (record, field))
    fixture_fill (record, field, random);
  g_value_init (&value, pspec->value_type);
  g_value_init (&back, pspec->value_type);
  g_object_get_property (G_OBJECT (record), schema->name, &value);
  text = pz_record_dup_as_text (record, field);
  n_notified = 0;
  pz_record_set_from_text (record, field, NULL, NULL);
  g_assert_true (pz_record_is_empty (record, field));
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set_property (G_OBJECT (record), schema->name, &value);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_set_property (G_OBJECT (record), schema->name, &value);
  g_assert_cmpuint (n_notified, ==, 2);
  again = pz_record_dup_as_text (record, field);
  g_assert_cmpstr (text, ==, again);
  g_object_get_property (G_OBJECT (record), schema->name, &back);
  if (!(schema->flags & PZ_FIELD_SET))
    g_assert_cmpint (g_param_values_cmp (pspec, &value, &back), ==, 0);
  g_signal_handler_disconnect (record, handler);
}

static void
test_every_field_is_a_property (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  PzRandom random;

  pz_random_init (&random, 5);
  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      g_autoptr(PzDocument) document = pz_document_new ((PzDocumentKind) kind, FIXTURE_ID, clock);

      for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
        {
          const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) type);
          PzRecord *record = pz_document_get_owner (document);

          if (!(schema->documents & (1u << kind)))
            continue;
          if (schema->list != NULL)
            record = pz_document_add (document, (PzRecordType) type);
          for (guint i = 0; i < schema->n_fields; i++)
            check_property (record, i, &random);
        }
    }
}

static void
test_pending_over_numbered_names_it (Fixture       *fixture,
                                     gconstpointer  data)
{
  guint64 last = 4;
  PzSlot *slot = pz_record_get_slot (fixture->learner, PZ_LEARNER_GIVEN_NAME);

  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  g_assert_cmpuint (pz_record_count_pending (fixture->learner), ==, 2);
  fixture_number (fixture->document, &last);
  g_assert_cmpuint (pz_record_count_pending (fixture->learner), ==, 0);
  g_assert_cmpuint (slot->entries[0].stamp.number, ==, 6);
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Nora");
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Nour");
  g_assert_cmpuint (pz_record_count_pending (fixture->learner), ==, 1);
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 1);
  g_assert_cmpuint (g_array_index (slot->entries[0].replaces, PzStamp, 0).number, ==, 6);
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, NULL);
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_cmpuint (pz_record_count_pending (fixture->learner), ==, 1);
  /* what was never sent leaves no trace */
  pz_record_set_text (fixture->learner, PZ_LEARNER_FAMILY_NAME, "Jansen");
  pz_record_set_text (fixture->learner, PZ_LEARNER_FAMILY_NAME, NULL);
  g_assert_cmpuint (pz_record_get_slot (fixture->learner, PZ_LEARNER_FAMILY_NAME)->n_entries, ==, 0);
}

static void
test_fields_of_a_new_record_share_its_stamp (Fixture       *fixture,
                                             gconstpointer  data)
{
  PzRecord *goal = pz_document_add (fixture->document, PZ_RECORD_GOAL);
  gboolean has_star;

  g_assert_true (pz_record_is_fresh (goal));
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  g_assert_cmpuint (pz_record_count_pending (goal), ==, 1);
  pz_document_settle (fixture->document);
  g_assert_false (pz_record_is_fresh (goal));
  pz_record_set_number (goal, PZ_GOAL_TARGET, 61);
  g_assert_cmpuint (pz_record_count_pending (goal), ==, 2);
  pz_record_get_star (goal, &has_star);
  g_assert_true (has_star);
  pz_record_set_star (goal, NULL);
  pz_record_get_star (goal, &has_star);
  g_assert_false (has_star);
  pz_record_mark_shared (goal);
  g_assert_cmpuint (pz_record_count_pending (goal), ==, 2);
}

static void
test_what_stays_here_is_never_pending (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_LEARNER, FIXTURE_ID, clock);
  PzRecord *learner = pz_document_get_owner (document);
  const PzSlot *slot = pz_record_get_slot (learner, PZ_LEARNER_PRIVATE_NOTES);
  guint64 last = 0;

  pz_record_set_text (learner, PZ_LEARNER_PRIVATE_NOTES, "for me");
  g_assert_cmpuint (pz_record_count_pending (learner), ==, 1); /* the learner */
  g_assert_false (slot->entries[0].shared);
  fixture_number (document, &last);
  g_assert_true (pz_stamp_is_pending (&slot->entries[0].stamp));
  pz_record_set_text (learner, PZ_LEARNER_PRIVATE_NOTES, "for me alone");
  g_assert_cmpuint (pz_record_count_pending (learner), ==, 0);
}

static void
test_writing_over_the_far_future_shows (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzSlot *slot = pz_record_get_slot (fixture->learner, PZ_LEARNER_GIVEN_NAME);
  PzHlc ahead = PZ_HLC (FIXTURE_NOW + 10000000000, 3);

  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  slot->entries[0].stamp.clock = ahead;
  pz_record_set_text (fixture->learner, PZ_LEARNER_GIVEN_NAME, "Nora");
  g_assert_cmpuint (slot->entries[0].stamp.clock, >, ahead);
}

static void
test_without_a_document_nothing_is_written (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(PzRecord) goal = g_object_ref (pz_document_add (fixture->document, PZ_RECORD_GOAL));
  const PzValue nothing = { PZ_VALUE_NONE, { NULL } };

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  pz_document_remove (fixture->document, goal);
  fixture->n_changed = 0;
  g_assert_null (pz_record_get_document (goal));
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Writes");
  pz_record_set_number (goal, PZ_GOAL_TARGET, 3);
  pz_record_set_add (goal, PZ_GOAL_NEEDS, "time");
  g_assert_false (pz_record_apply_value (goal, PZ_GOAL_TITLE, &nothing));
  assert_silent (fixture);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads");
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_NEEDS));
}

static void
test_deleted_is_a_field (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_false (pz_record_is_deleted (fixture->learner));
  pz_record_set_text (fixture->learner, PZ_LEARNER_DELETED, "2026-11-23T10:00");
  g_assert_true (pz_record_is_deleted (fixture->learner));
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
    { "/core/record/has-id-and-type", test_has_id_and_type },
    { "/core/record/text-notifies-once-per-change", test_text_notifies_once_per_change },
    { "/core/record/number-notifies-once-per-change", test_number_notifies_once_per_change },
    { "/core/record/flag-notifies-once-per-change", test_flag_notifies_once_per_change },
    { "/core/record/every-field-is-a-property", test_every_field_is_a_property },
    { "/core/record/pending-over-numbered-names-it", test_pending_over_numbered_names_it },
    { "/core/record/fields-of-a-new-record-share-its-stamp", test_fields_of_a_new_record_share_its_stamp },
    { "/core/record/what-stays-here-is-never-pending", test_what_stays_here_is_never_pending },
    { "/core/record/writing-over-the-far-future-shows", test_writing_over_the_far_future_shows },
    { "/core/record/without-a-document-nothing-is-written", test_without_a_document_nothing_is_written },
    { "/core/record/deleted-is-a-field", test_deleted_is_a_field },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
