/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-place-group.h"

#include <glib/gi18n-lib.h>

struct _PzImportPlaceGroup
{
  AdwPreferencesGroup parent_instance;

  PzImportSession *session;
  gboolean updating;

  GtkWidget *open_row;
  GtkWidget *open_check;
  GtkWidget *new_row;
  GtkWidget *new_check;
  GtkWidget *name_row;
};

G_DEFINE_FINAL_TYPE (PzImportPlaceGroup, pz_import_place_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (PzImportPlaceGroup *self)
{
  const char *name = pz_import_session_get_class_name (self->session);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  gboolean into_open = pz_import_session_get_into_open (self->session);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (into_open ? self->open_check : self->new_check), TRUE);
  gtk_widget_set_visible (self->name_row, !into_open);
  if (!g_str_equal (typed, name))
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  self->updating = FALSE;
}

static void
place_toggled_cb (PzImportPlaceGroup *self)
{
  if (!self->updating && self->session != NULL)
    pz_import_session_set_into_open (self->session, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->open_check)));
}

static void
name_changed_cb (PzImportPlaceGroup *self)
{
  if (!self->updating && self->session != NULL)
    pz_import_session_set_class_name (self->session, gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
}

static void
name_activated_cb (PzImportPlaceGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.go-on", NULL);
}

static void
pz_import_place_group_dispose (GObject *object)
{
  g_clear_object (&PZ_IMPORT_PLACE_GROUP (object)->session);
  G_OBJECT_CLASS (pz_import_place_group_parent_class)->dispose (object);
}

static void
pz_import_place_group_class_init (PzImportPlaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_place_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-place-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportPlaceGroup, open_row);
  gtk_widget_class_bind_template_child (widget_class, PzImportPlaceGroup, open_check);
  gtk_widget_class_bind_template_child (widget_class, PzImportPlaceGroup, new_row);
  gtk_widget_class_bind_template_child (widget_class, PzImportPlaceGroup, new_check);
  gtk_widget_class_bind_template_child (widget_class, PzImportPlaceGroup, name_row);
  gtk_widget_class_bind_template_callback (widget_class, place_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
}

static void
pz_import_place_group_init (PzImportPlaceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_import_place_group_set_session:
 * @self: the group
 * @session: the import it asks for; once
 *
 * Shows where the import goes, and keeps it in step.
 */
void
pz_import_place_group_set_session (PzImportPlaceGroup *self,
                                   PzImportSession    *session)
{
  PzClassroom *open;

  g_return_if_fail (PZ_IS_IMPORT_PLACE_GROUP (self) && self->session == NULL);
  g_return_if_fail (PZ_IS_IMPORT_SESSION (session));

  self->session = g_object_ref (session);
  open = pz_import_session_get_open (session);
  gtk_widget_set_visible (self->open_row, open != NULL);
  gtk_widget_set_visible (self->new_row, open != NULL);
  if (open != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->open_row), pz_classroom_get_name (open));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->open_row), _("The class in the window"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      pz_classroom_get_name (open), -1);
    }
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
