/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

static const char *
peek_text (PzIndex     *self,
           guint        position,
           PzIndexText  text)
{
  const PzIndexEntry *entry = pz_index_peek_entry (self, pz_index_peek_id (self, position));

  return entry != NULL ? entry->texts[text] : NULL;
}

/**
 * pz_index_peek_level:
 *
 * Returns: (nullable): the id of the level of the learner there; %NULL without one
 */
const char *
pz_index_peek_level (PzIndex *self,
                     guint    position)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), NULL);
  return peek_text (self, position, PZ_INDEX_LEVEL);
}

/**
 * pz_index_peek_last_check_in:
 *
 * Returns: (nullable): the ISO date of the newest check-in; %NULL without one
 */
const char *
pz_index_peek_last_check_in (PzIndex *self,
                             guint    position)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), NULL);
  return peek_text (self, position, PZ_INDEX_CHECK_IN);
}
