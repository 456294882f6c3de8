/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "pz-measurement-dialog.h"
#include "pz-privacy.h"

#define PEOPLE "Amina Yusuf"

typedef struct
{
  GoalFixture goal;
  PzGoalFacts *facts;
  PzRecord *record;
  GtkWidget *dialog;
} Case;

static void
begin (Case      *self,
       UiFixture *ui)
{
  goal_fixture_load (&self->goal, ui);
  self->facts = pz_goal_facts_new (ui->classroom, self->goal.learner, self->goal.id);
  self->record = pz_goal_facts_get_points (self->facts)->pdata[13];
  self->dialog = pz_measurement_dialog_new (self->facts, self->record);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
end (Case      *self,
     UiFixture *ui)
{
  ui_settle ();
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_clear_object (&self->facts);
  goal_fixture_unload (&self->goal, ui);
}

static void
test_changes_a_measurement (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_measurement_form_set_value (pz_measurement_dialog_get_form (PZ_MEASUREMENT_DIALOG (self.dialog)), "79");
  pz_measurement_dialog_save (PZ_MEASUREMENT_DIALOG (self.dialog));
  ui_settle ();
  g_assert_null (self.dialog);
  g_assert_cmpfloat (pz_record_get_number (self.record, PZ_MEASUREMENT_VALUE), ==, 79);
  g_assert_cmpstr (pz_record_get_text (self.record, PZ_MEASUREMENT_DATE), ==, "2026-11-19");
  g_assert_cmpstr (pz_record_get_text (self.record, PZ_MEASUREMENT_INDEPENDENCE), ==, "alone");
  g_assert_cmpstr (pz_record_get_text (self.record, PZ_MEASUREMENT_NOTE), ==, "Two long words sounded out without a prompt.");
  ui_save (ui->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (ui->classroom), ==, "Change of a measurement");
  end (&self, ui);
}

static void
test_sets_a_measurement_aside (UiFixture     *ui,
                               gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_measurement_dialog_set_counts (PZ_MEASUREMENT_DIALOG (self.dialog), FALSE);
  pz_measurement_dialog_save (PZ_MEASUREMENT_DIALOG (self.dialog));
  g_assert_true (pz_record_get_flag (self.record, PZ_MEASUREMENT_NOT_VALID));
  ui_settle ();
  g_assert_cmpuint (pz_goal_facts_get_points (self.facts)->len, ==, 14);
  end (&self, ui);
}

static void
test_keeps_what_cannot_be_kept_open (UiFixture     *ui,
                                     gconstpointer  names)
{
  Case self;
  PzMeasurementForm *form;

  begin (&self, ui);
  form = pz_measurement_dialog_get_form (PZ_MEASUREMENT_DIALOG (self.dialog));
  pz_measurement_form_set_value (form, "121");
  pz_measurement_dialog_save (PZ_MEASUREMENT_DIALOG (self.dialog));
  g_assert_nonnull (self.dialog);
  g_assert_cmpstr (pz_measurement_form_get_problem (form), ==, "The greatest value of this measure is 120.");
  g_assert_cmpfloat (pz_record_get_number (self.record, PZ_MEASUREMENT_VALUE), ==, 76);
  pz_measurement_form_set_value (form, "120");
  g_assert_null (pz_measurement_form_get_problem (form)); /* is being mended */
  end (&self, ui);
}

static void
test_deletes_a_measurement (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;
  GtkWidget *button = NULL;

  begin (&self, ui);
  for (guint i = 0; button == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Delete Measurement") != 0; i++)
    button = ui_find (self.dialog, GTK_TYPE_BUTTON, i);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_null (self.dialog);
  g_assert_true (pz_record_is_deleted (self.record));
  end (&self, ui);
}

static void
test_closes_when_there_is_nothing_to_be_seen (UiFixture     *ui,
                                              gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_document_delete (self.goal.learner, self.record); /* by another program */
  ui_settle ();
  g_assert_null (self.dialog);
  end (&self, ui);
}

static void
test_closes_when_names_are_hidden (UiFixture     *ui,
                                   gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  g_assert_null (self.dialog);
  pz_privacy_set_hidden (FALSE);
  end (&self, ui);
}

static void
test_shares_are_shown_as_they_were_typed (UiFixture     *ui,
                                          gconstpointer  names)
{
  Case self;
  PzMeasurementDraft draft;
  PzMeasurementForm *form;

  begin (&self, ui);
  pz_record_set_text (self.goal.measure, PZ_MEASURE_KIND, "percent");
  pz_goal_facts_update (self.facts);
  form = pz_measurement_dialog_get_form (PZ_MEASUREMENT_DIALOG (self.dialog));
  pz_record_set_number (self.record, PZ_MEASUREMENT_VALUE, 12);
  pz_record_set_number (self.record, PZ_MEASUREMENT_OUT_OF, 15);
  pz_measurement_form_show (form, self.record);
  g_assert_true (pz_measurement_form_read (form, &draft, NULL));
  g_assert_cmpfloat (draft.value, ==, 12);
  g_assert_cmpfloat (draft.out_of, ==, 15);
  end (&self, ui);
}

static void
add_tests (void)
{
#define ADD(path, function) \
  g_test_add ("/ui/measurement-dialog/" path, UiFixture, PEOPLE, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("changes-a-measurement", test_changes_a_measurement);
  ADD ("sets-a-measurement-aside", test_sets_a_measurement_aside);
  ADD ("keeps-what-cannot-be-kept-open", test_keeps_what_cannot_be_kept_open);
  ADD ("deletes-a-measurement", test_deletes_a_measurement);
  ADD ("closes-when-there-is-nothing-to-be-seen", test_closes_when_there_is_nothing_to_be_seen);
  ADD ("closes-when-names-are-hidden", test_closes_when_names_are_hidden);
  ADD ("shares-are-shown-as-they-were-typed", test_shares_are_shown_as_they_were_typed);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
