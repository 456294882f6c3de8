/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../layout-check.h"
#include "../ui-fixture.h"
#include "pz-choice-row.h"
#include "pz-draft-entry.h"
#include "pz-goal-editor.h"
#include "pz-goal-steps.h"
#include "pz-goal-template.h"
#include "pz-goal-who.h"
#include "pz-privacy.h"
#include "pz-record-dialog.h"
#include "pz-tick-set.h"

#include <math.h>

#define PEOPLE "Amina Yusuf;Ben Ito;Cem Kaya"

static PzDocument *
load (UiFixture *fixture,
      guint      position)
{
  return pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER,
                            pz_index_peek_id (pz_classroom_get_index (fixture->classroom), position), NULL);
}

static GtkWidget *
present (GtkWidget *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  return g_object_ref (dialog);
}

/* for the first n learners of the class */
static GtkWidget *
open_new (UiFixture *fixture,
          guint      n)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, pz_index_peek_id (pz_classroom_get_index (fixture->classroom), i));
  ids = g_strv_builder_end (builder);
  return present (pz_goal_editor_new (fixture->classroom, (const char * const *) ids));
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_finalize_object (dialog);
}

static PzRecord *
draft_of (GtkWidget *dialog)
{
  return pz_goal_draft_get_goal (pz_goal_editor_get_draft (PZ_GOAL_EDITOR (dialog)));
}

/* the entry of a field, by its label */
static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = ui_find (root, PZ_TYPE_DRAFT_ENTRY, i);

      g_assert_nonnull (row);
      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

static void
type (GtkWidget  *dialog,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, title)), text);
}

static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && g_strrstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static PzRecord *
only_goal (PzDocument *document)
{
  g_autoptr(PzRecord) goal = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_GOAL)), ==, 1);
  goal = g_list_model_get_item (pz_document_get_records (document, PZ_RECORD_GOAL), 0);
  return goal; /* the document holds it */
}

static PzRecord *
add_measure (UiFixture  *fixture,
             const char *kind)
{
  PzRecord *measure = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_MEASURE);

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Words");
  pz_record_set_text (measure, PZ_MEASURE_KIND, kind);
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  return measure;
}

static void
test_writes_a_goal (UiFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture, 0);
  PzRecord *measure = add_measure (fixture, "rate"), *goal;
  GtkWidget *dialog = open_new (fixture, 1);

  type (dialog, "Behaviour", "reads aloud");
  type (dialog, "Target", "60");
  pz_record_set_text (draft_of (dialog), PZ_GOAL_MEASURE, pz_record_get_id (measure));
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  goal = only_goal (learner);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_MEASURE), ==, pz_record_get_id (measure));
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (fixture->classroom), ==, "New goal");
}

static void
test_nothing_is_kept_without_a_name (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture, 0);
  GtkWidget *dialog = open_new (fixture, 1);

  type (dialog, "Target", "60");
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (learner, PZ_RECORD_GOAL)), ==, 0);
  type (dialog, "Title", "Reads");
  type (dialog, "Target", "sixty"); /* no number: what was typed would be lost */
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (learner, PZ_RECORD_GOAL)), ==, 0);
  close_dialog (dialog);
}

static void
test_says_the_sentence_and_the_hints (UiFixture     *fixture,
                                      gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 1);
  PzGoalEditor *editor = PZ_GOAL_EDITOR (dialog);

  g_assert_null (pz_goal_editor_get_hint (editor, PZ_GOAL_MEASURE)); /* not before something is written */
  type (dialog, "Behaviour", "understands fractions");
  ui_settle ();
  g_assert_true (shows (dialog, "understands fractions"));
  g_assert_true (shows (dialog, "Amina"));
  g_assert_nonnull (g_strrstr (pz_goal_editor_get_hint (editor, PZ_GOAL_BEHAVIOUR), "understands"));
  g_assert_nonnull (pz_goal_editor_get_hint (editor, PZ_GOAL_MEASURE));
  type (dialog, "Behaviour", "writes fractions");
  g_assert_null (pz_goal_editor_get_hint (editor, PZ_GOAL_BEHAVIOUR));
  close_dialog (dialog);
}

static void
test_hidden_names_go_from_the_sentence (UiFixture     *fixture,
                                        gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 1);

  type (dialog, "Behaviour", "reads aloud");
  ui_settle ();
  g_assert_true (shows (dialog, "Amina"));
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  g_assert_false (shows (dialog, "Amina"));
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  g_assert_true (shows (dialog, "Amina"));
  close_dialog (dialog);
}

