/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-assistant.h"

#include <glib/gi18n-lib.h>

struct _PzSyncAssistant
{
  AdwWindow parent_instance;

  PzSyncSetup *setup;
  PzSyncSetupStep shown; /* the step whose page was filled last */
  gboolean updating;     /* a text changes because the set-up did */
  guint finish_source;
  GtkWidget *problem_row;   /* stands below the field that is wrong, in no list while nothing is */
  GtkWidget *problem_label;

  GtkWidget *window_title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *spinner;
  GtkWidget *stack;
  GtkWidget *server_row;
  GtkWidget *user_row;
  GtkWidget *password_row;
  GtkWidget *address_row;
  GtkWidget *folder_title;
  GtkWidget *folder_text;
  GtkWidget *folder_list;
  GtkWidget *folder_row;
  GtkWidget *found_title;
  GtkWidget *found_list;
  GtkWidget *seal_row;
  GtkWidget *seal_switch;
  GtkWidget *shown_row;
  GtkWidget *passphrase_row;
  GtkWidget *device_row;
};

G_DEFINE_FINAL_TYPE (PzSyncAssistant, pz_sync_assistant, ADW_TYPE_WINDOW)

static guint done_signal;

static const char *const page_names[] = { "server", "account", "folder" };

static GtkWidget *
get_row (PzSyncAssistant  *self,
         PzSyncSetupField  field)
{
  switch (field)
    {
    case PZ_SYNC_FIELD_SERVER:
      return self->server_row;
    case PZ_SYNC_FIELD_ADDRESS:
      return self->address_row;
    case PZ_SYNC_FIELD_USER:
      return self->user_row;
    case PZ_SYNC_FIELD_PASSWORD:
      return self->password_row;
    case PZ_SYNC_FIELD_FOLDER:
      return gtk_widget_get_visible (self->folder_list) ? self->folder_row : gtk_widget_get_last_child (self->found_list);
    case PZ_SYNC_FIELD_PASSPHRASE:
      return pz_sync_setup_is_joining (self->setup) ? self->passphrase_row : self->seal_row;
    case PZ_SYNC_FIELD_DEVICE:
      return self->device_row;
    case PZ_SYNC_FIELD_NONE:
    default:
      return NULL;
    }
}

/* ---- problems, beside their field ---- */

static void
take_problem_away (PzSyncAssistant *self)
{
  GtkWidget *list = gtk_widget_get_parent (self->problem_row);

  for (PzSyncSetupField field = PZ_SYNC_FIELD_SERVER; field <= PZ_SYNC_FIELD_PASSPHRASE; field++)
    {
      GtkWidget *row = get_row (self, field);

      if (row == NULL)
        continue;
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
  if (list != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), self->problem_row);
}

static void
show_problem (PzSyncAssistant *self)
{
  const char *problem = pz_sync_setup_get_problem (self->setup);
  GtkWidget *row;

  if (problem != NULL && gtk_widget_get_parent (self->problem_row) != NULL
      && g_str_equal (gtk_label_get_label (GTK_LABEL (self->problem_label)), problem))
    return;
  take_problem_away (self);
  row = problem != NULL ? get_row (self, pz_sync_setup_get_field (self->setup)) : NULL;
  if (row == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem);
  gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (row)), self->problem_row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (row);
}

static void
make_problem_row (PzSyncAssistant *self)
{
  self->problem_row = g_object_ref_sink (gtk_list_box_row_new ());
  self->problem_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->problem_label), 0);
  gtk_widget_add_css_class (self->problem_label, "pz-problem");
  gtk_widget_add_css_class (self->problem_label, "pz-warning");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->problem_row), self->problem_label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->problem_row), FALSE);
  gtk_widget_set_focusable (self->problem_row, FALSE);
}

/* ---- folders ---- */

static void
folder_toggled_cb (PzSyncAssistant *self,
                   GtkCheckButton  *button)
{
  if (!self->updating && gtk_check_button_get_active (button))
    pz_sync_setup_set_text (self->setup, PZ_SYNC_FIELD_FOLDER, g_object_get_data (G_OBJECT (button), "pz-folder"));
}

static GtkWidget *
add_folder (PzSyncAssistant *self,
            const char      *name,
            GtkWidget       *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pz-folder", g_strdup (name), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (folder_toggled_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), "pz-button", button);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (self->found_list), row);
  return button;
}

