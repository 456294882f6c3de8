/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-spans.h"
#include "pz-document-peek.h"
#include "pz-index-private.h"
#include "pz-index-scan-private.h"

#include <string.h>

#define DATE_LENGTH 10

/* One pass over a learner's document. Nothing is allocated for a record but an absence. */
typedef struct
{
  PzIndexDraft *entry;
  char last[DATE_LENGTH + 1]; /* "" before the first one */
  char check_in[DATE_LENGTH + 1];
  GArray *absences; /* PzDaySpan; NULL before the first one */
} Scan;

/* What counts of one record of a list. */
typedef struct
{
  gboolean deleted;
  gboolean not_valid;
  gboolean resting; /* a goal that is not active */
  char date[DATE_LENGTH + 1];
  PzDaySpan away; /* 0 before it was read */
} RecordFacts;

static void
scan_owner_member (PzJsonReader *reader,
                   PzIndexDraft *entry)
{
  static const struct { int field; PzIndexText text; } wanted[] = {
    { PZ_LEARNER_GIVEN_NAME, PZ_INDEX_GIVEN_NAME },   { PZ_LEARNER_PREFERRED_NAME, PZ_INDEX_PREFERRED_NAME },
    { PZ_LEARNER_MIDDLE_NAME, PZ_INDEX_MIDDLE_NAME }, { PZ_LEARNER_FAMILY_NAME, PZ_INDEX_FAMILY_NAME },
    { PZ_LEARNER_LEVEL, PZ_INDEX_LEVEL },             { PZ_LEARNER_SOURCED_ID, PZ_INDEX_SOURCED_ID },
  };
  int field = pz_schema_find_field (PZ_RECORD_LEARNER, pz_json_reader_get_text (reader, NULL));

  if (field == PZ_LEARNER_DELETED)
    {
      entry->flags |= pz_peek_text (reader) != NULL ? PZ_INDEX_DELETED : 0;
      return;
    }
  if (field == PZ_LEARNER_ARCHIVED)
    {
      entry->flags |= pz_peek_flag (reader) ? PZ_INDEX_ARCHIVED : 0;
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (field == wanted[i].field)
      {
        pz_index_draft_set_text (entry, wanted[i].text, pz_peek_text (reader));
        return;
      }
  pz_json_reader_skip (reader, NULL, NULL);
}

static void
scan_owner (PzJsonReader *reader,
            PzIndexDraft *entry)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    scan_owner_member (reader, entry);
}

static void
scan_record_member (PzJsonReader *reader,
                    RecordFacts  *facts)
{
  const char *text;

  if (pz_json_reader_text_is (reader, "date"))
    {
      text = pz_peek_text (reader);
      if (text != NULL && strlen (text) == DATE_LENGTH)
        memcpy (facts->date, text, DATE_LENGTH + 1);
    }
  else if (pz_json_reader_text_is (reader, "state"))
    {
      text = pz_peek_text (reader);
      facts->resting = text != NULL && strcmp (text, "active") != 0;
    }
  else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
    facts->deleted = pz_peek_text (reader) != NULL;
  else if (pz_json_reader_text_is (reader, "not-valid"))
    facts->not_valid = pz_peek_flag (reader);
  else
    pz_json_reader_skip (reader, NULL, NULL);
}

static void
scan_absence_member (PzJsonReader *reader,
                     RecordFacts  *facts)
{
  if (pz_json_reader_text_is (reader, "from"))
    facts->away.first = pz_day_from_text (pz_peek_text (reader));
  else if (pz_json_reader_text_is (reader, "to"))
    facts->away.last = pz_day_from_text (pz_peek_text (reader));
  else
    scan_record_member (reader, facts);
}

/* A record begins with its id, as our writer puts it. */
static void
scan_record (PzJsonReader *reader,
             PzRecordType  type,
             RecordFacts  *facts)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token == PZ_JSON_MEMBER && pz_json_reader_text_is (reader, "id")
      && (token = pz_json_reader_next (reader)) == PZ_JSON_STRING
      && pz_id_is_valid (pz_json_reader_get_text (reader, NULL)))
    {
      while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
        if (type == PZ_RECORD_ABSENCE)
          scan_absence_member (reader, facts);
        else
          scan_record_member (reader, facts);
    }
  else if (token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, "id");
}

static void
keep_newest (char       *newest,
             const char *date)
{
  if (strcmp (date, newest) > 0 && pz_date_is_valid (date))
    memcpy (newest, date, DATE_LENGTH + 1);
}

/* as pz_day_spans_from_absences() */
static void
keep_absence (Scan      *self,
              PzDaySpan  away)
{
  away.last = MAX (away.first, away.last);
  if (away.first == 0)
    return;
  if (self->absences == NULL)
    self->absences = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));
  g_array_append_val (self->absences, away);
}

