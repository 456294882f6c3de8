/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-match.h"

/* Who has a number or a name. Learners in the class go before those in the trash or archived. */
typedef struct
{
  PzLearnerRow *row; /* owned */
  gboolean shown;
  gboolean ambiguous; /* several are as good */
} Candidate;

struct _PzImportMatcher
{
  GHashTable *by_sourced_id; /* -> Candidate, both owned */
  GHashTable *by_name;       /* folded "given family" -> Candidate, both owned */
  GHashTable *taken;         /* ids, owned */
};

static void
candidate_free (Candidate *candidate)
{
  g_object_unref (candidate->row);
  g_free (candidate);
}

/* (nullable): NULL when there is no name at all: nobody is known by that */
static char *
name_key (const char *given,
          const char *family)
{
  g_autofree char *both = g_strdup_printf ("%s %s", given != NULL ? given : "", family != NULL ? family : "");
  g_autofree char *key = pz_search_fold (both);

  return *g_strstrip (key) != '\0' ? g_steal_pointer (&key) : NULL;
}

/* takes key */
static void
consider (GHashTable   *table,
          char         *key,
          PzLearnerRow *row)
{
  Candidate *known = g_hash_table_lookup (table, key);
  gboolean shown = !pz_learner_row_is_deleted (row) && !pz_learner_row_is_archived (row);
  Candidate *candidate;

  if (known != NULL && known->shown >= shown)
    {
      known->ambiguous |= known->shown == shown;
      g_free (key);
      return;
    }
  candidate = g_new0 (Candidate, 1);
  candidate->row = g_object_ref (row);
  candidate->shown = shown;
  g_hash_table_replace (table, key, candidate);
}

/**
 * pz_import_matcher_new:
 * @index: the learners of the class
 *
 * Returns: (transfer full): finds each of them by number or name; damaged ones by neither
 */
PzImportMatcher *
pz_import_matcher_new (PzIndex *index)
{
  PzImportMatcher *self;

  g_return_val_if_fail (PZ_IS_INDEX (index), NULL);

  self = g_new0 (PzImportMatcher, 1);
  self->by_sourced_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) candidate_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) candidate_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), i);
      char *key = name_key (pz_learner_row_get_given_name (row), pz_learner_row_get_family_name (row));

      if (pz_learner_row_is_damaged (row))
        {
          g_free (key);
          continue;
        }
      if (pz_learner_row_get_sourced_id (row) != NULL)
        consider (self->by_sourced_id, g_strdup (pz_learner_row_get_sourced_id (row)), row);
      if (key != NULL)
        consider (self->by_name, key, row);
    }
  return self;
}

/**
 * pz_import_matcher_free:
 */
void
pz_import_matcher_free (PzImportMatcher *self)
{
  g_hash_table_unref (self->by_sourced_id);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->taken);
  g_free (self);
}

static PzLearnerRow *
find_by_name (PzImportMatcher *self,
              const char      *given,
              const char      *family)
{
  g_autofree char *key = name_key (given, family);
  Candidate *candidate = key != NULL ? g_hash_table_lookup (self->by_name, key) : NULL;

  return candidate != NULL && !candidate->ambiguous ? candidate->row : NULL;
}

/**
 * pz_import_matcher_find:
 * @person: of a roster
 *
 * By roster number; else by name, when only one has it and no other number speaks against it.
 *
 * Returns: (transfer none) (nullable): the learner; %NULL for somebody new, and for who was found before
 */
PzLearnerRow *
pz_import_matcher_find (PzImportMatcher      *self,
                        const PzRosterPerson *person)
{
  Candidate *candidate = NULL;
  PzLearnerRow *row = NULL;

  g_return_val_if_fail (self != NULL && person != NULL, NULL);

  if (person->sourced_id != NULL)
    candidate = g_hash_table_lookup (self->by_sourced_id, person->sourced_id);
  if (candidate != NULL)
    row = candidate->row;
  if (row == NULL)
    row = find_by_name (self, person->given_name, person->family_name);
  if (row == NULL && person->preferred_name != NULL)
    row = find_by_name (self, person->preferred_name, person->family_name);
  if (candidate == NULL && row != NULL && person->sourced_id != NULL && pz_learner_row_get_sourced_id (row) != NULL)
    return NULL;
  if (row == NULL || !g_hash_table_add (self->taken, g_strdup (pz_learner_row_get_id (row))))
    return NULL;
  return row;
}

/**
 * pz_import_matcher_has_taken:
 * @id: of a learner
 *
 * Returns: whether a person was found for the learner
 */
gboolean
pz_import_matcher_has_taken (PzImportMatcher *self,
                             const char      *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return g_hash_table_contains (self->taken, id);
}