static void
fill_folders (PzSyncAssistant *self)
{
  GPtrArray *folders = pz_sync_setup_get_folders (self->setup);
  gboolean found = folders != NULL && folders->len > 0;
  GtkWidget *group = NULL;
  GtkWidget *row;

  take_problem_away (self);
  while ((row = gtk_widget_get_first_child (self->found_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->found_list), row);
  for (guint i = 0; found && i < folders->len; i++)
    {
      GtkWidget *button = add_folder (self, folders->pdata[i], group);

      group = group != NULL ? group : button;
    }
  gtk_widget_set_visible (self->found_title, found);
  gtk_widget_set_visible (self->found_list, found);
}

static void
mark_folder (PzSyncAssistant *self)
{
  const char *chosen = pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_FOLDER);

  for (GtkWidget *row = gtk_widget_get_first_child (self->found_list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = g_object_get_data (G_OBJECT (row), "pz-button");

      if (button != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                     g_strcmp0 (g_object_get_data (G_OBJECT (button), "pz-folder"), chosen) == 0);
    }
}

/* ---- what is shown ---- */

static void
show_text (GtkWidget  *row,
           const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_texts (PzSyncAssistant *self)
{
  gboolean joining = pz_sync_setup_is_joining (self->setup);
  gboolean sealed = pz_sync_setup_get_encrypted (self->setup);

  self->updating = TRUE;
  show_text (self->server_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_SERVER));
  show_text (self->user_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_USER));
  show_text (self->password_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_PASSWORD));
  show_text (self->address_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_ADDRESS));
  show_text (self->folder_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_FOLDER));
  show_text (self->device_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_DEVICE));
  if (joining)
    show_text (self->passphrase_row, pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_PASSPHRASE));
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->shown_row),
                                   pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_PASSPHRASE));
  gtk_switch_set_active (GTK_SWITCH (self->seal_switch), sealed);
  gtk_widget_set_visible (self->shown_row, !joining && sealed);
  mark_folder (self);
  self->updating = FALSE;
}

static void
show_buttons (PzSyncAssistant *self)
{
  PzSyncSetupStep step = pz_sync_setup_get_step (self->setup);
  gboolean busy = pz_sync_setup_is_busy (self->setup);
  gboolean back = step > PZ_SYNC_SETUP_SERVER && !busy;
  g_autofree char *subtitle = NULL;

  /* Translators: the steps of an assistant: %1$u is the number of this one, %2$u how many there are */
  subtitle = g_strdup_printf (_("Step %1$u of %2$u"), (guint) MIN (step, PZ_SYNC_SETUP_FOLDER) + 1,
                              (guint) G_N_ELEMENTS (page_names));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->window_title), gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), subtitle);
  gtk_widget_set_visible (self->cancel_button, !back);
  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  if (step < PZ_SYNC_SETUP_FOLDER)
    gtk_button_set_label (GTK_BUTTON (self->next_button), _("_Next"));
  else
    gtk_button_set_label (GTK_BUTTON (self->next_button), pz_sync_setup_is_joining (self->setup) ? _("_Join Class")
                                                                                              : _("_Set Up"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup.back", back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup.go-on", pz_sync_setup_can_go_on (self->setup));
  if (busy && gtk_widget_get_sensitive (self->stack))
    gtk_widget_grab_focus (self->cancel_button); /* it must be somewhere, and this is what can be done now */
  gtk_widget_set_sensitive (self->stack, !busy);
}

