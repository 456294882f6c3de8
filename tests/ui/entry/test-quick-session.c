/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick-ui-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define PEOPLE "Amina Yusuf;Ben Koch;Chloé Dubois"

static void
end (PzQuickSession *session)
{
  g_assert_true (pz_quick_session_close (session, NULL));
  ui_settle ();
  quick_ui_settle (session);
  g_assert_finalize_object (session);
}

static guint
count (UiFixture    *fixture,
       PzRecordType  type)
{
  return quick_ui_count (fixture, pz_classroom_get_path (fixture->classroom), type);
}

/* Types it, presses Enter and waits for the disk. */
static void
write_down (PzQuickSession *session,
            const char     *text)
{
  g_autoptr(PzQuickLine) line = NULL;

  quick_ui_type (session, text);
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_WRITTEN);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "");
  line = quick_ui_wait_line (session, 0);
  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_SAVED);
}

static void
test_ten_in_a_row (UiFixture     *fixture,
                   gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  static const char *const texts[] = { "am 79", "ben read 60 slowly", "ch 5 min chose a book", "am laughed", "be absent",
                                       "dubois 81", "ay 80", "koch family mother called", "ch note sits better", "am 3m" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    write_down (session, texts[i]);
  g_assert_cmpuint (g_list_model_get_n_items (pz_quick_session_get_lines (session)), ==, 10);
  end (session);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 4);
  g_assert_cmpuint (count (fixture, PZ_RECORD_CHECK_IN), ==, 5);
  g_assert_cmpuint (count (fixture, PZ_RECORD_ABSENCE), ==, 1);
}

static void
test_enter_before_all_was_read (UiFixture     *fixture,
                                gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) line = NULL;

  pz_quick_session_set_text (session, "am read 79");
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_WAIT);
  quick_ui_settle (session);
  line = quick_ui_wait_line (session, 0);
  g_assert_cmpint (pz_quick_line_get_reading (line)->what, ==, PZ_QUICK_MEASUREMENT);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "");
  end (session);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 1);
}

static void
test_third_of_five_is_taken_back (UiFixture     *fixture,
                                  gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) third = NULL, last = NULL;
  static const char *const texts[] = { "am 71", "am 72", "am 73", "am 74", "am 75" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    write_down (session, texts[i]);
  third = g_list_model_get_item (pz_quick_session_get_lines (session), 2);
  g_assert_cmpfloat_with_epsilon (pz_quick_line_get_reading (third)->value, 73, 1e-9);
  pz_quick_session_undo (session, third);
  g_assert_cmpint (pz_quick_line_get_state (third), ==, PZ_QUICK_LINE_TAKEN_BACK);
  g_assert_false (pz_quick_line_can_undo (third));
  /* and by key the last one that is still there */
  g_assert_true (pz_quick_session_undo_last (session));
  last = g_list_model_get_item (pz_quick_session_get_lines (session), 0);
  g_assert_cmpint (pz_quick_line_get_state (last), ==, PZ_QUICK_LINE_TAKEN_BACK);
  ui_save (fixture->classroom);
  end (session);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 3);
}

static void
test_two_classes (UiFixture     *fixture,
                  gconstpointer  names)
{
  g_autofree char *path = quick_ui_add_class (fixture, "6a", "Dana", "Li");
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) first = NULL;
  g_autofree char *shown = NULL;

  quick_ui_type (session, "dana 90");
  shown = quick_ui_get_first (session);
  g_assert_cmpstr (shown, ==, "Dana Li (6a) · Reads aloud · 90 words a minute");
  write_down (session, "dana 90");
  write_down (session, "dana laughed");
  write_down (session, "am 80");
  /* each class has its own steps */
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New measurement");
  first = g_list_model_get_item (pz_quick_session_get_lines (session), 2);
  pz_quick_session_undo (session, first);
  g_clear_object (&first);
  end (session);
  g_assert_cmpuint (quick_ui_count (fixture, path, PZ_RECORD_MEASUREMENT), ==, 0);
  g_assert_cmpuint (quick_ui_count (fixture, path, PZ_RECORD_CHECK_IN), ==, 1);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 1);
}

