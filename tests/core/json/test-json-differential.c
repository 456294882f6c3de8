/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"
#include "pz-json-writer.h"
#include "pz-random.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* The strict reader against json-glib on random documents, some of them damaged: whatever the strict reader
 * accepts, json-glib accepts too, and both read the same. */

static void append_value (GString  *out,
                          PzRandom *random,
                          guint     depth);

static void
append_blanks (GString  *out,
               PzRandom *random)
{
  while (pz_random_below (random, 4) == 0)
    g_string_append_c (out, " \n\r\t"[pz_random_below (random, 4)]);
}

static void
append_letter (GString  *out,
               PzRandom *random)
{
  static const char *const special[] = {
    "\\\"",     "\\\\",     "\\/",           "\\b",     "\\f",       "\\n",           "\\r",             "\\t",       "'",
    "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\u0001", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xd9\x85", "\x7f",
  };

  if (pz_random_below (random, 5) == 0)
    g_string_append (out, special[pz_random_below (random, G_N_ELEMENTS (special))]);
  else
    g_string_append_c (out, (char) ('a' + pz_random_below (random, 26)));
}

static void
append_text (GString  *out,
             PzRandom *random)
{
  guint length = pz_random_below (random, 12);

  g_string_append_c (out, '"');
  while (length-- > 0)
    append_letter (out, random);
  g_string_append_c (out, '"');
}

static void
append_digits (GString  *out,
               PzRandom *random,
               guint     most)
{
  guint count = 1 + pz_random_below (random, most);

  while (count-- > 0)
    g_string_append_c (out, (char) ('0' + pz_random_below (random, 10)));
}

/* Every form the grammar has. Integers stay within 18 digits. */
static void
append_number (GString  *out,
               PzRandom *random)
{
  if (pz_random_below (random, 3) == 0)
    g_string_append_c (out, '-');
  g_string_append_c (out, (char) ('0' + pz_random_below (random, 10)));
  if (out->str[out->len - 1] != '0' && pz_random_below (random, 2) == 0)
    append_digits (out, random, 17);
  if (pz_random_below (random, 2) == 0)
    {
      g_string_append_c (out, '.');
      append_digits (out, random, 20);
    }
  if (pz_random_below (random, 4) == 0)
    {
      g_string_append_c (out, "eE"[pz_random_below (random, 2)]);
      if (pz_random_below (random, 2) == 0)
        g_string_append_c (out, "+-"[pz_random_below (random, 2)]);
      append_digits (out, random, 2);
    }
}

static void
append_container (GString  *out,
                  PzRandom *random,
                  guint     depth,
                  gboolean  object)
{
  guint count = pz_random_below (random, pz_random_below (random, 20) == 0 ? 60 : 6);

  g_string_append_c (out, object ? '{' : '[');
  append_blanks (out, random);
  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_blanks (out, random);
      if (object)
        {
          append_text (out, random);
          g_string_truncate (out, out->len - 1);
          /* names shall differ, or hardly any large object would be accepted */
          g_string_append_printf (out, "%u\"", i);
          append_blanks (out, random);
          g_string_append_c (out, ':');
        }
      append_value (out, random, depth + 1);
    }
  append_blanks (out, random);
  g_string_append_c (out, object ? '}' : ']');
}

static void
append_value (GString  *out,
              PzRandom *random,
              guint     depth)
{
  static const char *const words[] = { "true", "false", "null" };
  guint kind = pz_random_below (random, depth == 0 ? 2 : depth < 6 ? 7 : 5);

  append_blanks (out, random);
  if (depth == 0)
    kind += 5;
  if (kind < 2)
    append_text (out, random);
  else if (kind < 4)
    append_number (out, random);
  else if (kind == 4)
    g_string_append (out, words[pz_random_below (random, 3)]);
  else
    append_container (out, random, depth, kind == 5);
  append_blanks (out, random);
}

/* One byte changed, removed or doubled in a fifth of the documents. */
static void
damage (GString  *text,
        PzRandom *random)
{
  gsize at = pz_random_below (random, (guint) text->len);

  switch (pz_random_below (random, 15))
    {
    case 0:
      text->str[at] = (char) pz_random_below (random, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, 1);
      break;
    case 2:
      g_string_insert_c (text, (gssize) at, text->str[at]);
      break;
    default:
      break;
    }
}

static void compare_value (PzJsonReader *reader,
                           PzJsonToken   token,
                           JsonNode     *node);

static void
compare_array (PzJsonReader *reader,
               JsonArray    *array)
{
  PzJsonToken token;
  guint i = 0;

  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END)
    {
      g_assert_cmpuint (i, <, json_array_get_length (array));
      compare_value (reader, token, json_array_get_element (array, i++));
    }
  g_assert_cmpuint (i, ==, json_array_get_length (array));
}

static void
compare_object (PzJsonReader *reader,
                JsonObject   *object)
{
  g_autoptr(GList) names = json_object_get_members (object);
  GList *expected = names;

  while (pz_json_reader_next (reader) != PZ_JSON_OBJECT_END)
    {
      g_assert_nonnull (expected);
      g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, expected->data);
      compare_value (reader, pz_json_reader_next (reader), json_object_get_member (object, expected->data));
      expected = expected->next;
    }
  g_assert_null (expected);
}

static void
compare_value (PzJsonReader *reader,
               PzJsonToken   token,
               JsonNode     *node)
{
  switch (token)
    {
    case PZ_JSON_OBJECT:
      compare_object (reader, json_node_get_object (node));
      break;
    case PZ_JSON_ARRAY:
      compare_array (reader, json_node_get_array (node));
      break;
    case PZ_JSON_STRING:
      g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, json_node_get_string (node));
      break;
    case PZ_JSON_NUMBER:
      /* json-glib wraps long integers around; damage makes some */
      if (json_node_get_value_type (node) == G_TYPE_DOUBLE || fabs (pz_json_reader_get_number (reader)) < 1e18)
        g_assert_cmpfloat (pz_json_reader_get_number (reader), ==, json_node_get_double (node));
      break;
    case PZ_JSON_TRUE:
    case PZ_JSON_FALSE:
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_BOOLEAN);
      g_assert_cmpint (json_node_get_boolean (node), ==, token == PZ_JSON_TRUE);
      break;
    case PZ_JSON_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_accepted (const GString *text)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text->str, text->len, PZ_JSON_MAX_SIZE);

  while (pz_json_reader_next (reader) > PZ_JSON_END)
    ;
  return !pz_json_reader_take_error (reader, NULL);
}

static void
test_same_as_json_glib (void)
{
  PzRandom random;
  guint accepted = 0;

  pz_random_init (&random, 20261123);
  for (guint i = 0; i < 10000; i++)
    {
      GString *text = g_string_new (NULL);

      append_value (text, &random, 0);
      damage (text, &random);
      if (is_accepted (text))
        {
          g_autoptr(PzJsonReader) reader = pz_json_reader_new (text->str, text->len, PZ_JSON_MAX_SIZE);
          g_autoptr(JsonParser) parser = json_parser_new ();
          g_autoptr(GError) error = NULL;

          json_parser_load_from_data (parser, text->str, (gssize) text->len, &error);
          g_assert_no_error (error);
          compare_value (reader, pz_json_reader_next (reader), json_parser_get_root (parser));
          g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
          accepted++;
        }
      g_string_free (text, TRUE);
    }
  g_assert_cmpuint (accepted, >, 8000);
  g_assert_cmpuint (accepted, <, 9900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json/differential/same-as-json-glib", test_same_as_json_glib);
  return g_test_run ();
}
