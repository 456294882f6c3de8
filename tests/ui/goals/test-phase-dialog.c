/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../layout-check.h"
#include "../ui-fixture.h"
#include "pz-choice-row.h"
#include "pz-phase-dialog.h"
#include "pz-record-dialog.h"

#define PEOPLE "Amina Yusuf"

static PzDocument *
load (UiFixture *fixture)
{
  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                            pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 0), NULL);
}

static PzRecord *
add_goal (PzDocument *document)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads <b>");
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-01");
  return goal;
}

static GtkWidget *
open_dialog (UiFixture  *fixture,
             PzDocument *learner,
             PzRecord   *goal,
             PzRecord   *phase)
{
  GtkWidget *dialog = pz_phase_dialog_new (fixture->classroom, learner, goal, phase);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  return g_object_ref (dialog);
}

static PzRecord *
draft_of (GtkWidget *dialog)
{
  return pz_phase_dialog_get_draft (PZ_PHASE_DIALOG (dialog));
}

static void
assert_gone (GtkWidget *dialog)
{
  ui_settle ();
  g_assert_finalize_object (dialog);
}

static PzRecord *
only_phase (PzDocument *document)
{
  g_autoptr(PzRecord) phase = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_PHASE)), ==, 1);
  phase = g_list_model_get_item (pz_document_get_records (document, PZ_RECORD_PHASE), 0);
  return phase; /* the document holds it */
}

static void
test_writes_a_change (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  PzRecord *goal = add_goal (learner), *phase;
  GtkWidget *dialog = open_dialog (fixture, learner, goal, NULL);

  pz_phase_dialog_save (PZ_PHASE_DIALOG (dialog)); /* says nothing yet */
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (learner, PZ_RECORD_PHASE)), ==, 0);
  pz_record_set_text (draft_of (dialog), PZ_PHASE_NOTE, "Reads with a partner");
  pz_phase_dialog_save (PZ_PHASE_DIALOG (dialog));
  phase = only_phase (learner);
  g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_GOAL), ==, pz_record_get_id (goal));
  g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_NOTE), ==, "Reads with a partner");
  g_assert_nonnull (pz_record_get_text (phase, PZ_PHASE_START));
  assert_gone (dialog);
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New change of teaching");
}

static void
test_of_a_shared_goal_stands_in_the_class (UiFixture     *fixture,
                                           gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  PzDocument *own = pz_classroom_get_document (fixture->classroom);
  PzRecord *goal = add_goal (own);
  GtkWidget *dialog = open_dialog (fixture, learner, goal, NULL);

  pz_record_set_text (draft_of (dialog), PZ_PHASE_NOTE, "In pairs");
  pz_phase_dialog_save (PZ_PHASE_DIALOG (dialog));
  g_assert_cmpstr (pz_record_get_text (only_phase (own), PZ_PHASE_GOAL), ==, pz_record_get_id (goal));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (learner, PZ_RECORD_PHASE)), ==, 0);
  assert_gone (dialog);
  ui_save (fixture->classroom);
}

static void
test_a_day_before_the_goal_gets_a_hint (UiFixture     *fixture,
                                        gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  PzRecord *goal = add_goal (learner);
  GtkWidget *dialog = open_dialog (fixture, learner, goal, NULL);
  PzForm *form = pz_phase_dialog_get_form (PZ_PHASE_DIALOG (dialog));

  g_assert_null (pz_form_get_hint (form, PZ_PHASE_START));
  pz_record_set_text (draft_of (dialog), PZ_PHASE_START, "2026-08-31");
  g_assert_nonnull (pz_form_get_hint (form, PZ_PHASE_START));
  pz_record_set_text (draft_of (dialog), PZ_PHASE_START, "2026-09-01");
  g_assert_null (pz_form_get_hint (form, PZ_PHASE_START));
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_gone (dialog);
  ui_save (fixture->classroom);
}

