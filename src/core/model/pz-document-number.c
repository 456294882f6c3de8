/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-writes.h"

#include "pz-document-private.h"

#include <string.h>

/* A synchronisation gives each pending write the next number of its device: only there, under the lock, in the commit
 * that keeps the bytes to be sent. */
typedef struct
{
  guint64 device;
  guint64 last;
  GPtrArray *writes; /* of PzWrite */
} Numbering;

static const PzField *
field_of (PzRecord *record,
          guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
}

static guint
count_fields (PzRecord *record)
{
  return pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
}

/* takes value */
static PzWrite *
add_write (Numbering  *n,
           PzRecord   *record,
           const char *field,
           PzHlc       clock,
           char       *value)
{
  PzWrite *write = g_new0 (PzWrite, 1);

  write->record = g_strdup (pz_record_get_id (record));
  write->field = g_strdup (field);
  write->stamp = (PzStamp){ n->device, ++n->last, clock };
  write->value = value;
  g_ptr_array_add (n->writes, write);
  return write;
}

static char *
make_key (const PzField *schema,
          const PzEntry *entry)
{
  if (schema->flags & PZ_FIELD_SET)
    return g_strconcat (schema->name, "/", entry->value.text, NULL);
  return g_strdup (schema->name);
}

static void
append_value (const PzField *schema,
              const PzEntry *entry,
              GString       *json)
{
  if (schema->flags & PZ_FIELD_SET)
    g_string_append (json, "true");
  else
    pz_value_append (&entry->value, json);
}

/* an element of another kind, from a file changed by hand, has no key: it goes where the stamp of the record goes */
static gboolean
has_key (const PzField *schema,
         const PzEntry *entry)
{
  return !(schema->flags & PZ_FIELD_SET) || entry->value.kind == PZ_VALUE_TEXT;
}

/* the fields that share the stamp of a new record become members of its one write */
static void
number_shared (PzRecord      *record,
               guint          field,
               const PzStamp *star,
               const PzStamp *numbered,
               GString       *members)
{
  const PzField *schema = field_of (record, field);
  PzSlot *slot = pz_record_get_slot (record, field);

  for (guint k = slot->n_entries; k > 0; k--)
    {
      PzEntry *entry = &slot->entries[k - 1];
      g_autofree char *key = NULL;

      if (!pz_stamp_tag_equal (&entry->stamp, star) || entry->replaces != NULL)
        continue;
      if (!pz_entry_shows (entry))
        {
          pz_slot_remove (slot, k - 1);
          continue;
        }
      entry->stamp = *numbered;
      if (!has_key (schema, entry))
        continue;
      key = make_key (schema, entry);
      g_string_append_c (members, ',');
      pz_json_append_string (members, key, -1);
      g_string_append_c (members, ':');
      append_value (schema, entry, members);
    }
}

static void
number_star (Numbering *n,
             PzRecord  *record)
{
  g_autoptr(GString) members = g_string_new (NULL);
  gboolean has_star;
  PzStamp star = *pz_record_get_star (record, &has_star);
  PzWrite *write;

  if (!has_star || !pz_stamp_is_pending (&star))
    return;
  write = add_write (n, record, PZ_WRITE_WHOLE, star.clock, NULL);
  g_string_append_printf (members, "{\"type\":\"%s\"", pz_schema_get_record (pz_record_get_record_type (record))->name);
  for (guint i = 0; i < count_fields (record); i++)
    if (!(field_of (record, i)->flags & PZ_FIELD_LOCAL))
      number_shared (record, i, &star, &write->stamp, members);
  g_string_append_c (members, '}');
  write->value = g_strdup (members->str);
  pz_record_set_star (record, &write->stamp);
}

/* Returns whether the entry stays: a removal is only sent. */
static gboolean
number_entry (Numbering     *n,
              PzRecord      *record,
              const PzField *schema,
              PzEntry       *entry)
{
  g_autofree char *key = make_key (schema, entry);
  PzWrite *write = add_write (n, record, key, entry->stamp.clock, NULL);

  write->replaces = g_steal_pointer (&entry->replaces);
  entry->stamp = write->stamp;
  if (pz_entry_shows (entry))
    {
      g_autoptr(GString) json = g_string_new (NULL);

      append_value (schema, entry, json);
      write->value = g_strdup (json->str);
    }
  return pz_entry_shows (entry);
}

