/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-activities-view.h"
#include "pz-activity-dialog.h"

/* (nullable): brought to the front */
static PzActivitiesView *
show_activities (PzWindow *self)
{
  if (self->classroom == NULL)
    return NULL;
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  pz_window_lead_to_record (self, "activities");
  return PZ_IS_ACTIVITIES_VIEW (pz_window_get_view (self)) ? PZ_ACTIVITIES_VIEW (pz_window_get_view (self)) : NULL;
}

static void
show_activity (PzWindow   *self,
               const char *id)
{
  PzActivitiesView *view = show_activities (self);

  if (view != NULL)
    pz_activities_view_show_activity (view, id);
}

static void
show_activity_cb (GSimpleAction *action,
                  GVariant      *id,
                  gpointer       user_data)
{
  show_activity (PZ_WINDOW (user_data), g_variant_get_string (id, NULL));
}

static void
new_activity_cb (GSimpleAction *action,
                 GVariant      *unused,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *dialog;

  if (self->classroom == NULL)
    return;
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self)); /* what is being typed stays a step of its own */
  dialog = pz_activity_dialog_new (self->classroom, NULL, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (show_activity), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_partners_cb (GSimpleAction *action,
                  GVariant      *unused,
                  gpointer       user_data)
{
  PzActivitiesView *view = show_activities (PZ_WINDOW (user_data));

  if (view != NULL)
    pz_activities_view_show_partners (view);
}

static void
form_groups_cb (GSimpleAction *action,
                GVariant      *unused,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (PZ_IS_ACTIVITIES_VIEW (pz_window_get_view (self)))
    pz_activities_view_form_groups (PZ_ACTIVITIES_VIEW (pz_window_get_view (self)));
}

/**
 * pz_window_add_activities_actions:
 * @self: the window
 *
 * The commands that plan an activity, that show the page of one, and who has worked with whom.
 */
void
pz_window_add_activities_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "new-activity", .activate = new_activity_cb },
    { .name = "show-activity", .activate = show_activity_cb, .parameter_type = "s" },
    { .name = "show-partners", .activate = show_partners_cb },
    { .name = "form-groups", .activate = form_groups_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
