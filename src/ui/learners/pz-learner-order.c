/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-order.h"

#include <string.h>

/* More new rows than this are sorted with all the others instead of being put in one by one. */
#define MOST_INSERTIONS 64

/* One learner of the index, at the same position there. */
typedef struct
{
  char *keys;    /* two collation keys behind each other: given name, NUL, family name, NUL; then the two names so, too */
  guint serial;  /* never used twice, so a changed learner is told from an unchanged one */
  guint rank;    /* of the level, from 0; G_MAXUINT without one */
} Entry;

struct _PzLearnerOrder
{
  PzIndex *index;
  PzLearnerScope scope;
  PzLearnerSort sort;
  GHashTable *ranks; /* id of a level -> its place from 1; NULL: all the same */
  GArray *entries; /* of Entry, as long as the index */
  GArray *sorted;  /* of guint: positions in the index of those in scope, in order */
  guint next_serial;
};

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->keys, g_free);
}

static const char *
peek (const char *name)
{
  return name != NULL ? name : "";
}

/* Of names that were met, in known: many learners share theirs. */
static const char *
find_collation_key (GHashTable *known,
                    const char *name)
{
  char *key = g_hash_table_lookup (known, name);

  if (key == NULL)
    {
      key = g_utf8_collate_key (name, -1);
      g_hash_table_insert (known, (char *) name, key);
    }
  return key;
}

/* known: collation keys of names of the index, by name */
static char *
make_keys (PzIndex    *index,
           guint       position,
           GHashTable *known)
{
  const char *given = peek (pz_index_peek_given_name (index, position));
  const char *family = peek (pz_index_peek_family_name (index, position));
  const char *first = find_collation_key (known, given);
  const char *second = find_collation_key (known, family);
  const char *parts[] = { first, second, given, family };
  gsize sizes[G_N_ELEMENTS (parts)], size = 0;
  char *keys, *end;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    size += sizes[i] = strlen (parts[i]) + 1;
  end = keys = g_malloc (size);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); end += sizes[i++])
    memcpy (end, parts[i], sizes[i]);
  return keys;
}

/* Names belong to the index, which must not change while they are in it. */
static GHashTable *
new_known_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

/* Collation keys are dear, and a learner who changed has mostly the same name. */
static gboolean
has_same_names (const Entry *entry,
                PzIndex     *index,
                guint        position)
{
  const char *given = entry->keys;

  for (guint i = 0; i < 2; i++)
    given += strlen (given) + 1;
  return strcmp (given, peek (pz_index_peek_given_name (index, position))) == 0
         && strcmp (given + strlen (given) + 1, peek (pz_index_peek_family_name (index, position))) == 0;
}

static int
compare_names (PzLearnerOrder *self,
               guint           left,
               guint           right)
{
  const char *left_given = g_array_index (self->entries, Entry, left).keys;
  const char *right_given = g_array_index (self->entries, Entry, right).keys;
  int given = strcmp (left_given, right_given);
  int family;

  if (given != 0 && self->sort != PZ_SORT_FAMILY)
    return given;
  family = strcmp (left_given + strlen (left_given) + 1, right_given + strlen (right_given) + 1);
  if (family != 0)
    return family;
  if (given != 0)
    return given;
  return left < right ? -1 : left > right;
}

/* What comes before the names: 0 when nothing does, or both are the same in it. */
static int
compare_facts (PzLearnerOrder *self,
               guint           left,
               guint           right)
{
  if (self->sort == PZ_SORT_LEVEL)
    {
      guint left_rank = g_array_index (self->entries, Entry, left).rank;
      guint right_rank = g_array_index (self->entries, Entry, right).rank;

      return left_rank < right_rank ? -1 : left_rank > right_rank;
    }
  if (self->sort == PZ_SORT_SEEN) /* ISO dates; NULL, never seen, comes first */
    return g_strcmp0 (pz_index_peek_last_check_in (self->index, left), pz_index_peek_last_check_in (self->index, right));
  return 0;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  PzLearnerOrder *self = user_data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  int facts = compare_facts (self, left, right);

  return facts != 0 ? facts : compare_names (self, left, right);
}

