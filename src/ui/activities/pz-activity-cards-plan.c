/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cards-private.h"

#include <glib/gi18n-lib.h>

/* Who is on which card, by name. */

static PzSetting
get_setting (PzActivityCards *self)
{
  return pz_setting_from_name (pz_record_get_text (pz_document_get_owner (self->activity), PZ_ACTIVITY_SETTING));
}

static void
person_free (gpointer data)
{
  PzActivityPerson *person = data;

  g_free (person->id);
  g_free (person->key);
  g_clear_object (&person->part);
  g_free (person);
}

static void
card_free (gpointer data)
{
  PzPlannedCard *card = data;

  g_clear_object (&card->group);
  g_free (card->title);
  g_ptr_array_unref (card->people);
  g_free (card);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const PzActivityPerson *x = *(PzActivityPerson *const *) a, *y = *(PzActivityPerson *const *) b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->id, y->id);
}

static char *
dup_key (PzActivityCards *self,
         const char      *id)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, id, &position))
    return g_strdup ("");
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  return g_utf8_collate_key (pz_learner_row_get_display_name (row), -1);
}

static void
add_person (PzActivityCards *self,
            PzPlannedCard   *card,
            const char      *id,
            PzRecord        *part)
{
  PzActivityPerson *person = g_new0 (PzActivityPerson, 1);

  person->id = g_strdup (id);
  person->key = dup_key (self, id);
  g_set_object (&person->part, part);
  g_ptr_array_add (card->people, person);
}

static PzPlannedCard *
add_card (GPtrArray  *plan,
          const char *title,
          PzRecord   *group)
{
  PzPlannedCard *card = g_new0 (PzPlannedCard, 1);

  g_set_object (&card->group, group);
  card->title = g_strdup (title);
  card->people = g_ptr_array_new_with_free_func (person_free);
  g_ptr_array_add (plan, card);
  return card;
}

/* those of the class who are not among the placed; notes: id of a learner -> what is noted of them */
static void
add_rest (PzActivityCards *self,
          PzPlannedCard   *card,
          GHashTable      *notes,
          GHashTable      *placed)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      const char *id = pz_index_peek_id (index, i);

      if (!(pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED)) && !g_hash_table_contains (placed, id))
        add_person (self, card, id, g_hash_table_lookup (notes, id));
    }
}

static gboolean
has_rest (PzActivityCards *self,
          GHashTable      *placed)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (!(pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
        && !g_hash_table_contains (placed, pz_index_peek_id (index, i)))
      return TRUE;
  return FALSE;
}

static void
plan_groups (PzActivityCards *self,
             GPtrArray       *plan,
             GPtrArray       *parts,
             GHashTable      *notes)
{
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (self->activity, self->round);
  g_autoptr(GHashTable) cards = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = pz_record_get_text (groups->pdata[i], PZ_GROUP_NAME);

      g_hash_table_insert (cards, (char *) pz_record_get_id (groups->pdata[i]),
                           add_card (plan, name != NULL ? name : C_("activity", "Group"), groups->pdata[i]));
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);
      const char *group = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP);
      PzPlannedCard *card = group != NULL ? g_hash_table_lookup (cards, group) : NULL;

      if (learner != NULL && card != NULL && g_hash_table_add (placed, (char *) learner))
        add_person (self, card, learner, g_hash_table_lookup (notes, learner));
    }
  if (groups->len == 0 || has_rest (self, placed))
    {
      PzPlannedCard *card = add_card (plan, C_("activity", "In no group"), NULL);

      card->hint = groups->len > 0 ? C_("activity", "Drop a learner here to leave the groups.")
                                   : C_("activity", "Add a group, then move learners into it.");
      add_rest (self, card, notes, placed);
    }
}

static void
plan_parts (PzActivityCards *self,
            GPtrArray       *plan,
            GPtrArray       *parts,
            GHashTable      *notes)
{
  gboolean everybody = parts->len == 0 && get_setting (self) != PZ_SETTING_ONE_TO_ONE;
  PzPlannedCard *card = add_card (plan, everybody ? C_("activity", "Everybody") : C_("activity", "Taking part"), NULL);
  g_autoptr(GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && g_hash_table_add (placed, (char *) learner))
        add_person (self, card, learner, parts->pdata[i]);
    }
  if (everybody)
    add_rest (self, card, notes, placed);
  else if (has_rest (self, placed))
    {
      card = add_card (plan, C_("activity", "Not taking part"), NULL);
      card->hint = C_("activity", "Choose a learner to take part.");
      add_rest (self, card, notes, placed);
    }
}

/* Returns: (transfer full): id of a learner -> what is noted of them in the round; what is noted first counts */
static GHashTable *
note_parts (GPtrArray *parts)
{
  GHashTable *notes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL && !g_hash_table_contains (notes, learner))
        g_hash_table_insert (notes, (char *) learner, parts->pdata[i]);
    }
  return notes;
}

/* Returns: (transfer full) (element-type PzPlannedCard): the cards as they are to be now, in their order */
GPtrArray *
pz_activity_cards_plan (PzActivityCards *self)
{
  g_autoptr(GPtrArray) parts = pz_activity_list_parts (self->activity, self->round);
  g_autoptr(GHashTable) notes = note_parts (parts);
  GPtrArray *plan = g_ptr_array_new_with_free_func (card_free);

  if (pz_setting_has_groups (get_setting (self)))
    plan_groups (self, plan, parts, notes);
  else
    plan_parts (self, plan, parts, notes);
  for (guint i = 0; i < plan->len; i++)
    g_ptr_array_sort (((PzPlannedCard *) plan->pdata[i])->people, compare_people);
  return plan;
}
