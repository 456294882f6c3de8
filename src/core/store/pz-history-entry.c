/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-entry-private.h"

#include "pz-value-words.h"

#include <string.h>

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

static PzValuePlace
place_of (PzHistoryEntry *self)
{
  return (PzValuePlace) { self->kind, self->document, self->type, self->field };
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
    self->record_title = pz_value_words_shorten (name->name);
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
  PzValuePlace place;

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
  place = place_of (self);
  if (line->element != NULL)
    {
      g_autofree char *words = pz_value_words_from_text (&place, line->element, names);

      self->before = self->act == PZ_HISTORY_TAKEN_OUT ? g_steal_pointer (&words) : NULL;
      self->after = g_steal_pointer (&words);
    }
  else if (self->act == PZ_HISTORY_CHANGED)
    {
      self->before = pz_value_words_new (&place, &line->before, names);
      self->after = pz_value_words_new (&place, &line->after, names);
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
