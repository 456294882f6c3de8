/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "pz-error.h"

#include <string.h>

#define A "aaaaaaaa-0000-4000-8000-000000000001"
#define B "bbbbbbbb-0000-4000-8000-000000000002"

static PzCasePackage *
parse_bytes (const char  *text,
             gsize        length,
             GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);

  return pz_case_parse (bytes, "file.json", error);
}

static void
test_whole_framework (void)
{
  g_autoptr(PzCasePackage) package = case_parse (
      "{\"CFDocument\":{\"identifier\":\"" CASE_ROOT "\",\"uri\":\"https://example.org/d\",\"title\":\"Reading\",\"creator\":\"C\","
      "\"publisher\":\"P\",\"description\":\"D\",\"subject\":[\"b\",\"a\",\"b\"],\"language\":\"en\",\"version\":\"2\","
      "\"adoptionStatus\":\"Adopted\",\"statusStartDate\":\"2026-08-01\",\"statusEndDate\":\"2030-07-31T00:00:00+00:00\","
      "\"frameworkType\":\"F\",\"caseVersion\":\"1.1\",\"officialSourceURL\":\"https://example.org/s\",\"notes\":\"N\","
      "\"lastChangeDateTime\":\"2026-01-02T03:04:05+00:00\",\"licenseURI\":{\"title\":\"CC\"},\"extensions\":{\"x\":87.2}},"
      "\"CFItems\":[],\"CFRubrics\":[{\"identifier\":\"r\",\"CFRubricCriteria\":[]}],\"CFDefinitions\":{\"CFConcepts\":[]},"
      "\"extensions\":{\"y\":[1,true,null]}}");
  static const struct { guint field; const char *value; } rows[] = {
    { PZ_FRAMEWORK_TITLE, "Reading" }, { PZ_FRAMEWORK_CREATOR, "C" }, { PZ_FRAMEWORK_PUBLISHER, "P" },
    { PZ_FRAMEWORK_DESCRIPTION, "D" }, { PZ_FRAMEWORK_LANGUAGE, "en" }, { PZ_FRAMEWORK_VERSION, "2" },
    { PZ_FRAMEWORK_ADOPTION_STATUS, "Adopted" }, { PZ_FRAMEWORK_STATUS_START, "2026-08-01" },
    { PZ_FRAMEWORK_STATUS_END, "2030-07-31" }, { PZ_FRAMEWORK_FRAMEWORK_TYPE, "F" }, { PZ_FRAMEWORK_CASE_VERSION, "1.1" },
    { PZ_FRAMEWORK_SOURCE, "https://example.org/s" }, { PZ_FRAMEWORK_URI, "https://example.org/d" },
    { PZ_FRAMEWORK_NOTES, "N" }, { PZ_FRAMEWORK_LAST_CHANGED, "2026-01-02T03:04:05+00:00" },
    { PZ_FRAMEWORK_IDENTIFIER, NULL }, { PZ_FRAMEWORK_DEFINITIONS, NULL },
    { PZ_FRAMEWORK_RUBRICS, "[{\"identifier\":\"r\",\"CFRubricCriteria\":[]}]" },
    { PZ_FRAMEWORK_EXTRA, "{\"beside CFDocument\":{\"extensions\":{\"y\":[1,true,null]}},"
                          "\"statusEndDate\":\"2030-07-31T00:00:00+00:00\",\"licenseURI\":{\"title\":\"CC\"},"
                          "\"extensions\":{\"x\":87.2}}" },
  };
  GStrv subjects = package->framework->values[PZ_FRAMEWORK_SUBJECTS];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (package->framework->values[rows[i].field], ==, rows[i].value);
  g_assert_cmpuint (g_strv_length (subjects), ==, 2);
  g_assert_cmpstr (subjects[0], ==, "a");
  g_assert_cmpstr (package->framework->id, ==, CASE_ROOT);
  case_assert_messages (package, "");
}

static void
test_wrapped (void)
{
  g_autoptr(PzCasePackage) package = case_parse (
      "\xEF\xBB\xBF{\"took\":3,\"CFPackage\":" CASE_PACKAGE (CASE_ITEM (A, ""), CASE_CHILD ("1", A, CASE_ROOT, "")) "}");

  g_assert_cmpuint (package->n_placed, ==, 1);
  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_EXTRA], ==, "{\"around CFPackage\":{\"took\":3}}");
  g_assert_cmpuint (case_item (package, 0)->line, ==, 2);
  case_assert_messages (package, "case-wrapped 0");
}

