/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-page.h"

#include "pz-row-button.h"
#include "pz-sync-conflicts-row.h"
#include "pz-sync-devices-group.h"
#include "pz-sync-files-row.h"
#include "pz-sync-seal-group.h"

#include <glib/gi18n-lib.h>

struct _PzSyncPage
{
  AdwPreferencesPage parent_instance;

  PzSyncKeeper *keeper;

  GtkWidget *status_row;
  GtkWidget *status_icon;
  GtkWidget *status_button;
  GtkWidget *conflicts_row;
  GtkWidget *server_group;
  GtkWidget *address_row;
  GtkWidget *folder_row;
  GtkWidget *user_row;
  GtkWidget *password_row;
  GtkWidget *device_row;
  GtkWidget *seal_group;
  GtkWidget *devices_group;
  GtkWidget *share_group;
};

G_DEFINE_FINAL_TYPE (PzSyncPage, pz_sync_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *action)
{
  GtkWidget *button = pz_row_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
add_group (PzSyncPage *self,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return group;
}

/* Ways out that are not on the page by themselves. */
static gboolean
is_way_out (const char *action)
{
  static const char *const actions[] = { "win.sync-set-up", "win.sync-passphrase", "win.sync-sign-in", NULL };

  return action != NULL && g_strv_contains (actions, action);
}

/* What can be done about it: synchronise again does not help when the folder is gone, or the passphrase is missing. */
static void
update_button (PzSyncPage        *self,
               const PzSyncFacts *facts)
{
  const char *label = facts->is_set_up ? _("_Synchronise Now") : _("_Set Up…");
  const char *action = facts->is_set_up ? "win.sync-now" : "win.sync-set-up";
  PzSyncHelp help;

  if (pz_sync_facts_find_help (facts, &help) && is_way_out (help.action))
    {
      label = help.label;
      action = help.action;
    }
  gtk_button_set_label (GTK_BUTTON (self->status_button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), action);
  if (pz_sync_facts_is_locked (facts))
    gtk_widget_add_css_class (self->status_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->status_button, "suggested-action");
  g_free (help.text);
}

static void
update_status (PzSyncPage *self)
{
  const PzSyncFacts *facts = pz_sync_keeper_get_facts (self->keeper);
  PzEnvironment *environment = pz_classroom_get_environment (pz_sync_keeper_get_classroom (self->keeper));
  g_autofree char *title = pz_sync_facts_dup_title (facts);
  g_autofree char *detail = pz_sync_facts_dup_detail (facts, pz_environment_get_now (environment));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->status_row), detail);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status_icon), facts->is_set_up ? pz_sync_facts_get_icon (facts)
                                                                                : "network-offline-symbolic");
  update_button (self, facts);
}

static void
show_text (GtkWidget  *row,
           const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

static void
show_folder (PzSyncPage        *self,
             const PzSyncPlace *place)
{
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;

  pz_sync_place_split (place, &address, &name);
  show_text (self->address_row, address);
  show_text (self->folder_row, name);
}

static void
update (PzSyncPage *self)
{
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);

  update_status (self);
  gtk_widget_set_visible (self->server_group, place != NULL);
  gtk_widget_set_visible (self->seal_group, place != NULL);
  gtk_widget_set_visible (self->devices_group, place != NULL);
  gtk_widget_set_visible (self->share_group, place != NULL);
  if (place == NULL)
    return;
  show_folder (self, place);
  show_text (self->user_row, place->user);
  gtk_widget_set_visible (self->user_row, place->user != NULL);
  gtk_widget_set_visible (self->password_row, place->user != NULL);
  show_text (self->device_row, place->device_name);
  show_text (self->password_row, place->lasting ? _("Kept in the keyring of this computer")
                                                : _("Asked for after each start: this computer has no keyring"));
}

/* The list of values that differ belongs to another part of the window: without it there is nothing to review. */
static void
rooted_cb (PzSyncPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  gtk_widget_set_visible (self->conflicts_row, G_IS_ACTION_GROUP (parent)
                                                 && g_action_group_has_action (G_ACTION_GROUP (parent), "conflicts"));
}

static void
add_status (PzSyncPage *self)
{
  GtkWidget *group = add_group (self, NULL, NULL);

  self->status_row = make_row ("", "");
  self->status_icon = gtk_image_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->status_row), self->status_icon);
  self->status_button = add_button (self->status_row, "", "win.sync-now");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->status_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), pz_sync_files_row_new (self->keeper));
  self->conflicts_row = pz_sync_conflicts_row_new (pz_sync_keeper_get_classroom (self->keeper));
  gtk_widget_set_visible (self->conflicts_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->conflicts_row);
}

static void
add_server (PzSyncPage *self)
{
  self->server_group = add_group (self, _("Server"), NULL);
  self->address_row = make_row (_("Address"), "");
  self->folder_row = make_row (_("Folder"), "");
  self->user_row = make_row (_("User name"), "");
  self->password_row = make_row (_("Password"), "");
  add_button (self->password_row, _("C_hange…"), "win.sync-sign-in");
  self->device_row = make_row (_("This device"), "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->server_group), self->address_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->server_group), self->folder_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->server_group), self->user_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->server_group), self->password_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->server_group), self->device_row);
}

static void
add_share (PzSyncPage *self)
{
  GtkWidget *share = make_row (_("Share with a colleague"), _("What to send, and what to say in person"));
  GtkWidget *leave = make_row (_("Leave the server"), _("The class stays on this computer, and what is on the server stays there"));

  self->share_group = add_group (self, NULL, NULL);
  add_button (share, _("Sh_are…"), "win.sync-share");
  gtk_widget_add_css_class (add_button (leave, _("_Leave…"), "win.sync-leave"), "destructive-action");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->share_group), share);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->share_group), leave);
}

static void
pz_sync_page_dispose (GObject *object)
{
  PzSyncPage *self = PZ_SYNC_PAGE (object);

  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (pz_sync_page_parent_class)->dispose (object);
}

static void
pz_sync_page_class_init (PzSyncPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_page_dispose;
}

static void
pz_sync_page_init (PzSyncPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (rooted_cb), NULL);
}

/**
 * pz_sync_page_new:
 * @keeper: of the class
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_sync_page_new (PzSyncKeeper *keeper)
{
  PzSyncPage *self;

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper), NULL);

  self = g_object_new (PZ_TYPE_SYNC_PAGE, NULL);
  self->keeper = g_object_ref (keeper);
  add_status (self);
  add_server (self);
  self->seal_group = pz_sync_seal_group_new (keeper);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->seal_group));
  self->devices_group = pz_sync_devices_group_new (keeper);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->devices_group));
  add_share (self);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
