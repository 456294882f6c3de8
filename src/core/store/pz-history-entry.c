/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-entry-private.h"

#include "pz-choice-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a text that are shown of it. */
#define SHOWN_TEXT 160

G_DEFINE_FINAL_TYPE (PzHistoryEntry, pz_history_entry, G_TYPE_OBJECT)

static void
pz_history_entry_finalize (GObject *object)
{
  PzHistoryEntry *self = PZ_HISTORY_ENTRY (object);

  g_free (self->device);
  g_free (self->document);
  g_free (self->record);
  g_free (self->field_name);
  g_free (self->element);
  pz_value_clear (&self->old_value);
  g_free (self->document_title);
  g_free (self->record_title);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (pz_history_entry_parent_class)->finalize (object);
}

static void
pz_history_entry_class_init (PzHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_history_entry_finalize;
}

static void
pz_history_entry_init (PzHistoryEntry *self)
{
  self->field = -1;
}

/* on one line, and no longer than a glance */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n\t\r", ' ');
  if (g_utf8_strlen (line, -1) <= SHOWN_TEXT)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, SHOWN_TEXT) = '\0';
  g_strchomp (line);
  return g_strconcat (line, "…", NULL);
}

static PzRecordType
target_of (const PzField *field)
{
  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    if (g_strcmp0 (pz_schema_get_record ((PzRecordType) i)->name, field->extra) == 0)
      return (PzRecordType) i;
  return PZ_N_RECORD_TYPES;
}

static char *
reference_to_words (PzHistoryEntry *self,
                    const PzField  *field,
                    const char     *id,
                    PzRecordNames  *names)
{
  PzRecordType target = target_of (field);
  const char *name = NULL;

  if (target < PZ_N_RECORD_TYPES)
    name = pz_record_names_look_up (names, self->kind, self->document, target, id);
  if (name != NULL && *name != '\0')
    return shorten (name);
  /* Translators: instead of the name of something that was removed since */
  return g_strdup (C_ ("history", "no longer known"));
}

/* "lens:value", the lens by its id */
static char *
lens_value_to_words (PzHistoryEntry *self,
                     const char     *text,
                     PzRecordNames  *names)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  const char *lens = NULL;

  if (id != NULL && pz_id_is_valid (id))
    lens = pz_record_names_look_up (names, PZ_DOCUMENT_CLASSROOM, "", PZ_RECORD_LENS, id);
  if (lens == NULL || *lens == '\0')
    return shorten (text);
  /* Translators: the name of a lens the teacher made, and the value chosen for a learner */
  return g_strdup_printf (C_ ("lens", "%1$s: %2$s"), lens, colon + 1);
}

static char *
text_to_words (PzHistoryEntry *self,
               const char     *text,
               PzRecordNames  *names)
{
  const PzField *field;

  if (self->field < 0)
    return shorten (text);
  field = &pz_schema_get_record (self->type)->fields[self->field];
  if (field->kind == PZ_FIELD_CHOICE)
    return g_strdup (pz_choice_words_get (self->type, (guint) self->field, text));
  if (field->kind == PZ_FIELD_DATE)
    return pz_day_to_words (text);
  if (field->kind == PZ_FIELD_REFERENCE)
    return reference_to_words (self, field, text, names);
  if (self->type == PZ_RECORD_LEARNER && self->field == PZ_LEARNER_LENS_VALUES)
    return lens_value_to_words (self, text, names);
  return shorten (text);
}

static char *
value_to_words (PzHistoryEntry *self,
                const PzValue  *value,
                PzRecordNames  *names)
{
  switch (value->kind)
    {
    case PZ_VALUE_TEXT:
      return text_to_words (self, value->text, names);
    case PZ_VALUE_NUMBER:
      return g_strdup_printf ("%.15g", value->number);
    case PZ_VALUE_FLAG:
      return g_strdup (C_ ("history", "Yes"));
    case PZ_VALUE_RAW:
    case PZ_VALUE_NONE:
    default:
      return NULL;
    }
}

static PzHistoryAct
find_act (const PzHistoryLine *line)
{
  if (line->added)
    return PZ_HISTORY_ADDED;
  if (line->element != NULL)
    return line->after.kind != PZ_VALUE_NONE ? PZ_HISTORY_PUT_IN : PZ_HISTORY_TAKEN_OUT;
  if (g_strcmp0 (line->field, PZ_FIELD_DELETED_NAME) == 0)
    return line->after.kind != PZ_VALUE_NONE ? PZ_HISTORY_DELETED : PZ_HISTORY_RESTORED;
  return PZ_HISTORY_CHANGED;
}

static void
find_type (PzHistoryEntry      *self,
           const PzHistoryLine *line,
           PzRecordNames       *names)
{
  const PzRecordName *owner = pz_record_names_find (names, self->kind, self->document, self->document);
  const PzRecordName *name = pz_record_names_find (names, self->kind, self->document, self->record);
  gboolean is_owner = self->kind != PZ_DOCUMENT_CLASSROOM && strcmp (self->document, self->record) == 0;

  self->document_title = g_strdup (owner != NULL ? owner->name : "");
  self->has_type = name != NULL || line->added || is_owner;
  if (name != NULL)
    self->type = name->type;
  else if (line->added)
    self->type = line->type;
  else if (is_owner)
    self->type = pz_schema_get_document (self->kind)->owner;
  if (self->has_type && line->field != NULL)
    self->field = pz_schema_find_field (self->type, line->field);
  if (name != NULL && name->type != pz_schema_get_document (self->kind)->owner && *name->name != '\0')
    self->record_title = shorten (name->name);
}

/**
 * pz_history_entry_new:
 * @line: what was read
 * @device: id of the device whose history it stands in
 * @here: whether that is this one
 * @names: of what the line refers to
 *
 * Returns: (transfer full): the line for people
 */
PzHistoryEntry *
pz_history_entry_new (const PzHistoryLine *line,
                      const char          *device,
                      gboolean             here,
                      PzRecordNames       *names)
{
  PzHistoryEntry *self = g_object_new (PZ_TYPE_HISTORY_ENTRY, NULL);

  self->time = line->time;
  self->device = g_strdup (device);
  self->here = here;
  self->act = find_act (line);
  self->kind = line->kind;
  self->document = g_strdup (line->document);
  self->record = g_strdup (line->record);
  self->field_name = g_strdup (line->field);
  self->element = g_strdup (line->element);
  self->old_value = pz_value_copy (&line->before);
  find_type (self, line, names);
  if (line->element != NULL)
    {
      g_autofree char *words = text_to_words (self, line->element, names);

      self->before = self->act == PZ_HISTORY_TAKEN_OUT ? g_steal_pointer (&words) : NULL;
      self->after = g_steal_pointer (&words);
    }
  else if (self->act == PZ_HISTORY_CHANGED)
    {
      self->before = value_to_words (self, &line->before, names);
      self->after = value_to_words (self, &line->after, names);
    }
  return self;
}

/**
 * pz_history_entry_get_field_label:
 * @self: an entry
 *
 * Returns: (nullable): the name of the field for people; as it stands in files when it is not known; %NULL for a record
 *   that is new
 */
const char *
pz_history_entry_get_field_label (PzHistoryEntry *self)
{
  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (self), NULL);

  if (self->field < 0)
    return self->field_name;
  return pz_field_get_label (&pz_schema_get_record (self->type)->fields[self->field]);
}
