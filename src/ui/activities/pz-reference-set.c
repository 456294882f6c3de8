/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-reference-set.h"

#include "pz-flow-layout.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzReferenceSet
{
  AdwPreferencesRow parent_instance;

  PzRecord *draft;
  guint field;
};

G_DEFINE_FINAL_TYPE (PzReferenceSet, pz_reference_set, ADW_TYPE_PREFERENCES_ROW)

static void
toggled_cb (GtkToggleButton *toggle,
            PzReferenceSet  *self)
{
  const char *id = g_object_get_data (G_OBJECT (toggle), "pz-id");

  if (gtk_toggle_button_get_active (toggle))
    pz_record_set_add (self->draft, self->field, id);
  else
    pz_record_set_remove (self->draft, self->field, id);
}

static GtkWidget *
make_toggle (PzReferenceSet *self,
             PzRecord       *record,
             const char     *name)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (toggle), pz_wrapping_label_new (name, NULL));
  gtk_widget_add_css_class (toggle, "pz-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                pz_record_set_has (self->draft, self->field, pz_record_get_id (record)));
  g_object_set_data_full (G_OBJECT (toggle), "pz-id", g_strdup (pz_record_get_id (record)), g_free);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return toggle;
}

static void
pz_reference_set_dispose (GObject *object)
{
  g_clear_object (&PZ_REFERENCE_SET (object)->draft);
  G_OBJECT_CLASS (pz_reference_set_parent_class)->dispose (object);
}

static void
pz_reference_set_class_init (PzReferenceSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_reference_set_dispose;
}

static void
pz_reference_set_init (PzReferenceSet *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pz_reference_set_new:
 * @draft: the record that is written, with its values
 * @field: a set of references
 * @records: (element-type PzRecord): what can be ticked, in this order
 * @name: the field of theirs that names them; those without a name are left out
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_reference_set_new (PzRecord  *draft,
                      guint      field,
                      GPtrArray *records,
                      guint      name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const PzField *schema;
  PzReferenceSet *self;

  g_return_val_if_fail (PZ_IS_RECORD (draft) && records != NULL, NULL);

  schema = &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
  self = g_object_new (PZ_TYPE_REFERENCE_SET, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (schema));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, pz_field_get_label (schema), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pz_field_get_purpose (schema));
  gtk_widget_add_css_class (box, "pz-form-box");
  gtk_widget_set_layout_manager (flow, pz_flow_layout_new (6));
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (pz_field_get_label (schema), NULL));
  gtk_box_append (GTK_BOX (box), flow);
  for (guint i = 0; i < records->len; i++)
    if (!pz_record_is_empty (records->pdata[i], name))
      gtk_box_append (GTK_BOX (flow), make_toggle (self, records->pdata[i], pz_record_get_text (records->pdata[i], name)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}
