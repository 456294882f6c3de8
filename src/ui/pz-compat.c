/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one file that may use what is newer than the floor: each function has a branch for either end. */
#include "config.h"
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "pz-compat.h"

#include <glib/gi18n-lib.h>

#if GTK_CHECK_VERSION (4, 10, 0)
static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  GError *error = NULL;
  GFile *file = NULL;

  switch (GPOINTER_TO_INT (g_task_get_task_data (task)))
    {
    case PZ_CHOOSE_SAVE:
      file = gtk_file_dialog_save_finish (dialog, result, &error);
      break;
    case PZ_CHOOSE_FOLDER:
      file = gtk_file_dialog_select_folder_finish (dialog, result, &error);
      break;
    default:
      file = gtk_file_dialog_open_finish (dialog, result, &error);
      break;
    }
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
      g_error_free (error);
    }
  else
    g_task_return_error (task, error);
}

static void
show_file_dialog (GtkWindow    *parent,
                  PzChooseKind  kind,
                  const char   *title,
                  const char   *suggested_name,
                  GTask        *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GCancellable *cancellable = g_task_get_cancellable (task);

  gtk_file_dialog_set_title (dialog, title);
  if (suggested_name != NULL)
    gtk_file_dialog_set_initial_name (dialog, suggested_name);
  if (kind == PZ_CHOOSE_SAVE)
    gtk_file_dialog_save (dialog, parent, cancellable, file_chosen_cb, g_object_ref (task));
  else if (kind == PZ_CHOOSE_FOLDER)
    gtk_file_dialog_select_folder (dialog, parent, cancellable, file_chosen_cb, g_object_ref (task));
  else
    gtk_file_dialog_open (dialog, parent, cancellable, file_chosen_cb, g_object_ref (task));
}
#else
static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("No file was chosen"));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
show_file_dialog (GtkWindow    *parent,
                  PzChooseKind  kind,
                  const char   *title,
                  const char   *suggested_name,
                  GTask        *task)
{
  const GtkFileChooserAction actions[] = { GTK_FILE_CHOOSER_ACTION_OPEN, GTK_FILE_CHOOSER_ACTION_SAVE,
                                           GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, actions[kind], NULL, NULL);

  if (kind == PZ_CHOOSE_SAVE && suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
#endif

/**
 * pz_choose_file_async:
 * @parent: the window that asks
 * @kind: what to choose
 * @title: translated
 * @suggested_name: (nullable): the name of a file to save
 * @cancellable: (nullable): to stop asking
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks for one file or folder.
 */
void
pz_choose_file_async (GtkWindow           *parent,
                      PzChooseKind         kind,
                      const char          *title,
                      const char          *suggested_name,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_choose_file_async);
  g_task_set_task_data (task, GINT_TO_POINTER (kind), NULL);
  show_file_dialog (parent, kind, title, suggested_name, task);
}

/**
 * pz_choose_file_finish:
 * @result: of pz_choose_file_async()
 * @error: %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full): the file or folder; %NULL with @error set
 */
GFile *
pz_choose_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_choose_file_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

#if ADW_CHECK_VERSION (1, 5, 0)
static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  g_task_return_boolean (task, g_strcmp0 (answer, "yes") == 0);
}
#else
static void
answered_cb (AdwMessageDialog *dialog,
             const char       *answer,
             gpointer          user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);

  g_task_return_boolean (task, g_strcmp0 (answer, "yes") == 0);
}
#endif

/**
 * pz_ask_async:
 * @parent: the window that asks
 * @heading: the question, translated, plain text
 * @body: (nullable): what follows from it, translated, plain text
 * @no: the label of the safe answer, with mnemonic; Escape gives it too
 * @yes: the label of the answer that cannot be taken back, with mnemonic
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks before something that cannot be undone.
 */
void
pz_ask_async (GtkWindow           *parent,
              const char          *heading,
              const char          *body,
              const char          *no,
              const char          *yes,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, pz_ask_async);
#if ADW_CHECK_VERSION (1, 5, 0)
  {
    AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

    adw_alert_dialog_add_responses (dialog, "no", no, "yes", yes, NULL);
    adw_alert_dialog_set_response_appearance (dialog, "yes", ADW_RESPONSE_DESTRUCTIVE);
    adw_alert_dialog_set_close_response (dialog, "no");
    adw_alert_dialog_choose (dialog, GTK_WIDGET (parent), NULL, answered_cb, g_object_ref (task));
  }
#else
  {
    AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

    adw_message_dialog_add_responses (dialog, "no", no, "yes", yes, NULL);
    adw_message_dialog_set_response_appearance (dialog, "yes", ADW_RESPONSE_DESTRUCTIVE);
    adw_message_dialog_set_close_response (dialog, "no");
    g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), g_object_ref (task));
    gtk_window_present (GTK_WINDOW (dialog));
  }
#endif
}

/**
 * pz_tell:
 * @parent: the window that tells
 * @heading: what it is about, plain text
 * @body: what there is to say, plain text
 *
 * Shows a text that is read and closed.
 */
void
pz_tell (GtkWindow  *parent,
         const char *heading,
         const char *body)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && heading != NULL && body != NULL);

#if ADW_CHECK_VERSION (1, 5, 0)
  {
    AdwDialog *dialog = adw_alert_dialog_new (heading, body);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
    adw_dialog_present (dialog, GTK_WIDGET (parent));
  }
