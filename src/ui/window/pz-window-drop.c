/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether the assistant could read it, by what a file manager shows of it. It looks closer itself. */
static gboolean
may_be_roster (GFile *file)
{
  const char *const endings[] = { ".zip", ".csv", ".tsv", ".txt", ".json" };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *folded = base != NULL ? g_ascii_strdown (base, -1) : NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

static void
show_area (PzWindow *self,
           gboolean  shown)
{
  gtk_widget_set_visible (self->drop_area, shown);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->drop_area), shown);
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double         x,
          double         y,
          PzWindow      *self)
{
  show_area (self, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          PzWindow      *self)
{
  show_area (self, FALSE);
}

/* One file, or one folder; what comes with it would have to be told which class it is for. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         PzWindow      *self)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  show_area (self, FALSE);
  if (files == NULL)
    return FALSE;
  if (files->next != NULL)
    pz_window_show_message (self, _("Drop one file at a time, or the folder they are in"));
  else if (!may_be_roster (files->data))
    pz_window_show_message (self, _("This is no roster: drop a OneRoster zip or folder, a table as CSV, or a framework as JSON"));
  else
    {
      pz_window_import_file (self, files->data);
      return TRUE;
    }
  return FALSE;
}

/**
 * pz_window_init_drop:
 * @self: the window
 *
 * Takes files of rosters and frameworks that are dropped anywhere on it.
 */
void
pz_window_init_drop (PzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
