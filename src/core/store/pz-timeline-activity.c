/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-activity.h"

#include "pz-document-peek.h"

#include <string.h>

/* One participation as it stands in the file. */
typedef struct
{
  char *learner;
  char *group;
  char *role;
  char *note;
  gboolean absent;
  gboolean deleted;
} Part;

/* What is read of the file. */
typedef struct
{
  char *title;
  char *date;
  char *setting;
  char *state;
  gboolean deleted;
  GArray *parts; /* of Part */
} Facts;

static void
part_clear (Part *part)
{
  g_free (part->learner);
  g_free (part->group);
  g_free (part->role);
  g_free (part->note);
}

static void
facts_clear (Facts *facts)
{
  g_free (facts->title);
  g_free (facts->date);
  g_free (facts->setting);
  g_free (facts->state);
  g_clear_pointer (&facts->parts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static void
take_text (PzJsonReader  *reader,
           char         **text)
{
  g_free (*text);
  *text = g_strdup (pz_peek_text (reader));
}

static void
read_owner (PzJsonReader *reader,
            Facts        *facts)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "activity"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "title"))
      take_text (reader, &facts->title);
    else if (pz_json_reader_text_is (reader, "date"))
      take_text (reader, &facts->date);
    else if (pz_json_reader_text_is (reader, "setting"))
      take_text (reader, &facts->setting);
    else if (pz_json_reader_text_is (reader, "state"))
      take_text (reader, &facts->state);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      facts->deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_part (PzJsonReader *reader,
           Facts        *facts)
{
  Part part = { NULL };

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "learner"))
      take_text (reader, &part.learner);
    else if (pz_json_reader_text_is (reader, "group"))
      take_text (reader, &part.group);
    else if (pz_json_reader_text_is (reader, "role"))
      take_text (reader, &part.role);
    else if (pz_json_reader_text_is (reader, "note"))
      take_text (reader, &part.note);
    else if (pz_json_reader_text_is (reader, "present"))
      part.absent = g_strcmp0 (pz_peek_text (reader), "no") == 0;
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      part.deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
  g_array_append_val (facts->parts, part);
}

static void
read_parts (PzJsonReader *reader,
            Facts        *facts)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, "participations"))
    return;
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_OBJECT)
      read_part (reader, facts);
    else
      pz_peek_finish (reader, token);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  PzJsonReader *reader = peek->reader;

  if (pz_json_reader_text_is (reader, "activity"))
    read_owner (reader, user_data);
  else if (pz_json_reader_text_is (reader, "participations"))
    read_parts (reader, user_data);
  else
    pz_json_reader_skip (reader, NULL, NULL);
}

static gboolean
took_part (const Part *part)
{
  return part->learner != NULL && !part->absent && !part->deleted;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
collect_partners (const Facts *facts,
                  const Part  *own,
                  GHashTable  *partners)
{
  for (guint i = 0; own->group != NULL && i < facts->parts->len; i++)
    {
      const Part *part = &g_array_index (facts->parts, Part, i);

      if (took_part (part) && g_strcmp0 (part->group, own->group) == 0 && strcmp (part->learner, own->learner) != 0)
        g_hash_table_add (partners, part->learner);
    }
}

static GStrv
dup_sorted (GHashTable *partners)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer partner;

  g_hash_table_iter_init (&iter, partners);
  while (g_hash_table_iter_next (&iter, &partner, NULL))
    g_ptr_array_add (sorted, g_strdup (partner));
  g_ptr_array_sort (sorted, compare_texts);
  g_ptr_array_add (sorted, NULL);
  return (GStrv) g_ptr_array_steal (sorted, NULL);
}

static PzTimelineActivity *
make_activity (const char *id,
               Facts      *facts,
               const char *learner)
{
  g_autoptr(GHashTable) partners = g_hash_table_new (g_str_hash, g_str_equal);
  PzTimelineActivity *self = NULL;

  for (guint i = 0; i < facts->parts->len; i++)
    {
      Part *part = &g_array_index (facts->parts, Part, i);

      if (!took_part (part) || strcmp (part->learner, learner) != 0)
        continue;
      if (self == NULL)
        self = g_rc_box_new0 (PzTimelineActivity);
      if (self->role == NULL) /* of several rounds, the first that says one */
        self->role = g_steal_pointer (&part->role);
      if (self->note == NULL)
        self->note = g_steal_pointer (&part->note);
      collect_partners (facts, part, partners);
    }
  if (self == NULL)
    return NULL;
  self->id = g_strdup (id);
  self->title = g_steal_pointer (&facts->title);
  self->setting = g_steal_pointer (&facts->setting);
  g_strlcpy (self->date, facts->date, sizeof self->date);
  self->partners = dup_sorted (partners);
  return self;
}

/**
 * pz_timeline_activity_read:
 * @bytes: the file of an activity
 * @learner: id of a learner
 *
 * Returns: (transfer full) (nullable): the activity; %NULL when it was not held, the learner did not take part, it lies in
 *   the trash, has no day, or the file cannot be read
 */
PzTimelineActivity *
pz_timeline_activity_read (GBytes     *bytes,
                           const char *learner)
{
  g_autoptr(PzJsonReader) reader = NULL;
  g_auto(Facts) facts = { NULL };
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_ACTIVITY };
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && learner != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (g_strstr_len (data, (gssize) length, learner) == NULL) /* most are of others: no need to read them */
    return NULL;
  facts.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (facts.parts, (GDestroyNotify) part_clear);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  if (!pz_document_peek_run (&peek, read_member, &facts, NULL) || facts.deleted)
    return NULL;
  if (g_strcmp0 (facts.state, "held") != 0 || facts.date == NULL || !pz_date_is_valid (facts.date))
    return NULL;
  return make_activity (peek.id, &facts, learner);
}

/**
 * pz_timeline_activity_ref:
 *
 * Returns: (transfer full): the activity
 */
PzTimelineActivity *
pz_timeline_activity_ref (PzTimelineActivity *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_activity (PzTimelineActivity *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->setting);
  g_free (self->role);
  g_free (self->note);
  g_strfreev (self->partners);
}

/**
 * pz_timeline_activity_unref:
 *
 * Lets it go. References belong to one thread at a time.
 */
void
pz_timeline_activity_unref (PzTimelineActivity *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear_activity);
}

/**
 * pz_timeline_activity_equal:
 *
 * Returns: whether both say the same
 */
gboolean
pz_timeline_activity_equal (const PzTimelineActivity *a,
                            const PzTimelineActivity *b)
{
  return g_str_equal (a->id, b->id) && g_strcmp0 (a->title, b->title) == 0 && g_str_equal (a->date, b->date)
         && g_strcmp0 (a->setting, b->setting) == 0 && g_strcmp0 (a->role, b->role) == 0
         && g_strcmp0 (a->note, b->note) == 0
         && g_strv_equal ((const char *const *) a->partners, (const char *const *) b->partners);
}
