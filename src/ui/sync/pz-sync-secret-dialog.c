/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-secret-dialog.h"

#include "pz-passphrase.h"

#include <glib/gi18n-lib.h>

struct _PzSyncSecretDialog
{
  AdwWindow parent_instance;

  PzSyncKeeper *keeper;
  PzSyncJob job;
  GCancellable *cancellable; /* of what is being tried; NULL: nothing is */

  GtkWidget *cancel_button;
  GtkWidget *accept_button;
  GtkWidget *spinner;
  GtkWidget *text_label;
  GtkWidget *list;
  GtkWidget *row; /* the secret */
  GtkWidget *problem_label;
};

G_DEFINE_FINAL_TYPE (PzSyncSecretDialog, pz_sync_secret_dialog, ADW_TYPE_WINDOW)

/* What is said of each secret. */
static const struct
{
  PzSyncJob job;
  const char *title;
  const char *text;
  const char *field;
  const char *accept;
} kinds[] = {
  { PZ_SYNC_JOB_SIGN_IN, N_("Sign In"),
    N_("The password of your account on the server, or an app password made for this computer. It is kept in the keyring of "
       "this computer, if it has one, and nowhere else."), N_("Password"), N_("_Sign In") },
  { PZ_SYNC_JOB_UNLOCK, N_("Passphrase"),
    N_("This class is encrypted. Enter its passphrase as it was given to you; capitals, blanks and hyphens do not matter."),
    N_("Passphrase of the class"), N_("_Unlock") },
  { PZ_SYNC_JOB_CHANGE_PASSPHRASE, N_("Change Passphrase"),
    N_("The new passphrase is for those who join from now on, and for recovering the class. Who takes part already goes on as "
       "before. Keep the one made here, or type your own of at least twelve characters."), N_("New passphrase"), N_("_Change") },
};

static gsize
find_kind (PzSyncJob job)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].job == job)
      return i;
  g_assert_not_reached ();
}

static void
update (PzSyncSecretDialog *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  if (busy)
    gtk_widget_grab_focus (self->cancel_button);
  gtk_widget_set_sensitive (self->row, !busy);
  gtk_widget_set_sensitive (self->accept_button, !busy && *gtk_editable_get_text (GTK_EDITABLE (self->row)) != '\0');
}

static void
show_problem (PzSyncSecretDialog *self,
              const char         *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem_label, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
typed_cb (PzSyncSecretDialog *self)
{
  show_problem (self, NULL);
  update (self);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzSyncSecretDialog) self = PZ_SYNC_SECRET_DIALOG (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);

  if (self->cancellable == NULL) /* the window went meanwhile */
    return;
  g_clear_object (&self->cancellable);
  if (answer != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  update (self);
  show_problem (self, error->message);
  gtk_widget_grab_focus (self->row);
}

static void
accept_cb (PzSyncSecretDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autoptr(GError) error = NULL;

  if (self->cancellable != NULL || *text == '\0')
    return;
  if (self->job == PZ_SYNC_JOB_CHANGE_PASSPHRASE && !pz_passphrase_check_own (text, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  self->cancellable = g_cancellable_new ();
  pz_sync_keeper_do_async (self->keeper, self->job, text, self->cancellable, tried_cb, g_object_ref (self));
  update (self);
}

static void
pz_sync_secret_dialog_dispose (GObject *object)
{
  PzSyncSecretDialog *self = PZ_SYNC_SECRET_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (pz_sync_secret_dialog_parent_class)->dispose (object);
}

static void
pz_sync_secret_dialog_class_init (PzSyncSecretDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_sync_secret_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-sync-secret-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PzSyncSecretDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_sync_secret_dialog_init (PzSyncSecretDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A password is hidden as it is typed; a passphrase is read from paper and compared. */
static void
add_row (PzSyncSecretDialog *self,
         const char         *title)
{
  self->row = self->job == PZ_SYNC_JOB_SIGN_IN ? adw_password_entry_row_new () : adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * pz_sync_secret_dialog_new:
 * @parent: (nullable): the window that asks
 * @keeper: of the class
 * @job: one that takes a secret: to sign in, to unlock, to change the passphrase
 *
 * Returns: (transfer none): the dialog; present it
 */
GtkWidget *
pz_sync_secret_dialog_new (GtkWindow    *parent,
                           PzSyncKeeper *keeper,
                           PzSyncJob     job)
{
  PzSyncSecretDialog *self;
  gsize kind = find_kind (job);

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper), NULL);

  self = g_object_new (PZ_TYPE_SYNC_SECRET_DIALOG, "transient-for", parent, "title", _(kinds[kind].title), NULL);
  self->keeper = g_object_ref (keeper);
  self->job = job;
  gtk_label_set_label (GTK_LABEL (self->text_label), _(kinds[kind].text));
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _(kinds[kind].accept));
  add_row (self, _(kinds[kind].field));
  if (job == PZ_SYNC_JOB_CHANGE_PASSPHRASE)
    {
      g_autofree char *passphrase = pz_passphrase_generate ();

      gtk_editable_set_text (GTK_EDITABLE (self->row), passphrase);
    }
  gtk_widget_grab_focus (self->row);
  return GTK_WIDGET (self);
}
