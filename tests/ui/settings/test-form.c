/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-date-row.h"
#include "pz-draft-entry.h"
#include "pz-draft-set.h"
#include "pz-draft-text.h"
#include "pz-form.h"
#include "ui-fixture.h"

#include <math.h>

static PzRecord *
get_owner (UiFixture *fixture)
{
  return pz_document_get_owner (pz_classroom_get_document (fixture->classroom));
}

static void
type (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_makes_a_row_for_every_field (UiFixture     *fixture,
                                  gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_STRATEGY);
  GtkWidget *form = pz_form_new (draft->record);
  GtkWidget *window, *toggle;

  pz_record_set_text (draft->record, PZ_STRATEGY_NAME, "<b>Tom</b> & %s");
  pz_record_set_text (draft->record, PZ_STRATEGY_KIND, "human");
  for (guint i = 0; i < pz_schema_get_deleted (PZ_RECORD_STRATEGY); i++)
    g_assert_true (GTK_IS_WIDGET (pz_form_add (PZ_FORM (form), i)));
  window = ui_present (form, 480, 600);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find (form, PZ_TYPE_DRAFT_ENTRY, 0))), ==, "<b>Tom</b> & %s");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (ui_find (form, ADW_TYPE_COMBO_ROW, 0))), ==, 2);
  gtk_switch_set_active (GTK_SWITCH (ui_find (form, GTK_TYPE_SWITCH, 0)), TRUE);
  g_assert_true (pz_record_get_flag (draft->record, PZ_STRATEGY_ASSISTIVE));
  toggle = ui_find (ui_find (form, PZ_TYPE_DRAFT_SET, 0), GTK_TYPE_TOGGLE_BUTTON, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (pz_record_set_has (draft->record, PZ_STRATEGY_PURPOSES, "feedback"));
  pz_record_set_remove (draft->record, PZ_STRATEGY_PURPOSES, "feedback");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_what_does_not_fit (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_MEASURE);
  GtkWidget *form = pz_form_new (draft->record);
  GtkWidget *least = pz_form_add (PZ_FORM (form), PZ_MEASURE_MINIMUM);
  GtkWidget *window = ui_present (form, 480, 300);

  type (least, "0,5");
  g_assert_cmpfloat_with_epsilon (pz_record_get_number (draft->record, PZ_MEASURE_MINIMUM), 0.5, 1e-12);
  type (least, "many");
  g_assert_nonnull (pz_form_get_problem (PZ_FORM (form), PZ_MEASURE_MINIMUM));
  g_assert_true (gtk_widget_has_css_class (least, "error"));
  g_assert_false (pz_form_commit (PZ_FORM (form)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (least)), ==, "many"); /* what was typed stays */
  type (least, "");
  g_assert_null (pz_form_get_problem (PZ_FORM (form), PZ_MEASURE_MINIMUM));
  g_assert_true (isnan (pz_record_get_number (draft->record, PZ_MEASURE_MINIMUM)));
  g_assert_true (pz_form_commit (PZ_FORM (form)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_long_texts (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_LENS);
  GtkWidget *form = pz_form_new (draft->record);
  GtkWidget *row = pz_form_add (PZ_FORM (form), PZ_LENS_PURPOSE);
  GtkWidget *window = ui_present (form, 480, 300);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (pz_draft_text_get_view (PZ_DRAFT_TEXT (row))));
  g_autofree char *long_text = g_strnfill (2001, 'x');

  gtk_text_buffer_set_text (buffer, "To see\nwho waits. ", -1);
  g_assert_cmpstr (pz_record_get_text (draft->record, PZ_LENS_PURPOSE), ==, "To see\nwho waits.");
  gtk_text_buffer_set_text (buffer, long_text, -1);
  g_assert_nonnull (pz_form_get_problem (PZ_FORM (form), PZ_LENS_PURPOSE));
  pz_record_set_text (draft->record, PZ_LENS_PURPOSE, NULL);
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_null (pz_form_get_problem (PZ_FORM (form), PZ_LENS_PURPOSE));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A live form over the record of the class. */
typedef struct
{
  PzDraft *draft;
  GtkWidget *form;
  GtkWidget *window;
} Live;

static Live
make_live (UiFixture   *fixture,
           const guint *fields,
           gsize        n_fields)
{
  Live live = { .draft = pz_draft_new (fixture->environment, PZ_RECORD_CLASSROOM) };

  pz_draft_copy (get_owner (fixture), live.draft->record);
  live.form = pz_form_new (live.draft->record);
  for (gsize i = 0; i < n_fields; i++)
    pz_form_add (PZ_FORM (live.form), fields[i]);
  pz_form_set_live (PZ_FORM (live.form), fixture->classroom, get_owner (fixture));
  live.window = ui_present (live.form, 480, 400);
  return live;
}

static void
close_live (Live *live)
{
  gtk_window_destroy (GTK_WINDOW (live->window));
  pz_draft_free (live->draft);
}

static void
test_one_step_each (UiFixture     *fixture,
                    gconstpointer  data)
{
  const guint fields[] = { PZ_CLASSROOM_NAME, PZ_CLASSROOM_SUBJECT };
  Live live = make_live (fixture, fields, G_N_ELEMENTS (fields));
  GtkWidget *subject = ui_find (live.form, PZ_TYPE_DRAFT_ENTRY, 1);

  type (subject, "Maths");
  g_assert_null (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_SUBJECT)); /* typing goes on */
  g_signal_emit_by_name (subject, "left");
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_SUBJECT), ==, "Maths");
  ui_save (fixture->classroom);
  g_assert_nonnull (pz_classroom_get_undo_label (fixture->classroom));
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (subject)), ==, "");
  type (ui_find (live.form, PZ_TYPE_DRAFT_ENTRY, 0), "");
  g_assert_false (pz_form_commit (PZ_FORM (live.form)));
  g_assert_nonnull (pz_form_get_problem (PZ_FORM (live.form), PZ_CLASSROOM_NAME));
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_NAME), ==, "5b"); /* a class keeps its name */
  close_live (&live);
}

