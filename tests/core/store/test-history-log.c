/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"

#include "classroom-fixture.h"

#include <string.h>

static GPtrArray *
read_all (ClassroomFixture     *f,
          const PzHistoryQuery *query)
{
  g_autoptr(PzHistoryLog) log = pz_history_log_new (f->classroom, query);
  g_autoptr(GError) error = NULL;
  GPtrArray *page = pz_history_log_next (log, 1000, NULL, &error);

  g_assert_no_error (error);
  return page;
}

static PzHistoryEntry *
entry_at (GPtrArray *page,
          guint      position)
{
  g_assert_cmpuint (position, <, page->len);
  return g_ptr_array_index (page, position);
}

static void
save (ClassroomFixture *f)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (f->classroom, "Edit", &error);
  g_assert_no_error (error);
}

/* appends to the history of a device, made when missing */
static void
append (ClassroomFixture *f,
        const char       *device,
        const char       *text)
{
  g_autofree char *name = g_strdup_printf ("history/%s.jsonl", device);
  g_autofree char *path = g_build_filename (f->path, name, NULL);
  g_autofree char *old = NULL;
  g_autofree char *whole = NULL;

  g_file_get_contents (path, &old, NULL, NULL);
  whole = g_strconcat (old != NULL ? old : "", text, NULL);
  g_assert_true (g_file_set_contents_full (path, whole, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static char *
history_of_this_device (ClassroomFixture *f)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", pz_clock_get_device (f->classroom->clock));
}

static void
test_newest_comes_first (ClassroomFixture *f,
                         gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) page = NULL;
  PzHistoryEntry *entry;

  rename_to (document, "Nour");
  save (f);
  rename_to (document, "Nora");
  save (f);
  page = read_all (f, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, NULL, NULL });
  g_assert_cmpuint (page->len, ==, 3);
  entry = entry_at (page, 0);
  g_assert_cmpint (entry->act, ==, PZ_HISTORY_CHANGED);
  g_assert_cmpstr (entry->before, ==, "Nour");
  g_assert_cmpstr (entry->after, ==, "Nora");
  g_assert_cmpstr (pz_history_entry_get_field_label (entry), ==, "Given name");
  g_assert_cmpstr (entry->document_title, ==, "Nora Jansen");
  g_assert_null (entry->record_title);
  g_assert_true (entry->here);
  g_assert_cmpint (entry->time, ==, pz_environment_get_now (f->environment) / 1000);
  /* a new record is one change */
  g_assert_cmpint (entry_at (page, 2)->act, ==, PZ_HISTORY_ADDED);
  g_assert_cmpint (entry_at (page, 2)->type, ==, PZ_RECORD_LEARNER);
  g_assert_null (pz_history_entry_get_field_label (entry_at (page, 2)));
}

static void
test_asks_for_a_document_a_record_a_field (ClassroomFixture *f,
                                           gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  const char *goal_id = pz_record_get_id (goal);
  g_autoptr(GPtrArray) all = NULL, learner = NULL, record = NULL, field = NULL;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  save (f);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  rename_to (document, "Nour");
  save (f);
  all = read_all (f, NULL);
  learner = read_all (f, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, NULL, NULL });
  record = read_all (f, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, goal_id, NULL });
  field = read_all (f, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, NULL, "target" });
  g_assert_cmpuint (learner->len, ==, 4);
  g_assert_cmpuint (all->len, >, learner->len);
  g_assert_cmpuint (record->len, ==, 2);
  g_assert_cmpstr (entry_at (record, 0)->record_title, ==, "Reads aloud");
  g_assert_cmpuint (field->len, ==, 1);
  g_assert_cmpstr (entry_at (field, 0)->after, ==, "60");
}

