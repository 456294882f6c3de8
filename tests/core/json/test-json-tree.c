/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-tree.h"

#define BOM "\xEF\xBB\xBF"

static JsonNode *
load (const char  *text,
      gboolean     skip_bom,
      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pz_json_tree_load (bytes, 4096, skip_bom, error);
}

static void
test_tree_of_everything (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = load ("{\"name\":\"Caf\\u00e9\",\"list\":[1,2.5,true,null,{}]}", FALSE, &error);
  JsonArray *list;

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "name"), ==, "Caf\xc3\xa9");
  list = json_object_get_array_member (json_node_get_object (root), "list");
  g_assert_cmpuint (json_array_get_length (list), ==, 5);
  g_assert_cmpint (json_array_get_int_element (list, 0), ==, 1);
  g_assert_cmpfloat (json_array_get_double_element (list, 1), ==, 2.5);
  g_assert_true (json_array_get_null_element (list, 3));
}

static void
test_plain_roots (void)
{
  const char *const texts[] = { "null", "0", "\"\"", "[]", " false\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = load (texts[i], FALSE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (root);
    }
}

static void
test_big_integers_become_doubles (void)
{
  const struct { const char *text; double number; gboolean whole; } rows[] = {
    { "999999999999999999", 999999999999999999.0, TRUE },
    { "-999999999999999999", -999999999999999999.0, TRUE },
    { "9223372036854775808", 0x1p63, FALSE },
    { "99999999999999999999", 1e20, FALSE },
    { "-99999999999999999999", -1e20, FALSE },
    { "99999999999999999999.5", 1e20, FALSE },
    { "99999999999999999999e3", 1e23, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\" : %s , \"b\":[%s,1]}", rows[i].text, rows[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = load (text, FALSE, &error);
      JsonObject *object;
      JsonNode *a;

      g_assert_no_error (error);
      object = json_node_get_object (root);
      a = json_object_get_member (object, "a");
      g_assert_cmpfloat (json_node_get_double (a), ==, rows[i].number);
      g_assert_cmpint (json_node_get_value_type (a) == G_TYPE_INT64, ==, rows[i].whole);
      g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (object, "b"), 1), ==, 1);
    }
}

static void
test_byte_order_mark (void)
{
  g_autoptr(GError) error = NULL, deep = NULL;
  g_autoptr(JsonNode) skipped = load (BOM "[1]", TRUE, &error);
  g_autoptr(JsonNode) plain = load ("[1]", TRUE, &error);
  g_autoptr(JsonNode) refused = NULL, twice = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (skipped);
  g_assert_nonnull (plain);
  refused = load (BOM "[1]", FALSE, &error);
  g_assert_null (refused);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
  twice = load (BOM BOM "[1]", TRUE, &deep);
  g_assert_null (twice);
  g_assert_error (deep, PZ_ERROR, PZ_ERROR_SYNTAX);
}

/* What json-glib 1.6 takes, mangles or dies of. */
static void
test_rejects (void)
{
  g_autofree char *deep = g_strnfill (4000, '[');
  g_autofree char *large = g_strnfill (5000, ' ');
  const struct { const char *text; PzError code; const char *place; } rows[] = {
    { deep, PZ_ERROR_TOO_LARGE, "line 1, column 65: " },
    { large, PZ_ERROR_TOO_LARGE, "line 1, column 1: " },
    { "", PZ_ERROR_SYNTAX, "line 1, column 1: " },
    { " \n ", PZ_ERROR_SYNTAX, "line 2, column 2: " },
    { "[1e400]", PZ_ERROR_SYNTAX, "line 1, column 2: " },
    { "[012]", PZ_ERROR_SYNTAX, "line 1, column 2: " },
    { "{\"a\":1}{\"b\":2}", PZ_ERROR_SYNTAX, "line 1, column 8: " },
    { "{\"a\":1,\"a\":2}", PZ_ERROR_SYNTAX, "line 1, column 8: " },
    { "[\"a\\u0000b\"]", PZ_ERROR_SYNTAX, "line 1, column 4: " },
    { "[99999999999999999999,]", PZ_ERROR_SYNTAX, "line 1, column 23: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = load (rows[i].text, TRUE, &error);

      g_assert_null (root);
      g_assert_error (error, PZ_ERROR, (int) rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, rows[i].place));
    }
}

static void
test_number_of_values_has_a_cap (void)
{
  gsize length = 3 * (gsize) PZ_JSON_TREE_MAX_VALUES + 1;
  char *text = g_malloc (length);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < PZ_JSON_TREE_MAX_VALUES; i++)
    memcpy (text + 3 * i, ",{}", 3);
  text[0] = '[';
  text[length - 1] = ']';
  g_assert_null (pz_json_tree_load (bytes, PZ_JSON_MAX_SIZE, FALSE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json/tree/tree-of-everything", test_tree_of_everything);
  g_test_add_func ("/core/json/tree/plain-roots", test_plain_roots);
  g_test_add_func ("/core/json/tree/big-integers-become-doubles", test_big_integers_become_doubles);
  g_test_add_func ("/core/json/tree/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/core/json/tree/rejects", test_rejects);
  g_test_add_func ("/core/json/tree/number-of-values-has-a-cap", test_number_of_values_has_a_cap);
  return g_test_run ();
}
