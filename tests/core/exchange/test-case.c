/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case.h"
#include "pz-error.h"
#include "pz-json-tree.h"
#include "pz-text-decode.h"

#include <glib/gstdio.h>
#include <string.h>

#define ROOT "00000000-0000-4000-8000-000000000000"
#define A "aaaaaaaa-0000-4000-8000-000000000001"
#define B "bbbbbbbb-0000-4000-8000-000000000002"
#define DOCUMENT "\"CFDocument\":{\"identifier\":\"" ROOT "\",\"title\":\"Reading\"}"
#define ITEM(id, more) "{\"identifier\":\"" id "\",\"fullStatement\":\"S\"" more "}"
#define CHILD(id, child, parent, more)                                                                              \
  "{\"identifier\":\"" id "\",\"associationType\":\"isChildOf\",\"originNodeURI\":{\"identifier\":\"" child "\"},"   \
  "\"destinationNodeURI\":{\"identifier\":\"" parent "\"}" more "}"
#define PACKAGE(items, associations) "{" DOCUMENT ",\n\"CFItems\":[" items "],\n\"CFAssociations\":[" associations "]}"

static PzCasePackage *
parse_bytes (const char  *text,
             gsize        length,
             GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);

  return pz_case_parse (bytes, "file.json", error);
}

static PzCasePackage *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  PzCasePackage *package = parse_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return package;
}

static const PzCaseRecord *
item (const PzCasePackage *package,
      guint                index)
{
  g_assert_cmpuint (index, <, package->items->len);
  return g_ptr_array_index (package->items, index);
}

static const PzCaseRecord *
association (const PzCasePackage *package,
             guint                index)
{
  g_assert_cmpuint (index, <, package->associations->len);
  return g_ptr_array_index (package->associations, index);
}

