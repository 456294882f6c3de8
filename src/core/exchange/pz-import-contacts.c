/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-contacts.h"

#include "pz-import-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const guint fields[] = { PZ_CONTACT_NAME, PZ_CONTACT_RELATION, PZ_CONTACT_PHONE, PZ_CONTACT_EMAIL };

/* What a roster says of one contact, and what that would make of the record. Texts may be NULL. */
typedef struct
{
  char *said[G_N_ELEMENTS (fields)];
  char *after[G_N_ELEMENTS (fields)];
  PzRecord *contact; /* borrowed; NULL: a new one */
  gboolean changes;
} Merge;

static const PzField *
get_field (guint field)
{
  return &pz_schema_get_record (PZ_RECORD_CONTACT)->fields[field];
}

static void
merge_clear (Merge *merge)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (merge->said[i]);
      g_free (merge->after[i]);
    }
}

/* the number a record keeps: one that is too long for it recognises nobody */
static char *
dup_number (const PzRosterPerson *person)
{
  return pz_import_usable_text (get_field (PZ_CONTACT_SOURCED_ID), person->sourced_id);
}

static gboolean
is_called (PzRecord   *contact,
           const char *name)
{
  const char *present = pz_record_get_text (contact, PZ_CONTACT_NAME);
  g_autofree char *left = present != NULL ? pz_roster_fold (present) : NULL;
  g_autofree char *right = name != NULL ? pz_roster_fold (name) : NULL;

  return left != NULL && *left != '\0' && g_strcmp0 (left, right) == 0;
}

/* by the number, also one the teacher deleted; else one the teacher typed, who has none and the same name */
static PzRecord *
find_contact (PzDocument *learner,
              const char *number,
              const char *name)
{
  GListModel *contacts = pz_document_get_records (learner, PZ_RECORD_CONTACT);
  PzRecord *by_name = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);
      const char *known = pz_record_get_text (contact, PZ_CONTACT_SOURCED_ID);

      if (known != NULL && g_strcmp0 (known, number) == 0)
        return contact; /* the document holds it */
      if (known == NULL && by_name == NULL && !pz_record_is_deleted (contact) && is_called (contact, name))
        by_name = contact;
    }
  return by_name;
}

/* What is remembered of a text the roster said. Of a relation that is the roster's own word: the same roster, imported
 * by a program in another language, says nothing new. */
static char *
dup_roster_value (guint       field,
                  const char *text)
{
  for (guint i = PZ_ROSTER_RELATION_PARENT; field == PZ_CONTACT_RELATION && i < PZ_ROSTER_N_RELATIONS; i++)
    if (g_str_equal (text, pz_roster_relation_to_label ((PzRosterRelation) i)))
      return g_strconcat (get_field (field)->name, ":", pz_roster_relation_to_name ((PzRosterRelation) i), NULL);
  return g_strconcat (get_field (field)->name, ":", text, NULL);
}

static gboolean
was_said (PzRecord   *contact,
          guint       field,
          const char *text)
{
  g_autofree char *value = dup_roster_value (field, text);

  return pz_record_set_has (contact, PZ_CONTACT_ROSTER_VALUES, value);
}

/* What the roster says now counts, unless it says the same as the last time, or the teacher wrote something else since:
 * then the teacher's word stays, and so does a field the teacher emptied. */
static gboolean
takes (PzRecord   *contact,
       guint       field,
       const char *said)
{
  const char *present = pz_record_get_text (contact, field);

  if (said == NULL || g_strcmp0 (said, present) == 0 || was_said (contact, field, said))
    return FALSE;
  return present == NULL || was_said (contact, field, present);
}

static char *
dup_name (const PzRosterPerson *person)
{
  if (person->given_name == NULL && person->preferred_name != NULL && person->family_name != NULL)
    return g_strjoin (" ", person->preferred_name, person->family_name, NULL);
  if (person->given_name == NULL && person->preferred_name != NULL)
    return g_strdup (person->preferred_name);
  return pz_roster_person_dup_name (person);
}

