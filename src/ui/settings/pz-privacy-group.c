/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy-group.h"

#include "pz-class-rules.h"

#include <glib/gi18n-lib.h>

struct _PzPrivacyGroup
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  GPtrArray *switches; /* borrowed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzPrivacyGroup, pz_privacy_group, ADW_TYPE_PREFERENCES_GROUP)

static guint hidden_signal;

static PzRecord *
get_record (PzPrivacyGroup *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static const PzField *
get_field (GtkWidget *toggle)
{
  return g_object_get_data (G_OBJECT (toggle), "pz-field");
}

static void
update (PzPrivacyGroup *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    gtk_switch_set_active (self->switches->pdata[i],
                           pz_class_field_is_on (get_record (self), get_field (self->switches->pdata[i])));
  self->updating = FALSE;
}

static void
toggled_cb (PzPrivacyGroup *self,
            GParamSpec     *pspec,
            GtkWidget      *toggle)
{
  gboolean on = gtk_switch_get_active (GTK_SWITCH (toggle));
  const char *label = pz_field_get_label (get_field (toggle));
  g_autofree char *step = NULL;

  if (self->updating)
    return;
  pz_class_set_field_on (get_record (self), get_field (toggle), on);
  /* Translators: a step that can be undone; %s is the name of a field, such as Birth date */
  step = g_strdup_printf (on ? C_("undo", "Use of “%s”")
                             /* Translators: a step that can be undone; %s is the name of a field, such as Birth date */
                             : C_("undo", "Hiding of “%s”"), label);
  pz_classroom_queue_save (self->classroom, step);
  if (!on)
    g_signal_emit (self, hidden_signal, 0, label);
}

static GtkWidget *
make_row (const PzField *field)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_field_get_label (field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pz_field_get_purpose (field));
  return row;
}

static void
add_field (PzPrivacyGroup *self,
           const PzField  *field)
{
  GtkWidget *row = make_row (field);
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, pz_field_get_label (field), -1);
  g_object_set_data (G_OBJECT (toggle), "pz-field", (gpointer) field);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_widget_set_sensitive (row, !pz_classroom_is_read_only (self->classroom));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->switches, toggle);
}

static void
document_changed_cb (PzPrivacyGroup *self,
                     PzRecord       *record,
                     guint           field)
{
  if (record == get_record (self) && field == PZ_CLASSROOM_FIELDS_ON)
    update (self);
}

static void
pz_privacy_group_dispose (GObject *object)
{
  PzPrivacyGroup *self = PZ_PRIVACY_GROUP (object);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_privacy_group_parent_class)->dispose (object);
}

static void
pz_privacy_group_class_init (PzPrivacyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_privacy_group_dispose;
  hidden_signal = g_signal_new ("hidden", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pz_privacy_group_init (PzPrivacyGroup *self)
{
  self->switches = g_ptr_array_new ();
}

/**
 * pz_privacy_group_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): a group with a switch for each sensitive field
 */
GtkWidget *
pz_privacy_group_new (PzClassroom *classroom)
{
  g_autoptr(GArray) places = pz_class_list_fields (PZ_FIELD_SENSITIVE);
  PzPrivacyGroup *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  document = pz_classroom_get_document (classroom);
  self = g_object_new (PZ_TYPE_PRIVACY_GROUP, NULL);
  self->classroom = g_object_ref (classroom);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Sensitive fields"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Off until you need them. Turning one off hides it and deletes nothing."));
  for (guint i = 0; i < places->len; i++)
    add_field (self, pz_field_place_get (&g_array_index (places, PzFieldPlace, i)));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_privacy_group_get_switch:
 * @self: the group
 * @name: of a field, "birth-date"
 *
 * Returns: (transfer none) (nullable): its switch
 */
GtkWidget *
pz_privacy_group_get_switch (PzPrivacyGroup *self,
                             const char     *name)
{
  g_return_val_if_fail (PZ_IS_PRIVACY_GROUP (self), NULL);

  for (guint i = 0; i < self->switches->len; i++)
    if (g_strcmp0 (get_field (self->switches->pdata[i])->name, name) == 0)
      return self->switches->pdata[i];
  return NULL;
}

/**
 * pz_privacy_local_group_new:
 *
 * Returns: (transfer floating): a group that tells which fields never leave the computer
 */
GtkWidget *
pz_privacy_local_group_new (void)
{
  g_autoptr(GArray) places = pz_class_list_fields (PZ_FIELD_LOCAL);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Never leaves this computer"));
  for (guint i = 0; i < places->len; i++)
    {
      GtkWidget *row = make_row (pz_field_place_get (&g_array_index (places, PzFieldPlace, i)));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}
