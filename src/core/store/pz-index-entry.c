/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

#include <string.h>

/**
 * pz_index_draft_seal:
 * @self: a draft with an id
 *
 * Returns: (transfer full): what it says, with its search key
 */
PzIndexEntry *
pz_index_draft_seal (const PzIndexDraft *self)
{
  g_autofree char *key = NULL;
  const char *texts[PZ_INDEX_N_TEXTS];
  gsize lengths[PZ_INDEX_N_TEXTS], size = G_STRUCT_OFFSET (PzIndexEntry, content);
  PzIndexEntry *sealed;
  char *end;

  g_return_val_if_fail (self->texts[PZ_INDEX_ID] != NULL, NULL);

  memcpy (texts, self->texts, sizeof texts);
  if (texts[PZ_INDEX_SEARCH_KEY] == NULL)
    texts[PZ_INDEX_SEARCH_KEY] = key = pz_index_draft_make_search_key (self);
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    size += lengths[i] = texts[i] != NULL ? strlen (texts[i]) + 1 : 0;

  sealed = g_malloc0 (size);
  memcpy (sealed->counts, self->counts, sizeof sealed->counts);
  sealed->flags = self->flags;
  sealed->revision = self->revision;
  sealed->version = self->version;
  end = sealed->content;
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    if (texts[i] != NULL)
      {
        sealed->present |= 1u << i;
        memcpy (end, texts[i], lengths[i]);
        end += lengths[i];
      }
  g_atomic_ref_count_init (&sealed->ref_count);
  return sealed;
}

/**
 * pz_index_entry_ref:
 * @self: an entry
 *
 * Returns: (transfer full): @self
 */
PzIndexEntry *
pz_index_entry_ref (PzIndexEntry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pz_index_entry_unref:
 * @self: (transfer full): an entry
 */
void
pz_index_entry_unref (PzIndexEntry *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * pz_index_entry_get_text:
 * @self: an entry
 * @text: which one
 *
 * The sooner a text stands in #PzIndexText, the sooner it is found.
 *
 * Returns: (transfer none) (nullable): the text; %NULL when there is none
 */
const char *
pz_index_entry_get_text (const PzIndexEntry *self,
                         PzIndexText         text)
{
  const char *found = self->content;

  if (!(self->present & 1u << text))
    return NULL;
  for (guint i = 0; i < text; i++)
    if (self->present & 1u << i)
      found += strlen (found) + 1;
  return found;
}

/* whether all texts are the same but the search key, which follows from them */
static gboolean
has_same_texts (const PzIndexEntry *self,
                const PzIndexEntry *other)
{
  for (guint i = PZ_INDEX_SEARCH_KEY + 1; i < PZ_INDEX_N_TEXTS; i++)
    if (g_strcmp0 (pz_index_entry_get_text (self, i), pz_index_entry_get_text (other, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * pz_index_entry_looks_as:
 * @self: an entry
 * @other: another
 *
 * What waits to be sent, the revision and the version of the file are not shown in lists and not compared.
 *
 * Returns: whether a list that shows @self need not change to show @other
 */
gboolean
pz_index_entry_looks_as (const PzIndexEntry *self,
                         const PzIndexEntry *other)
{
  for (guint i = 0; i < PZ_INDEX_N_COUNTS; i++)
    if (i != PZ_INDEX_PENDING && self->counts[i] != other->counts[i])
      return FALSE;
  return self->flags == other->flags && self->present == other->present && has_same_texts (self, other);
}

/**
 * pz_index_entry_is_shown:
 * @self: an entry
 *
 * Returns: whether the learner is neither in the trash nor archived
 */
gboolean
pz_index_entry_is_shown (const PzIndexEntry *self)
{
  return (self->flags & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED)) == 0;
}

/**
 * pz_index_entry_get_call_name:
 * @self: an entry
 *
 * Returns: the name in use: the preferred or the given one; "" when there is none
 */
const char *
pz_index_entry_get_call_name (const PzIndexEntry *self)
{
  const char *name = pz_index_entry_get_text (self, PZ_INDEX_PREFERRED_NAME);

  if (name == NULL)
    name = pz_index_entry_get_text (self, PZ_INDEX_GIVEN_NAME);
  return name != NULL ? name : "";
}
