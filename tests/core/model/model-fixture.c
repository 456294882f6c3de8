/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

PzClock *
fixture_clock (guint64 device,
               guint64 seed)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", FIXTURE_NOW, seed);

  return pz_clock_new (environment, device);
}

void
fixture_wait (PzClock *clock,
              gint64   ms)
{
  pz_environment_advance (pz_clock_get_environment (clock), ms);
}

PzDocument *
fixture_learner (PzClock *clock)
{
  PzDocument *document = pz_document_new (PZ_DOCUMENT_LEARNER, FIXTURE_ID, clock);

  pz_document_settle (document);
  g_ptr_array_unref (pz_document_take_changes (document));
  return document;
}

PzDocument *
fixture_parse (PzDocumentKind  kind,
               const char     *text,
               PzClock        *clock)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_document_parse (kind, FIXTURE_ID, bytes, clock, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

PzDocument *
fixture_parse_learner (const char *members,
                       const char *stamps,
                       PzClock    *clock)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\",\"rev\":3%s%s%s%s}\n",
      *members != '\0' ? ",\n" : "", members, stamps != NULL ? ",\n\"stamps\":" : "", stamps != NULL ? stamps : "");

  return fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);
}

char *
fixture_text (PzDocument *document)
{
  g_autoptr(GBytes) bytes = pz_document_serialize (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

PzDocument *
fixture_copy (PzDocument *document)
{
  PzDocument *copy = pz_document_new_empty (pz_document_get_kind (document), pz_document_get_id (document),
                                            pz_document_get_clock (document));
  g_autoptr(PzContext) nothing = pz_context_new ();

  pz_document_join (copy, nothing, document, nothing);
  return copy;
}

static void
append_stamp (GString       *out,
              const PzStamp *stamp)
{
  g_string_append_printf (out, " %" G_GINT64_MODIFIER "x.%" G_GUINT64_FORMAT ".%" G_GINT64_MODIFIER "x", stamp->device,
                          stamp->number, stamp->clock);
}

static void
append_slot (GString      *out,
             PzRecord     *record,
             guint         field,
             const PzSlot *slot)
{
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *entry = &slot->entries[i];

      g_string_append_printf (out, "\n  %s%s ", pz_schema_get_record (pz_record_get_record_type (record))->fields[field].name,
                              entry->gone ? " gone" : "");
      pz_value_append (&entry->value, out);
      append_stamp (out, &entry->stamp);
      for (guint k = 0; entry->replaces != NULL && k < entry->replaces->len; k++)
        append_stamp (out, &g_array_index (entry->replaces, PzStamp, k));
      g_string_append (out, entry->extra != NULL ? entry->extra : "");
    }
}

static char *
describe_record (PzRecord *record)
{
  GString *out = g_string_new (NULL);
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);
  GPtrArray *unknown = pz_record_get_unknown (record);

  g_string_append_printf (out, "%s %d", pz_record_get_id (record), (int) pz_record_get_record_type (record));
  if (has_star)
    append_stamp (out, star);
  for (guint i = 0; i < n_fields; i++)
    append_slot (out, record, i, pz_record_get_slot (record, i));
  for (guint i = 0; i < unknown->len; i++)
    g_string_append_printf (out, "\n  %s=%s", ((PzUnknown *) g_ptr_array_index (unknown, i))->name,
                            ((PzUnknown *) g_ptr_array_index (unknown, i))->slice);
  return g_string_free (out, FALSE);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
fixture_canonical (PzDocument *document)
{
  g_autoptr(GPtrArray) all = pz_document_get_all (document);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (lines, describe_record (g_ptr_array_index (all, i)));
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
number_slot (PzSlot        *slot,
             const PzStamp *star_before,
             const PzStamp *star,
             guint64       *last)
{
  for (guint i = slot->n_entries; i > 0; i--)
    {
      PzEntry *entry = &slot->entries[i - 1];

      if (!pz_entry_is_stamped (entry) || !pz_stamp_is_pending (&entry->stamp))
        continue;
      if (star_before != NULL && pz_stamp_tag_equal (&entry->stamp, star_before))
        entry->stamp = *star;
      else
        entry->stamp.number = ++*last;
      g_clear_pointer (&entry->replaces, g_array_unref);
      if (!pz_entry_shows (entry))
        pz_slot_remove (slot, i - 1);
    }
}

void
fixture_number (PzDocument *document,
                guint64    *last)
{
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));
      gboolean has_star;
      PzStamp before = *pz_record_get_star (record, &has_star), star = before;

      if (has_star && pz_stamp_is_pending (&star))
        {
          star.number = ++*last;
          pz_record_set_star (record, &star);
        }
      for (guint k = 0; k < schema->n_fields; k++)
        if (!(schema->fields[k].flags & PZ_FIELD_LOCAL))
          number_slot (pz_record_get_slot (record, k), has_star ? &before : NULL, &star, last);
      pz_record_mark_shared (record);
    }
}

