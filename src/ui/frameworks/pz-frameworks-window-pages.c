/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-window-private.h"

#include "pz-status.h"

/* How long a standard is selected before more about it is shown, in ms. */
#define SELECT_MS 60

static void
framework_activated_cb (PzFrameworksWindow *self,
                        GtkListBoxRow      *row)
{
  pz_frameworks_window_show (self, g_object_get_data (G_OBJECT (row), "pz-id"));
}

static gboolean
show_selected_cb (gpointer user_data)
{
  PzFrameworksWindow *self = PZ_FRAMEWORKS_WINDOW (user_data);
  guint item = pz_standard_browser_get_selected (self->browser);

  self->select_source = 0;
  if (item != PZ_STANDARD_ROOT && self->reading != NULL)
    pz_standard_details_show (self->details, self->classroom, self->reading, item);
  return G_SOURCE_REMOVE;
}

/* in a pause: every key of a search selects another one */
static void
standard_selected_cb (PzFrameworksWindow *self,
                      guint               item)
{
  g_clear_handle_id (&self->select_source, g_source_remove);
  if (item != PZ_STANDARD_ROOT && self->reading != NULL)
    self->select_source = g_timeout_add_full (G_PRIORITY_LOW, SELECT_MS, show_selected_cb, self, NULL);
}

static void
standard_activated_cb (PzFrameworksWindow *self,
                       guint               item)
{
  g_clear_handle_id (&self->select_source, g_source_remove);
  pz_standard_details_show (self->details, self->classroom, self->reading, item);
  pz_split_set_show_content (self->split, TRUE);
  pz_frameworks_window_update_back (self);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static void
show_standard_cb (PzFrameworksWindow *self,
                  guint               item)
{
  pz_standard_browser_select (self->browser, item);
  pz_standard_details_show (self->details, self->classroom, self->reading, item);
}

static void
open_learner_cb (PzFrameworksWindow *self,
                 const char         *id)
{
  g_object_ref (self);
  g_signal_emit_by_name (self, "open-learner", id);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static GtkWidget *
get_child (GtkBuilder *builder,
           const char *name)
{
  return GTK_WIDGET (gtk_builder_get_object (builder, name));
}

static void
find_children (PzFrameworksWindow *self,
               GtkBuilder         *builder)
{
  self->empty = get_child (builder, "empty");
  self->error = get_child (builder, "error");
  self->frameworks_group = get_child (builder, "frameworks_group");
  self->frameworks = get_child (builder, "frameworks");
  self->trash_group = get_child (builder, "trash_group");
  self->trash = get_child (builder, "trash");
  self->split = PZ_SPLIT (get_child (builder, "split"));
  self->side = get_child (builder, "side");
  self->learner_list = get_child (builder, "learner_list");
  self->browser = PZ_STANDARD_BROWSER (get_child (builder, "browser"));
  self->details = PZ_STANDARD_DETAILS (get_child (builder, "details"));
}

static void
connect (PzFrameworksWindow *self,
         gpointer            child,
         const char         *signal,
         GCallback           callback)
{
  g_signal_connect_object (child, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
connect_children (PzFrameworksWindow *self)
{
  connect (self, self->frameworks, "row-activated", G_CALLBACK (framework_activated_cb));
  connect (self, self->split, "notify::collapsed", G_CALLBACK (pz_frameworks_window_update_back));
  connect (self, self->browser, "selected", G_CALLBACK (standard_selected_cb));
  connect (self, self->browser, "activated", G_CALLBACK (standard_activated_cb));
  connect (self, self->details, "show-standard", G_CALLBACK (show_standard_cb));
  connect (self, self->details, "open-learner", G_CALLBACK (open_learner_cb));
}

/*
 * pz_frameworks_window_make_pages:
 *
 * Makes what the window shows when the files were read; nothing when it is there.
 */
void
pz_frameworks_window_make_pages (PzFrameworksWindow *self)
{
  g_autoptr(GtkBuilder) builder = NULL;

  g_clear_handle_id (&self->pages_source, g_source_remove);
  if (self->split != NULL)
    return;
  g_type_ensure (PZ_TYPE_SPLIT);
  g_type_ensure (PZ_TYPE_STANDARD_BROWSER);
  g_type_ensure (PZ_TYPE_STANDARD_DETAILS);
  builder = gtk_builder_new_from_resource ("/org/example/Personalize/pz-frameworks-pages.ui");
  find_children (self, builder);
  connect_children (self);
  pz_status_init (ADW_STATUS_PAGE (self->empty));
  pz_status_init (ADW_STATUS_PAGE (self->error));
  pz_frameworks_window_init_learner (self);
  gtk_stack_add_named (self->stack, self->empty, "empty");
  gtk_stack_add_named (self->stack, self->error, "error");
  gtk_stack_add_named (self->stack, get_child (builder, "list"), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->split), "standards");
}
