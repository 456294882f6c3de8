/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-choice-row.h"

#include "pz-choice-words.h"
#include "pz-compat.h"
#include "pz-tip.h"

/* So much of the value that is set is shown in any case, in characters. */
#define CURRENT_CHARS 12

struct _PzChoiceRow
{
  AdwComboRow parent_instance;

  PzEdit edit;
  char *none;        /* the first entry: no value */
  GStrv values;      /* of the entries behind it; never NULL */
  gboolean updating; /* the selection changes because the record did */
};

G_DEFINE_FINAL_TYPE (PzChoiceRow, pz_choice_row, ADW_TYPE_COMBO_ROW)

static void
selected_cb (PzChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *value;

  if (self->updating || self->edit.record == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  value = selected == 0 ? NULL : self->values[selected - 1];
  if (g_strcmp0 (value, pz_record_get_text (self->edit.record, self->edit.field)) == 0)
    return;
  pz_record_set_text (self->edit.record, self->edit.field, value);
  pz_edit_queue_save (&self->edit);
}

/* AdwComboRow gives neither the list of values nor its rows a name. */
static void
name_list (AdwComboRow *self,
           GtkWidget   *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_list (self, child);
}

static void
setup_value_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  g_object_bind_property (item, "selected", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, box);
}

static void
setup_current_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_value_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item)));

  gtk_label_set_label (label, text);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    {
      /* a long subtitle beside it must not leave three dots of a short value */
      gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (text, -1), CURRENT_CHARS));
      pz_tip_set (GTK_WIDGET (label), text);
    }
  pz_list_item_set_label (item, text);
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_value_cb), NULL);
  return factory;
}

static void
pz_choice_row_dispose (GObject *object)
{
  PzChoiceRow *self = PZ_CHOICE_ROW (object);

  g_clear_object (&self->edit.record);
  g_clear_object (&self->edit.classroom);
  G_OBJECT_CLASS (pz_choice_row_parent_class)->dispose (object);
}

static void
pz_choice_row_finalize (GObject *object)
{
  PzChoiceRow *self = PZ_CHOICE_ROW (object);

  g_free (self->none);
  g_strfreev (self->values);
  G_OBJECT_CLASS (pz_choice_row_parent_class)->finalize (object);
}

static void
pz_choice_row_class_init (PzChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_choice_row_finalize;
}

static void
set_factories (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) values = make_factory (G_CALLBACK (setup_value_cb));
  g_autoptr(GtkListItemFactory) current = make_factory (G_CALLBACK (setup_current_cb));

  adw_combo_row_set_factory (row, current);
  adw_combo_row_set_list_factory (row, values);
}

