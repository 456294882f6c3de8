/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-header-words.h"

static void
test_knows_languages (void)
{
  static const struct { const char *header; PzTableField field; } cases[] = {
    { "First name", PZ_TABLE_GIVEN_NAME },     { "LAST_NAME", PZ_TABLE_FAMILY_NAME },
    { "given-name", PZ_TABLE_GIVEN_NAME },     { "home-languages", PZ_TABLE_HOME_LANGUAGES },
    { "Vorname", PZ_TABLE_GIVEN_NAME },        { "NACHNAME", PZ_TABLE_FAMILY_NAME },
    { "Geburtsdatum", PZ_TABLE_BIRTH_DATE },   { "Stärken", PZ_TABLE_STRENGTHS },
    { "Prénom", PZ_TABLE_GIVEN_NAME },         { "prenom", PZ_TABLE_GIVEN_NAME },
    { "Nom de famille", PZ_TABLE_FAMILY_NAME }, { "Apellidos", PZ_TABLE_FAMILY_NAME },
    { "Fecha de nacimiento", PZ_TABLE_BIRTH_DATE }, { "Cognome", PZ_TABLE_FAMILY_NAME },
    { "Sobrenome", PZ_TABLE_FAMILY_NAME },     { "Voornaam", PZ_TABLE_GIVEN_NAME },
    { "Fornavn", PZ_TABLE_GIVEN_NAME },        { "Etternavn", PZ_TABLE_FAMILY_NAME },
    { "Født", PZ_TABLE_BIRTH_DATE },           { "Trinn", PZ_TABLE_GRADE },
    { "Efternamn", PZ_TABLE_FAMILY_NAME },     { "Imię", PZ_TABLE_GIVEN_NAME },
    { "Nazwisko", PZ_TABLE_FAMILY_NAME },      { "الاسم الأول", PZ_TABLE_GIVEN_NAME },
    { "تاريخ الميلاد", PZ_TABLE_BIRTH_DATE },     { "Student", PZ_TABLE_FULL_NAME },
    { "SIS User ID", PZ_TABLE_SOURCED_ID },    { "Email address", PZ_TABLE_EMAIL },
    { "Grade", PZ_TABLE_GRADE },               { "Year level", PZ_TABLE_GRADE },
    { "Klassenstufe", PZ_TABLE_GRADE },        { "Leerjaar", PZ_TABLE_GRADE },
    { "Årskurs", PZ_TABLE_GRADE },             { "الصف", PZ_TABLE_GRADE },
    { "Niveau", PZ_TABLE_LEVEL },              { "E-Mail-Adresse", PZ_TABLE_EMAIL },
    { "Personnr", PZ_TABLE_LEAVE_OUT },        { "SIS Login ID", PZ_TABLE_LEAVE_OUT },
    { "", PZ_TABLE_LEAVE_OUT },                { "???", PZ_TABLE_LEAVE_OUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (pz_table_field_from_header (cases[i].header), ==, cases[i].field);
    }
}

static void
test_names_and_labels (void)
{
  PzTableField field;

  for (guint i = 0; i < PZ_TABLE_N_FIELDS; i++)
    {
      g_assert_true (pz_table_field_from_name (pz_table_field_to_name (i), &field));
      g_assert_cmpint (field, ==, i);
      g_assert_nonnull (pz_table_field_to_label (i));
      if (i > PZ_TABLE_LEAVE_OUT)
        g_assert_cmpint (pz_table_field_from_header (pz_table_field_to_name (i)), ==, i);
    }
  g_assert_false (pz_table_field_from_name ("password", &field));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/header-words/knows-languages", test_knows_languages);
  g_test_add_func ("/exchange/header-words/names-and-labels", test_names_and_labels);
  return g_test_run ();
}
