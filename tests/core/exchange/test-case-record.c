/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "pz-case-private.h"
#include "pz-error.h"

#define A "aaaaaaaa-0000-4000-8000-000000000001"
/* one standard with these members beside its identifier */
#define STANDARD(members) CASE_PACKAGE ("{\"identifier\":\"" A "\"," members "}", CASE_CHILD ("1", A, CASE_ROOT, ""))

static void
test_everything_a_standard_says (void)
{
  static const CaseField expected[] = {
    { PZ_STANDARD_STATEMENT, "Reads\naloud 𝒳" }, { PZ_STANDARD_CODE, "R.1" }, { PZ_STANDARD_ENUMERATION, "1." },
    { PZ_STANDARD_ABBREVIATED, "Reads" }, { PZ_STANDARD_ALTERNATIVE, "L" }, { PZ_STANDARD_KIND, "Standard" },
    { PZ_STANDARD_LANGUAGE, "en" }, { PZ_STANDARD_STATUS_START, "2026-08-01" }, { PZ_STANDARD_STATUS_END, "2030-07-31" },
    { PZ_STANDARD_URI, "https://example.org/a" }, { PZ_STANDARD_LAST_CHANGED, "T" }, { PZ_STANDARD_NOTES, "N" },
    { PZ_STANDARD_IDENTIFIER, NULL }, { PZ_STANDARD_PARENTS, NULL }, { PZ_STANDARD_POSITION, NULL },
    { PZ_STANDARD_EXTRA, "{\"CFItemTypeURI\":{\"title\":\"Standard\"}}" },
  };
  g_autoptr(PzCasePackage) package = case_parse (STANDARD (
      "\"fullStatement\":\"Reads\\r\\naloud 𝒳\",\"humanCodingScheme\":\"R.1\",\"listEnumeration\":\"1.\","
      "\"abbreviatedStatement\":\"Reads\",\"alternativeLabel\":\"L\",\"CFItemType\":\"Standard\",\"educationLevel\":[\"02\",\"01\"],"
      "\"subject\":[\"s\"],\"conceptKeywords\":[\"k\"],\"language\":\"en\",\"statusStartDate\":\"2026-08-01\","
      "\"statusEndDate\":\"2030-07-31\",\"uri\":\"https://example.org/a\",\"lastChangeDateTime\":\"T\",\"notes\":\"N\","
      "\"CFDocumentURI\":{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\"},\"CFItemTypeURI\":{\"title\":\"Standard\"}"));
  const PzCaseRecord *record = case_item (package, 0);

  CASE_ASSERT_FIELDS (record, expected);
  g_assert_cmpstr (((GStrv) record->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "01");
  g_assert_cmpstr (((GStrv) record->values[PZ_STANDARD_KEYWORDS])[0], ==, "k");
  g_assert_cmpstr (((GStrv) record->values[PZ_STANDARD_SUBJECTS])[0], ==, "s");
  g_assert_cmpuint (record->line, ==, 2);
  case_assert_messages (package, "");
}

static void
test_members_of_the_wrong_kind (void)
{
  static const CaseField expected[] = {
    { PZ_STANDARD_STATEMENT, NULL }, { PZ_STANDARD_ABBREVIATED, "a b" }, { PZ_STANDARD_LANGUAGE, "5" }, { PZ_STANDARD_CODE, NULL },
    { PZ_STANDARD_STATUS_START, NULL },
    { PZ_STANDARD_EXTRA, "{\"abbreviatedStatement\":\"a\\fb\",\"humanCodingScheme\":{\"x\":1},"
                         "\"conceptKeywords\":[\"k\",{\"deep\":[1.5]}],\"statusStartDate\":\"soon\","
                         "\"CFItemTypeURI\":\"https://example.org/t\",\"myOwn\":[9007199254740993,0,1000]}" },
  };
  g_autoptr(PzCasePackage) package = case_parse (STANDARD (
      "\"fullStatement\":null,\"abbreviatedStatement\":\"a\\u000cb\",\"educationalLevel\":\"06, 07\","
      "\"educationLevel\":null,\"humanCodingScheme\":{\"x\":1},\"language\":5,\"conceptKeywords\":[\"k\",{\"deep\":[1.5]}],"
      "\"statusStartDate\":\"soon\",\"CFItemTypeURI\":\"https://example.org/t\",\"myOwn\":[9007199254740993,-0.0,1e3]"));

  CASE_ASSERT_FIELDS (case_item (package, 0), expected);
  case_assert_messages (package,
                        "case-text-altered 2 abbreviatedStatement, case-wrong-kind 2 humanCodingScheme, "
                        "case-wrong-kind 2 language, case-wrong-kind 2 conceptKeywords, date-unreadable 2 statusStartDate, "
                        "case-plain-link 2 CFItemTypeURI, case-other-name 2 educationalLevel, case-no-statement 2 fullStatement, "
                        "case-unknown-members 0 myOwn");
}

/* both texts of a field: one line, and several lines */
static void
test_texts_are_made_to_fit (void)
{
  g_autofree char *many = g_strnfill (5001, 'x');
  g_autofree char *kept = g_strnfill (4999, 'x');
  g_autofree char *cut = g_strconcat (kept, "…", NULL);
  const struct { guint field; const char *text, *fit; gboolean altered; } rows[] = {
    { PZ_STANDARD_CODE, "R.1", "R.1", FALSE },
    { PZ_STANDARD_CODE, "  R.1\n", "R.1", FALSE },
    { PZ_STANDARD_CODE, "R\r\n1\t2\r3", "R 1 2 3", FALSE },
    { PZ_STANDARD_CODE, "R\x01" "1", "R 1", TRUE },
    { PZ_STANDARD_CODE, "", NULL, FALSE },
    { PZ_STANDARD_CODE, " \n ", NULL, FALSE },
    { PZ_STANDARD_CODE, "\u202Eabc\u202C ﷽", "\u202Eabc\u202C ﷽", FALSE },
    { PZ_STANDARD_CODE, "<b>&amp;</b> $x^2$", "<b>&amp;</b> $x^2$", FALSE },
    { PZ_STANDARD_ABBREVIATED, "One\r\ntwo\rthree\n\tfour", "One\ntwo\nthree\n\tfour", FALSE },
    { PZ_STANDARD_ABBREVIATED, "One\x1B[2Jtwo", "One [2Jtwo", TRUE },
    { PZ_STANDARD_ABBREVIATED, many, cut, TRUE },
    { PZ_STANDARD_ABBREVIATED, many + 1, many + 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzCaseRecord *record = pz_case_record_new (PZ_RECORD_STANDARD, 1);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_case_record_fit (record, rows[i].field, rows[i].text), ==, rows[i].altered);
      g_assert_cmpstr (record->values[rows[i].field], ==, rows[i].fit);
      pz_case_record_free (record);
    }
}

/* a hundred letters are a hundred, however many bytes each has */
static void
test_letters_are_counted_not_bytes (void)
{
  GString *text = g_string_new (NULL);
  PzCaseRecord *record = pz_case_record_new (PZ_RECORD_STANDARD, 1);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "𝒳");
  g_assert_false (pz_case_record_fit (record, PZ_STANDARD_CODE, text->str));
  g_assert_cmpstr (record->values[PZ_STANDARD_CODE], ==, text->str);
  g_string_append (text, "𝒳");
  g_assert_true (pz_case_record_fit (record, PZ_STANDARD_CODE, text->str));
  g_assert_cmpint (g_utf8_strlen (record->values[PZ_STANDARD_CODE], -1), ==, 100);
  g_assert_true (g_str_has_suffix (record->values[PZ_STANDARD_CODE], "𝒳…"));
  pz_case_record_free (record);
  g_string_free (text, TRUE);
}

