/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-action.h"

#include "pz-attention-window.h"
#include "pz-view.h"

static void
open_learner_cb (PzWindow   *window,
                 const char *id)
{
  pz_window_show_learner (window, id);
  pz_window_lead_through (window, "show-attention", NULL);
}

static void
show_attention_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PzWindow *window = PZ_WINDOW (user_data);
  GtkWidget *attention;

  /* what is being typed belongs to the class, too */
  if (pz_window_get_view (window) != NULL)
    pz_view_commit (pz_window_get_view (window));
  attention = pz_attention_window_new (pz_window_get_classroom (window));
  g_signal_connect_object (attention, "open-learner", G_CALLBACK (open_learner_cb), window, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (attention), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (attention));
}

/**
 * pz_attention_add_action:
 * @window: the window of a class
 *
 * Adds `win.show-attention`.
 */
void
pz_attention_add_action (PzWindow *window)
{
  const GActionEntry entry = { .name = "show-attention", .activate = show_attention_cb };

  g_return_if_fail (PZ_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, window);
}