static guint
find_rank (PzLearnerOrder *self,
           guint           position)
{
  const char *level = pz_index_peek_level (self->index, position);
  guint rank = level != NULL && self->ranks != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, level)) : 0;

  return rank != 0 ? rank - 1 : G_MAXUINT;
}

static gboolean
is_in_scope (PzLearnerOrder *self,
             guint          position)
{
  PzIndexFlags flags = pz_index_peek_flags (self->index, position);

  if (self->scope == PZ_SCOPE_DELETED)
    return (flags & PZ_INDEX_DELETED) != 0;
  return (flags & PZ_INDEX_DELETED) == 0
         && ((flags & PZ_INDEX_ARCHIVED) != 0) == (self->scope == PZ_SCOPE_ARCHIVED);
}

static void
rank_and_sort (PzLearnerOrder *self)
{
  for (guint i = 0; self->sort == PZ_SORT_LEVEL && i < self->entries->len; i++)
    g_array_index (self->entries, Entry, i).rank = find_rank (self, i);
  g_array_sort_with_data (self->sorted, compare_positions, self);
}

static void
sort_all (PzLearnerOrder *self)
{
  g_array_set_size (self->sorted, 0);
  for (guint i = 0; i < self->entries->len; i++)
    if (is_in_scope (self, i))
      g_array_append_val (self->sorted, i);
  g_array_sort_with_data (self->sorted, compare_positions, self);
}

static void
insert_sorted (PzLearnerOrder *self,
               guint          position)
{
  guint low = 0, high = self->sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_positions (&g_array_index (self->sorted, guint, middle), &position, self) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (self->sorted, low, position);
}

/* Takes out what was removed and counts the later positions anew. */
static void
renumber_sorted (PzLearnerOrder *self,
                 guint          position,
                 guint          removed,
                 guint          added)
{
  guint kept = 0;

  for (guint i = 0; i < self->sorted->len; i++)
    {
      guint old = g_array_index (self->sorted, guint, i);

      if (old >= position && old < position + removed)
        continue;
      g_array_index (self->sorted, guint, kept++) = old < position ? old : old - removed + added;
    }
  g_array_set_size (self->sorted, kept);
}

static void
add_entries (PzLearnerOrder *self,
             guint          position,
             guint          added)
{
  g_autofree Entry *fresh = g_new0 (Entry, added);
  g_autoptr(GHashTable) known = new_known_keys ();

  for (guint i = 0; i < added; i++)
    {
      fresh[i].keys = make_keys (self->index, position + i, known);
      fresh[i].serial = self->next_serial++;
      fresh[i].rank = find_rank (self, position + i);
    }
  if (added > 0)
    g_array_insert_vals (self->entries, position, fresh, added);
}

/* The same learners at the same positions; TRUE when none of them has another name. */
static gboolean
refresh_entries (PzLearnerOrder *self,
                 guint           position,
                 guint           n)
{
  g_autoptr(GHashTable) known = new_known_keys ();
  gboolean same_names = TRUE;

  for (guint i = position; i < position + n; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->serial = self->next_serial++;
      entry->rank = find_rank (self, i);
      if (has_same_names (entry, self->index, i))
        continue;
      g_free (entry->keys);
      entry->keys = make_keys (self->index, i, known);
      same_names = FALSE;
    }
  return same_names;
}

static gboolean
has_all_in_scope (PzLearnerOrder *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n += is_in_scope (self, i);
  for (guint i = 0; i < self->sorted->len; i++)
    if (!is_in_scope (self, g_array_index (self->sorted, guint, i)))
      return FALSE;
  return n == self->sorted->len;
}

/**
 * pz_learner_order_new:
 * @index: the learners of a class
 * @scope: which of them
 * @sort: their order
 *
 * Returns: (transfer full): the learners in order
 */
PzLearnerOrder *
pz_learner_order_new (PzIndex        *index,
                      PzLearnerScope  scope,
                      PzLearnerSort   sort)
{
  PzLearnerOrder *self;

  g_return_val_if_fail (PZ_IS_INDEX (index), NULL);

  self = g_new0 (PzLearnerOrder, 1);
  self->index = g_object_ref (index);
  self->scope = scope;
  self->sort = sort;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  add_entries (self, 0, g_list_model_get_n_items (G_LIST_MODEL (index)));
  sort_all (self);
  return self;
}