/* Returns: FALSE when there is nothing to write: no name, or the teacher deleted the contact */
static gboolean
merge_begin (Merge                *merge,
             PzDocument           *learner,
             const PzRosterPerson *person)
{
  g_autofree char *name = dup_name (person);
  g_autofree char *number = dup_number (person);
  const char *texts[] = { name, pz_roster_relation_to_label (person->relation), person->phone, person->email };

  memset (merge, 0, sizeof *merge);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    merge->said[i] = pz_import_usable_text (get_field (fields[i]), texts[i]);
  if (merge->said[0] == NULL || number == NULL)
    return FALSE;
  merge->contact = learner != NULL ? find_contact (learner, number, merge->said[0]) : NULL;
  if (merge->contact != NULL && pz_record_is_deleted (merge->contact))
    return FALSE;
  merge->changes = merge->contact == NULL || pz_record_get_text (merge->contact, PZ_CONTACT_SOURCED_ID) == NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean taken = merge->contact == NULL || takes (merge->contact, fields[i], merge->said[i]);

      merge->after[i] = g_strdup (taken ? merge->said[i] : pz_record_get_text (merge->contact, fields[i]));
      merge->changes |= taken && merge->contact != NULL;
    }
  return merge->changes;
}

/* "Ana Gomes, Parent, 555 0101" */
static char *
describe (const char *const *texts)
{
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (texts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? C_("between examples", ", ") : "", texts[i]);
  return g_string_free (line, FALSE);
}

static char *
describe_contact (PzRecord *contact)
{
  const char *texts[G_N_ELEMENTS (fields)];

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    texts[i] = pz_record_get_text (contact, fields[i]);
  return describe (texts);
}

/* what the last import wrote into the field is forgotten for what this one writes */
static void
remember (PzRecord   *contact,
          guint       field,
          const char *said)
{
  g_auto(GStrv) known = pz_record_dup_set (contact, PZ_CONTACT_ROSTER_VALUES);
  g_autofree char *value = dup_roster_value (field, said);
  gsize length = strlen (get_field (field)->name) + 1;

  for (guint i = 0; known[i] != NULL; i++)
    if (strncmp (known[i], value, length) == 0 && !g_str_equal (known[i], value))
      pz_record_set_remove (contact, PZ_CONTACT_ROSTER_VALUES, known[i]);
  pz_record_set_add (contact, PZ_CONTACT_ROSTER_VALUES, value);
}

static void
write_contact (PzDocument           *learner,
               const PzRosterPerson *person,
               const Merge          *merge)
{
  PzRecord *contact = merge->contact != NULL ? merge->contact : pz_document_add (learner, PZ_RECORD_CONTACT);
  g_autofree char *number = dup_number (person);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (merge->said[i] != NULL && g_strcmp0 (merge->said[i], merge->after[i]) == 0)
      {
        pz_record_set_text (contact, fields[i], merge->said[i]);
        remember (contact, fields[i], merge->said[i]);
      }
  pz_record_set_text (contact, PZ_CONTACT_SOURCED_ID, number);
}

/*
 * pz_import_compare_contacts:
 * @learner: (nullable): the learner's document; NULL: a new one
 * @differences: (element-type PzImportDifference): gets one for each contact pz_import_write_contacts() would change
 */
void
pz_import_compare_contacts (PzDocument           *learner,
                            const PzRosterPerson *person,
                            GPtrArray            *differences)
{
  for (guint i = 0; person->contacts != NULL && i < person->contacts->len; i++)
    {
      Merge merge;

      if (merge_begin (&merge, learner, g_ptr_array_index (person->contacts, i)))
        {
          g_autofree char *before = merge.contact != NULL ? describe_contact (merge.contact) : NULL;
          char *after = describe ((const char *const *) merge.after);

          /* a contact the teacher typed that only gets its number says the same as before */
          if (g_strcmp0 (before, after) == 0)
            g_clear_pointer (&before, g_free);
          pz_import_difference_add (differences, 0, g_steal_pointer (&before), after)->kind = PZ_IMPORT_CONTACT;
        }
      merge_clear (&merge);
    }
}

/*
 * pz_import_write_contacts:
 * @learner: the learner's document
 *
 * A contact is recognised by the number it has in the roster. What the teacher typed into it stays, and one the teacher
 * deleted stays deleted.
 */
void
pz_import_write_contacts (PzDocument           *learner,
                          const PzRosterPerson *person)
{
  for (guint i = 0; person->contacts != NULL && i < person->contacts->len; i++)
    {
      Merge merge;

      if (merge_begin (&merge, learner, g_ptr_array_index (person->contacts, i)))
        write_contact (learner, g_ptr_array_index (person->contacts, i), &merge);
      merge_clear (&merge);
    }
}
