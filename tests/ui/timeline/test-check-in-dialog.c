/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../ui-fixture.h"
#include "pz-check-in-dialog.h"
#include "pz-check-in.h"
#include "pz-choice-row.h"

#include <math.h>

#define PEOPLE "Amina Yusuf"


static PzDocument *
load_first (UiFixture *fixture)
{
  const char *id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0);

  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
}

static GtkWidget *
open_dialog (UiFixture  *fixture,
             PzDocument *learner,
             PzRecord   *check_in)
{
  GtkWidget *dialog = pz_check_in_dialog_new (fixture->classroom, learner, check_in);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  return g_object_ref (dialog);
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_finalize_object (dialog);
}

static void
write_text (GtkWidget  *dialog,
            const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, 0))), text, -1);
}

static char *
dup_text (GtkWidget *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, 0)));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

/* a button by what stands on it */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_BUTTON (root) && GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        return root;
      found = find_button (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static PzRecord *
get_only (PzDocument   *document,
          PzRecordType  type)
{
  g_autoptr(PzRecord) record = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, type)), ==, 1);
  record = g_list_model_get_item (pz_document_get_records (document, type), 0);
  return record; /* the document holds it */
}

static void
test_writes_a_check_in (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);
  GtkWidget *dialog;
  PzCheckInDraft draft;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads <b> & aloud");
  dialog = open_dialog (fixture, learner, NULL);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "Save")));
  write_text (dialog, "Chose a new book");
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog, "Save")));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (dialog, "Observation")), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (dialog, GTK_TYPE_SPIN_BUTTON, 0)), 6);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (dialog, PZ_TYPE_CHOICE_ROW, 0)), 1);
  pz_check_in_dialog_save (PZ_CHECK_IN_DIALOG (dialog));
  draft = pz_check_in_get_draft (get_only (learner, PZ_RECORD_CHECK_IN));
  g_assert_cmpint (draft.kind, ==, PZ_CHECK_IN_IS_OBSERVATION);
  g_assert_cmpstr (draft.text, ==, "Chose a new book");
  g_assert_cmpfloat (draft.minutes, ==, 6);
  g_assert_cmpstr (draft.goal, ==, pz_record_get_id (goal));
  g_assert_nonnull (draft.date);
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New check-in");
}

static void
test_changes_one_without_touching_the_rest (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  const PzCheckInDraft before = { PZ_CHECK_IN_IS_FAMILY, "2026-10-01", "Called", 12, NULL };
  PzRecord *check_in = pz_check_in_add (learner, &before);
  GtkWidget *dialog = open_dialog (fixture, learner, check_in);
  PzCheckInDraft draft;

  write_text (dialog, "Called twice");
  pz_check_in_dialog_save (PZ_CHECK_IN_DIALOG (dialog));
  draft = pz_check_in_get_draft (get_only (learner, PZ_RECORD_CHECK_IN));
  g_assert_cmpint (draft.kind, ==, PZ_CHECK_IN_IS_FAMILY);
  g_assert_cmpstr (draft.date, ==, "2026-10-01");
  g_assert_cmpstr (draft.text, ==, "Called twice");
  g_assert_cmpfloat (draft.minutes, ==, 12);
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
test_delete_goes_to_the_trash (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  const PzCheckInDraft before = { PZ_CHECK_IN_IS_NOTE, "2026-10-01", "Called", NAN, NULL };
  PzRecord *check_in = pz_check_in_add (learner, &before);
  GtkWidget *dialog = open_dialog (fixture, learner, check_in);

  g_signal_emit_by_name (find_button (dialog, "Delete Check-In"), "clicked");
  g_assert_true (pz_record_is_deleted (check_in));
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
  dialog = open_dialog (fixture, learner, NULL);
  g_assert_false (gtk_widget_get_visible (find_button (dialog, "Delete Check-In")));
  close_dialog (dialog);
}

static void
test_phrases_are_offered_and_kept (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load_first (fixture);
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  PzRecord *phrase = pz_document_add (own, PZ_RECORD_TEMPLATE);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  GtkWidget *dialog;

  pz_record_set_text (phrase, PZ_TEMPLATE_KIND, "phrase");
  pz_record_set_text (phrase, PZ_TEMPLATE_NAME, "Partner");
  pz_record_set_text (phrase, PZ_TEMPLATE_CONTENT, "Read with a partner.");
  dialog = open_dialog (fixture, learner, NULL);
  write_text (dialog, "Well rested.");
  g_signal_emit_by_name (find_button (dialog, "Partner"), "clicked");
  text = dup_text (dialog);
  g_assert_cmpstr (text, ==, "Well rested. Read with a partner.");
  g_signal_emit_by_name (find_button (dialog, "Save as Phrase"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (own, PZ_RECORD_TEMPLATE)), ==, 2);
  g_assert_nonnull (find_button (dialog, "Well rested. Read with a partner."));
  g_assert_false (gtk_widget_get_visible (find_button (dialog, "Save as Phrase")));
  close_dialog (dialog);
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/check-in-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("writes-a-check-in", test_writes_a_check_in);
  ADD ("changes-one-without-touching-the-rest", test_changes_one_without_touching_the_rest);
  ADD ("delete-goes-to-the-trash", test_delete_goes_to_the_trash);
  ADD ("phrases-are-offered-and-kept", test_phrases_are_offered_and_kept);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
