/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-row.h"

#include "pz-standard-names.h"
#include "pz-standard-picker.h"

#include <glib/gi18n-lib.h>

#define LINES 3

struct _PzStandardRow
{
  AdwActionRow parent_instance;

  PzClassroom *classroom;
  PzRecord *draft;
  guint field;
  PzStandardNames *names;
};

G_DEFINE_FINAL_TYPE (PzStandardRow, pz_standard_row, ADW_TYPE_ACTION_ROW)

static void
update (PzStandardRow *self)
{
  const char *id = pz_record_get_text (self->draft, self->field);
  const char *words = id != NULL ? pz_standard_names_get_label (self->names, id) : C_("choice", "None");

  if (words == NULL)
    words = pz_standard_names_is_read (self->names) ? C_("standard", "One that is not in the class any more") : "…";
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
}

static void
chosen_cb (PzStandardRow *self,
           const char    *id)
{
  pz_record_set_text (self->draft, self->field, id);
}

static void
pz_standard_row_activate (AdwActionRow *row)
{
  PzStandardRow *self = PZ_STANDARD_ROW (row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *picker = pz_standard_picker_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->classroom,
                                              pz_record_get_text (self->draft, self->field));

  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
pz_standard_row_dispose (GObject *object)
{
  PzStandardRow *self = PZ_STANDARD_ROW (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->draft);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (pz_standard_row_parent_class)->dispose (object);
}

static void
pz_standard_row_class_init (PzStandardRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_standard_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = pz_standard_row_activate;
}

static void
pz_standard_row_init (PzStandardRow *self)
{
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (next, "pz-dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), next);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), LINES);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * pz_standard_row_new:
 * @classroom: has the frameworks
 * @draft: the record that is written
 * @field: a reference to a standard
 *
 * Returns: (transfer floating) (nullable): a row that shows the field and changes it; %NULL when the class has no
 *   framework and the field is empty
 */
GtkWidget *
pz_standard_row_new (PzClassroom *classroom,
                     PzRecord    *draft,
                     guint        field)
{
  g_autoptr(PzStandardNames) names = NULL;
  PzStandardRow *self;
  const PzField *schema;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_RECORD (draft), NULL);

  names = pz_standard_names_new (classroom);
  if (!pz_standard_names_has_any (names) && pz_record_is_empty (draft, field))
    return NULL;
  schema = &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
  self = g_object_new (PZ_TYPE_STANDARD_ROW, "use-markup", FALSE, "title", pz_field_get_label (schema), "tooltip-text",
                       pz_field_get_purpose (schema), NULL);
  self->classroom = g_object_ref (classroom);
  self->draft = g_object_ref (draft);
  self->field = field;
  self->names = g_steal_pointer (&names);
  signal = g_strconcat ("notify::", schema->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->names, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
