/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-check-in.h"

#include <math.h>

typedef struct
{
  PzDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->document = fixture_learner (clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static void
test_kinds_have_names_and_labels (void)
{
  for (guint i = 0; i < PZ_N_CHECK_IN_KINDS; i++)
    {
      const char *name = pz_check_in_kind_get_name (i);
      PzCheckInKind kind = PZ_N_CHECK_IN_KINDS;

      g_assert_true (pz_field_check_text (&pz_schema_get_record (PZ_RECORD_CHECK_IN)->fields[PZ_CHECK_IN_KIND], name,
                                          NULL));
      g_assert_true (pz_check_in_kind_find (name, &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (pz_check_in_kind_get_label (i), !=, "");
    }
  g_assert_cmpstr (pz_check_in_kind_get_label (PZ_CHECK_IN_IS_SELF), ==, "Own words");
}

static void
test_unknown_kinds_are_not_found (void)
{
  PzCheckInKind kind = PZ_CHECK_IN_IS_FAMILY;

  g_assert_false (pz_check_in_kind_find ("party", &kind));
  g_assert_false (pz_check_in_kind_find (NULL, &kind));
  g_assert_cmpint (kind, ==, PZ_CHECK_IN_IS_FAMILY);
}

static void
test_adding_keeps_what_was_typed (Fixture       *fixture,
                                  gconstpointer  data)
{
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_FAMILY, "2026-11-20", "  Read at home.\r\nTwice.\n", 12, FIXTURE_ID };
  PzRecord *check_in = pz_check_in_add (fixture->document, &draft);
  PzCheckInDraft kept = pz_check_in_get_draft (check_in);

  g_assert_cmpint (kept.kind, ==, PZ_CHECK_IN_IS_FAMILY);
  g_assert_cmpstr (kept.date, ==, "2026-11-20");
  g_assert_cmpstr (kept.text, ==, "Read at home.\nTwice.");
  g_assert_cmpfloat (kept.minutes, ==, 12);
  g_assert_cmpstr (kept.goal, ==, FIXTURE_ID);
  g_assert_true (pz_document_find (fixture->document, pz_record_get_id (check_in)) == check_in);
  g_assert_true (pz_document_is_dirty (fixture->document));
}

static void
test_the_day_is_today_when_none_is_said (Fixture       *fixture,
                                         gconstpointer  data)
{
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_NOTE, NULL, "Tired", NAN, NULL };
  PzRecord *check_in = pz_check_in_add (fixture->document, &draft);

  g_assert_cmpstr (pz_record_get_text (check_in, PZ_CHECK_IN_DATE), ==, "2026-11-23");
  g_assert_true (pz_record_is_empty (check_in, PZ_CHECK_IN_MINUTES));
  g_assert_true (pz_record_is_empty (check_in, PZ_CHECK_IN_GOAL));
}

static void
test_changing_writes_what_differs (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzCheckInDraft draft = { PZ_CHECK_IN_IS_NOTE, "2026-11-02", "Tired", 3, FIXTURE_ID };
  PzRecord *check_in = pz_check_in_add (fixture->document, &draft);
  guint n_texts = 0, n_dates = 0;

  g_signal_connect (check_in, "notify::text", G_CALLBACK (fixture_count_cb), &n_texts);
  g_signal_connect (check_in, "notify::date", G_CALLBACK (fixture_count_cb), &n_dates);
  draft = (PzCheckInDraft) { PZ_CHECK_IN_IS_NOTE, NULL, "Tired, but here", 0, NULL };
  pz_check_in_change (fixture->document, check_in, &draft);
  g_assert_cmpuint (n_texts, ==, 1);
  g_assert_cmpuint (n_dates, ==, 0);
  g_assert_cmpstr (pz_record_get_text (check_in, PZ_CHECK_IN_DATE), ==, "2026-11-02");
  g_assert_true (pz_record_is_empty (check_in, PZ_CHECK_IN_MINUTES));
  g_assert_true (pz_record_is_empty (check_in, PZ_CHECK_IN_GOAL));
}

static void
test_a_kind_nobody_knows_reads_as_note (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzRecord *check_in = pz_document_add (fixture->document, PZ_RECORD_CHECK_IN);
  PzCheckInDraft draft = pz_check_in_get_draft (check_in);

  g_assert_cmpint (draft.kind, ==, PZ_CHECK_IN_IS_NOTE);
  g_assert_null (draft.date);
  g_assert_true (isnan (draft.minutes));
}

static void
test_refuses (void)
{
  static const PzCheckInDraft refused[] = {
    { PZ_CHECK_IN_IS_NOTE, "2026-11-02", NULL, NAN, NULL },    { PZ_CHECK_IN_IS_NOTE, "2026-11-02", " \n ", 0, NULL },
    { PZ_CHECK_IN_IS_NOTE, "yesterday", "Tired", NAN, NULL },  { PZ_CHECK_IN_IS_NOTE, NULL, "Tired", -1, NULL },
    { PZ_CHECK_IN_IS_NOTE, NULL, "Tired", 1441, NULL },        { PZ_CHECK_IN_IS_NOTE, NULL, "Ti\001red", NAN, NULL },
    { PZ_CHECK_IN_IS_NOTE, NULL, "Tired", NAN, "No id!" },
  };
  const PzCheckInDraft minutes_alone = { PZ_CHECK_IN_IS_ONE_TO_ONE, NULL, NULL, 5, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (pz_check_in_check (&refused[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
  g_assert_true (pz_check_in_check (&minutes_alone, NULL));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/check-in/kinds-have-names-and-labels", test_kinds_have_names_and_labels);
  g_test_add_func ("/core/check-in/unknown-kinds-are-not-found", test_unknown_kinds_are_not_found);
  ADD ("/core/check-in/adding-keeps-what-was-typed", test_adding_keeps_what_was_typed);
  ADD ("/core/check-in/the-day-is-today-when-none-is-said", test_the_day_is_today_when_none_is_said);
  ADD ("/core/check-in/changing-writes-what-differs", test_changing_writes_what_differs);
  ADD ("/core/check-in/a-kind-nobody-knows-reads-as-note", test_a_kind_nobody_knows_reads_as_note);
  g_test_add_func ("/core/check-in/refuses", test_refuses);
  return g_test_run ();
}