static void
test_pages_follow_each_other (ClassroomFixture *f,
                              gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(PzHistoryLog) log = NULL;
  guint n = 0;

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      rename_to (document, name);
      save (f);
    }
  log = pz_history_log_new (f->classroom, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, NULL, NULL });
  for (;;)
    {
      g_autoptr(GPtrArray) page = pz_history_log_next (log, 3, NULL, NULL);

      for (guint i = 0; i < page->len; i++, n++)
        {
          g_autofree char *expected = g_strdup_printf ("Name %u", 6 - n);

          if (n < 7)
            g_assert_cmpstr (entry_at (page, i)->after, ==, expected);
        }
      if (page->len < 3)
        break;
    }
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpuint (pz_history_log_get_n_skipped (log), ==, 0);
}

/* a line torn by a power cut is nothing; a line that was tampered with, or never was one, is counted and left out */
static void
test_torn_and_hostile_lines (ClassroomFixture *f,
                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *here = history_of_this_device (f);
  g_autoptr(PzHistoryLog) log = NULL;
  g_autoptr(GPtrArray) page = NULL;

  append (f, here, "{\"t\":\"2026-11-23T10:00:00Z\",\"doc\":\"classroom\",\"record\":\"a1\",\"field\":\"name\",\"old\":1,"
                   "\"new\":2,\"crc\":\"00000000\"}\n\n[[[[\n\377\376\n{\"t\":\"2026-11-23T10:0");
  log = pz_history_log_new (f->classroom, NULL);
  page = pz_history_log_next (log, 100, NULL, NULL);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpint (entry_at (page, 0)->act, ==, PZ_HISTORY_ADDED);
  g_assert_cmpuint (pz_history_log_get_n_skipped (log), ==, 4);
}

static void
test_other_devices_are_told_apart (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *earlier = g_strdup_printf ("{\"t\":\"2001-01-01T10:00:00Z\",\"doc\":\"learners/%s\",\"record\":\"%s\","
                                              "\"field\":\"given-name\",\"old\":\"N\",\"new\":\"No\"}\n", id, id);
  g_autofree char *later = g_strdup_printf ("{\"t\":\"2101-01-01T10:00:00Z\",\"doc\":\"learners/%s\",\"record\":\"%s\","
                                            "\"field\":\"given-name\",\"old\":\"No\",\"new\":\"Noo\"}\n", id, id);
  g_autoptr(GPtrArray) page = NULL;

  append (f, "00000000000000ff", earlier);
  append (f, "00000000000000ff", later);
  page = read_all (f, &(PzHistoryQuery) { PZ_DOCUMENT_LEARNER, id, NULL, NULL });
  g_assert_cmpuint (page->len, ==, 3);
  g_assert_cmpstr (entry_at (page, 0)->device, ==, "00000000000000ff");
  g_assert_false (entry_at (page, 0)->here);
  g_assert_true (entry_at (page, 1)->here);
  g_assert_cmpstr (entry_at (page, 2)->after, ==, "No");
}

typedef struct
{
  gboolean done;
  GPtrArray *page;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->page = pz_history_log_next_finish (PZ_HISTORY_LOG (source), result, &answer->error);
  answer->done = TRUE;
}

static void
test_reads_in_a_thread (ClassroomFixture *f,
                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzHistoryLog) log = pz_history_log_new (f->classroom, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  pz_history_log_next_async (log, 1, NULL, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.page->len, ==, 1);
  g_ptr_array_unref (answer.page);
  answer = (Answer) { 0 };
  g_cancellable_cancel (cancellable);
  pz_history_log_next_async (log, 1, cancellable, answer_cb, &answer);
  run_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.page);
  g_clear_error (&answer.error);
}

#define ADD(path, function) classroom_test_add ("/core/history-log/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newest-comes-first", test_newest_comes_first);
  ADD ("asks-for-a-document-a-record-a-field", test_asks_for_a_document_a_record_a_field);
  ADD ("pages-follow-each-other", test_pages_follow_each_other);
  ADD ("torn-and-hostile-lines", test_torn_and_hostile_lines);
  ADD ("other-devices-are-told-apart", test_other_devices_are_told_apart);
  ADD ("reads-in-a-thread", test_reads_in_a_thread);
  return g_test_run ();
}