/* the same file gives the same ids, and no item is lost */
static void
test_identifiers (void)
{
  const char *text = CASE_PACKAGE (
      "{\"fullStatement\":\"none\"},{\"fullStatement\":\"none\"}," CASE_ITEM ("AAAAAAAA-0000-4000-8000-000000000001", "") ","
      CASE_ITEM (B, "") ",\n" CASE_ITEM (B, "") "," CASE_ITEM (B, ",\"notes\":\"other\"") "," CASE_ITEM ("https://example.org/x?1", "") ","
      CASE_ITEM (CASE_ROOT, "") "," "{\"identifier\":7,\"fullStatement\":\"S\"},null,\"text\",[]",
      CASE_CHILD ("1", "AAAAAAAA-0000-4000-8000-000000000001", CASE_ROOT, "") "," CASE_CHILD ("2", "https://example.org/x?1", B, "") ","
      CASE_CHILD (A, B, CASE_ROOT, ""));
  g_autoptr(PzCasePackage) package = case_parse (text);
  g_autoptr(PzCasePackage) again = case_parse (text);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (package->items->len, ==, 8);
  g_assert_cmpuint (package->associations->len, ==, 3);
  for (guint i = 0; i < package->items->len; i++)
    {
      g_assert_cmpstr (case_item (package, i)->id, ==, case_item (again, i)->id);
      g_assert_true (g_hash_table_add (ids, case_item (package, i)->id));
      g_assert_cmpuint (case_item (package, i)->order, ==, i);
    }
  g_assert_cmpstr (case_item (package, 2)->id, ==, A);
  g_assert_cmpstr (case_item (package, 2)->values[PZ_STANDARD_IDENTIFIER], ==, "AAAAAAAA-0000-4000-8000-000000000001");
  g_assert_cmpstr (case_item (package, 4)->values[PZ_STANDARD_IDENTIFIER], ==, B);
  g_assert_cmpstr (case_item (package, 5)->values[PZ_STANDARD_IDENTIFIER], ==, "https://example.org/x?1");
  g_assert_cmpstr (case_item (package, 7)->id, ==, "7");
  /* associations find them by what the file calls them; the one that has the id of an item gets another one */
  g_assert_cmpstr (case_association (package, 0)->values[PZ_ASSOCIATION_ORIGIN], ==, A);
  g_assert_cmpstr (case_association (package, 1)->values[PZ_ASSOCIATION_ORIGIN], ==, case_item (package, 5)->id);
  g_assert_cmpstr (case_association (package, 2)->id, !=, A);
  g_assert_cmpuint (package->n_placed, ==, 3);
  case_assert_messages (package, "case-no-identifier 2 identifier, case-no-identifier 2 identifier, case-twice 3, "
                            "case-id-twice 3 identifier, case-odd-identifier 3 identifier, case-id-twice 3 identifier, "
                            "case-not-an-object 3 CFItems, case-not-an-object 3 CFItems, case-not-an-object 3 CFItems, "
                            "case-id-twice 4 identifier, "
                            "case-not-placed 2, case-not-placed 2, case-not-placed 3, case-not-placed 3, case-not-placed 3");
  g_assert_cmpuint (pz_roster_messages_count (package->messages, PZ_ROSTER_ERROR), ==, 3);
}

/* a file may have thousands of them */
static void
test_few_unknown_members_are_named (void)
{
  GString *text = g_string_new ("{\"CFItems\":[],\"CFDocument\":{\"identifier\":\"d\",\"title\":\"T\"");
  g_autoptr(PzCasePackage) package = NULL;
  const char *names;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, ",\"m%02u\":1", i);
  g_string_append (text, "}}");
  package = case_parse (text->str);
  names = pz_roster_messages_get (package->messages, 0)->column;
  g_assert_true (g_str_has_prefix (names, "m00, m01, "));
  g_assert_true (g_str_has_suffix (names, "m18, …"));
  g_assert_nonnull (strstr (package->framework->values[PZ_FRAMEWORK_EXTRA], "\"m49\":1"));
  g_string_free (text, TRUE);
}

