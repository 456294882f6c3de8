/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-lenses.h"

#include "pz-import-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns as OneRoster spells them, so that one lens serves whatever capitals a file or command line has; whether they
 * say true or false. */
static const struct { const char *name; gboolean is_flag; } columns[] = {
  { "sex", FALSE },
  { "americanIndianOrAlaskaNative", TRUE },
  { "asian", TRUE },
  { "blackOrAfricanAmerican", TRUE },
  { "nativeHawaiianOrOtherPacificIslander", TRUE },
  { "white", TRUE },
  { "demographicRaceTwoOrMoreRaces", TRUE },
  { "hispanicOrLatinoEthnicity", TRUE },
  { "countryOfBirthCode", FALSE },
  { "stateOfBirthAbbreviation", FALSE },
  { "cityOfBirth", FALSE },
  { "publicSchoolResidenceStatus", FALSE },
};

static const PzField *
get_field (guint field)
{
  return &pz_schema_get_record (PZ_RECORD_LENS)->fields[field];
}

static gboolean
is_alike (const char *a,
          const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  return g_str_equal (left, right);
}

/* (nullable): what the lens of a column is called; NULL when no lens can be called so */
static char *
dup_lens_name (const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_ascii_strcasecmp (columns[i].name, column) == 0)
      return g_strdup (columns[i].name);
  return pz_import_usable_text (get_field (PZ_LENS_NAME), column);
}

/* TRUE, 1 and yes are one value of a lens, not three */
static const char *
spell_flag (const char *column,
            const char *value)
{
  static const char *const words[][2] = { { "true", "true" }, { "1", "true" }, { "yes", "true" },
                                          { "false", "false" }, { "0", "false" }, { "no", "false" } };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (gsize j = 0; columns[i].is_flag && g_str_equal (columns[i].name, column) && j < G_N_ELEMENTS (words); j++)
      if (g_ascii_strcasecmp (words[j][0], value) == 0)
        return words[j][1];
  return value;
}

static PzRecord *
find_lens (PzClassroom *classroom,
           const char  *name)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_LENS);

  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);
      const char *known = pz_record_get_text (lens, PZ_LENS_NAME);

      if (!pz_record_is_deleted (lens) && known != NULL && is_alike (known, name))
        return lens; /* the document holds it */
    }
  return NULL;
}

/* (nullable): what the lens says of the learner now */
static char *
dup_present (PzRecord *lens,
             PzRecord *learner)
{
  g_auto(GStrv) values = learner != NULL ? pz_record_dup_set (learner, PZ_LEARNER_LENS_VALUES) : NULL;
  g_autofree char *prefix = lens != NULL ? g_strconcat (pz_record_get_id (lens), ":", NULL) : NULL;

  for (guint i = 0; prefix != NULL && values != NULL && values[i] != NULL; i++)
    if (g_str_has_prefix (values[i], prefix))
      return g_strdup (values[i] + strlen (prefix));
  return NULL;
}

/* (nullable): what the column says, spelled as the lens has it already; NULL when it says nothing */
static char *
dup_said (PzRecord   *lens,
          const char *name,
          const char *cell)
{
  char *value = pz_import_usable_text (get_field (PZ_LENS_VALUES), spell_flag (name, cell));
  g_auto(GStrv) known = lens != NULL ? pz_record_dup_set (lens, PZ_LENS_VALUES) : NULL;

  for (guint i = 0; value != NULL && known != NULL && known[i] != NULL; i++)
    if (is_alike (known[i], value))
      {
        g_free (value);
        return g_strdup (known[i]);
      }
  return value;
}

/* (element-type utf8): columns that were asked for and say something, in an order that is always the same */
static GList *
list_columns (const PzRosterPerson *person)
{
  GList *names = person->demographics != NULL ? g_hash_table_get_keys (person->demographics) : NULL;

  return g_list_sort (names, (GCompareFunc) strcmp);
}

