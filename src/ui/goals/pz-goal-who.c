/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-who.h"

#include "pz-learner-chooser.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/* More learners are counted rather than named. */
#define MOST_NAMES 12

struct _PzGoalWho
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzGoalDraft *draft;
  gboolean is_new;
  GPtrArray *rows;    /* of the learners; borrowed from the widget tree */
  GtkWidget *add_row;
  GtkWidget *chooser; /* popover in it */
  GtkWidget *share_row;
  GtkWidget *share;   /* switch in it */
};

G_DEFINE_FINAL_TYPE (PzGoalWho, pz_goal_who, ADW_TYPE_PREFERENCES_GROUP)

/* An own goal stays where it is, with all that was measured for it. */
static gboolean
can_change (PzGoalWho *self)
{
  return self->is_new || pz_goal_draft_is_shared (self->draft);
}

static void
remove_clicked_cb (GtkWidget *button,
                   PzGoalWho *self)
{
  g_autoptr(GStrvBuilder) rest = g_strv_builder_new ();
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (self->draft);
  g_auto(GStrv) wanted = NULL;
  const char *gone = g_object_get_data (G_OBJECT (button), "pz-learner");

  for (guint i = 0; learners[i] != NULL; i++)
    if (g_strcmp0 (learners[i], gone) != 0)
      g_strv_builder_add (rest, learners[i]);
  wanted = g_strv_builder_end (rest);
  pz_goal_draft_set_learners (self->draft, (const char * const *) wanted);
  pz_goal_who_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->add_row), GTK_DIR_TAB_FORWARD);
}

static void
chosen_cb (PzGoalWho  *self,
           const char *id)
{
  pz_record_set_add (pz_goal_draft_get_goal (self->draft), PZ_GOAL_LEARNERS, id);
  pz_goal_who_update (self);
}

static void
share_cb (PzGoalWho *self)
{
  if (self->is_new)
    pz_goal_draft_set_shared (self->draft, gtk_switch_get_active (GTK_SWITCH (self->share)));
}

static void
add_row (PzGoalWho *self,
         GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static GtkWidget *
make_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static void
add_learner (PzGoalWho  *self,
             const char *id,
             gboolean    can_go)
{
  g_autofree char *name = pz_goal_who_dup_name (self->classroom, id);
  GtkWidget *row = make_row (name);
  GtkWidget *button;
  g_autofree char *label = NULL;

  if (can_go)
    {
      /* Translators: %s is the name of a learner */
      label = g_strdup_printf (_("Not for %s"), name);
      button = gtk_button_new_from_icon_name ("list-remove-symbolic");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data_full (G_OBJECT (button), "pz-learner", g_strdup (id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  add_row (self, row);
}

static void
make_add_row (PzGoalWho *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->chooser = pz_learner_chooser_new (self->classroom);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->chooser);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Learner"), -1);
  self->add_row = make_row (_("Add Learner"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add_row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->add_row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

static void
make_share_row (PzGoalWho *self)
{
  self->share = gtk_switch_new ();
  gtk_widget_set_valign (self->share, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (self->share), pz_goal_draft_is_shared (self->draft));
  g_signal_connect_object (self->share, "notify::active", G_CALLBACK (share_cb), self, G_CONNECT_SWAPPED);
  self->share_row = make_row (_("One goal that they share"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->share_row), _("Otherwise each gets a goal of their own like it."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->share), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("One goal that they share"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->share_row), self->share);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->share_row), self->share);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->share_row);
}

static void
pz_goal_who_dispose (GObject *object)
{
  PzGoalWho *self = PZ_GOAL_WHO (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_goal_who_parent_class)->dispose (object);
}

static void
pz_goal_who_class_init (PzGoalWhoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_who_dispose;
}

static void
pz_goal_who_init (PzGoalWho *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), C_("goal", "For whom"));
}

/**
 * pz_goal_who_new:
 * @classroom: the class
 * @draft: a goal
 * @is_new: whether the goal is not in the class yet
 *
 * Returns: (transfer floating): whom it is for
 */
GtkWidget *
pz_goal_who_new (PzClassroom *classroom,
                 PzGoalDraft *draft,
                 gboolean     is_new)
{
  PzGoalWho *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_GOAL_DRAFT (draft), NULL);

  self = g_object_new (PZ_TYPE_GOAL_WHO, NULL);
  self->classroom = g_object_ref (classroom);
  self->draft = g_object_ref (draft);
  self->is_new = is_new;
  make_add_row (self);
  make_share_row (self);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_goal_who_update), self, G_CONNECT_SWAPPED);
  pz_goal_who_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_who_dup_name:
 * @classroom: the class
 * @id: of a learner
 *
 * Returns: (transfer full): the name, or what stands for it while names are hidden
 */
char *
pz_goal_who_dup_name (PzClassroom *classroom,
                      const char  *id)
{
  PzIndex *index;
  guint position;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && id != NULL, NULL);

  index = pz_classroom_get_index (classroom);
  if (pz_index_find (index, id, &position))
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);

      return pz_privacy_dup_row_name (row);
    }
  return g_strdup (C_("goal", "A learner who is not in the class any more"));
}

/**
 * pz_goal_who_update:
 * @self: the group
 *
 * Shows whom the draft is for now.
 */
void
pz_goal_who_update (PzGoalWho *self)
{
  g_auto(GStrv) learners = NULL;
  GtkWidget *last[2];
  guint n;

  g_return_if_fail (PZ_IS_GOAL_WHO (self));

  learners = pz_goal_draft_dup_learners (self->draft);
  n = g_strv_length (learners);
  last[0] = self->add_row;
  last[1] = self->share_row;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      g_object_ref (last[i]); /* they stay the last ones */
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), last[i]);
    }
  if (n > MOST_NAMES)
    {
      /* Translators: %u is how many */
      g_autofree char *count = g_strdup_printf (ngettext ("%u learner", "%u learners", n), n);

      add_row (self, make_row (count));
    }
  for (guint i = 0; i < n && n <= MOST_NAMES; i++)
    add_learner (self, learners[i], n > 1 && can_change (self));
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), last[i]);
      g_object_unref (last[i]);
    }
  gtk_widget_set_visible (self->add_row, can_change (self));
  gtk_widget_set_visible (self->share_row, can_change (self) && n > 1);
  gtk_widget_set_sensitive (self->share_row, self->is_new);
  pz_learner_chooser_set_left_out (PZ_LEARNER_CHOOSER (self->chooser), (const char * const *) learners);
}
