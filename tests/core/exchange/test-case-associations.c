/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-maker.h"
#include "pz-case-private.h"
#include "pz-error.h"

#define A "aaaaaaaa-0000-4000-8000-000000000001"
#define B "bbbbbbbb-0000-4000-8000-000000000002"
#define ITEMS CASE_ITEM (A, ",\"uri\":\"https://example.org/a\"") "," CASE_ITEM (B, "") "," CASE_ITEM ("c", "")
/* one association of the kind "precedes" */
#define LINK(more) CASE_PACKAGE (ITEMS, "{\"identifier\":\"1\",\"associationType\":\"precedes\"," more "}")

static void
test_everything_it_says (void)
{
  static const CaseField expected[] = {
    { PZ_ASSOCIATION_KIND, "precedes" }, { PZ_ASSOCIATION_SEQUENCE, "3" }, { PZ_ASSOCIATION_ORIGIN, A },
    { PZ_ASSOCIATION_ORIGIN_TITLE, "R.1" }, { PZ_ASSOCIATION_ORIGIN_URI, NULL }, { PZ_ASSOCIATION_DESTINATION, "Elsewhere" },
    { PZ_ASSOCIATION_DESTINATION_TITLE, "E" }, { PZ_ASSOCIATION_DESTINATION_URI, "https://example.org/e" },
    { PZ_ASSOCIATION_URI, "u" }, { PZ_ASSOCIATION_LAST_CHANGED, "T" }, { PZ_ASSOCIATION_NOTES, "N" },
    { PZ_ASSOCIATION_EXTRA, "{\"destinationNodeURI\":{\"identifier\":\"Elsewhere\",\"title\":\"E\","
                            "\"uri\":\"https://example.org/e\",\"targetType\":\"CASE\"}}" },
  };
  g_autoptr(PzCasePackage) package = case_parse (LINK (
      "\"sequenceNumber\":3,\"uri\":\"u\",\"lastChangeDateTime\":\"T\",\"notes\":\"N\","
      "\"originNodeURI\":{\"identifier\":\"" A "\",\"title\":\"R.1\",\"uri\":\"https://example.org/a\"},"
      "\"destinationNodeURI\":{\"identifier\":\"Elsewhere\",\"title\":\"E\",\"uri\":\"https://example.org/e\",\"targetType\":\"CASE\"}"));

  CASE_ASSERT_FIELDS (case_association (package, 0), expected);
  g_assert_cmpuint (case_association (package, 0)->line, ==, 3);
  g_assert_cmpstr (case_association (package, 0)->id, ==, "1");
}

/* how files point to an item: the id is found whatever they write */
static void
test_ends_find_their_items (void)
{
  static const struct { const char *text, *origin, *uri; gboolean plain; } rows[] = {
    { "{\"identifier\":\"" A "\"}", A, NULL, FALSE },
    { "{\"identifier\":\"AAAAAAAA-0000-4000-8000-000000000001\"}", A, NULL, FALSE },
    { "{\"identifier\":\"  " A " \"}", A, NULL, FALSE },
    { "{\"uri\":\"https://example.org/a\"}", A, NULL, FALSE },
    { "{\"uri\":\"https://elsewhere.example/ims/case/v1p0/CFItems/" A "\"}", A, "https://elsewhere.example/ims/case/v1p0/CFItems/" A, FALSE },
    { "\"" A "\"", A, NULL, TRUE },
    { "\" " B "\\n\"", B, NULL, TRUE },
    { "\"https://example.org/items/" B "\"", B, "https://example.org/items/" B, TRUE },
    { "{\"identifier\":\"nobody\"}", "nobody", NULL, FALSE },
    /* an identifier that is given counts, and no address beside it leads to somebody else */
    { "{\"identifier\":\"nobody\",\"uri\":\"https://example.org/a\"}", "nobody", "https://example.org/a", FALSE },
    { "\"https://example.org/items/\"", NULL, "https://example.org/items/", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CaseField expected[] = { { PZ_ASSOCIATION_ORIGIN, rows[i].origin }, { PZ_ASSOCIATION_ORIGIN_URI, rows[i].uri },
                                     { PZ_ASSOCIATION_EXTRA, NULL } };
      g_autofree char *text = g_strdup_printf (LINK ("\"originNodeURI\":%s"), rows[i].text);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].text);
      CASE_ASSERT_FIELDS (case_association (package, 0), expected);
      g_assert_cmpuint (pz_roster_messages_count_code (package->messages, PZ_ROSTER_CODE_CASE_PLAIN_LINK), ==, rows[i].plain);
    }
}

