/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-contacts-row.h"

#include "pz-contact-dialog.h"
#include "pz-i18n.h"
#include "pz-learner-details.h"

#include <glib/gi18n-lib.h>

struct _PzContactsRow
{
  AdwExpanderRow parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  GPtrArray *rows; /* what stands inside */
};

G_DEFINE_FINAL_TYPE (PzContactsRow, pz_contacts_row, ADW_TYPE_EXPANDER_ROW)

static void
open_dialog (PzContactsRow *self,
             PzRecord      *contact)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = pz_contact_dialog_new (self->classroom, self->document, contact);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (GtkWidget     *row,
                  PzContactsRow *self)
{
  open_dialog (self, g_object_get_data (G_OBJECT (row), "pz-contact"));
}

static void
add_activated_cb (PzContactsRow *self)
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
  return pz_i18n_join_facts (parts);
}

static GtkWidget *
make_row (PzContactsRow *self,
          PzRecord      *contact)
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

static GtkWidget *
make_add_row (PzContactsRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("contact", "Add Contact"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (add_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
take_row (PzContactsRow *self,
          GtkWidget     *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* Rows are made when somebody looks at them. */
static void
fill (PzContactsRow *self)
{
  GListModel *contacts = pz_document_get_records (self->document, PZ_RECORD_CONTACT);

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);

      if (!pz_record_is_deleted (contact))
        take_row (self, make_row (self, contact));
    }
  if (!pz_classroom_is_read_only (self->classroom))
    take_row (self, make_add_row (self));
}

/* "Halima Yusuf, Omar Yusuf" */
static char *
dup_names (PzContactsRow *self)
{
  GListModel *contacts = pz_document_get_records (self->document, PZ_RECORD_CONTACT);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);
      const char *name = pz_record_get_text (contact, PZ_CONTACT_NAME);

      if (!pz_record_is_deleted (contact))
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_("between names", ", ") : "",
                                name != NULL ? name : C_("contact", "No name"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
document_changed_cb (PzContactsRow *self,
                     PzRecord      *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_CONTACT)
    pz_contacts_row_update (self);
}

static void
pz_contacts_row_dispose (GObject *object)
{
  PzContactsRow *self = PZ_CONTACTS_ROW (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_contacts_row_parent_class)->dispose (object);
}

static void
pz_contacts_row_class_init (PzContactsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_contacts_row_dispose;
}

static void
pz_contacts_row_init (PzContactsRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Contacts"));
  pz_details_name_lists (GTK_WIDGET (self), _("Contacts"));
}

/**
 * pz_contacts_row_new:
 * @classroom: saves what is changed
 * @document: the learner
 *
 * Returns: (transfer floating): a row with the contacts of the learner
 */
GtkWidget *
pz_contacts_row_new (PzClassroom *classroom,
                       PzDocument  *document)
{
  PzContactsRow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_CONTACTS_ROW, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_contacts_row_update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
  pz_contacts_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_contacts_row_update:
 * @self: the row
 *
 * Shows the contacts the learner has now.
 */
void
pz_contacts_row_update (PzContactsRow *self)
{
  g_autofree char *names = NULL;

  g_return_if_fail (PZ_IS_CONTACTS_ROW (self));

  names = dup_names (self);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), *names != '\0' ? names : C_("contact", "None yet"));
  fill (self);
}
