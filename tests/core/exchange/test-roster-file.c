/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-roster-file.h"

#include <string.h>

static PzRosterFile *
read_file (const char *name,
           const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PzRosterFile *file = pz_roster_file_new (name, bytes, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_text (const PzRosterFile *file,
             const char         *text)
{
  gsize length;
  const char *found = pz_roster_file_get_text (file, &length);

  g_assert_cmpmem (found, length, text, strlen (text));
}

/* Line numbers stay, and so does every cell beside them. */
static void
test_credentials_are_blanks (void)
{
  g_autoptr(PzRosterFile) file = read_file ("users.csv", "sourcedId,givenName,familyName,password\n"
                                                         "1,Ada,Hill,secret\n2,Bo,Ek,\"two\nlines\"\n");

  assert_text (file, "sourcedId,givenName,familyName,password\n1,Ada,Hill,      \n2,Bo,Ek,\"   \n     \"\n");
  g_assert_cmpstr (pz_roster_file_get_dropped (file), ==, "password");
}

static void
test_without_credentials_nothing_is_dropped (void)
{
  const char *text = "sourcedId;givenName;familyName\n1;Ada;Hill\n";
  g_autoptr(PzRosterFile) file = read_file ("users.csv", text);

  g_assert_cmpstr (pz_roster_file_get_name (file), ==, "users.csv");
  g_assert_cmpint (pz_roster_file_get_delimiter (file), ==, ';');
  assert_text (file, text);
  g_assert_null (pz_roster_file_get_dropped (file));
}

static void
test_a_file_of_accounts_is_not_kept (void)
{
  g_autoptr(PzRosterFile) file = read_file ("userProfiles.csv", "userSourcedId,profileType,credentialType,x\n1,a,b,secret\n");

  g_assert_cmpint (pz_roster_file_get_kind (file), ==, PZ_ROSTER_KIND_PROFILES);
  assert_text (file, "");
}

static void
test_encoding_is_told (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xff\xfeN\0a\0m\0e\0\n\0", 12);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterFile) file = pz_roster_file_new ("5b.csv", bytes, &error);

  g_assert_no_error (error);
  assert_text (file, "Name\n");
  g_assert_cmpint (pz_roster_file_get_info (file)->encoding, ==, PZ_ENCODING_UTF_16_LE);
}

static gboolean
holds (const PzRosterFile *file,
       const char         *text)
{
  gsize length;
  const char *all = pz_roster_file_get_text (file, &length);

  return memmem (all, length, text, strlen (text)) != NULL;
}

static void
test_blanks_credentials (void)
{
  static const char *const texts[] = {
    "sourcedId,givenName,familyName,username,password\nu1,Anna,Meier,ameier,S3cret\nu2,Ben,Koch,\"bkoch\",\"S3,\"\"c\"\n",
    "Vorname;Benutzername;Kennwort\nAnna;ameier;\"S3cret\n\"\"Meier\"\"\"\nBen;bkoch;S3\"cret\"\n",
    "First name\tUser Name\tPassword (initial)\nAnna\tbkoch\t\"S3cret\" x\nBen\tameier\tpassword\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr(GError) error = NULL;
      g_autoptr(PzRosterFile) file = pz_roster_file_new ("list.csv", bytes, &error);

      g_assert_no_error (error);
      g_assert_true (holds (file, "Anna"));
      g_assert_true (holds (file, "Ben"));
      g_assert_false (holds (file, "S3"));
      g_assert_false (holds (file, "cret"));
      g_assert_false (holds (file, "ameier"));
      g_assert_false (holds (file, "bkoch"));
      g_assert_nonnull (pz_roster_file_get_dropped (file));
    }
}

static void
test_knows_files_by_content (void)
{
  static const struct { const char *name; const char *text; PzRosterKind kind; gboolean differs; } cases[] = {
    { "a.csv", "propertyName,value\n", PZ_ROSTER_KIND_MANIFEST, FALSE },
    { "MANIFEST.CSV", "PropertyName , Value\n", PZ_ROSTER_KIND_MANIFEST, FALSE },
    { "x", "sourcedId,status,name,type\n", PZ_ROSTER_KIND_ORGS, FALSE },
    { "x", "sourcedId,title,type,startDate,endDate\n", PZ_ROSTER_KIND_SESSIONS, FALSE },
    { "x", "sourcedId,title,courseCode,orgSourcedId\n", PZ_ROSTER_KIND_COURSES, FALSE },
    { "x", "sourcedId,title,courseSourcedId,classCode\n", PZ_ROSTER_KIND_CLASSES, FALSE },
    { "x", "familyName;givenName;sourcedId\n", PZ_ROSTER_KIND_USERS, FALSE },
    { "x", "sourcedId,userSourcedId,roleType,role\n", PZ_ROSTER_KIND_ROLES, FALSE },
    { "x", "sourcedId,classSourcedId,userSourcedId,role\n", PZ_ROSTER_KIND_ENROLLMENTS, FALSE },
    { "x", "userSourcedId,birthdate,sex\n", PZ_ROSTER_KIND_DEMOGRAPHICS, FALSE },
    { "x", "sourcedId,profileType,credentialType\n", PZ_ROSTER_KIND_PROFILES, FALSE },
    { "userprofiles.csv", "sourcedId,userSourcedId,roleType,role\n", PZ_ROSTER_KIND_PROFILES, TRUE },
    { "orgs.csv", "sourcedId,title,courseSourcedId\n", PZ_ROSTER_KIND_CLASSES, TRUE },
    { "users.csv", "userId,given,family\n", PZ_ROSTER_KIND_USERS, FALSE },
    { "lineItems.csv", "sourcedId,title\n", PZ_ROSTER_KIND_UNUSED, FALSE },
    { "list.csv", "First name,Last name\n", PZ_ROSTER_KIND_TABLE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(PzRosterFile) file = pz_roster_file_new (cases[i].name, bytes, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (pz_roster_file_get_kind (file), ==, cases[i].kind);
      g_assert_cmpint (pz_roster_file_name_differs (file), ==, cases[i].differs);
    }
  g_assert_cmpint (pz_roster_kind_from_file_name ("AcademicSessions.csv"), ==, PZ_ROSTER_KIND_SESSIONS);
  g_assert_cmpstr (pz_roster_kind_to_file_name (PZ_ROSTER_KIND_ROLES), ==, "roles");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster-file/credentials-are-blanks", test_credentials_are_blanks);
  g_test_add_func ("/roster-file/nothing-dropped", test_without_credentials_nothing_is_dropped);
  g_test_add_func ("/roster-file/accounts-not-kept", test_a_file_of_accounts_is_not_kept);
  g_test_add_func ("/roster-file/encoding", test_encoding_is_told);
  g_test_add_func ("/roster-file/blanks-credentials", test_blanks_credentials);
  g_test_add_func ("/roster-file/known-by-content", test_knows_files_by_content);
  return g_test_run ();
}
