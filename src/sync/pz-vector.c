/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-vector.h"

#include "pz-sync-edit.h"
#include "pz-vector-private.h"

#include <string.h>

/* A device that was not seen for so long holds nothing up, in seconds. */
#define RETIRED_AFTER (G_GINT64_CONSTANT (180) * 24 * 60 * 60)

static void
entry_free (PzVectorEntry *entry)
{
  g_array_unref (entry->marks);
  g_free (entry->name);
  g_free (entry->extra);
  g_free (entry);
}

/**
 * pz_vector_new:
 * @classroom: id of the class, which the chains begin with
 *
 * Returns: (transfer full): a vector that has seen nothing
 */
PzVector *
pz_vector_new (const char *classroom)
{
  PzVector *self = g_new0 (PzVector, 1);

  self->classroom = g_strdup (classroom);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) entry_free);
  return self;
}

/**
 * pz_vector_free:
 * @self: (transfer full) (nullable): a vector
 */
void
pz_vector_free (PzVector *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_free (self->classroom);
  g_free (self);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const PzVectorEntry *left = *(PzVectorEntry *const *) a, *right = *(PzVectorEntry *const *) b;

  return left->device < right->device ? -1 : left->device > right->device;
}

/**
 * pz_vector_list:
 *
 * Returns: (transfer container) (element-type PzVectorEntry): all devices, sorted by id
 */
GPtrArray *
pz_vector_list (const PzVector *self)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_ptr_array_add (all, entry);
  g_ptr_array_sort (all, compare_entries);
  return all;
}

/**
 * pz_vector_find:
 *
 * Returns: (transfer none) (nullable): what is known of the device
 */
PzVectorEntry *
pz_vector_find (const PzVector *self,
                guint64         device)
{
  return g_hash_table_lookup (self->entries, &device);
}

/**
 * pz_vector_get:
 *
 * Returns: (transfer none): the entry of the device, a new one when nothing is known of it
 */
PzVectorEntry *
pz_vector_get (PzVector *self,
               guint64   device)
{
  PzVectorEntry *entry = pz_vector_find (self, device);

  if (entry != NULL)
    return entry;
  entry = g_new0 (PzVectorEntry, 1);
  entry->device = device;
  entry->chain = pz_chain_begin (self->classroom, device);
  entry->first = 1;
  entry->marks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_hash_table_insert (self->entries, &entry->device, entry);
  return entry;
}

static void
assign (PzVectorEntry       *entry,
        const PzVectorEntry *other)
{
  entry->number = other->number;
  entry->chain = other->chain;
  entry->first = other->first;
  g_array_set_size (entry->marks, 0);
  g_array_append_vals (entry->marks, other->marks->data, other->marks->len);
  entry->seen = other->seen;
  g_free (entry->name);
  entry->name = g_strdup (other->name);
  entry->named = other->named;
  entry->retired = other->retired;
  entry->closed = other->closed;
  g_free (entry->extra);
  entry->extra = g_strdup (other->extra);
}

/**
 * pz_vector_copy:
 *
 * Returns: (transfer full): the same vector, to be changed on its own
 */
PzVector *
pz_vector_copy (const PzVector *self)
{
  PzVector *copy = pz_vector_new (self->classroom);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    assign (pz_vector_get (copy, ((PzVectorEntry *) entry)->device), entry);
  return copy;
}

/**
 * pz_vector_copy_numbers:
 *
 * Returns: (transfer full): how far each device was seen, without the marks on the way
 */
PzVector *
pz_vector_copy_numbers (const PzVector *self)
{
  PzVector *copy = pz_vector_copy (self);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, copy->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    pz_vector_forget_marks (copy, ((PzVectorEntry *) entry)->device, ((PzVectorEntry *) entry)->number + 1);
  return copy;
}

/**
 * pz_vector_entry_is_retired:
 * @now: seconds since 1970 UTC
 *
 * Returns: whether the device was lost, or was not seen for half a year: it holds nothing up. When it writes again it is
 *   as it was before.
 */
