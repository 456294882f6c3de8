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

static PzSetting
get_setting (PzActivityCards *self)
{
  return pz_setting_from_name (pz_record_get_text (pz_document_get_owner (self->activity), PZ_ACTIVITY_SETTING));
}

/* ---- cards ---- */

static void
moved_cb (PzActivityCards *self,
          const char      *learner,
          PzGroupCard     *card)
{
  if (pz_group_card_get_group (card) != NULL || pz_setting_has_groups (get_setting (self)))
    pz_activity_cards_move (self, learner, pz_group_card_get_group (card));
}

/* says what would change */
static void
hovered_cb (PzActivityCards *self,
            const char      *learner,
            PzGroupCard     *card)
{
  PzRecord *group = pz_group_card_get_group (card);
  g_autofree char *change = NULL;

  if (learner != NULL && group != NULL && self->forming != NULL)
    change = pz_group_forming_dup_move (self->forming, learner, group);
  pz_group_card_set_change (card, change);
}

static void
rename_cb (PzActivityCards *self,
           PzGroupCard     *card)
{
  pz_activity_cards_rename (self, pz_group_card_get_group (card));
}

static void
remove_cb (PzActivityCards *self,
           PzGroupCard     *card)
{
  pz_activity_cards_remove (self, pz_group_card_get_group (card));
}

static void
add_card (PzActivityCards *self,
          const char      *title,
          PzRecord        *group,
          GPtrArray       *people,
          const char      *hint)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);
  GtkWidget *card = pz_group_card_new (title, group, locked);

  pz_activity_people_sort (people);
  for (guint i = 0; i < people->len; i++)
    {
      const char *id = ((PzActivityPerson *) people->pdata[i])->id;
      PzRecord *part = g_hash_table_lookup (self->parts, id);
      GtkWidget *row = g_hash_table_lookup (self->rows, id);

      if (row != NULL)
        pz_part_row_set_part (PZ_PART_ROW (row), part);
      else
        row = pz_part_row_new (self->classroom, id, part);
      pz_part_row_set_menu (PZ_PART_ROW (row), locked ? NULL : pz_activity_cards_create_menu, self);
      pz_group_card_add (PZ_GROUP_CARD (card), row);
    }
  pz_group_card_finish (PZ_GROUP_CARD (card), hint);
  g_signal_connect_object (card, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "rename", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->flow), card);
}

static void
add_groups (PzActivityCards *self,
            GPtrArray       *parts,
            GHashTable      *placed)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, self->round);
  g_autoptr(GPtrArray) rest = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = pz_record_get_text (groups->pdata[i], PZ_GROUP_NAME);
      g_autoptr(GPtrArray) people = pz_activity_people_list_group (self, parts, groups->pdata[i], placed);

      add_card (self, name != NULL ? name : C_("activity", "Group"), groups->pdata[i], people, NULL);
    }
  rest = pz_activity_people_list_rest (self, placed);
  if (rest->len > 0 || groups->len == 0)
    add_card (self, C_("activity", "In no group"), NULL, rest,
              groups->len > 0 ? C_("activity", "Drop a learner here to leave the groups.")
                              : C_("activity", "Add a group, then move learners into it."));
}

static void
add_parts (PzActivityCards *self,
           GPtrArray       *parts,
           GHashTable      *placed)
{
  gboolean everybody = parts->len == 0 && get_setting (self) != PZ_SETTING_ONE_TO_ONE;
  g_autoptr(GPtrArray) people = pz_activity_people_new (), rest = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && g_hash_table_add (placed, g_strdup (learner)))
        pz_activity_people_add (self, people, learner);
    }
  rest = pz_activity_people_list_rest (self, placed);
  add_card (self, everybody ? C_("activity", "Everybody") : C_("activity", "Taking part"), NULL, everybody ? rest : people,
            NULL);
  if (!everybody && rest->len > 0)
    add_card (self, C_("activity", "Not taking part"), NULL, rest, C_("activity", "Choose a learner to take part."));
}

/* what is known of each group */
static void
show_facts (PzActivityCards *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->flow); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      PzRecord *group = pz_group_card_get_group (PZ_GROUP_CARD (card));
      g_autofree char *facts = NULL;

      if (group == NULL || self->forming == NULL)
        continue;
      facts = pz_group_forming_dup_facts (self->forming, group);
      pz_group_card_set_facts (PZ_GROUP_CARD (card), facts);
    }
}

static GtkWidget *
find_row (PzActivityCards *self,
          const char      *learner)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->flow); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      PzPartRow *row = pz_group_card_find (PZ_GROUP_CARD (card), learner);

      if (row != NULL)
        return GTK_WIDGET (row);
    }
  return NULL;
}

/* the learner whose row has the focus, if any */
static char *
dup_focus (PzActivityCards *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PZ_TYPE_PART_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self))
             ? g_strdup (pz_part_row_get_learner (PZ_PART_ROW (row))) : NULL;
}

/* Takes the cards away. Rows are dear and stay for those who are shown again. */
static void
clear (PzActivityCards *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->flow)) != NULL)
    {
      if (!self->anew)
        pz_group_card_take_rows (PZ_GROUP_CARD (card), self->rows);
      gtk_box_remove (GTK_BOX (self->flow), card);
    }
}

/* id of a learner -> (transfer none) what is noted of them in the round */
static void
note_parts (PzActivityCards *self,
            GPtrArray       *parts)
{
  g_hash_table_remove_all (self->parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && !g_hash_table_contains (self->parts, learner))
        g_hash_table_insert (self->parts, g_strdup (learner), parts->pdata[i]);
    }
}

static void
build (PzActivityCards *self)
{
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (self->activity, self->round);
  g_autoptr(GHashTable) placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *learner = self->focus != NULL ? g_steal_pointer (&self->focus) : dup_focus (self);
  g_auto(GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  GtkWidget *row;

  for (gsize i = 0; actions[i] != NULL; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), actions[i])),
                                 !pz_classroom_is_read_only (self->classroom));
  clear (self);
  self->anew = FALSE;
  note_parts (self, parts);
  if (pz_setting_has_groups (get_setting (self)))
    add_groups (self, parts, placed);
  else
    add_parts (self, parts, placed);
  show_facts (self);
  g_hash_table_remove_all (self->rows); /* those who are gone */
  g_hash_table_remove_all (self->parts);
  row = learner != NULL ? find_row (self, learner) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzActivityCards *self = PZ_ACTIVITY_CARDS (user_data);

  self->idle = 0;
  build (self);
  return G_SOURCE_REMOVE;
}

/* once for all writes of a step, before the next frame */
static void
queue_build (PzActivityCards *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/* the same, when learners are called otherwise */
static void
queue_build_anew (PzActivityCards *self)
{
  self->anew = TRUE;
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
  g_hash_table_unref (PZ_ACTIVITY_CARDS (object)->rows);
  g_hash_table_unref (PZ_ACTIVITY_CARDS (object)->parts);
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
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
    g_signal_connect_object (forming, "changed", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  show_facts (self);
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
