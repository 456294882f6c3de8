/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

#include <string.h>

/**
 * pz_index_draft_set_text:
 * @self: a draft
 * @text: which one; not the search key
 * @value: (nullable): the text; %NULL or "" for none
 */
void
pz_index_draft_set_text (PzIndexDraft *self,
                         PzIndexText   text,
                         const char   *value)
{
  g_return_if_fail (text != PZ_INDEX_SEARCH_KEY && text < PZ_INDEX_N_TEXTS);

  g_free (self->texts[text]);
  self->texts[text] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * pz_index_draft_set_search_key:
 * @self: a draft
 * @key: (nullable): what was made from its names before, as an entry has it; %NULL to make it anew
 *
 * Spares the folding of the names. Not copied by pz_index_draft_copy(): the copy may get other names.
 */
void
pz_index_draft_set_search_key (PzIndexDraft *self,
                               const char   *key)
{
  g_free (self->texts[PZ_INDEX_SEARCH_KEY]);
  self->texts[PZ_INDEX_SEARCH_KEY] = g_strdup (key);
}

/**
 * pz_index_draft_copy:
 * @self: a draft
 * @entry: an entry
 *
 * Makes @self say what @entry says.
 */
void
pz_index_draft_copy (PzIndexDraft       *self,
                     const PzIndexEntry *entry)
{
  for (guint i = PZ_INDEX_SEARCH_KEY + 1; i < PZ_INDEX_N_TEXTS; i++)
    pz_index_draft_set_text (self, i, pz_index_entry_get_text (entry, i));
  memcpy (self->counts, entry->counts, sizeof self->counts);
  self->flags = entry->flags;
  self->revision = entry->revision;
  self->version = entry->version;
}

/**
 * pz_index_draft_clear:
 * @self: a draft
 *
 * Frees what it owns; it is then an empty draft.
 */
void
pz_index_draft_clear (PzIndexDraft *self)
{
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    g_free (self->texts[i]);
  *self = (PzIndexDraft) { 0 };
}

/**
 * pz_index_draft_make_search_key:
 * @self: a draft
 *
 * Every way to think of the name: given, middle and family name, then the name in use with the family name.
 *
 * Returns: (transfer full): the names, folded as pz_search_fold() does
 */
char *
pz_index_draft_make_search_key (const PzIndexDraft *self)
{
  static const PzIndexText order[] = {
    PZ_INDEX_GIVEN_NAME, PZ_INDEX_MIDDLE_NAME, PZ_INDEX_FAMILY_NAME, PZ_INDEX_PREFERRED_NAME, PZ_INDEX_FAMILY_NAME,
  };
  guint n = self->texts[PZ_INDEX_PREFERRED_NAME] != NULL ? G_N_ELEMENTS (order) : 3;
  g_autoptr(GString) names = g_string_sized_new (64);

  for (guint i = 0; i < n; i++)
    if (self->texts[order[i]] != NULL)
      {
        g_string_append (names, self->texts[order[i]]);
        g_string_append_c (names, ' ');
      }
  return pz_search_fold (names->str);
}