static void
test_is_changed_and_deleted (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  PzRecord *goal = add_goal (learner);
  PzRecord *phase = pz_document_add (learner, PZ_RECORD_PHASE);
  GtkWidget *dialog;

  pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (phase, PZ_PHASE_START, "2026-10-01");
  pz_record_set_text (phase, PZ_PHASE_NOTE, "In pairs");
  dialog = open_dialog (fixture, learner, goal, phase);
  pz_record_set_text (draft_of (dialog), PZ_PHASE_START, "2026-10-05");
  pz_phase_dialog_save (PZ_PHASE_DIALOG (dialog));
  g_assert_cmpstr (pz_record_get_text (only_phase (learner), PZ_PHASE_START), ==, "2026-10-05");
  g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_NOTE), ==, "In pairs");
  assert_gone (dialog);
  dialog = open_dialog (fixture, learner, goal, phase);
  pz_phase_dialog_delete (PZ_PHASE_DIALOG (dialog));
  g_assert_true (pz_record_is_deleted (phase));
  assert_gone (dialog);
  ui_save (fixture->classroom);
}

/* the dialog above the other one */
static GtkWidget *
find_record_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PZ_IS_RECORD_DIALOG (l->data))
      return l->data;
  return NULL;
}

static void
test_a_new_strategy_is_chosen_at_once (UiFixture     *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  GtkWidget *dialog = open_dialog (fixture, learner, add_goal (learner), NULL);
  GtkWidget *row = ui_find (dialog, PZ_TYPE_CHOICE_ROW, 0), *button = NULL, *maker;

  for (guint i = 0; button == NULL; i++)
    {
      GtkWidget *found = ui_find (dialog, ADW_TYPE_ACTION_ROW, i);

      g_assert_nonnull (found);
      if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (found)), "New _Strategy"))
        button = found;
    }
  g_signal_emit_by_name (button, "activated");
  maker = find_record_dialog ();
  pz_record_set_text (pz_record_dialog_get_draft (PZ_RECORD_DIALOG (maker)), PZ_STRATEGY_NAME, "Audio books");
  pz_record_dialog_save (PZ_RECORD_DIALOG (maker));
  ui_settle ();
  g_assert_cmpstr (pz_choice_row_get_value (PZ_CHOICE_ROW (row)), ==, pz_record_get_text (draft_of (dialog), PZ_PHASE_STRATEGY));
  g_assert_nonnull (pz_choice_row_get_value (PZ_CHOICE_ROW (row)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_gone (dialog);
  ui_save (fixture->classroom);
}

static void
test_fits_at_360_px (UiFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture);
  PzRecord *goal = add_goal (learner);

  for (int dpi = 96; dpi <= 192; dpi += 96)
    {
      g_autoptr(GPtrArray) faults = NULL;
      GtkWidget *dialog;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
      dialog = pz_phase_dialog_new (fixture->classroom, learner, goal, NULL);
      gtk_window_set_default_size (GTK_WINDOW (dialog), 360 * dpi / 96, 640);
      gtk_window_present (GTK_WINDOW (dialog));
      g_object_ref (dialog);
      ui_settle ();
      gtk_test_widget_wait_for_draw (dialog);
      g_assert_cmpint (gtk_widget_get_width (dialog), <=, 360 * dpi / 96);
      faults = layout_find_faults (dialog);
      for (guint i = 0; i < faults->len; i++)
        g_printerr ("# %s\n", (char *) faults->pdata[i]);
      g_assert_cmpuint (faults->len, ==, 0);
      gtk_window_destroy (GTK_WINDOW (dialog));
      assert_gone (dialog);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/phase-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("writes-a-change", test_writes_a_change);
  ADD ("of-a-shared-goal-stands-in-the-class", test_of_a_shared_goal_stands_in_the_class);
  ADD ("a-day-before-the-goal-gets-a-hint", test_a_day_before_the_goal_gets_a_hint);
  ADD ("is-changed-and-deleted", test_is_changed_and_deleted);
  ADD ("a-new-strategy-is-chosen-at-once", test_a_new_strategy_is_chosen_at_once);
  ADD ("fits-at-360-px", test_fits_at_360_px);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
