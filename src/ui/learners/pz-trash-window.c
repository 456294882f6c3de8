/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trash-window.h"

#include "pz-compat.h"
#include "pz-learner-list.h"
#include "pz-privacy.h"
#include "pz-status.h"
#include "pz-trash-list.h"

#include <glib/gi18n-lib.h>

struct _PzTrashWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzLearnerList *list;
  char *asked_for; /* id of the learner whose erasure is being asked about */
  GPtrArray *items;       /* of PzTrashItem: entries, the newest first; NULL until they were read */
  PzTrashItem *asked_item; /* of items: whose erasure is being asked about */
  GCancellable *cancellable; /* of the reading of entries, if any */

  GtkWidget *stack;
  GtkWidget *rows;
  GtkWidget *entries;
  GtkWidget *learners_group;
  GtkWidget *entries_group;
  GtkWidget *empty;
  GtkWidget *error_label;
};

G_DEFINE_FINAL_TYPE (PzTrashWindow, pz_trash_window, ADW_TYPE_WINDOW)

static void
show_error (PzTrashWindow *self,
            const GError  *error)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
}

static void read_entries (PzTrashWindow *self);

static void
restore_clicked_cb (GtkWidget     *button,
                    PzTrashWindow *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "pz-id"));

  pz_trash_window_restore (self, id);
  read_entries (self); /* those of the learner, too */
}

static void
erase_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  PzTrashWindow *self = PZ_TRASH_WINDOW (source);
  g_autofree char *id = g_steal_pointer (&self->asked_for);
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  if (!pz_ask_finish (result) || self->classroom == NULL)
    return;
  pz_classroom_purge (self->classroom, ids, &error);
  show_error (self, error);
}

static void
erase_clicked_cb (GtkWidget     *button,
                  PzTrashWindow *self)
{
  g_free (self->asked_for);
  self->asked_for = g_strdup (g_object_get_data (G_OBJECT (button), "pz-id"));
  pz_ask_async (GTK_WINDOW (self), _("Delete for good?"),
                _("Everything about this learner goes: file, history and caches. It cannot be brought back."),
                _("_Cancel"), _("_Delete for Good"), erase_answered_cb, NULL);
}

static GtkWidget *
make_button (PzTrashWindow *self,
             const char    *icon,
             const char    *label,
             const char    *id,
             GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "pz-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_widget_set_sensitive (button, !pz_classroom_is_read_only (self->classroom));
  return button;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  PzTrashWindow *self = PZ_TRASH_WINDOW (user_data);
  PzLearnerRow *learner = item;
  GtkWidget *row = adw_action_row_new ();
  const char *id = pz_learner_row_get_id (learner);
  g_autofree char *name = pz_privacy_dup_row_name (learner);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (self, "edit-undo-symbolic", _("Restore"), id,
                                          G_CALLBACK (restore_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (self, "user-trash-symbolic", _("Delete for Good…"), id,
                                          G_CALLBACK (erase_clicked_cb)));
  return row;
}

static PzTrashItem *
item_of (PzTrashWindow *self,
         GtkWidget     *button)
{
  const char *record = g_object_get_data (G_OBJECT (button), "pz-id");

  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (((PzTrashItem *) g_ptr_array_index (self->items, i))->record, record) == 0)
      return g_ptr_array_index (self->items, i);
  return NULL;
}

static void
restore_entry_clicked_cb (GtkWidget     *button,
                          PzTrashWindow *self)
{
  PzTrashItem *item = item_of (self, button);
  g_autoptr(GError) error = NULL;

  if (item == NULL)
    return;
  pz_classroom_restore_record (self->classroom, item->kind, item->document, item->record, &error);
  show_error (self, error);
  read_entries (self);
}

/* an activity, with everything in it */
static gboolean
is_whole (const PzTrashItem *item)
{
  return g_str_equal (item->record, item->document);
}

static void
erase_entry_answered_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  PzTrashWindow *self = PZ_TRASH_WINDOW (source);
  PzTrashItem *item = g_steal_pointer (&self->asked_item);
  const char *ids[] = { item != NULL ? item->document : NULL, NULL };
  g_autoptr(GError) error = NULL;

  if (!pz_ask_finish (result) || self->classroom == NULL || item == NULL)
    return;
  if (is_whole (item))
    pz_classroom_purge_activities (self->classroom, ids, &error);
  else
    pz_classroom_purge_record (self->classroom, item->kind, item->document, item->record, &error);
  show_error (self, error);
  read_entries (self);
}