static void
pz_choice_row_init (PzChoiceRow *self)
{
  self->values = g_new0 (char *, 1);
  set_factories (ADW_COMBO_ROW (self));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

static void
fill_choices_of_field (PzChoiceRow *self)
{
  const PzField *field = pz_edit_get_field (&self->edit);
  g_auto(GStrv) values = g_strsplit (field->extra, "|", -1);
  g_autofree const char **labels = g_new0 (const char *, g_strv_length (values) + 1);

  for (gsize i = 0; values[i] != NULL; i++)
    labels[i] = pz_choice_words_get (pz_record_get_record_type (self->edit.record), self->edit.field, values[i]);
  pz_choice_row_set_choices (self, (const char * const *) values, labels);
}

/**
 * pz_choice_row_new:
 * @edit: a choice, whose values come from the schema, or a reference, which gets them by pz_choice_row_set_choices()
 * @none: what to call no value, translated
 *
 * Returns: (transfer floating): a row that shows the field and changes it
 */
GtkWidget *
pz_choice_row_new (const PzEdit *edit,
                   const char   *none)
{
  PzChoiceRow *self;
  const PzField *field;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (edit != NULL && none != NULL, NULL);

  field = pz_edit_get_field (edit);
  self = g_object_new (PZ_TYPE_CHOICE_ROW, "use-markup", FALSE, "title", pz_field_get_label (field),
                       "tooltip-text", pz_field_get_purpose (field), NULL);
  self->edit = (PzEdit) { NULL, g_object_ref (edit->record), edit->field };
  g_set_object (&self->edit.classroom, edit->classroom);
  self->none = g_strdup (none);
  signal = g_strconcat ("notify::", field->name, NULL);
  g_signal_connect_object (edit->record, signal, G_CALLBACK (pz_choice_row_update), self, G_CONNECT_SWAPPED);
  if (field->kind == PZ_FIELD_CHOICE)
    fill_choices_of_field (self);
  name_list (ADW_COMBO_ROW (self), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * pz_choice_row_new_free:
 * @title: what is chosen, translated
 * @none: what to call no value, translated
 *
 * For who keeps the value elsewhere: asks pz_choice_row_get_value() when "notify::selected" is emitted.
 *
 * Returns: (transfer floating): a row that is tied to no field; it gets its values by pz_choice_row_set_choices()
 */
GtkWidget *
pz_choice_row_new_free (const char *title,
                        const char *none)
{
  PzChoiceRow *self;

  g_return_val_if_fail (title != NULL && none != NULL, NULL);

  self = g_object_new (PZ_TYPE_CHOICE_ROW, "use-markup", FALSE, "title", title, NULL);
  self->none = g_strdup (none);
  name_list (ADW_COMBO_ROW (self), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * pz_choice_row_get_value:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the value that is chosen; %NULL when none is
 */
const char *
pz_choice_row_get_value (PzChoiceRow *self)
{
  guint selected;

  g_return_val_if_fail (PZ_IS_CHOICE_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : self->values[selected - 1];
}

static void
select_value (PzChoiceRow *self,
              const char  *value)
{
  guint selected = 0;

  for (guint i = 0; value != NULL && self->values[i] != NULL; i++)
    if (g_strcmp0 (self->values[i], value) == 0)
      selected = i + 1;
  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->updating = FALSE;
}

/**
 * pz_choice_row_select:
 * @self: a row that is tied to no field
 * @value: (nullable): one of its values, or %NULL for none
 */
void
pz_choice_row_select (PzChoiceRow *self,
                      const char  *value)
{
  g_return_if_fail (PZ_IS_CHOICE_ROW (self));
  g_return_if_fail (self->edit.record == NULL);

  select_value (self, value);
}

/**
 * pz_choice_row_set_choices:
 * @self: the row
 * @values: what the record may hold
 * @labels: as many texts to show for them
 */
void
pz_choice_row_set_choices (PzChoiceRow        *self,
                           const char * const *values,
                           const char * const *labels)
{
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);

  g_return_if_fail (PZ_IS_CHOICE_ROW (self));
  g_return_if_fail (values != NULL && labels != NULL);

  g_strfreev (self->values);
  self->values = g_strdupv ((char **) values);
  gtk_string_list_append (strings, self->none);
  for (gsize i = 0; values[i] != NULL; i++)
    gtk_string_list_append (strings, labels[i]);
  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (strings));
  self->updating = FALSE;
  pz_choice_row_update (self);
}

/**
 * pz_choice_row_update:
 * @self: the row
 *
 * Shows what the record says.
 */
void
pz_choice_row_update (PzChoiceRow *self)
{
  g_return_if_fail (PZ_IS_CHOICE_ROW (self));

  if (self->edit.record != NULL)
    select_value (self, pz_record_get_text (self->edit.record, self->edit.field));
}

/**
 * pz_combo_row_name_parts:
 * @row: a row of texts to choose from
 *
 * Gives the list of the row and each text in it a name for screen readers, which the row itself does not.
 */
void
pz_combo_row_name_parts (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  set_factories (row);
  name_list (row, GTK_WIDGET (row));
}
