/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include "pz-history-line.h"

#include <string.h>

#define TIME "2026-11-23T00:00:00Z"

/* a note of all that was edited in the document since it was saved */
static PzHistoryNote *
note_edits (ClassroomFixture *f,
            PzDocument       *document)
{
  g_autofree char *name = pz_document_file_name (pz_document_get_kind (document), pz_document_get_id (document));
  g_autoptr(GPtrArray) changes = pz_document_take_changes (document);

  pz_classroom_note_history (f->classroom, TIME, name, changes);
  return g_ptr_array_index (f->classroom->history, f->classroom->history->len - 1);
}

/* without its end; must be one that the reader of histories takes */
static char **
split_lines (PzHistoryNote *note)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char **lines;

  pz_history_note_append (note, text);
  if (text->len > 0)
    {
      g_assert_cmpint (text->str[text->len - 1], ==, '\n');
      g_string_truncate (text, text->len - 1);
    }
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(PzHistoryLine) line = { 0 };
      g_autoptr(GError) error = NULL;

      pz_history_line_parse (lines[i], strlen (lines[i]), &line, &error);
      g_assert_no_error (error);
    }
  return lines;
}

static void
test_time_is_that_of_the_clock_in_utc (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *time = pz_classroom_dup_history_time (f->classroom);

  g_assert_cmpstr (time, ==, TIME);
}

static void
test_a_line_says_what_was_and_what_is (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_auto(PzHistoryLine) line = { 0 };
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  rename_to (document, "Nour \"the\" first");
  lines = split_lines (note_edits (f, document));
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  pz_history_line_parse (lines[0], strlen (lines[0]), &line, &error);
  g_assert_no_error (error);
  g_assert_cmpint (line.kind, ==, PZ_DOCUMENT_LEARNER);
  g_assert_cmpstr (line.document, ==, id);
  g_assert_cmpstr (line.record, ==, id);
  g_assert_cmpstr (line.field, ==, "given-name");
  g_assert_null (line.element);
  g_assert_cmpstr (line.before.text, ==, "Noor");
  g_assert_cmpstr (line.after.text, ==, "Nour \"the\" first");
  g_assert_cmpint (line.time, ==, G_GINT64_CONSTANT (1795392000));
}

static void
test_new_records_and_elements_of_sets (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_auto(PzHistoryLine) added = { 0 }, came = { 0 };
  g_auto(GStrv) lines = NULL;
  PzRecord *contact = pz_document_add (document, PZ_RECORD_CONTACT);

  pz_record_set_add (owner_of (document), PZ_LEARNER_NEEDS, "a/b");
  lines = split_lines (note_edits (f, document));
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (pz_history_line_parse (lines[0], strlen (lines[0]), &added, NULL));
  g_assert_true (added.added);
  g_assert_cmpint (added.type, ==, PZ_RECORD_CONTACT);
  g_assert_cmpstr (added.record, ==, pz_record_get_id (contact));
  g_assert_true (pz_history_line_parse (lines[1], strlen (lines[1]), &came, NULL));
  g_assert_cmpstr (came.field, ==, "needs");
  g_assert_cmpstr (came.element, ==, "a/b");
}

