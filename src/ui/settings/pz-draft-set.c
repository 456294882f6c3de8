/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft-set.h"

#include "pz-chip-box.h"
#include "pz-choice-words.h"
#include "pz-flow-layout.h"

struct _PzDraftSet
{
  AdwPreferencesRow parent_instance;

  PzRecord *draft;
  guint field;
  GtkWidget *box;   /* of the row */
  GtkWidget *chips; /* free texts; NULL for choices */
  GPtrArray *toggles; /* borrowed; one for each choice, in the order of the schema */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzDraftSet, pz_draft_set, ADW_TYPE_PREFERENCES_ROW)

static const PzField *
get_field (PzDraftSet *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->draft))->fields[self->field];
}

static void
draft_changed_cb (PzDraftSet *self)
{
  g_auto(GStrv) values = pz_record_dup_set (self->draft, self->field);

  self->updating = TRUE;
  if (self->chips != NULL)
    pz_chip_box_set_values (PZ_CHIP_BOX (self->chips), (const char * const *) values);
  for (guint i = 0; i < self->toggles->len; i++)
    {
      const char *choice = g_object_get_data (self->toggles->pdata[i], "pz-choice");

      gtk_toggle_button_set_active (self->toggles->pdata[i], g_strv_contains ((const char * const *) values, choice));
    }
  self->updating = FALSE;
}

static void
toggled_cb (GtkToggleButton *toggle,
            PzDraftSet      *self)
{
  const char *choice = g_object_get_data (G_OBJECT (toggle), "pz-choice");

  if (self->updating)
    return;
  if (gtk_toggle_button_get_active (toggle))
    pz_record_set_add (self->draft, self->field, choice);
  else
    pz_record_set_remove (self->draft, self->field, choice);
}

static void
added_cb (PzDraftSet *self,
          const char *text)
{
  if (pz_field_check_text (get_field (self), text, NULL)) /* the editor of the chip said what is wrong otherwise */
    pz_record_set_add (self->draft, self->field, text);
}

static void
removed_cb (PzDraftSet *self,
            const char *text)
{
  pz_record_set_remove (self->draft, self->field, text);
}

static void
replaced_cb (PzDraftSet *self,
             const char *old,
             const char *text)
{
  if (!pz_field_check_text (get_field (self), text, NULL))
    return;
  pz_record_set_remove (self->draft, self->field, old);
  pz_record_set_add (self->draft, self->field, text);
}

static void
add_toggles (PzDraftSet *self)
{
  g_auto(GStrv) choices = g_strsplit (get_field (self)->extra, "|", -1);
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (flow, pz_flow_layout_new (6));
  for (guint i = 0; choices[i] != NULL; i++)
    {
      const char *word = pz_choice_words_get (pz_record_get_record_type (self->draft), self->field, choices[i]);
      GtkWidget *toggle = gtk_toggle_button_new_with_label (word);

      gtk_widget_add_css_class (toggle, "pz-choice");
      g_object_set_data_full (G_OBJECT (toggle), "pz-choice", g_strdup (choices[i]), g_free);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (flow), toggle);
      g_ptr_array_add (self->toggles, toggle);
    }
  gtk_box_append (GTK_BOX (self->box), flow);
}

static void
add_chips (PzDraftSet *self)
{
  self->chips = pz_chip_box_new (pz_field_get_label (get_field (self)));
  g_signal_connect_object (self->chips, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->chips);
}

static void
add_label (PzDraftSet *self,
           const char *text,
           gboolean    is_title)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (!is_title)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "pz-dim");
      gtk_widget_set_margin_bottom (label, 6);
    }
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
pz_draft_set_dispose (GObject *object)
{
  PzDraftSet *self = PZ_DRAFT_SET (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->toggles, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_draft_set_parent_class)->dispose (object);
}

static void
pz_draft_set_class_init (PzDraftSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_draft_set_dispose;
}

static void
pz_draft_set_init (PzDraftSet *self)
{
  self->toggles = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "pz-form-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pz_draft_set_new:
 * @draft: the record that is written
 * @field: a set of choices or of texts
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_draft_set_new (PzRecord *draft,
                  guint     field)
{
  PzDraftSet *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  self = g_object_new (PZ_TYPE_DRAFT_SET, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (get_field (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (get_field (self)), -1);
  add_label (self, pz_field_get_label (get_field (self)), TRUE);
  add_label (self, pz_field_get_purpose (get_field (self)), FALSE);
  if (get_field (self)->kind == PZ_FIELD_CHOICE)
    add_toggles (self);
  else
    add_chips (self);
  signal = g_strconcat ("notify::", get_field (self)->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}
