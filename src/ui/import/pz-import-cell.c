/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-cell.h"

#include "pz-import-words.h"
#include "pz-wrapping-label.h"

struct _PzImportCell
{
  GtkWidget parent_instance;

  PzImportSession *session;
  PzImportRow *row;
  gboolean updating;

  GtkWidget *check;
  GtkWidget *icon;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *word;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (PzImportCell, pz_import_cell, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *style,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
show_place (PzImportCell *self)
{
  guint place = self->row != NULL ? pz_import_row_get_place (self->row) : PZ_IMPORT_PLACE_NONE;

  set_class (GTK_WIDGET (self), "in-card", place != PZ_IMPORT_PLACE_NONE);
  set_class (GTK_WIDGET (self), "first", (place & PZ_IMPORT_PLACE_FIRST) != 0);
  set_class (GTK_WIDGET (self), "last", (place & PZ_IMPORT_PLACE_LAST) != 0);
}

static void
show_expanded (PzImportCell *self)
{
  gboolean expanded = self->row != NULL && pz_import_row_get_expanded (self->row);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  if (self->row != NULL && pz_import_row_get_kind (self->row) == PZ_IMPORT_ROW_GROUP)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
show_outcome (PzImportCell *self)
{
  PzImportItem *item = pz_import_row_get_item (self->row);
  const char *word = pz_import_row_get_word (self->row);

  gtk_widget_set_visible (self->check, item != NULL && item->kind != PZ_IMPORT_SAME);
  gtk_label_set_label (GTK_LABEL (self->word), word != NULL ? word : "");
  gtk_widget_set_visible (self->word, word != NULL && item->kind != PZ_IMPORT_SAME);
  set_class (self->texts, "pz-dim", item != NULL && !item->chosen && item->kind != PZ_IMPORT_GONE);
  if (item == NULL)
    return;
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), item->chosen);
  self->updating = FALSE;
}

static void
check_toggled_cb (PzImportCell *self)
{
  if (self->updating || self->row == NULL)
    return;
  pz_import_session_set_item_chosen (self->session, pz_import_row_get_item (self->row),
                                     gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  show_outcome (self);
}

static void
forget_row (PzImportCell *self)
{
  if (self->row == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->row, self);
  if (pz_import_row_get_style (self->row) != NULL)
    gtk_widget_remove_css_class (self->icon, pz_import_row_get_style (self->row));
  g_clear_object (&self->row);
}

static void
pz_import_cell_dispose (GObject *object)
{
  PzImportCell *self = PZ_IMPORT_CELL (object);
  GtkWidget *child;

  forget_row (self);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pz_import_cell_parent_class)->dispose (object);
}

static void
pz_import_cell_class_init (PzImportCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_import_cell_init (PzImportCell *self)
{
  GtkWidget *parent = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (parent)), 12);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->check, parent);
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, parent);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->texts, parent);
  self->title = pz_wrapping_label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (self->texts), self->title);
  self->subtitle = pz_wrapping_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->subtitle, "pz-dim");
  gtk_box_append (GTK_BOX (self->texts), self->subtitle);
  self->word = pz_wrapping_label_new (NULL, "caption");
  gtk_label_set_xalign (GTK_LABEL (self->word), 1);
  gtk_label_set_wrap_mode (GTK_LABEL (self->word), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (self->word, "pz-dim");
  gtk_widget_set_parent (self->word, parent);
  self->arrow = gtk_image_new ();
  gtk_widget_set_parent (self->arrow, parent);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_import_cell_new:
 * @session: the import the rows belong to
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
pz_import_cell_new (PzImportSession *session)
{
  PzImportCell *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_CELL, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
show_row (PzImportCell *self)
{
  PzImportRowKind kind = pz_import_row_get_kind (self->row);
  PzImportItem *item = pz_import_row_get_item (self->row);
  const char *subtitle = pz_import_row_get_subtitle (self->row);
  const char *icon = pz_import_row_get_icon (self->row);

  gtk_label_set_label (GTK_LABEL (self->title), pz_import_row_get_title (self->row));
  set_class (self->title, "heading", kind == PZ_IMPORT_ROW_HEADING);
  set_class (self->title, "pz-dim", kind == PZ_IMPORT_ROW_NOTE);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  if (pz_import_row_get_style (self->row) != NULL)
    gtk_widget_add_css_class (self->icon, pz_import_row_get_style (self->row));
  gtk_widget_set_visible (self->arrow, kind == PZ_IMPORT_ROW_GROUP);
  if (item != NULL)
    {
      g_autofree char *label = pz_import_words_check (item);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

/**
 * pz_import_cell_set_row:
 * @self: a cell
 * @row: (nullable): what to show
 */
void
pz_import_cell_set_row (PzImportCell *self,
                        PzImportRow  *row)
{
  g_return_if_fail (PZ_IS_IMPORT_CELL (self));

  forget_row (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  show_row (self);
  show_outcome (self);
  show_place (self);
  show_expanded (self);
  g_signal_connect_object (row, "notify::place", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "item-changed", G_CALLBACK (show_outcome), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (show_expanded), self, G_CONNECT_SWAPPED);
}
