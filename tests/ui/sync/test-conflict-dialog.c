/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-dialog.h"
#include "pz-conflict-list.h"
#include "pz-conflict-row.h"
#include "conflict-fixture.h"
#include "ui-fixture.h"

static char *
name_of (const char *id)
{
  return g_strdup_printf ("learners/%s.json", id);
}

static void
differ (UiFixture  *fixture,
        const char *id,
        const char *field,
        const char *text,
        guint       device)
{
  g_autofree char *name = name_of (id);

  conflict_fixture_write (pz_classroom_get_path (fixture->classroom), name, NULL, field, text, CONFLICT_DEVICE + device, 1000);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
}

static gboolean
is_read (gpointer dialog)
{
  return g_strcmp0 (pz_conflict_dialog_get_page (dialog), "loading") != 0;
}

static PzConflictDialog *
open_dialog (UiFixture *fixture)
{
  PzConflictDialog *dialog = PZ_CONFLICT_DIALOG (pz_conflict_dialog_new (fixture->classroom, NULL, NULL));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_true (ui_wait (is_read, dialog));
  return dialog;
}

static void
close_dialog (PzConflictDialog *dialog)
{
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_finalize_object (dialog);
}

static void
assert_given (UiFixture  *fixture,
              const char *id,
              const char *expected)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME), ==, expected);
}

static void
test_nothing_differs (UiFixture     *fixture,
                      gconstpointer  data)
{
  PzConflictDialog *dialog = open_dialog (fixture);

  g_assert_cmpstr (pz_conflict_dialog_get_page (dialog), ==, "empty");
  g_assert_false (pz_conflict_dialog_keep (dialog));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Nothing Differs");
  close_dialog (dialog);
}

static void
test_what_is_chosen_is_kept_as_one_step (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", "Hill");
  g_autofree char *noor = ui_add_learner (fixture->classroom, "Noor", "Jansen");
  PzConflictDialog *dialog;

  ui_save (fixture->classroom);
  differ (fixture, ada, "given-name", "Adah", 0);
  differ (fixture, noor, "given-name", "Nora", 0);
  dialog = open_dialog (fixture);
  g_assert_cmpuint (pz_conflict_dialog_get_n_shown (dialog), ==, 2);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "2 Fields Differ");
  pz_conflict_row_choose (PZ_CONFLICT_ROW (ui_find (GTK_WIDGET (dialog), PZ_TYPE_CONFLICT_ROW, 1)), 1);
  g_object_ref (dialog);
  g_assert_true (pz_conflict_dialog_keep (dialog));
  ui_settle ();
  g_assert_finalize_object (dialog);
  assert_given (fixture, ada, "Ada");
  assert_given (fixture, noor, "Nora");
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  assert_given (fixture, noor, "Noor");
}

/* of the cards in the only row */
static gboolean
has_three_cards (gpointer dialog)
{
  GtkWidget *first = ui_find (dialog, GTK_TYPE_CHECK_BUTTON, 0);

  return gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (first)) != NULL;
}

static void
test_values_that_came_meanwhile_are_shown (UiFixture     *fixture,
                                           gconstpointer  data)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", "Hill");
  PzConflictDialog *dialog;

  ui_save (fixture->classroom);
  differ (fixture, ada, "given-name", "Adah", 0);
  dialog = open_dialog (fixture);
  differ (fixture, ada, "given-name", "Aida", 1);
  g_assert_false (pz_conflict_dialog_keep (dialog));
  g_assert_true (ui_wait (has_three_cards, dialog));
  assert_given (fixture, ada, "Ada");
  close_dialog (dialog);
}

static void
test_it_begins_with_the_field_that_was_asked_for (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", "Hill");
  PzConflictDialog *dialog;
  GtkWidget *focus;

  ui_save (fixture->classroom);
  differ (fixture, ada, "given-name", "Adah", 0);
  differ (fixture, ada, "family-name", "Hall", 0);
  dialog = PZ_CONFLICT_DIALOG (pz_conflict_dialog_new (fixture->classroom, ada, "family-name"));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_wait (is_read, dialog));
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_ancestor (focus, PZ_TYPE_CONFLICT_ROW)
                 == ui_find (GTK_WIDGET (dialog), PZ_TYPE_CONFLICT_ROW, 1));
  close_dialog (dialog);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("/ui/conflict-dialog/nothing-differs", test_nothing_differs);
  ADD ("/ui/conflict-dialog/what-is-chosen-is-kept-as-one-step", test_what_is_chosen_is_kept_as_one_step);
  ADD ("/ui/conflict-dialog/values-that-came-meanwhile-are-shown", test_values_that_came_meanwhile_are_shown);
  ADD ("/ui/conflict-dialog/it-begins-with-the-field-that-was-asked-for", test_it_begins_with_the_field_that_was_asked_for);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