static char *
random_text (const PzField *schema,
             PzRandom      *random)
{
  const char *const texts[] = { "Noor", "İstanbul", "a \"quoted\" \\ text", "ß/ẞ", "x", "日本", "a/b", "1,5", "Ada" };
  g_auto(GStrv) choices = NULL;

  switch (schema->kind)
    {
    case PZ_FIELD_CHOICE:
      choices = g_strsplit (schema->extra, "|", -1);
      return g_strdup (choices[pz_random_below (random, g_strv_length (choices))]);
    case PZ_FIELD_DATE:
      return g_strdup_printf ("2026-%02u-%02u", 1 + pz_random_below (random, 12), 1 + pz_random_below (random, 28));
    case PZ_FIELD_REFERENCE:
      return g_strdup_printf ("r%u", pz_random_below (random, 50));
    case PZ_FIELD_LONG_TEXT:
      return g_strdup_printf ("first\n\tsecond %u", pz_random_below (random, 50));
    case PZ_FIELD_TEXT:
    case PZ_FIELD_NUMBER:
    case PZ_FIELD_FLAG:
    default:
      return g_strdup (texts[pz_random_below (random, G_N_ELEMENTS (texts))]);
    }
}

void
fixture_fill (PzRecord *record,
              guint     field,
              PzRandom *random)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  g_autofree char *text = random_text (schema, random);

  if (schema->flags & PZ_FIELD_SET)
    {
      if (pz_random_below (random, 4) == 0)
        pz_record_set_remove (record, field, text);
      else
        pz_record_set_add (record, field, text);
    }
  else if (schema->kind == PZ_FIELD_NUMBER)
    {
      double number = pz_random_uniform (random) * (schema->maximum - schema->minimum) + schema->minimum;

      pz_record_set_number (record, field, pz_random_below (random, 2) == 0 ? number : (double) (gint64) number);
    }
  else if (schema->kind == PZ_FIELD_FLAG)
    pz_record_set_flag (record, field, pz_random_below (random, 3) > 0);
  else
    pz_record_set_text (record, field, pz_random_below (random, 8) == 0 ? NULL : text);
}

static void
fill_some (PzRecord *record,
           PzRandom *random,
           guint     n)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint i = 0; i < n_fields; i++)
    while (pz_random_below (random, n) == 0)
      fixture_fill (record, i, random);
}

PzDocument *
fixture_random (PzDocumentKind  kind,
                PzClock        *clock,
                PzRandom       *random,
                guint           n)
{
  PzDocument *document = pz_document_new (kind, FIXTURE_ID, clock);

  fill_some (pz_document_get_owner (document), random, n);
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) type);

      if (schema->list != NULL && (schema->documents & (1u << kind)))
        for (guint i = pz_random_below (random, 3); i > 0; i--)
          fill_some (pz_document_add (document, (PzRecordType) type), random, n);
    }
  return document;
}

void
fixture_count_cb (GObject    *object,
                  GParamSpec *pspec,
                  guint      *count)
{
  ++*count;
}
