/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-conflicts.h"

#include "pz-document-private.h"

#include <string.h>

/* Who wrote in a record after it went to the trash, on another device. */
typedef struct
{
  PzStamp deleted;
  PzStamp edited; /* the latest; device 0: nobody */
} Search;

static const PzRecordSchema *
schema_of (PzRecord *record)
{
  return pz_schema_get_record (pz_record_get_record_type (record));
}

static void
look_at_stamp (Search        *search,
               const PzStamp *stamp)
{
  if (stamp->device != 0 && stamp->device != search->deleted.device && stamp->clock > search->deleted.clock
      && stamp->clock > search->edited.clock)
    search->edited = *stamp;
}

/* that it was deleted or brought back is no edit, and what never leaves a device never came from another */
static void
look_at_record (Search   *search,
                PzRecord *record)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  if (has_star)
    look_at_stamp (search, star);
  for (guint i = 0; i < schema_of (record)->n_fields; i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      if ((schema_of (record)->fields[i].flags & PZ_FIELD_LOCAL)
          || i == pz_schema_get_deleted (pz_record_get_record_type (record)))
        continue;
      for (guint k = 0; k < slot->n_entries; k++)
        look_at_stamp (search, &slot->entries[k].stamp);
    }
}

static const char *
get_goal (PzRecord *record)
{
  int field = pz_schema_find_field (pz_record_get_record_type (record), "goal");

  return field >= 0 ? pz_record_get_text (record, (guint) field) : NULL;
}

/* the record is what lies in the trash, or belongs to it */
static gboolean
goes_with (PzDocument *self,
           PzRecord   *record,
           PzRecord   *deleted)
{
  return record == deleted || deleted == self->owner
         || (pz_record_get_record_type (deleted) == PZ_RECORD_GOAL
             && g_strcmp0 (get_goal (record), pz_record_get_id (deleted)) == 0);
}

static gboolean
was_edited (PzDocument *self,
            GPtrArray  *all,
            PzRecord   *deleted,
            PzStamp    *edited)
{
  const PzSlot *slot = pz_record_get_slot (deleted, pz_schema_get_deleted (pz_record_get_record_type (deleted)));
  Search search = { .deleted = slot->entries[0].stamp };

  if (!pz_entry_is_stamped (&slot->entries[0]))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (goes_with (self, g_ptr_array_index (all, i), deleted))
      look_at_record (&search, g_ptr_array_index (all, i));
  *edited = search.edited;
  return search.edited.device != 0;
}

static void
find_in_record (PzRecord *record,
                GArray   *found)
{
  guint deleted = pz_schema_get_deleted (pz_record_get_record_type (record));

  for (guint i = 0; i < schema_of (record)->n_fields; i++)
    if (i != deleted && pz_record_get_slot (record, i)->n_entries > 1 && pz_record_get_n_values (record, i) > 1)
      {
        PzFoundConflict conflict = { PZ_CONFLICT_VALUES, record, i, { 0 } };

        g_array_append_val (found, conflict);
      }
}

/**
 * pz_document_find_conflicts:
 * @self: a document
 *
 * What lies in the trash is asked about as a whole, and only when somebody edited it there; values that differ in it
 * wait until it comes back.
 *
 * Returns: (transfer full) (element-type PzFoundConflict): what has to be decided, in the order of the file
 */
GArray *
pz_document_find_conflicts (PzDocument *self)
{
  g_autoptr(GPtrArray) all = NULL;
  GArray *found;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  all = pz_document_get_all (self);
  found = g_array_new (FALSE, FALSE, sizeof (PzFoundConflict));
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      PzFoundConflict conflict = { PZ_CONFLICT_IN_TRASH, record, 0, { 0 } };

      if (record != self->owner && pz_record_is_deleted (self->owner))
        break;
      if (!pz_record_is_deleted (record))
        {
          find_in_record (record, found);
          continue;
        }
      conflict.field = pz_schema_get_deleted (pz_record_get_record_type (record));
      if (was_edited (self, all, record, &conflict.edited))
        g_array_append_val (found, conflict);
    }
  return found;
}

/**
 * pz_document_count_conflicts:
 *
 * Returns: how many decisions wait, see pz_document_find_conflicts()
 */
guint
pz_document_count_conflicts (PzDocument *self)
{
  g_autoptr(GArray) found = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), 0);

  found = pz_document_find_conflicts (self);
  return found->len;
}

/**
 * pz_document_settle_trash:
 * @self: a document
 * @conflict: of it, of the kind %PZ_CONFLICT_IN_TRASH
 * @restore: bring the record back, rather than keep it in the trash
 *
 * That it stays there is said again, after the edit: nobody is asked another time.
 */
void
pz_document_settle_trash (PzDocument            *self,
                          const PzFoundConflict *conflict,
                          gboolean               restore)
{
  g_autoptr(GArray) values = NULL;

  g_return_if_fail (PZ_IS_DOCUMENT (self));
  g_return_if_fail (conflict != NULL && conflict->kind == PZ_CONFLICT_IN_TRASH);

  if (restore)
    {
      pz_document_restore (self, conflict->record);
      return;
    }
  values = pz_record_list_values (conflict->record, conflict->field);
  g_array_set_size (values, 1);
  pz_record_write_values (conflict->record, conflict->field, values, conflict->edited.clock);
}

/* a list of stamps behind the key of a field; the list of what a write takes the place of is none */
static gboolean
has_siblings (const char *data,
              gsize       length)
{
  static const char replaces[] = "\"replaces\":";
  const char *end = data + length;
  const char *bracket = data;

  while ((bracket = memchr (bracket, '[', (gsize) (end - bracket))) != NULL)
    {
      gsize before = (gsize) (bracket - data);

      if (before >= 2 && bracket[-1] == ':' && bracket[-2] == '"'
          && (before < strlen (replaces) || memcmp (bracket - strlen (replaces), replaces, strlen (replaces)) != 0))
        return TRUE;
      bracket++;
    }
  return FALSE;
}

/**
 * pz_document_may_conflict:
 * @bytes: a file as our writer makes it
 *
 * A quick look at a whole class: in most documents nothing differs. A file that somebody wrote by hand with blanks
 * between its members may be passed over until it is saved here.
 *
 * Returns: %FALSE when no field of the document holds several values, and nothing of it lies in the trash
 */
gboolean
pz_document_may_conflict (GBytes *bytes)
{
  gsize length;
  const char *data, *stamps;

  g_return_val_if_fail (bytes != NULL, TRUE);

  data = g_bytes_get_data (bytes, &length);
  if (memmem (data, length, "\"" PZ_FIELD_DELETED_NAME "\":", strlen (PZ_FIELD_DELETED_NAME) + 3) != NULL)
    return TRUE;
  stamps = memmem (data, length, "\"records\":{", strlen ("\"records\":{"));
  return stamps != NULL && has_siblings (stamps, length - (gsize) (stamps - data));
}
