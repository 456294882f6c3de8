/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-dialog.h"

#include "pz-name-list.h"

#include <glib/gi18n-lib.h>

struct _PzClassDialog
{
  AdwWindow parent_instance;

  PzEnvironment *environment; /* for a new class */
  PzClassroom *classroom;     /* the one to rename; NULL for a new class */
  GPtrArray *people;          /* of PzRosterPerson, what was understood of the names; NULL when they are too many */

  GtkWidget *accept_button;
  GtkWidget *name_row;
  GtkWidget *names_group;
  GtkWidget *names_view;
  GtkWidget *count_label;
  GtkWidget *error_label;
};

G_DEFINE_FINAL_TYPE (PzClassDialog, pz_class_dialog, ADW_TYPE_WINDOW)

static guint made_signal;

static char *
dup_name (PzClassDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static char *
dup_names (PzClassDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_error (PzClassDialog *self,
            const char    *text)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->error_label, text != NULL);
}

static void
update_accept (PzClassDialog *self)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_CLASSROOM)->fields[PZ_CLASSROOM_NAME];
  g_autofree char *name = dup_name (self);
  g_autoptr(GError) error = NULL;
  gboolean fine = *name != '\0' && pz_field_check_text (field, name, &error);

  show_error (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->accept_button, fine && (self->classroom != NULL || self->people != NULL));
}

/* "28 learners: Amina Yusuf, Chloé Dubois …" */
static void
show_people (PzClassDialog *self)
{
  guint n = self->people->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u learner", "%u learners", n), n);
  g_autofree char *first = n > 0 ? pz_roster_person_dup_name (self->people->pdata[0]) : NULL;
  g_autofree char *last = n > 1 ? pz_roster_person_dup_name (self->people->pdata[n - 1]) : NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("One name a line. You can also add learners later."));
  else if (n == 1)
    /* Translators: how many learners a typed list has, and who is on it */
    text = g_strdup_printf (C_("names", "%1$s: %2$s"), count, first);
  else
    /* Translators: how many learners a typed list has, and the first and the last of them */
    text = g_strdup_printf (C_("names", "%1$s: %2$s … %3$s"), count, first, last);
  gtk_label_set_label (GTK_LABEL (self->count_label), text);
}

static void
names_changed_cb (PzClassDialog *self)
{
  g_autofree char *names = dup_names (self);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = pz_name_list_parse (names, -1, messages, &error);
  if (self->people != NULL)
    show_people (self);
  else
    gtk_label_set_label (GTK_LABEL (self->count_label), error->message);
  update_accept (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzClassDialog) self = PZ_CLASS_DIALOG (user_data);
  PzClassroom *classroom = PZ_CLASSROOM (source);
  g_autoptr(GError) error = NULL;

  if (pz_classroom_save_finish (classroom, result, &error))
    {
      g_signal_emit (self, made_signal, 0, classroom);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  pz_classroom_abandon (classroom);
  show_error (self, error->message);
  gtk_widget_set_sensitive (self->accept_button, TRUE);
}

static void
add_person (PzClassroom          *classroom,
            const PzRosterPerson *person)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, person->given_name);
  pz_record_set_text (learner, PZ_LEARNER_FAMILY_NAME, person->family_name);
}

static void
make_class (PzClassDialog *self,
            const char    *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = pz_classroom_prepare (self->environment, name, &error);

  if (classroom == NULL)
    {
      show_error (self, error->message);
      return;
    }
  for (guint i = 0; i < self->people->len; i++)
    add_person (classroom, self->people->pdata[i]);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  pz_classroom_save_async (classroom, C_("undo", "New class"), NULL, saved_cb, g_object_ref (self));
}

static void
pz_class_dialog_dispose (GObject *object)
{
  PzClassDialog *self = PZ_CLASS_DIALOG (object);

  g_clear_object (&self->environment);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_class_dialog_parent_class)->dispose (object);
}

static void
pz_class_dialog_class_init (PzClassDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_class_dialog_dispose;
  made_signal = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              PZ_TYPE_CLASSROOM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-class-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, names_group);
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, names_view);
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, PzClassDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, pz_class_dialog_accept);
  gtk_widget_class_bind_template_callback (widget_class, update_accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_class_dialog_init (PzClassDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_ptr_array_new ();
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names_view)), "changed",
                           G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_class_dialog_new:
 * @environment: where the class is to be
 *
 * Returns: (transfer none): a dialog that makes a class
 */
GtkWidget *
pz_class_dialog_new (PzEnvironment *environment)
{
  PzClassDialog *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (PZ_TYPE_CLASS_DIALOG, "title", _("New class"), NULL);
  self->environment = g_object_ref (environment);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _("_Make Class"));
  names_changed_cb (self);
  gtk_widget_grab_focus (self->name_row);
  return GTK_WIDGET (self);
}

/**
 * pz_class_dialog_new_rename:
 * @classroom: a class
 *
 * Returns: (transfer none): a dialog that gives the class another name
 */
GtkWidget *
pz_class_dialog_new_rename (PzClassroom *classroom)
{
  PzClassDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CLASS_DIALOG, "title", _("Rename class"), "default-height", -1, NULL);
  self->classroom = g_object_ref (classroom);
  gtk_widget_set_visible (self->names_group, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _("_Rename"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), pz_classroom_get_name (classroom));
  update_accept (self);
  gtk_widget_grab_focus (self->name_row);
  return GTK_WIDGET (self);
}

/**
 * pz_class_dialog_set_texts:
 * @self: the dialog
 * @name: of the class
 * @names: of the learners, one a line
 *
 * Fills in the fields.
 */
void
pz_class_dialog_set_texts (PzClassDialog *self,
                           const char    *name,
                           const char    *names)
{
  g_return_if_fail (PZ_IS_CLASS_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names_view)), names, -1);
}

/**
 * pz_class_dialog_accept:
 * @self: the dialog
 *
 * Makes or renames the class, as the button does; does nothing while that is not possible.
 */
void
pz_class_dialog_accept (PzClassDialog *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PZ_IS_CLASS_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->accept_button))
    return;
  name = dup_name (self);
  if (self->classroom == NULL)
    {
      make_class (self, name);
      return;
    }
  pz_record_set_text (pz_document_get_owner (pz_classroom_get_document (self->classroom)), PZ_CLASSROOM_NAME, name);
  pz_classroom_queue_save (self->classroom, C_("undo", "New name of the class"));
  gtk_window_destroy (GTK_WINDOW (self));
}
