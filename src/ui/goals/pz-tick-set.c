/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-tick-set.h"

#include "pz-flow-layout.h"

#include <glib/gi18n-lib.h>

struct _PzTickSet
{
  AdwPreferencesRow parent_instance;

  PzRecord *draft;
  guint field;
  GStrv offered;     /* never NULL */
  GtkWidget *flow;   /* the buttons */
  GtkWidget *none;
  gboolean updating; /* the buttons follow the draft */
};

G_DEFINE_FINAL_TYPE (PzTickSet, pz_tick_set, ADW_TYPE_PREFERENCES_ROW)

static void
toggled_cb (GtkToggleButton *toggle,
            PzTickSet       *self)
{
  const char *value = g_object_get_data (G_OBJECT (toggle), "pz-value");

  if (self->updating)
    return;
  if (gtk_toggle_button_get_active (toggle))
    pz_record_set_add (self->draft, self->field, value);
  else
    pz_record_set_remove (self->draft, self->field, value);
}

static void
add_toggle (PzTickSet  *self,
            const char *value)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (toggle), label);
  gtk_widget_add_css_class (toggle, "pz-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  g_object_set_data_full (G_OBJECT (toggle), "pz-value", g_strdup (value), g_free);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->flow), toggle);
}

static void
show_values (PzTickSet *self)
{
  self->updating = TRUE;
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->flow); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                  pz_record_set_has (self->draft, self->field,
                                                     g_object_get_data (G_OBJECT (toggle), "pz-value")));
  self->updating = FALSE;
}

static gboolean
has_toggle (PzTickSet  *self,
            const char *value)
{
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->flow); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (toggle), "pz-value"), value) == 0)
      return TRUE;
  return FALSE;
}

/* What is in the draft has a button, whoever offered it. */
static void
draft_changed_cb (PzTickSet *self)
{
  g_auto(GStrv) values = pz_record_dup_set (self->draft, self->field);

  for (gsize i = 0; values[i] != NULL; i++)
    if (!has_toggle (self, values[i]))
      add_toggle (self, values[i]);
  show_values (self);
  gtk_widget_set_visible (self->none, gtk_widget_get_first_child (self->flow) == NULL);
}

static void
pz_tick_set_dispose (GObject *object)
{
  g_clear_object (&PZ_TICK_SET (object)->draft);
  g_clear_pointer (&PZ_TICK_SET (object)->offered, g_strfreev);
  G_OBJECT_CLASS (pz_tick_set_parent_class)->dispose (object);
}

static void
pz_tick_set_class_init (PzTickSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_tick_set_dispose;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
pz_tick_set_init (PzTickSet *self)
{
  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->flow, pz_flow_layout_new (6));
  self->none = make_label (C_("goal", "None are noted yet."));
  gtk_widget_add_css_class (self->none, "pz-dim");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pz_tick_set_new:
 * @draft: the record that is written
 * @field: a set of texts
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_tick_set_new (PzRecord *draft,
                 guint     field)
{
  const PzField *schema;
  PzTickSet *self;
  GtkWidget *box;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  schema = &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
  self = g_object_new (PZ_TYPE_TICK_SET, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (schema));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, pz_field_get_label (schema), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pz_field_get_purpose (schema));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "pz-form-box");
  gtk_box_append (GTK_BOX (box), make_label (pz_field_get_label (schema)));
  gtk_box_append (GTK_BOX (box), self->flow);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  signal = g_strconcat ("notify::", schema->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_tick_set_set_offered:
 * @self: the row
 * @values: texts, each once
 *
 * Offers other values; what is ticked stays.
 */
void
pz_tick_set_set_offered (PzTickSet          *self,
                         const char * const *values)
{
  GtkWidget *toggle;

  g_return_if_fail (PZ_IS_TICK_SET (self) && values != NULL);

  if (self->offered != NULL && g_strv_equal ((const char * const *) self->offered, values))
    return;
  g_strfreev (self->offered);
  self->offered = g_strdupv ((char **) values);
  while ((toggle = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_box_remove (GTK_BOX (self->flow), toggle);
  for (gsize i = 0; values[i] != NULL; i++)
    add_toggle (self, values[i]);
  draft_changed_cb (self);
}
