/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measurement-panel.h"

#include "pz-goal-edit.h"

#include <glib/gi18n-lib.h>

struct _PzMeasurementPanel
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *box;
  GtkWidget *form;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (PzMeasurementPanel, pz_measurement_panel, ADW_TYPE_BIN)

static void
update (PzMeasurementPanel *self)
{
  gtk_widget_set_sensitive (self->button, !pz_measurement_form_is_empty (PZ_MEASUREMENT_FORM (self->form)));
}

static void
pz_measurement_panel_dispose (GObject *object)
{
  g_clear_object (&PZ_MEASUREMENT_PANEL (object)->facts);
  G_OBJECT_CLASS (pz_measurement_panel_parent_class)->dispose (object);
}

static void
pz_measurement_panel_class_init (PzMeasurementPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_measurement_panel_dispose;
}

static void
pz_measurement_panel_init (PzMeasurementPanel *self)
{
  GtkWidget *title = gtk_label_new (C_("measurement", "New measurement"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self->box), title);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * pz_measurement_panel_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
pz_measurement_panel_new (PzGoalFacts *facts)
{
  PzMeasurementPanel *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_MEASUREMENT_PANEL, NULL);
  self->facts = g_object_ref (facts);
  self->form = pz_measurement_form_new (facts);
  self->button = gtk_button_new_with_mnemonic (C_("measurement", "_Add Measurement"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (pz_measurement_panel_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "done", G_CALLBACK (pz_measurement_panel_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_box_append (GTK_BOX (self->box), self->button);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_measurement_panel_get_form:
 * @self: the panel
 *
 * Returns: (transfer none): its fields
 */
PzMeasurementForm *
pz_measurement_panel_get_form (PzMeasurementPanel *self)
{
  g_return_val_if_fail (PZ_IS_MEASUREMENT_PANEL (self), NULL);
  return PZ_MEASUREMENT_FORM (self->form);
}

/**
 * pz_measurement_panel_add:
 * @self: the panel
 *
 * Adds what was typed, or says what is wrong with it. The next value can be typed at once.
 */
void
pz_measurement_panel_add (PzMeasurementPanel *self)
{
  PzMeasurementDraft draft;

  g_return_if_fail (PZ_IS_MEASUREMENT_PANEL (self));

  if (!pz_measurement_form_check (PZ_MEASUREMENT_FORM (self->form), &draft))
    return;
  pz_goal_edit_add (GTK_WIDGET (self), self->facts, &draft);
  pz_measurement_form_clear (PZ_MEASUREMENT_FORM (self->form));
  pz_measurement_form_focus (PZ_MEASUREMENT_FORM (self->form));
}