static void
number_field (Numbering *n,
              PzRecord  *record,
              guint      field)
{
  const PzField *schema = field_of (record, field);
  PzSlot *slot = pz_record_get_slot (record, field);

  if (schema->flags & PZ_FIELD_LOCAL)
    return;
  for (guint k = 0; k < slot->n_entries;)
    if (!pz_stamp_is_pending (&slot->entries[k].stamp) || !has_key (schema, &slot->entries[k])
        || number_entry (n, record, schema, &slot->entries[k]))
      k++;
    else
      pz_slot_remove (slot, k);
  pz_slot_sort (slot, (schema->flags & PZ_FIELD_SET) != 0);
}

/**
 * pz_document_number_writes:
 * @self: a document that nobody shows
 * @device: whose numbers are given
 * @last: the number given last
 * @writes: (element-type PzWrite): gets what is to be sent, in the order of the numbers
 *
 * Gives every pending write its number. What never leaves this device keeps its bare clock.
 *
 * Returns: the number given last now
 */
guint64
pz_document_number_writes (PzDocument *self,
                           guint64     device,
                           guint64     last,
                           GPtrArray  *writes)
{
  Numbering n = { device, last, writes };
  g_autoptr(GPtrArray) all = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && device != 0 && writes != NULL, last);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);

      number_star (&n, record);
      for (guint k = 0; k < count_fields (record); k++)
        number_field (&n, record, k);
      pz_record_mark_shared (record);
    }
  return n.last;
}

/* a stamp as PzHlc writes it, behind a quote: only what is pending begins with it */
static gboolean
is_bare_clock (const char *text,
               gsize       length)
{
  if (length < 15 || text[13] != '-')
    return FALSE;
  for (gsize i = 1; i < 13; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return g_ascii_isdigit (text[14]);
}

/**
 * pz_document_may_wait:
 * @bytes: a file of ours
 *
 * A quick look at a whole school: most documents have nothing to send.
 *
 * Returns: %FALSE when no pending write stands in it for certain, and every value has a stamp
 */
gboolean
pz_document_may_wait (GBytes *bytes)
{
  gsize length;
  const char *data, *quote;

  g_return_val_if_fail (bytes != NULL, TRUE);

  data = g_bytes_get_data (bytes, &length);
  quote = data;
  if (g_strstr_len (data, (gssize) length, "\"stamps\"") == NULL)
    return TRUE;
  while ((quote = memchr (quote, '"', length - (gsize) (quote - data))) != NULL)
    {
      if (is_bare_clock (quote, length - (gsize) (quote - data)))
        return TRUE;
      quote++;
    }
  return FALSE;
}

/* the same write as a pending one of this device; two that would get one tag stay apart */
static void
release_entry (PzDocument *self,
               PzSlot     *slot,
               guint       position)
{
  PzEntry *entry = &slot->entries[position];
  PzStamp stamp = { pz_clock_get_device (self->clock), 0, entry->stamp.clock };

  for (guint i = 0; i < slot->n_entries; i++)
    if (i != position && pz_stamp_tag_equal (&slot->entries[i].stamp, &stamp)
        && !pz_value_equal (&slot->entries[i].value, &entry->value))
      stamp = pz_document_next_stamp (self, pz_slot_latest (slot));
  entry->stamp = stamp.clock != 0 ? stamp : pz_document_next_stamp (self, 0);
}

static guint
release_field (PzDocument  *self,
               PzRecord    *record,
               guint        field,
               PzStampFunc  is_known,
               gpointer     user_data)
{
  const PzField *schema = field_of (record, field);
  PzSlot *slot = pz_record_get_slot (record, field);
  guint n = 0;

  for (guint k = 0; !(schema->flags & PZ_FIELD_LOCAL) && k < slot->n_entries; k++)
    {
      PzEntry *entry = &slot->entries[k];

      if (pz_stamp_is_pending (&entry->stamp)
          || (pz_entry_is_stamped (entry) && is_known (&entry->stamp, user_data)))
        continue;
      release_entry (self, slot, k);
      n++;
    }
  for (guint k = slot->n_entries; n > 0 && k > 0; k--)
    if (pz_slot_find_write (slot, &slot->entries[k - 1]) != &slot->entries[k - 1])
      pz_slot_remove (slot, k - 1); /* it waited beside its twin */
  pz_slot_sort (slot, (schema->flags & PZ_FIELD_SET) != 0);
  return n;
}

/**
 * pz_document_release_writes:
 * @self: a document that nobody shows
 * @is_known: (scope call): whether other devices can know a numbered write, or will
 *
 * Makes pending again what no device can be told of under the number it has: a folder came back without what
 * synchronisation knew, two histories used one device, or a file never had stamps. Values and clocks stay.
 *
 * Returns: how many
 */
guint
pz_document_release_writes (PzDocument  *self,
                            PzStampFunc  is_known,
                            gpointer     user_data)
{
  g_autoptr(GPtrArray) all = NULL;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && is_known != NULL, 0);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      gboolean has_star;
      PzStamp star = *pz_record_get_star (record, &has_star);

      if (!has_star || (!pz_stamp_is_pending (&star) && !is_known (&star, user_data)))
        {
          star = has_star ? (PzStamp){ pz_clock_get_device (self->clock), 0, star.clock }
                          : pz_document_next_stamp (self, 0);
          pz_record_set_star (record, &star);
          n++;
        }
      for (guint k = 0; k < count_fields (record); k++)
        n += release_field (self, record, k, is_known, user_data);
      pz_record_mark_shared (record);
    }
  return n;
}

