/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-entry.h"

#include <stdlib.h>
#include <string.h>

static int
compare_stamps (gconstpointer a,
                gconstpointer b)
{
  const PzStamp *left = a, *right = b;

  if (left->device != right->device)
    return left->device < right->device ? -1 : 1;
  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;
  return 0;
}

/**
 * pz_entry_copy:
 *
 * Returns: the same entry, to be cleared on its own
 */
PzEntry
pz_entry_copy (const PzEntry *self)
{
  PzEntry copy = *self;

  copy.value = pz_value_copy (&self->value);
  copy.replaces = self->replaces != NULL ? g_array_copy (self->replaces) : NULL;
  if (self->extra != NULL)
    g_ref_string_acquire (self->extra);
  return copy;
}

/**
 * pz_entry_clear:
 *
 * Frees what the entry holds.
 */
void
pz_entry_clear (PzEntry *self)
{
  pz_value_clear (&self->value);
  g_clear_pointer (&self->replaces, g_array_unref);
  g_clear_pointer (&self->extra, g_ref_string_release);
}

/**
 * pz_entry_add_replaced:
 * @tag: a numbered write that @self takes the place of
 *
 * Keeps the list sorted and each tag in it once. Only device and number of @tag matter.
 */
void
pz_entry_add_replaced (PzEntry       *self,
                       const PzStamp *tag)
{
  PzStamp bare = { tag->device, tag->number, 0 };
  guint position;

  if (self->replaces == NULL)
    self->replaces = g_array_new (FALSE, FALSE, sizeof (PzStamp));
  for (position = self->replaces->len; position > 0; position--)
    {
      int order = compare_stamps (&g_array_index (self->replaces, PzStamp, position - 1), &bare);

      if (order == 0)
        return;
      if (order < 0)
        break;
    }
  g_array_insert_val (self->replaces, position, bare);
}

/**
 * pz_entry_set_replaced:
 * @tags: (element-type PzStamp): what a file says that @self takes the place of, in any order; sorted here
 */
void
pz_entry_set_replaced (PzEntry *self,
                       GArray  *tags)
{
  g_clear_pointer (&self->replaces, g_array_unref);
  g_array_sort (tags, compare_stamps);
  for (guint i = 0; i < tags->len; i++)
    pz_entry_add_replaced (self, &g_array_index (tags, PzStamp, i));
}

/**
 * pz_entry_unite:
 * @other: the same write in another copy
 *
 * Takes over what only the other copy knows of it.
 *
 * Returns: whether that was anything
 */
gboolean
pz_entry_unite (PzEntry       *self,
                const PzEntry *other)
{
  guint before = self->replaces != NULL ? self->replaces->len : 0;
  gboolean changed = FALSE;

  for (guint i = 0; other->replaces != NULL && i < other->replaces->len; i++)
    pz_entry_add_replaced (self, &g_array_index (other->replaces, PzStamp, i));
  changed = self->replaces != NULL && self->replaces->len > before;
  /* what we do not understand: the greater text, whoever comes first */
  if (g_strcmp0 (self->extra, other->extra) < 0)
    {
      g_clear_pointer (&self->extra, g_ref_string_release);
      self->extra = g_ref_string_acquire (other->extra);
      changed = TRUE;
    }
  return changed;
}

/**
 * pz_entry_is_stamped:
 *
 * Returns: whether a device wrote it; values of a file without stamps were written by nobody we know
 */
gboolean
pz_entry_is_stamped (const PzEntry *self)
{
  return self->stamp.device != 0;
}

/**
 * pz_entry_shows:
 *
 * Returns: whether it is a value, rather than a removal or an emptied field that waits to be sent
 */
gboolean
pz_entry_shows (const PzEntry *self)
{
  return !self->gone && self->value.kind != PZ_VALUE_NONE;
}

/**
 * pz_entry_is_same_write:
 * @b: of the same field of the same record
 *
 * One stamp may stand for several values: `*` for elements of a set, and any for a value changed by hand in the file.
 *
 * Returns: whether both are one write of one value
 */
gboolean
pz_entry_is_same_write (const PzEntry *a,
                        const PzEntry *b)
{
  return pz_stamp_tag_equal (&a->stamp, &b->stamp) && a->gone == b->gone && pz_value_equal (&a->value, &b->value);
}

/* FNV-1a, 64 bits (Fowler, Noll and Vo 1991) */
static guint64
mix (guint64     hash,
     const void *data,
     gsize       length)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/**
 * pz_stamp_for_unstamped:
 * @record: id of its record
 * @field: name of its field
 * @value: a value that stands in a file without a stamp
 *
 * Such a value gets a tag made of its place, itself and the earliest clock: the same text in the same place is then
 * the same write, everything else another, so that nothing is dropped silently when two copies are joined.
 *
 * Returns: a stamp of device 0, which is never written
 */
PzStamp
pz_stamp_for_unstamped (const char    *record,
                        const char    *field,
                        const PzValue *value)
{
  PzStamp stamp = { 0, 0, 0 };
  guint8 kind = (guint8) value->kind;
  guint64 hash = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), record, strlen (record) + 1);

  hash = mix (hash, field, strlen (field) + 1);
  hash = mix (hash, &kind, 1);
  if (value->kind == PZ_VALUE_TEXT || value->kind == PZ_VALUE_RAW)
    hash = mix (hash, value->text, strlen (value->text));
  else if (value->kind == PZ_VALUE_NUMBER)
    hash = mix (hash, &value->number, sizeof value->number);
  stamp.number = hash | 1;
  return stamp;
}

