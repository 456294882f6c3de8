/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cards-private.h"

#include "pz-activity-dialog.h"
#include "pz-classroom-plan.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/* The commands of the cards, "part.*" with the id of a learner. Each is a step that can be undone. */

static PzSetting
get_setting (PzActivityCards *self)
{
  return pz_setting_from_name (pz_record_get_text (pz_document_get_owner (self->activity), PZ_ACTIVITY_SETTING));
}

static void
present (PzActivityCards *self,
         GtkWidget       *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static PzRecord *
need_part (PzActivityCards *self,
           const char      *learner)
{
  return pz_classroom_note_part (self->classroom, self->activity, learner, self->round);
}

static void
save (PzActivityCards *self,
      const char      *label)
{
  pz_classroom_queue_save (self->classroom, label);
}

static void
toggle_cb (GSimpleAction *action,
           GVariant      *learner,
           gpointer       user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);

  pz_classroom_toggle_presence (self->classroom, self->activity, g_variant_get_string (learner, NULL), self->round);
  save (self, C_("undo", "Participation"));
}

static void
lock_cb (GSimpleAction *action,
         GVariant      *learner,
         gpointer       user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);
  PzRecord *part = pz_activity_find_part (self->activity, g_variant_get_string (learner, NULL), self->round);

  if (part == NULL || pz_record_is_empty (part, PZ_PARTICIPATION_GROUP))
    return; /* there is no group to stay in */
  pz_record_set_flag (part, PZ_PARTICIPATION_LOCKED, !pz_record_get_flag (part, PZ_PARTICIPATION_LOCKED));
  save (self, C_("undo", "Lock of a learner"));
}

static void
contribution_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);
  const char *learner, *digit;

  g_variant_get (parameter, "(&s&s)", &learner, &digit);
  if (*digit < '0' || *digit > '5')
    return;
  pz_record_set_number (need_part (self, learner), PZ_PARTICIPATION_CONTRIBUTION, *digit - '0');
  save (self, C_("undo", "Participation"));
}

/* "" for none */
static void
move_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);
  const char *learner, *id;
  PzRecord *group;

  g_variant_get (parameter, "(&s&s)", &learner, &id);
  group = *id != '\0' ? pz_document_find (self->activity, id) : NULL;
  if (*id == '\0' || group != NULL)
    pz_activity_cards_move (self, learner, group);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *learner,
         gpointer       user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);
  gboolean is_new = pz_activity_find_part (self->activity, g_variant_get_string (learner, NULL), self->round) == NULL;
  PzRecord *part = need_part (self, g_variant_get_string (learner, NULL));

  if (is_new)
    save (self, C_("undo", "Participation"));
  present (self, pz_activity_dialog_new (self->classroom, self->activity, part));
}

/**
 * pz_activity_cards_add_actions:
 * @self: the cards, being made
 */
