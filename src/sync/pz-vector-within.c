/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-vector-private.h"

/**
 * pz_vector_is_within:
 *
 * Returns: whether @other has seen all that @self has
 */
gboolean
pz_vector_is_within (const PzVector *self,
                     const PzVector *other)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (((PzVectorEntry *) entry)->number > pz_vector_get_number (other, ((PzVectorEntry *) entry)->device))
      return FALSE;
  return TRUE;
}

/* what is said of a device: its name, where it ends when two histories used its id, and that it was lost; who has seen
 * more of it need not say that any more */
static gboolean
says_as_much (const PzVectorEntry *mine,
              const PzVectorEntry *theirs)
{
  gint64 named = theirs != NULL ? theirs->named : 0;
  const char *name = theirs != NULL ? theirs->name : NULL;

  if (mine->named > named || (mine->named == named && g_strcmp0 (mine->name, name) > 0))
    return FALSE;
  if (mine->closed && (theirs == NULL || !theirs->closed))
    return FALSE;
  return !mine->retired || (theirs != NULL && (theirs->retired || theirs->number > mine->number));
}

/**
 * pz_vector_says_within:
 *
 * Numbers do not tell what was found out of a device, nor what people said of it: that two histories used its id, what it
 * is called, and that it was lost.
 *
 * Returns: whether @other says all of that, or something later
 */
gboolean
pz_vector_says_within (const PzVector *self,
                       const PzVector *other)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (!says_as_much (entry, pz_vector_find (other, ((PzVectorEntry *) entry)->device)))
      return FALSE;
  return TRUE;
}