static void
test_without_document (void)
{
  g_autoptr(PzCasePackage) package = case_parse ("{\"CFItems\":[" CASE_ITEM (A, "") "]}");
  g_autoptr(PzCasePackage) bare = case_parse ("{\"CFDocument\":{\"identifier\":\"A/B\"}}");

  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_TITLE], ==, "file.json");
  g_assert_cmpuint (package->items->len, ==, 1);
  g_assert_cmpuint (strlen (package->framework->id), ==, 16);
  case_assert_messages (package, "case-no-document 0 CFDocument, case-no-title 0 title, case-no-identifier 0 identifier, "
                            "case-not-placed 1");
  g_assert_cmpstr (bare->framework->values[PZ_FRAMEWORK_IDENTIFIER], ==, "A/B");
  g_assert_cmpuint (bare->items->len, ==, 0);
}

static void
test_hostile_files_are_refused (void)
{
  g_autofree char *deep = g_strnfill (76000, '[');
  const struct { const char *text; PzError code; const char *says; } rows[] = {
    { "", PZ_ERROR_SYNTAX, "" },
    { deep, PZ_ERROR_TOO_LARGE, "line 1" },
    { "{\"CFDocument\":{},\n \"CFItems\":[012]}", PZ_ERROR_SYNTAX, "line 2, column 13" },
    { "{\"CFDocument\":{}}{}", PZ_ERROR_SYNTAX, "line 1" },
    { "{\"CFDocument\":{},\"CFDocument\":{}}", PZ_ERROR_SYNTAX, "twice" },
    { "{\"CFDocument\":{\"title\":\"\\u0000\"}}", PZ_ERROR_SYNTAX, "line 1" },
    { "{\"CFDocument\":{\"title\":\"\xFF\"}}", PZ_ERROR_SYNTAX, "line 1" },
    { "{\"CFDocument\":{\"x\":1e400}}", PZ_ERROR_SYNTAX, "line 1" },
    { "[]", PZ_ERROR_NOT_SUPPORTED, "CFDocument" },
    { "{}", PZ_ERROR_NOT_SUPPORTED, "CFDocument" },
    { "{\"CFPackage\":[]}", PZ_ERROR_NOT_SUPPORTED, "CFDocument" },
    { "{\"CFDocument\":{},\"CFItems\":{}}", PZ_ERROR_INVALID, "CFItems" },
    { "{\"CFDocument\":{},\"CFAssociations\":\"x\"}", PZ_ERROR_INVALID, "CFAssociations" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (parse_bytes (rows[i].text, strlen (rows[i].text), &error));
      g_test_message ("%s", error->message);
      g_assert_cmpint (error->code, ==, rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
assert_too_many (const char *list,
                 guint       n)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_string_append_printf (text, "{\"CFDocument\":{},\"%s\":[{}", list);
  for (guint i = 0; i < n; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  g_assert_null (parse_bytes (text->str, text->len, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, list));
  g_string_free (text, TRUE);
}

static void
test_caps (void)
{
  g_autofree char *long_text = g_strnfill (4000001, 'x');
  g_autofree char *extra = g_strdup_printf (CASE_PACKAGE (CASE_ITEM (A, ",\"mine\":\"%s\""), ""), long_text);
  g_autofree char *rubrics = g_strdup_printf ("{" CASE_DOCUMENT ",\"CFRubrics\":[\"%s\"]}", long_text);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (PZ_CASE_MAX_SIZE + 1), PZ_CASE_MAX_SIZE + 1);

  assert_too_many ("CFItems", PZ_CASE_MAX_ITEMS);
  assert_too_many ("CFAssociations", PZ_CASE_MAX_ASSOCIATIONS);
  g_assert_null (parse_bytes (extra, strlen (extra), &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (parse_bytes (rubrics, strlen (rubrics), &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (pz_case_parse (large, "large", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/case/whole-framework", test_whole_framework);
  g_test_add_func ("/core/case/wrapped", test_wrapped);
  g_test_add_func ("/core/case/identifiers", test_identifiers);
  g_test_add_func ("/core/case/few-unknown-members-are-named", test_few_unknown_members_are_named);
  g_test_add_func ("/core/case/without-document", test_without_document);
  g_test_add_func ("/core/case/hostile-files-are-refused", test_hostile_files_are_refused);
  g_test_add_func ("/core/case/caps", test_caps);
  return g_test_run ();
}
