/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measurement-form.h"

#include "pz-choice-row.h"
#include "pz-compat.h"
#include "pz-date.h"
#include "pz-day-row.h"
#include "pz-goal.h"
#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LETTERS 11 /* of the field for the value */

struct _PzMeasurementForm
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  char *date; /* of the draft that was read last */

  GtkWidget *list;
  GtkWidget *value_row;
  GtkWidget *value;
  GtkWidget *problem;
  GtkWidget *day;
  GtkWidget *help;
  GtkWidget *note;
};

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzMeasurementForm, pz_measurement_form, ADW_TYPE_BIN)

static void
show_problem (PzMeasurementForm *self,
              const char        *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (self->value, "error");
  else
    gtk_widget_remove_css_class (self->value, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* what was wrong is not said again while it is being mended */
static void
edited_cb (PzMeasurementForm *self)
{
  show_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
done_cb (PzMeasurementForm *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* the unit is what is asked for; the value before is what to expect */
static void
update (PzMeasurementForm *self)
{
  PzRecord *measure = pz_goal_facts_get_measure (self->facts);
  const char *name = measure != NULL ? pz_record_get_text (measure, PZ_MEASURE_NAME) : NULL;
  const char *unit = pz_measure_get_unit (measure);
  const char *title = unit != NULL ? unit : name != NULL ? name : C_("measurement", "Value");
  PzRecord *last = pz_goal_find_last_measurement (pz_goal_facts_get_learner (self->facts), pz_goal_facts_get_id (self->facts));
  g_autofree char *hint = NULL;

  if (last != NULL)
    {
      double out_of = pz_record_get_number (last, PZ_MEASUREMENT_OUT_OF), value = pz_record_get_number (last, PZ_MEASUREMENT_VALUE);
      g_autofree char *number = isnan (out_of) ? pz_measure_dup_number (measure, value) : pz_measure_dup_value (measure, value, out_of);

      /* Translators: %s is a value: what was measured before */
      hint = g_strdup_printf (C_("measurement", "last time %s"), number);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value_row), title);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), hint);
  gtk_widget_set_tooltip_text (self->value, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
pz_measurement_form_dispose (GObject *object)
{
  g_clear_object (&PZ_MEASUREMENT_FORM (object)->facts);
  G_OBJECT_CLASS (pz_measurement_form_parent_class)->dispose (object);
}

static void
pz_measurement_form_finalize (GObject *object)
{
  g_free (PZ_MEASUREMENT_FORM (object)->date);
  G_OBJECT_CLASS (pz_measurement_form_parent_class)->finalize (object);
}

static void
pz_measurement_form_class_init (PzMeasurementFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_measurement_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_measurement_form_finalize;
  /**
   * PzMeasurementForm::changed:
   *
   * Something was typed or chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * PzMeasurementForm::done:
   *
   * Enter was pressed in one of the fields.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_value (PzMeasurementForm *self)
{
  self->value_row = adw_action_row_new ();
  self->value = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->value), LETTERS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->value), LETTERS);
  gtk_widget_set_valign (self->value, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->value_row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->value_row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->value_row), self->value);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->value_row), self->value);
  g_signal_connect_object (self->value, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->value, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->value_row);
}

static void
add_rows (PzMeasurementForm *self)
{
  const char *const choices[] = { pz_help_get_name (PZ_HELP_ALONE), pz_help_get_name (PZ_HELP_WITH_HELP), NULL };
  const char *const labels[] = { C_("measurement", "alone"), C_("measurement", "with help"), NULL };
  GDate today;

  pz_goal_facts_get_today (self->facts, &today);
  self->day = pz_day_row_new (C_("measurement", "When"), &today);
  self->help = pz_choice_row_new_free (C_("measurement", "How"), C_("measurement", "not said"));
  pz_choice_row_set_choices (PZ_CHOICE_ROW (self->help), choices, labels);
  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), C_("measurement", "What did you see? (optional)"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->day);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->help);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->note);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->help, "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "entry-activated", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

static void
pz_measurement_form_init (PzMeasurementForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  pz_widget_set_spoken_name (self->list, C_("measurement", "Measurement"));
  add_value (self);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->problem);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pz_measurement_form_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): an empty form for today
 */
GtkWidget *
pz_measurement_form_new (PzGoalFacts *facts)
{
  PzMeasurementForm *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_MEASUREMENT_FORM, NULL);
  self->facts = g_object_ref (facts);
  add_rows (self);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_measurement_form_show:
 * @self: the form
 * @measurement: a measurement of the goal
 *
 * Fills in what it says.
 */
void
pz_measurement_form_show (PzMeasurementForm *self,
                          PzRecord          *measurement)
{
  PzMeasurementDraft draft;
  g_autofree char *typed = NULL;
  GDate day;

  g_return_if_fail (PZ_IS_MEASUREMENT_FORM (self) && PZ_IS_RECORD (measurement));

  draft = pz_measurement_get_draft (measurement);
  if (!isnan (draft.value) && !isnan (draft.out_of))
    typed = g_strdup_printf ("%.9g/%.9g", draft.value, draft.out_of);
  else if (!isnan (draft.value))
    typed = g_strdup_printf ("%.9g", draft.value);
  pz_measurement_form_set_value (self, typed);
  pz_measurement_form_set_note (self, draft.note);
  if (pz_date_parse (draft.date, &day))
    pz_day_row_set_day (PZ_DAY_ROW (self->day), &day);
  pz_choice_row_select (PZ_CHOICE_ROW (self->help), pz_help_get_name (draft.help));
}

/**
 * pz_measurement_form_set_value:
 * @self: the form
 * @typed: (nullable): what is typed as the value
 */
void
pz_measurement_form_set_value (PzMeasurementForm *self,
                               const char        *typed)
{
  g_return_if_fail (PZ_IS_MEASUREMENT_FORM (self));
  gtk_editable_set_text (GTK_EDITABLE (self->value), typed != NULL ? typed : "");
}

/**
 * pz_measurement_form_set_note:
 * @self: the form
 * @note: (nullable): what is typed as the note
 */
void
pz_measurement_form_set_note (PzMeasurementForm *self,
                              const char        *note)
{
  g_return_if_fail (PZ_IS_MEASUREMENT_FORM (self));
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
}

/**
 * pz_measurement_form_is_empty:
 * @self: the form
 *
 * Returns: whether no value is typed
 */
gboolean
pz_measurement_form_is_empty (PzMeasurementForm *self)
{
  g_return_val_if_fail (PZ_IS_MEASUREMENT_FORM (self), TRUE);
  return *gtk_editable_get_text (GTK_EDITABLE (self->value)) == '\0';
}

/**
 * pz_measurement_form_read:
 * @self: the form
 * @draft: (out caller-allocates): what stands in it; its strings are the form's, until it changes
 * @error: says in words what cannot be kept
 *
 * Returns: whether it can be kept
 */
gboolean
pz_measurement_form_read (PzMeasurementForm   *self,
                          PzMeasurementDraft  *draft,
                          GError             **error)
{
  PzMeasureRange range;
  GDate day;

  g_return_val_if_fail (PZ_IS_MEASUREMENT_FORM (self) && draft != NULL, FALSE);

  pz_goal_facts_get_range (self->facts, &range);
  pz_day_row_get_day (PZ_DAY_ROW (self->day), &day);
  g_free (self->date);
  self->date = pz_date_format (&day);
  *draft = (PzMeasurementDraft) { pz_goal_facts_get_id (self->facts), self->date, NAN, NAN,
                                  pz_help_from_name (pz_choice_row_get_value (PZ_CHOICE_ROW (self->help))),
                                  gtk_editable_get_text (GTK_EDITABLE (self->note)) };
  pz_measurement_parse_value (gtk_editable_get_text (GTK_EDITABLE (self->value)), &range, &draft->value, &draft->out_of);
  return pz_measurement_check (draft, &range, error);
}

/**
 * pz_measurement_form_check:
 * @self: the form
 * @draft: (out caller-allocates): what stands in it
 *
 * Reads it, and says below the value what is wrong.
 *
 * Returns: whether it can be kept
 */
gboolean
pz_measurement_form_check (PzMeasurementForm  *self,
                           PzMeasurementDraft *draft)
{
  g_autoptr(GError) error = NULL;

  if (pz_measurement_form_read (self, draft, &error))
    return TRUE;
  show_problem (self, error->message);
  gtk_widget_grab_focus (self->value);
  return FALSE;
}

/**
 * pz_measurement_form_get_problem:
 * @self: the form
 *
 * Returns: (nullable): what is said to be wrong
 */
const char *
pz_measurement_form_get_problem (PzMeasurementForm *self)
{
  g_return_val_if_fail (PZ_IS_MEASUREMENT_FORM (self), NULL);
  return gtk_widget_get_visible (self->problem) ? gtk_label_get_label (GTK_LABEL (self->problem)) : NULL;
}

/**
 * pz_measurement_form_clear:
 * @self: the form
 *
 * Empties value and note; day and help stay, as the next one is often measured like the last.
 */
void
pz_measurement_form_clear (PzMeasurementForm *self)
{
  g_return_if_fail (PZ_IS_MEASUREMENT_FORM (self));

  pz_measurement_form_set_value (self, NULL);
  pz_measurement_form_set_note (self, NULL);
  show_problem (self, NULL);
}

/**
 * pz_measurement_form_focus:
 * @self: the form
 *
 * Puts the keyboard focus where the value is typed.
 */
void
pz_measurement_form_focus (PzMeasurementForm *self)
{
  g_return_if_fail (PZ_IS_MEASUREMENT_FORM (self));
  gtk_widget_grab_focus (self->value);
}
