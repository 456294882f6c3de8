/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-settings-window.h"

#include "pz-class-settings-pages.h"
#include "pz-page-names.h"
#include "pz-split.h"
#include "pz-step.h"
#include "pz-sync-page.h"

#include <glib/gi18n-lib.h>

struct _PzClassSettingsWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzClassSettingsPages *pages;
  PzSyncKeeper *keeper; /* NULL: no page of synchronisation */

  AdwToastOverlay *toasts;
  PzSplit *split;
  GtkWidget *side_header;
  GtkWidget *header;
  GtkWidget *list;
  GtkStack *stack;
  GtkWidget *page_title;
  GtkWidget *back_button;
  GtkWidget *locked_label;
};

G_DEFINE_FINAL_TYPE (PzClassSettingsWindow, pz_class_settings_window, ADW_TYPE_WINDOW)

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} pages[] = {
  { "general", N_("General"), "preferences-system-symbolic" },
  { "levels", N_("Levels"), "view-sort-ascending-symbolic" },
  { "lenses", N_("Lenses"), "edit-find-symbolic" },
  { "measures", N_("Measures"), "document-properties-symbolic" },
  { "strategies", N_("Strategies"), "emblem-system-symbolic" },
  { "phrases", N_("Phrases"), "chat-message-new-symbolic" },
  { "calendar", N_("Check-ins and calendar"), "x-office-calendar-symbolic" },
  { "privacy", N_("Privacy"), "preferences-system-privacy-symbolic" },
  { "sync", N_("Synchronisation"), "emblem-synchronizing-symbolic" },
};

static void
stepped_cb (GtkWidget   *widget,
            PzClassroom *classroom,
            const char  *message)
{
  PzClassSettingsWindow *self = PZ_CLASS_SETTINGS_WINDOW (widget);

  if (self->classroom != NULL)
    pz_class_settings_pages_show_message (self->pages, message, FALSE);
}

static void
step (PzClassSettingsWindow *self,
      gboolean               forward)
{
  pz_class_settings_pages_commit (self->pages);
  if (!pz_classroom_is_read_only (self->classroom))
    pz_step_move (GTK_WIDGET (self), self->classroom, forward, stepped_cb);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  step (PZ_CLASS_SETTINGS_WINDOW (widget), FALSE);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  step (PZ_CLASS_SETTINGS_WINDOW (widget), TRUE);
}

static void
back_cb (PzClassSettingsWindow *self)
{
  pz_class_settings_pages_commit (self->pages);
  pz_split_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list))));
}

/* Back to the list of pages; from there it closes the window. */
static void
escape_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  PzClassSettingsWindow *self = PZ_CLASS_SETTINGS_WINDOW (widget);

  if (pz_split_get_collapsed (self->split) && pz_split_get_show_content (self->split))
    back_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
collapsed_cb (PzClassSettingsWindow *self)
{
  gboolean collapsed = pz_split_get_collapsed (self->split);

  gtk_widget_set_visible (self->back_button, collapsed);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->side_header), collapsed);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), collapsed);
}

static GtkWidget *
make_page (PzClassSettingsWindow *self,
           guint                  i)
{
  if (self->keeper != NULL && g_str_equal (pages[i].name, "sync"))
    return pz_sync_page_new (self->keeper);
  return pz_class_settings_pages_make (self->pages, pages[i].name);
}

static void
show_page (PzClassSettingsWindow *self,
           guint                  i)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

  if (page == NULL)
    {
      page = make_page (self, i);
      gtk_stack_add_named (self->stack, page, pages[i].name);
      pz_page_name_parts (page, _(pages[i].title));
    }
  gtk_stack_set_visible_child (self->stack, page);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->page_title), _(pages[i].title));
}

