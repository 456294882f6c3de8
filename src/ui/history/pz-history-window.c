/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-window.h"

#include "pz-compat.h"
#include "pz-history-log.h"
#include "pz-history-words.h"
#include "pz-privacy.h"
#include "pz-status.h"
#include "pz-step.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 50
#define TOAST_SECONDS 8

struct _PzHistoryWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  char *learner;           /* NULL: the whole class */
  PzHistoryLog *log;       /* what is being read */
  GCancellable *cancellable; /* of the page that is being read, if any */
  gboolean at_end;
  guint n_shown;
  char *last_day;          /* heading of the last group */
  GtkWidget *group;        /* of that day */

  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkDropDown *fields;     /* the first is everything, then the fields of a learner in their order */
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *scroller;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PzHistoryWindow, pz_history_window, ADW_TYPE_WINDOW)

static void load_page (PzHistoryWindow *self);

static const PzRecordSchema *
learner_schema (void)
{
  return pz_schema_get_record (PZ_RECORD_LEARNER);
}

static void
say (PzHistoryWindow *self,
     const char      *text,
     gboolean         undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "history.undo");
      adw_toast_set_timeout (toast, TOAST_SECONDS);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Reads from the start again. */
static void
reload (PzHistoryWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->fields);
  PzHistoryQuery query = { PZ_DOCUMENT_LEARNER, self->learner, NULL, NULL };
  GtkWidget *child;

  if (self->classroom == NULL)
    return;
  if (chosen > 0 && chosen != GTK_INVALID_LIST_POSITION)
    {
      query.field = learner_schema ()->fields[chosen - 1].name;
      query.record = self->learner;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->log);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_pointer (&self->last_day, g_free);
  self->group = NULL;
  self->n_shown = 0;
  self->at_end = FALSE;
  self->log = pz_history_log_new (self->classroom, &query);
  load_page (self);
}

static void
restore_clicked_cb (GtkWidget       *button,
                    PzHistoryWindow *self)
{
  PzHistoryEntry *entry = g_object_get_data (G_OBJECT (button), "pz-entry");
  g_autoptr(GError) error = NULL;

  if (pz_history_restore (self->classroom, entry, &error))
    {
      say (self, _("The earlier value is back"), TRUE);
      reload (self);
    }
  else
    say (self, error->message, FALSE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzHistoryWindow) self = PZ_HISTORY_WINDOW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  gboolean done = pz_classroom_save_finish (PZ_CLASSROOM (source), result, &error);

  if (self->classroom == NULL)
    return;
  if (!done)
    say (self, error->message, FALSE);
  reload (self);
}

/* what is read here stands on the disk */
static void
stepped_cb (GtkWidget   *widget,
            PzClassroom *classroom,
            const char  *message)
{
  if (PZ_HISTORY_WINDOW (widget)->classroom == NULL)
    return;
  say (PZ_HISTORY_WINDOW (widget), message, FALSE);
  pz_classroom_save_async (classroom, NULL, NULL, saved_cb, g_object_ref (widget));
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  pz_step_move (widget, PZ_HISTORY_WINDOW (widget)->classroom, FALSE, stepped_cb);
}

static GtkWidget *
make_button (PzHistoryWindow *self,
             PzHistoryEntry  *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *label = pz_history_words_button (entry);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "pz-entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_row (PzHistoryWindow *self,
          PzHistoryEntry  *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = pz_history_words_title (entry, self->learner == NULL);
  g_autofree char *change = pz_history_words_change (entry);
  g_autofree char *where = pz_history_words_where (entry);
  g_autofree char *line = g_strdup_printf ("%s\n%s", change, where);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0); /* as many as it takes: values are short already */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (pz_history_may_restore (entry) && !pz_classroom_is_read_only (self->classroom))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, entry));
  return row;
}

static void
add_entry (PzHistoryWindow *self,
           PzHistoryEntry  *entry)
{
  g_autofree char *day = pz_history_words_day (entry);

  if (self->group == NULL || g_strcmp0 (day, self->last_day) != 0)
    {
      self->group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), day);
      gtk_box_append (GTK_BOX (self->box), self->group);
      g_free (self->last_day);
      self->last_day = g_steal_pointer (&day);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), make_row (self, entry));
  self->n_shown++;
}

/* what could not be read is counted aloud, not dropped */
static void
add_end (PzHistoryWindow *self)
{
  guint n = pz_history_log_get_n_skipped (self->log);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (n == 0)
    return;
  /* Translators: %u is how many changes */
  text = g_strdup_printf (ngettext ("%u entry could not be read.", "%u entries could not be read.", n), n);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "pz-dim");
  gtk_box_append (GTK_BOX (self->box), label);
}