static void
test_levels_show_with_goal_attainment (UiFixture     *fixture,
                                       gconstpointer  data)
{
  PzRecord *measure = add_measure (fixture, "goal-attainment");
  GtkWidget *dialog = open_new (fixture, 1);
  GtkWidget *level = find_entry (dialog, "As expected (0)");

  g_assert_false (gtk_widget_get_mapped (level));
  pz_record_set_text (draft_of (dialog), PZ_GOAL_MEASURE, pz_record_get_id (measure));
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (level));
  gtk_editable_set_text (GTK_EDITABLE (level), "Speaks once");
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_level (pz_goal_editor_get_draft (PZ_GOAL_EDITOR (dialog)), 0),
                                       PZ_GAS_LEVEL_TEXT), ==, "Speaks once");
  close_dialog (dialog);
}

static void
test_needs_of_the_learner_are_ticked (UiFixture     *fixture,
                                      gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture, 0);
  GtkWidget *dialog, *ticks;

  pz_record_set_add (pz_document_get_owner (learner), PZ_LEARNER_NEEDS, "Speed <b>");
  dialog = open_new (fixture, 1);
  ticks = ui_find (dialog, PZ_TYPE_TICK_SET, 0);
  g_assert_true (shows (ticks, "Speed <b>"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (ticks, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  g_assert_true (pz_record_set_has (draft_of (dialog), PZ_GOAL_NEEDS, "Speed <b>"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (ticks, GTK_TYPE_TOGGLE_BUTTON, 0)), FALSE);
  g_assert_true (pz_record_is_empty (draft_of (dialog), PZ_GOAL_NEEDS));
  close_dialog (dialog);
  ui_save (fixture->classroom);
}

static gboolean
is_saved (gpointer classroom)
{
  return pz_classroom_get_save_state (classroom) == PZ_SAVE_SAVED
         && g_strcmp0 (pz_classroom_get_undo_label (classroom), "New goal of 3 learners") == 0;
}

static void
test_is_given_to_many_in_one_step (UiFixture     *fixture,
                                   gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 3);

  type (dialog, "Title", "Reads");
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  g_assert_true (ui_wait (is_saved, fixture->classroom));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(PzDocument) learner = load (fixture, i);

      g_assert_cmpstr (pz_record_get_text (only_goal (learner), PZ_GOAL_TITLE), ==, "Reads");
    }
  g_assert_finalize_object (dialog);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(PzDocument) learner = load (fixture, i);

      g_assert_true (pz_record_is_deleted (only_goal (learner)));
    }
  ui_save (fixture->classroom);
}

static void
test_is_shared_by_many (UiFixture     *fixture,
                        gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 2);
  GtkWidget *who = ui_find (dialog, PZ_TYPE_GOAL_WHO, 0);
  PzRecord *goal;

  type (dialog, "Title", "Works together");
  gtk_switch_set_active (GTK_SWITCH (ui_find (who, GTK_TYPE_SWITCH, 0)), TRUE);
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  goal = only_goal (pz_classroom_get_document (fixture->classroom));
  for (guint i = 0; i < 2; i++)
    g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS,
                                      pz_index_peek_id (pz_classroom_get_index (fixture->classroom), i)));
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
test_changes_what_was_changed (UiFixture     *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzDocument) learner = load (fixture, 0);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);
  GtkWidget *dialog;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  ui_save (fixture->classroom);
  dialog = present (pz_goal_editor_new_of (fixture->classroom, learner, goal));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (dialog, "Title"))), ==, "Reads");
  pz_record_set_number (goal, PZ_GOAL_TARGET, 65); /* somebody else, meanwhile */
  type (dialog, "Title", "Reads well");
  pz_goal_editor_save (PZ_GOAL_EDITOR (dialog));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads well");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 65);
  ui_settle ();
  g_assert_finalize_object (dialog);
  ui_save (fixture->classroom);
}

static void
test_takes_the_baseline_from_measurements (UiFixture     *fixture,
                                           gconstpointer  data)
{
  static const double values[] = { 31, 40, 33, 90 };
  g_autoptr(PzDocument) learner = load (fixture, 0);
  PzRecord *goal = pz_document_add (learner, PZ_RECORD_GOAL);
  GtkWidget *dialog, *button = NULL;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      PzRecord *measurement = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
      g_autofree char *day = g_strdup_printf ("2026-10-%02u", (guint) (i + 1));

      pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
      pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, day);
      pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, values[i]);
    }
  dialog = present (pz_goal_editor_new_of (fixture->classroom, learner, goal));
  for (guint i = 0; button == NULL; i++)
    {
      GtkWidget *row = ui_find (dialog, ADW_TYPE_ACTION_ROW, i);

      g_assert_nonnull (row);
      if (g_strrstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "first measurements") != NULL)
        button = row;
    }
  g_signal_emit_by_name (button, "activated");
  g_assert_cmpfloat (pz_record_get_number (draft_of (dialog), PZ_GOAL_BASELINE), ==, 33); /* the median of the first three */
  close_dialog (dialog);
  ui_save (fixture->classroom);
}

