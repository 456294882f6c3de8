/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-knowledge.h"

#include "pz-document-writes.h"

#include <string.h>

/* Documents of persons: when one of them is removed for good, nothing of it stays anywhere. */
#define PERSONS "learners/"
/* So long it is remembered at least that a document was removed for good, in seconds. */
#define PURGED_KEPT (G_GINT64_CONSTANT (400) * 24 * 60 * 60)

static void
cloud_item_free (PzCloudItem *item)
{
  g_free (item->path);
  g_free (item->field);
  g_free (item);
}

/**
 * pz_knowledge_new:
 * @classroom: id of the class; "" when it is still to be read
 *
 * Returns: (transfer full): that of a device that has seen nothing
 */
PzKnowledge *
pz_knowledge_new (const char *classroom)
{
  PzKnowledge *self = g_new0 (PzKnowledge, 1);

  self->classroom = g_strdup (classroom);
  self->vector = pz_vector_new (classroom);
  self->cloud = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cloud_item_free);
  self->purged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->state = pz_state_map_new ();
  self->extra = g_string_new (NULL);
  return self;
}

/**
 * pz_knowledge_free:
 * @self: (transfer full) (nullable): what a device knows
 */
void
pz_knowledge_free (PzKnowledge *self)
{
  if (self == NULL)
    return;
  g_free (self->classroom);
  pz_vector_free (self->vector);
  g_hash_table_unref (self->cloud);
  g_hash_table_unref (self->purged);
  pz_state_map_free (self->state);
  g_string_free (self->extra, TRUE);
  g_free (self);
}

static char *
cloud_key (const PzStamp *tag,
           const char    *path,
           const char    *field)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x %019" G_GUINT64_FORMAT " %s %s", tag->device, tag->number, path,
                          field);
}

/**
 * pz_knowledge_add_cloud:
 * @tag: of a write that was replaced before it was seen
 * @path: of the record
 * @field: the key, or %PZ_WRITE_WHOLE
 *
 * Nothing is kept of learners that were erased: a key may say something of them, and is not needed.
 */
void
pz_knowledge_add_cloud (PzKnowledge   *self,
                        const PzStamp *tag,
                        const char    *path,
                        const char    *field)
{
  PzCloudItem *item;

  if (pz_knowledge_is_erased (self, path))
    return;
  item = g_new0 (PzCloudItem, 1);
  item->tag = (PzStamp){ tag->device, tag->number, 0 };
  item->path = g_strdup (path);
  item->field = g_strdup (field);
  g_hash_table_replace (self->cloud, cloud_key (tag, path, field), item);
}

static gboolean
is_in_cloud (const PzKnowledge *self,
             const PzStamp     *tag,
             const char        *path,
             const char        *field)
{
  g_autofree char *key = g_hash_table_size (self->cloud) > 0 ? cloud_key (tag, path, field) : NULL;

  return key != NULL && g_hash_table_contains (self->cloud, key);
}

/**
 * pz_knowledge_covers:
 * @tag: of a numbered write
 * @path: of a record it wrote to
 * @field: the key
 *
 * Returns: whether it was seen there, or what replaced it, or it is of somebody who was erased
 */
gboolean
pz_knowledge_covers (const PzKnowledge *self,
                     const PzStamp     *tag,
                     const char        *path,
                     const char        *field)
{
  return pz_vector_covers (self->vector, tag) || is_in_cloud (self, tag, path, field)
         || is_in_cloud (self, tag, path, PZ_WRITE_WHOLE) || pz_knowledge_is_erased (self, path);
}

/* (transfer full) (nullable): the document of a person that a path leads to, or into */
static char *
dup_person (const char *path)
{
  const char *end;

  if (!g_str_has_prefix (path, PERSONS))
    return NULL;
  end = strchr (path + strlen (PERSONS), '/');
  return end != NULL ? g_strndup (path, (gsize) (end - path)) : g_strdup (path);
}

/**
 * pz_knowledge_is_erased:
 * @path: of a document, or of a record in it
 *
 * Returns: whether it is a learner who was removed for good
 */
gboolean
pz_knowledge_is_erased (const PzKnowledge *self,
                        const char        *path)
{
  g_autofree char *document = g_hash_table_size (self->purged) > 0 ? dup_person (path) : NULL;

  return document != NULL && g_hash_table_contains (self->purged, document);
}

/**
 * pz_knowledge_has_erased:
 *
 * Returns: whether it is remembered that any learner was removed for good
 */
gboolean
pz_knowledge_has_erased (const PzKnowledge *self)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->purged);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    if (g_str_has_prefix (document, PERSONS))
      return TRUE;
  return FALSE;
}