gboolean
pz_vector_entry_is_retired (const PzVectorEntry *entry,
                            gint64               now)
{
  return entry->retired || (entry->seen > 0 && now - entry->seen > RETIRED_AFTER);
}

/**
 * pz_vector_get_number:
 *
 * Returns: up to which edit the device was seen
 */
guint64
pz_vector_get_number (const PzVector *self,
                      guint64         device)
{
  const PzVectorEntry *entry = pz_vector_find (self, device);

  return entry != NULL ? entry->number : 0;
}

/**
 * pz_vector_count:
 *
 * Returns: how many edits were seen, of all devices together
 */
guint64
pz_vector_count (const PzVector *self)
{
  GHashTableIter iter;
  gpointer entry;
  guint64 n = 0;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    n += ((PzVectorEntry *) entry)->number;
  return n;
}

/**
 * pz_vector_covers:
 * @stamp: of a numbered write
 *
 * Returns: whether it was seen
 */
gboolean
pz_vector_covers (const PzVector *self,
                  const PzStamp  *stamp)
{
  return stamp->number <= pz_vector_get_number (self, stamp->device);
}

/**
 * pz_vector_get_mark:
 * @device: of a chain
 * @number: behind which edit; 0: before the first
 * @mark: (out): the mark there
 *
 * Returns: whether it is known
 */
gboolean
pz_vector_get_mark (const PzVector *self,
                    guint64         device,
                    guint64         number,
                    guint32        *mark)
{
  const PzVectorEntry *entry = pz_vector_find (self, device);
  PzHash begin;

  if (number == 0)
    {
      begin = pz_chain_begin (self->classroom, device);
      *mark = pz_hash_get_mark (&begin);
      return TRUE;
    }
  if (entry == NULL || number > entry->number)
    return FALSE;
  if (number == entry->number)
    *mark = pz_hash_get_mark (&entry->chain);
  else if (number >= entry->first)
    *mark = g_array_index (entry->marks, guint32, number - entry->first);
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_vector_advance:
 * @device: whose next edit was seen
 * @chain: of the device behind that edit
 */
void
pz_vector_advance (PzVector     *self,
                   guint64       device,
                   const PzHash *chain)
{
  PzVectorEntry *entry = pz_vector_get (self, device);
  guint32 mark = pz_hash_get_mark (chain);

  entry->number++;
  entry->chain = *chain;
  g_array_append_val (entry->marks, mark);
}

/**
 * pz_vector_compare_chains:
 * @other: what somebody else has seen
 * @device: whose chain
 * @last: (out): after %PZ_CHAINS_BROKEN, the last edit both have seen alike
 *
 * Returns: whether both saw the same history of the device, as far as both saw it
 */
PzAgreement
pz_vector_compare_chains (const PzVector *self,
                          const PzVector *other,
                          guint64         device,
                          guint64        *last)
{
  guint64 top = MIN (pz_vector_get_number (self, device), pz_vector_get_number (other, device));
  guint32 mine, theirs;

  if (!pz_vector_get_mark (self, device, top, &mine) || !pz_vector_get_mark (other, device, top, &theirs)
      || mine == theirs)
    return PZ_CHAINS_AGREE;
  while (top > 0)
    {
      top--;
      if (!pz_vector_get_mark (self, device, top, &mine) || !pz_vector_get_mark (other, device, top, &theirs))
        return PZ_CHAINS_UNKNOWN;
      if (mine == theirs)
        {
          *last = top;
          return PZ_CHAINS_BROKEN;
        }
    }
  return PZ_CHAINS_UNKNOWN;
}

/**
 * pz_vector_close:
 * @device: whose id two histories used
 * @number: the last edit in which both agree; a lower one that is known stays
 *
 * Nothing of the device counts beyond @number any more. What was seen of it there must be released, see
 * pz_document_release_writes().
 */
void
pz_vector_close (PzVector *self,
                 guint64   device,
                 guint64   number)
{
  PzVectorEntry *entry = pz_vector_get (self, device);

  if (entry->closed && entry->number <= number)
    return;
  entry->closed = TRUE;
  if (entry->number <= number)
    return;
  if (number + 1 <= entry->first)
    {
      g_array_set_size (entry->marks, 0);
      entry->first = number + 1;
    }
  else
    {
      g_array_set_size (entry->marks, (guint) (number + 1 - entry->first));
    }
  /* the whole chain there is not known any more: its mark is all that is ever compared */
  memset (&entry->chain, 0, sizeof entry->chain);
  if (entry->marks->len > 0)
    pz_hash_set_mark (&entry->chain, g_array_index (entry->marks, guint32, entry->marks->len - 1));
  else if (number == 0)
    entry->chain = pz_chain_begin (self->classroom, device);
  entry->number = number;
}

/**
 * pz_vector_remove:
 * @device: nothing of it was seen, from now on
 */
void
pz_vector_remove (PzVector *self,
                  guint64   device)
{
  g_hash_table_remove (self->entries, &device);
}

/* theirs goes further: their marks, behind those only we have */
static void
take_further (PzVectorEntry       *mine,
              const PzVectorEntry *theirs)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 first = theirs->first;

  if (mine->first < theirs->first && mine->number + 1 >= theirs->first)
    {
      first = mine->first;
      g_array_append_vals (marks, mine->marks->data, (guint) (theirs->first - mine->first));
    }
  g_array_append_vals (marks, theirs->marks->data, theirs->marks->len);
  g_array_unref (mine->marks);
  mine->marks = marks;
  mine->first = first;
  mine->number = theirs->number;
  mine->chain = theirs->chain;
  mine->retired = theirs->retired; /* it may have written since it was given up, or the other way round */
}

