/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-list-group.h"

#include "pz-position.h"
#include "pz-record-dialog.h"
#include "pz-record-line.h"
#include "pz-record-words.h"
#include "pz-swatch.h"

#include <glib/gi18n-lib.h>

struct _PzRecordListGroup
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzRecordType type;
  GPtrArray *records; /* as shown */
  GPtrArray *rows;    /* their rows, borrowed; behind them maybe the one that says there is none */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (PzRecordListGroup, pz_record_list_group, ADW_TYPE_PREFERENCES_GROUP)

static guint deleted_signal;

static gboolean
is_ordered (PzRecordListGroup *self)
{
  return pz_schema_find_field (self->type, "position") >= 0 && !pz_classroom_is_read_only (self->classroom);
}

static guint
place_of (PzRecordListGroup *self,
          GtkWidget         *row)
{
  guint place = G_MAXUINT;

  g_ptr_array_find (self->rows, row, &place);
  return place;
}

static void
move_by (GtkWidget *widget,
         int        distance)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  GtkWidget *group = gtk_widget_get_ancestor (row, PZ_TYPE_RECORD_LIST_GROUP);
  PzRecordListGroup *self = PZ_RECORD_LIST_GROUP (group);
  guint place = place_of (self, row);

  if (place < self->records->len && (distance > 0 ? place + 1 < self->records->len : place > 0))
    pz_record_list_group_move (self, place, distance > 0 ? place + 1 : place - 1);
}

static gboolean
key_move_cb (GtkWidget *widget,
             GVariant  *distance,
             gpointer   user_data)
{
  move_by (widget, g_variant_get_int32 (distance));
  return TRUE;
}

static void
up_clicked_cb (GtkWidget *button)
{
  move_by (button, -1);
}

static void
down_clicked_cb (GtkWidget *button)
{
  move_by (button, 1);
}

static void
add_mover (GtkWidget  *row,
           const char *icon,
           const char *label,
           gboolean    possible,
           GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, possible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", clicked, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GdkContentProvider *
drag_cb (GtkDragSource *source,
         double         x,
         double         y,
         GtkWidget     *row)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (ADW_TYPE_ACTION_ROW, row);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *row)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, PZ_TYPE_RECORD_LIST_GROUP);
  guint from = place_of (PZ_RECORD_LIST_GROUP (group), g_value_get_object (value));
  guint to = place_of (PZ_RECORD_LIST_GROUP (group), row);

  if (from == G_MAXUINT || to == G_MAXUINT || from == to)
    return FALSE;
  pz_record_list_group_move (PZ_RECORD_LIST_GROUP (group), from, to);
  return TRUE;
}

