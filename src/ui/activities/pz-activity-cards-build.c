/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cards-private.h"

/* What is on the cards becomes what is planned: cards and rows that are where they are to be stay as they are, others
 * move there, and none is made that is there already. */

/* So many learners are on their cards at once, more in turns: more than a class, and than there is room for. */
#define AT_ONCE 40
/* So long a turn of the main loop may build, in microseconds. */
#define SLICE 4000

static void
enable_actions (PzActivityCards *self)
{
  g_auto(GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (gsize i = 0; actions[i] != NULL; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), actions[i])),
                                 !pz_classroom_is_read_only (self->classroom));
}

/* rows of those who are on no card any more are not found from now on */
static void
note_gone (PzActivityCards *self)
{
  GHashTableIter iter;
  gpointer learner, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &learner, &row))
    if (!g_hash_table_contains (self->places, learner))
      {
        g_ptr_array_add (self->gone, g_object_ref (row));
        g_hash_table_iter_remove (&iter);
      }
}

/* Forgets what was planned. */
void
pz_activity_cards_drop_plan (PzActivityCards *self)
{
  g_hash_table_remove_all (self->places);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->stale = FALSE;
}

static void
begin (PzActivityCards *self)
{
  enable_actions (self);
  pz_activity_cards_drop_plan (self);
  self->plan = pz_activity_cards_plan (self);
  self->serial = self->forming != NULL ? pz_group_forming_get_serial (self->forming) : 0;
  self->card = self->row = NULL;
  self->n_cards = self->n_rows = 0;
  for (guint i = 0; i < self->plan->len; i++)
    {
      PzPlannedCard *planned = self->plan->pdata[i];

      for (guint k = 0; k < planned->people->len; k++)
        g_hash_table_insert (self->places, ((PzActivityPerson *) planned->people->pdata[k])->id, planned);
    }
  self->in_turns = MAX (g_hash_table_size (self->places), g_hash_table_size (self->rows)) > AT_ONCE;
  note_gone (self);
}

/* ---- cards ---- */

static GtkWidget *
get_next_card (PzActivityCards *self)
{
  return self->card != NULL ? gtk_widget_get_next_sibling (self->card) : gtk_widget_get_first_child (self->flow);
}

static void
moved_cb (PzActivityCards *self,
          const char      *learner,
          PzGroupCard     *card)
{
  PzRecord *owner = pz_document_get_owner (self->activity), *group = pz_group_card_get_group (card);

  if (group != NULL || pz_setting_has_groups (pz_setting_from_name (pz_record_get_text (owner, PZ_ACTIVITY_SETTING))))
    pz_activity_cards_move (self, learner, group);
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

static GtkWidget *
make_card (PzActivityCards *self,
           PzRecord        *group)
{
  GtkWidget *card = pz_group_card_new (group);

  g_signal_connect_object (card, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "rename", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return card;
}

/* the card of the group, behind those that are done */
static void
begin_card (PzActivityCards *self,
            PzPlannedCard   *planned)
{
  GtkWidget *card = get_next_card (self);

  while (card != NULL && pz_group_card_get_group (PZ_GROUP_CARD (card)) != planned->group)
    card = gtk_widget_get_next_sibling (card);
  if (card == NULL)
    {
      card = make_card (self, planned->group);
      gtk_box_insert_child_after (GTK_BOX (self->flow), card, self->card);
    }
  else if (card != get_next_card (self))
    gtk_box_reorder_child_after (GTK_BOX (self->flow), card, self->card);
  self->card = card;
  self->row = NULL;
  pz_group_card_set_title (PZ_GROUP_CARD (card), planned->title, pz_classroom_is_read_only (self->classroom));
}

static void
finish_card (PzActivityCards *self,
             PzPlannedCard   *planned)
{
  g_autofree char *facts = NULL;

  if (planned->group != NULL && self->forming != NULL)
    facts = pz_group_forming_dup_facts (self->forming, planned->group);
  pz_group_card_finish (PZ_GROUP_CARD (self->card), planned->people->len, facts != NULL ? facts : planned->hint);
}

/* ---- rows ---- */

static GtkWidget *
need_row (PzActivityCards        *self,
          const PzActivityPerson *person)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, person->id);

  if (row == NULL)
    {
      row = g_object_ref_sink (pz_part_row_new (self->classroom, person->id, person->part));
      g_hash_table_insert (self->rows, g_strdup (person->id), row);
    }
  else
    {
      pz_part_row_set_part (PZ_PART_ROW (row), person->part);
      if (self->renamed)
        pz_part_row_update (PZ_PART_ROW (row));
    }
  pz_part_row_set_menu (PZ_PART_ROW (row), pz_classroom_is_read_only (self->classroom) ? NULL : pz_activity_cards_create_menu,
                        self);
  return row;
}

/* behind the last one that is done, and behind rows that are still to leave the card */
static void
place_row (PzActivityCards        *self,
           PzPlannedCard          *planned,
           const PzActivityPerson *person)
{
  GtkWidget *row = need_row (self, person), *next;

  while ((next = pz_group_card_get_next (PZ_GROUP_CARD (self->card), self->row)) != NULL && next != row
         && g_hash_table_lookup (self->places, pz_part_row_get_learner (PZ_PART_ROW (next))) != planned)
    self->row = next;
  if (next != row)
    pz_group_card_place (PZ_GROUP_CARD (self->card), row, self->row);
  self->row = row;
  if (g_strcmp0 (self->focus, person->id) == 0)
    {
      g_clear_pointer (&self->focus, g_free);
      gtk_widget_grab_focus (row);
    }
}

/* ---- steps ---- */

/* FALSE: there is nothing left to do */
static gboolean
step (PzActivityCards *self)
{
  PzPlannedCard *planned = self->n_cards < self->plan->len ? self->plan->pdata[self->n_cards] : NULL;

  if (planned != NULL && self->n_rows == 0)
    begin_card (self, planned);
  if (planned != NULL && self->n_rows < planned->people->len)
    place_row (self, planned, planned->people->pdata[self->n_rows++]);
  else if (planned != NULL)
    {
      finish_card (self, planned);
      self->n_cards++;
      self->n_rows = 0;
    }
  else if (self->gone->len > 0)
    {
      pz_group_card_take (self->gone->pdata[self->gone->len - 1]);
      g_ptr_array_remove_index (self->gone, self->gone->len - 1);
    }
  else if (get_next_card (self) != NULL)
    gtk_box_remove (GTK_BOX (self->flow), get_next_card (self));
  else
    return FALSE;
  return TRUE;
}

/* Builds the cards; those of many learners for the length of a turn of the main loop, and not at all where the turn has
 * other work to do. Returns: whether all of them are as they are to be now. */
gboolean
pz_activity_cards_build (PzActivityCards *self,
                         gboolean         has_turn)
{
  gint64 until = g_get_monotonic_time () + SLICE;

  do
    {
      if (self->plan == NULL || self->stale)
        begin (self);
      if (self->in_turns && !has_turn)
        return FALSE;
      if (!step (self))
        {
          pz_activity_cards_drop_plan (self);
          g_clear_pointer (&self->focus, g_free);
          self->renamed = FALSE;
          return TRUE;
        }
    }
  while (!self->in_turns || g_get_monotonic_time () < until);
  return FALSE;
}
