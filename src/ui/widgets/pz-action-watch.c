/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-action-watch.h"

#define KEY "pz-watched-action"

static void
update (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);
  const char *name = g_object_get_data (G_OBJECT (button), KEY);

  gtk_widget_set_visible (button, G_IS_ACTION_GROUP (root) && g_action_group_has_action (G_ACTION_GROUP (root), name));
}

static void
action_cb (GActionGroup *group,
           const char   *name,
           GtkWidget    *button)
{
  if (g_strcmp0 (name, g_object_get_data (G_OBJECT (button), KEY)) == 0)
    update (button);
}

/* the group still has it while it says so */
static void
removed_cb (GActionGroup *group,
            const char   *name,
            GtkWidget    *button)
{
  if (g_strcmp0 (name, g_object_get_data (G_OBJECT (button), KEY)) == 0)
    gtk_widget_set_visible (button, FALSE);
}

static void
root_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (G_IS_ACTION_GROUP (root))
    {
      g_signal_handlers_disconnect_by_func (root, action_cb, button);
      g_signal_handlers_disconnect_by_func (root, removed_cb, button);
      g_signal_connect_object (root, "action-added", G_CALLBACK (action_cb), button, 0);
      g_signal_connect_object (root, "action-removed", G_CALLBACK (removed_cb), button, 0);
    }
  update (button);
}

/**
 * pz_action_watch_show:
 * @button: a widget that nothing else shows or hides
 * @name: of an action of the window, without "win."
 *
 * Shows the button only where its window has the action: a command that is not there has no button.
 */
void
pz_action_watch_show (GtkWidget  *button,
                      const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (button) && name != NULL);

  g_object_set_data_full (G_OBJECT (button), KEY, g_strdup (name), g_free);
  g_signal_connect (button, "notify::root", G_CALLBACK (root_cb), NULL);
  root_cb (button);
}