/* what is no link is kept as it came, and leads nowhere */
static void
test_ends_of_the_wrong_kind (void)
{
  static const struct { const char *text, *origin, *extra; } rows[] = {
    { "null", NULL, NULL },
    { "[]", NULL, "{\"originNodeURI\":[]}" },
    { "[\"" A "\"]", NULL, "{\"originNodeURI\":[\"" A "\"]}" },
    { "{}", NULL, NULL },
    { "{\"identifier\":null}", NULL, "{\"originNodeURI\":{\"identifier\":null}}" },
    { "{\"identifier\":{\"identifier\":\"" A "\"}}", NULL, "{\"originNodeURI\":{\"identifier\":{\"identifier\":\"" A "\"}}}" },
    { "7", "7", NULL },
    { "true", "true", NULL },
    { "\"\"", NULL, NULL },
    { "\"a\\u0007b\"", "a b", "{\"originNodeURI\":\"a\\u0007b\"}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CaseField expected[] = { { PZ_ASSOCIATION_ORIGIN, rows[i].origin }, { PZ_ASSOCIATION_EXTRA, rows[i].extra } };
      g_autofree char *text = g_strdup_printf (LINK ("\"originNodeURI\":%s"), rows[i].text);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].text);
      CASE_ASSERT_FIELDS (case_association (package, 0), expected);
    }
}

/* titles are shown as they are: marks of direction are text, and what is too long is cut and kept whole beside */
static void
test_long_and_odd_titles (void)
{
  g_autofree char *long_title = g_strnfill (3000, 'x');
  g_autofree char *long_text = g_strdup_printf (LINK ("\"originNodeURI\":{\"identifier\":\"" A "\",\"title\":\"%s\"}"), long_title);
  g_autoptr(PzCasePackage) cut = case_parse (long_text);
  g_autoptr(PzCasePackage) turned = case_parse (LINK (
      "\"originNodeURI\":{\"identifier\":\"" A "\",\"title\":\"\u202Eقراءة\u202C 𝒳\"}"));
  const char *title = case_association (cut, 0)->values[PZ_ASSOCIATION_ORIGIN_TITLE];

  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 2000);
  g_assert_true (g_str_has_suffix (title, "x…"));
  g_assert_nonnull (strstr (case_association (cut, 0)->values[PZ_ASSOCIATION_EXTRA], long_title));
  g_assert_cmpstr (case_association (turned, 0)->values[PZ_ASSOCIATION_ORIGIN_TITLE], ==, "\u202Eقراءة\u202C 𝒳");
  g_assert_null (case_association (turned, 0)->values[PZ_ASSOCIATION_EXTRA]);
}

static void
test_kinds_are_written_as_the_format_does (void)
{
  static const struct { const char *member, *kind, *messages; } rows[] = {
    { "\"associationType\":\"isPeerOf\",", "isPeerOf", "" },
    { "\"associationType\":\"ext:mine\",", "ext:mine", "" },
    { "\"associationType\":\"ISPEEROF\",", "isPeerOf", "case-other-kind 3 associationType" },
    { "\"associationType\":\"isParentOf\",", "isParentOf", "case-other-kind 3 associationType" },
    { "\"associationType\":\"EXT:mine\",", "EXT:mine", "case-other-kind 3 associationType" },
    { "\"associationType\":\"\",", "ext:unknown", "case-no-kind 3 associationType" },
    { "\"associationType\":null,", "ext:unknown", "case-no-kind 3 associationType" },
    { "", "ext:unknown", "case-no-kind 3 associationType" },
    { "\"associationType\":[\"isPeerOf\"],", "ext:unknown", "case-wrong-kind 3 associationType, case-no-kind 3 associationType" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{" CASE_DOCUMENT ",\n\"CFItems\":[],\n\"CFAssociations\":[{\"identifier\":\"1\",%s\"originNodeURI\":{\"identifier\":\"a\"}}]}",
          rows[i].member);
      g_autoptr(PzCasePackage) package = case_parse (text);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (case_association (package, 0)->values[PZ_ASSOCIATION_KIND], ==, rows[i].kind);
      case_assert_messages (package, rows[i].messages);
    }
}

/* what is no part of the tree is a link; one that begins or ends outside of the file is told as such */
static void
test_links_are_counted (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (ITEMS,
      "{\"identifier\":\"1\",\"associationType\":\"precedes\",\"originNodeURI\":\"" A "\",\"destinationNodeURI\":\"" B "\"},"
      "{\"identifier\":\"2\",\"associationType\":\"exemplar\",\"originNodeURI\":\"" A "\",\"destinationNodeURI\":\"x\"},"
      "{\"identifier\":\"3\",\"associationType\":\"isPeerOf\"},"
      "{\"identifier\":\"4\",\"associationType\":\"isPeerOf\",\"originNodeURI\":\"" A "\",\"destinationNodeURI\":\"" CASE_ROOT "\"},"
      CASE_CHILD ("5", A, CASE_ROOT, "")));

  g_assert_cmpuint (package->n_links, ==, 4);
  g_assert_cmpuint (package->n_outside, ==, 2);
}

