/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-chips.h"

#include "pz-sharing-popover.h"

#include <glib/gi18n-lib.h>

struct _PzRecordChips
{
  GtkBox parent_instance;

  PzEdit edit;
  PzClassValues *values;
  GtkWidget *box;
  GtkWidget *sharing; /* made when first needed; a child of the box */
};

G_DEFINE_FINAL_TYPE (PzRecordChips, pz_record_chips, GTK_TYPE_BOX)

static void
update_suggestions (PzRecordChips *self)
{
  g_auto(GStrv) suggestions = pz_class_values_dup (self->values, self->edit.field);

  pz_chip_box_set_suggestions (PZ_CHIP_BOX (self->box), (const char * const *) suggestions);
}

static void
wants_suggestions_cb (PzRecordChips *self)
{
  pz_class_values_collect (self->values);
  update_suggestions (self);
}

static gboolean
take_value (PzRecordChips *self,
            const char    *value)
{
  g_autoptr(GError) error = NULL;

  if (!pz_field_check_text (pz_edit_get_field (&self->edit), value, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
      return FALSE;
    }
  pz_record_set_add (self->edit.record, self->edit.field, value);
  pz_class_values_add (self->values, self->edit.field, value);
  return TRUE;
}

static void
added_cb (PzRecordChips *self,
          const char    *value)
{
  if (take_value (self, value))
    pz_edit_queue_save (&self->edit);
}

static void
replaced_cb (PzRecordChips *self,
             const char    *old,
             const char    *value)
{
  if (!take_value (self, value))
    return;
  pz_record_set_remove (self->edit.record, self->edit.field, old);
  pz_edit_queue_save (&self->edit);
}

static void
removed_cb (PzRecordChips *self,
            const char    *value)
{
  g_autofree char *message = NULL;

  pz_record_set_remove (self->edit.record, self->edit.field, value);
  pz_edit_queue_save (&self->edit);
  /* Translators: %s is a chip, such as Football */
  message = g_strdup_printf (_("“%s” removed"), value);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", message);
}

static void
edit_cb (PzRecordChips *self,
         const char    *value)
{
  pz_chip_box_edit (PZ_CHIP_BOX (self->box), value);
}

static void
ensure_sharing (PzRecordChips *self)
{
  if (self->sharing != NULL)
    return;
  self->sharing = pz_sharing_popover_new (self->edit.classroom);
  gtk_widget_set_parent (self->sharing, self->box);
  g_signal_connect_object (self->sharing, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sharing, "remove", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
opened_cb (PzRecordChips *self,
           const char    *value,
           GtkWidget     *chip)
{
  graphene_rect_t bounds;

  ensure_sharing (self);
  if (gtk_widget_compute_bounds (chip, self->box, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->sharing),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                   bounds.size.height });
  pz_sharing_popover_open (PZ_SHARING_POPOVER (self->sharing), self->edit.field, value,
                           pz_record_get_id (self->edit.record));
  return TRUE;
}

static void
pz_record_chips_dispose (GObject *object)
{
  PzRecordChips *self = PZ_RECORD_CHIPS (object);

  g_clear_object (&self->edit.record);
  g_clear_object (&self->edit.classroom);
  g_clear_object (&self->values);
  G_OBJECT_CLASS (pz_record_chips_parent_class)->dispose (object);
}

static void
pz_record_chips_class_init (PzRecordChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_record_chips_dispose;
}

static void
pz_record_chips_init (PzRecordChips *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_title (PzRecordChips *self,
           const char    *icon)
{
  const PzField *field = pz_edit_get_field (&self->edit);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (pz_field_get_label (field));

  if (icon != NULL)
    gtk_box_append (GTK_BOX (title), gtk_image_new_from_icon_name (icon));
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (title, "pz-dim");
  gtk_box_append (GTK_BOX (title), label);
  gtk_widget_set_tooltip_text (title, pz_field_get_purpose (field));
  gtk_box_append (GTK_BOX (self), title);
}

/**
 * pz_record_chips_new:
 * @edit: a set of texts of a learner
 * @values: what others have, to be offered
 * @icon: (nullable): name of an icon for the title
 *
 * Returns: (transfer floating): a title with chips
 */
GtkWidget *
pz_record_chips_new (const PzEdit  *edit,
                     PzClassValues *values,
                     const char    *icon)
{
  PzRecordChips *self;
  const PzField *field;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (edit != NULL && PZ_IS_CLASS_VALUES (values), NULL);

  self = g_object_new (PZ_TYPE_RECORD_CHIPS, NULL);
  self->edit = (PzEdit) { g_object_ref (edit->classroom), g_object_ref (edit->record), edit->field };
  self->values = g_object_ref (values);
  field = pz_edit_get_field (edit);
  add_title (self, icon);
  self->box = pz_chip_box_new (pz_field_get_label (field));
  pz_chip_box_set_editable (PZ_CHIP_BOX (self->box), !pz_classroom_is_read_only (edit->classroom));
  gtk_box_append (GTK_BOX (self), self->box);
  g_signal_connect_object (self->box, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "wants-suggestions", G_CALLBACK (wants_suggestions_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (values, "changed", G_CALLBACK (update_suggestions), self, G_CONNECT_SWAPPED);
  signal = g_strconcat ("notify::", field->name, NULL);
  g_signal_connect_object (edit->record, signal, G_CALLBACK (pz_record_chips_update), self, G_CONNECT_SWAPPED);
  pz_record_chips_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_record_chips_update:
 * @self: the chips
 *
 * Shows what the record says.
 */
void
pz_record_chips_update (PzRecordChips *self)
{
  g_auto(GStrv) values = NULL;

  g_return_if_fail (PZ_IS_RECORD_CHIPS (self));

  values = pz_record_dup_set (self->edit.record, self->edit.field);
  pz_chip_box_set_values (PZ_CHIP_BOX (self->box), (const char * const *) values);
}

/**
 * pz_record_chips_get_box:
 * @self: the chips
 *
 * Returns: (transfer none): the box that shows them
 */
PzChipBox *
pz_record_chips_get_box (PzRecordChips *self)
{
  g_return_val_if_fail (PZ_IS_RECORD_CHIPS (self), NULL);
  return PZ_CHIP_BOX (self->box);
}