/* what is known of a person outside of the documents */
static void
drop_person (PzKnowledge *self,
             const char  *document)
{
  gsize length = strlen (document);
  GHashTableIter iter;
  gpointer item;

  pz_state_map_drop_document (self->state, document);
  g_hash_table_iter_init (&iter, self->cloud);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const char *path = ((PzCloudItem *) item)->path;

      if (strncmp (path, document, length) == 0 && path[length] == '/')
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * pz_knowledge_add_purged:
 * @document: its path
 * @when: seconds since 1970 UTC; the latest stays
 */
void
pz_knowledge_add_purged (PzKnowledge *self,
                         const char  *document,
                         gint64       when)
{
  const gint64 *known = g_hash_table_lookup (self->purged, document);

  if (known == NULL || *known < when)
    g_hash_table_replace (self->purged, g_strdup (document), g_memdup2 (&when, sizeof when));
  if (known == NULL && g_str_has_prefix (document, PERSONS))
    drop_person (self, document);
}

/* whether all devices that count have written something after it, and so have seen it */
static gboolean
was_seen_by_all (const PzKnowledge *self,
                 guint64            own_device,
                 gint64             when,
                 gint64             now)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (self->vector);

  for (guint i = 0; i < entries->len; i++)
    {
      const PzVectorEntry *entry = g_ptr_array_index (entries, i);

      if (entry->device != own_device && !entry->closed && !pz_vector_entry_is_retired (entry, now)
          && entry->seen <= when)
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_knowledge_forget_purged:
 * @own_device: that of this computer
 * @now: seconds since 1970 UTC
 *
 * Forgets that documents were removed for good, once that is long ago and no device that is not retired may still have
 * them. One that comes back later has them taken away by a snapshot, which has seen all of them.
 */
void
pz_knowledge_forget_purged (PzKnowledge *self,
                            guint64      own_device,
                            gint64       now)
{
  GHashTableIter iter;
  gpointer when;

  g_hash_table_iter_init (&iter, self->purged);
  while (g_hash_table_iter_next (&iter, NULL, &when))
    if (now - *(gint64 *) when >= PURGED_KEPT && was_seen_by_all (self, own_device, *(gint64 *) when, now))
      g_hash_table_iter_remove (&iter);
}

/**
 * pz_knowledge_settle:
 *
 * Forgets the cloud of what was seen since, or will never be: edits of a closed device.
 */
void
pz_knowledge_settle (PzKnowledge *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cloud);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const PzStamp *tag = &((PzCloudItem *) item)->tag;
      const PzVectorEntry *entry = pz_vector_find (self->vector, tag->device);

      if (entry != NULL && (tag->number <= entry->number || entry->closed))
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * pz_knowledge_take:
 * @other: what was joined with the class, the values excepted
 *
 * Makes the context what both have seen.
 */
void
pz_knowledge_take (PzKnowledge       *self,
                   const PzKnowledge *other)
{
  GHashTableIter iter;
  gpointer key, value;

  pz_vector_take (self->vector, other->vector);
  g_hash_table_iter_init (&iter, other->cloud);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PzCloudItem *item = value;

      pz_knowledge_add_cloud (self, &item->tag, item->path, item->field);
    }
  g_hash_table_iter_init (&iter, other->purged);
  while (g_hash_table_iter_next (&iter, &key, &value))
    pz_knowledge_add_purged (self, key, *(gint64 *) value);
  if (strcmp (self->extra->str, other->extra->str) < 0) /* not understood: the greater text, whoever comes first */
    g_string_assign (self->extra, other->extra->str);
  pz_knowledge_settle (self);
}

typedef struct
{
  const PzKnowledge *other;
  gboolean is_within;
} Comparing;

/* a value of the smaller one must be in the greater one, or have been replaced there */
static void
look_for_value (const char         *path,
                const char         *field,
                const PzStateValue *value,
                gpointer            user_data)
{
  Comparing *c = user_data;

  c->is_within &= pz_knowledge_covers (c->other, &value->stamp, path, field)
                  || pz_state_map_has (c->other->state, path, field, &value->stamp);
}

/* a value of the greater one must not have been replaced in the smaller one */
static void
look_for_loss (const char         *path,
               const char         *field,
               const PzStateValue *value,
               gpointer            user_data)
{
  Comparing *c = user_data;

  c->is_within &= !pz_knowledge_covers (c->other, &value->stamp, path, field)
                  || pz_state_map_has (c->other->state, path, field, &value->stamp);
}

/**
 * pz_knowledge_is_within:
 * @other: another snapshot
 *
 * Returns: whether joining @self with @other would change nothing in @other
 */
gboolean
pz_knowledge_is_within (const PzKnowledge *self,
                        const PzKnowledge *other)
{
  Comparing in_other = { other, TRUE }, in_self = { self, TRUE };

  pz_state_map_each (self->state, look_for_value, &in_other);
  pz_state_map_each (other->state, look_for_loss, &in_self);
  return in_other.is_within && in_self.is_within && pz_vector_is_within (self->vector, other->vector);
}
