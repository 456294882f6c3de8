/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-schema.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const PzField *
find (PzRecordType  type,
      const char   *name)
{
  int field = pz_schema_find_field (type, name);

  g_assert_cmpint (field, >=, 0);
  return &pz_schema_get_record (type)->fields[field];
}

/* what every field of every type must keep to */
static void
check_field (const PzRecordSchema *schema,
             const PzField        *field)
{
  g_test_message ("%s/%s", schema->name, field->name);
  g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", field->name, 0, 0));
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_nonnull (strstr (field->purpose, "."));
  g_assert_cmpstr (field->label, !=, "");
  g_assert_cmpstr (pz_field_get_label (field), !=, "");
  g_assert_cmpstr (pz_field_get_purpose (field), !=, "");
  if (field->kind == PZ_FIELD_NUMBER)
    g_assert_cmpfloat (field->minimum, <, field->maximum);
  if (field->kind == PZ_FIELD_CHOICE)
    g_assert_nonnull (strchr (field->extra, '|'));
  if (field->flags & PZ_FIELD_SET)
    g_assert_true (field->kind != PZ_FIELD_NUMBER && field->kind != PZ_FIELD_FLAG);
}

static void
test_every_field_is_whole (void)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) type);

      for (guint i = 0; i < schema->n_fields; i++)
        {
          check_field (schema, &schema->fields[i]);
          g_assert_cmpint (pz_schema_find_field ((PzRecordType) type, schema->fields[i].name), ==, (int) i);
        }
      g_assert_cmpuint (pz_schema_get_deleted ((PzRecordType) type), ==, schema->n_fields - 1);
      g_assert_cmpstr (schema->fields[schema->n_fields - 1].name, ==, PZ_FIELD_DELETED_NAME);
    }
}

static void
test_references_point_to_a_type (void)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    for (guint i = 0; i < pz_schema_get_record ((PzRecordType) type)->n_fields; i++)
      {
        const PzField *field = &pz_schema_get_record ((PzRecordType) type)->fields[i];
        gboolean found = field->kind != PZ_FIELD_REFERENCE;

        for (guint k = 0; k < PZ_N_RECORD_TYPES && !found; k++)
          found = strcmp (pz_schema_get_record ((PzRecordType) k)->name, field->extra) == 0;
        g_assert_true (found);
      }
}

static void
test_lists_are_found_by_name (void)
{
  guint n_owners = 0;

  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    {
      const char *list = pz_schema_get_record ((PzRecordType) i)->list;
      PzRecordType type;

      if (list == NULL)
        {
          n_owners++;
          continue;
        }
      g_assert_true (pz_schema_find_list (list, &type));
      g_assert_cmpuint (type, ==, i);
    }
  g_assert_cmpuint (n_owners, ==, PZ_N_DOCUMENT_KINDS);
  g_assert_false (pz_schema_find_list ("learner", &(PzRecordType){ 0 }));
  g_assert_cmpint (pz_schema_find_field (PZ_RECORD_LEARNER, "unheard-of"), ==, -1);
}

static void
test_documents_have_one_owner (void)
{
  const char *const formats[] = { "personalize-classroom", "personalize-learner", "personalize-activity",
                                  "personalize-framework" };

  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      const PzDocumentSchema *document = pz_schema_get_document ((PzDocumentKind) kind);
      const PzRecordSchema *owner = pz_schema_get_record (document->owner);

      g_assert_cmpstr (document->format, ==, formats[kind]);
      g_assert_null (owner->list);
      g_assert_cmpuint (owner->documents, ==, 1u << kind);
    }
}

static void
test_days_of_the_calendar (void)
{
  const char *const good[] = { "2026-11-23", "2024-02-29", "1000-01-01", "9999-12-31" };
  const char *const bad[] = { "", "2026-11-31", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0999-12-31",
                              "2026-1-01", "2026/01/01", "26-01-2001", "2026-01-01 ", "2026-01-0x", "+026-01-01" };

  g_assert_false (pz_date_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pz_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pz_date_is_valid (bad[i]));
}