static gboolean
finish_cb (gpointer user_data)
{
  g_autoptr(PzSyncAssistant) self = g_object_ref (PZ_SYNC_ASSISTANT (user_data));

  self->finish_source = 0;
  g_signal_emit (self, done_signal, 0, pz_sync_setup_get_result (self->setup));
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_first_field (PzSyncAssistant *self)
{
  GtkWidget *const rows[] = { self->server_row, self->user_row,
                              gtk_widget_get_visible (self->folder_list) ? self->folder_row : self->found_list };

  return rows[self->shown];
}

static void
show_step (PzSyncAssistant *self)
{
  PzSyncSetupStep step = pz_sync_setup_get_step (self->setup);

  if (step == PZ_SYNC_SETUP_DONE)
    {
      if (self->finish_source == 0)
        self->finish_source = g_idle_add (finish_cb, self); /* whoever pressed the button is still at it */
      return;
    }
  if (step == self->shown)
    return;
  self->shown = step;
  if (step == PZ_SYNC_SETUP_FOLDER)
    fill_folders (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page_names[step]);
}

static void
changed_cb (PzSyncAssistant *self)
{
  PzSyncSetupStep before = self->shown;

  show_step (self);
  show_texts (self);
  show_buttons (self);
  show_problem (self);
  if (self->shown != before && !gtk_widget_grab_focus (get_first_field (self)))
    gtk_widget_child_focus (get_first_field (self), GTK_DIR_TAB_FORWARD);
}

/* ---- what is done ---- */

static void
text_changed_cb (PzSyncAssistant *self,
                 GtkEditable     *row)
{
  if (self->updating || self->setup == NULL)
    return;
  for (PzSyncSetupField field = PZ_SYNC_FIELD_SERVER; field <= PZ_SYNC_FIELD_DEVICE; field++)
    if (get_row (self, field) == GTK_WIDGET (row))
      pz_sync_setup_set_text (self->setup, field, gtk_editable_get_text (row));
}

static void
sealed_cb (PzSyncAssistant *self)
{
  if (!self->updating)
    pz_sync_setup_set_encrypted (self->setup, gtk_switch_get_active (GTK_SWITCH (self->seal_switch)));
}

static void
another_cb (PzSyncAssistant *self)
{
  pz_sync_setup_new_passphrase (self->setup);
}

static void
copy_cb (PzSyncAssistant *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          pz_sync_setup_get_text (self->setup, PZ_SYNC_FIELD_PASSPHRASE));
}

static void
go_on_cb (PzSyncAssistant *self)
{
  pz_sync_setup_go_on (self->setup);
}

static void
go_on_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  pz_sync_setup_go_on (PZ_SYNC_ASSISTANT (widget)->setup);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  pz_sync_setup_go_back (PZ_SYNC_ASSISTANT (widget)->setup);
}

/* stops what is being tried; without that, closes the window */
static void
cancel_cb (PzSyncAssistant *self)
{
  if (pz_sync_setup_is_busy (self->setup))
    pz_sync_setup_cancel (self->setup);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
pz_sync_assistant_dispose (GObject *object)
{
  PzSyncAssistant *self = PZ_SYNC_ASSISTANT (object);

  g_clear_handle_id (&self->finish_source, g_source_remove);
  if (self->setup != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->setup, self);
      pz_sync_setup_cancel (self->setup);
    }
  g_clear_object (&self->setup);
  g_clear_object (&self->problem_row);
  G_OBJECT_CLASS (pz_sync_assistant_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, window_title);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, spinner);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, server_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, user_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, password_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, address_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, folder_title);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, folder_text);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, folder_list);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, folder_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, found_title);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, found_list);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, seal_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, seal_switch);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, shown_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncAssistant, device_row);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
pz_sync_assistant_class_init (PzSyncAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_sync_assistant_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-sync-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "setup.go-on", NULL, go_on_action);
  gtk_widget_class_install_action (widget_class, "setup.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "setup.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "setup.go-on", NULL);
}

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show or hide the password"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
pz_sync_assistant_init (PzSyncAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_buttons (self->password_row);
  make_problem_row (self);
}

/* What differs between giving and fetching a class. */
static void
choose_words (PzSyncAssistant *self)
{
  gboolean joining = pz_sync_setup_is_joining (self->setup);

  gtk_window_set_title (GTK_WINDOW (self), joining ? _("Join a Class") : _("Put on a Server"));
  gtk_label_set_label (GTK_LABEL (self->folder_title), joining ? _("Which class?") : _("Where on the server?"));
  gtk_label_set_label (GTK_LABEL (self->folder_text),
                       joining ? _("Choose the folder a colleague shared with you, or the one you made on another device.")
                               : _("The class gets a folder of its own. Share that folder on the server to work with colleagues."));
  gtk_widget_set_visible (self->folder_list, !joining);
  gtk_widget_set_visible (self->seal_row, !joining);
  gtk_widget_set_visible (self->passphrase_row, joining);
}

/**
 * pz_sync_assistant_new:
 * @parent: (nullable): the window that asks
 * @setup: what is asked
 *
 * Returns: (transfer none): the assistant; present it
 */
GtkWidget *
pz_sync_assistant_new (GtkWindow   *parent,
                       PzSyncSetup *setup)
{
  PzSyncAssistant *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (PZ_IS_SYNC_SETUP (setup), NULL);

  self = g_object_new (PZ_TYPE_SYNC_ASSISTANT, "transient-for", parent, NULL);
  self->setup = g_object_ref (setup);
  choose_words (self);
  g_signal_connect_object (setup, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_widget_grab_focus (self->server_row);
  return GTK_WIDGET (self);
}