static void
delete_class (UiFixture  *fixture,
              const char *path)
{
  g_autoptr(PzClassroom) classroom = pz_classroom_open (fixture->environment, path, NULL);
  PzDocument *document = pz_classroom_get_document (classroom);

  pz_document_delete (document, pz_document_get_owner (document));
  ui_save (classroom);
  g_assert_true (pz_classroom_close (classroom, NULL));
}

static gboolean
has_text (gpointer data)
{
  return *pz_quick_session_get_text (data) != '\0';
}

/* what was typed comes back into the field, with the reason */
static void
test_class_deleted_meanwhile (UiFixture     *fixture,
                              gconstpointer  names)
{
  g_autofree char *path = quick_ui_add_class (fixture, "6a", "Dana", "Li");
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autofree char *message = NULL;

  quick_ui_type (session, "dana 90");
  delete_class (fixture, path);
  pz_quick_session_enter (session);
  g_assert_true (ui_wait (has_text, session));
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "dana 90");
  g_assert_cmpuint (g_list_model_get_n_items (pz_quick_session_get_lines (session)), ==, 0);
  message = pz_quick_session_dup_message (session);
  g_assert_nonnull (strstr (message, "deleted meanwhile"));
  quick_ui_settle (session);
  end (session);
  g_assert_cmpuint (quick_ui_count (fixture, path, PZ_RECORD_MEASUREMENT), ==, 0);
}

/* who types the next one already keeps that, and the line keeps what was typed before */
static void
test_field_in_use_is_not_overwritten (UiFixture     *fixture,
                                      gconstpointer  names)
{
  g_autofree char *path = quick_ui_add_class (fixture, "6a", "Dana", "Li");
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) line = NULL;

  quick_ui_type (session, "dana 90");
  delete_class (fixture, path);
  pz_quick_session_enter (session);
  pz_quick_session_set_text (session, "am la");
  line = quick_ui_wait_line (session, 0);
  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_REFUSED);
  g_assert_nonnull (pz_quick_line_get_problem (line));
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "am la");
  pz_quick_session_try_again (session, line);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "am la");
  pz_quick_session_set_text (session, "");
  pz_quick_session_try_again (session, line);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "dana 90");
  g_clear_object (&line);
  quick_ui_settle (session);
  end (session);
}

static void
test_full_disk (UiFixture     *fixture,
                gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) line = NULL, second = NULL;

  quick_ui_type (session, "am laughed");
  flush_faults_files (1, ENOSPC);
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_WRITTEN);
  line = quick_ui_wait_line (session, 0);
  flush_faults_files (0, 0);
  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_UNSAVED);
  g_assert_nonnull (pz_quick_line_get_problem (line));
  g_assert_true (pz_quick_line_can_undo (line));
  /* the next one takes it along */
  write_down (session, "ben 60");
  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_SAVED);
  g_assert_null (pz_quick_line_get_problem (line));
  /* or one tries again */
  quick_ui_type (session, "chl laughed");
  flush_faults_files (1, ENOSPC);
  pz_quick_session_enter (session);
  second = quick_ui_wait_line (session, 0);
  flush_faults_files (0, 0);
  pz_quick_session_try_again (session, second);
  g_clear_object (&second);
  second = quick_ui_wait_line (session, 0);
  g_assert_cmpint (pz_quick_line_get_state (second), ==, PZ_QUICK_LINE_SAVED);
  g_clear_object (&line);
  g_clear_object (&second);
  end (session);
  g_assert_cmpuint (count (fixture, PZ_RECORD_CHECK_IN), ==, 2);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 1);
}

static void
test_closing_keeps_what_is_not_saved (UiFixture     *fixture,
                                      gconstpointer  names)
{
  g_autofree char *path = quick_ui_add_class (fixture, "6a", "Dana", "Li");
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autoptr(PzQuickLine) line = NULL;
  g_autoptr(GError) error = NULL;

  quick_ui_type (session, "dana laughed");
  flush_faults_files (100, ENOSPC);
  pz_quick_session_enter (session);
  line = quick_ui_wait_line (session, 0);
  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_UNSAVED);
  g_assert_false (pz_quick_session_close (session, &error));
  g_assert_nonnull (error);
  flush_faults_files (0, 0);
  g_clear_object (&line);
  end (session);
  g_assert_cmpuint (quick_ui_count (fixture, path, PZ_RECORD_CHECK_IN), ==, 1);
}

