/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-row.h"
#include "conflict-fixture.h"
#include "ui-fixture.h"

#include <string.h>

/* The row of the only decision of the class, in a window. */
static PzConflictRow *
present_row (UiFixture  *fixture,
             const char *field,
             const char *text,
             GtkWidget **window)
{
  g_autofree char *ada = ui_add_learner (fixture->classroom, "Ada", "Hill");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", ada);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, ada, NULL);
  g_autoptr(PzDeviceNames) names = NULL;
  g_autoptr(GPtrArray) found = NULL;
  GtkWidget *row;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_NOTES, "Near the door\nLikes chess");
  ui_save (fixture->classroom);
  conflict_fixture_write (pz_classroom_get_path (fixture->classroom), name, NULL, field, text, CONFLICT_DEVICE, 1000);
  g_assert_true (pz_classroom_refresh (fixture->classroom, NULL));
  found = pz_classroom_list_conflicts (fixture->classroom, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  names = pz_device_names_read (fixture->environment, pz_classroom_get_id (fixture->classroom),
                                pz_classroom_get_path (fixture->classroom));
  row = pz_conflict_row_new (fixture->classroom, found, 0, names);
  *window = ui_present (row, 600, 600);
  return PZ_CONFLICT_ROW (row);
}

static PzConflictChoice
choice_of (PzConflictRow *row)
{
  PzConflictChoice choice;

  g_assert_true (pz_conflict_row_get_choice (row, &choice, NULL));
  return choice;
}

static void
test_cards_are_one_choice (UiFixture     *fixture,
                           gconstpointer  data)
{
  GtkWidget *window;
  PzConflictRow *row = present_row (fixture, "given-name", "Tom & <b>Ann</b>", &window);
  GtkWidget *first = ui_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, 0);
  GtkWidget *second = ui_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, 1);

  g_assert_cmpuint (choice_of (row).value, ==, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  pz_conflict_row_choose (row, 1);
  g_assert_cmpuint (choice_of (row).value, ==, 1);
  g_assert_null (choice_of (row).text);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  pz_conflict_row_merge (row); /* there is nothing to put together */
  g_assert_false (pz_conflict_row_is_merged (row));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_merged (gpointer row)
{
  return pz_conflict_row_is_merged (row);
}

static void
test_merged_text_is_kept_without_marks (UiFixture     *fixture,
                                        gconstpointer  data)
{
  GtkWidget *window;
  PzConflictRow *row = present_row (fixture, "notes", "Near the window\nLikes chess", &window);
  PzConflictChoice choice;
  g_autoptr(GError) error = NULL;
  GtkWidget *text;

  pz_conflict_row_merge (row);
  g_assert_true (ui_wait (is_merged, row));
  g_assert_false (pz_conflict_row_get_choice (row, &choice, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  pz_conflict_row_choose (row, 1); /* never mind */
  g_assert_null (choice_of (row).text);
  text = ui_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Near the window, not the door", -1);
  /* who types there wants it */
  g_assert_cmpstr (choice_of (row).text, ==, "Near the window, not the door");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_closing_while_texts_are_merged (UiFixture     *fixture,
                                     gconstpointer  data)
{
  GtkWidget *window;
  PzConflictRow *row = present_row (fixture, "notes", "Near the window", &window);

  g_object_ref (row);
  pz_conflict_row_merge (row);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_assert_finalized_soon (row);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("/ui/conflict-row/cards-are-one-choice", test_cards_are_one_choice);
  ADD ("/ui/conflict-row/merged-text-is-kept-without-marks", test_merged_text_is_kept_without_marks);
  ADD ("/ui/conflict-row/closing-while-texts-are-merged", test_closing_while_texts_are_merged);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
