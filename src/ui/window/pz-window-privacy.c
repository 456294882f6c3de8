/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-privacy-idle.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

static void
hide_names_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzView *view = pz_window_get_view (self);

  /* what is being typed is taken over before its field goes out of sight */
  if (view != NULL)
    pz_view_commit (view);
  pz_privacy_set_hidden (g_variant_get_boolean (state));
}

static void
show_names_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  pz_privacy_set_hidden (FALSE);
}

/* the action follows, whoever hid the names */
static void
hidden_changed_cb (PzWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "hide-names");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (pz_privacy_is_hidden ()));
  /* an offer to undo may say whose learner it was */
  if (pz_privacy_is_hidden ())
    pz_window_dismiss_undo (self);
}

/**
 * pz_window_init_privacy:
 * @self: the window
 *
 * The command that hides names, the hint that they are hidden, and the watch over how long nobody did anything.
 */
void
pz_window_init_privacy (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "hide-names", .state = "false", .change_state = hide_names_cb },
    { .name = "show-names", .activate = show_names_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  pz_privacy_show_instead (self->hidden_hint);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
  hidden_changed_cb (self);
  pz_privacy_idle_watch (GTK_WIDGET (self));
}

/**
 * pz_window_needs_names:
 * @self: the window
 *
 * Asked before something begins that cannot be done without names: to type one, to compare them with a roster.
 *
 * Returns: whether names are shown; else the window says that they are not, and offers to show them
 */
gboolean
pz_window_needs_names (PzWindow *self)
{
  AdwToast *toast;

  if (!pz_privacy_is_hidden ())
    return TRUE;
  toast = adw_toast_new (_("This needs names, and they are hidden"));
  adw_toast_set_button_label (toast, _("_Show Names"));
  adw_toast_set_action_name (toast, "win.show-names");
  adw_toast_overlay_add_toast (self->toasts, toast);
  return FALSE;
}
