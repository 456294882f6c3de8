/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-page-private.h"

#include "pz-activity-edit.h"
#include "pz-activity-words.h"
#include "pz-compat.h"
#include "pz-group-compare.h"
#include "pz-group-next.h"
#include "pz-group-planner.h"
#include "pz-group-strip.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/* Groups are judged so many ms after the last change. */
#define JUDGE_AFTER 150
#define WEEK 7

static PzRecord *
get_owner (PzActivityPage *self)
{
  return pz_document_get_owner (self->activity);
}

static gboolean
has_groups (PzActivityPage *self)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, 0);

  return groups->len > 0;
}

static guint
get_round (PzActivityPage *self)
{
  return pz_activity_cards_get_round (PZ_ACTIVITY_CARDS (self->cards));
}

/* ---- commands ---- */

static void
form (PzActivityPage *self,
      gboolean        next)
{
  pz_group_forming_form (self->forming, pz_group_order_find_seed (self->activity, next));
}

/* an activity of which nothing is said yet is one in groups from now on */
static void
form_cb (GSimpleAction *action,
         GVariant      *unused,
         gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  if (pz_record_is_empty (get_owner (self), PZ_ACTIVITY_SETTING))
    {
      pz_record_set_text (get_owner (self), PZ_ACTIVITY_SETTING, pz_setting_get_name (PZ_SETTING_GROUPS));
      pz_classroom_queue_save (self->classroom, C_("undo", "Activity in groups"));
    }
  form (self, FALSE);
}

static void
shuffle_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       user_data)
{
  form (PZ_ACTIVITY_PAGE (user_data), TRUE);
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       user_data)
{
  pz_group_forming_cancel (PZ_ACTIVITY_PAGE (user_data)->forming);
}

/* others are formed beside those of now, and both are shown */
static void
compare_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = pz_group_compare_new (self->forming, pz_group_order_find_seed (self->activity, TRUE));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

static void
next_cb (GSimpleAction *action,
         GVariant      *unused,
         gpointer       user_data)
{
  g_autoptr(PzActivityPage) self = g_object_ref (PZ_ACTIVITY_PAGE (user_data)); /* another page takes its place */
  guint32 day = pz_day_from_text (pz_record_get_text (get_owner (self), PZ_ACTIVITY_DATE));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(PzDocument) copy = NULL;

  if (day == 0)
    day = pz_activity_words_get_today (self->classroom);
  copy = pz_classroom_plan_new_partners (self->classroom, self->activity, day + WEEK);
  pz_activity_page_finish (self, C_("undo", "Next time with new partners"), _("Planned for next week with new partners"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activity", "s", pz_document_get_id (copy));
  gtk_widget_activate_action (window, "win.form-groups", NULL);
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  const char *a, *b;

  g_variant_get (parameter, "(&s&s)", &a, &b);
  pz_activity_swap (self->activity, a, b, get_round (self));
  pz_activity_page_finish (self, C_("undo", "Swap of two learners"), _("Swapped"));
}

static char *
dup_name (PzActivityPage *self,
          const char     *learner)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, learner, &position))
    return g_strdup ("");
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  return pz_privacy_dup_row_name (row);
}