static void
move_tag (PzStamp *tag,
          guint64  from,
          guint64  above,
          guint64  to)
{
  if (tag->device != from || tag->number <= above)
    return;
  tag->device = to;
  tag->number -= above;
}

static void
move_entry (PzEntry *entry,
            guint64  from,
            guint64  above,
            guint64  to)
{
  g_autoptr(GArray) replaces = g_steal_pointer (&entry->replaces);

  move_tag (&entry->stamp, from, above, to);
  for (guint i = 0; replaces != NULL && i < replaces->len; i++)
    move_tag (&g_array_index (replaces, PzStamp, i), from, above, to);
  if (replaces != NULL)
    pz_entry_set_replaced (entry, replaces);
}

/**
 * pz_document_move_writes:
 * @self: a document that nobody shows
 * @from: a device
 * @above: its writes with greater numbers
 * @to: a device without writes, which gets them under the numbers 1, 2, …
 *
 * For a device that must take another id: what it numbered and nobody has seen is numbered again.
 */
void
pz_document_move_writes (PzDocument *self,
                         guint64     from,
                         guint64     above,
                         guint64     to)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (PZ_IS_DOCUMENT (self) && to != 0);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      gboolean has_star;
      PzStamp *star = pz_record_get_star (record, &has_star);

      if (has_star)
        move_tag (star, from, above, to);
      for (guint k = 0; k < count_fields (record); k++)
        {
          PzSlot *slot = pz_record_get_slot (record, k);

          for (guint e = 0; e < slot->n_entries; e++)
            move_entry (&slot->entries[e], from, above, to);
          pz_slot_sort (slot, (field_of (record, k)->flags & PZ_FIELD_SET) != 0);
        }
    }
}

/**
 * pz_document_has_foreign:
 * @self: a document
 *
 * A member beside the records has no stamp: it is nothing that any device was ever told of.
 *
 * Returns: whether it holds writes of a newer version, which this one cannot tell other devices of
 */
gboolean
pz_document_has_foreign (PzDocument *self)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), FALSE);

  if (self->unknown_stamps->len > 0)
    return TRUE;
  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    if (pz_record_get_unknown (g_ptr_array_index (all, i))->len > 0
        || pz_record_get_unknown_stamps (g_ptr_array_index (all, i))->len > 0)
      return TRUE;
  return FALSE;
}