/**
 * pz_entry_take_place_of:
 * @self: a new pending write
 * @old: what the person saw
 *
 * A numbered write is named among the replaced ones; a pending one hands over those it named itself.
 */
void
pz_entry_take_place_of (PzEntry       *self,
                        const PzEntry *old)
{
  if (!pz_entry_is_stamped (old))
    return;
  if (!pz_stamp_is_pending (&old->stamp))
    pz_entry_add_replaced (self, &old->stamp);
  for (guint i = 0; old->replaces != NULL && i < old->replaces->len; i++)
    pz_entry_add_replaced (self, &g_array_index (old->replaces, PzStamp, i));
}

/**
 * pz_entry_compare:
 * @is_set: whether the entries are elements of a set
 *
 * The order of entries in a slot; total, so that joining in any order gives the same slot.
 *
 * Returns: less than, equal to or greater than 0
 */
int
pz_entry_compare (const PzEntry *a,
                  const PzEntry *b,
                  gboolean       is_set)
{
  int order = is_set ? pz_value_compare (&a->value, &b->value) : 0;

  if (order == 0)
    order = pz_stamp_compare (&b->stamp, &a->stamp);
  if (order == 0)
    order = pz_value_compare (&a->value, &b->value);
  if (order == 0)
    order = (int) a->gone - (int) b->gone;
  return order;
}

/**
 * pz_slot_clear:
 *
 * Leaves the field empty.
 */
void
pz_slot_clear (PzSlot *self)
{
  for (guint i = 0; i < self->n_entries; i++)
    pz_entry_clear (&self->entries[i]);
  g_clear_pointer (&self->entries, g_free);
  self->n_entries = 0;
}

/**
 * pz_slot_take:
 * @entry: (transfer full): what to add at the end; its content belongs to the slot from now on
 */
void
pz_slot_take (PzSlot  *self,
              PzEntry *entry)
{
  /* room for 1, 2, 4, ... entries: most fields have one, a set may have thousands */
  if ((self->n_entries & (self->n_entries - 1)) == 0)
    self->entries = g_renew (PzEntry, self->entries, MAX (1, 2 * self->n_entries));
  self->entries[self->n_entries++] = *entry;
  memset (entry, 0, sizeof *entry);
}

/**
 * pz_slot_remove:
 * @position: which entry
 */
void
pz_slot_remove (PzSlot *self,
                guint   position)
{
  g_return_if_fail (position < self->n_entries);

  pz_entry_clear (&self->entries[position]);
  self->n_entries--;
  memmove (&self->entries[position], &self->entries[position + 1],
           (self->n_entries - position) * sizeof (PzEntry));
}

static int
compare_single (const void *a,
                const void *b)
{
  return pz_entry_compare (a, b, FALSE);
}

static int
compare_elements (const void *a,
                  const void *b)
{
  return pz_entry_compare (a, b, TRUE);
}

/**
 * pz_slot_sort:
 * @is_set: whether the field is a set
 */
void
pz_slot_sort (PzSlot   *self,
              gboolean  is_set)
{
  if (self->n_entries > 1)
    qsort (self->entries, self->n_entries, sizeof (PzEntry), is_set ? compare_elements : compare_single);
}

/**
 * pz_slot_insert:
 * @self: sorted
 * @entry: (transfer full): what to add where it belongs; its content belongs to the slot from now on
 * @is_set: whether the field is a set
 *
 * Sorting again for each of many entries would cost much more.
 */
void
pz_slot_insert (PzSlot   *self,
                PzEntry  *entry,
                gboolean  is_set)
{
  guint first = 0, last = self->n_entries;
  PzEntry taken;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (pz_entry_compare (&self->entries[middle], entry, is_set) <= 0)
        first = middle + 1;
      else
        last = middle;
    }
  pz_slot_take (self, entry);
  taken = self->entries[self->n_entries - 1];
  memmove (&self->entries[first + 1], &self->entries[first], (self->n_entries - 1 - first) * sizeof (PzEntry));
  self->entries[first] = taken;
}

/**
 * pz_slot_find_write:
 * @write: an entry of the same field in another copy
 *
 * Returns: (transfer none) (nullable): the same write of the same value
 */
const PzEntry *
pz_slot_find_write (const PzSlot  *self,
                    const PzEntry *write)
{
  for (guint i = 0; i < self->n_entries; i++)
    if (pz_entry_is_same_write (&self->entries[i], write))
      return &self->entries[i];
  return NULL;
}

static gboolean
entries_equal (const PzEntry *a,
               const PzEntry *b)
{
  guint n = a->replaces != NULL ? a->replaces->len : 0;

  if (!pz_entry_is_same_write (a, b) || a->stamp.clock != b->stamp.clock || g_strcmp0 (a->extra, b->extra) != 0
      || n != (b->replaces != NULL ? b->replaces->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (compare_stamps (&g_array_index (a->replaces, PzStamp, i), &g_array_index (b->replaces, PzStamp, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * pz_slot_equal:
 *
 * Returns: whether both hold the same entries in the same order
 */
gboolean
pz_slot_equal (const PzSlot *a,
               const PzSlot *b)
{
  if (a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    if (!entries_equal (&a->entries[i], &b->entries[i]))
      return FALSE;
  return TRUE;
}

/**
 * pz_slot_latest:
 *
 * Returns: the latest clock in the slot; 0 when it is empty
 */
PzHlc
pz_slot_latest (const PzSlot *self)
{
  PzHlc latest = 0;

  for (guint i = 0; i < self->n_entries; i++)
    latest = MAX (latest, self->entries[i].stamp.clock);
  return latest;
}