void
pz_activity_cards_add_actions (PzActivityCards *self)
{
  const GActionEntry entries[] = {
    { .name = "toggle", .activate = toggle_cb, .parameter_type = "s" },
    { .name = "lock", .activate = lock_cb, .parameter_type = "s" },
    { .name = "contribution", .activate = contribution_cb, .parameter_type = "(ss)" },
    { .name = "move", .activate = move_cb, .parameter_type = "(ss)" },
    { .name = "edit", .activate = edit_cb, .parameter_type = "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "part", G_ACTION_GROUP (self->actions));
}

/**
 * pz_activity_cards_move:
 * @self: the cards
 * @learner: id of a learner
 * @group: (nullable): a group; %NULL: out of the groups, or of the activity where there are none
 */
void
pz_activity_cards_move (PzActivityCards *self,
                        const char      *learner,
                        PzRecord        *group)
{
  if (pz_classroom_is_read_only (self->classroom) || (group != NULL && pz_record_is_deleted (group)))
    return; /* the card may go only in a moment */
  g_free (self->focus);
  self->focus = g_strdup (learner);
  if (pz_setting_has_groups (get_setting (self)))
    pz_activity_move (self->activity, learner, self->round, group);
  else
    {
      need_part (self, learner); /* the others are named, too */
      pz_activity_leave (self->activity, learner, self->round);
    }
  save (self, C_("undo", "Move of a learner"));
}

/**
 * pz_activity_cards_rename:
 * @self: the cards
 * @group: one of the groups
 *
 * Asks for its name.
 */
void
pz_activity_cards_rename (PzActivityCards *self,
                          PzRecord        *group)
{
  present (self, pz_activity_dialog_new (self->classroom, self->activity, group));
}

/**
 * pz_activity_cards_remove:
 * @self: the cards
 * @group: one of the groups
 *
 * Who is in it is in none then.
 */
void
pz_activity_cards_remove (PzActivityCards *self,
                          PzRecord        *group)
{
  if (pz_record_is_deleted (group))
    return;
  pz_activity_remove_group (self->activity, group);
  save (self, C_("undo", "Deletion of a group"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", _("Group deleted"));
}

/* ---- the menu of a learner ---- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* "Group 2", with what would change when that is known; plain, not a mnemonic */
static char *
dup_target (PzActivityCards *self,
            const char      *learner,
            PzRecord        *group)
{
  const char *name = pz_record_get_text (group, PZ_GROUP_NAME);
  g_autofree char *change = self->forming != NULL ? pz_group_forming_dup_move (self->forming, learner, group) : NULL;
  g_autofree char *label = NULL;
  g_auto(GStrv) pieces = NULL;

  if (name == NULL)
    name = C_("activity", "Group");
  /* Translators: the name of a group, and what changes when a learner moves there */
  label = change != NULL ? g_strdup_printf (C_("groups", "%1$s (%2$s)"), name, change) : g_strdup (name);
  pieces = g_strsplit (label, "_", -1);
  return g_strjoinv ("__", pieces);
}

static void
add_groups (PzActivityCards *self,
            GMenu           *menu,
            const char      *learner,
            PzRecord        *part)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, self->round);
  const char *now = part != NULL ? pz_record_get_text (part, PZ_PARTICIPATION_GROUP) : NULL;
  g_autoptr(GMenu) targets = g_menu_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *plain = dup_target (self, learner, groups->pdata[i]);

      if (g_strcmp0 (pz_record_get_id (groups->pdata[i]), now) != 0)
        append (targets, plain, "part.move", g_variant_new ("(ss)", learner, pz_record_get_id (groups->pdata[i])));
    }
  if (now != NULL)
    append (targets, C_("activity", "In _No Group"), "part.move", g_variant_new ("(ss)", learner, ""));
  if (g_menu_model_get_n_items (G_MENU_MODEL (targets)) > 0)
    g_menu_append_submenu (menu, C_("activity", "_Move to…"), G_MENU_MODEL (targets));
  if (now != NULL)
    append (menu, pz_record_get_flag (part, PZ_PARTICIPATION_LOCKED) ? C_("activity", "Un_lock")
                                                                     : C_("activity", "_Lock in This Group"),
            "part.lock", g_variant_new_string (learner));
  if (now != NULL && self->forming != NULL && pz_group_forming_get_account (self->forming) != NULL)
    append (menu, C_("activity", "_Why in This Group?"), "activity.why", g_variant_new_string (learner));
}

/**
 * pz_activity_cards_create_menu:
 * @row: the row of a learner
 * @user_data: the cards
 *
 * Returns: (transfer full): what can be done with the learner now
 */
GMenuModel *
pz_activity_cards_create_menu (PzPartRow *row,
                               gpointer   user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);
  const char *learner = pz_part_row_get_learner (row);
  PzRecord *part = pz_activity_find_part (self->activity, learner, self->round);
  g_autoptr(GMenu) menu = g_menu_new (), seen = g_menu_new (), place = g_menu_new (), digits = g_menu_new ();
  gboolean absent = part != NULL && g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_PRESENT), "no") == 0;

  append (seen, absent ? C_("activity", "_There") : C_("activity", "_Absent"), "part.toggle",
          g_variant_new_string (learner));
  for (guint i = 0; i <= 5; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%u", i);

      append (digits, digit, "part.contribution", g_variant_new ("(ss)", learner, digit));
    }
  g_menu_append_submenu (seen, C_("activity", "_Contribution"), G_MENU_MODEL (digits));
  if (!pz_privacy_is_hidden ()) /* a note is for nobody else */
    append (seen, C_("activity", "_Role and Note…"), "part.edit", g_variant_new_string (learner));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (seen));
  if (pz_setting_has_groups (get_setting (self)))
    add_groups (self, place, learner, part);
  else
    append (place, C_("activity", "Does _Not Take Part"), "part.move", g_variant_new ("(ss)", learner, ""));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  return g_object_ref (G_MENU_MODEL (menu));
}