static void
test_texts_that_are_allowed (void)
{
  const struct
  {
    PzRecordType type;
    const char *field, *text;
    gboolean allowed;
  } cases[] = {
    { PZ_RECORD_LEARNER, "given-name", "Zoë", TRUE },
    { PZ_RECORD_LEARNER, "given-name", "two\nlines", FALSE },
    { PZ_RECORD_LEARNER, "given-name", "\xff", FALSE },
    { PZ_RECORD_LEARNER, "notes", "two\n\tlines", TRUE },
    { PZ_RECORD_LEARNER, "notes", "bell\a", FALSE },
    { PZ_RECORD_LEARNER, "birth-date", "2016-02-29", TRUE },
    { PZ_RECORD_LEARNER, "birth-date", "2016-02-01/2016-02-02", FALSE },
    { PZ_RECORD_CLASSROOM, "closed-days", "2026-12-21/2027-01-02", TRUE },
    { PZ_RECORD_CLASSROOM, "closed-days", "2027-01-02/2026-12-21", FALSE },
    { PZ_RECORD_CLASSROOM, "closed-days", "2026-12-21", TRUE },
    { PZ_RECORD_CLASSROOM, "closed-days", "2026-12-21/", FALSE },
    { PZ_RECORD_LEARNER, "device-at-home", "shared", TRUE },
    { PZ_RECORD_LEARNER, "device-at-home", "none|shared", FALSE },
    { PZ_RECORD_LEARNER, "device-at-home", "", FALSE },
    { PZ_RECORD_GOAL, "measure", "w7n2c5xk9d0hq4vt", TRUE },
    { PZ_RECORD_GOAL, "measure", "-x", FALSE },
    { PZ_RECORD_GOAL, "measure", "W7", FALSE },
    { PZ_RECORD_GOAL, "measure", "0123456789012345678901234567890123456", FALSE },
    { PZ_RECORD_GOAL, "target", "60", FALSE },
    { PZ_RECORD_LEARNER, "archived", "true", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s %s", cases[i].field, cases[i].text);
      g_assert_cmpint (pz_field_check_text (find (cases[i].type, cases[i].field), cases[i].text, &error), ==,
                       cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

static void
test_length_counts_characters (void)
{
  const PzField *field = find (PZ_RECORD_LEVEL, "name");
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  while (g_utf8_strlen (text->str, -1) < (glong) field->maximum)
    g_string_append (text, "日");
  g_assert_true (pz_field_check_text (field, text->str, NULL));
  g_string_append (text, "日");
  g_assert_false (pz_field_check_text (field, text->str, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, pz_field_get_label (field)));
}

static void
test_numbers_within_their_bounds (void)
{
  const PzField *field = find (PZ_RECORD_CHECK_IN, "minutes");
  const double good[] = { 0, 6.5, 1440 }, bad[] = { -1, 1440.5, INFINITY, -INFINITY, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pz_field_check_number (field, good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (pz_field_check_number (field, bad[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
  g_assert_false (pz_field_check_number (find (PZ_RECORD_LEARNER, "notes"), 1, NULL));
}

static void
test_private_notes_alone_stay_here (void)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    for (guint i = 0; i < pz_schema_get_record ((PzRecordType) type)->n_fields; i++)
      {
        const PzField *field = &pz_schema_get_record ((PzRecordType) type)->fields[i];

        g_assert_cmpint ((field->flags & PZ_FIELD_LOCAL) != 0, ==, strcmp (field->name, "private-notes") == 0);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/schema/every-field-is-whole", test_every_field_is_whole);
  g_test_add_func ("/core/schema/references-point-to-a-type", test_references_point_to_a_type);
  g_test_add_func ("/core/schema/lists-are-found-by-name", test_lists_are_found_by_name);
  g_test_add_func ("/core/schema/documents-have-one-owner", test_documents_have_one_owner);
  g_test_add_func ("/core/schema/days-of-the-calendar", test_days_of_the_calendar);
  g_test_add_func ("/core/schema/texts-that-are-allowed", test_texts_that_are_allowed);
  g_test_add_func ("/core/schema/length-counts-characters", test_length_counts_characters);
  g_test_add_func ("/core/schema/numbers-within-their-bounds", test_numbers_within_their_bounds);
  g_test_add_func ("/core/schema/private-notes-alone-stay-here", test_private_notes_alone_stay_here);
  return g_test_run ();
}