/* each value that was given up has a line, so that it can be found again; what was chosen has none */
static void
test_a_decision_is_a_line_for_each_value (ClassroomFixture *f,
                                          gconstpointer     data)
{
  static const char *const given_up[] = { "Noor", "Nora" };
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) changes = NULL;
  g_auto(GStrv) lines = NULL;
  PzChange *change;

  rename_to (document, "Nour");
  changes = pz_document_take_changes (document);
  change = g_ptr_array_index (changes, 0);
  change->others = g_array_new (FALSE, FALSE, sizeof (PzValue));
  g_array_set_clear_func (change->others, (GDestroyNotify) pz_value_clear);
  for (gsize i = 0; i < 2; i++)
    {
      PzValue other = pz_value_text (i == 0 ? "Nour" : given_up[1]);

      g_array_append_val (change->others, other);
    }
  pz_classroom_note_history (f->classroom, TIME, "classroom.json", changes);
  lines = split_lines (g_ptr_array_index (f->classroom->history, 0));
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (given_up));
  for (gsize i = 0; i < G_N_ELEMENTS (given_up); i++)
    {
      g_auto(PzHistoryLine) line = { 0 };

      g_assert_true (pz_history_line_parse (lines[i], strlen (lines[i]), &line, NULL));
      g_assert_cmpstr (line.before.text, ==, given_up[i]);
      g_assert_cmpstr (line.after.text, ==, "Nour");
      g_assert_cmpint (line.kind, ==, PZ_DOCUMENT_CLASSROOM);
      g_assert_cmpstr (line.document, ==, "");
    }
}

/* keeping the value that was shown changes nothing but that the other one is gone */
static void
test_keeping_what_was_shown_is_no_change_of_it (ClassroomFixture *f,
                                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) changes = NULL;
  g_auto(GStrv) lines = NULL;
  PzChange *change;

  rename_to (document, "Nour");
  changes = pz_document_take_changes (document);
  change = g_ptr_array_index (changes, 0);
  pz_value_clear (&change->before);
  change->before = pz_value_text ("Nour");
  pz_classroom_note_history (f->classroom, TIME, "classroom.json", changes);
  lines = split_lines (g_ptr_array_index (f->classroom->history, 0));
  g_assert_cmpuint (g_strv_length (lines), ==, 0);
}

/* a thread that writes them may hold them longer than the class */
static void
test_notes_live_as_long_as_somebody_holds_them (ClassroomFixture *f,
                                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzHistoryNote *first, *second;
  g_auto(GStrv) lines = NULL;

  rename_to (document, "Nour");
  first = note_edits (f, document);
  g_assert_true (pz_history_note_ref (first) == first);
  rename_to (document, "Nora");
  second = note_edits (f, document);
  pz_classroom_forget_notes (f->classroom, 0);
  g_assert_cmpuint (f->classroom->history->len, ==, 2);
  pz_classroom_forget_notes (f->classroom, 1);
  g_assert_cmpuint (f->classroom->history->len, ==, 1);
  g_assert_true (g_ptr_array_index (f->classroom->history, 0) == second);
  lines = split_lines (first);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  pz_history_note_unref (first);
}

static void
set_flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static void
test_the_last_holder_frees_it (ClassroomFixture *f,
                               gconstpointer     data)
{
  gboolean is_gone = FALSE;
  GPtrArray *changes = g_ptr_array_new_with_free_func (set_flag_cb);
  PzHistoryNote *note;

  g_ptr_array_add (changes, &is_gone);
  pz_classroom_note_history (f->classroom, TIME, "classroom.json", changes);
  g_ptr_array_unref (changes);
  note = pz_history_note_ref (g_ptr_array_index (f->classroom->history, 0));
  pz_classroom_forget_notes (f->classroom, 1);
  g_assert_false (is_gone);
  pz_history_note_unref (note);
  g_assert_true (is_gone);
}

#define ADD(path, function) classroom_test_add ("/core/history-note/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("time-is-that-of-the-clock-in-utc", test_time_is_that_of_the_clock_in_utc);
  ADD ("a-line-says-what-was-and-what-is", test_a_line_says_what_was_and_what_is);
  ADD ("new-records-and-elements-of-sets", test_new_records_and_elements_of_sets);
  ADD ("a-decision-is-a-line-for-each-value", test_a_decision_is_a_line_for_each_value);
  ADD ("keeping-what-was-shown-is-no-change-of-it", test_keeping_what_was_shown_is_no_change_of_it);
  ADD ("notes-live-as-long-as-somebody-holds-them", test_notes_live_as_long_as_somebody_holds_them);
  ADD ("the-last-holder-frees-it", test_the_last_holder_frees_it);
  return g_test_run ();
}
