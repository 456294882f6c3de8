/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-page-private.h"

#include "pz-activity-dialog.h"
#include "pz-activity-words.h"
#include "pz-classroom-plan.h"

#include <glib/gi18n-lib.h>

#define WEEK 7

static PzRecord *
get_owner (PzActivityPage *self)
{
  return pz_document_get_owner (self->activity);
}

static guint32
get_day (PzActivityPage *self)
{
  return pz_day_from_text (pz_record_get_text (get_owner (self), PZ_ACTIVITY_DATE));
}

/* saves as a step that can be undone, and says so */
void
pz_activity_page_finish (PzActivityPage *self,
                         const char     *label,
                         const char     *message)
{
  pz_classroom_queue_save (self->classroom, label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", message);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *unused,
         gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = pz_activity_dialog_new (self->classroom, self->activity, get_owner (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hold_cb (GSimpleAction *action,
         GVariant      *unused,
         gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  pz_classroom_hold_activity (self->classroom, self->activity);
  pz_activity_page_finish (self, C_("undo", "Confirmation of an activity"), _("The activity counts as held"));
}

static void
unhold_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  pz_record_set_text (get_owner (self), PZ_ACTIVITY_STATE, "planned");
  pz_activity_page_finish (self, C_("undo", "Activity planned again"), _("The activity counts as planned"));
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *unused,
              gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  guint32 day = get_day (self) != 0 ? get_day (self) : pz_activity_words_get_today (self->classroom);
  g_autoptr(PzDocument) copy = pz_classroom_plan_again (self->classroom, self->activity, day + WEEK);

  pz_activity_page_finish (self, C_("undo", "Copy of an activity"), _("Planned again for next week"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activity", "s", pz_document_get_id (copy));
}

static void
repeat_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  g_autoptr(PzDocument) regular = pz_classroom_repeat_activity (self->classroom, self->activity, 1);

  if (regular != NULL)
    {
      g_autoptr(PzActivity) week = pz_activity_new (regular);
      g_autofree char *no_school = pz_activity_words_dup_no_school (self->classroom, week);

      pz_activity_page_finish (self, C_("undo", "Repetition of an activity"),
                               no_school != NULL ? no_school : _("Planned for every week"));
    }
}

/* what is behind today is planned no longer; what was stays */
static void
end_cb (GSimpleAction *action,
        GVariant      *unused,
        gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  pz_activity_end_repetition (self->activity, pz_activity_words_get_today (self->classroom));
  pz_activity_page_finish (self, C_("undo", "End of a repetition"), _("Not planned for the weeks to come"));
}

static void
regular_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  g_autofree char *id = g_strdup (pz_record_get_text (get_owner (self), PZ_ACTIVITY_REGULAR));

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activity", "s", id);
}

static void
add_group_cb (GSimpleAction *action,
              GVariant      *unused,
              gpointer       user_data)
{
  pz_activity_cards_add_group (PZ_ACTIVITY_CARDS (PZ_ACTIVITY_PAGE (user_data)->cards));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  pz_document_delete (self->activity, get_owner (self));
  pz_activity_page_finish (self, C_("undo", "Deletion of an activity"), _("Activity deleted"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", NULL); /* the page is gone then */
}

static const GActionEntry entries[] = {
  { .name = "edit", .activate = edit_cb },           { .name = "hold", .activate = hold_cb },
  { .name = "unhold", .activate = unhold_cb },       { .name = "duplicate", .activate = duplicate_cb },
  { .name = "repeat", .activate = repeat_cb },       { .name = "end-repetition", .activate = end_cb },
  { .name = "show-regular", .activate = regular_cb }, { .name = "add-group", .activate = add_group_cb },
  { .name = "delete", .activate = delete_cb },
};

/**
 * pz_activity_page_add_actions:
 * @self: the page, being made
 */
void
pz_activity_page_add_actions (PzActivityPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  pz_activity_page_add_card_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "activity", G_ACTION_GROUP (self->actions));
}

void
pz_activity_page_enable (PzActivityPage *self,
                         const char     *name,
                         gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/**
 * pz_activity_page_update_actions:
 * @self: the page
 *
 * Offers what can be done now.
 */
void
pz_activity_page_update_actions (PzActivityPage *self)
{
  PzRecord *owner = get_owner (self);
  gboolean writable = !pz_classroom_is_read_only (self->classroom) && !pz_record_is_deleted (owner);
  gboolean regular = pz_activity_get_repeats (owner) > 0;
  gboolean of_week = !pz_record_is_empty (owner, PZ_ACTIVITY_REGULAR);
  gboolean held = g_strcmp0 (pz_record_get_text (owner, PZ_ACTIVITY_STATE), "held") == 0;
  PzSetting setting = pz_setting_from_name (pz_record_get_text (owner, PZ_ACTIVITY_SETTING));

  pz_activity_page_enable (self, "edit", writable);
  pz_activity_page_enable (self, "hold", writable && !regular && !held);
  pz_activity_page_enable (self, "unhold", writable && !regular && held);
  pz_activity_page_enable (self, "duplicate", writable && !regular);
  pz_activity_page_enable (self, "repeat", writable && !regular && !of_week && get_day (self) != 0);
  pz_activity_page_enable (self, "end-repetition", writable && regular && pz_record_is_empty (owner, PZ_ACTIVITY_REPEATS_UNTIL));
  pz_activity_page_enable (self, "show-regular", of_week);
  pz_activity_page_enable (self, "add-group", writable && pz_setting_has_groups (setting));
  pz_activity_page_enable (self, "delete", writable);
  pz_activity_page_update_card_actions (self);
}