static void
test_steps_come_and_go (UiFixture     *fixture,
                        gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 1);
  PzGoalSteps *steps = PZ_GOAL_STEPS (ui_find (dialog, PZ_TYPE_GOAL_STEPS, 0));
  GPtrArray *milestones = pz_goal_draft_get_milestones (pz_goal_editor_get_draft (PZ_GOAL_EDITOR (dialog)));

  pz_goal_steps_add (steps);
  pz_goal_steps_add (steps);
  g_assert_cmpuint (milestones->len, ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (steps), PZ_TYPE_DRAFT_ENTRY, 0)), "Short words");
  g_assert_cmpstr (pz_record_get_text (milestones->pdata[0], PZ_MILESTONE_TEXT), ==, "Short words");
  ui_settle ();
  g_assert_true (shows (GTK_WIDGET (steps), "Short words"));
  pz_goal_draft_remove_milestone (pz_goal_editor_get_draft (PZ_GOAL_EDITOR (dialog)), milestones->pdata[0]);
  pz_goal_steps_update (steps);
  ui_settle ();
  g_assert_false (shows (GTK_WIDGET (steps), "Short words"));
  close_dialog (dialog);
}

static void
test_templates_are_kept_and_taken (UiFixture     *fixture,
                                   gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture, 1);

  type (dialog, "Title", "Reads");
  type (dialog, "Condition", "Given a text");
  pz_goal_editor_keep_as_template (PZ_GOAL_EDITOR (dialog));
  close_dialog (dialog);
  dialog = open_new (fixture, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (dialog, PZ_TYPE_CHOICE_ROW, 0)), 1);
  g_assert_cmpstr (pz_record_get_text (draft_of (dialog), PZ_GOAL_CONDITION), ==, "Given a text");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (dialog, "Title"))), ==, "Reads");
  close_dialog (dialog);
  ui_save (fixture->classroom);
}

/* How somebody may look at the dialog: size in px, dots per inch of the font (192 is 200 %), direction. */
static const struct
{
  const char *name;
  int width;
  int dpi;
  GtkTextDirection direction;
} modes[] = {
  { "wide", 560, 96, GTK_TEXT_DIR_LTR },       { "narrow", 360, 96, GTK_TEXT_DIR_LTR },
  { "rtl", 560, 96, GTK_TEXT_DIR_RTL },        { "large", 1100, 192, GTK_TEXT_DIR_LTR },
  { "large-narrow", 720, 192, GTK_TEXT_DIR_LTR },
};

static void
assert_fits (GtkWidget  *dialog,
             const char *mode)
{
  g_autoptr(GPtrArray) faults = NULL;

  ui_settle ();
  gtk_test_widget_wait_for_draw (dialog);
  faults = layout_find_faults (dialog);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("# %s: %s\n", mode, (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_fits_in_every_mode (UiFixture     *fixture,
                         gconstpointer  data)
{
  PzRecord *measure = add_measure (fixture, "goal-attainment");
  g_autoptr(PzDocument) learner = load (fixture, 0);

  pz_record_set_add (pz_document_get_owner (learner), PZ_LEARNER_NEEDS, "Dampfschifffahrtsgesellschaftskapitänsmützen");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      GtkWidget *dialog;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", modes[i].dpi * 1024, NULL);
      gtk_widget_set_default_direction (modes[i].direction);
      dialog = open_new (fixture, 3);
      gtk_window_set_default_size (GTK_WINDOW (dialog), modes[i].width, 640);
      type (dialog, "Behaviour", "understands the words of the Dampfschifffahrtsgesellschaft");
      pz_record_set_text (draft_of (dialog), PZ_GOAL_MEASURE, pz_record_get_id (measure));
      pz_goal_steps_add (PZ_GOAL_STEPS (ui_find (dialog, PZ_TYPE_GOAL_STEPS, 0)));
      assert_fits (dialog, modes[i].name);
      g_assert_cmpint (gtk_widget_get_width (dialog), <=, modes[i].width);
      close_dialog (dialog);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  ui_save (fixture->classroom);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/goal-editor/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("writes-a-goal", test_writes_a_goal);
  ADD ("nothing-is-kept-without-a-name", test_nothing_is_kept_without_a_name);
  ADD ("says-the-sentence-and-the-hints", test_says_the_sentence_and_the_hints);
  ADD ("hidden-names-go-from-the-sentence", test_hidden_names_go_from_the_sentence);
  ADD ("levels-show-with-goal-attainment", test_levels_show_with_goal_attainment);
  ADD ("needs-of-the-learner-are-ticked", test_needs_of_the_learner_are_ticked);
  ADD ("is-given-to-many-in-one-step", test_is_given_to_many_in_one_step);
  ADD ("is-shared-by-many", test_is_shared_by_many);
  ADD ("changes-what-was-changed", test_changes_what_was_changed);
  ADD ("takes-the-baseline-from-measurements", test_takes_the_baseline_from_measurements);
  ADD ("steps-come-and-go", test_steps_come_and_go);
  ADD ("templates-are-kept-and-taken", test_templates_are_kept_and_taken);
  ADD ("fits-in-every-mode", test_fits_in_every_mode);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
