/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-contact-dialog.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

static const guint fields[] = {
  PZ_CONTACT_NAME, PZ_CONTACT_RELATION, PZ_CONTACT_PHONE, PZ_CONTACT_EMAIL, PZ_CONTACT_LANGUAGE,
};

struct _PzContactDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  PzRecord *contact; /* NULL: a new one */
  GtkWidget *group;
  GtkWidget *save_button;
  GtkWidget *delete_button;
  GtkWidget *rows[G_N_ELEMENTS (fields)];
};

G_DEFINE_FINAL_TYPE (PzContactDialog, pz_contact_dialog, ADW_TYPE_WINDOW)

static char *
dup_typed (PzContactDialog *self,
           gsize            i)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))));
}

/* Marks what is too long; a contact needs a name. */
static void
check_rows (PzContactDialog *self)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_CONTACT);
  gboolean fine = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = dup_typed (self, i);

      if (*text == '\0')
        fine = fine && fields[i] != PZ_CONTACT_NAME;
      else if (!pz_field_check_text (&schema->fields[fields[i]], text, &error))
        fine = FALSE;
      gtk_widget_set_tooltip_text (self->rows[i], error != NULL ? error->message : NULL);
      if (error != NULL)
        gtk_widget_add_css_class (self->rows[i], "error");
      else
        gtk_widget_remove_css_class (self->rows[i], "error");
    }
  gtk_widget_set_sensitive (self->save_button, fine);
}

static void
delete_clicked_cb (PzContactDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  pz_document_delete (self->document, self->contact);
  pz_classroom_queue_save (self->classroom, C_("undo", "Deletion of a contact"));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", _("Contact deleted"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
pz_contact_dialog_dispose (GObject *object)
{
  PzContactDialog *self = PZ_CONTACT_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->contact);
  G_OBJECT_CLASS (pz_contact_dialog_parent_class)->dispose (object);
}

static void
pz_contact_dialog_class_init (PzContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_contact_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzContactDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PzContactDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzContactDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, pz_contact_dialog_save);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_contact_dialog_init (PzContactDialog *self)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_CONTACT);

  gtk_widget_init_template (GTK_WIDGET (self));
  pz_privacy_hide (self->group);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "activates-default", TRUE,
                                    "title", pz_field_get_label (&schema->fields[fields[i]]), NULL);
      gtk_list_box_append (GTK_LIST_BOX (self->group), self->rows[i]);
      g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (check_rows), self, G_CONNECT_SWAPPED);
    }
}

/**
 * pz_contact_dialog_new:
 * @classroom: saves what is changed
 * @document: the learner
 * @contact: (nullable): the contact to change; %NULL for a new one
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_contact_dialog_new (PzClassroom *classroom,
                       PzDocument  *document,
                       PzRecord    *contact)
{
  PzContactDialog *self;
  gboolean locked;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_CONTACT_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  g_set_object (&self->contact, contact);
  locked = pz_classroom_is_read_only (classroom);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = contact != NULL ? pz_record_get_text (contact, fields[i]) : NULL;

      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), text != NULL ? text : "");
      gtk_editable_set_editable (GTK_EDITABLE (self->rows[i]), !locked);
    }
  gtk_window_set_title (GTK_WINDOW (self), contact != NULL ? _("Contact") : _("New contact"));
  gtk_widget_set_visible (self->delete_button, contact != NULL && !locked);
  gtk_widget_set_visible (self->save_button, !locked);
  check_rows (self);
  gtk_widget_grab_focus (self->rows[0]);
  return GTK_WIDGET (self);
}

/**
 * pz_contact_dialog_save:
 * @self: the dialog
 *
 * Writes what was typed into the contact, which is made now when it is a new one, and closes.
 */
void
pz_contact_dialog_save (PzContactDialog *self)
{
  gboolean is_new;

  g_return_if_fail (PZ_IS_CONTACT_DIALOG (self));

  is_new = self->contact == NULL;
  if (is_new) /* the document holds it */
    self->contact = g_object_ref (pz_document_add (self->document, PZ_RECORD_CONTACT));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = dup_typed (self, i);

      pz_record_set_text (self->contact, fields[i], *text != '\0' ? text : NULL);
    }
  pz_classroom_queue_save (self->classroom, is_new ? C_("undo", "New contact") : C_("undo", "Change of a contact"));
  gtk_window_destroy (GTK_WINDOW (self));
}