static void
test_branches_to_nowhere_are_told (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (ITEMS,
      CASE_CHILD ("1", A, CASE_ROOT, "") "," CASE_CHILD ("2", B, "nobody", "") ",\n" CASE_CHILD ("3", "nobody", A, "") ","
      CASE_CHILD ("4", CASE_ROOT, A, "") "," CASE_CHILD ("5", "c", A, "")));

  /* the items themselves are told where they are placed */
  case_assert_messages (package, "case-no-destination 3 destinationNodeURI, case-no-origin 4 originNodeURI, "
                                 "case-no-origin 4 originNodeURI, case-not-placed 2");
  g_assert_cmpuint (package->associations->len, ==, 5);
  g_assert_cmpuint (package->n_links, ==, 0);
}

static void
test_the_same_once_more (void)
{
  g_autoptr(PzCasePackage) package = case_parse (CASE_PACKAGE (ITEMS,
      CASE_CHILD ("1", A, CASE_ROOT, "") "," CASE_CHILD ("1", A, CASE_ROOT, "") ",\n" CASE_CHILD ("1", B, A, "") ","
      CASE_CHILD ("c", "c", A, "") ",\nnull,\"1\",[],7"));

  /* word for word the same is one; another of the same name, or with the name of an item, is called otherwise */
  g_assert_cmpuint (package->associations->len, ==, 3);
  g_assert_cmpstr (case_association (package, 0)->id, ==, "1");
  g_assert_cmpuint (strlen (case_association (package, 1)->id), ==, 16);
  g_assert_cmpstr (case_association (package, 1)->values[PZ_ASSOCIATION_IDENTIFIER], ==, "1");
  g_assert_cmpuint (strlen (case_association (package, 2)->id), ==, 16);
  g_assert_cmpuint (package->n_placed, ==, 3);
  case_assert_messages (package, "case-twice 3, case-id-twice 4 identifier, case-id-twice 4 identifier, "
                                 "case-not-an-object 5 CFAssociations, case-not-an-object 5 CFAssociations, "
                                 "case-not-an-object 5 CFAssociations, case-not-an-object 5 CFAssociations");
}

static JsonArray *
get_list (const char  *text,
          guint        max_length,
          GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);

  return pz_case_get_list (json_node_get_object (root), "list", max_length, error);
}

static void
test_lists_have_a_length (void)
{
  static const struct { const char *text; gboolean is_there; int code; } rows[] = {
    { "{}", FALSE, -1 },
    { "{\"list\":null}", FALSE, -1 },
    { "{\"list\":[]}", TRUE, -1 },
    { "{\"list\":[1,2]}", TRUE, -1 },
    { "{\"list\":[1,2,3]}", FALSE, PZ_ERROR_TOO_LARGE },
    { "{\"list\":{}}", FALSE, PZ_ERROR_INVALID },
    { "{\"list\":\"1,2\"}", FALSE, PZ_ERROR_INVALID },
    { "{\"list\":false}", FALSE, PZ_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean is_there = get_list (rows[i].text, 2, &error) != NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (is_there, ==, rows[i].is_there);
      g_assert_cmpint (error != NULL ? error->code : -1, ==, rows[i].code);
      if (error != NULL)
        g_assert_nonnull (strstr (error->message, "list"));
    }
}

/* no associations at all are none, a list that is none is refused with all the rest */
static void
test_list_of_the_wrong_kind_refuses_the_file (void)
{
  static const char text[] = "{" CASE_DOCUMENT ",\"CFItems\":[" ITEMS "],\"CFAssociations\":{\"0\":{}}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(PzCasePackage) none = case_parse ("{" CASE_DOCUMENT ",\"CFItems\":[" ITEMS "]}");
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (none->associations->len, ==, 0);
  g_assert_cmpuint (none->n_not_placed, ==, 3);
  g_assert_null (pz_case_parse (bytes, "file.json", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "CFAssociations"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-associations/" path, function)
  ADD ("everything-it-says", test_everything_it_says);
  ADD ("ends-find-their-items", test_ends_find_their_items);
  ADD ("ends-of-the-wrong-kind", test_ends_of_the_wrong_kind);
  ADD ("long-and-odd-titles", test_long_and_odd_titles);
  ADD ("kinds-are-written-as-the-format-does", test_kinds_are_written_as_the_format_does);
  ADD ("links-are-counted", test_links_are_counted);
  ADD ("branches-to-nowhere-are-told", test_branches_to_nowhere_are_told);
  ADD ("the-same-once-more", test_the_same_once_more);
  ADD ("lists-have-a-length", test_lists_have_a_length);
  ADD ("list-of-the-wrong-kind-refuses-the-file", test_list_of_the_wrong_kind_refuses_the_file);
#undef ADD
  return g_test_run ();
}