static void
set_absences (Scan *self)
{
  g_autoptr(PzDaySpans) spans = NULL;
  g_autofree char *text = NULL;

  if (self->absences == NULL)
    return;
  spans = pz_day_spans_new ((const PzDaySpan *) (gpointer) self->absences->data, self->absences->len);
  text = pz_day_spans_to_text (spans);
  pz_index_draft_set_text (self->entry, PZ_INDEX_ABSENCES, text);
}

static void
count_record (Scan              *self,
              PzRecordType       type,
              const RecordFacts *facts)
{
  if (facts->deleted)
    return;
  if (type == PZ_RECORD_GOAL)
    {
      self->entry->counts[PZ_INDEX_GOALS]++;
      self->entry->counts[PZ_INDEX_ACTIVE] += !facts->resting;
    }
  else if (type == PZ_RECORD_CHECK_IN)
    keep_newest (self->check_in, facts->date);
  else if (type == PZ_RECORD_ABSENCE)
    keep_absence (self, facts->away);
  else if (type == PZ_RECORD_MEASUREMENT && !facts->not_valid)
    {
      self->entry->counts[PZ_INDEX_MEASUREMENTS]++;
      keep_newest (self->last, facts->date);
    }
}

static void
scan_list (Scan         *self,
           PzJsonReader *reader,
           PzRecordType  type)
{
  const char *list = pz_schema_get_record (type)->list;
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, list))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      RecordFacts facts = { 0 };

      scan_record (reader, type, &facts);
      count_record (self, type, &facts);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, list);
}

static void
scan_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  Scan *self = user_data;
  PzJsonReader *reader = peek->reader;
  PzRecordType type;

  if (pz_json_reader_text_is (reader, "learner"))
    scan_owner (reader, self->entry);
  else if (pz_json_reader_text_is (reader, "stamps"))
    pz_index_scan_stamps (reader, self->entry);
  else if (pz_schema_find_list (pz_json_reader_get_text (reader, NULL), &type)
           && (pz_schema_get_record (type)->documents & (1u << PZ_DOCUMENT_LEARNER)) != 0)
    scan_list (self, reader, type);
  else
    pz_json_reader_skip (reader, NULL, NULL);
}

static gboolean
scan_learner (GBytes        *bytes,
              gboolean       may_be_newer,
              PzIndexDraft  *entry,
              GError       **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  g_auto(PzIndexDraft) found = { 0 };
  Scan scan = { .entry = &found };
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER, .may_be_newer = may_be_newer };
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  peek.wanted_id = entry->texts[PZ_INDEX_ID];
  if (!pz_document_peek_run (&peek, scan_member, &scan, error))
    {
      g_clear_pointer (&scan.absences, g_array_unref);
      return FALSE;
    }

  set_absences (&scan);
  g_clear_pointer (&scan.absences, g_array_unref);
  pz_index_draft_set_text (&found, PZ_INDEX_ID, peek.id);
  pz_index_draft_set_text (&found, PZ_INDEX_LAST, scan.last);
  pz_index_draft_set_text (&found, PZ_INDEX_CHECK_IN, scan.check_in);
  found.revision = peek.revision;
  found.version = entry->version;
  pz_index_draft_clear (entry);
  *entry = found;
  found = (PzIndexDraft) { 0 }; /* its texts now belong to @entry */
  return TRUE;
}

/**
 * pz_index_scan_learner:
 * @bytes: the file of a learner
 * @entry: a draft; its id, when it has one, is the one the file must have
 *
 * Reads strictly and in one pass what the index keeps of a learner. Lists and members that are not known are checked as
 * JSON only. The version of the file stays as it is in @entry.
 *
 * Errors: as pz_document_peek_run().
 *
 * Returns: %FALSE with @entry as it was when @error is set
 */
gboolean
pz_index_scan_learner (GBytes        *bytes,
                       PzIndexDraft  *entry,
                       GError       **error)
{
  g_return_val_if_fail (bytes != NULL && entry != NULL, FALSE);

  return scan_learner (bytes, FALSE, entry, error);
}

/**
 * pz_index_scan_newer_learner:
 * @bytes: the file of a learner that a newer version of the program wrote
 * @entry: a draft
 *
 * As pz_index_scan_learner(), of what is understood, so that the learner is listed by name.
 *
 * Returns: %FALSE with @entry as it was when nothing can be understood
 */
gboolean
pz_index_scan_newer_learner (GBytes       *bytes,
                             PzIndexDraft *entry)
{
  g_return_val_if_fail (bytes != NULL && entry != NULL, FALSE);

  return scan_learner (bytes, TRUE, entry, NULL);
}