static void
make_movable (GtkWidget *row,
              gboolean   is_first,
              gboolean   is_last)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ADW_TYPE_ACTION_ROW, GDK_ACTION_MOVE);

  add_mover (row, "go-up-symbolic", _("Move Up"), !is_first, G_CALLBACK (up_clicked_cb));
  add_mover (row, "go-down-symbolic", _("Move Down"), !is_last, G_CALLBACK (down_clicked_cb));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK), gtk_callback_action_new (key_move_cb, NULL, NULL), "i", -1));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new_with_arguments (
    gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK), gtk_callback_action_new (key_move_cb, NULL, NULL), "i", 1));
  gtk_widget_add_controller (row, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
row_activated_cb (PzRecordListGroup *self,
                  GtkWidget         *row)
{
  guint place = place_of (self, row);

  if (place < self->records->len)
    pz_record_list_group_open (self, self->records->pdata[place]);
}

static GtkWidget *
make_row (PzRecordListGroup *self,
          guint              place)
{
  PzRecord *record = self->records->pdata[place];
  const char *name = pz_record_get_text (record, (guint) pz_schema_find_field (self->type, "name"));
  g_autofree char *line = pz_record_line_dup (record);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : C_("record", "No name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (self->type == PZ_RECORD_LEVEL)
    {
      GtkWidget *swatch = pz_swatch_new ();

      pz_swatch_show (PZ_SWATCH (swatch), pz_record_get_text (record, PZ_LEVEL_COLOUR),
                      pz_record_get_text (record, PZ_LEVEL_ICON));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), swatch);
    }
  if (is_ordered (self))
    make_movable (row, place == 0, place + 1 == self->records->len);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_none (PzRecordListGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_record_words_get (self->type, PZ_WORD_NONE));
  gtk_widget_add_css_class (row, "pz-dim");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update (PzRecordListGroup *self)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);

  g_clear_handle_id (&self->update_source, g_source_remove);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = pz_position_list (document, self->type);
  for (guint i = self->records->len; i-- > 0;) /* of templates only the phrases stand here */
    if (self->type == PZ_RECORD_TEMPLATE
        && g_strcmp0 (pz_record_get_text (self->records->pdata[i], PZ_TEMPLATE_KIND), "phrase") != 0)
      g_ptr_array_remove_index (self->records, i);
  for (guint i = 0; i < self->records->len; i++)
    {
      GtkWidget *row = make_row (self, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  if (self->records->len == 0)
    add_none (self);
}

static gboolean
update_cb (gpointer user_data)
{
  PzRecordListGroup *self = PZ_RECORD_LIST_GROUP (user_data);

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (PzRecordListGroup *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
document_changed_cb (PzRecordListGroup *self,
                     PzRecord          *record)
{
  if (pz_record_get_record_type (record) == self->type)
    queue_update (self);
}

static void
deleted_cb (PzRecordListGroup *self)
{
  g_signal_emit (self, deleted_signal, 0);
}

static void
add_clicked_cb (PzRecordListGroup *self)
{
  pz_record_list_group_open (self, NULL);
}

static void
pz_record_list_group_dispose (GObject *object)
{
  PzRecordListGroup *self = PZ_RECORD_LIST_GROUP (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_record_list_group_parent_class)->dispose (object);
}

static void
pz_record_list_group_class_init (PzRecordListGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_record_list_group_dispose;
  deleted_signal = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_record_list_group_init (PzRecordListGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_button (PzRecordListGroup *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *label = pz_record_words_get (self->type, PZ_WORD_ADD);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, !pz_classroom_is_read_only (self->classroom));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  /* below the rows: beside the description both would have to share a narrow line */
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), button);
}

/**
 * pz_record_list_group_new:
 * @classroom: the class
 * @type: of the records
 *
 * Returns: (transfer floating): a group that shows the records and leads to their dialogs
 */
GtkWidget *
pz_record_list_group_new (PzClassroom  *classroom,
                          PzRecordType  type)
{
  PzRecordListGroup *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  document = pz_classroom_get_document (classroom);
  self = g_object_new (PZ_TYPE_RECORD_LIST_GROUP, NULL);
  self->classroom = g_object_ref (classroom);
  self->type = type;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), pz_record_words_get (type, PZ_WORD_PURPOSE));
  add_button (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_record_list_group_open:
 * @self: the group
 * @record: (nullable): one of its records; %NULL for a new one
 *
 * Returns: (transfer none): the dialog of the record, shown
 */
GtkWidget *
pz_record_list_group_open (PzRecordListGroup *self,
                           PzRecord          *record)
{
  GtkWidget *dialog;
  GtkRoot *root;

  g_return_val_if_fail (PZ_IS_RECORD_LIST_GROUP (self), NULL);

  dialog = pz_record_dialog_new (self->classroom, self->type, record);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/**
 * pz_record_list_group_move:
 * @self: the group, of a type with positions
 * @from: place of the record to move
 * @to: its place afterwards
 *
 * Changes the order, as a step of its own; the row that moved keeps the focus.
 */
void
pz_record_list_group_move (PzRecordListGroup *self,
                           guint              from,
                           guint              to)
{
  g_autoptr(GPtrArray) records = NULL;

  g_return_if_fail (PZ_IS_RECORD_LIST_GROUP (self));

  records = pz_position_list (pz_classroom_get_document (self->classroom), self->type);
  if (from >= records->len || to >= records->len || !pz_position_move (records, from, to))
    return;
  pz_classroom_queue_save (self->classroom, C_("undo", "New order"));
  update (self);
  gtk_widget_grab_focus (self->rows->pdata[to]);
}

/**
 * pz_record_list_group_get_n:
 * @self: the group
 *
 * Returns: how many records it shows
 */
guint
pz_record_list_group_get_n (PzRecordListGroup *self)
{
  g_return_val_if_fail (PZ_IS_RECORD_LIST_GROUP (self), 0);
  return self->records->len;
}

/**
 * pz_record_list_group_get_row:
 * @self: the group
 * @place: of a record
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
pz_record_list_group_get_row (PzRecordListGroup *self,
                              guint              place)
{
  g_return_val_if_fail (PZ_IS_RECORD_LIST_GROUP (self) && place < self->records->len, NULL);
  return self->rows->pdata[place];
}