/*
 * pz_import_compare_lenses:
 * @classroom: (nullable): the class; NULL: a new one
 * @learner: (nullable): the learner; NULL: a new one
 * @differences: (element-type PzImportDifference): gets one for each value pz_import_write_lenses() would set
 */
void
pz_import_compare_lenses (PzClassroom          *classroom,
                          PzRecord             *learner,
                          const PzRosterPerson *person,
                          GPtrArray            *differences)
{
  g_autoptr(GList) names = list_columns (person);

  for (GList *at = names; at != NULL; at = at->next)
    {
      g_autofree char *name = dup_lens_name (at->data);
      PzRecord *lens = classroom != NULL && name != NULL ? find_lens (classroom, name) : NULL;
      g_autofree char *said = name != NULL ? dup_said (lens, name, g_hash_table_lookup (person->demographics, at->data))
                                           : NULL;
      g_autofree char *present = dup_present (lens, learner);
      PzImportDifference *difference;

      if (said == NULL || g_strcmp0 (said, present) == 0)
        continue;
      difference = pz_import_difference_add (differences, PZ_LEARNER_LENS_VALUES, g_steal_pointer (&present),
                                             g_steal_pointer (&said));
      difference->kind = PZ_IMPORT_LENS;
      difference->name = g_steal_pointer (&name);
    }
}

static PzRecord *
add_lens (PzClassroom *classroom,
          const char  *name)
{
  PzRecord *lens = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_LENS);
  /* Translators: %s is the name of a column */
  g_autofree char *purpose = g_strdup_printf (_("Read from the column “%s” of demographics.csv when the roster was imported, "
                                                "because it was asked for."), name);

  pz_record_set_text (lens, PZ_LENS_NAME, name);
  pz_record_set_text (lens, PZ_LENS_PURPOSE, purpose);
  return lens;
}

/* of one lens a learner has one value */
static void
write_value (PzClassroom *classroom,
             PzRecord    *learner,
             PzRecord    *lens,
             const char  *said)
{
  g_auto(GStrv) values = pz_record_dup_set (learner, PZ_LEARNER_LENS_VALUES);
  g_autofree char *prefix = g_strconcat (pz_record_get_id (lens), ":", NULL);
  g_autofree char *value = g_strconcat (prefix, said, NULL);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_has_prefix (values[i], prefix) && !g_str_equal (values[i], value))
      pz_record_set_remove (learner, PZ_LEARNER_LENS_VALUES, values[i]);
  pz_record_set_add (learner, PZ_LEARNER_LENS_VALUES, value);
  pz_record_set_add (lens, PZ_LENS_VALUES, said);
  /* what was asked for is also shown: sensitive fields are out of sight until they are on */
  pz_record_set_add (pz_document_get_owner (pz_classroom_get_document (classroom)), PZ_CLASSROOM_FIELDS_ON,
                     pz_schema_get_record (PZ_RECORD_LEARNER)->fields[PZ_LEARNER_LENS_VALUES].name);
}

/*
 * pz_import_write_lenses:
 *
 * A column becomes a lens of the class that is called as the column, made when there is none, and what it says of the
 * learner becomes the value of that lens. The caller saves.
 */
void
pz_import_write_lenses (PzClassroom          *classroom,
                        PzRecord             *learner,
                        const PzRosterPerson *person)
{
  g_autoptr(GList) names = list_columns (person);

  for (GList *at = names; at != NULL; at = at->next)
    {
      g_autofree char *name = dup_lens_name (at->data);
      PzRecord *lens = name != NULL ? find_lens (classroom, name) : NULL;
      g_autofree char *said = name != NULL ? dup_said (lens, name, g_hash_table_lookup (person->demographics, at->data))
                                           : NULL;
      g_autofree char *present = dup_present (lens, learner);

      if (said != NULL && g_strcmp0 (said, present) != 0)
        write_value (classroom, learner, lens != NULL ? lens : add_lens (classroom, name), said);
    }
}
