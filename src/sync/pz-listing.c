/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-listing.h"

#include "pz-sync-fault.h"

#include <string.h>

static void
listed_free (PzListed *listed)
{
  g_free (listed->text);
  g_free (listed);
}

static int
compare_listed (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(PzListed *const *) a)->text, (*(PzListed *const *) b)->text);
}

/**
 * pz_listing_new:
 * @files: (element-type PzRemoteObject): all files of the folder
 *
 * Returns: (transfer full): those that are ours
 */
PzListing *
pz_listing_new (GPtrArray *files)
{
  PzListing *self = g_new0 (PzListing, 1);

  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) listed_free);
  for (guint i = 0; i < files->len; i++)
    {
      const PzRemoteObject *file = g_ptr_array_index (files, i);
      PzObjectName name;
      PzListed *listed;

      if (!pz_object_name_parse (file->name, &name))
        continue;
      if (name.kind == PZ_OBJECT_MARKER)
        {
          self->has_marker |= name.from == PZ_OBJECT_MAJOR;
          self->newest_major = MAX (self->newest_major, name.from);
          continue;
        }
      listed = g_new0 (PzListed, 1);
      listed->text = g_strdup (file->name);
      listed->name = name;
      listed->whole = file->size < 0 || (guint64) file->size == name.length || PZ_FAULT (TRUST_PUT);
      g_ptr_array_add (self->objects, listed);
    }
  g_ptr_array_sort (self->objects, compare_listed);
  return self;
}

/**
 * pz_listing_free:
 * @self: (transfer full) (nullable): a listing
 */
void
pz_listing_free (PzListing *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->objects);
  g_free (self);
}

/**
 * pz_listing_find:
 * @text: a name
 *
 * Returns: (transfer none) (nullable): the object of that name
 */
PzListed *
pz_listing_find (const PzListing *self,
                 const char      *text)
{
  for (guint i = 0; i < self->objects->len; i++)
    if (strcmp (((PzListed *) g_ptr_array_index (self->objects, i))->text, text) == 0)
      return g_ptr_array_index (self->objects, i);
  return NULL;
}

/**
 * pz_listing_count:
 *
 * Returns: how many whole segments and snapshots are in it
 */
guint
pz_listing_count (const PzListing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->objects, i);

      n += listed->whole && (listed->name.kind == PZ_OBJECT_SEGMENT || listed->name.kind == PZ_OBJECT_SNAPSHOT);
    }
  return n;
}

/**
 * pz_listing_count_keys:
 *
 * Returns: how many key files are in it, whole or not
 */
guint
pz_listing_count_keys (const PzListing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->objects->len; i++)
    n += ((const PzListed *) g_ptr_array_index (self->objects, i))->name.kind == PZ_OBJECT_KEY;
  return n;
}
