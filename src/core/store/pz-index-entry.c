/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

#include <string.h>

/**
 * pz_index_entry_set_text:
 * @self: an open entry
 * @text: which one
 * @value: (nullable): the text; %NULL or "" for none
 */
void
pz_index_entry_set_text (PzIndexEntry *self,
                         PzIndexText   text,
                         const char   *value)
{
  g_return_if_fail (text < PZ_INDEX_N_STORED_TEXTS);

  g_free ((char *) self->texts[text]);
  self->texts[text] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * pz_index_entry_set_search_key:
 * @self: an open entry
 * @key: (nullable): what was made from its names before, as a sealed entry has it; %NULL to make it anew
 *
 * Spares the folding of the names. Not copied by pz_index_entry_copy_open(): the copy may get other names.
 */
void
pz_index_entry_set_search_key (PzIndexEntry *self,
                               const char   *key)
{
  g_free ((char *) self->texts[PZ_INDEX_SEARCH_KEY]);
  self->texts[PZ_INDEX_SEARCH_KEY] = g_strdup (key);
}

/**
 * pz_index_entry_copy_open:
 * @self: an open entry
 * @other: an open or sealed entry
 *
 * Makes @self say what @other says.
 */
void
pz_index_entry_copy_open (PzIndexEntry       *self,
                          const PzIndexEntry *other)
{
  for (guint i = 0; i < PZ_INDEX_N_STORED_TEXTS; i++)
    pz_index_entry_set_text (self, i, other->texts[i]);
  memcpy (self->counts, other->counts, sizeof self->counts);
  self->flags = other->flags;
  self->revision = other->revision;
  self->version = other->version;
}

/**
 * pz_index_entry_clear:
 * @self: an open entry
 *
 * Frees what it owns; it is then an empty open entry.
 */
void
pz_index_entry_clear (PzIndexEntry *self)
{
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    g_free ((char *) self->texts[i]);
  *self = (PzIndexEntry) { 0 };
}

/* Every way to think of the name: given, middle and family name, then the name in use with the family name. */
static char *
make_search_key (const PzIndexEntry *self)
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

/**
 * pz_index_entry_seal:
 * @self: an open entry with an id
 *
 * Returns: (transfer full): a sealed copy, with its search key
 */
PzIndexEntry *
pz_index_entry_seal (const PzIndexEntry *self)
{
  g_autofree char *key = NULL;
  const char *texts[PZ_INDEX_N_TEXTS];
  gsize lengths[PZ_INDEX_N_TEXTS], size = sizeof (PzIndexEntry);
  PzIndexEntry *sealed;
  char *end;

  g_return_val_if_fail (self->texts[PZ_INDEX_ID] != NULL, NULL);

  if (self->texts[PZ_INDEX_SEARCH_KEY] == NULL)
    key = make_search_key (self);
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    {
      texts[i] = self->texts[i] != NULL || i != PZ_INDEX_SEARCH_KEY ? self->texts[i] : key;
      lengths[i] = texts[i] != NULL ? strlen (texts[i]) + 1 : 0;
      size += lengths[i];
    }

  sealed = g_malloc (size);
  *sealed = *self;
  end = (char *) (sealed + 1);
  for (guint i = 0; i < PZ_INDEX_N_TEXTS; i++)
    {
      sealed->texts[i] = texts[i] != NULL ? memcpy (end, texts[i], lengths[i]) : NULL;
      end += lengths[i];
    }
  g_atomic_ref_count_init (&sealed->ref_count);
  sealed->position = 0;
  sealed->row = NULL;
  return sealed;
}

/**
 * pz_index_entry_ref:
 * @self: a sealed entry
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
 * @self: (transfer full): a sealed entry
 */
void
pz_index_entry_unref (PzIndexEntry *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
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
  for (guint i = 0; i < PZ_INDEX_N_STORED_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;
  for (guint i = 0; i < PZ_INDEX_N_COUNTS; i++)
    if (i != PZ_INDEX_PENDING && self->counts[i] != other->counts[i])
      return FALSE;
  return self->flags == other->flags;
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
  if (self->texts[PZ_INDEX_PREFERRED_NAME] != NULL)
    return self->texts[PZ_INDEX_PREFERRED_NAME];
  return self->texts[PZ_INDEX_GIVEN_NAME] != NULL ? self->texts[PZ_INDEX_GIVEN_NAME] : "";
}
