/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* What is kept must be what came: the same members in the same order, and every letter. */
static void
test_nothing_is_lost (void)
{
  static const struct { const char *text, *written; } rows[] = {
    { "{ \"b\" : 1, \"a\" : [ ] }", "{\"b\":1,\"a\":[]}" },
    { "[true, false, null, -7, 0.5]", "[true,false,null,-7,0.5]" },
    { "{\"a\":{\"a\":[{\"a\":\"\"}]}}", "{\"a\":{\"a\":[{\"a\":\"\"}]}}" },
    { "[\"quote \\\" and \\\\ and \\n\"]", "[\"quote \\\" and \\\\ and \\n\"]" },
    { "[\"\\u00e9 é 漢\"]", "[\"é é 漢\"]" },
    { "[9007199254740993]", "[9007199254740993]" }, /* no double holds it */
    { "{}", "{}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(JsonNode) node = parse (rows[i].text);
      g_autoptr(GString) out = g_string_new ("before");

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_case_append_node (out, node);
      g_assert_true (g_str_has_prefix (out->str, "before"));
      g_assert_cmpstr (out->str + strlen ("before"), ==, rows[i].written);
    }
}

static void
test_members_as_text (void)
{
  static const struct { const char *name, *text; } rows[] = {
    { "text", "Reads aloud" }, { "blanks", "Reads" }, { "number", "3" }, { "half", "0.5" }, { "yes", "true" },
    { "empty", NULL },         { "space", NULL },     { "list", NULL },  { "nothing", NULL }, { "missing", NULL },
  };
  g_autoptr(JsonNode) node = parse ("{\"text\":\"Reads aloud\",\"blanks\":\"  Reads\\n\",\"number\":3,\"half\":0.5,"
                                    "\"yes\":true,\"empty\":\"\",\"space\":\" \\t\",\"list\":[\"a\"],\"nothing\":null}");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = pz_case_dup_member (json_node_get_object (node), rows[i].name);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_only_values_are_texts (void)
{
  g_autoptr(JsonNode) object = parse ("{\"a\":\"b\"}");
  g_autoptr(JsonNode) value = parse ("\" as it is \"");
  g_autofree char *text = pz_case_node_to_text (value);

  g_assert_cmpstr (text, ==, " as it is ");
  g_assert_null (pz_case_node_to_text (object));
  g_assert_null (pz_case_node_to_text (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-json/" path, function)
  ADD ("nothing-is-lost", test_nothing_is_lost);
  ADD ("members-as-text", test_members_as_text);
  ADD ("only-values-are-texts", test_only_values_are_texts);
#undef ADD
  return g_test_run ();
}