#else
  {
    GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
    gtk_window_present (GTK_WINDOW (dialog));
  }
#endif
}

/**
 * pz_ask_finish:
 * @result: of pz_ask_async()
 *
 * Returns: whether the answer was yes
 */
gboolean
pz_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_ask_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * pz_show_about:
 * @parent: the window that asks
 *
 * Shows what this program is, its version and its licence.
 */
void
pz_show_about (GtkWindow *parent)
{
  const char *developers[] = { "The Personalize contributors", NULL };
  const char *properties[] = { "application-name", "application-icon", "version", "comments", "license-type",
                               "developers", "developer-name", "translator-credits" };
  GValue values[G_N_ELEMENTS (properties)] = { 0 };
  GObject *about;

  for (gsize i = 0; i < 4; i++)
    g_value_init (&values[i], G_TYPE_STRING);
  g_value_set_static_string (&values[0], g_get_application_name ());
  g_value_set_static_string (&values[1], PZ_APPLICATION_ID);
  g_value_set_static_string (&values[2], PZ_VERSION);
  g_value_set_static_string (&values[3], _("Know each learner, plan for all. Everything stays on this computer, in files you can read."));
  g_value_init (&values[4], GTK_TYPE_LICENSE);
  g_value_set_enum (&values[4], GTK_LICENSE_GPL_3_0);
  g_value_init (&values[5], G_TYPE_STRV);
  g_value_set_boxed (&values[5], developers);
  g_value_init (&values[6], G_TYPE_STRING);
  g_value_set_static_string (&values[6], developers[0]);
  g_value_init (&values[7], G_TYPE_STRING);
  /* Translators: your own name, one translator a line, perhaps with an address; shown under About */
  g_value_set_static_string (&values[7], g_strcmp0 (_("translator-credits"), "translator-credits") == 0
                                           ? "" : _("translator-credits"));
#if ADW_CHECK_VERSION (1, 5, 0)
  about = G_OBJECT (adw_about_dialog_new ());
  g_object_setv (about, G_N_ELEMENTS (properties), properties, values);
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  about = G_OBJECT (adw_about_window_new ());
  g_object_setv (about, G_N_ELEMENTS (properties), properties, values);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_value_unset (&values[i]);
}

/**
 * pz_list_item_set_label:
 * @item: a row that has its child and its place in the list
 * @label: what a screen reader calls the row
 *
 * Names a row of a list view. Before GTK 4.12 only the widget around the child carries such a name.
 */
void
pz_list_item_set_label (GtkListItem *item,
                        const char  *label)
{
  g_return_if_fail (GTK_IS_LIST_ITEM (item));
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_item_set_accessible_label (item, label);
#else
  {
    GtkWidget *child = gtk_list_item_get_child (item);
    GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

    if (row != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  }
#endif
}

/**
 * pz_list_view_set_model:
 * @list: a list
 * @model: (nullable): what it shows from now on
 *
 * Like gtk_list_view_set_model(), also while the pointer or the focus is on a row. GTK 4.8 ends the program then: the
 * pointer enters the rows that are left, which selects them in a list that is empty by that time. And the focus stays
 * with a row that is gone.
 */
void
pz_list_view_set_model (GtkListView       *list,
                        GtkSelectionModel *model)
{
  GtkRoot *root;
  GtkWidget *focus;
  gboolean by_one_click;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  root = gtk_widget_get_root (GTK_WIDGET (list));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list)))
    gtk_root_set_focus (root, NULL);
  by_one_click = gtk_list_view_get_single_click_activate (list);
  gtk_list_view_set_single_click_activate (list, FALSE); /* only then the pointer selects */
  gtk_list_view_set_model (list, model);
  gtk_list_view_set_single_click_activate (list, by_one_click);
}

/**
 * pz_widget_set_spoken_name:
 * @widget: a list, a button with a text, a scrolled window; not on the screen yet
 * @name: what a screen reader calls it, translated
 *
 * Names a widget that newer releases name by its title or text, or forbid to be named because of its role.
 */
void
pz_widget_set_spoken_name (GtkWidget  *widget,
                           const char *name)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  /* newer releases let nobody name what is generic: scrolled windows, the list in the head of an expander row */
  if (gtk_accessible_get_accessible_role (accessible) == GTK_ACCESSIBLE_ROLE_GENERIC)
    g_object_set (widget, "accessible-role",
                  GTK_IS_LIST_BOX (widget) ? GTK_ACCESSIBLE_ROLE_LIST : GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  /* the title of a group or the text of a button goes before a name of its own, even when it is empty */
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * pz_announce:
 * @widget: a label of role status; before GTK 4.14 its text is what a screen reader reads
 * @text: what to say, translated
 *
 * Tells a screen reader about something that happened elsewhere than at the focus.
 */
void
pz_announce (GtkWidget  *widget,
             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (GTK_IS_LABEL (widget))
    gtk_label_set_label (GTK_LABEL (widget), text);
#if GTK_CHECK_VERSION (4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * pz_widget_get_text_color:
 * @widget: a widget
 * @color: (out): the colour its style gives to text
 */
void
pz_widget_get_text_color (GtkWidget *widget,
                          GdkRGBA   *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}
