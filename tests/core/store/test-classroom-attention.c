/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-attention.h"

#include "classroom-fixture.h"

#include <math.h>

typedef struct
{
  gboolean done;
  GPtrArray *sources;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->sources = pz_classroom_collect_attention_finish (PZ_CLASSROOM (source), result, &answer->error);
  answer->done = TRUE;
}

static GPtrArray *
collect (ClassroomFixture *f)
{
  Answer answer = { 0 };

  pz_classroom_collect_attention_async (f->classroom, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.sources;
}

static PzRecord *
add_check_in (PzDocument *document,
              const char *day,
              const char *kind,
              double      minutes)
{
  PzRecord *check_in = pz_document_add (document, PZ_RECORD_CHECK_IN);

  pz_record_set_text (check_in, PZ_CHECK_IN_DATE, day);
  pz_record_set_text (check_in, PZ_CHECK_IN_KIND, kind);
  pz_record_set_number (check_in, PZ_CHECK_IN_MINUTES, minutes);
  return check_in;
}

static void
test_check_ins_and_absences (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *absence = pz_document_add (document, PZ_RECORD_ABSENCE);
  g_autoptr(GPtrArray) sources = NULL;
  g_autofree char *away = NULL;
  const PzAttentionSource *source;
  const PzAttentionContact *contact;

  add_check_in (document, "2026-11-20", "one-to-one", 12.5);
  add_check_in (document, "2026-11-18", "observation", NAN);
  add_check_in (document, NULL, "one-to-one", 5);
  pz_document_delete (document, add_check_in (document, "2026-11-19", "one-to-one", 7));
  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-11-09");
  pz_record_set_text (absence, PZ_ABSENCE_TO, "2026-11-11");
  absence = pz_document_add (document, PZ_RECORD_ABSENCE);
  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-11-02");
  g_assert_true (pz_classroom_save (f->classroom, "Check-ins", NULL));

  sources = collect (f);
  g_assert_cmpuint (sources->len, ==, 1);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->id, ==, id);
  g_assert_cmpuint (source->contacts->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      contact = &g_array_index (source->contacts, PzAttentionContact, i);
      if (contact->day == pz_day_from_text ("2026-11-20"))
        g_assert_true (contact->one_to_one && fabs (contact->minutes - 12.5) < 1e-9);
      else
        g_assert_true (contact->day == pz_day_from_text ("2026-11-18") && !contact->one_to_one && isnan (contact->minutes));
    }
  away = pz_day_spans_to_text (source->absences);
  g_assert_cmpstr (away, ==, "2026-11-02,2026-11-09/2026-11-11");
}

static void
test_only_those_in_the_lists (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *kept = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *archived = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *deleted = add_learner (f->classroom, "Ben", "Koch");
  g_autofree char *damaged = add_learner (f->classroom, "Dana", "Li");
  g_autoptr(PzDocument) document = load_learner (f->classroom, archived);
  const char *ids[] = { deleted, NULL };
  g_autoptr(GPtrArray) sources = NULL;

  pz_record_set_flag (owner_of (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete", NULL));
  classroom_fixture_damage (f, damaged);
  sources = collect (f);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpstr (((PzAttentionSource *) g_ptr_array_index (sources, 0))->id, ==, kept);
}

static void
test_can_be_cancelled (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  pz_classroom_collect_attention_async (f->classroom, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.sources);
  g_clear_error (&answer.error);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-attention/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("check-ins-and-absences", test_check_ins_and_absences);
  ADD ("only-those-in-the-lists", test_only_those_in_the_lists);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