static void
why_cb (GSimpleAction *action,
        GVariant      *learner,
        gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  const char *id = g_variant_get_string (learner, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *why = pz_group_forming_dup_why (self->forming, id);
  g_autofree char *name = dup_name (self, id);

  if (why != NULL && GTK_IS_WINDOW (root))
    pz_tell (GTK_WINDOW (root), name, why);
}

/* ---- what is shown ---- */

static void
judge (PzActivityPage *self)
{
  if (!pz_group_forming_is_forming (self->forming) && !pz_record_is_empty (get_owner (self), PZ_ACTIVITY_CRITERIA))
    pz_group_forming_judge (self->forming, get_round (self));
}

/* what was formed is judged at once: nobody wonders where the line went that told of the search */
static void
forming_changed_cb (PzActivityPage *self)
{
  gboolean formed = self->was_forming && !pz_group_forming_is_forming (self->forming);

  self->was_forming = pz_group_forming_is_forming (self->forming);
  pz_activity_page_update_groups (self);
  if (!formed)
    return;
  g_clear_handle_id (&self->judging, g_source_remove);
  judge (self);
}

static gboolean
judge_cb (gpointer user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  self->judging = 0;
  judge (self);
  return G_SOURCE_REMOVE;
}

/* Has the groups judged once nothing changes for a moment; those being formed are judged when they are done. */
void
pz_activity_page_queue_judge (PzActivityPage *self)
{
  g_clear_handle_id (&self->judging, g_source_remove);
  if (!pz_group_forming_is_forming (self->forming))
    self->judging = g_timeout_add (JUDGE_AFTER, judge_cb, self);
}

/* the one thing to do next stands out */
static void
set_primary (GtkWidget *button,
             gboolean   primary)
{
  if (primary)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* Offers what can be done with the groups now. */
void
pz_activity_page_update_groups (PzActivityPage *self)
{
  PzRecord *owner = get_owner (self);
  gboolean writable = !pz_classroom_is_read_only (self->classroom) && !pz_record_is_deleted (owner);
  gboolean held = g_strcmp0 (pz_record_get_text (owner, PZ_ACTIVITY_STATE), "held") == 0;
  gboolean in_groups = pz_setting_has_groups (pz_setting_from_name (pz_record_get_text (owner, PZ_ACTIVITY_SETTING)));
  gboolean may_be = pz_record_is_empty (owner, PZ_ACTIVITY_SETTING); /* nobody said how learners are together */
  gboolean can_form = writable && in_groups && !held, has = has_groups (self);
  gboolean forming = pz_group_forming_is_forming (self->forming);

  pz_activity_page_enable (self, "form", can_form || (may_be && writable && !held));
  pz_activity_page_enable (self, "shuffle", can_form && has);
  pz_activity_page_enable (self, "compare", can_form && has);
  pz_activity_page_enable (self, "next-partners", writable && in_groups && held);
  pz_activity_page_enable (self, "swap", writable && in_groups);
  pz_activity_page_enable (self, "cancel-forming", forming);
  gtk_widget_set_visible (self->form_button, (can_form || (may_be && writable && !held)) && !has && !forming);
  set_primary (self->form_button, can_form);
  set_primary (self->held_button, !can_form || has);
  gtk_widget_set_visible (self->planner, can_form);
  pz_group_planner_set_forming (PZ_GROUP_PLANNER (self->planner), has, forming);
}

static gboolean
update_cb (gpointer user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);

  self->updating = 0;
  pz_activity_page_update_groups (self);
  return G_SOURCE_REMOVE;
}

/* The same, once for all writes of a step, before the next frame. */
void
pz_activity_page_queue_update_groups (PzActivityPage *self)
{
  if (self->updating == 0)
    self->updating = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static const GActionEntry entries[] = {
  { .name = "form", .activate = form_cb },
  { .name = "shuffle", .activate = shuffle_cb },
  { .name = "cancel-forming", .activate = cancel_cb },
  { .name = "compare", .activate = compare_cb },
  { .name = "next-partners", .activate = next_cb },
  { .name = "swap", .activate = swap_cb, .parameter_type = "(ss)" },
  { .name = "why", .activate = why_cb, .parameter_type = "s" },
};

/* While the page is made: the strip above the cards, and the planner beside them. */
void
pz_activity_page_add_groups (PzActivityPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  self->forming = pz_group_forming_new (self->classroom, self->activity);
  self->strip = pz_group_strip_new (self->forming);
  self->planner = pz_group_planner_new (self->classroom, self->activity);
  pz_activity_cards_set_forming (PZ_ACTIVITY_CARDS (self->cards), self->forming);
  gtk_box_append (GTK_BOX (self->main), self->strip);
  gtk_box_prepend (GTK_BOX (self->side), self->planner);
  g_signal_connect_object (self->forming, "changed", G_CALLBACK (forming_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_activity_page_queue_judge), self,
                           G_CONNECT_SWAPPED);
}

/* When the page goes. */
void
pz_activity_page_end_groups (PzActivityPage *self)
{
  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_handle_id (&self->judging, g_source_remove);
  if (self->forming != NULL)
    pz_group_forming_stop (self->forming);
  g_clear_object (&self->forming);
}