/* a list that does not fill the window would never be scrolled to its end */
static void
fill_window (PzHistoryWindow *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                 - gtk_adjustment_get_value (adjustment);

  if (!self->at_end && below < gtk_adjustment_get_page_size (adjustment))
    load_page (self);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  PzHistoryWindow *self = user_data; /* gone, or about something else by now, when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) page = pz_history_log_next_finish (PZ_HISTORY_LOG (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  for (guint i = 0; page != NULL && i < page->len; i++)
    add_entry (self, g_ptr_array_index (page, i));
  self->at_end = page == NULL || page->len < PAGE_SIZE;
  if (self->at_end)
    add_end (self);
  if (error != NULL)
    say (self, error->message, FALSE);
  pz_status_show (ADW_STATUS_PAGE (self->empty), "document-open-recent-symbolic", NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    gtk_widget_get_first_child (self->box) != NULL ? "list" : "empty");
}

static void
load_page (PzHistoryWindow *self)
{
  if (self->cancellable != NULL || self->log == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  pz_history_log_next_async (self->log, PAGE_SIZE, self->cancellable, page_read_cb, self);
}

static void
field_chosen_cb (PzHistoryWindow *self)
{
  reload (self);
}

/* says whose history it is */
static void
show_title (PzHistoryWindow *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autofree char *name = NULL;
  guint position;

  if (self->learner == NULL)
    name = g_strdup (pz_classroom_get_name (self->classroom));
  else if (pz_index_find (index, self->learner, &position))
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);

      name = pz_privacy_dup_row_name (row);
    }
  adw_window_title_set_subtitle (self->window_title, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), name);
}

static void
hidden_changed_cb (PzHistoryWindow *self)
{
  show_title (self);
  reload (self);
}

static void
pz_history_window_dispose (GObject *object)
{
  PzHistoryWindow *self = PZ_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->log);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_history_window_parent_class)->dispose (object);
}

static void
pz_history_window_finalize (GObject *object)
{
  PzHistoryWindow *self = PZ_HISTORY_WINDOW (object);

  g_free (self->learner);
  g_free (self->last_day);
  G_OBJECT_CLASS (pz_history_window_parent_class)->finalize (object);
}

static void
pz_history_window_class_init (PzHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_history_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_history_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PzHistoryWindow, box);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen_cb);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_history_window_init (PzHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->empty));
}

static void
set_up_field_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_field_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  pz_list_item_set_label (item, text); /* rows have no name of their own */
}

static void
offer_fields (PzHistoryWindow *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_("history", "Everything"));
  for (guint i = 0; i < learner_schema ()->n_fields; i++)
    gtk_string_list_append (list, pz_field_get_label (&learner_schema ()->fields[i]));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_field_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_field_cb), NULL);
  gtk_drop_down_set_factory (self->fields, factory);
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (list));
  /* the button inside of it is what takes the focus, and has no name of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->fields))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show One Field"), -1);
}

/**
 * pz_history_window_new:
 * @classroom: a class; what waits to be saved is in no history yet
 * @learner: (nullable): id of the learner to ask for; %NULL for the whole class
 *
 * Returns: (transfer none): a window that begins to read
 */
GtkWidget *
pz_history_window_new (PzClassroom *classroom,
                       const char  *learner)
{
  PzHistoryWindow *self;
  GtkAdjustment *adjustment;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_HISTORY_WINDOW, NULL);
  self->learner = g_strdup (learner);
  offer_fields (self);
  self->classroom = g_object_ref (classroom);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (fill_window), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (fill_window), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
  show_title (self);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * pz_history_window_get_page:
 * @self: the window
 *
 * Returns: "loading", "list" or "empty"
 */
const char *
pz_history_window_get_page (PzHistoryWindow *self)
{
  g_return_val_if_fail (PZ_IS_HISTORY_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/**
 * pz_history_window_get_n_shown:
 * @self: the window
 *
 * Returns: how many entries are listed until now
 */
guint
pz_history_window_get_n_shown (PzHistoryWindow *self)
{
  g_return_val_if_fail (PZ_IS_HISTORY_WINDOW (self), 0);
  return self->n_shown;
}

/**
 * pz_history_window_set_field:
 * @self: the window
 * @field: (nullable): name of a field of a learner; %NULL for everything
 *
 * Shows the changes of that field alone.
 */
void
pz_history_window_set_field (PzHistoryWindow *self,
                             const char      *field)
{
  g_return_if_fail (PZ_IS_HISTORY_WINDOW (self));
  gtk_drop_down_set_selected (self->fields,
                              field != NULL ? (guint) (pz_schema_find_field (PZ_RECORD_LEARNER, field) + 1) : 0);
}