/**
 * pz_learner_order_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_learner_order_free (PzLearnerOrder *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->index);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  g_array_unref (self->entries);
  g_array_unref (self->sorted);
  g_free (self);
}

/**
 * pz_learner_order_splice:
 * @self: the order
 * @position: where the index changed
 * @removed: how many were removed there
 * @added: how many are there now
 *
 * Follows a change of the index; to be called from its "items-changed".
 */
void
pz_learner_order_splice (PzLearnerOrder *self,
                         guint           position,
                         guint           removed,
                         guint           added)
{
  g_return_if_fail (self != NULL);

  if (removed == added)
    {
      gboolean by_name = self->sort == PZ_SORT_GIVEN || self->sort == PZ_SORT_FAMILY;

      if (refresh_entries (self, position, added) && by_name && has_all_in_scope (self))
        return;
    }
  else
    {
      if (removed > 0)
        g_array_remove_range (self->entries, position, removed);
      add_entries (self, position, added);
    }
  if (added > MOST_INSERTIONS)
    {
      sort_all (self);
      return;
    }
  renumber_sorted (self, position, removed, added);
  for (guint i = position; i < position + added; i++)
    if (is_in_scope (self, i))
      insert_sorted (self, i);
}

/**
 * pz_learner_order_set_sort:
 * @self: the order
 * @sort: the new order
 *
 * Returns: whether that is another order than before
 */
gboolean
pz_learner_order_set_sort (PzLearnerOrder *self,
                           PzLearnerSort   sort)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->sort == sort)
    return FALSE;
  self->sort = sort;
  rank_and_sort (self);
  return TRUE;
}

/**
 * pz_learner_order_get_sort:
 * @self: the order
 *
 * Returns: what it goes by
 */
PzLearnerSort
pz_learner_order_get_sort (PzLearnerOrder *self)
{
  g_return_val_if_fail (self != NULL, PZ_SORT_GIVEN);
  return self->sort;
}

/**
 * pz_learner_order_set_scope:
 * @self: the order
 * @scope: which learners are in it from now on
 *
 * Returns: whether those are others than before
 */
gboolean
pz_learner_order_set_scope (PzLearnerOrder *self,
                            PzLearnerScope  scope)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->scope == scope)
    return FALSE;
  self->scope = scope;
  sort_all (self);
  return TRUE;
}

/**
 * pz_learner_order_set_levels:
 * @self: the order
 * @ranks: (transfer none) (nullable) (element-type utf8 guint): id of a level -> its place, from 1
 *
 * Says in what order %PZ_SORT_LEVEL puts the levels.
 */
void
pz_learner_order_set_levels (PzLearnerOrder *self,
                             GHashTable     *ranks)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ranks, g_hash_table_unref);
  self->ranks = ranks != NULL ? g_hash_table_ref (ranks) : NULL;
  if (self->sort == PZ_SORT_LEVEL)
    rank_and_sort (self);
}

/**
 * pz_learner_sort_from_name:
 * @name: (nullable): as settings and actions have it: given, family, level or seen
 *
 * Returns: the order of this name; by given name for any other
 */
PzLearnerSort
pz_learner_sort_from_name (const char *name)
{
  static const char *const names[] = { "given", "family", "level", "seen" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return (PzLearnerSort) i;
  return PZ_SORT_GIVEN;
}

/**
 * pz_learner_order_get_length:
 * @self: the order
 *
 * Returns: how many learners are in scope
 */
guint
pz_learner_order_get_length (PzLearnerOrder *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sorted->len;
}

/**
 * pz_learner_order_get:
 * @self: the order
 * @place: less than the length
 * @serial: (out): a number that is another one after the learner changed, and is never used twice
 *
 * Returns: the position in the index of the learner at this place
 */
guint
pz_learner_order_get (PzLearnerOrder *self,
                      guint           place,
                      guint          *serial)
{
  guint position;

  g_return_val_if_fail (self != NULL && place < self->sorted->len, 0);

  position = g_array_index (self->sorted, guint, place);
  *serial = g_array_index (self->entries, Entry, position).serial;
  return position;
}
