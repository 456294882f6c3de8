/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trait-private.h"

#include "pz-document-peek.h"

static const PzFilterField single_fields[] = { PZ_FILTER_DEVICE, PZ_FILTER_INTERNET, PZ_FILTER_QUIET_PLACE };
static const PzFilterField set_fields[] = { PZ_FILTER_STRENGTH, PZ_FILTER_NEED,     PZ_FILTER_INTEREST,
                                            PZ_FILTER_SUPPORT,  PZ_FILTER_LANGUAGE, PZ_FILTER_LENS };

static void
clear_fact (gpointer data)
{
  g_clear_pointer (&((PzTraitFact *) data)->text, g_free);
}

static void
add_fact (PzTraitFacts  *self,
          PzFilterField  field,
          const char    *text)
{
  PzTraitFact fact = { field, NULL };

  if (text == NULL || *text == '\0')
    return;
  fact.text = g_strdup (text);
  g_array_append_val (self->facts, fact);
}

static void
read_set (PzTraitFacts  *self,
          PzJsonReader  *reader,
          PzFilterField  field)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      add_fact (self, field, pz_json_reader_get_text (reader, NULL));
    else
      pz_peek_finish (reader, token);
}

/* Whether the member that was just named is this field of a learner. */
static gboolean
is_field (PzJsonReader  *reader,
          PzFilterField  field)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);

  return pz_json_reader_text_is (reader, schema->fields[pz_filter_field_get_learner_field (field)].name);
}

static void
read_owner_member (PzTraitFacts *self,
                   PzJsonReader *reader)
{
  for (gsize i = 0; i < G_N_ELEMENTS (set_fields); i++)
    if (is_field (reader, set_fields[i]))
      {
        read_set (self, reader, set_fields[i]);
        return;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (single_fields); i++)
    if (is_field (reader, single_fields[i]))
      {
        add_fact (self, single_fields[i], pz_peek_text (reader));
        return;
      }
  pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_owner (PzTraitFacts *self,
            PzJsonReader *reader)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    read_owner_member (self, reader);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  PzTraitFacts *self = user_data;

  if (pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (self, peek->reader);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/**
 * pz_trait_facts_read:
 * @bytes: the file of a learner
 * @id: of the learner
 *
 * One strict pass; from any thread.
 *
 * Returns: (transfer full) (nullable): what filters need of it; %NULL when it cannot be read
 */
PzTraitFacts *
pz_trait_facts_read (GBytes     *bytes,
                     const char *id)
{
  g_autoptr(PzTraitFacts) self = g_new0 (PzTraitFacts, 1);
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER, .wanted_id = id, .may_be_newer = TRUE };
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL && id != NULL, NULL);

  self->facts = g_array_new (FALSE, FALSE, sizeof (PzTraitFact));
  g_array_set_clear_func (self->facts, clear_fact);
  g_strlcpy (self->id, id, sizeof self->id);
  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  return pz_document_peek_run (&peek, read_member, self, NULL) ? g_steal_pointer (&self) : NULL;
}

/**
 * pz_trait_facts_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_trait_facts_free (PzTraitFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->facts, g_array_unref);
  g_free (self);
}