static void
row_selected_cb (PzClassSettingsWindow *self,
                 GtkListBoxRow         *row)
{
  if (row != NULL && self->pages != NULL)
    show_page (self, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (PzClassSettingsWindow *self,
                  GtkListBoxRow         *row)
{
  pz_split_set_show_content (self->split, TRUE);
  if (pz_split_get_collapsed (self->split))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* A list box goes from row to row with Tab, and a row that is selected shows its page: nobody would ever get into one. */
static gboolean
list_key_cb (PzClassSettingsWindow *self,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state)
{
  if (keyval == GDK_KEY_Tab && !pz_split_get_collapsed (self->split))
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab && !pz_split_get_collapsed (self->split))
    return gtk_widget_child_focus (self->header, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
close_request_cb (PzClassSettingsWindow *self)
{
  pz_class_settings_pages_commit (self->pages);
  return FALSE;
}

static GtkWidget *
make_row (guint i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(pages[i].title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (pages[i].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "pz-settings-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(pages[i].title), -1);
  return row;
}

static GtkWidget *
find_sync_row (PzClassSettingsWindow *self)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), G_N_ELEMENTS (pages) - 1)); /* the last */
}

static void
pz_class_settings_window_dispose (GObject *object)
{
  PzClassSettingsWindow *self = PZ_CLASS_SETTINGS_WINDOW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", NULL); /* the commands of the window that opened this one */
  g_clear_object (&self->classroom);
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (pz_class_settings_window_parent_class)->dispose (object);
}

static void
pz_class_settings_window_finalize (GObject *object)
{
  PzClassSettingsWindow *self = PZ_CLASS_SETTINGS_WINDOW (object);

  g_clear_pointer (&self->pages, pz_class_settings_pages_free);
  G_OBJECT_CLASS (pz_class_settings_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, split);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, side_header);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzClassSettingsWindow, locked_label);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
pz_class_settings_window_class_init (PzClassSettingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_class_settings_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_class_settings_window_finalize;
  g_type_ensure (PZ_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-class-settings-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "settings.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "settings.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "settings.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "settings.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "settings.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "settings.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "settings.escape", NULL);
}

static void
pz_class_settings_window_init (PzClassSettingsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (i));
  gtk_widget_set_visible (find_sync_row (self), FALSE);
}

/**
 * pz_class_settings_window_new:
 * @classroom: the class; one that cannot be changed can be looked at
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_class_settings_window_new (PzClassroom *classroom)
{
  PzClassSettingsWindow *self;
  const char *reason;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CLASS_SETTINGS_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  self->pages = pz_class_settings_pages_new (classroom, self->toasts);
  reason = pz_classroom_get_read_only_reason (classroom);
  gtk_label_set_label (GTK_LABEL (self->locked_label),
                       reason != NULL ? reason : _("This class can be looked at but not changed here."));
  gtk_widget_set_visible (self->locked_label, pz_classroom_is_read_only (classroom));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  show_page (self, 0);
  return GTK_WIDGET (self);
}

/**
 * pz_class_settings_window_add_sync:
 * @self: the window
 * @keeper: of the class
 *
 * Offers the page of synchronisation too.
 */
void
pz_class_settings_window_add_sync (PzClassSettingsWindow *self,
                                   PzSyncKeeper          *keeper)
{
  g_return_if_fail (PZ_IS_CLASS_SETTINGS_WINDOW (self) && PZ_IS_SYNC_KEEPER (keeper));

  g_set_object (&self->keeper, keeper);
  gtk_widget_set_visible (find_sync_row (self), TRUE);
}

/**
 * pz_class_settings_window_show:
 * @self: the window
 * @page: "general" and so on, see pz_class_settings_window_get_name()
 *
 * Goes to a page.
 *
 * Returns: (transfer none) (nullable): the page
 */
GtkWidget *
pz_class_settings_window_show (PzClassSettingsWindow *self,
                               const char            *page)
{
  g_return_val_if_fail (PZ_IS_CLASS_SETTINGS_WINDOW (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                                 gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
        pz_split_set_show_content (self->split, TRUE);
        return gtk_stack_get_child_by_name (self->stack, page);
      }
  return NULL;
}

/**
 * pz_class_settings_window_get_n:
 *
 * Returns: how many pages there are
 */
guint
pz_class_settings_window_get_n (void)
{
  return G_N_ELEMENTS (pages);
}

/**
 * pz_class_settings_window_get_name:
 * @page: from 0
 *
 * Returns: the name of a page
 */
const char *
pz_class_settings_window_get_name (guint page)
{
  g_return_val_if_fail (page < G_N_ELEMENTS (pages), NULL);
  return pages[page].name;
}