static void
test_long_texts_are_kept_whole (void)
{
  g_autofree char *x = g_strnfill (30000, 'x');
  g_autofree char *text = g_strdup_printf (STANDARD ("\"fullStatement\":\"S\",\"humanCodingScheme\":\"%s\""), x);
  g_autoptr(PzCasePackage) package = case_parse (text);
  const PzCaseRecord *record = case_item (package, 0);
  g_autofree char *extra = g_strdup_printf ("{\"humanCodingScheme\":\"%s\"}", x);

  g_assert_cmpuint (g_utf8_strlen (record->values[PZ_STANDARD_CODE], -1), ==, 100);
  g_assert_true (g_str_has_suffix (record->values[PZ_STANDARD_CODE], "…"));
  g_assert_cmpstr (record->values[PZ_STANDARD_EXTRA], ==, extra);
  case_assert_messages (package, "case-text-altered 2 humanCodingScheme");
}

static void
test_days_of_dates (void)
{
  static const struct { const char *text, *day, *extra; gboolean unreadable; } rows[] = {
    { "2026-08-01", "2026-08-01", NULL, FALSE },
    { "2026-08-01T10:00:00+02:00", "2026-08-01", "{\"statusStartDate\":\"2026-08-01T10:00:00+02:00\"}", FALSE },
    { "2028-02-29", "2028-02-29", NULL, FALSE },
    { "2026-02-29", NULL, "{\"statusStartDate\":\"2026-02-29\"}", TRUE },
    { "1/8/2026", NULL, "{\"statusStartDate\":\"1/8/2026\"}", TRUE },
    { "٢٠٢٦-٠٨-٠١", NULL, "{\"statusStartDate\":\"٢٠٢٦-٠٨-٠١\"}", TRUE },
    { "2026", NULL, "{\"statusStartDate\":\"2026\"}", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CaseField expected[] = { { PZ_STANDARD_STATUS_START, rows[i].day }, { PZ_STANDARD_EXTRA, rows[i].extra } };
      g_autofree char *text = g_strdup_printf (STANDARD ("\"fullStatement\":\"S\",\"statusStartDate\":\"%s\""), rows[i].text);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("%s", rows[i].text);
      CASE_ASSERT_FIELDS (case_item (package, 0), expected);
      case_assert_messages (package, rows[i].unreadable ? "date-unreadable 2 statusStartDate" : "");
    }
}

/* each once, sorted, without empty ones; only school years are taken apart at commas */
static void
test_sets (void)
{
  static const struct { const char *member; guint field; const char *joined, *extra, *messages; } rows[] = {
    { "\"educationLevel\":[\"02\",\"01\",\"02\",\"\"]", PZ_STANDARD_EDUCATION_LEVELS, "01|02", NULL, "" },
    { "\"educationLevel\":\"06, 07,06\"", PZ_STANDARD_EDUCATION_LEVELS, "06|07", NULL, "" },
    { "\"educationLevel\":[7,8.5,true]", PZ_STANDARD_EDUCATION_LEVELS, "7|8.5|true", NULL, "" },
    { "\"educationLevel\":[]", PZ_STANDARD_EDUCATION_LEVELS, NULL, NULL, "" },
    { "\"educationLevel\":[null,\"01\"]", PZ_STANDARD_EDUCATION_LEVELS, "01", NULL, "" },
    { "\"educationLevel\":{\"low\":1}", PZ_STANDARD_EDUCATION_LEVELS, NULL, "{\"educationLevel\":{\"low\":1}}",
      "case-wrong-kind 2 educationLevel" },
    { "\"subject\":\"Reading, writing\"", PZ_STANDARD_SUBJECTS, "Reading, writing", NULL, "" },
    { "\"conceptKeywords\":\"one\\ntwo\"", PZ_STANDARD_KEYWORDS, "one|two", NULL, "" },
    { "\"conceptKeywords\":[\"k\",[\"l\"]]", PZ_STANDARD_KEYWORDS, "k", "{\"conceptKeywords\":[\"k\",[\"l\"]]}",
      "case-wrong-kind 2 conceptKeywords" },
    { "\"conceptKeywords\":[\"a\\u0001b\"]", PZ_STANDARD_KEYWORDS, "a b", "{\"conceptKeywords\":[\"a\\u0001b\"]}",
      "case-wrong-kind 2 conceptKeywords" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (STANDARD ("\"fullStatement\":\"S\",%s"), rows[i].member);
      g_autoptr(PzCasePackage) package = case_parse (text);
      GStrv set = case_item (package, 0)->values[rows[i].field];
      g_autofree char *joined = set != NULL ? g_strjoinv ("|", set) : NULL;

      g_test_message ("%s", rows[i].member);
      g_assert_cmpstr (joined, ==, rows[i].joined);
      g_assert_cmpstr (case_item (package, 0)->values[PZ_STANDARD_EXTRA], ==, rows[i].extra);
      case_assert_messages (package, rows[i].messages);
    }
}

/* the name the format gives a member goes before another one, in whatever order they come */
static void
test_other_names (void)
{
  g_autoptr(PzCasePackage) alone = case_parse (STANDARD ("\"fullStatement\":\"S\",\"educationalLevel\":[\"01\"]"));
  g_autoptr(PzCasePackage) second = case_parse (STANDARD (
      "\"fullStatement\":\"S\",\"educationLevel\":[\"02\"],\"educationalLevel\":[\"01\"]"));
  g_autoptr(PzCasePackage) first = case_parse (STANDARD (
      "\"fullStatement\":\"S\",\"educationalLevel\":[\"01\"],\"educationLevel\":[\"02\"]"));

  g_assert_cmpstr (((GStrv) case_item (alone, 0)->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "01");
  g_assert_null (case_item (alone, 0)->values[PZ_STANDARD_EXTRA]);
  g_assert_cmpstr (((GStrv) case_item (second, 0)->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "02");
  g_assert_cmpstr (case_item (second, 0)->values[PZ_STANDARD_EXTRA], ==, "{\"educationalLevel\":[\"01\"]}");
  g_assert_cmpstr (((GStrv) case_item (first, 0)->values[PZ_STANDARD_EDUCATION_LEVELS])[0], ==, "02");
  g_assert_cmpstr (case_item (first, 0)->values[PZ_STANDARD_EXTRA], ==, "{\"educationalLevel\":[\"01\"]}");
}

/* every item says to which document it belongs: that is known, unless it says another one, or more */
static void
test_the_document_of_an_item (void)
{
  static const struct { const char *link, *extra; gboolean plain; } rows[] = {
    { "{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\"}", NULL, FALSE },
    { "\"https://example.org/d\"", NULL, TRUE },
    { "\"https://example.org/other\"", "{\"CFDocumentURI\":\"https://example.org/other\"}", TRUE },
    { "{\"identifier\":\"other\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\"}",
      "{\"CFDocumentURI\":{\"identifier\":\"other\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\"}}", FALSE },
    { "{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\",\"x\":1}",
      "{\"CFDocumentURI\":{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\",\"x\":1}}", FALSE },
    { "[]", "{\"CFDocumentURI\":[]}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"CFDocument\":{\"identifier\":\"" CASE_ROOT "\",\"title\":\"Reading\",\"uri\":\"https://example.org/d\"},"
          "\"CFItems\":[{\"identifier\":\"a\",\"fullStatement\":\"S\",\"CFDocumentURI\":%s}]}", rows[i].link);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("%s", rows[i].link);
      g_assert_cmpstr (case_item (package, 0)->values[PZ_STANDARD_EXTRA], ==, rows[i].extra);
      g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_PLAIN_LINK), ==, rows[i].plain);
    }
}

/* how a whole file is written is said once; what is wrong with a record is said of each */
static void
test_habits_are_said_once (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (
      CASE_ITEM ("a", ",\"educationalLevel\":[],\"CFItemTypeURI\":\"t\",\"language\":1") ",\n"
      CASE_ITEM ("b", ",\"educationalLevel\":[],\"CFItemTypeURI\":\"t\",\"licenseURI\":\"l\",\"language\":1"),
      CASE_CHILD ("1", "a", CASE_ROOT, "") "," CASE_CHILD ("2", "b", "a", "")));

  case_assert_messages (package, "case-plain-link 2 CFItemTypeURI, case-wrong-kind 2 language, case-other-name 2 educationalLevel, "
                                 "case-plain-link 3 licenseURI, case-wrong-kind 3 language");
}

static PzCaseRecord *
record_with (guint       line,
             const char *member,
             const char *text)
{
  PzCaseRecord *record = pz_case_record_new (PZ_RECORD_ASSOCIATION, line);
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), text);

  pz_case_record_keep (record, member, node);
  return record;
}

