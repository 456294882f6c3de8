/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-window-private.h"

#include "pz-framework-words.h"

#include <glib/gi18n-lib.h>

static void
remove_rows (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static GtkWidget *
make_row (const PzFrameworkInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = info->problem != NULL ? g_strdup (info->problem) : pz_framework_words_summary (info, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->title != NULL ? info->title : _("Damaged framework"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "pz-id", g_strdup (info->id), g_free);
  return row;
}

static void
restore_clicked_cb (GtkWidget          *button,
                    PzFrameworksWindow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  pz_frameworks_window_restore (self, g_object_get_data (G_OBJECT (row), "pz-id"));
}

static void
add_restore (PzFrameworksWindow *self,
             GtkWidget          *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Restore"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Restore"), -1);
  gtk_widget_set_sensitive (button, !pz_classroom_is_read_only (self->classroom));
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_framework (PzFrameworksWindow    *self,
               const PzFrameworkInfo *info)
{
  GtkWidget *row = make_row (info);

  if (info->deleted)
    {
      add_restore (self, row);
      gtk_list_box_append (GTK_LIST_BOX (self->trash), row);
      return;
    }
  if (info->problem == NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (self->frameworks), row);
}

/*
 * pz_frameworks_window_fill_list:
 *
 * Lists the frameworks of the class, those in the trash by themselves.
 */
void
pz_frameworks_window_fill_list (PzFrameworksWindow *self)
{
  remove_rows (self->frameworks);
  remove_rows (self->trash);
  for (guint i = 0; i < self->reading->infos->len; i++)
    add_framework (self, g_ptr_array_index (self->reading->infos, i));
  gtk_widget_set_visible (self->frameworks_group, gtk_widget_get_first_child (self->frameworks) != NULL);
  gtk_widget_set_visible (self->trash_group, gtk_widget_get_first_child (self->trash) != NULL);
}
