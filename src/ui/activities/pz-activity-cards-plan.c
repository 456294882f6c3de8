/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cards-private.h"

/* Who is on the cards, by name. */

static void
person_free (gpointer data)
{
  PzActivityPerson *person = data;

  g_free (person->id);
  g_free (person->key);
  g_free (person);
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

void
pz_activity_people_add (PzActivityCards *self,
                        GPtrArray       *people,
                        const char      *id)
{
  PzActivityPerson *person = g_new0 (PzActivityPerson, 1);

  person->id = g_strdup (id);
  person->key = dup_key (self, id);
  g_ptr_array_add (people, person);
}

/* (transfer full): nobody yet */
GPtrArray *
pz_activity_people_new (void)
{
  return g_ptr_array_new_with_free_func (person_free);
}

/* Returns: (transfer full): set of ids of those who are in the group of the record, or in any */
GPtrArray *
pz_activity_people_list_group (PzActivityCards *self,
                               GPtrArray       *parts,
                               PzRecord        *group,
                               GHashTable      *placed)
{
  GPtrArray *people = pz_activity_people_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const char *learner = pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_LEARNER);

      if (learner != NULL
          && g_strcmp0 (pz_record_get_text (parts->pdata[i], PZ_PARTICIPATION_GROUP), pz_record_get_id (group)) == 0
          && g_hash_table_add (placed, g_strdup (learner)))
        pz_activity_people_add (self, people, learner);
    }
  return people;
}

/* those of the class who are not among the placed */
GPtrArray *
pz_activity_people_list_rest (PzActivityCards *self,
                              GHashTable      *placed)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  GPtrArray *people = pz_activity_people_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (!(pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
        && !g_hash_table_contains (placed, pz_index_peek_id (index, i)))
      pz_activity_people_add (self, people, pz_index_peek_id (index, i));
  return people;
}

/* by name */
void
pz_activity_people_sort (GPtrArray *people)
{
  g_ptr_array_sort (people, compare_people);
}
