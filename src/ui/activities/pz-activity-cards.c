/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cards-private.h"

#include "pz-columns-layout.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

#define CARD_GAP 12
#define CARD_WIDTH 210 /* px, the least width of a card while there are several beside each other */
#define MOST_COLUMNS 4

G_DEFINE_FINAL_TYPE (PzActivityCards, pz_activity_cards, ADW_TYPE_BIN)

static gboolean
idle_cb (gpointer user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);

  if (!pz_activity_cards_build (self, TRUE))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Once for all writes of a step, before the next frame; so that a key does not wait for many learners, it is gone on with
 * in turns, and no frame shows half of it. */
static void
queue_build (PzActivityCards *self)
{
  self->stale = TRUE;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/* the same, when learners are called otherwise */
static void
queue_build_anew (PzActivityCards *self)
{
  self->renamed = TRUE;
  queue_build (self);
}

/* a class now, many learners in the turns to come */
static void
build (PzActivityCards *self)
{
  queue_build (self);
  if (pz_activity_cards_build (self, FALSE))
    g_clear_handle_id (&self->idle, g_source_remove);
}

/* what is known of the groups stands on their cards */
static void
forming_changed_cb (PzActivityCards *self)
{
  if (pz_group_forming_get_serial (self->forming) != self->serial)
    queue_build (self);
}

/* what is noted of a learner shows in the row; only who is where makes other cards */
static void
changed_cb (PzActivityCards *self,
            PzRecord        *record,
            guint            field)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_PARTICIPATION && field != PZ_PARTICIPATION_LEARNER
      && field != PZ_PARTICIPATION_GROUP && field != PZ_PARTICIPATION_ROUND && field != PZ_PARTICIPATION_DELETED)
    return;
  queue_build (self);
}

static void
pz_activity_cards_dispose (GObject *object)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  pz_activity_cards_drop_plan (self);
  g_ptr_array_set_size (self->gone, 0);
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  g_clear_object (&self->forming);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->focus, g_free);
  G_OBJECT_CLASS (pz_activity_cards_parent_class)->dispose (object);
}

static void
pz_activity_cards_finalize (GObject *object)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->gone);
  G_OBJECT_CLASS (pz_activity_cards_parent_class)->finalize (object);
}

static void
pz_activity_cards_class_init (PzActivityCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_activity_cards_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_activity_cards_finalize;
}

static void
pz_activity_cards_init (PzActivityCards *self)
{
  self->round = 1;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->flow, pz_columns_layout_new (CARD_GAP, CARD_WIDTH, MOST_COLUMNS));
  adw_bin_set_child (ADW_BIN (self), self->flow);
  pz_activity_cards_add_actions (self);
}

/**
 * pz_activity_cards_new:
 * @classroom: saves what is changed
 * @activity: the document of an activity
 *
 * Returns: (transfer floating): the cards of the first round; they follow the document
 */
GtkWidget *
pz_activity_cards_new (PzClassroom *classroom,
                       PzDocument  *activity)
{
  PzActivityCards *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_CARDS, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  g_signal_connect_object (activity, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "reloaded", G_CALLBACK (queue_build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (queue_build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (queue_build_anew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (queue_build_anew), self, G_CONNECT_SWAPPED);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * pz_activity_cards_set_forming:
 * @self: the cards
 * @forming: (nullable): knows what a move changes, and why somebody is where they are
 */
void
pz_activity_cards_set_forming (PzActivityCards *self,
                               PzGroupForming  *forming)
{
  g_return_if_fail (PZ_IS_ACTIVITY_CARDS (self));

  if (!g_set_object (&self->forming, forming))
    return;
  if (forming != NULL)
    g_signal_connect_object (forming, "changed", G_CALLBACK (forming_changed_cb), self, G_CONNECT_SWAPPED);
  queue_build (self);
}

/**
 * pz_activity_cards_set_round:
 * @self: the cards
 * @round: which to show, from 1
 */
void
pz_activity_cards_set_round (PzActivityCards *self,
                             guint            round)
{
  g_return_if_fail (PZ_IS_ACTIVITY_CARDS (self) && round > 0);

  if (self->round == round)
    return;
  self->round = round;
  build (self);
}

/**
 * pz_activity_cards_get_round:
 * @self: the cards
 *
 * Returns: the round that is shown
 */
guint
pz_activity_cards_get_round (PzActivityCards *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_CARDS (self), 1);
  return self->round;
}

/**
 * pz_activity_cards_add_group:
 * @self: the cards
 *
 * Adds a group to the round, and asks for its name.
 */
void
pz_activity_cards_add_group (PzActivityCards *self)
{
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree char *name = NULL;
  PzRecord *group;

  g_return_if_fail (PZ_IS_ACTIVITY_CARDS (self));

  groups = pz_activity_list_groups (self->activity, self->round);
  /* Translators: the name of a new group; %u is its number */
  name = g_strdup_printf (C_("activity", "Group %u"), groups->len + 1);
  group = pz_activity_add_group (self->activity, self->round, name);
  pz_classroom_queue_save (self->classroom, C_("undo", "New group"));
  pz_activity_cards_rename (self, group);
}
