/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goals-view-private.h"

#include "pz-status.h"

#include <glib/gi18n-lib.h>

/* So long, in ms, nothing is said about reading: mostly it is over by then. */
#define PATIENCE_MS 400

static gboolean
patience_cb (gpointer user_data)
{
  PzGoalsView *self = PZ_GOALS_VIEW (user_data);

  self->patience = 0;
  self->patient_no_more = TRUE;
  pz_goals_view_update_state (self);
  return G_SOURCE_REMOVE;
}

static void
update_title (PzGoalsView *self)
{
  guint n = pz_goal_found_count_in_state (self->found); /* as the class has them, whatever the search leaves */
  const char *name = pz_classroom_get_name (self->classroom);
  g_autofree char *text = NULL;

  if (pz_goal_list_is_read (self->list))
    /* Translators: how many goals there are, and the name of the class */
    text = g_strdup_printf (ngettext ("%1$u in %2$s", "%1$u in %2$s", n), n, name != NULL ? name : _("Classes"));
  adw_window_title_set_subtitle (self->title, text != NULL ? text : "");
}

static const char *
choose_page (PzGoalsView *self)
{
  guint n_shown = pz_goal_found_count_found (self->found);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (pz_goal_list_get_error (self->list) != NULL)
    return "failed";
  if (!pz_goal_list_is_read (self->list))
    return self->patient_no_more ? "reading" : "waiting";
  if (n_all == 0)
    return "empty";
  return n_shown == 0 ? "nothing-found" : "list";
}

/* large icons are only asked for now: loading them takes long */
static void
prepare_page (PzGoalsView *self,
              const char  *page)
{
  const GError *error = pz_goal_list_get_error (self->list);

  if (g_str_equal (page, "failed"))
    pz_status_show (self->failed, "dialog-warning-symbolic", NULL, error->message);
  else if (g_str_equal (page, "empty"))
    pz_status_show (self->empty, "emoji-flags-symbolic", NULL, NULL);
  else if (g_str_equal (page, "nothing-found"))
    pz_status_show (self->nothing_found, "system-search-symbolic", NULL, NULL);
}

/**
 * pz_goals_view_update_state:
 * @self: the view, with a class
 *
 * Shows the list, or why it is empty, and the counts.
 */
void
pz_goals_view_update_state (PzGoalsView *self)
{
  const char *page;

  g_return_if_fail (PZ_IS_GOALS_VIEW (self));

  if (self->list == NULL)
    return;
  page = choose_page (self);
  if (g_str_equal (page, "waiting") && self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  else if (!g_str_equal (page, "waiting"))
    g_clear_handle_id (&self->patience, g_source_remove);
  prepare_page (self, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "reading"));
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->bar, g_str_equal (page, "list") || g_str_equal (page, "nothing-found"));
  pz_goal_bar_update (PZ_GOAL_BAR (self->bar));
  update_title (self);
}