static void
erase_entry_clicked_cb (GtkWidget     *button,
                        PzTrashWindow *self)
{
  self->asked_item = item_of (self, button);
  if (self->asked_item == NULL)
    return;
  pz_ask_async (GTK_WINDOW (self), _("Delete for good?"),
                is_whole (self->asked_item)
                    ? _("Everything about this activity goes: who took part, what was noted, its file, history and copies. Who has worked with whom forgets it. It cannot be brought back.")
                    : _("The entry goes from the class and from its history. Snapshots keep it until they are thinned out."),
                _("_Cancel"), _("_Delete for Good"), erase_entry_answered_cb, NULL);
}

/* "Contact “Samira Jansen”", below it whose it is */
static GtkWidget *
make_entry_row (PzTrashWindow *self,
                PzTrashItem   *item)
{
  GtkWidget *row = adw_action_row_new ();
  const char *kind = g_dpgettext2 (GETTEXT_PACKAGE, "record", pz_schema_get_record (item->type)->label);
  gboolean has_name = *item->name != '\0' && !pz_privacy_is_hidden ();
  g_autofree char *title = has_name ? g_strdup_printf (C_("history", "%1$s “%2$s”"), kind, item->name)
                                    : g_strdup (kind);
  g_autofree char *whose = item->kind == PZ_DOCUMENT_LEARNER ? pz_privacy_dup_name (item->document, item->document_title)
                                                             : g_strdup (item->document_title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), whose);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, "edit-undo-symbolic", _("Restore"), item->record,
                                                                G_CALLBACK (restore_entry_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, "user-trash-symbolic", _("Delete for Good…"),
                                                                item->record, G_CALLBACK (erase_entry_clicked_cb)));
  return row;
}

static void update_page (PzTrashWindow *self);

static void
show_entries (PzTrashWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->entries), row);
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->entries), make_entry_row (self, g_ptr_array_index (self->items, i)));
  update_page (self);
}

static void
entries_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  PzTrashWindow *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = pz_classroom_list_trash_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    show_error (self, error);
  self->asked_item = NULL;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  show_entries (self);
}

static void
read_entries (PzTrashWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  pz_classroom_list_trash_async (self->classroom, self->cancellable, entries_read_cb, self);
}

static guint
count_entries (PzTrashWindow *self)
{
  return self->items != NULL ? self->items->len : 0;
}

static void
hidden_changed_cb (PzTrashWindow *self)
{
  gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), G_LIST_MODEL (self->list), make_row, self, NULL);
  show_entries (self);
}

static void
update_page (PzTrashWindow *self)
{
  guint n_learners = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_widget_set_visible (self->learners_group, n_learners > 0);
  gtk_widget_set_visible (self->entries_group, count_entries (self) > 0);
  pz_status_show (ADW_STATUS_PAGE (self->empty), "user-trash-symbolic", NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), pz_trash_window_get_n_shown (self) > 0 ? "list" : "empty");
}

static void
pz_trash_window_dispose (GObject *object)
{
  PzTrashWindow *self = PZ_TRASH_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->asked_item = NULL;
  g_clear_object (&self->classroom);
  g_clear_object (&self->list);
  g_clear_pointer (&self->asked_for, g_free);
  G_OBJECT_CLASS (pz_trash_window_parent_class)->dispose (object);
}

static void
pz_trash_window_class_init (PzTrashWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_trash_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-trash-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, entries);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, learners_group);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, entries_group);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, PzTrashWindow, error_label);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_trash_window_init (PzTrashWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_trash_window_new:
 * @classroom: a class
 *
 * Returns: (transfer none): a window with its deleted learners and what was deleted of others
 */
GtkWidget *
pz_trash_window_new (PzClassroom *classroom)
{
  PzTrashWindow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_TRASH_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  self->list = pz_learner_list_new (pz_classroom_get_index (classroom), PZ_SCOPE_DELETED, PZ_SORT_GIVEN);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), G_LIST_MODEL (self->list), make_row, self, NULL);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
  update_page (self);
  read_entries (self);
  return GTK_WIDGET (self);
}

/**
 * pz_trash_window_restore:
 * @self: the window
 * @id: of a deleted learner
 *
 * Brings the learner back into the class.
 *
 * Returns: whether that worked; the window says why when it did not
 */
gboolean
pz_trash_window_restore (PzTrashWindow *self,
                         const char    *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (PZ_IS_TRASH_WINDOW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  pz_classroom_restore (self->classroom, ids, C_("undo", "Return of a learner"), &error);
  show_error (self, error);
  return error == NULL;
}

/**
 * pz_trash_window_get_n_shown:
 * @self: the window
 *
 * Returns: how many deleted learners and entries are listed; entries are read after the window is made
 */
guint
pz_trash_window_get_n_shown (PzTrashWindow *self)
{
  g_return_val_if_fail (PZ_IS_TRASH_WINDOW (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) + count_entries (self);
}
