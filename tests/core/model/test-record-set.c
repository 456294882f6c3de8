/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

typedef struct
{
  PzDocument *document;
  PzRecord *learner;
  guint n_notified;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->document = fixture_learner (clock);
  fixture->learner = pz_document_get_owner (fixture->document);
  g_signal_connect (fixture->learner, "notify::needs", G_CALLBACK (fixture_count_cb), &fixture->n_notified);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static void
assert_needs (Fixture    *fixture,
              const char *expected)
{
  g_auto(GStrv) needs = pz_record_dup_set (fixture->learner, PZ_LEARNER_NEEDS);
  g_autofree char *text = g_strjoinv (",", needs);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_elements_come_and_go (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_needs (fixture, "");
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "quiet");
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  pz_record_set_remove (fixture->learner, PZ_LEARNER_NEEDS, "nothing");
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  assert_needs (fixture, "quiet,time");
  g_assert_true (pz_record_set_has (fixture->learner, PZ_LEARNER_NEEDS, "time"));
  pz_record_set_remove (fixture->learner, PZ_LEARNER_NEEDS, "time");
  g_assert_cmpuint (fixture->n_notified, ==, 3);
  g_assert_false (pz_record_set_has (fixture->learner, PZ_LEARNER_NEEDS, "time"));
  g_assert_false (pz_record_is_empty (fixture->learner, PZ_LEARNER_NEEDS));
  g_assert_cmpuint (pz_record_get_n_values (fixture->learner, PZ_LEARNER_NEEDS), ==, 1);
  pz_record_set_remove (fixture->learner, PZ_LEARNER_NEEDS, "quiet");
  g_assert_true (pz_record_is_empty (fixture->learner, PZ_LEARNER_NEEDS));
  g_assert_cmpuint (pz_record_get_n_values (fixture->learner, PZ_LEARNER_NEEDS), ==, 0);
  /* never sent: no trace */
  g_assert_cmpuint (pz_record_get_slot (fixture->learner, PZ_LEARNER_NEEDS)->n_entries, ==, 0);
}

static void
test_assigning_writes_what_differs (Fixture       *fixture,
                                    gconstpointer  data)
{
  const char *const first[] = { "time", "", "quiet", "quiet", NULL }, *const second[] = { "help", "quiet", NULL };
  const PzSlot *slot = pz_record_get_slot (fixture->learner, PZ_LEARNER_NEEDS);
  PzStamp quiet;

  pz_record_set_assign (fixture->learner, PZ_LEARNER_NEEDS, first);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  assert_needs (fixture, "quiet,time");
  quiet = slot->entries[0].stamp;
  pz_record_set_assign (fixture->learner, PZ_LEARNER_NEEDS, second);
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  assert_needs (fixture, "help,quiet");
  g_assert_true (pz_stamp_tag_equal (&quiet, &slot->entries[1].stamp));
  pz_record_set_assign (fixture->learner, PZ_LEARNER_NEEDS, second);
  g_assert_cmpuint (fixture->n_notified, ==, 2);
}

static void
test_removal_of_what_was_sent_waits (Fixture       *fixture,
                                     gconstpointer  data)
{
  const PzSlot *slot = pz_record_get_slot (fixture->learner, PZ_LEARNER_NEEDS);
  guint64 last = 0;

  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  fixture_number (fixture->document, &last);
  pz_record_set_remove (fixture->learner, PZ_LEARNER_NEEDS, slot->entries[0].value.text);
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_true (slot->entries[0].gone);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 1);
  g_assert_cmpuint (pz_record_count_pending (fixture->learner), ==, 1);
  assert_needs (fixture, "");
  pz_record_set_add (fixture->learner, PZ_LEARNER_NEEDS, "time");
  g_assert_cmpuint (slot->n_entries, ==, 1);
  g_assert_false (slot->entries[0].gone);
  g_assert_cmpuint (slot->entries[0].replaces->len, ==, 1);
  assert_needs (fixture, "time");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/record-set/elements-come-and-go", Fixture, NULL, set_up, test_elements_come_and_go, tear_down);
  g_test_add ("/core/record-set/assigning-writes-what-differs", Fixture, NULL, set_up,
              test_assigning_writes_what_differs, tear_down);
  g_test_add ("/core/record-set/removal-of-what-was-sent-waits", Fixture, NULL, set_up,
              test_removal_of_what_was_sent_waits, tear_down);
  return g_test_run ();
}
