/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-conference-page.h"

#include <glib/gi18n-lib.h>

#define PAGE "conference"

static void
conference_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_autoptr(PzDocument) learner = NULL;

  if (PZ_IS_CONFERENCE_PAGE (pz_window_get_view (self)))
    return;
  g_set_object (&learner, pz_window_get_shown_learner (self));
  if (learner == NULL)
    {
      pz_window_show_message (self, _("Choose a learner first."));
      return;
    }
  pz_view_commit (pz_window_get_view (self));
  pz_window_show_page (self, pz_conference_page_new (self->classroom, learner), PAGE);
  pz_view_move_focus (pz_window_get_view (self), TRUE);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PzView *view = pz_window_get_view (PZ_WINDOW (user_data));

  if (view != NULL)
    pz_view_print (view);
}

/**
 * pz_window_can_print:
 * @self: the window
 *
 * Returns: whether what is shown can be printed
 */
gboolean
pz_window_can_print (PzWindow *self)
{
  PzView *view;

  g_return_val_if_fail (PZ_IS_WINDOW (self), FALSE);

  view = pz_window_get_view (self);
  return view != NULL && pz_view_can_print (view);
}

/**
 * pz_window_add_conference_actions:
 * @self: the window
 *
 * The commands that show what a learner and the teacher look at together, and print what is shown.
 */
void
pz_window_add_conference_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "conference", .activate = conference_cb },
    { .name = "print", .activate = print_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
