/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-school-days-row.h"

#include "pz-class-rules.h"
#include "pz-choice-words.h"
#include "pz-flow-layout.h"
#include "pz-week.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7

struct _PzSchoolDaysRow
{
  AdwPreferencesRow parent_instance;

  PzClassroom *classroom;
  GtkWidget *box;
  GtkWidget *toggles[N_DAYS + 1]; /* by day of the week, from 1 */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzSchoolDaysRow, pz_school_days_row, ADW_TYPE_PREFERENCES_ROW)

static PzRecord *
get_record (PzSchoolDaysRow *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static void
update (PzSchoolDaysRow *self)
{
  self->updating = TRUE;
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[day]),
                                  pz_class_has_school_on (get_record (self), day));
  self->updating = FALSE;
}

static void
toggled_cb (PzSchoolDaysRow *self,
            GtkToggleButton *toggle)
{
  guint day = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "pz-day"));

  if (self->updating)
    return;
  if (pz_class_set_school_on (get_record (self), day, gtk_toggle_button_get_active (toggle)))
    pz_classroom_queue_save (self->classroom, C_("undo", "Change of the days with school"));
  update (self); /* the last day stays */
}

static void
add_day (PzSchoolDaysRow *self,
         GtkWidget       *flow,
         guint            day)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  const char *name = pz_choice_words_get (PZ_RECORD_CLASSROOM, PZ_CLASSROOM_SCHOOL_DAYS, names[day - 1]);
  g_autofree char *abbreviation = pz_week_dup_short_name (day);
  GtkWidget *toggle = gtk_toggle_button_new_with_label (abbreviation);

  gtk_widget_add_css_class (toggle, "pz-choice");
  gtk_widget_set_tooltip_text (toggle, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (toggle), "pz-day", GUINT_TO_POINTER (day));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (flow), toggle);
  self->toggles[day] = toggle;
}

static GtkWidget *
make_label (const char *text,
            gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "pz-dim");
    }
  return label;
}

static void
document_changed_cb (PzSchoolDaysRow *self,
                     PzRecord        *record,
                     guint            field)
{
  if (record == get_record (self) && field == PZ_CLASSROOM_SCHOOL_DAYS)
    update (self);
}

static void
pz_school_days_row_dispose (GObject *object)
{
  PzSchoolDaysRow *self = PZ_SCHOOL_DAYS_ROW (object);

  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_school_days_row_parent_class)->dispose (object);
}

static void
pz_school_days_row_class_init (PzSchoolDaysRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_school_days_row_dispose;
}

static void
pz_school_days_row_init (PzSchoolDaysRow *self)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_CLASSROOM)->fields[PZ_CLASSROOM_SCHOOL_DAYS];
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint first = pz_week_get_first_day ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "pz-form-box");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (field), -1);
  gtk_box_append (GTK_BOX (self->box), make_label (pz_field_get_label (field), FALSE));
  gtk_box_append (GTK_BOX (self->box), make_label (_("Only these days count where days are counted."), TRUE));
  gtk_widget_set_layout_manager (flow, pz_flow_layout_new (6));
  gtk_widget_set_margin_top (flow, 6);
  for (guint i = 0; i < N_DAYS; i++)
    add_day (self, flow, (first - 1 + i) % N_DAYS + 1);
  gtk_box_append (GTK_BOX (self->box), flow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pz_school_days_row_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): a row that shows the days and changes them
 */
GtkWidget *
pz_school_days_row_new (PzClassroom *classroom)
{
  PzSchoolDaysRow *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  document = pz_classroom_get_document (classroom);
  self = g_object_new (PZ_TYPE_SCHOOL_DAYS_ROW, NULL);
  self->classroom = g_object_ref (classroom);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !pz_classroom_is_read_only (classroom));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_school_days_row_get_day:
 * @self: the row
 * @day: a day of the week
 *
 * Returns: (transfer none): its button
 */
GtkWidget *
pz_school_days_row_get_day (PzSchoolDaysRow *self,
                            GDateWeekday     day)
{
  g_return_val_if_fail (PZ_IS_SCHOOL_DAYS_ROW (self) && g_date_valid_weekday (day), NULL);
  return self->toggles[day];
}
