/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict.h"

#include "pz-goal.h"
#include "pz-measure.h"
#include "pz-record-private.h"
#include "pz-value-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Digits of an id: few enough to type, enough that two decisions of a class never share one. */
#define ID_LENGTH 10

static void
value_free (PzConflictValue *value)
{
  g_free (value->device);
  g_free (value->text);
  g_free (value->words);
  g_free (value);
}

/**
 * pz_conflict_free:
 * @self: (transfer full): a decision
 */
void
pz_conflict_free (PzConflict *self)
{
  g_free (self->id);
  g_free (self->document);
  g_free (self->record);
  g_free (self->document_title);
  g_free (self->record_title);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static const PzField *
field_of (PzRecordType type,
          guint        field)
{
  return &pz_schema_get_record (type)->fields[field];
}

/* kept in a long text, but written by the program: put together by lines it would say nothing */
static gboolean
is_for_programs (const PzField *field)
{
  static const char *const names[] = { "content", "criteria", "definitions", "extra", "rubrics", NULL };

  return g_strv_contains (names, field->name);
}

/* a write keeps device and clock when it gets its number */
static void
add_stamp (GString       *text,
           const PzStamp *stamp)
{
  g_string_append_printf (text, "%" G_GINT64_MODIFIER "x.%" G_GINT64_MODIFIER "x\n", stamp->device, stamp->clock);
}

/**
 * pz_conflict_compute_id:
 * @found: in a document
 *
 * Returns: (transfer full): its id: of the place and of all that stands there
 */
char *
pz_conflict_compute_id (const PzFoundConflict *found)
{
  const PzSlot *slot = pz_record_get_slot (found->record, found->field);
  g_autoptr(GString) text = g_string_new (pz_record_get_id (found->record));
  char *id;

  g_string_append_printf (text, "\n%d\n%u\n", (int) found->kind, found->field);
  add_stamp (text, &found->edited);
  for (guint i = 0; i < slot->n_entries; i++)
    {
      add_stamp (text, &slot->entries[i].stamp);
      pz_value_append (&slot->entries[i].value, text);
    }
  id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  id[ID_LENGTH] = '\0';
  return id;
}

/* how the number of a field is counted, if in anything */
static PzRecord *
find_measure (PzDocument *document,
              PzRecord   *record,
              guint       field,
              PzDocument *classroom)
{
  PzRecordType type = pz_record_get_record_type (record);
  const char *id;
  PzRecord *goal = NULL;

  if (type == PZ_RECORD_GOAL && (field == PZ_GOAL_TARGET || field == PZ_GOAL_BASELINE))
    goal = record;
  else if (type == PZ_RECORD_MEASUREMENT && field == PZ_MEASUREMENT_VALUE
           && (id = pz_record_get_text (record, PZ_MEASUREMENT_GOAL)) != NULL)
    {
      goal = pz_document_find (document, id);
      if (goal == NULL)
        goal = pz_document_find (classroom, id);
    }
  if (goal == NULL || pz_record_get_record_type (goal) != PZ_RECORD_GOAL)
    return NULL;
  return pz_goal_find_measure (goal, classroom);
}

static PzConflictValue *
make_value (const PzStamp *stamp,
            guint64        here)
{
  PzConflictValue *value = g_new0 (PzConflictValue, 1);

  value->device = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", stamp->device);
  value->here = stamp->device == here;
  value->time = (gint64) PZ_HLC_MS (stamp->clock);
  return value;
}

static char *
to_words (PzDocument    *document,
          PzRecord      *record,
          guint          field,
          const PzValue *value,
          PzDocument    *classroom,
          PzRecordNames *names)
{
  PzRecordType type = pz_record_get_record_type (record);
  PzValuePlace place = { pz_document_get_kind (document), pz_document_get_id (document), type, (int) field };
  PzFieldKind kind = field_of (type, field)->kind;
  PzRecord *measure = find_measure (document, record, field, classroom);

  if (value->kind == PZ_VALUE_NUMBER && measure != NULL)
    return pz_measure_dup_value (measure, value->number, (double) NAN);
  if (value->kind == PZ_VALUE_TEXT && (kind == PZ_FIELD_TEXT || kind == PZ_FIELD_LONG_TEXT)
      && !is_for_programs (field_of (type, field)))
    return g_strdup (value->text); /* it is chosen by what it says: all of it */
  return pz_value_words_new (&place, value, names);
}

static void
add_values (PzConflict    *self,
            PzDocument    *document,
            PzRecord      *record,
            PzDocument    *classroom,
            PzRecordNames *names,
            guint64        here)
{
  g_autoptr(GArray) values = pz_record_list_values (record, self->field);

  for (guint i = 0; i < values->len; i++)
    {
      const PzValue *held = &g_array_index (values, PzValue, i);
      PzConflictValue *value = make_value (pz_record_get_value_stamp (record, self->field, i), here);

      value->text = held->kind != PZ_VALUE_NONE ? pz_value_to_text (held) : NULL;
      value->words = to_words (document, record, self->field, held, classroom, names);
      g_ptr_array_add (self->values, value);
    }
}

static void
add_trash (PzConflict            *self,
           const PzFoundConflict *found,
           guint64                here)
{
  g_ptr_array_add (self->values, make_value (pz_record_get_value_stamp (found->record, found->field, 0), here));
  g_ptr_array_add (self->values, make_value (&found->edited, here));
}

static void
set_titles (PzConflict    *self,
            PzDocument    *document,
            PzRecordNames *names)
{
  const PzRecordName *owner = pz_record_names_find (names, self->document_kind, self->document, self->document);
  const PzRecordName *own = pz_record_names_find (names, self->document_kind, self->document, self->record);
  PzRecord *learner = pz_document_get_owner (document);

  self->document_title = g_strdup (owner != NULL ? owner->name : "");
  if (own != NULL && own != owner && *own->name != '\0')
    self->record_title = pz_value_words_shorten (own->name);
  self->archived = self->document_kind == PZ_DOCUMENT_LEARNER && pz_record_get_flag (learner, PZ_LEARNER_ARCHIVED);
}

/**
 * pz_conflict_new:
 * @document: where it was found
 * @found: what was found
 * @classroom: the document of the class
 * @names: of what values refer to
 * @here: this device
 *
 * Returns: (transfer full): the decision for people
 */
PzConflict *
pz_conflict_new (PzDocument            *document,
                 const PzFoundConflict *found,
                 PzDocument            *classroom,
                 PzRecordNames         *names,
                 guint64                here)
{
  PzConflict *self = g_new0 (PzConflict, 1);

  self->id = pz_conflict_compute_id (found);
  self->kind = found->kind;
  self->document_kind = pz_document_get_kind (document);
  self->document = g_strdup (pz_document_get_id (document));
  self->record = g_strdup (pz_record_get_id (found->record));
  self->type = pz_record_get_record_type (found->record);
  self->field = found->field;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  set_titles (self, document, names);
  if (self->kind == PZ_CONFLICT_IN_TRASH)
    add_trash (self, found, here);
  else
    add_values (self, document, found->record, classroom, names, here);
  return self;
}

/**
 * pz_conflict_get_value:
 * @self: a decision
 * @i: which answer, from 0
 *
 * Returns: (transfer none): the answer
 */
const PzConflictValue *
pz_conflict_get_value (const PzConflict *self,
                       guint             i)
{
  g_return_val_if_fail (i < self->values->len, NULL);

  return g_ptr_array_index (self->values, i);
}

/**
 * pz_conflict_get_label:
 * @self: a decision
 *
 * Returns: what it is about in the words of a teacher: the name of a field; of what lies in the trash, the kind of thing
 */
const char *
pz_conflict_get_label (const PzConflict *self)
{
  if (self->kind == PZ_CONFLICT_IN_TRASH)
    return g_dpgettext2 (GETTEXT_PACKAGE, "record", pz_schema_get_record (self->type)->label);
  return pz_field_get_label (field_of (self->type, self->field));
}

/**
 * pz_conflict_dup_words:
 * @self: a decision
 * @i: which answer, from 0
 *
 * Returns: (transfer full): the answer for people, never empty; long texts in full
 */
char *
pz_conflict_dup_words (const PzConflict *self,
                       guint             i)
{
  const PzConflictValue *value = pz_conflict_get_value (self, i);

  if (self->kind == PZ_CONFLICT_IN_TRASH)
    return g_strdup (i == 0 ? C_("conflict", "Keep in the trash") : C_("conflict", "Bring back"));
  if (value->words != NULL && *value->words != '\0')
    return g_strdup (value->words);
  /* Translators: one of two values of a field between which to choose: there it was emptied */
  return g_strdup (value->text == NULL ? C_("conflict", "Empty") : value->text);
}

/**
 * pz_conflict_can_merge:
 * @self: a decision
 *
 * Returns: whether it is between two long texts of people, which can be put together line by line
 */
gboolean
pz_conflict_can_merge (const PzConflict *self)
{
  return self->kind == PZ_CONFLICT_VALUES && self->values->len == 2
         && field_of (self->type, self->field)->kind == PZ_FIELD_LONG_TEXT
         && !is_for_programs (field_of (self->type, self->field))
         && pz_conflict_get_value (self, 0)->text != NULL && pz_conflict_get_value (self, 1)->text != NULL;
}

/**
 * pz_conflict_is_at:
 * @self: a decision
 * @record: somewhere in the class
 * @field: of its type
 *
 * Returns: whether the decision is about that field
 */
gboolean
pz_conflict_is_at (const PzConflict *self,
                   PzRecord         *record,
                   guint             field)
{
  return self->field == field && strcmp (self->record, pz_record_get_id (record)) == 0;
}
