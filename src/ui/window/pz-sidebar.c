/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sidebar.h"

#include "pz-class-menu.h"
#include "pz-compat.h"
#include "pz-lazy-menu.h"

#include <glib/gi18n-lib.h>

#define LEAST_NAME_CHARS 14 /* so much of the name of the class is always seen */

struct _PzSidebar
{
  AdwBin parent_instance;

  PzEnvironment *environment;
  PzClassroom *classroom;

  GtkWidget *header;
  GtkWidget *class_button;
  GtkWidget *class_label;
  GtkWidget *menu_button;
  GtkWidget *views;
  GtkWidget *save_icon;
  GtkWidget *save_label;
  GtkWidget *sync_label;
  GtkWidget *retry_button;
};

G_DEFINE_FINAL_TYPE (PzSidebar, pz_sidebar, ADW_TYPE_BIN)

static guint view_chosen_signal;

static void
update_name (PzSidebar *self)
{
  const char *name = self->classroom != NULL ? pz_classroom_get_name (self->classroom) : NULL;

  name = name != NULL ? name : _("Classes");
  gtk_label_set_label (GTK_LABEL (self->class_label), name);
  gtk_label_set_width_chars (GTK_LABEL (self->class_label), MIN (g_utf8_strlen (name, -1), LEAST_NAME_CHARS));
  gtk_widget_set_tooltip_text (self->class_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->class_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_save_state (PzSidebar  *self,
                 const char *icon,
                 const char *words,
                 gboolean    failed)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->save_icon), icon);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->save_label)), words) != 0)
    gtk_label_set_label (GTK_LABEL (self->save_label), words);
  gtk_widget_set_tooltip_text (self->save_label, words);
  gtk_widget_set_visible (self->retry_button, failed);
}

static void
update_save_state (PzSidebar *self)
{
  const GError *error;
  g_autofree char *words = NULL;

  if (self->classroom == NULL)
    return;
  if (pz_classroom_is_read_only (self->classroom))
    {
      show_save_state (self, "changes-prevent-symbolic", C_("saved", "Read only"), FALSE);
      return;
    }
  switch (pz_classroom_get_save_state (self->classroom))
    {
    case PZ_SAVE_SAVED:
      show_save_state (self, "object-select-symbolic", C_("saved", "Saved"), FALSE);
      break;
    case PZ_SAVE_FAILED:
      error = pz_classroom_get_save_error (self->classroom);
      /* Translators: %s says why */
      words = g_strdup_printf (C_("saved", "Not saved: %s"), error != NULL ? error->message : "");
      show_save_state (self, "dialog-warning-symbolic", words, TRUE);
      break;
    default:
      show_save_state (self, "document-save-symbolic", C_("saved", "Saving…"), FALSE);
      break;
    }
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  PzSidebar     *self)
{
  g_signal_emit (self, view_chosen_signal, 0, g_object_get_data (G_OBJECT (row), "pz-view"));
}

static void
create_class_menu_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  PzSidebar *self = PZ_SIDEBAR (user_data);
  g_autoptr(GMenuModel) menu = NULL;

  if (self->environment == NULL)
    return;
  menu = pz_class_menu_new (self->environment);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static void
pz_sidebar_dispose (GObject *object)
{
  PzSidebar *self = PZ_SIDEBAR (object);

  g_clear_object (&self->environment);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_sidebar_parent_class)->dispose (object);
}

static void
pz_sidebar_class_init (PzSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_sidebar_dispose;
  view_chosen_signal = g_signal_new ("view-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, class_button);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, class_label);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, views);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, save_icon);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, save_label);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, sync_label);
  gtk_widget_class_bind_template_child (widget_class, PzSidebar, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pz_sidebar_init (PzSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_lazy_menu_set (GTK_MENU_BUTTON (self->menu_button), "/org/example/Personalize/menus.ui", "primary_menu");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->class_button), create_class_menu_cb, self, NULL);
  update_name (self);
}

/**
 * pz_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar without views
 */
GtkWidget *
pz_sidebar_new (void)
{
  return g_object_new (PZ_TYPE_SIDEBAR, NULL);
}

/**
 * pz_sidebar_add_view:
 * @self: the sidebar
 * @name: (transfer none): what "view-chosen" says; a constant
 * @icon: name of an icon
 * @title: translated
 *
 * Adds a view at the end; the first one is selected.
 */
void
pz_sidebar_add_view (PzSidebar  *self,
                     const char *name,
                     const char *icon,
                     const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  g_return_if_fail (PZ_IS_SIDEBAR (self));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "pz-view", (gpointer) name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->views), row);
  if (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->views)) == NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->views), GTK_LIST_BOX_ROW (row));
}

/**
 * pz_sidebar_select_view:
 * @self: the sidebar
 * @name: of a view
 *
 * Marks the view that is shown, however it came there; "view-chosen" is silent about it.
 */
void
pz_sidebar_select_view (PzSidebar  *self,
                        const char *name)
{
  g_return_if_fail (PZ_IS_SIDEBAR (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->views); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "pz-view"), name) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->views), GTK_LIST_BOX_ROW (row));
}

/**
 * pz_sidebar_set_class:
 * @self: the sidebar
 * @environment: where the classes are
 * @classroom: (nullable): the one that is shown
 */
void
pz_sidebar_set_class (PzSidebar     *self,
                      PzEnvironment *environment,
                      PzClassroom   *classroom)
{
  g_return_if_fail (PZ_IS_SIDEBAR (self));

  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  g_set_object (&self->environment, environment);
  g_set_object (&self->classroom, classroom);
  if (classroom != NULL)
    {
      g_signal_connect_object (classroom, "notify::name", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (classroom, "notify::save-state", G_CALLBACK (update_save_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update_save_state), self, G_CONNECT_SWAPPED);
    }
  update_name (self);
  update_save_state (self);
}

/**
 * pz_sidebar_set_sync_words:
 * @self: the sidebar
 * @words: (nullable): how class and server stand; %NULL: the class is on no server
 */
void
pz_sidebar_set_sync_words (PzSidebar  *self,
                           const char *words)
{
  g_return_if_fail (PZ_IS_SIDEBAR (self));

  if (words != NULL && g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->sync_label)), words) != 0)
    gtk_label_set_label (GTK_LABEL (self->sync_label), words);
  gtk_widget_set_visible (self->sync_label, words != NULL);
}

/**
 * pz_sidebar_set_collapsed:
 * @self: the sidebar
 * @collapsed: whether it has the window for itself and needs the buttons of the window
 */
void
pz_sidebar_set_collapsed (PzSidebar *self,
                          gboolean   collapsed)
{
  g_return_if_fail (PZ_IS_SIDEBAR (self));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), collapsed);
}

/**
 * pz_sidebar_get_save_words:
 * @self: the sidebar
 *
 * Returns: what it says about the last change
 */
const char *
pz_sidebar_get_save_words (PzSidebar *self)
{
  g_return_val_if_fail (PZ_IS_SIDEBAR (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->save_label));
}