static void
test_closing_waits_for_a_class (UiFixture     *fixture,
                                gconstpointer  names)
{
  g_autofree char *path = quick_ui_add_class (fixture, "6a", "Dana", "Li");
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);

  quick_ui_type (session, "dana laughed");
  pz_quick_session_enter (session);
  end (session);
  g_assert_cmpuint (quick_ui_count (fixture, path, PZ_RECORD_CHECK_IN), ==, 1);
}

static void
test_choice_stays_while_typing (UiFixture     *fixture,
                                gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autofree char *line = NULL, *other = NULL;

  quick_ui_type (session, "am 7");
  pz_quick_session_choose (session, 1);
  line = quick_ui_get_first (session);
  g_assert_cmpstr (line, ==, "Amina Yusuf · Note · “7”");
  quick_ui_type (session, "am 7 friends");
  g_clear_pointer (&line, g_free);
  line = quick_ui_get_first (session);
  g_assert_cmpstr (line, ==, "Amina Yusuf · Note · “7 friends”");
  pz_quick_session_choose (session, 100);
  quick_ui_type (session, "ben 7");
  other = quick_ui_get_first (session);
  g_assert_cmpstr (other, ==, "Ben Koch · Reads aloud · 7 words a minute");
  end (session);
}

static void
test_missing_parts_are_completed (UiFixture     *fixture,
                                  gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  g_autofree char *message = NULL;

  quick_ui_type (session, "ami re");
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_COMPLETED);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "Amina Yusuf re");
  g_assert_true (pz_quick_session_complete (session));
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "Amina Yusuf Reads aloud ");
  g_assert_false (pz_quick_session_complete (session));
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_REFUSED);
  message = pz_quick_session_dup_message (session);
  g_assert_nonnull (strstr (message, "0 to 250 words a minute"));
  quick_ui_type (session, "ami re 900");
  g_assert_cmpint (pz_quick_session_enter (session), ==, PZ_QUICK_ANSWER_REFUSED);
  g_assert_cmpstr (pz_quick_session_get_text (session), ==, "ami re 900");
  end (session);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 0);
}

static void
test_last_value_follows (UiFixture     *fixture,
                         gconstpointer  names)
{
  PzQuickSession *session = pz_quick_session_new (fixture->classroom);
  PzQuickReading *reading;

  write_down (session, "am 79");
  quick_ui_type (session, "am 8");
  reading = g_ptr_array_index (pz_quick_session_get_readings (session), 0);
  g_assert_cmpstr (reading->goal->last_date, ==, "2026-11-23");
  g_assert_cmpfloat_with_epsilon (reading->goal->last_value, 79, 1e-9);
  end (session);
}

static void
add (const char *path,
     void      (*test) (UiFixture     *fixture,
                        gconstpointer  names))
{
  g_test_add (path, UiFixture, PEOPLE, quick_ui_set_up, test, ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/ui/quick-session/ten-in-a-row", test_ten_in_a_row);
  add ("/ui/quick-session/enter-before-all-was-read", test_enter_before_all_was_read);
  add ("/ui/quick-session/third-of-five-is-taken-back", test_third_of_five_is_taken_back);
  add ("/ui/quick-session/two-classes", test_two_classes);
  add ("/ui/quick-session/class-deleted-meanwhile", test_class_deleted_meanwhile);
  add ("/ui/quick-session/field-in-use-is-not-overwritten", test_field_in_use_is_not_overwritten);
  add ("/ui/quick-session/full-disk", test_full_disk);
  add ("/ui/quick-session/closing-keeps-what-is-not-saved", test_closing_keeps_what_is_not_saved);
  add ("/ui/quick-session/closing-waits-for-a-class", test_closing_waits_for_a_class);
  add ("/ui/quick-session/choice-stays-while-typing", test_choice_stays_while_typing);
  add ("/ui/quick-session/missing-parts-are-completed", test_missing_parts_are_completed);
  add ("/ui/quick-session/last-value-follows", test_last_value_follows);
  return g_test_run ();
}
