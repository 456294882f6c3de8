/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-cell.h"

#include "pz-tip.h"

#include <glib/gi18n-lib.h>

/* px for each level; deeper rows stand no further in, so that a long chain leaves room for its texts */
#define INDENT 16
#define MOST_INDENTS 6

struct _PzStandardCell
{
  GtkWidget parent_instance;

  GtkTreeListRow *row; /* NULL: none */
  char *mark_words;    /* what the number means; NULL: there is none */

  GtkWidget *arrow;
  GtkWidget *texts;
  GtkWidget *code;
  GtkWidget *statement;
  GtkWidget *path;
  GtkWidget *retired;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (PzStandardCell, pz_standard_cell, GTK_TYPE_WIDGET)

/* the list item, which takes the focus, says whether the row is open */
static void
show_expanded (PzStandardCell *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean expandable = gtk_tree_list_row_is_expandable (self->row);
  gboolean expanded = gtk_tree_list_row_get_expanded (self->row);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), !expandable ? NULL
                                                         : expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  if (item == NULL)
    return;
  if (expandable)
    gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
arrow_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  PzStandardCell  *self)
{
  if (self->row == NULL || !gtk_tree_list_row_is_expandable (self->row))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_tree_list_row_set_expanded (self->row, !gtk_tree_list_row_get_expanded (self->row));
}

static void
forget_row (PzStandardCell *self)
{
  if (self->row == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
}

static void
pz_standard_cell_dispose (GObject *object)
{
  PzStandardCell *self = PZ_STANDARD_CELL (object);
  GtkWidget *child;

  forget_row (self);
  g_clear_pointer (&self->mark_words, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pz_standard_cell_parent_class)->dispose (object);
}

static void
pz_standard_cell_class_init (PzStandardCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_standard_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "standardcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_text (GtkWidget  *box,
          const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
pz_standard_cell_init (PzStandardCell *self)
{
  GtkWidget *parent = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (parent)), 6);
  self->arrow = gtk_image_new ();
  gtk_widget_set_size_request (self->arrow, 24, 24);
  g_signal_connect_object (click, "pressed", G_CALLBACK (arrow_pressed_cb), self, 0);
  gtk_widget_add_controller (self->arrow, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->arrow, parent);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->texts, parent);
  self->path = add_text (self->texts, "caption");
  gtk_widget_add_css_class (self->path, "pz-dim");
  self->code = add_text (self->texts, "caption-heading");
  self->statement = add_text (self->texts, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->statement), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->statement), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->statement), 2);
  /* Translators: a standard that its framework does not have any more */
  self->retired = add_text (self->texts, "caption");
  gtk_label_set_label (GTK_LABEL (self->retired), C_("standard", "Retired"));
  gtk_widget_add_css_class (self->retired, "pz-warning");
  self->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark, "pz-standard-mark");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->mark, parent);
}

/**
 * pz_standard_cell_new:
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
pz_standard_cell_new (void)
{
  return g_object_new (PZ_TYPE_STANDARD_CELL, NULL);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  pz_tip_set (label, text); /* rows are short */
  gtk_widget_set_visible (label, text != NULL);
}

/* a heading has no record, and some standards have a code alone, or nothing */
static void
show_texts (PzStandardCell *self,
            PzStandardNode *node,
            const char     *path)
{
  PzRecord *record = pz_standard_node_get_record (node);
  const char *code = record != NULL ? pz_record_get_text (record, PZ_STANDARD_CODE) : NULL;
  const char *statement = record != NULL ? pz_record_get_text (record, PZ_STANDARD_STATEMENT) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  if (record != NULL && statement == NULL)
    statement = pz_record_get_text (record, PZ_STANDARD_ABBREVIATED);
  if (statement != NULL)
    line = g_strdelimit (g_strdup (statement), "\n\t", ' ');
  if (code == NULL && statement == NULL)
    label = pz_standard_node_dup_label (node);
  set_text (self->code, code);
  set_text (self->statement, label != NULL ? label : line);
  set_text (self->path, path);
  gtk_widget_set_visible (self->retired, record != NULL && !pz_record_is_empty (record, PZ_STANDARD_RETIRED));
}

/**
 * pz_standard_cell_set_row:
 * @self: a cell
 * @row: (nullable): a row whose item is a #PzStandardNode; %NULL: nothing
 * @path: (nullable): where it stands, when it is shown by itself
 */
void
pz_standard_cell_set_row (PzStandardCell *self,
                          GtkTreeListRow *row,
                          const char     *path)
{
  g_autoptr(PzStandardNode) node = NULL;

  g_return_if_fail (PZ_IS_STANDARD_CELL (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  forget_row (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  node = gtk_tree_list_row_get_item (row);
  show_texts (self, node, path);
  gtk_widget_set_margin_start (self->arrow, INDENT * (int) MIN (gtk_tree_list_row_get_depth (row), MOST_INDENTS));
  gtk_widget_set_visible (self->arrow, path == NULL);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (show_expanded), self, G_CONNECT_SWAPPED);
  show_expanded (self);
}

/**
 * pz_standard_cell_set_mark:
 * @self: a cell
 * @mark: (nullable): a number at the end of the row
 * @words: (nullable): what it means
 */
void
pz_standard_cell_set_mark (PzStandardCell *self,
                           const char     *mark,
                           const char     *words)
{
  g_return_if_fail (PZ_IS_STANDARD_CELL (self));

  set_text (self->mark, mark);
  pz_tip_set (self->mark, words);
  g_free (self->mark_words);
  self->mark_words = g_strdup (words);
}

/**
 * pz_standard_cell_dup_name:
 * @self: a cell with a row
 *
 * Returns: (transfer full): all of its words, for a screen reader
 */
char *
pz_standard_cell_dup_name (PzStandardCell *self)
{
  g_autoptr(PzStandardNode) node = NULL;
  g_autofree char *label = NULL;
  GString *name;

  g_return_val_if_fail (PZ_IS_STANDARD_CELL (self) && self->row != NULL, NULL);

  node = gtk_tree_list_row_get_item (self->row);
  label = pz_standard_node_dup_label (node);
  name = g_string_new (label);
  if (gtk_widget_get_visible (self->retired))
    g_string_append_printf (name, ", %s", C_("standard", "Retired"));
  if (gtk_widget_get_visible (self->path))
    g_string_append_printf (name, ", %s", gtk_label_get_label (GTK_LABEL (self->path)));
  if (self->mark_words != NULL)
    g_string_append_printf (name, ", %s", self->mark_words);
  return g_string_free (name, FALSE);
}