static void
test_what_is_kept_is_one_object (void)
{
  PzCaseRecord *record = record_with (7, "one \"and\" more", "\"\\\n");
  PzCaseRecord *nothing = pz_case_record_new (PZ_RECORD_FRAMEWORK, 1);
  g_autoptr(JsonNode) node = json_from_string ("{\"b\":[1,null],\"a\":{}}", NULL);
  g_autoptr(GError) error = NULL;

  pz_case_record_keep (record, "two", node);
  g_assert_null (record->values[PZ_ASSOCIATION_EXTRA]);
  g_assert_true (pz_case_record_finish (record, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (record->values[PZ_ASSOCIATION_EXTRA], ==,
                   "{\"one \\\"and\\\" more\":\"\\\"\\\\\\n\",\"two\":{\"b\":[1,null],\"a\":{}}}");
  g_assert_true (pz_case_record_finish (nothing, &error));
  g_assert_null (nothing->values[PZ_FRAMEWORK_EXTRA]);
  pz_case_record_free (record);
  pz_case_record_free (nothing);
}

static void
test_too_much_to_keep_is_refused (void)
{
  g_autofree char *much = g_strnfill (4000000, 'x');
  PzCaseRecord *record = record_with (41, "mine", much);
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_case_record_finish (record, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "41"));
  pz_case_record_free (record);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-record/" path, function)
  ADD ("everything-a-standard-says", test_everything_a_standard_says);
  ADD ("members-of-the-wrong-kind", test_members_of_the_wrong_kind);
  ADD ("texts-are-made-to-fit", test_texts_are_made_to_fit);
  ADD ("letters-are-counted-not-bytes", test_letters_are_counted_not_bytes);
  ADD ("long-texts-are-kept-whole", test_long_texts_are_kept_whole);
  ADD ("days-of-dates", test_days_of_dates);
  ADD ("sets", test_sets);
  ADD ("other-names", test_other_names);
  ADD ("the-document-of-an-item", test_the_document_of_an_item);
  ADD ("habits-are-said-once", test_habits_are_said_once);
  ADD ("what-is-kept-is-one-object", test_what_is_kept_is_one_object);
  ADD ("too-much-to-keep-is-refused", test_too_much_to_keep_is_refused);
#undef ADD
  return g_test_run ();
}
