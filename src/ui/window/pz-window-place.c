/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-settings.h"

/**
 * pz_window_remember_place:
 * @self: the window, with a class
 *
 * Keeps which view and which learner are shown, by id, for the next time the class is opened.
 */
void
pz_window_remember_place (PzWindow *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);
  g_auto(GStrv) selected = self->list != NULL ? pz_learner_list_dup_selected (self->list) : NULL;

  if (pz_window_get_view (self) != NULL)
    pz_settings_set_string (PZ_SETTINGS_CURRENT_VIEW, view);
  pz_settings_set_string (PZ_SETTINGS_CURRENT_LEARNER,
                          selected != NULL && g_strv_length (selected) == 1 ? selected[0] : NULL);
}

/**
 * pz_window_return_to_place:
 * @self: the window, with a class
 *
 * Shows the view and the learner that were shown the last time, when they are still there and there is room for both
 * the list and the page: on a narrow window the list comes first.
 */
void
pz_window_return_to_place (PzWindow *self)
{
  g_autofree char *view = pz_settings_dup_string (PZ_SETTINGS_CURRENT_VIEW);
  g_autofree char *learner = pz_settings_dup_string (PZ_SETTINGS_CURRENT_LEARNER);
  guint position;

  if (view != NULL)
    pz_window_show_view (self, view);
  if (learner != NULL && pz_learner_list_find (self->list, learner, &position))
    pz_learner_list_select_id (self->list, learner);
}
