/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

/* Plain access to what the index knows, without objects. */

/**
 * pz_index_peek_id:
 * @self: an index
 * @position: of a learner, below the number of items, as in all functions of this kind
 *
 * Returns: the id; lives until the next change of the index, as all texts peeked at
 */
const char *
pz_index_peek_id (PzIndex *self,
                  guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_text (entry, PZ_INDEX_ID);
}

/**
 * pz_index_peek_flags:
 *
 * Returns: why the learner may be left out of a list
 */
PzIndexFlags
pz_index_peek_flags (PzIndex *self,
                     guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, PZ_INDEX_SHOWN);

  return (PzIndexFlags) entry->flags;
}

/**
 * pz_index_peek_search_key:
 *
 * Returns: all names, folded by pz_search_fold(); "" when there are none
 */
const char *
pz_index_peek_search_key (PzIndex *self,
                          guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY);
}

/**
 * pz_index_peek_given_name:
 *
 * Returns: the name in use, preferred or given, as pz_learner_row_get_given_name()
 */
const char *
pz_index_peek_given_name (PzIndex *self,
                          guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_call_name (entry);
}

/**
 * pz_index_peek_family_name:
 *
 * Returns: the family name; "" when there is none
 */
const char *
pz_index_peek_family_name (PzIndex *self,
                           guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_text (entry, PZ_INDEX_FAMILY_NAME) != NULL ? pz_index_entry_get_text (entry, PZ_INDEX_FAMILY_NAME) : "";
}

/**
 * pz_index_peek_last_check_in:
 *
 * Returns: (nullable): the date of the newest check-in, `YYYY-MM-DD`
 */
const char *
pz_index_peek_last_check_in (PzIndex *self,
                             guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_text (entry, PZ_INDEX_CHECK_IN);
}

/**
 * pz_index_peek_absences:
 *
 * Returns: (nullable): the days away, for pz_day_spans_parse(); %NULL when there are none
 */
const char *
pz_index_peek_absences (PzIndex *self,
                        guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, NULL);

  return pz_index_entry_get_text (entry, PZ_INDEX_ABSENCES);
}

/**
 * pz_index_peek_level:
 *
 * Returns: (nullable): the id of the level of the learner; %NULL without one
 */
const char *
pz_index_peek_level (PzIndex *self,
                     guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  return entry != NULL ? pz_index_entry_get_text (entry, PZ_INDEX_LEVEL) : NULL;
}

/**
 * pz_index_dup_names:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the name of every learner as it is shown, by the id; those in the
 *   trash included
 */
GHashTable *
pz_index_dup_names (PzIndex *self)
{
  GHashTable *names;

  g_return_val_if_fail (PZ_IS_INDEX (self), NULL);

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (self), i);

      g_hash_table_insert (names, g_strdup (pz_learner_row_get_id (row)),
                           g_strdup (pz_learner_row_get_display_name (row)));
    }
  return names;
}

/**
 * pz_index_peek_n_conflicts:
 *
 * Returns: how many fields have more than one value
 */
guint
pz_index_peek_n_conflicts (PzIndex *self,
                           guint    position)
{
  const PzIndexEntry *entry = pz_index_peek_entry_at (self, position);

  g_return_val_if_fail (entry != NULL, 0);

  return entry->counts[PZ_INDEX_CONFLICTS];
}