/* "code line member, …" of all messages, in their order */
static void
assert_messages (const PzCasePackage *package,
                 const char          *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < pz_roster_messages_get_n (package->messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (package->messages, i);

      g_assert_cmpstr (message->file, ==, "file.json");
      g_string_append_printf (text, "%s%s %u%s%s", i > 0 ? ", " : "", pz_roster_code_to_name (message->code), message->line,
                              message->column != NULL ? " " : "", message->column != NULL ? message->column : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_whole_framework (void)
{
  g_autoptr(PzCasePackage) package = parse (
      "{\"CFDocument\":{\"identifier\":\"" ROOT "\",\"uri\":\"https://example.org/d\",\"title\":\"Reading\",\"creator\":\"C\","
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
  g_assert_cmpstr (package->framework->id, ==, ROOT);
  assert_messages (package, "");
}

static void
test_whole_item_and_association (void)
{
  g_autoptr(PzCasePackage) package = parse (PACKAGE (
      "{\"identifier\":\"" A "\",\"fullStatement\":\"Reads\\r\\naloud 𝒳\",\"humanCodingScheme\":\"R.1\",\"listEnumeration\":\"1.\","
      "\"abbreviatedStatement\":\"Reads\",\"alternativeLabel\":\"L\",\"CFItemType\":\"Standard\",\"educationLevel\":[\"02\",\"01\"],"
      "\"subject\":[\"s\"],\"conceptKeywords\":[\"k\"],\"language\":\"en\",\"statusStartDate\":\"2026-08-01\","
      "\"statusEndDate\":\"2030-07-31\",\"uri\":\"https://example.org/a\",\"lastChangeDateTime\":\"T\",\"notes\":\"N\","
      "\"CFDocumentURI\":{\"identifier\":\"" ROOT "\",\"title\":\"Reading\"},\"CFItemTypeURI\":{\"title\":\"Standard\"}}",
      "{\"identifier\":\"c1\",\"associationType\":\"precedes\",\"sequenceNumber\":3,\"uri\":\"u\",\"lastChangeDateTime\":\"T\","
      "\"notes\":\"N\",\"originNodeURI\":{\"identifier\":\"" A "\",\"title\":\"R.1\",\"uri\":\"https://example.org/a\"},"
      "\"destinationNodeURI\":{\"identifier\":\"Elsewhere\",\"title\":\"E\",\"uri\":\"https://example.org/e\",\"targetType\":\"CASE\"}}"));
  static const struct { guint field; const char *value; } of_item[] = {
    { PZ_STANDARD_STATEMENT, "Reads\naloud 𝒳" }, { PZ_STANDARD_CODE, "R.1" }, { PZ_STANDARD_ENUMERATION, "1." },
    { PZ_STANDARD_ABBREVIATED, "Reads" }, { PZ_STANDARD_ALTERNATIVE, "L" }, { PZ_STANDARD_KIND, "Standard" },
    { PZ_STANDARD_LANGUAGE, "en" }, { PZ_STANDARD_STATUS_START, "2026-08-01" }, { PZ_STANDARD_STATUS_END, "2030-07-31" },
    { PZ_STANDARD_URI, "https://example.org/a" }, { PZ_STANDARD_LAST_CHANGED, "T" }, { PZ_STANDARD_NOTES, "N" },
    { PZ_STANDARD_IDENTIFIER, NULL }, { PZ_STANDARD_PARENTS, NULL }, { PZ_STANDARD_POSITION, NULL },
  };
  static const struct { guint field; const char *value; } of_association[] = {
    { PZ_ASSOCIATION_KIND, "precedes" }, { PZ_ASSOCIATION_SEQUENCE, "3" }, { PZ_ASSOCIATION_ORIGIN, A },
    { PZ_ASSOCIATION_ORIGIN_TITLE, "R.1" }, { PZ_ASSOCIATION_ORIGIN_URI, NULL }, { PZ_ASSOCIATION_DESTINATION, "Elsewhere" },
    { PZ_ASSOCIATION_DESTINATION_TITLE, "E" }, { PZ_ASSOCIATION_DESTINATION_URI, "https://example.org/e" },
    { PZ_ASSOCIATION_URI, "u" }, { PZ_ASSOCIATION_LAST_CHANGED, "T" }, { PZ_ASSOCIATION_NOTES, "N" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (of_item); i++)
    g_assert_cmpstr (item (package, 0)->values[of_item[i].field], ==, of_item[i].value);
  for (gsize i = 0; i < G_N_ELEMENTS (of_association); i++)
    g_assert_cmpstr (association (package, 0)->values[of_association[i].field], ==, of_association[i].value);
  /* that it belongs to this framework is known; what else has no field is kept */
  g_assert_cmpstr (item (package, 0)->values[PZ_STANDARD_EXTRA], ==, "{\"CFItemTypeURI\":{\"title\":\"Standard\"}}");
  g_assert_nonnull (strstr (association (package, 0)->values[PZ_ASSOCIATION_EXTRA], "\"targetType\":\"CASE\""));
  g_assert_cmpstr (((GStrv) item (package, 0)->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "01");
  g_assert_cmpstr (((GStrv) item (package, 0)->values[PZ_STANDARD_KEYWORDS])[0], ==, "k");
  g_assert_cmpstr (((GStrv) item (package, 0)->values[PZ_STANDARD_SUBJECTS])[0], ==, "s");
  g_assert_cmpuint (package->n_links, ==, 1);
  g_assert_cmpuint (package->n_outside, ==, 1);
  g_assert_cmpuint (item (package, 0)->line, ==, 2);
  g_assert_cmpuint (association (package, 0)->line, ==, 3);
}

static void
test_places (void)
{
  g_autoptr(PzCasePackage) package = parse (PACKAGE (
      ITEM (A, "") "," ITEM (B, "") "," ITEM ("c", "") "," ITEM ("d", "") "," ITEM ("e", ""),
      CHILD ("1", A, ROOT, "") "," CHILD ("2", B, A, ",\"sequenceNumber\":\"2\"") "," CHILD ("3", A, B, "") ","
      CHILD ("4", "d", "c", "") "," CHILD ("5", "nobody", ROOT, "") "," CHILD ("6", "e", "nowhere", "")));

  g_assert_cmpuint (package->n_placed, ==, 2);
  g_assert_cmpuint (package->n_top, ==, 1);
  g_assert_cmpuint (package->depth, ==, 2);
  g_assert_cmpuint (package->n_not_placed, ==, 2);
  g_assert_cmpuint (package->n_circles, ==, 1);
  assert_messages (package, "case-no-origin 3 originNodeURI, case-no-destination 3 destinationNodeURI, case-not-placed 2, "
                            "case-not-placed 2, case-circle 2");
}

static void
test_wrapped (void)
{
  g_autoptr(PzCasePackage) package = parse ("\xEF\xBB\xBF{\"took\":3,\"CFPackage\":" PACKAGE (ITEM (A, ""), CHILD ("1", A, ROOT, "")) "}");

  g_assert_cmpuint (package->n_placed, ==, 1);
  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_EXTRA], ==, "{\"around CFPackage\":{\"took\":3}}");
  g_assert_cmpuint (item (package, 0)->line, ==, 2);
  assert_messages (package, "case-wrapped 0");
}

static void
test_utf_16 (void)
{
  const char *text = PACKAGE (ITEM (A, ""), "");
  g_autoptr(GError) error = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *path = NULL;
  g_autoptr(PzCasePackage) package = NULL;
  gsize length;
  int descriptor = g_file_open_tmp ("personalize-XXXXXX", &path, &error);

  wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_close (descriptor, NULL);
  {
    GString *whole = g_string_new_len ("\xFF\xFE", 2);

    g_string_append_len (whole, wide, (gssize) length);
    g_assert_true (g_file_set_contents (path, whole->str, (gssize) whole->len, NULL));
    g_string_free (whole, TRUE);
  }
  g_assert_true (pz_case_looks_like_json (path));
  package = pz_case_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (package->items->len, ==, 1);
  g_assert_true (g_file_set_contents (path, "name\nNoor {x}\n", -1, NULL));
  g_assert_false (pz_case_looks_like_json (path));
  g_unlink (path);
  g_assert_false (pz_case_looks_like_json (path));
  g_assert_null (pz_case_load (path, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

/* the same file gives the same ids, and no item is lost */
static void
test_identifiers (void)
{
  const char *text = PACKAGE (
      "{\"fullStatement\":\"none\"},{\"fullStatement\":\"none\"}," ITEM ("AAAAAAAA-0000-4000-8000-000000000001", "") ","
      ITEM (B, "") ",\n" ITEM (B, "") "," ITEM (B, ",\"notes\":\"other\"") "," ITEM ("https://example.org/x?1", "") ","
      ITEM (ROOT, "") "," "{\"identifier\":7,\"fullStatement\":\"S\"},null,\"text\",[]",
      CHILD ("1", "AAAAAAAA-0000-4000-8000-000000000001", ROOT, "") "," CHILD ("2", "https://example.org/x?1", B, "") ","
      CHILD (A, B, ROOT, ""));
  g_autoptr(PzCasePackage) package = parse (text);
  g_autoptr(PzCasePackage) again = parse (text);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (package->items->len, ==, 8);
  g_assert_cmpuint (package->associations->len, ==, 3);
  for (guint i = 0; i < package->items->len; i++)
    {
      g_assert_cmpstr (item (package, i)->id, ==, item (again, i)->id);
      g_assert_true (g_hash_table_add (ids, item (package, i)->id));
      g_assert_cmpuint (item (package, i)->order, ==, i);
    }
  g_assert_cmpstr (item (package, 2)->id, ==, A);
  g_assert_cmpstr (item (package, 2)->values[PZ_STANDARD_IDENTIFIER], ==, "AAAAAAAA-0000-4000-8000-000000000001");
  g_assert_cmpstr (item (package, 4)->values[PZ_STANDARD_IDENTIFIER], ==, B);
  g_assert_cmpstr (item (package, 5)->values[PZ_STANDARD_IDENTIFIER], ==, "https://example.org/x?1");
  g_assert_cmpstr (item (package, 7)->id, ==, "7");
  /* associations find them by what the file calls them; the one that has the id of an item gets another one */
  g_assert_cmpstr (association (package, 0)->values[PZ_ASSOCIATION_ORIGIN], ==, A);
  g_assert_cmpstr (association (package, 1)->values[PZ_ASSOCIATION_ORIGIN], ==, item (package, 5)->id);
  g_assert_cmpstr (association (package, 2)->id, !=, A);
  g_assert_cmpuint (package->n_placed, ==, 3);
  assert_messages (package, "case-no-identifier 2 identifier, case-no-identifier 2 identifier, case-twice 3, "
                            "case-id-twice 3 identifier, case-odd-identifier 3 identifier, case-id-twice 3 identifier, "
                            "case-not-an-object 3 CFItems, case-not-an-object 3 CFItems, case-not-an-object 3 CFItems, "
                            "case-id-twice 4 identifier, "
                            "case-not-placed 2, case-not-placed 2, case-not-placed 3, case-not-placed 3, case-not-placed 3");
  g_assert_cmpuint (pz_roster_messages_count (package->messages, PZ_ROSTER_ERROR), ==, 3);
}

static void
test_wild_values (void)
{
  g_autoptr(PzCasePackage) package = parse (PACKAGE (
      "{\"identifier\":\"" A "\",\"fullStatement\":null,\"abbreviatedStatement\":\"a\\u000cb\",\"educationalLevel\":\"06, 07\","
      "\"educationLevel\":null,\"humanCodingScheme\":{\"x\":1},\"language\":5,\"conceptKeywords\":[\"k\",{\"deep\":[1.5]}],"
      "\"statusStartDate\":\"soon\",\"CFItemTypeURI\":\"https://example.org/t\",\"myOwn\":[9007199254740993,-0.0,1e3]}",
      "{\"identifier\":\"1\",\"associationType\":\"ischildof\",\"originNodeURI\":\"https://example.org/items/" A "\","
      "\"destinationNodeURI\":\"" ROOT "\",\"sequenceNumber\":\"x\"},"
      "{\"identifier\":\"2\",\"originNodeURI\":\"" A "\"},{\"identifier\":\"3\",\"associationType\":\"ext:mine\","
      "\"originNodeURI\":[],\"destinationNodeURI\":{}},{\"identifier\":\"4\",\"associationType\":\"isParentOf\"}"));
  GStrv levels = item (package, 0)->values[PZ_STANDARD_EDUCATION_LEVELS];

  g_assert_cmpstr (item (package, 0)->values[PZ_STANDARD_ABBREVIATED], ==, "a b");
  g_assert_cmpuint (g_strv_length (levels), ==, 2);
  g_assert_cmpstr (levels[1], ==, "07");
  g_assert_cmpstr (item (package, 0)->values[PZ_STANDARD_LANGUAGE], ==, "5");
  g_assert_null (item (package, 0)->values[PZ_STANDARD_CODE]);
  g_assert_cmpstr (item (package, 0)->values[PZ_STANDARD_EXTRA], ==,
                   "{\"abbreviatedStatement\":\"a\\fb\",\"humanCodingScheme\":{\"x\":1},"
                   "\"conceptKeywords\":[\"k\",{\"deep\":[1.5]}],\"statusStartDate\":\"soon\","
                   "\"CFItemTypeURI\":\"https://example.org/t\",\"myOwn\":[9007199254740993,0,1000]}");
  g_assert_cmpuint (package->n_placed, ==, 1);
  g_assert_cmpstr (association (package, 0)->values[PZ_ASSOCIATION_KIND], ==, "isChildOf");
  g_assert_cmpstr (association (package, 1)->values[PZ_ASSOCIATION_KIND], ==, "ext:unknown");
  g_assert_cmpstr (association (package, 3)->values[PZ_ASSOCIATION_KIND], ==, "isParentOf");
  assert_messages (package,
                   "case-text-altered 2 abbreviatedStatement, case-other-name 2 educationalLevel, "
                   "case-wrong-kind 2 humanCodingScheme, case-wrong-kind 2 language, case-wrong-kind 2 conceptKeywords, "
                   "date-unreadable 2 statusStartDate, case-plain-link 2 CFItemTypeURI, case-no-statement 2 fullStatement, "
                   "case-other-kind 3 associationType, case-plain-link 3 originNodeURI, case-plain-link 3 destinationNodeURI, "
                   "case-no-kind 3 associationType, case-other-kind 3 associationType, case-unknown-members 0 myOwn");
}

static void
test_long_texts_are_kept_whole (void)
{
  g_autofree char *x = g_strnfill (30000, 'x');
  g_autofree char *text = g_strdup_printf (PACKAGE (ITEM (A, ",\"humanCodingScheme\":\"%s\""), ""), x);
  g_autoptr(PzCasePackage) package = parse (text);

  g_assert_cmpuint (g_utf8_strlen (item (package, 0)->values[PZ_STANDARD_CODE], -1), ==, 100);
  g_assert_true (g_str_has_suffix (item (package, 0)->values[PZ_STANDARD_CODE], "…"));
  g_assert_nonnull (strstr (item (package, 0)->values[PZ_STANDARD_EXTRA], x));
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
  package = parse (text->str);
  names = pz_roster_messages_get (package->messages, 0)->column;
  g_assert_true (g_str_has_prefix (names, "m00, m01, "));
  g_assert_true (g_str_has_suffix (names, "m18, …"));
  g_assert_nonnull (strstr (package->framework->values[PZ_FRAMEWORK_EXTRA], "\"m49\":1"));
  g_string_free (text, TRUE);
}

static void
test_without_document (void)
{
  g_autoptr(PzCasePackage) package = parse ("{\"CFItems\":[" ITEM (A, "") "]}");
  g_autoptr(PzCasePackage) bare = parse ("{\"CFDocument\":{\"identifier\":\"A/B\"}}");

  g_assert_cmpstr (package->framework->values[PZ_FRAMEWORK_TITLE], ==, "file.json");
  g_assert_cmpuint (package->items->len, ==, 1);
  g_assert_cmpuint (strlen (package->framework->id), ==, 16);
  assert_messages (package, "case-no-document 0 CFDocument, case-no-title 0 title, case-no-identifier 0 identifier, "
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
  g_autofree char *extra = g_strdup_printf (PACKAGE (ITEM (A, ",\"mine\":\"%s\""), ""), long_text);
  g_autofree char *rubrics = g_strdup_printf ("{" DOCUMENT ",\"CFRubrics\":[\"%s\"]}", long_text);
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
  g_test_add_func ("/core/case/whole-item-and-association", test_whole_item_and_association);
  g_test_add_func ("/core/case/places", test_places);
  g_test_add_func ("/core/case/wrapped", test_wrapped);
  g_test_add_func ("/core/case/utf-16", test_utf_16);
  g_test_add_func ("/core/case/identifiers", test_identifiers);
  g_test_add_func ("/core/case/wild-values", test_wild_values);
  g_test_add_func ("/core/case/long-texts-are-kept-whole", test_long_texts_are_kept_whole);
  g_test_add_func ("/core/case/few-unknown-members-are-named", test_few_unknown_members_are_named);
  g_test_add_func ("/core/case/without-document", test_without_document);
  g_test_add_func ("/core/case/hostile-files-are-refused", test_hostile_files_are_refused);
  g_test_add_func ("/core/case/caps", test_caps);
  return g_test_run ();
}
