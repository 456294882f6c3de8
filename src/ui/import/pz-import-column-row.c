/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-column-row.h"

#include "pz-columns-layout.h"
#include "pz-import-words.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

struct _PzImportColumnRow
{
  AdwPreferencesRow parent_instance;

  PzImportSession *session;
  guint column;
  GSimpleAction *action; /* column.field: the name of what the column means */

  GtkWidget *title;
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *examples;
};

/* px: narrower columns stand below each other */
#define COLUMN_WIDTH 130

G_DEFINE_FINAL_TYPE (PzImportColumnRow, pz_import_column_row, ADW_TYPE_PREFERENCES_ROW)

static void
field_chosen_cb (PzImportColumnRow *self,
                 GVariant          *name)
{
  PzTableField field;

  if (pz_table_field_from_name (g_variant_get_string (name, NULL), &field))
    pz_import_session_set_field (self->session, self->column, field);
}

/* made when it is opened: a table of many columns must not wait for menus nobody opens */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < PZ_TABLE_N_FIELDS; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (pz_table_field_to_label (i), NULL);

      g_menu_item_set_action_and_target (item, "column.field", "s", pz_table_field_to_name (i));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
pz_import_column_row_dispose (GObject *object)
{
  PzImportColumnRow *self = PZ_IMPORT_COLUMN_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (pz_import_column_row_parent_class)->dispose (object);
}

static void
pz_import_column_row_class_init (PzImportColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_import_column_row_dispose;
}

static GtkWidget *
make_label (int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  return label;
}

static GtkWidget *
make_button (PzImportColumnRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 8);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_menu_cb, NULL, NULL);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  return self->button;
}

static void
insert_action (PzImportColumnRow *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  self->action = g_simple_action_new_stateful ("field", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->action, "change-state", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (group));
}

static void
pz_import_column_row_init (PzImportColumnRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, pz_columns_layout_new (12, COLUMN_WIDTH, 3));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->title = make_label (2);
  self->examples = make_label (3);
  gtk_widget_add_css_class (self->examples, "caption");
  gtk_widget_add_css_class (self->examples, "pz-dim");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), make_button (self));
  gtk_box_append (GTK_BOX (box), self->examples);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  insert_action (self);
}

/**
 * pz_import_column_row_new:
 * @session: an import of a table
 * @column: one of its columns
 *
 * Returns: (transfer floating): the column's row
 */
GtkWidget *
pz_import_column_row_new (PzImportSession *session,
                          guint            column)
{
  PzImportColumnRow *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_COLUMN_ROW, NULL);
  self->session = g_object_ref (session);
  self->column = column;
  pz_import_column_row_update (self);
  return GTK_WIDGET (self);
}

/* the toggle inside is what has the focus and is read out */
static void
name_button (PzImportColumnRow *self,
             const char        *column,
             const char        *field)
{
  g_autofree char *shown = pz_import_words_isolate (column);
  /* Translators: the name of a column, and what it means: Vorname means Given name */
  g_autofree char *text = g_strdup_printf (_("%1$s means %2$s"), shown, field);
  GtkWidget *toggle = gtk_widget_get_first_child (self->button);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (toggle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * pz_import_column_row_update:
 * @self: a row
 *
 * Shows the column as the import has it now.
 */
void
pz_import_column_row_update (PzImportColumnRow *self)
{
  PzTableImport *table;
  PzTableField field;
  g_autofree char *column = NULL;
  g_autofree char *examples = NULL;

  g_return_if_fail (PZ_IS_IMPORT_COLUMN_ROW (self));

  table = pz_import_session_get_table (self->session);
  if (table == NULL || self->column >= pz_table_import_get_n_columns (table))
    return;
  field = pz_table_import_get_field (table, self->column);
  column = pz_import_words_column (table, self->column);
  examples = pz_import_words_examples (table, self->column);
  gtk_label_set_label (GTK_LABEL (self->title), column);
  gtk_label_set_label (GTK_LABEL (self->examples), examples);
  pz_tip_set (self->examples, examples);
  gtk_label_set_label (GTK_LABEL (self->label), pz_table_field_to_label (field));
  g_simple_action_set_state (self->action, g_variant_new_string (pz_table_field_to_name (field)));
  name_button (self, column, pz_table_field_to_label (field));
}

/**
 * pz_import_column_row_ask:
 * @self: a row
 *
 * Opens the menu of what the column may mean.
 */
void
pz_import_column_row_ask (PzImportColumnRow *self)
{
  g_return_if_fail (PZ_IS_IMPORT_COLUMN_ROW (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
