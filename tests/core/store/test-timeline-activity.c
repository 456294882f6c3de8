/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-fixture.h"

static PzRecord *
get_record (PzDocument   *document,
            PzRecordType  type,
            guint         n)
{
  g_autoptr(PzRecord) record = g_list_model_get_item (pz_document_get_records (document, type), n);

  return record; /* the document holds it */
}

static PzTimelineActivity *
read_for (TimelineFixture *f,
          PzDocument      *document)
{
  g_autoptr(GBytes) bytes = pz_document_serialize (document);

  return pz_timeline_activity_read (bytes, pz_document_get_id (f->learner));
}

static void
test_says_with_whom_and_how (TimelineFixture *f,
                             gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimelineActivity) activity = read_for (f, document);
  const char *partners[] = { f->other, NULL };

  g_assert_nonnull (activity);
  g_assert_cmpstr (activity->id, ==, pz_document_get_id (document));
  g_assert_cmpstr (activity->title, ==, "Bridges");
  g_assert_cmpstr (activity->date, ==, "2026-11-17");
  g_assert_cmpstr (activity->setting, ==, "groups");
  g_assert_cmpstr (activity->role, ==, "Reader");
  g_assert_cmpstrv (activity->partners, partners);
}

static void
test_who_was_away_is_no_partner (TimelineFixture *f,
                                 gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimelineActivity) activity = NULL;

  pz_record_set_text (get_record (document, PZ_RECORD_PARTICIPATION, 1), PZ_PARTICIPATION_PRESENT, "no");
  activity = read_for (f, document);
  g_assert_nonnull (activity);
  g_assert_cmpuint (g_strv_length (activity->partners), ==, 0);
}

static void
test_rounds_become_one_entry (TimelineFixture *f,
                              gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  PzRecord *second = pz_document_add (document, PZ_RECORD_PARTICIPATION);
  g_autoptr(PzTimelineActivity) activity = NULL;

  pz_record_set_text (second, PZ_PARTICIPATION_LEARNER, pz_document_get_id (f->learner));
  pz_record_set_text (second, PZ_PARTICIPATION_GROUP, pz_record_get_id (get_record (document, PZ_RECORD_GROUP, 0)));
  activity = read_for (f, document);
  g_assert_cmpuint (g_strv_length (activity->partners), ==, 1); /* each once */
}

typedef struct
{
  const char *what;
  PzRecordType type;
  guint field;
  const char *value;
} Reason;

static const Reason reasons[] = {
  { "planned", PZ_RECORD_ACTIVITY, PZ_ACTIVITY_STATE, "planned" },
  { "without a state", PZ_RECORD_ACTIVITY, PZ_ACTIVITY_STATE, NULL },
  { "without a day", PZ_RECORD_ACTIVITY, PZ_ACTIVITY_DATE, NULL },
  { "in the trash", PZ_RECORD_ACTIVITY, PZ_ACTIVITY_DELETED, "2026-11-20T10:00" },
  { "was away", PZ_RECORD_PARTICIPATION, PZ_PARTICIPATION_PRESENT, "no" },
  { "part in the trash", PZ_RECORD_PARTICIPATION, PZ_PARTICIPATION_DELETED, "2026-11-20T10:00" },
};

static void
test_what_did_not_happen_is_no_entry (TimelineFixture *f,
                                      gconstpointer    data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      const Reason *reason = &reasons[i];
      g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
      PzRecord *record = reason->type == PZ_RECORD_ACTIVITY ? owner_of (document) : get_record (document, reason->type, 0);

      g_test_message ("%s", reason->what);
      pz_record_set_text (record, reason->field, reason->value);
      g_assert_null (read_for (f, document));
    }
}

static void
test_of_others_and_damaged_is_no_entry (TimelineFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(GBytes) bytes = pz_document_serialize (document);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 20);

  g_assert_null (pz_timeline_activity_read (bytes, "aaaaaaaaaaaaaaaa"));
  g_assert_null (pz_timeline_activity_read (cut, pz_document_get_id (f->learner)));
}

static void
test_equal_when_it_says_the_same (TimelineFixture *f,
                                  gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimelineActivity) before = read_for (f, document);
  g_autoptr(PzTimelineActivity) same = read_for (f, document);
  g_autoptr(PzTimelineActivity) after = NULL;

  g_assert_true (pz_timeline_activity_equal (before, same));
  pz_record_set_text (owner_of (document), PZ_ACTIVITY_TITLE, "Towers");
  after = read_for (f, document);
  g_assert_false (pz_timeline_activity_equal (before, after));
}

static void
test_lives_as_long_as_somebody_holds_it (TimelineFixture *f,
                                         gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  PzTimelineActivity *activity = read_for (f, document);

  g_assert_true (pz_timeline_activity_ref (activity) == activity);
  pz_timeline_activity_unref (activity);
  g_assert_cmpstr (activity->title, ==, "Bridges");
  pz_timeline_activity_unref (activity);
}

#define ADD(path, function) timeline_test_add ("/core/timeline-activity/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-with-whom-and-how", test_says_with_whom_and_how);
  ADD ("who-was-away-is-no-partner", test_who_was_away_is_no_partner);
  ADD ("rounds-become-one-entry", test_rounds_become_one_entry);
  ADD ("what-did-not-happen-is-no-entry", test_what_did_not_happen_is_no_entry);
  ADD ("of-others-and-damaged-is-no-entry", test_of_others_and_damaged_is_no_entry);
  ADD ("equal-when-it-says-the-same", test_equal_when_it_says_the_same);
  ADD ("lives-as-long-as-somebody-holds-it", test_lives_as_long_as_somebody_holds_it);
  return g_test_run ();
}