/* what people call it: the latest, and of two of the same time the greater */
static void
take_name (PzVectorEntry       *mine,
           const PzVectorEntry *theirs)
{
  if (theirs->named > mine->named
      || (theirs->named == mine->named && g_strcmp0 (theirs->name, mine->name) > 0))
    {
      g_free (mine->name);
      mine->name = g_strdup (theirs->name);
      mine->named = theirs->named;
    }
  mine->seen = MAX (mine->seen, theirs->seen);
}

/* ours goes as far: the marks only they have, before ours */
static void
take_earlier (PzVectorEntry       *mine,
              const PzVectorEntry *theirs)
{
  if (theirs->first >= mine->first || theirs->number + 1 < mine->first)
    return;
  g_array_prepend_vals (mine->marks, theirs->marks->data, (guint) (mine->first - theirs->first));
  mine->first = theirs->first;
}

/**
 * pz_vector_take:
 * @other: what was seen by somebody whose state was joined with ours; the chains agree
 *
 * Makes it what both have seen.
 */
void
pz_vector_take (PzVector       *self,
                const PzVector *other)
{
  g_autoptr(GPtrArray) all = pz_vector_list (other);

  for (guint i = 0; i < all->len; i++)
    {
      const PzVectorEntry *theirs = g_ptr_array_index (all, i);
      PzVectorEntry *mine = pz_vector_get (self, theirs->device);

      if (mine->closed && theirs->number > mine->number)
        continue;
      take_name (mine, theirs);
      if (theirs->number == mine->number)
        mine->retired |= theirs->retired;
      if (theirs->number > mine->number)
        take_further (mine, theirs);
      else
        take_earlier (mine, theirs);
      mine->closed |= theirs->closed;
      if (g_strcmp0 (mine->extra, theirs->extra) < 0)
        {
          g_free (mine->extra);
          mine->extra = g_strdup (theirs->extra);
        }
    }
}

/**
 * pz_vector_forget_marks:
 * @device: whose chain
 * @before: marks of edits before this one are not needed any more
 */
void
pz_vector_forget_marks (PzVector *self,
                        guint64   device,
                        guint64   before)
{
  PzVectorEntry *entry = pz_vector_find (self, device);

  if (entry == NULL || before <= entry->first)
    return;
  before = MIN (before, entry->number + 1);
  g_array_remove_range (entry->marks, 0, (guint) (before - entry->first));
  entry->first = before;
}
