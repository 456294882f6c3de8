/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-contacts-group.h"

#include "pz-contact-dialog.h"

#include <glib/gi18n-lib.h>

struct _PzContactsGroup
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  GtkWidget *add_button;
  GPtrArray *rows; /* the rows in the group */
};

G_DEFINE_FINAL_TYPE (PzContactsGroup, pz_contacts_group, ADW_TYPE_PREFERENCES_GROUP)

static void
open_dialog (PzContactsGroup *self,
             PzRecord        *contact)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = pz_contact_dialog_new (self->classroom, self->document, contact);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (GtkWidget       *row,
                  PzContactsGroup *self)
{
  open_dialog (self, g_object_get_data (G_OBJECT (row), "pz-contact"));
}

static void
add_clicked_cb (GtkButton       *button,
                PzContactsGroup *self)
{
  open_dialog (self, NULL);
}

/* "Aunt · 555 0101 · aunt@example.org" */
static char *
dup_line (PzRecord *contact)
{
  const guint fields[] = { PZ_CONTACT_RELATION, PZ_CONTACT_PHONE, PZ_CONTACT_EMAIL, PZ_CONTACT_LANGUAGE };
  const char *parts[G_N_ELEMENTS (fields) + 1] = { NULL };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (pz_record_get_text (contact, fields[i]) != NULL)
      parts[n++] = pz_record_get_text (contact, fields[i]);
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
make_row (PzContactsGroup *self,
          PzRecord        *contact)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = pz_record_get_text (contact, PZ_CONTACT_NAME);
  g_autofree char *line = dup_line (contact);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : C_("contact", "No name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "pz-contact", g_object_ref (contact), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  return row;
}

static void
document_changed_cb (PzContactsGroup *self,
                     PzRecord        *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_CONTACT)
    pz_contacts_group_update (self);
}

static void
pz_contacts_group_dispose (GObject *object)
{
  PzContactsGroup *self = PZ_CONTACTS_GROUP (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_contacts_group_parent_class)->dispose (object);
}

static void
pz_contacts_group_class_init (PzContactsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_contacts_group_dispose;
}

static void
pz_contacts_group_init (PzContactsGroup *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Contacts"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), C_("contact", "Add Contact"));
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("contact", "Add Contact"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self, 0);
}

/**
 * pz_contacts_group_new:
 * @classroom: saves what is changed
 * @document: the learner
 *
 * Returns: (transfer floating): a group with the contacts of the learner
 */
GtkWidget *
pz_contacts_group_new (PzClassroom *classroom,
                       PzDocument  *document)
{
  PzContactsGroup *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_CONTACTS_GROUP, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  gtk_widget_set_visible (self->add_button, !pz_classroom_is_read_only (classroom));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_contacts_group_update), self, G_CONNECT_SWAPPED);
  pz_contacts_group_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_contacts_group_update:
 * @self: the group
 *
 * Shows the contacts the learner has now.
 */
void
pz_contacts_group_update (PzContactsGroup *self)
{
  GListModel *contacts;

  g_return_if_fail (PZ_IS_CONTACTS_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  contacts = pz_document_get_records (self->document, PZ_RECORD_CONTACT);
  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);
      GtkWidget *row;

      if (pz_record_is_deleted (contact))
        continue;
      row = make_row (self, contact);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}