static void
test_pairs_in_order (UiFixture     *fixture,
                     gconstpointer  data)
{
  const guint fields[] = { PZ_CLASSROOM_TERM_START, PZ_CLASSROOM_TERM_END };
  Live live = make_live (fixture, fields, G_N_ELEMENTS (fields));
  PzDateRow *start = PZ_DATE_ROW (ui_find (live.form, PZ_TYPE_DATE_ROW, 0));
  PzDateRow *end = PZ_DATE_ROW (ui_find (live.form, PZ_TYPE_DATE_ROW, 1));

  pz_date_row_choose (start, "2026-09-01");
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_TERM_START), ==, "2026-09-01");
  pz_date_row_choose (end, "2026-08-01");
  g_assert_nonnull (pz_form_get_problem (PZ_FORM (live.form), PZ_CLASSROOM_TERM_END));
  g_assert_null (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_TERM_END));
  pz_date_row_choose (start, "2026-07-01"); /* now the end that waited is right, too */
  g_assert_null (pz_form_get_problem (PZ_FORM (live.form), PZ_CLASSROOM_TERM_END));
  g_assert_cmpstr (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_TERM_END), ==, "2026-08-01");
  pz_date_row_choose (end, NULL);
  g_assert_null (pz_record_get_text (get_owner (fixture), PZ_CLASSROOM_TERM_END));
  close_live (&live);
}

static void
test_hints_are_quiet_and_let_the_focus_pass (UiFixture     *fixture,
                                             gconstpointer  data)
{
  g_autoptr(PzDraft) draft = pz_draft_new (fixture->environment, PZ_RECORD_MEASURE);
  GtkWidget *form = pz_form_new (draft->record);
  GtkWidget *first = pz_form_add (PZ_FORM (form), PZ_MEASURE_NAME);
  GtkWidget *last = pz_form_add (PZ_FORM (form), PZ_MEASURE_UNIT);
  GtkWidget *window = ui_present (form, 480, 300);

  pz_form_show_hint (PZ_FORM (form), PZ_MEASURE_NAME, "Longer names are found sooner.");
  pz_form_show_hint (PZ_FORM (form), PZ_MEASURE_KIND, "Not in this form.");
  g_assert_cmpstr (pz_form_get_hint (PZ_FORM (form), PZ_MEASURE_NAME), ==, "Longer names are found sooner.");
  g_assert_null (pz_form_get_hint (PZ_FORM (form), PZ_MEASURE_KIND));
  g_assert_false (gtk_widget_has_css_class (first, "error"));
  g_assert_true (pz_form_commit (PZ_FORM (form)));
  ui_settle ();
  gtk_widget_grab_focus (first);
  g_assert_true (gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), last));
  g_assert_true (gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), first));
  pz_form_show_hint (PZ_FORM (form), PZ_MEASURE_NAME, NULL);
  g_assert_null (pz_form_get_hint (PZ_FORM (form), PZ_MEASURE_NAME));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  const struct { const char *path; void (*run) (UiFixture *, gconstpointer); } tests[] = {
    { "/ui/form/has-a-row-for-every-field", test_makes_a_row_for_every_field },
    { "/ui/form/says-what-does-not-fit-beside-the-field", test_says_what_does_not_fit },
    { "/ui/form/takes-long-texts", test_long_texts },
    { "/ui/form/writes-each-change-as-a-step", test_one_step_each },
    { "/ui/form/lets-a-pair-wait-until-it-is-in-order", test_pairs_in_order },
    { "/ui/form/hints-are-quiet-and-let-the-focus-pass", test_hints_are_quiet_and_let_the_focus_pass },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, UiFixture, NULL, ui_fixture_set_up, tests[i].run, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
